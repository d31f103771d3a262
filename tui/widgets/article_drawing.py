"""Rows of an article as strips of the screen: the marks of the text, its hits, what is chosen."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from store.model import Span
from tui.palette import Ink, Palette
from tui.typography import cell_width
from tui.widgets.article_layout import ArticleLayout, Part, Place, Row, Run, runs_of
from tui.widgets.article_marks import Mark

_CACHED_STRIPS = 512
HERE = "> "
"""What points at the current place, in the empty cells before its first line."""


class Drawing:
    """Draws the rows of a layout in a palette, and remembers what it drew."""

    def __init__(self, layout: ArticleLayout, palette: Palette) -> None:
        self.layout = layout
        self.palette = palette
        self._here: Place | None = None
        self.hit_parts: list[tuple[Part, ...]] = []
        self._hits: dict[int, list[Mark]] = {}
        self._chosen: dict[int, list[Mark]] = {}
        self._runs: dict[int, list[Run]] = {}
        self._strips: dict[int, Strip] = {}
        self._base = Style.null()
        self._width = 0

    def set_hits(self, spans: Iterable[Span]) -> None:
        """Set off these spans as hits, instead of those before."""
        covered = (tuple(self.layout.cover(span)) for span in spans)
        self.hit_parts = [parts for parts in covered if parts]
        self._hits = _by_block((part for parts in self.hit_parts for part in parts), "hit")
        self._runs.clear()
        self._strips.clear()

    def point_at(self, here: Place | None, chosen: Sequence[Part]) -> None:
        """Make a place the current one and set off what is chosen there, instead of before."""
        marks = _by_block(chosen, "chosen")
        for block in {*self._chosen, *marks}:
            self._runs.pop(block, None)
        self._here, self._chosen = here, marks
        self._strips.clear()

    def strip(self, y: int, width: int, base: Style) -> Strip:
        """One row, ``width`` cells wide, over a base style."""
        if base != self._base or width != self._width or len(self._strips) >= _CACHED_STRIPS:
            self._strips.clear()
            self._base, self._width = base, width
        strip = self._strips.get(y)
        if strip is None:
            strip = self._strips[y] = self._draw(self.layout.rows[y], width, base)
        return strip

    def _draw(self, row: Row, width: int, base: Style) -> Strip:
        layout = self.layout
        text = layout.text_of(row)
        if layout.blocks[row.block].rule:
            return _strip([(text, base + self.palette.dim)], len(text), width, base)
        if row.place == self._here and row.indent >= len(HERE):
            blank = " " * (row.indent - len(HERE))
            pieces: list[tuple[str, Style]] = [(blank, base), (HERE, base + self.palette.here)]
        else:
            pieces = [(" " * row.indent, base)]
        runs = self._runs_of(row.block)
        at = max(bisect_right(runs, row.start, key=lambda run: run.start) - 1, 0)
        end = row.start + len(text)
        while at < len(runs) and runs[at].start < end:
            start, stop, inks = runs[at]
            part = text[max(start - row.start, 0) : stop - row.start]
            pieces.append((part, base + self.palette.style(inks) if inks else base))
            at += 1
        cells = row.indent + cell_width(text, layout.ambiguous)
        return _strip(pieces, cells, width, base)

    def _runs_of(self, block: int) -> list[Run]:
        runs = self._runs.get(block)
        if runs is None:
            shown = self.layout.blocks[block]
            over = (*self._hits.get(block, ()), *self._chosen.get(block, ()))
            runs = self._runs[block] = runs_of((*shown.marks, *over), len(shown.text))
        return runs


def _by_block(parts: Iterable[Part], ink: Ink) -> dict[int, list[Mark]]:
    marks: dict[int, list[Mark]] = {}
    for block, start, end in parts:
        marks.setdefault(block, []).append(Mark(start, end, ink))
    return marks


def _strip(pieces: Iterable[tuple[str, Style]], cells: int, width: int, base: Style) -> Strip:
    """Pieces as one strip of ``width`` cells; neighbours of one style share a segment.

    The width is counted here and not by Rich, which takes ambiguous characters for narrow.
    """
    segments: list[Segment] = []
    for text, style in (*pieces, (" " * (width - cells), base)):
        if segments and segments[-1].style == style:
            segments[-1] = Segment(segments[-1].text + text, style)
        elif text:
            segments.append(Segment(text, style))
    return Strip(segments, max(width, cells))


def over_selected(strip: Strip, start: int, end: int, style: Style) -> Strip:
    """The strip with characters [start, end) laid over by a style; an ``end`` of -1 is its end."""
    segments: list[Segment] = []
    at = 0
    for text, own, _ in strip:
        begin = min(max(start - at, 0), len(text))
        stop = len(text) if end < 0 else min(max(end - at, 0), len(text))
        stop = max(begin, stop)
        over = (own or Style.null()) + style
        parts = ((text[:begin], own), (text[begin:stop], over), (text[stop:], own))
        segments += [Segment(part, look) for part, look in parts if part]
        at += len(text)
    return Strip(segments, strip.cell_length)
