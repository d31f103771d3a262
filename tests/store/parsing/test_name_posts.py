"""A post between two names, or between a place and a name."""

import pytest
from parsed import names_in, titles_of


@pytest.mark.parametrize("post", ["市长", "县长", "区长", "州长", "省长"])
def test_what_stands_before_a_post_and_the_name_of_its_holder_is_a_place(post: str) -> None:
    # 云 and 柳 are surnames
    assert names_in(f"云汀{post}程朗讲话。") == ["程朗"]
    assert names_in(f"柳溪{post}顾望舒强调，要抓好落实。") == ["顾望舒"]


def test_a_name_before_such_a_post_is_one_where_no_name_follows() -> None:
    assert titles_of("会议由许遥市长主持。") == {"许遥": "市长"}
    assert names_in("省长许遥、市长程朗出席。") == ["许遥", "程朗"]


def test_a_post_that_no_place_has_may_stand_between_two_names() -> None:
    assert names_in("许遥书记、程朗主任出席。") == ["许遥", "程朗"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("主办方出席会议。", []),
        ("主席方朗出席会议。", ["方朗"]),
        ("主办方来到云汀。", []),
        ("书记官程朗出席会议。", []),
        ("书记程朗出席会议。", ["程朗"]),
        ("总工程师来到云汀。", []),
        ("总工程朗出席会议。", ["程朗"]),
    ],
)
def test_a_post_that_is_the_beginning_of_another_word_names_nobody(
    text: str, names: list[str]
) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize("bracket", ["（女）", "（男，彝族）", "（女，藏族）"])
def test_a_bracket_of_sex_and_nation_tells_a_name_behind_any_word(bracket: str) -> None:
    assert names_in(f"来自云汀的程朗{bracket}。") == ["程朗"]
    assert names_in("来自云汀的程朗（左二）。") == []
