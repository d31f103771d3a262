"""Text that attacks a terminal, a reader's eyes or Textual's markup, and how to tell it got out.

``ATTACKS`` are strings that a document, a file name or a message may hold. ``harm_in`` looks at
bytes that went to a terminal, ``harm_in_text`` at text that was printed: both give what must
not be there, so that an empty answer is the wanted one.
"""

import re
import unicodedata
from collections.abc import Iterator

ESC = "\x1b"

ATTACKS = {
    "link": "[@click=app.quit]甲[/]",
    "screen link": "[@click=screen.dismiss]甲[/]",
    "closing": "见附件[/a]",
    "bare closing": "甲[/]",
    "style": "[bold red]甲[/bold red]",
    "address": "[link=https://example.invalid]甲[/link]",
    "variable": "$primary {甲} {0} %s",
    "backslash": "甲\\[b]乙\\",
    "title": f"甲{ESC}]0;OWNED\x07",
    "icon": f"甲{ESC}]2;OWNED{ESC}\\",
    "clipboard": f"甲{ESC}]52;c;T1dORUQ=\x07",
    "hyperlink": f"{ESC}]8;;https://example.invalid{ESC}\\甲{ESC}]8;;{ESC}\\",
    "palette": f"甲{ESC}]4;1;#ffffff\x07",
    "file": f"甲{ESC}]1337;File=inline=1:AAAA\x07",
    "notice": f"甲{ESC}]777;notify;甲;乙\x07",
    "colour": f"{ESC}[31;5;7m甲",
    "clear": f"甲{ESC}[3J{ESC}[2J{ESC}[H",
    "report": f"甲{ESC}[6n{ESC}[c{ESC}[>c",
    "answerback": "甲\x05乙",
    "reset": f"甲{ESC}c",
    "charset": f"甲{ESC}(0{ESC}%@\x0e\x0f",
    "device": f'甲{ESC}P$q"p{ESC}\\',
    "keys": f"甲{ESC}[?1002h{ESC}[?47h",
    "column": f"甲{ESC}#8{ESC}7{ESC}8",
    "private message": f"{ESC}^甲{ESC}\\{ESC}_乙{ESC}\\{ESC}X丙{ESC}\\",
    "c1 csi": "\x9b31m甲\x9b6n",
    "c1 osc": "\x9d0;OWNED\x9c甲",
    "c1 dcs": "\x90q甲\x9c",
    "c1 all": "甲" + "".join(map(chr, range(0x80, 0xA0))),
    "c0 all": "甲" + "".join(map(chr, range(0x20))) + "\x7f",
    "overprint": "甲\x08\x08乙\r丙",
    "nul": "甲\x00乙",
    "lines": "甲\u2028乙\u2029丙\x85丁\x0b\x0c",
    "override": "甲\u202e乙丙\u202c",
    "isolates": "甲\u2066乙\u2067丙\u2068\u2069",
    "marks": "甲\u200e\u200f\u061c乙",
    "zero width": "甲\u200b\u200c\u200d\u2060\ufeff乙",
    "tags": "甲" + "".join(chr(0xE0000 + ord(one)) for one in "quit") + "\U000e007f",
    "selectors": "甲\ufe0f\ufe00\U000e0100\U000e01ef乙",
    "fillers": "甲\u3164\u115f\u1160\uffa0\u2800乙",
    "soft": "甲\u00ad\u180e\u034f乙",
    "annotation": "甲\ufff9乙\ufffa丙\ufffb",
    "flood": "甲" + "\u0301" * 200,
    "flood of kinds": "甲" + "\u0489\u20dd\u0335\u1ab0" * 30,
    "no base": "\u0301\u0301甲",
    "surrogate": "甲\udc80\ud800乙",
    "none": "甲\ufffe\uffff\U0001ffff\ufdd0乙",
    "private": "甲\ue000\U000f0000\U0010fffd乙",
    "wide": "﷽" * 20 + "𒐫" * 20,
    "formula": "=cmd|' /C calc'!A0",
    "shell": "$(touch owned); `touch owned` | touch owned",
    "option": "--library=/nowhere",
    "path": "../../../etc/passwd",
    "format": "%n%s{article.__class__}",
}
"""Each under the name of what it tries."""

