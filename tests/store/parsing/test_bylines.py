"""Who wrote, photographed and edited, in every form of credit."""

import pytest
from parsed import article

from store.model import Block

TEXT = "云汀市召开防汛会议，部署下一步工作，要求各地各部门压实责任、抓好落实。"


@pytest.mark.parametrize(
    ("text", "reporters", "photographers"),
    [
        (f"本报讯(记者 柯一鸣、阮小棠){TEXT}", ("柯一鸣", "阮小棠"), ()),
        (f"（澜江日报记者柯一鸣、四建禾）{TEXT}", ("柯一鸣", "四建禾"), ()),
        (f"(首席记者 柯一鸣 记者 阮小棠) {TEXT}", ("柯一鸣", "阮小棠"), ()),
        (f"新华社云汀1月3日电（记者柯一鸣）{TEXT}", ("柯一鸣",), ()),
        (f"{TEXT}（文/图 柯一鸣）", ("柯一鸣",), ("柯一鸣",)),
        (f"{TEXT}(柯一鸣)", ("柯一鸣",), ()),
        (f"{TEXT}（委监察室）", (), ()),
        (f"{TEXT}会上记者看到，大家发言踊跃。", (), ()),
        (f"本报云汀9月29日讯 记者柯一鸣、阮小棠报道：{TEXT}", ("柯一鸣", "阮小棠"), ()),
    ],
)
def test_credits_of_the_text(
    text: str, reporters: tuple[str, ...], photographers: tuple[str, ...]
) -> None:
    byline = article(text).byline
    assert (byline.reporters, byline.photographers) == (reporters, photographers)


def test_a_photographer_of_a_caption() -> None:
    byline = article(TEXT, Block("caption", "图为会议现场。澜江日报记者柯一鸣摄")).byline
    assert byline.photographers == ("柯一鸣",)
    assert byline.reporters == ()


@pytest.mark.parametrize(
    ("line", "editors"),
    [
        ("2024-08-06 16:43:57来源:澜江新闻网编辑:柯一鸣责编:阮小棠", ("柯一鸣", "阮小棠")),
        ("责任编辑：柯一鸣", ("柯一鸣",)),
        ("编辑：管理员", ()),
        ("来源：澜江新闻网", ()),
    ],
)
def test_editors_of_a_line_of_metadata(line: str, editors: tuple[str, ...]) -> None:
    assert article(Block("meta", line), TEXT).byline.editors == editors


def test_names_of_a_byline_are_no_people_of_the_meeting() -> None:
    found = article(f"本报讯(记者 柯一鸣){TEXT}省长许遥出席会议。")
    assert [p.name for p in found.people] == ["许遥"]
    [mention] = found.byline.mentions
    assert mention.span is not None
    assert found.text_of(mention.span) == "柯一鸣"
