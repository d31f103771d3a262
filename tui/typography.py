"""Chinese set in lines as in print: where a line may end, how wide it is, where it hangs.

The rules are those of GB/T 15834-2011, section 5.1: stops, closing brackets and closing
quotation marks never open a line, opening ones never close it, a dash or an ellipsis is
never cut, the middle dot and the connecting marks never open a line. Numbers and Latin words
stay whole. A text is never altered: a drawn line is a span of it.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import lru_cache
from itertools import islice, tee
from typing import NamedTuple

NOT_FIRST = frozenset(
    "，。、；：？！）》〉」』】〕〗］｝”’％‰℃°…·•‧・．～–-／/々〻!),.:;?]}%|｜︰﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞"
)
"""Characters that never open a line."""

NOT_LAST = frozenset("（《〈「『【〔〖［｛“‘＃￥＄№([{#$¥£€／/﹙﹛﹝")
"""Characters that never close a line."""

_UNCUT = frozenset("—…─⋯")
_JOINS = frozenset("’．：")
"""Inside 10：30, ２．５ and it’s these belong to the number or word."""

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


# names of the module are found faster than members of an Enum, once for every character
_FREE, _WORD, _HELD, _HANG = _Bond


class _Traits(NamedTuple):
    """What a character is to the rules: the cells it takes, and the classes it belongs to."""

    cells: int
    space: bool
    word: bool
    not_first: bool
    not_last: bool
    uncut: bool
    quote: bool


def drawn(text: str, start: int, end: int) -> str:
    """What is drawn of the line [start, end): all but the spaces that hang at its end."""
    while end > start and text[end - 1] in _SPACES:
        end -= 1
    return text[start:end]


def cell_width(text: str, ambiguous: int = 1) -> int:
    """The cells that a text takes where characters of ambiguous width take ``ambiguous``."""
    return sum(_traits(character, ambiguous).cells for character in text)


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
    bonds, again = tee(_bonds(text, ambiguous))
    start = next(_cuts(bonds, width - lead), len(text))
    yield Line(0, start, lead)
    # what was read past the first line may not fit into the room of the others: read it again
    del bonds
    first = start
    for cut in _cuts(islice(again, first, None), width - rest):
        yield Line(start, first + cut, rest)
        start = first + cut
    if start < len(text):
        yield Line(start, len(text), rest)


def _cuts(bonds: Iterable[tuple[_Bond, int]], room: int) -> Iterator[int]:
    """Where lines of ``room`` cells end, but for the last.

    A line that offers no place where a rule lets it end is cut inside a word, and without a
    word where the room ends.
    """
    start = start_cells = cells = 0
    free = free_cells = inside = inside_cells = 0
    for at, (bond, own) in enumerate(bonds):
        if bond is _FREE:
            free, free_cells = at, cells
        elif bond is _WORD:
            inside, inside_cells = at, cells
        while own and bond is not _HANG and start < at and cells + own - start_cells > room:
            if free > start:
                start, start_cells = free, free_cells
            elif inside > start:
                start, start_cells = inside, inside_cells
            else:
                start, start_cells = at, cells
            yield start
        cells += own


def _bonds(text: str, ambiguous: int) -> Iterator[tuple[_Bond, int]]:
    """For each character how it holds to the one before it, and the cells it takes."""
    before, in_word, opening, quoted = "", False, False, False
    for at, character in enumerate(text):
        cells, space, word, closes, opens, uncut, quote = _traits(character, ambiguous)
        if not cells:
            yield _HELD, 0
            continue
        if space and not _is_mark(text, at + 1, ambiguous):
            yield _HANG, cells
            before, in_word = character, False
            continue
        if quote:
            closes, opens, quoted = quoted, not quoted, not quoted
        if closes or opening or (uncut and before == character):
            yield _HELD, cells
        elif word and in_word:
            yield _WORD, cells
        else:
            yield _FREE, cells
        before, opening = character, opens
        in_word = word or (in_word and character in _JOINS)


def _is_mark(text: str, at: int, ambiguous: int) -> bool:
    return at < len(text) and not _traits(text[at], ambiguous).cells


@lru_cache(maxsize=16384)
def _traits(character: str, ambiguous: int) -> _Traits:
    # imported here because the first screen comes before the first article
    import wcwidth

    return _Traits(
        cells=abs(wcwidth.wcwidth(character, ambiguous_width=ambiguous)),
        space=character in _SPACES,
        word=_in_word(character, wcwidth.wcwidth(character)),
        not_first=character in NOT_FIRST,
        not_last=character in NOT_LAST,
        uncut=character in _UNCUT,
        quote=character in _EITHER_QUOTE,
    )


def _in_word(character: str, cells: int) -> bool:
    """Whether a character is part of a number or of a word in letters of one cell."""
    if character.isascii():
        return character > " "
    category = unicodedata.category(character)
    if unicodedata.east_asian_width(character) == "F":
        return category in ("Nd", "Lu", "Ll")
    return category in ("Nd", "Lu", "Ll", "Lt", "Lm", "Lo") and cells == 1
