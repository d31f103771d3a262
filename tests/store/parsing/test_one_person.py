"""One person is not two: the mentions of a document settled against each other."""

import pytest

from store.lexicon import load
from store.parsing.names import Mention, _consistent

TEXTS = ("徐朗春主持会议。", "许遥主持会议。", "徐朗，许遥春，徐朗春")


def mention(paragraph: int, start: int, name: str, score: float) -> Mention:
    assert TEXTS[paragraph].startswith(name, start)
    return Mention(paragraph, start, start + len(name), name, ("in a list",), score)


def names(*mentions: Mention) -> list[str]:
    return [one.name for one in _consistent(list(mentions), TEXTS, load())]


def test_a_name_grows_to_a_surer_one_where_that_stands() -> None:
    assert names(mention(0, 0, "徐朗", 5.0), mention(2, 7, "徐朗春", 9.0)) == ["徐朗春"] * 2
    # 徐朗 before a comma is 徐朗
    assert names(mention(2, 0, "徐朗", 5.0), mention(2, 7, "徐朗春", 9.0)) == ["徐朗", "徐朗春"]
    # the longer one is less sure, and no more frequent
    assert names(mention(0, 0, "徐朗", 9.0), mention(2, 7, "徐朗春", 5.0)) == ["徐朗", "徐朗春"]


def test_a_name_grows_to_one_that_stands_there_oftener() -> None:
    twice = (mention(2, 7, "徐朗春", 5.0), mention(2, 7, "徐朗春", 5.0))
    assert names(mention(0, 0, "徐朗", 9.0), *twice) == ["徐朗春"] * 3


@pytest.mark.parametrize(
    ("score", "found"), [(6.0, "许遥"), (5.9, "许遥主")], ids=["proved elsewhere", "not proved"]
)
def test_a_name_loses_what_begins_the_next_word(score: float, found: str) -> None:
    shorter = Mention(2, 3, 5, "许遥", ("in a list",), score)
    assert names(mention(1, 0, "许遥主", 4.0), shorter)[0] == found


def test_a_name_keeps_what_begins_no_word() -> None:
    shorter = Mention(2, 3, 5, "许遥", ("in a list",), 9.0)
    assert names(mention(2, 3, "许遥春", 9.5), shorter)[0] == "许遥春"
