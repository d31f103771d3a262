"""Where a clause begins and ends."""

import pytest

from store.parsing.clauses import DAY, clause_end, clause_start, mask
from store.parsing.days import Day


@pytest.mark.parametrize("mark", "，。；！？：,;!?:\n")
def test_a_mark_parts_clauses(mark: str) -> None:
    text = f"大家到会{mark}会议结束"
    assert clause_start(text, len(text)) == 5
    assert clause_end(text, 0, 80) == 4


@pytest.mark.parametrize("mark", "、·的-")
def test_other_characters_part_nothing(mark: str) -> None:
    text = f"大家到会{mark}会议结束"
    assert clause_start(text, len(text)) == 0
    assert clause_end(text, 0, 80) == len(text)


@pytest.mark.parametrize("pair", ["（）", "《》", "“”", "‘’", "【】"])
def test_brackets_are_left_whole(pair: str) -> None:
    text = f"甲{pair[0]}乙，丙{pair[1]}丁，戊"
    assert clause_end(text, 0, 80) == 7
    assert clause_start(text, 7) == 0
    assert clause_end(text, 2, 80) == 3
    assert clause_start(text, 3) == 2


@pytest.mark.parametrize("pair", ["（）", "《》", "“”", "‘’", "【】"])
def test_an_open_bracket_holds_its_clause(pair: str) -> None:
    assert clause_start(f"甲{pair[0]}乙丙", 4) == 2
    assert clause_end(f"乙丙{pair[1]}甲", 0, 80) == 2


@pytest.mark.parametrize("text", ["（甲》乙", "【甲”乙", "‘甲）乙"])
def test_brackets_of_two_kinds_are_no_pair(text: str) -> None:
    assert clause_start(text, 4) == 1
    assert clause_end(text, 0, 80) == 2


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("甲乙 丙丁", 2),
        ("甲乙 12", 5),
        ("12 丙丁", 5),
        ("甲A 丙丁", 5),
        (f"甲{DAY} 丙丁", 5),
        ("甲乙 ", 3),
    ],
)
def test_a_blank_parts_clauses_but_not_beside_digits_letters_and_days(text: str, end: int) -> None:
    assert clause_end(text, 0, 80) == end
    assert clause_start(text, len(text)) == (3 if end == 2 else 0)


def test_a_clause_has_a_greatest_length() -> None:
    text = "甲" * 400
    assert clause_start(text, 400) == 240
    assert clause_end(text, 0, 100) == 100


def test_days_are_masked_character_by_character() -> None:
    assert mask("会议3月5日开", [Day(start=2, end=6)]) == f"会议{DAY * 4}开"
    assert mask("会议", []) == "会议"
