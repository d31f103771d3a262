"""The current place in an article, what is chosen there, and the way to the next hit or name."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from store.model import Span
from tui.widgets.article_layout import ArticleLayout, Part, Place


@dataclass(frozen=True, slots=True)
class Window:
    """The rows of a layout that are on the screen: ``height`` of them from ``top``."""

    layout: ArticleLayout
    top: int
    height: int

    def edge(self, below: int) -> Place:
        """The place of the row that many rows below the top, or one past the last block."""
        row = self.top + below
        self.layout.reach(row + 1)
        rows = self.layout.rows
        return rows[row].place if row < len(rows) else Place(len(self.layout.blocks), 0)

    def holds(self, place: Place) -> bool:
        """Whether a place is on the screen."""
        return self.edge(0) <= place < self.edge(self.height)

    def first_span(self) -> Span | None:
        """The first requirement or paragraph on the screen, the whole of it."""
        self.layout.reach(self.top + self.height)
        blocks = self.layout.blocks
        shown = self.layout.rows[self.top : self.top + self.height]
        return next((span for row in shown if (span := blocks[row.block].span)), None)


@dataclass(slots=True)
class Cursor:
    """Where a jump, a hit or a name led: the place, the parts that are set off, the name."""

    place: Place | None = None
    chosen: tuple[Part, ...] = ()
    name: str | None = None

    def in_sight(self, window: Window) -> bool:
        """Whether there is a current place and it is on the screen."""
        return self.place is not None and window.holds(self.place)

    def span(self, window: Window) -> Span | None:
        """The requirement or paragraph at the place, or else the first on the screen."""
        if self.place is not None and window.holds(self.place):
            span = window.layout.blocks[self.place.block].span
            return span or window.first_span()
        return window.first_span()

    def next_of(self, places: Sequence[Place], direction: int, window: Window) -> int | None:
        """The index of the next of sorted places, down with 1 and up with -1; None past the last.

        It is counted from the current place, or from the edge of the screen when that is out
        of sight. What a jump led to has not been stopped at yet, what was chosen has.
        """
        if self.place is not None and window.holds(self.place):
            after = bisect_right if direction > 0 and self.chosen else bisect_left
            at = after(places, self.place)
        else:
            at = bisect_left(places, window.edge(0 if direction > 0 else window.height))
        if direction < 0:
            at -= 1
        return at if 0 <= at < len(places) else None

    def rows(self, layout: ArticleLayout) -> set[int]:
        """The rows that show the place and what is chosen."""
        if self.place is None:
            return set()
        rows = {layout.row_of(self.place)}
        for block, start, end in self.chosen:
            first, last = layout.row_of(Place(block, start)), layout.row_of(Place(block, end - 1))
            rows.update(range(first, last + 1))
        return rows
