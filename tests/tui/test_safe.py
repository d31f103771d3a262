"""No character that acts on the terminal or hides passes the gate, and none is lost."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.safe import PLACEHOLDER, visible
from tui.typography import cell_width

ORDINARY = "会议强调：“六有”、99.5%（二期）……——努尔兰·阿不都满金 ＧＩＳ　“𠮷”①→é"


def test_ordinary_text_is_left_alone():
    assert visible(ORDINARY) == ORDINARY


@pytest.mark.parametrize(
    ("hostile", "seen"),
    [
        ("\x1b[31m红", "␛[31m红"),
        ("\x1b]52;c;QQ==\x07", "␛]52;c;QQ==␇"),
        ("一\x00二\x7f三", "一␀二␡三"),
        ("一\x9b2J二", f"一{PLACEHOLDER}2J二"),
        ("一\u202e二\u2066三", f"一{PLACEHOLDER}二{PLACEHOLDER}三"),
        ("一\u200b二\ufeff", f"一{PLACEHOLDER}二{PLACEHOLDER}"),
        ("一\U000e0041\U000e007f", f"一{PLACEHOLDER}{PLACEHOLDER}"),
        ("一\ufe0f二\U000e0100", f"一{PLACEHOLDER}二{PLACEHOLDER}"),
        ("一\ud800二", f"一{PLACEHOLDER}二"),
        ("一\u3164\u115f", f"一{PLACEHOLDER}{PLACEHOLDER}"),
        ("一\u2028二\n三\r", f"一{PLACEHOLDER}二␊三␍"),
        ("一\t二", "一 二"),
        ("一\uffff", f"一{PLACEHOLDER}"),
    ],
)
def test_what_acts_or_hides_becomes_visible(hostile, seen):
    assert visible(hostile) == seen


def test_a_few_combining_marks_stay_and_a_flood_does_not():
    assert visible("e\u0301\u0323") == "e\u0301\u0323"
    assert visible("e" + "\u0301" * 50) == "e" + "\u0301" * 4 + PLACEHOLDER * 46


def test_a_mark_without_a_base_does_not_settle_on_its_neighbour():
    assert visible("\u0301会") == f"{PLACEHOLDER}会"
    assert visible("会 \u0301") == f"会 {PLACEHOLDER}"
    assert visible("\x1b\u0301") == f"␛{PLACEHOLDER}"


def test_markup_is_text_like_any_other():
    assert visible("[@click=app.quit]点[/]") == "[@click=app.quit]点[/]"


@given(st.text(alphabet=st.characters(), max_size=80))
def test_the_length_stays_and_nothing_dangerous_comes_out(text):
    seen = visible(text)
    assert len(seen) == len(text)
    assert not any(unicodedata.category(character) in ("Cc", "Cf", "Cs") for character in seen)


@given(st.text(alphabet=st.characters(), max_size=80))
def test_what_came_out_passes_again_unchanged(text):
    assert visible(visible(text)) == visible(text)


def test_a_placeholder_takes_one_cell_in_every_terminal():
    for placeholder in (PLACEHOLDER, "␛", "␡"):
        assert cell_width(placeholder, 1) == cell_width(placeholder, 2) == 1
