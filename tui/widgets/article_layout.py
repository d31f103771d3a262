"""An article broken into rows of a given width, from the top and only as far as is asked."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from store.model import Article, Span
from tui.palette import Ink
from tui.typography import drawn, iter_lines
from tui.widgets.article_blocks import Block, Composer
from tui.widgets.article_facts import LABELS
from tui.widgets.article_marks import Mark, Stop

MEASURE = 88
"""The widest line in cells: 44 Chinese characters, as in a wide column of print."""


Part = tuple[int, int, int]
"""Characters [start, end) of a block: (block, start, end)."""


class Place(NamedTuple):
    """A character of a block: stays the same at every width."""

    block: int
    offset: int


class Row(NamedTuple):
    """One drawn line: characters [start, end) of a block after ``indent`` empty cells."""

    block: int
    start: int
    end: int
    indent: int

    @property
    def place(self) -> Place:
        """The first character of the row."""
        return Place(self.block, self.start)


class Run(NamedTuple):
    """Characters [start, end) of a block that share their inks."""

    start: int
    end: int
    inks: tuple[Ink, ...]


class ArticleLayout:
    """The rows of one article at one width in cells, laid out as far as somebody looked."""

    def __init__(
        self,
        article: Article,
        width: int,
        labels: Mapping[str, str] = LABELS,
        ambiguous: int = 1,
    ) -> None:
        self.article = article
        self.width = min(max(width, 2), MEASURE)
        self.ambiguous = ambiguous
        self.blocks: Sequence[Block] = Composer(article, self.width, labels, ambiguous).blocks()
        self.rows: list[Row] = []
        self.complete = False
        self._coming = self._lay_out()
        self._first_block: dict[int, int] = {}
        self._last_block: dict[int, int] = {}
        for number, block in enumerate(self.blocks):
            if block.paragraph is not None:
                self._first_block.setdefault(block.paragraph, number)
                self._last_block[block.paragraph] = number

    def reach(self, count: int) -> None:
        """Lay out until there are ``count`` rows or the article ends."""
        while len(self.rows) < count and not self.complete:
            row = next(self._coming, None)
            if row is None:
                self.complete = True
            else:
                self.rows.append(row)

    def height(self) -> int:
        """The number of rows: exact when the layout is complete, estimated while it is not."""
        if self.complete or not self.rows:
            return len(self.rows)
        last = self.rows[-1]
        characters = len(self.blocks[last.block].text) - last.end
        rest = self.blocks[last.block + 1 :]
        characters += sum(len(block.text) for block in rest)
        return len(self.rows) + len(rest) + 2 * characters // self.width + 1

    def row_of(self, place: Place) -> int:
        """The number of the row that draws a place, laying out as far as that."""
        while not self.complete and (not self.rows or self.rows[-1].place <= place):
            self.reach(len(self.rows) + 1)
        return max(bisect_right(self.rows, place, key=lambda row: row.place) - 1, 0)

    def place_of(self, paragraph: int, offset: int) -> Place | None:
        """Where a character of a paragraph is drawn; None when the paragraph is not."""
        if paragraph not in self._first_block:
            return None
        first, last = self._first_block[paragraph], self._last_block[paragraph]
        shown = range(first, last + 1)
        number = shown[
            max(bisect_right(shown, offset, key=lambda at: self.blocks[at].offset) - 1, 0)
        ]
        return Place(number, offset - self.blocks[number].offset)

    def cover(self, span: Span) -> Iterator[Part]:
        """The parts of blocks that draw a span."""
        place = self.place_of(span.paragraph, span.start)
        if place is None:
            return
        for number in range(place.block, self._last_block[span.paragraph] + 1):
            block = self.blocks[number]
            start = max(span.start - block.offset, 0)
            end = min(span.end - block.offset, len(block.text))
            if start < end:
                yield number, start, end

    def stops(self) -> list[tuple[int, Stop]]:
        """The names to stop at, each with its block, in the order of the page."""
        return [(number, stop) for number, block in enumerate(self.blocks) for stop in block.stops]

    def text_of(self, row: Row) -> str:
        """What a row draws, without its indent."""
        block = self.blocks[row.block]
        if block.rule:
            return ("-" if self.ambiguous > 1 else "─") * self.width
        return drawn(block.text, row.start, row.end)

    def _lay_out(self) -> Iterator[Row]:
        for number, block in enumerate(self.blocks):
            lines = iter_lines(
                block.text,
                self.width,
                first_indent=block.first_indent,
                indent=block.indent,
                ambiguous=self.ambiguous,
            )
            for line in lines:
                yield Row(number, line.start, line.end, line.indent)


def runs_of(marks: Sequence[Mark], length: int) -> list[Run]:
    """Marks that overlap as runs that do not, covering [0, length); the inks in drawing order."""
    begin: dict[int, list[int]] = {}
    finish: dict[int, list[int]] = {}
    for order, mark in enumerate(marks):
        start, end = max(mark.start, 0), min(mark.end, length)
        if start < end:
            begin.setdefault(start, []).append(order)
            finish.setdefault(end, []).append(order)
    edges = sorted({0, length, *begin, *finish})
    runs: list[Run] = []
    active: set[int] = set()
    for start, end in pairwise(edges):
        active.difference_update(finish.get(start, ()))
        active.update(begin.get(start, ()))
        runs.append(Run(start, end, tuple(marks[order].ink for order in sorted(active))))
    return runs
