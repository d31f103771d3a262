"""Chinese set in lines as in print: where a line may end, how wide it is, where it hangs.

The rules are those of GB/T 15834-2011, section 5.1: stops, closing brackets and closing
quotation marks never open a line, opening ones never close it, a dash or an ellipsis is
never cut, the middle dot and the connecting marks never open a line. Numbers and Latin words
stay whole. A text is never altered: a drawn line is a span of it.
"""

import unicodedata
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

import wcwidth

NOT_FIRST = frozenset(
    "，。、；：？！）》〉」』】〕〗］｝”’％‰℃°…·•‧・～–-／/々〻!),.:;?]}%|｜︰﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞"
)
"""Characters that never open a line."""

_OPENED = "“"
NOT_LAST = frozenset("（《〈「『【〔〖［｛“‘＃￥＄№([{#$¥£€／/﹙﹛﹝")
"""Characters that never close a line."""

_UNCUT = frozenset("—…─⋯")
_SPACES = frozenset(
    " \u00a0\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f"
)
_EITHER_QUOTE = frozenset('"＂')
_LEAST_ROOM = 2


class Line(NamedTuple):
    """One drawn line: characters [start, end) of the text, after ``indent`` empty cells.

    Spaces at its end hang: they belong to the span and are not drawn (``drawn`` leaves them
    out).
    """

    start: int
    end: int
    indent: int


class _Bond(Enum):
    """How a character holds to the one before it."""

    FREE = "a line may begin here"
    WORD = "inside a number or a Latin word"
    HELD = "a rule forbids a line to begin here"
    HANG = "a space, which never begins a line"


class _Sort(Enum):
    SPACE = "space"
    MARK = "takes no cell of its own"
    WORD = "part of a number or a Latin word"
    OTHER = "stands alone"


def drawn(text: str, start: int, end: int) -> str:
    """What is drawn of the line [start, end): all but the spaces that hang at its end."""
    while end > start and text[end - 1] in _SPACES:
        end -= 1
    return text[start:end]


def cell_width(text: str, ambiguous: int = 1) -> int:
    """The cells that a text takes where characters of ambiguous width take ``ambiguous``."""
    return sum(_traits(character, ambiguous)[1] for character in text)


def break_lines(
    text: str, width: int, *, first_indent: int = 0, indent: int = 0, ambiguous: int = 1
) -> list[Line]:
    """The lines of a text no wider than ``width`` cells, indents included.

    ``first_indent`` and ``indent`` are the empty cells before the first line and before the
    others; they give way where fewer than two cells would be left. A text without
    characters has one empty line. Linear in the length of the text.
    """
    return list(
        iter_lines(text, width, first_indent=first_indent, indent=indent, ambiguous=ambiguous)
    )


def iter_lines(
    text: str, width: int, *, first_indent: int = 0, indent: int = 0, ambiguous: int = 1
) -> Iterator[Line]:
    """The lines of ``break_lines`` one by one, so that a long text can be shown from its top."""
    lead, rest = (max(0, min(cells, width - _LEAST_ROOM)) for cells in (first_indent, indent))
    start = start_cells = cells = 0
    free = free_cells = inside = inside_cells = 0
    for at, (bond, own) in enumerate(_bonds(text, ambiguous)):
        if bond is _Bond.FREE:
            free, free_cells = at, cells
        elif bond is _Bond.WORD:
            inside, inside_cells = at, cells
        while own and bond is not _Bond.HANG and start < at:
            if cells + own - start_cells <= width - lead:
                break
            if free > start:
                cut, cut_cells = free, free_cells
            elif inside > start:
                cut, cut_cells = inside, inside_cells
            else:
                cut, cut_cells = at, cells
            yield Line(start, cut, lead)
            start, start_cells, lead = cut, cut_cells, rest
        cells += own
    yield Line(start, len(text), lead)


def _bonds(text: str, ambiguous: int) -> Iterator[tuple[_Bond, int]]:
    """For each character how it holds to the one before it, and the cells it takes."""
    before, before_sort, solid, opened = "", _Sort.OTHER, "", False
    for at, character in enumerate(text):
        sort, cells = _traits(character, ambiguous)
        if sort is _Sort.MARK:
            yield _Bond.HELD, cells
            continue
        if sort is _Sort.SPACE:
            if at + 1 < len(text) and _traits(text[at + 1], ambiguous)[0] is _Sort.MARK:
                sort = _Sort.OTHER
            else:
                before, before_sort = character, sort
                yield _Bond.HANG, cells
                continue
        closing = opened and character in _EITHER_QUOTE
        uncut = before == character and character in _UNCUT
        if character in NOT_FIRST or closing or solid in NOT_LAST or uncut:
            bond = _Bond.HELD
        elif sort is _Sort.WORD and before_sort is _Sort.WORD:
            bond = _Bond.WORD
        else:
            bond = _Bond.FREE
        yield bond, cells
        solid = before = character
        before_sort = sort
        if character in _EITHER_QUOTE:
            opened = not opened
            solid = _OPENED if opened else character


@lru_cache(maxsize=16384)
def _traits(character: str, ambiguous: int) -> tuple[_Sort, int]:
    cells = wcwidth.wcwidth(character, ambiguous_width=ambiguous)
    if character in _SPACES:
        return _Sort.SPACE, cells
    if cells == 0:
        return _Sort.MARK, 0
    return (_Sort.WORD if _in_word(character) else _Sort.OTHER), abs(cells)


def _in_word(character: str) -> bool:
    if character.isascii():
        return character > " "
    category = unicodedata.category(character)
    if unicodedata.east_asian_width(character) == "F":
        return category in ("Nd", "Lu", "Ll")
    return category in ("Nd", "Lu", "Ll", "Lt", "Lm", "Lo") and wcwidth.wcwidth(character) == 1
