"""One form for what a reader takes as the same text: case, width, script, punctuation. Pure.

Folding maps one character to one character, so an offset into the folded text is an offset
into the text. Traditional characters follow OpenCC's table of single characters.
"""

import unicodedata
from functools import cache
from importlib import resources
from typing import Final, NamedTuple

FOLDING_VERSION: Final = 1
"""Raised when a text folds differently, so that what was stored folded is made anew."""

_SPACE: Final = " "
_SAME: Final = {
    "。": ".",
    "｡": ".",
    "、": ",",
    "､": ",",
    "“": '"',
    "”": '"',
    "„": '"',
    "‟": '"',
    "「": '"',
    "」": '"',
    "『": '"',
    "』": '"',
    "＂": '"',
    "‘": "'",
    "’": "'",
    "‚": "'",
    "‛": "'",
    "＇": "'",
    "〈": "<",
    "〉": ">",
    "《": "<",
    "》": ">",
    "【": "[",
    "】": "]",
    "〔": "[",
    "〕": "]",
    "〖": "[",
    "〗": "]",
    "•": "·",
    "・": "·",
    "･": "·",
    "‧": "·",
    "∙": "·",
    "⋅": "·",
    "—": "-",
    "–": "-",
    "―": "-",
    "‐": "-",
    "‑": "-",
    "−": "-",
    "─": "-",
    "〜": "~",
}
"""Punctuation that is set differently and read alike; a comma is not a full stop."""


class Compact(NamedTuple):
    """Folded text without blanks and invisible characters, and where each character stood."""

    text: str
    origins: tuple[int, ...]


@cache
def folding_table() -> dict[int, str]:
    """Every character that folds to another one, as str.translate wants it."""
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table.update((ord(character), simple) for character, simple in _SAME.items())
    table.update(_invisible())
    table.update(_compatible())
    table.update(_simplified())
    # a chain such as a compatibility form of a traditional character ends in one step
    return {code: table.get(ord(to), to).lower() for code, to in table.items()}


def fold(text: str) -> str:
    """The folded text, of the same length: offsets stay valid."""
    folded = text.translate(_basic_plane())
    if len(folded.encode("utf-16-le")) > 2 * len(folded):
        folded = folded.translate(folding_table())
    lower = folded.lower()
    if len(lower) == len(folded):
        return lower
    # İ alone becomes two characters in lower case
    return "".join(low if len(low := one.lower()) == 1 else one for one in folded)


def compact(text: str) -> Compact:
    """Folded text without blanks, with the offset of each character in ``text``."""
    folded = fold(text)
    kept = [(one, at) for at, one in enumerate(folded) if not one.isspace()]
    return Compact("".join(one for one, _ in kept), tuple(at for _, at in kept))


def squeeze(text: str) -> str:
    """Folded text without blanks: what a search compares."""
    return "".join(fold(text).split())


@cache
def _basic_plane() -> list[int]:
    """What the first 65,536 characters fold to: looked up in half the time of a dictionary."""
    table = list(range(0x10000))
    for code, to in folding_table().items():
        if code < len(table):
            table[code] = ord(to)
    return table


def _invisible() -> dict[int, str]:
    """Controls and characters without a width, which no reader can mean to search."""
    codes = [*range(0x20), *range(0x7F, 0xA1), 0xAD, 0x3000, 0xFEFF, 0x180E]
    codes += [*range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070)]
    codes += [*range(0xFE00, 0xFE10), *range(0xE0000, 0xE0200)]
    # a lone surrogate is no text: no database takes it
    return dict.fromkeys(codes, _SPACE) | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def _compatible() -> dict[int, str]:
    """Compatibility ideographs and radicals that stand for one common character."""
    codes = [*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20)]
    pairs = ((code, unicodedata.normalize("NFKC", chr(code))) for code in codes)
    return {code: plain for code, plain in pairs if len(plain) == 1 and plain != chr(code)}


def _simplified() -> dict[int, str]:
    """Traditional characters and the first simplified one of OpenCC's TSCharacters."""
    table: dict[int, str] = {}
    source = resources.files("opencc").joinpath("dictionary/TSCharacters.txt")
    for line in source.read_text(encoding="utf-8").splitlines():
        traditional, _, simple = line.partition("\t")
        choices = simple.split()
        if len(traditional) == 1 and choices and len(choices[0]) == 1:
            table[ord(traditional)] = choices[0]
    return table
