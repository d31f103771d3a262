"""Where lines end: by example, and by what must hold for any text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.typography import NOT_FIRST, NOT_LAST, Line, break_lines, cell_width, drawn

HAN = "会议强调要抓好防汛工作"
MIXED = st.text(alphabet=HAN + "，。、；：？！）》”’％（《“‘…—·ab19.,%() 　é̈①", max_size=120)
ANY = st.text(max_size=60)


def shown(text: str, width: int, **settings: int) -> list[str]:
    """The drawn lines, indents included."""
    return [
        " " * line.indent + drawn(text, line.start, line.end)
        for line in break_lines(text, width, **settings)
    ]


def test_a_line_may_break_between_any_two_chinese_characters():
    assert shown("会议强调要抓好防汛", 8) == ["会议强调", "要抓好防", "汛"]


def test_a_stop_takes_the_character_before_it_to_the_next_line():
    assert shown("会议强调。要", 8) == ["会议强", "调。要"]
    assert shown("会议强。调要", 8) == ["会议强。", "调要"]


def test_an_opening_mark_does_not_stay_behind():
    assert shown("会议印发《意见》", 10) == ["会议印发", "《意见》"]
    assert shown("会议讨论了《意见》", 12) == ["会议讨论了", "《意见》"]


def test_closing_marks_in_a_row_stay_with_what_they_close():
    assert shown("抓好“六到位”）。要", 10) == ["抓好“六到", "位”）。要"]


def test_numbers_and_latin_words_stay_whole():
    assert shown("共排查12,580处", 10) == ["共排查", "12,580处"]
    assert shown("升级GIS平台", 8) == ["升级GIS", "平台"]
    assert shown("增长99.5%以上", 8) == ["增长", "99.5%以", "上"]
    assert shown("二〇二四年２０２４年", 12) == ["二〇二四年", "２０２４年"]


def test_a_time_a_decimal_and_an_apostrophe_do_not_end_a_number_or_a_word():
    assert shown("上午10：30召开", 9) == ["上午", "10：30召", "开"]
    assert shown("it’s", 3) == ["it’", "s"]
    assert shown("ab it’s", 6) == ["ab", "it’s"]
    assert shown("增长２．５倍", 8) == ["增长", "２．５倍"]
    assert shown("时间：10", 6) == ["时间：", "10"]


def test_a_word_longer_than_the_line_is_cut_and_keeps_its_full_stop():
    assert shown("见https://example.org。", 11) == ["见", "https://exa", "mple.org。"]
    assert shown("abcdefgh。", 8) == ["abcdefg", "h。"]


def test_a_dash_and_an_ellipsis_are_not_cut():
    assert shown("会议——要", 6) == ["会议——", "要"]
    assert shown("会议强——要", 7) == ["会议强", "——要"]
    assert shown("会议强……要", 7) == ["会议", "强……要"]


def test_a_middle_dot_never_opens_a_line():
    assert shown("阿依古丽·买买提", 8) == ["阿依古", "丽·买买", "提"]


def test_straight_quotes_open_and_close_in_turn():
    assert shown('会议说"好"吗', 7) == ["会议说", '"好"吗']
    assert shown('会议"说好"吗', 9) == ['会议"说', '好"吗']


def test_spaces_at_the_end_of_a_line_hang():
    assert shown("ab cd ef", 5) == ["ab cd", "ef"]
    assert shown("会议　强调", 4) == ["会议", "强调"]
    assert [line.end for line in break_lines("ab cd ef", 5)] == [6, 8]


def test_the_first_line_and_the_others_are_indented_apart():
    assert shown("一要压实责任，二要", 12, first_indent=2, indent=6) == [
        "  一要压实责",
        "      任，二",
        "      要",
    ]


def test_a_word_that_the_first_line_had_room_for_is_cut_where_the_others_have_less():
    assert shown(" 00000", 5, indent=2) == ["", "  000", "  00"]


def test_an_indent_gives_way_to_the_text():
    assert shown("会议", 2, indent=6) == ["会", "议"]
    assert shown("会议", 3, first_indent=6) == [" 会", "议"]


def test_ambiguous_characters_take_one_cell_or_two():
    assert cell_width("“六有”", 1) == 6
    assert cell_width("“六有”", 2) == 8
    assert shown("做到“六有”", 10) == ["做到“六有”"]
    assert shown("做到“六有”", 10, ambiguous=2) == ["做到“六", "有”"]


def test_combining_marks_stay_on_their_base():
    assert shown("e\u0301e\u0301", 1) == ["e\u0301", "e\u0301"]
    assert cell_width("e\u0301") == 1


def test_a_text_without_characters_is_one_empty_line():
    assert break_lines("", 10, first_indent=4) == [Line(0, 0, 4)]


@given(
    ANY | MIXED, st.integers(2, 30), st.integers(0, 8), st.integers(0, 8), st.sampled_from([1, 2])
)
def test_the_lines_joined_are_the_text(text, width, first, rest, ambiguous):
    lines = break_lines(text, width, first_indent=first, indent=rest, ambiguous=ambiguous)
    assert "".join(text[line.start : line.end] for line in lines) == text
    assert all(line.start < line.end for line in lines) or lines == [lines[0]]


@given(
    ANY | MIXED, st.integers(2, 30), st.integers(0, 8), st.integers(0, 8), st.sampled_from([1, 2])
)
def test_no_line_is_wider_than_asked(text, width, first, rest, ambiguous):
    for line in break_lines(text, width, first_indent=first, indent=rest, ambiguous=ambiguous):
        cells = cell_width(drawn(text, line.start, line.end), ambiguous)
        assert line.indent + cells <= width


@given(MIXED, st.integers(2, 30))
def test_no_rule_is_broken_where_the_width_allows(text, width):
    """A forbidden break is made only where the line offers no permitted one."""
    for line in break_lines(text, width)[:-1]:
        if not permitted(text, line.end):
            assert not any(permitted(text, at) for at in range(line.start + 1, line.end))


@given(MIXED, st.integers(4, 30))
def test_a_line_is_as_full_as_the_rules_allow(text, width):
    lines = break_lines(text, width)
    for line, following in pairwise(lines):
        further = [at for at in range(line.end + 1, following.end) if permitted(text, at)]
        if permitted(text, line.end) and further:
            assert cell_width(drawn(text, line.start, further[0])) > width


def permitted(text: str, at: int) -> bool:
    """Whether a line may begin at a character of MIXED, said plainly and slowly."""
    before, character = text[:at], text[at]
    left = before.rstrip(" 　").rstrip("̈") if before[-1] != "̈" else before.rstrip("̈")
    if character in " 　" and text[at + 1 : at + 2] != "̈":
        return False
    if character in NOT_FIRST or character == "̈":
        return False
    if left and left[-1] in NOT_LAST:
        return False
    if before[-1] == character and character in "…—":
        return False
    joined = before.rstrip("̈’．：")
    return not (in_word(character) and bool(joined) and in_word(joined[-1]))


def in_word(character: str) -> bool:
    return (character.isascii() and character > " ") or character == "é"


@pytest.mark.parametrize("unit", [HAN + "，", "a", "（", " ", "，", "e\u0301", '"'])
def test_a_long_text_of_one_piece_is_broken_whole(unit):
    text = unit * (80_000 // len(unit))
    lines = break_lines(text, 40)
    assert "".join(text[line.start : line.end] for line in lines) == text
