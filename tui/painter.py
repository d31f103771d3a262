"""Writes to the terminal only the cells that changed, with as few escape sequences as will do.

Textual paints whole regions and sets every colour anew for each piece of text. Over SSH that
is most of what goes through the line, so the painter remembers what the terminal shows, as
curses does, and every update that Textual composes passes through it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import wcwidth
from rich.cells import get_character_cell_size
from rich.color import ColorSystem
from rich.console import Console
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

_NEAR = 4
"""Unchanged cells between two changes that are cheaper to write again than to jump over."""

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


@dataclass(frozen=True, slots=True)
class Run:
    """Strips side by side on a row, from a column on. Rows and columns count from 0."""

    row: int
    column: int
    strips: tuple[Strip, ...]


_PLAIN = Ink()
_UNKNOWN = Cell("\x00", _PLAIN)


class Painter:
    """Remembers the cells of one terminal and writes what changes.

    ``erases`` says that the terminal erases characters to the background in use
    (``tui.terminal.erases_in_colour``), which is the short way to write many blanks.
    """

    def __init__(self, *, erases: bool = False) -> None:
        self._erases = erases
        self._size = (0, 0)
        self._rows: list[list[Cell]] = []

    def forget(self) -> None:
        """Take nothing for granted: the next update is written whole."""
        width, height = self._size
        self._rows = [[_UNKNOWN] * width for _ in range(height)]

    def paint(self, runs: Iterable[Run], size: tuple[int, int], colours: ColorSystem) -> str:
        """What to write for the runs on a terminal of ``size`` (columns, rows)."""
        if size != self._size:
            self._size = size
            self.forget()
        pen = _Pen(erases=self._erases)
        for run in runs:
            if run.row < len(self._rows):
                self._paint_run(run, colours, pen)
        return pen.finish()

    def _paint_run(self, run: Run, colours: ColorSystem, pen: "_Pen") -> None:
        row = self._rows[run.row]
        cells = list(_cells(run.strips, colours))[: len(row) - run.column]
        shown = row[run.column : run.column + len(cells)]
        for start, end in _changes(shown, cells):
            pen.draw(run.column + start, run.row, cells[start:end])
        row[run.column : run.column + len(cells)] = cells


class _Pen:
    """Collects what is written, and knows where the cursor is and which ink is set."""

    def __init__(self, *, erases: bool) -> None:
        self._erases = erases
        self._parts: list[str] = []
        self._at: tuple[int, int] | None = None
        self._ink: Ink | None = None

    def draw(self, column: int, row: int, cells: Sequence[Cell]) -> None:
        """Write cells that stand side by side from a place on."""
        at = 0
        while at < len(cells):
            blanks = _blanks(cells, at) if self._erases else 0
            least = _LAST_BLANKS if at + blanks == len(cells) else _MANY_BLANKS
            self._move(column + at, row)
            if blanks > least:
                self._set_ink(cells[at].ink)
                self._parts.append(f"\x1b[{blanks}X")
                at += blanks
            else:
                self._write(cells[at])
                at += 1

    def finish(self) -> str:
        """All that is to be written, the ink set back."""
        if self._ink not in (None, _PLAIN):
            self._parts.append("\x1b[m")
        return "".join(self._parts)

    def _move(self, column: int, row: int) -> None:
        """Go to a cell, by the shortest way that is sure."""
        if self._at == (column, row):
            return
        if self._at is not None and self._at[1] == row and column > self._at[0]:
            self._parts.append(f"\x1b[{column - self._at[0]}C")
        elif self._at == (column, row - 1):
            self._parts.append("\x1b[B")
        else:
            self._parts.append(f"\x1b[{row + 1};{column + 1}H" if column else f"\x1b[{row + 1}H")
        self._at = (column, row)

    def _write(self, cell: Cell) -> None:
        """Write a cell. A character whose width terminals disagree on leaves the place unknown."""
        if self._at is None:
            return
        column, row = self._at
        if cell.text:
            self._set_ink(cell.ink)
            self._parts.append(cell.text)
        self._at = (column + 1, row)
        if cell.text and _doubtful(cell.text[0]):
            self._parts.append(f"\x1b[{column + 2}G")

    def _set_ink(self, ink: Ink) -> None:
        if not ink.foreground:
            ink = _under_blank(self._ink, ink.background)
        if ink != self._ink:
            self._parts.append(_change(self._ink, ink))
            self._ink = ink


def _blanks(cells: Sequence[Cell], at: int) -> int:
    """How many equal blanks that show their background only stand from a place on."""
    cell = cells[at]
    if cell.text != " " or cell.ink.foreground:
        return 0
    end = at + 1
    while end < len(cells) and cells[end] == cell:
        end += 1
    return end - at


def _under_blank(ink: Ink | None, background: str) -> Ink:
    """The ink to write a blank in that changes least of the one that is set."""
    if ink is None or ink.attributes & _SEEN_ON_BLANKS:
        return Ink(background=background)
    return ink._replace(background=background)


def _changes(shown: Sequence[Cell], cells: Sequence[Cell]) -> Iterator[tuple[int, int]]:
    """Stretches that differ, joined when they are near, never cutting a wide character."""
    start = end = -1
    for at, cell in enumerate(cells):
        if cell == shown[at]:
            continue
        first = at
        while first and not cells[first].text:
            first -= 1
        if start < 0:
            start = first
        elif first - end > _NEAR:
            yield start, end
            start = first
        end = at + 1
        while end < len(cells) and not cells[end].text:
            end += 1
    if start >= 0:
        yield start, end


def _cells(strips: Iterable[Strip], colours: ColorSystem) -> Iterator[Cell]:
    """The cells of strips. What takes no cell combines with the character before it, if any."""
    waiting: Cell | None = None
    for strip in strips:
        for text, style, _ in strip:
            ink = _ink(style, colours)
            blank = Cell(" ", _ink_of_blank(style, colours))
            for character in text:
                width = get_character_cell_size(character)
                if width == 0:
                    if waiting is not None:
                        waiting = waiting._replace(text=waiting.text + character)
                    continue
                if waiting is not None:
                    yield from _spread(waiting)
                waiting = blank if character == " " else Cell(character, ink)
    if waiting is not None:
        yield from _spread(waiting)


def _spread(cell: Cell) -> Iterator[Cell]:
    yield cell
    if get_character_cell_size(cell.text[0]) == 2:
        yield Cell("", cell.ink)


@lru_cache(maxsize=4096)
def _ink(style: Style | None, colours: ColorSystem) -> Ink:
    """The ink of a style in the colours that the terminal has."""
    if style is None:
        return _PLAIN
    parameters = Strip.render_ansi(style, colours)
    attributes: set[str] = set()
    foreground, background = _PLAIN.foreground, _PLAIN.background
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
def _ink_of_blank(style: Style | None, colours: ColorSystem) -> Ink:
    """The same for a blank, of which less is seen: two that look alike have one ink."""
    ink = _ink(style, colours)
    return ink if ink.attributes & _SEEN_ON_BLANKS else Ink(frozenset(), "", ink.background)


@lru_cache(maxsize=4096)
def _change(former: Ink | None, wanted: Ink) -> str:
    """The sequence from one ink to another; from None, which is any, it says all."""
    if former is None or former.attributes - wanted.attributes:
        parameters = ["", *sorted(wanted.attributes)]
        former = _PLAIN
    else:
        parameters = sorted(wanted.attributes - former.attributes)
    if wanted.foreground != former.foreground:
        parameters.append(wanted.foreground)
    if wanted.background != former.background:
        parameters.append(wanted.background)
    return f"\x1b[{';'.join(parameters)}m"


@lru_cache(maxsize=4096)
def _doubtful(character: str) -> bool:
    """Whether some terminals draw a character in one cell and others in two."""
    return bool(wcwidth.wcwidth(character, ambiguous_width=2) != wcwidth.wcwidth(character)) and (
        character not in _LINES
    )


_LINES = frozenset("│─┌┐└┘├┤┬┴┼")
"""Of ambiguous width by the book, of one cell in every terminal that draws boxes."""


class Thrifty(CompositorUpdate):
    """An update of Textual's that is written through a painter."""

    def __init__(
        self, update: LayoutUpdate | ChopsUpdate, painter: Painter, size: tuple[int, int]
    ) -> None:
        self._runs = _of_layout(update) if isinstance(update, LayoutUpdate) else _of_chops(update)
        self._painter = painter
        self._size = size

    def render_segments(self, console: Console) -> str:
        """Render what the terminal does not show yet."""
        return self._painter.paint(
            self._runs, self._size, console._color_system or ColorSystem.TRUECOLOR
        )


def _of_layout(update: LayoutUpdate) -> Iterator[Run]:
    for row, strips in enumerate(update.strips, update.region.y):
        yield Run(row, update.region.x, tuple(strips))


def _of_chops(update: ChopsUpdate) -> Iterator[Run]:
    """The pieces that ChopsUpdate.render_segments would write, cropped as it crops them."""
    for row, first, last in update.spans:
        for end, (column, strip) in zip(
            update.chop_ends[row], update.chops[row].items(), strict=False
        ):
            if strip is None or column > last or end <= first:
                continue
            if first <= column < last and end <= last:
                yield Run(row, column, (strip,))
            else:
                yield Run(row, column, (strip.crop(0, min(end, last) - column),))
