import base64

import pytest

from tui import clipboard
from tui.clipboard import LIMIT, TooLongError, copy, sequence


def payload(data):
    return base64.b64decode(data.partition(";c;")[2].partition("\x07")[0]).decode()


def test_a_bare_terminal_gets_the_bare_sequence():
    assert payload(sequence("一要压实责任", {})) == "一要压实责任"
    assert sequence("x", {}).startswith("\x1b]52;c;")


def test_tmux_gets_it_wrapped_with_every_escape_doubled():
    wrapped = sequence("x", {"TMUX": "/run/tmux,1,0"})
    assert wrapped == "\x1bPtmux;\x1b\x1b]52;c;eA==\x07\x1b\\"


def test_screen_gets_pieces_it_lets_through():
    wrapped = sequence("字" * 1000, {"STY": "1.pts"})
    pieces = wrapped.split("\x1b\\")[:-1]
    assert len(pieces) > 1
    assert all(piece.startswith("\x1bP") and len(piece) <= 768 for piece in pieces)
    assert payload("".join(piece.removeprefix("\x1bP") for piece in pieces)) == "字" * 1000


def test_too_much_is_refused_before_anything_is_written():
    written = []
    with pytest.raises(TooLongError, match=str(LIMIT)):
        copy("字" * (LIMIT // 3 + 1), {}, written.append)
    assert written == []


def test_tmux_is_asked_first_and_its_failure_falls_back_to_the_sequence(monkeypatch):
    written = []
    monkeypatch.setattr(clipboard, "_through_tmux", lambda text: text == "taken")
    copy("taken", {"TMUX": "x"}, written.append)
    assert written == []
    copy("not taken", {"TMUX": "x"}, written.append)
    assert payload(written[0]) == "not taken"
