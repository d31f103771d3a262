"""What a cell of the terminal is drawn in, and the pen that writes with few escape sequences."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple
from unicodedata import east_asian_width

from rich.color import ColorSystem
from rich.style import Style
from textual.strip import Strip

_MANY_BLANKS = 10
"""Blanks in the middle of a stretch up to which they are cheaper written than erased."""

_LAST_BLANKS = 5
"""The same at the end of a stretch, where nothing has to jump over them."""

_SEEN_ON_BLANKS = frozenset({"4", "7", "9", "21", "53"})
"""Underlines, reverse, strike and overline: the attributes that a blank shows."""


class Ink(NamedTuple):
    """What a cell is drawn in, as SGR parameters: attributes, foreground, background.

    A blank that shows its background only has no attributes and the foreground ``""``.
    """

    attributes: frozenset[str] = frozenset()
    foreground: str = "39"
    background: str = "49"


class Cell(NamedTuple):
    """One cell: its character with what combines, or nothing behind a wide character."""

    text: str
    ink: Ink

    @property
    def shows_background_only(self) -> bool:
        """Whether it is a blank in which no more than its background is seen."""
        return self.text == " " and not self.ink.foreground


class Piece(NamedTuple):
    """What is written from a place on in one ink, and the column where the cursor is then.

    ``after`` is None where terminals may disagree on it.
    """

    row: int
    column: int
    ink: Ink
    output: str
    after: int | None


PLAIN = Ink()


def pieces(place: tuple[int, int], cells: Sequence[Cell], *, erases: bool) -> Iterator[Piece]:
    """Cells that stand side by side from a place (row, column) on, as few pieces.

    With ``erases`` many blanks are one erasure, behind which the cursor stays before them.
    """
    row, column = place
    at = 0
    while at < len(cells):
        ink = cells[at].ink
        if blanks := _blanks_to_erase(cells, at) if erases else 0:
            yield Piece(row, column + at, ink, f"\x1b[{blanks}X", column + at)
            at += blanks
            continue
        end = at + 1
        while end < len(cells) and not (erases and _blanks_to_erase(cells, end)):
            joined = _joined(ink, cells[end])
            if joined is None:
                break
            end, ink = end + 1, joined
        yield _of_text(row, column + at, ink, cells[at:end])
        at = end


def _of_text(row: int, column: int, ink: Ink, cells: Sequence[Cell]) -> Piece:
    """Cells as text, with the place said behind every character of doubtful width."""
    output = ""
    for at, cell in enumerate(cells):
        output += cell.text
        if cell.text and _doubtful(cell.text):
            # an empty cell follows where the reader has it take two
            taken = 2 if at + 1 < len(cells) and not cells[at + 1].text else 1
            output += f"\x1b[{column + at + taken + 1}G"
    sure = all(_SURE.fullmatch(cell.text) or _doubtful(cell.text) for cell in cells)
    return Piece(row, column, ink, output, column + len(cells) if sure else None)


def shortest(drawn: Sequence[Piece], width: int) -> str:
    """What to write for pieces on a terminal so wide, in the order that takes fewest bytes.

    Row by row there are fewest jumps, ink by ink fewest changes of colour; column by column a
    pane that is wiped takes one byte to go down a row.
    """
    inked = _by_ink(drawn)
    columns = sorted(drawn, key=lambda piece: (piece.column, piece.row))
    orders = (drawn, inked, _by_ink(columns))
    return min((written(order, width) for order in orders), key=len)


def _by_ink(drawn: Iterable[Piece]) -> list[Piece]:
    ranks: dict[object, int] = {}

    def rank(piece: Piece) -> tuple[int, int]:
        ink = piece.ink
        background = ranks.setdefault(ink.background, len(ranks))
        # a blank is written in whatever ink was last, so long as the background fits
        return background, ranks.setdefault(ink, len(ranks)) if ink.foreground else 1 << 30

    return sorted(drawn, key=rank)


def written(drawn: Iterable[Piece], width: int) -> str:
    """What to write for pieces in this order on a terminal so wide, the ink set back at the end."""
    parts: list[str] = []
    at: tuple[int, int] | None = None
    ink: Ink | None = None
    for piece in drawn:
        parts.append(_move(at, piece.row, piece.column))
        wanted = piece.ink if piece.ink.foreground else _under_blank(ink, piece.ink.background)
        if wanted != ink:
            parts.append(_change(ink, wanted))
            ink = wanted
        parts.append(piece.output)
        # behind the last column a terminal stands where it will
        after = piece.after
        at = None if after is None or after >= width else (piece.row, after)
    if ink not in (None, PLAIN):
        parts.append("\x1b[m")
    return "".join(parts)


def _blanks_to_erase(cells: Sequence[Cell], at: int) -> int:
    """How many equal blanks from a place on are cheaper to erase than to write, or 0."""
    cell = cells[at]
    if not cell.shows_background_only:
        return 0
    end = at + 1
    while end < len(cells) and cells[end] == cell:
        end += 1
    least = _LAST_BLANKS if end == len(cells) else _MANY_BLANKS
    return end - at if end - at > least else 0


def _joined(ink: Ink, cell: Cell) -> Ink | None:
    """The ink for what is in an ink and a cell behind it, or None when they need two."""
    if not cell.text or cell.ink == ink:
        return ink
    if cell.ink.background != ink.background:
        return None
    if cell.shows_background_only:
        return None if ink.attributes & _SEEN_ON_BLANKS else ink
    if not ink.foreground and not cell.ink.attributes & _SEEN_ON_BLANKS:
        return cell.ink
    return None


def _under_blank(ink: Ink | None, background: str) -> Ink:
    """The ink to write a blank in that changes least of the one that is set."""
    if ink is None or ink.attributes & _SEEN_ON_BLANKS:
        return Ink(background=background)
    return ink._replace(background=background)


def _move(at: tuple[int, int] | None, row: int, column: int) -> str:
    """What goes from a cell (row, column) to another, by the shortest way that is sure."""
    absolute = f"\x1b[{row + 1};{column + 1}H" if column else f"\x1b[{row + 1}H"
    if at is None or not 0 <= row - at[0] < len(absolute):
        return absolute
    # a vertical tab goes down a line in the same column, as ncurses has it for most terminals
    relative = "\x0b" * (row - at[0]) + _sideways(at[1], column)
    return min(relative, absolute, key=len)


def _sideways(start: int, end: int) -> str:
    """What goes from a column to another of the same row."""
    if start == end:
        return ""
    if end > start:
        return f"\x1b[{end - start}C" if end > start + 1 else "\x1b[C"
    return min(f"\x1b[{start - end}D", "\r" + _sideways(0, end), "\b" * (start - end), key=len)


@lru_cache(maxsize=4096)
def ink_of(style: Style | None, colours: ColorSystem) -> Ink:
    """The ink of a style in the colours that the terminal has."""
    if style is None:
        return PLAIN
    parameters = Strip.render_ansi(style, colours)
    attributes: set[str] = set()
    foreground, background = PLAIN.foreground, PLAIN.background
    rest = iter(parameters.split(";") if parameters else ())
    for parameter in rest:
        number = int(parameter)
        if number in (38, 48):
            kind = next(rest)
            values = [next(rest) for _ in range(1 if kind == "5" else 3)]
            parameter = ";".join((parameter, kind, *values))
        if 30 <= number <= 39 or 90 <= number <= 97:
            foreground = parameter
        elif 40 <= number <= 49 or 100 <= number <= 107:
            background = parameter
        else:
            attributes.add(parameter)
    return Ink(frozenset(attributes), foreground, background)


@lru_cache(maxsize=4096)
def ink_of_blank(style: Style | None, colours: ColorSystem) -> Ink:
    """The same for a blank, of which less is seen: two that look alike have one ink."""
    ink = ink_of(style, colours)
    return ink if ink.attributes & _SEEN_ON_BLANKS else Ink(frozenset(), "", ink.background)


_WEIGHTS = frozenset({"1", "2"})
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27"}
"""The parameter that takes an attribute off, where every terminal knows it."""


@lru_cache(maxsize=4096)
def _change(former: Ink | None, wanted: Ink) -> str:
    """The sequence from one ink to another; from None, which is any, it says all."""
    lost = former.attributes - wanted.attributes if former is not None else frozenset()
    if former is None or len(lost) > 1 or not lost <= _OFF.keys():
        parameters = ["", *sorted(wanted.attributes)]
        former = PLAIN
    else:
        # bold and dim are taken off together
        kept = former.attributes - (_WEIGHTS if lost & _WEIGHTS else lost)
        parameters = [*(_OFF[one] for one in lost), *sorted(wanted.attributes - kept)]
    if wanted.foreground != former.foreground:
        parameters.append(wanted.foreground)
    if wanted.background != former.background:
        parameters.append(wanted.background)
    return f"\x1b[{';'.join(parameters)}m"


@lru_cache(maxsize=4096)
def _doubtful(text: str) -> bool:
    """Whether some terminals draw a character in one cell and others in two."""
    # what combines with a character may widen it
    return len(text) > 1 or (east_asian_width(text) == "A" and text not in _LINES)


_LINES = frozenset("│─┌┐└┘├┤┬┴┼")
"""Of ambiguous width by the book, of one cell in every terminal that draws boxes."""

_SURE = re.compile("[ -~│─┌┐└┘├┤┬┴┼\u3001-\u301b\u4e00-\u9fff\uff01-\uff5e]?")
"""What every terminal draws in the same number of cells; others are younger than some terminal."""
