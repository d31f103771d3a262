"""Folding: one form for what reads the same, one character for one character."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.folding import compact, fold, folding_table, squeeze


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＡＢｃ１２３", "abc123"),
        ("臺灣縣議會", "台湾县议会"),
        ("会议，强调：", "会议,强调:"),
        ("“六有”", '"六有"'),
        ("「六有」", '"六有"'),
        ("努尔兰•阿不都", "努尔兰·阿不都"),
        ("甲\u3000乙\u00a0丙\t丁\u200b戊", "甲 乙 丙 丁 戊"),
        ("\x1b[31m", " [31m"),
        ("", ""),
    ],
)
def test_what_reads_alike_folds_alike(text: str, folded: str):
    assert fold(text) == folded


def test_a_full_stop_is_no_comma_and_no_dot_within_a_name():
    assert fold("。") != fold("，")
    assert fold("·") != fold("。")
    assert fold("、") == fold("，")


@given(st.text())
@settings(max_examples=300, deadline=None)
def test_folding_keeps_the_length_and_is_done_once(text: str):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text())
@settings(max_examples=200, deadline=None)
def test_compact_text_knows_where_its_characters_stood(text: str):
    short = compact(text)
    assert len(short.text) == len(short.origins)
    assert [fold(text)[at] for at in short.origins] == list(short.text)
    assert short.text == squeeze(text)
    assert list(short.origins) == sorted(set(short.origins))


def test_no_chain_of_foldings_is_left():
    table = folding_table()
    assert all(table.get(ord(to), to) == to for to in table.values())


def test_a_lone_surrogate_becomes_something_that_can_be_stored():
    assert fold("a\ud800b").encode() == "a\ufffdb".encode()
