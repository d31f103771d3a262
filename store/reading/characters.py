"""The characters of a text before anyone reads it: what is dropped, what is put right.

Only what no reader sees is dropped: controls, soft hyphens, zero-width and direction marks.
Simplified and traditional characters, full and half width stay as they are printed.
"""

import re
from collections.abc import Mapping
from functools import cache

from store.lexicon.loader import load

_UNSEEN = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
_DROPPED = re.compile(f"[{_UNSEEN}]")
_LINE_ENDS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SPACES = re.compile("[ \t\xa0]{2,}|[\t\xa0]|[\u2000-\u200a\u202f]+")
_EDGES = " \t\r\n\xa0\u3000\u2002\u2003"
# Only letters of pinyin with at least one tone or umlaut: a bracketed English word stays.
_PINYIN = re.compile(
    "(?<=[一-鿿])\\((?=[a-z]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ])[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ]{1,6}\\)"
)
_TONE = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]")
_EXTRA_COMMA = re.compile(",+(?=[,、。;；:：?？!！，])")
_MIRROR = 3
_FIRST_HAN = 0x3400
_ENTITY = re.compile(r"\{\{[a-z_]{2,30}:([^{}\n]{0,200})\}\}")


@cache
def _script() -> Mapping[int, int]:
    """Traditional to simplified characters; digits and marks stay as they are."""
    return {given: wanted for given, wanted in load().plain.items() if given >= _FIRST_HAN}


def simplified(line: str) -> str:
    """A line in simplified characters, of the same length: page furniture is known in one script."""
    return line if line.isascii() else line.translate(_script())


def with_line_ends(text: str) -> str:
    r"""The text with ``\n`` as its only line end."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def is_clean(text: str) -> bool:
    """Whether every character shows something: the quick answer that spares the slow search."""
    return text.replace("\n", "").replace("\u3000", "").replace("\xa0", "").isprintable()


def on_one_line(text: str) -> str:
    """A value out of JSON, SQL or markup as one line that a file can hold."""
    if text.isprintable():
        return text
    text = _SURROGATE.sub("\ufffd", text.replace("\r", " ").replace("\n", " "))
    return _DROPPED.sub("", text)


def without_unseen(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without characters that show nothing, with a remark when control codes were there."""
    text = _LINE_ENDS.sub("\n", text)
    text, count = _DROPPED.subn("", text)
    remark = f"{count} invisible or control characters left out"
    return text, (remark,) if count else ()


def without_insertions(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without what mirrors and taggers put into it: pinyin, doubled commas, entity marks.

    Search-engine mirrors write ``領(lǐng)導(dǎo)`` and double the commas; a comma is only
    dropped before another mark, and only in a text that has inserted pinyin or many doubled ones.
    """
    remarks: tuple[str, ...] = ()
    if "{{" in text:
        text, count = _ENTITY.subn(r"\1", text)
        if count:
            remarks = (f"{count} entity marks {{{{...}}}} unwrapped",)
    pinyin = 0
    if "(" in text and _TONE.search(text):
        pinyin = len(_PINYIN.findall(text))
    if pinyin >= _MIRROR:
        text = _PINYIN.sub("", text)
        remarks = (*remarks, f"{pinyin} inserted pinyin readings left out")
    if pinyin >= _MIRROR or text.count(",,") >= _MIRROR:
        text, commas = _EXTRA_COMMA.subn("", text)
        if commas:
            remarks = (*remarks, f"{commas} doubled commas left out")
    return text, remarks


def trimmed(line: str) -> str:
    """One line without indents and with runs of blanks as one; ``　`` between words stays."""
    line = line.strip(_EDGES)
    if "  " in line or "\t" in line or "\xa0" in line or "\u2003" in line or "\u2002" in line:
        line = _SPACES.sub(" ", line)
    return line
