"""Text as the full-text index holds it: pairs of characters, so that a phrase is exact. Pure.

The text is folded and its blanks are left out. Every pair of neighbours is a token, and the
last character of a paragraph stands alone behind it, so that no pair reaches over the break.
A phrase of n characters is then a run of n - 1 tokens, punctuation included, and matches only
where those characters stand. One character is looked up in a table of single ones.
"""

from array import array
from collections.abc import Iterable
from operator import add
from typing import Final

from store.folding import fold, squeeze
from store.model import Article

# every visible ASCII character that the tokenizer would take for a blank
_PUNCTUATION: Final = "".join(chr(code) for code in range(0x21, 0x7F) if not chr(code).isalnum())
TOKENIZER: Final = "ascii tokenchars '{}'".format(_PUNCTUATION.replace("'", "''"))

_BREAK: Final = "\n"
"""Between paragraphs; no squeezed text has it, and the tokenizer takes it for a blank."""


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
    # three units a character, laid out at once: a fifth of the time of a string for each pair
    units = array("I", (text + _BREAK).encode("utf-32-le"))
    spread = array("I", " ".encode("utf-32-le")) * (3 * len(text))
    spread[::3] = units[:-1]
    spread[1::3] = units[1:]
    first, *rest = spread.tobytes().decode("utf-32-le").split(" " + _BREAK)
    # behind a break stands the first character of the next paragraph, which begins a pair as well
    return " ".join([first, *(one[2:] for one in rest)])


def singles(paragraphs: Iterable[str]) -> str:
    """Every character that occurs, once, separated by blanks."""
    return " ".join(set("".join(paragraphs)))


def phrase(text: str) -> str:
    """The MATCH expression of a squeezed phrase of two characters or more."""
    return quoted(" ".join(map(add, text, text[1:])))


def quoted(text: str) -> str:
    """A string of the MATCH language."""
    return '"' + text.replace('"', '""') + '"'


def is_name_like(text: str) -> bool:
    """Whether a word may be meant as pinyin or initials: ASCII letters only."""
    return len(text) > 1 and text.isascii() and text.isalpha()


def readable(text: str) -> str:
    """A pinyin query as the readings are stored: lower case, without blanks and marks."""
    return "".join(one for one in fold(text) if one.isalpha() and one.isascii())
