"""Marks that mean the same are one mark, in the same place."""

import pytest

from store.parsing.folded import fold


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("会\t议", "会 议"),
        ("会议\r", "会议 "),
        ("6＋1", "6+1"),
        ("3．5", "3.5"),
        ("甲﹑乙", "甲、乙"),
        ("会议｡", "会议。"),
        ("编辑｜甲", "编辑|甲"),
        ("编辑丨甲", "编辑|甲"),
        ("(會議)", "（会议）"),
        ("●甲•乙", "·甲·乙"),
    ],
)
def test_variants_become_one(printed: str, wanted: str) -> None:
    assert fold(printed) == wanted


@pytest.mark.parametrize("text", ["会议。", "3.5", "一、二", "中华", "+", "\n"])
def test_what_is_plain_stays(text: str) -> None:
    assert fold(text) == text
