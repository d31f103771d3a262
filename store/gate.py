"""The gate that every untrusted text passes on its way out: to a screen, a stream, a file.

A terminal obeys control characters, and a reader is misled by characters that hide or turn
the text round. Here each of them becomes one visible placeholder, so that the text keeps its
length and every span into it stays valid; JSON can have an escape instead, which is exact.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

PLACEHOLDER = "\u2426"
"""What stands for a hidden character: of neutral width, so one cell in every terminal."""

_CONTROL_PICTURES = 0x2400
_DELETE, _DELETE_PICTURE = "\x7f", "\u2421"

MARKS_KEPT = 4
"""Combining marks left on one base: Tibetan and Thai need three, a flood has hundreds."""

_ODD = re.compile("[^ -~\u00b7\u2014\u2018-\u201d\u2026\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]+")

_HIDDEN_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u17b4\u17b5\u034f\u2800\u2028\u2029")

_Kind = Literal["plain", "mark", "hidden"]


def visible(text: str) -> str:
    """The text with every character that could act on the terminal or hide made visible.

    C0 and C1 controls, escape, line ends, bidirectional overrides, zero-width and tag
    characters, variation selectors, lone surrogates and combining marks without a base or past
    the fourth each become one placeholder of one cell; a tab becomes a space. The result has
    the length of the text. Cut a text of several lines into lines first.
    """
    return _ODD.sub(_mended, text)


def combines(character: str) -> bool:
    """Whether a character is a mark on the one before it, which it must not lose."""
    return _kind(character) == "mark"


def escaped(json: str) -> str:
    r"""A line of JSON where each such character is written ``\u202e``: it means the same.

    JSON holds them in strings only.
    """
    return _ODD.sub(_as_escapes, json)


def _as_escapes(found: re.Match[str]) -> str:
    pairs = zip(found.group(), _mended(found), strict=True)
    return "".join(one if one == seen else _json_escape(one) for one, seen in pairs)


def _json_escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _mended(found: re.Match[str]) -> str:
    based = found.start() > 0 and not found.string[found.start() - 1].isspace()
    marks = 0
    characters: list[str] = []
    for character in found.group():
        kind = _kind(character)
        if kind == "mark":
            marks += 1
            kept = based and marks <= MARKS_KEPT
            characters.append(character if kept else PLACEHOLDER)
            continue
        marks = 0
        based = kind == "plain" and not character.isspace()
        characters.append(character if kind == "plain" else _placeholder(character))
    return "".join(characters)


@lru_cache(maxsize=4096)
def _kind(character: str) -> _Kind:
    code = ord(character)
    if character in _HIDDEN_LETTERS or 0xFE00 <= code <= 0xFE0F or 0x180B <= code <= 0x180F:
        return "hidden"
    if 0xE0000 <= code <= 0xE0FFF or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
        return "hidden"
    category = unicodedata.category(character)
    if category in ("Cc", "Cf", "Cs"):
        return "hidden"
    return "mark" if category in ("Mn", "Me") else "plain"


def _placeholder(character: str) -> str:
    if character == "\t":
        return " "
    if character < " ":
        return chr(_CONTROL_PICTURES + ord(character))
    return _DELETE_PICTURE if character == _DELETE else PLACEHOLDER
