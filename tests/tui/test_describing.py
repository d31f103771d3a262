import pytest

from store.query.expression import Between, Everything, Has, HasAny, Is, Word
from tui.describing import describe
from tui.language import Language

SANG = Has("person", "桑明远", role="presided")


@pytest.mark.parametrize(
    ("expression", "chinese", "english"),
    [
        (Everything(), "", ""),
        (Word("疫情"), '"疫情"', '"疫情"'),
        (SANG, "人物 桑明远 主持", "person 桑明远 presided"),
        (~Has("level", "city"), "不含 级别 市级", "not level city"),
        (Between("2022-02-01", "2022-02-28"), "2022-02", "2022-02"),
        (
            Between("2022-01-01", "2022-03-31"),
            "2022-01-01 至 2022-03-31",
            "2022-01-01 to 2022-03-31",
        ),
        (Between("2022-01-05", "2022-01-05"), "2022-01-05", "2022-01-05"),
        (Between(None, "2022-01-05"), "到 2022-01-05", "until 2022-01-05"),
        (Is("undated"), "年份未知", "undated"),
        (HasAny("note"), "有 笔记", "with note"),
        ((SANG | Word("甲")) & Word("乙"), None, '(person 桑明远 presided or "甲") | "乙"'),
    ],
)
def test_a_query_is_told_in_the_readers_words(expression, chinese, english):
    assert describe(expression, Language("en")) == english
    if chinese is not None:
        assert describe(expression, Language("zh")) == chinese
