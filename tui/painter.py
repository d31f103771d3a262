"""Writes to the terminal only the cells that changed, with as few escape sequences as will do.

Textual paints whole regions and sets every colour anew for each piece of text. Over SSH that
is most of what goes through the line, so the painter remembers what the terminal shows, as
curses does, and every update that Textual composes passes through it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.cells import get_character_cell_size
from rich.color import ColorSystem
from rich.console import Console
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from tui.fitting import fitted, plain_line, width_of
from tui.locked import locked
from tui.pen import PLAIN, Cell, Piece, ink_of, ink_of_blank, pieces, shortest
from tui.safe import MARKS_KEPT

_NEAR = 4
"""Bytes of unchanged text between two changes that cost no more than to jump over it."""

_MARGIN = 2
"""Blanks at the left edge up to which writing them costs less than to jump over them."""


@dataclass(frozen=True, slots=True)
class Run:
    """Strips side by side on a row, from a column on. Rows and columns count from 0."""

    row: int
    column: int
    strips: tuple[Strip, ...]


_UNKNOWN = Cell("\x00", PLAIN)


class Painter:
    """Remembers the cells of one terminal and writes what changes.

    ``erases`` says that the terminal erases characters to the background in use
    (``tui.terminal.erases_in_colour``), which is the short way to write many blanks.
    ``ambiguous`` is how many cells the terminal gives to characters of ambiguous width.
    """

    def __init__(self, *, erases: bool = False, ambiguous: int = 1) -> None:
        self._erases = erases
        self.ambiguous = ambiguous
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
        drawn = [
            piece
            for run in runs
            if run.row < len(self._rows)
            for piece in self._paint_run(run, colours)
        ]
        return shortest(drawn, size[0])

    def _paint_run(self, run: Run, colours: ColorSystem) -> Iterator[Piece]:
        row = self._rows[run.row]
        room = len(row) - run.column
        if room <= 0:
            return  # drawn for a wider screen, just before it became narrower
        if self.ambiguous == 1:
            cells = list(_cells(run.strips, colours))[:room]
        else:
            cells = [
                cell
                for strip in run.strips
                for cell in fitted(
                    list(_cells((strip,), colours, self.ambiguous)), strip.cell_length
                )
            ][:room]
        shown = row[run.column : run.column + len(cells)]
        for start, end in _changes(shown, cells, erases=self._erases):
            if run.column == 0:
                start = _from_the_edge(cells, start)
            place = run.row, run.column + start
            yield from pieces(place, cells[start:end], erases=self._erases)
        row[run.column : run.column + len(cells)] = cells


def _changes(
    shown: Sequence[Cell], cells: Sequence[Cell], *, erases: bool
) -> Iterator[tuple[int, int]]:
    """Stretches that differ, never cutting a wide character.

    Near ones are joined, and those with nothing but blanks between that can be erased together.
    """
    start = end = -1
    for at, cell in enumerate(cells):
        if cell == shown[at]:
            continue
        first = at
        while first and not cells[first].text:
            first -= 1
        if start < 0:
            start = first
        elif first > end and not _near(cells[end - 1 : first + 1], erases=erases):
            yield start, end
            start = first
        end = at + 1
        while end < len(cells) and not cells[end].text:
            end += 1
    if start >= 0:
        yield start, end


def _from_the_edge(cells: Sequence[Cell], start: int) -> int:
    """Where to begin a stretch near the left edge: a blank is shorter than a jump over it."""
    before = cells[:start] if start <= _MARGIN else ()
    blank = all(
        cell.shows_background_only and cell.ink.background == cells[start].ink.background
        for cell in before
    )
    return 0 if before and blank else start


def _near(cells: Sequence[Cell], *, erases: bool) -> bool:
    """Whether what is between the first and the last of some cells is cheaper written again."""
    first, *between, last = cells
    if erases and first.shows_background_only and all(cell == first for cell in cells):
        return True
    size = sum(len(cell.text.encode()) for cell in between)
    inks = {cell.ink for cell in between if not cell.shows_background_only}
    return size <= _NEAR and inks <= {first.ink, last.ink}


def _cells(strips: Iterable[Strip], colours: ColorSystem, ambiguous: int = 1) -> Iterator[Cell]:
    """The cells of strips. What takes no cell combines with the character before it, if any."""
    waiting: Cell | None = None
    for strip in strips:
        for text, style, _ in strip:
            ink = ink_of(style, colours)
            blank = Cell(" ", ink_of_blank(style, colours))
            for character in locked(text):
                if ambiguous > 1:
                    character = plain_line(character)
                if get_character_cell_size(character) == 0:
                    if waiting is not None and _takes_marks(waiting.text):
                        waiting = waiting._replace(text=waiting.text + character)
                    continue
                if waiting is not None:
                    yield from _spread(waiting, ambiguous)
                waiting = blank if character == " " else Cell(character, ink)
    if waiting is not None:
        yield from _spread(waiting, ambiguous)


def _takes_marks(text: str) -> bool:
    """Whether one more character may combine with a cell's: no flood, and nothing on a blank."""
    return text != " " and len(text) <= MARKS_KEPT


def _spread(cell: Cell, ambiguous: int) -> Iterator[Cell]:
    yield cell
    if width_of(cell.text[0], ambiguous) == 2:
        yield Cell("", cell.ink)


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
