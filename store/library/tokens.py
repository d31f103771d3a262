"""Text as the full-text index holds it: pairs of characters, so that a phrase is exact. Pure.

The text is folded and its blanks are left out. Every pair of neighbours is a token, and the
last character of a paragraph stands alone behind it, so that no pair reaches over the break.
A phrase of n characters is then a run of n - 1 tokens, punctuation included, and matches only
where those characters stand. One character is looked up in a table of single ones.

Where every pair of a phrase is frequent, so many articles have them all that looking at their
places takes long. Such stretches are held once more, with four characters to a token: these are
rarer, and fewer for the same phrase.
"""

import re
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from operator import add
from typing import Final

from store.folding import fold, squeeze
from store.model import Article

# every visible ASCII character that the tokenizer would take for a blank
_PUNCTUATION: Final = "".join(chr(code) for code in range(0x21, 0x7F) if not chr(code).isalnum())
TOKENIZER: Final = "ascii tokenchars '{}'".format(_PUNCTUATION.replace("'", "''"))

_BREAK: Final = "\n"
"""Between paragraphs; no squeezed text has it, and the tokenizer takes it for a blank."""

RUN: Final = 4
"""Characters of a token where all pairs are frequent."""

_FREQUENT: Final = 0.2
"""The share of the articles that have a pair, from which on it is frequent. Looking at the
places of a phrase in a fifth of 100,000 articles takes some 20 ms (bench.library)."""

_STRETCH: Final = re.compile(b"\x01{%d,}" % (RUN - 1))
_BETWEEN: Final = " - "
_UNITS: Final = "utf-32-le"


def searchable(article: Article) -> list[str]:
    """The squeezed paragraphs of an article; the title too when no paragraph has it."""
    paragraphs = [squeeze(paragraph.text) for paragraph in article.paragraphs]
    title = squeeze(article.title)
    if title and not any(title in paragraph for paragraph in paragraphs):
        paragraphs.append(title)
    return paragraphs


def pairs(paragraphs: Iterable[str]) -> str:
    """All pairs of neighbours, separated by blanks."""
    text = _BREAK.join(one for one in paragraphs if one)
    if not text:
        return ""
    first, *rest = _spread(text + _BREAK, 2).split(" " + _BREAK)
    # behind a break stands the first character of the next paragraph, which begins a pair as well
    return " ".join([first, *(one[2:] for one in rest)])


def singles(paragraphs: Iterable[str]) -> str:
    """Every character that occurs, once, separated by blanks."""
    units = array("I", set(array("I", "".join(paragraphs).encode(_UNITS))))
    return _spread(units.tobytes().decode(_UNITS), 1)


def frequent_pairs(texts: Collection[Sequence[str]]) -> frozenset[str]:
    """The pairs of neighbours that stand in at least a fifth of the texts."""
    counts: Counter[str] = Counter()
    for paragraphs in texts:
        counts.update({pair for text in paragraphs for pair in _pairs_of(text)})
    return frozenset(pair for pair, count in counts.items() if count >= _FREQUENT * len(texts))


class Runs:
    """Finds the stretches of text in which every pair of neighbours is a frequent one."""

    def __init__(self, frequent: Iterable[str]) -> None:
        self._frequent = frozenset(int.from_bytes(one.encode(_UNITS), "little") for one in frequent)

    def __call__(self, paragraphs: Iterable[str]) -> str:
        """All four neighbours within such stretches; a token of its own between two of these."""
        text = _BREAK.join(paragraphs)
        if len(text) < RUN:
            return ""
        spread = _spread(text, RUN)
        stretches = map(re.Match.span, _STRETCH.finditer(self._flags(text)))
        width = RUN + 1
        return _BETWEEN.join(
            [spread[width * start : width * (end - RUN + 2) - 1] for start, end in stretches]
        )

    def _flags(self, text: str) -> bytes:
        """A byte for every pair of neighbours: whether it is frequent."""
        # two characters are one number: a third of the time of a string for each pair
        data = text.encode(_UNITS)
        frequent = self._frequent.__contains__
        flags = bytearray(len(text) - 1)
        flags[::2] = bytes(map(frequent, array("Q", data[: len(data) & -8])))
        flags[1::2] = bytes(map(frequent, array("Q", data[4 : 4 + (len(data) - 4 & -8)])))
        return bytes(flags)


def phrase(text: str) -> str:
    """The MATCH expression of a squeezed phrase of two characters or more."""
    return quoted(" ".join(_pairs_of(text)))


def run_phrase(text: str) -> str:
    """The MATCH expression of a squeezed phrase of frequent pairs, four characters or more."""
    return quoted(_spread(text, RUN))


def distinct_pairs(text: str) -> frozenset[str]:
    """The pairs of neighbours of a squeezed text."""
    return frozenset(_pairs_of(text))


def quoted(text: str) -> str:
    """A string of the MATCH language."""
    return '"' + text.replace('"', '""') + '"'


def is_name_like(text: str) -> bool:
    """Whether a word may be meant as pinyin or initials: ASCII letters only."""
    return len(text) > 1 and text.isascii() and text.isalpha()


def readable(text: str) -> str:
    """A pinyin query as the readings are stored: lower case, without blanks and marks."""
    return "".join(one for one in fold(text) if one.isalpha() and one.isascii())


def _pairs_of(text: str) -> Iterable[str]:
    return map(add, text, text[1:])


def _spread(text: str, width: int) -> str:
    """Each run of ``width`` characters of a text, a blank between two of them."""
    # laid out as units at once: a fifth of the time of a string for each
    units = array("I", text.encode(_UNITS))
    count = max(0, len(units) - width + 1)
    spread = array("I", " ".encode(_UNITS)) * ((width + 1) * count)
    for place in range(width):
        spread[place :: width + 1] = units[place : place + count]
    return spread.tobytes()[:-4].decode(_UNITS)
