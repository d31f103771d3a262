"""The judge is judged first: it sees every attack that is let through, and no ordinary text."""

import pytest
from attacks import ATTACKS, NAMES, STORABLE, harm_in, harm_in_text

from tui.safe import visible

HARMLESS_AS_TEXT = {
    *("link", "screen link", "closing", "bare closing", "style", "address", "variable"),
    *("backslash", "private", "wide", "formula", "shell", "option", "path", "format"),
}
"""Attacks on markup, shells and spreadsheets: ordinary characters for a terminal."""


@pytest.mark.parametrize("name", sorted(set(ATTACKS) - HARMLESS_AS_TEXT - {"no base", "surrogate"}))
def test_an_attack_that_is_let_through_is_seen(name):
    assert harm_in_text(ATTACKS[name])
    assert harm_in(ATTACKS[name].encode(), drawn=False)
    if name != "overprint":
        # the painter itself goes back and down by these
        assert harm_in(ATTACKS[name].encode(), drawn=True)


def test_ordinary_output_is_no_harm():
    assert harm_in_text("会议强调：“六有”（二期）……\n第二行 café\n") == []
    assert harm_in("\x1b[?1049h\x1b[1;1H\x1b[38;5;3m会\x1b[m\x1b[?25l".encode(), drawn=True) == []
    assert harm_in(b"\x1b[1;1H", drawn=False) == ["'\\x1b' in '\\x1b[1;1H'"]


@pytest.mark.parametrize("name", sorted(ATTACKS))
def test_the_gate_makes_every_attack_harmless_and_keeps_its_length(name):
    seen = visible(ATTACKS[name])
    assert harm_in_text(seen) == []
    assert len(seen) == len(ATTACKS[name])


def test_the_collections_are_what_they_say():
    assert all(text.encode() for text in STORABLE.values())
    assert all("/" not in name and "\0" not in name for name in NAMES.values())
    assert len(STORABLE) > 45
    assert len(NAMES) > 45
