"""What stands beside a doubtful name, or is proved elsewhere, makes it one."""

import pytest

from store.lexicon import load
from store.parsing.name_lists import listed
from store.parsing.name_shapes import Shapes
from store.parsing.names import Names


def names_of_the_deck(deck: str, body: str) -> list[str]:
    found = Names(load()).anchored([deck, body], [True, False], [(), ()])
    return [mention.name for mention in found if mention.paragraph == 0]


@pytest.mark.parametrize("second", ["方成", "江海", "成方圆", "白云山"])
def test_touching_names_of_a_deck_part_where_the_text_proves_them(second: str) -> None:
    deck = f"防汛会议召开 程朗{second}出席"
    body = f"会议由程朗主持。市长{second}出席会议。"
    assert names_of_the_deck(deck, body) == ["程朗", second]
    assert names_of_the_deck(deck, "会议要求抓好落实。") == []


def scores_in(text: str) -> dict[str, float]:
    return {text[one.start : one.end]: one.score for one in listed(text, Shapes(load()))}


@pytest.mark.parametrize("name", ["方成", "江海"], ids=["a weak name", "a common word"])
def test_a_doubtful_name_between_sure_ones_is_sure(name: str) -> None:
    assert scores_in(f"顾望舒、{name}、王小琳")[name] >= 8.0
    assert name not in scores_in(f"落实、{name}、安全")