SEQUENCES = (b"\x1b[31;5;7m", b"\x1b[3J", b"\x1b[2J", b"\x1b[?1002h", b"\x1b[?47h")
"""Sequences of the attacks that look like those a screen is drawn with."""

STORABLE = {
    name: attack for name, attack in ATTACKS.items() if not re.search("[\ud800-\udfff]", attack)
}
"""Those that JSON can hold."""

NAMES = {
    name: attack.replace("/", "_").replace("\x00", "")
    for name, attack in ATTACKS.items()
    if "\ud800" not in attack
}
"""Those that can be file names."""

_ALLOWED_SEQUENCES = re.compile(
    rb"\x1b\["
    rb"(?:[0-9;]*[A-DGHKXdm]"  # place the cursor, colour, clear: what a screen is drawn with
    rb"|\?[0-9;]+[hl]"  # modes, checked one by one below
    rb"|\?[0-9]+\$p|[>=<][0-9;]*u|[0-9;]*t|\?u)"
    rb"|[\x0b\r\x08]+"  # the cursor down, to the left edge, one back: the painter's shortest ways
    rb"|\x1b\]22;[a-z-]*\x07"  # the shape of the mouse pointer, which Textual sets
)
_BEGUN = re.compile(rb"\x1b\[?[0-9;?]*$")
"""What is still being written at the end of what was read."""

_MODE = re.compile(rb"\x1b\[\?([0-9;]+)[hl]")
_MODES = frozenset({7, 25, 1000, 1003, 1004, 1006, 1015, 1016, 1049, 2004, 2026, 2048})
"""The modes that Textual's Linux driver sets and takes back."""

_MARKS_AT_MOST = 4
"""Combining marks on one base that the gate lets through (tui.safe)."""


def harm_in(output: bytes, *, drawn: bool) -> list[str]:
    """What must not be among bytes that a terminal got: sequences, controls, hidden characters.

    With ``drawn`` the sequences that a screen is drawn with are allowed; without it, only line
    ends are.
    """
    found = []
    if drawn:
        modes = {int(number) for one in _MODE.findall(output) for number in one.split(b";")}
        found = [f"mode {mode}" for mode in sorted(modes - _MODES)]
        found += [f"sequence {one!r}" for one in SEQUENCES if one in output]
        output = _BEGUN.sub(b"", _ALLOWED_SEQUENCES.sub(b"", output))
    try:
        text = output.decode("utf-8")
    except UnicodeDecodeError as error:
        return [*found, f"no UTF-8: {error}"]
    return [*found, *harm_in_text(text.replace("\r\n", "\n"))]


def harm_in_text(text: str) -> list[str]:
    """What must not be in a text that was printed; line ends are allowed."""
    # each kind once: a screen repeats few characters many times
    found = {one: text.index(one) for one in sorted(set(text)) if _harms(one)}
    return [*(f"{one!r} in {text[at : at + 20]!r}" for one, at in found.items()), *_floods(text)]


def _harms(character: str) -> bool:
    code = ord(character)
    if character == "\n":
        return False
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return True
    selectors = 0xFE00 <= code <= 0xFE0F or 0xE0000 <= code <= 0xE0FFF
    return selectors or character in "\u115f\u1160\u3164\uffa0\u034f\u2800\ufffe\uffff"


def _floods(text: str) -> Iterator[str]:
    marks = [one for one in set(text) if unicodedata.category(one) in ("Mn", "Me")]
    flood = marks and re.search(f"[{re.escape(''.join(marks))}]{{{_MARKS_AT_MOST + 1},}}", text)
    if flood:
        yield f"{len(flood.group())} marks on one character"
