"""A text of inked pieces that is scrolled like a page, without a cursor."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.binding import BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.commands.table import bindings_of
from tui.palette import Palette
from tui.widgets.compare_lines import Block, Row
from tui.widgets.quiet import QuietFocus

_KEPT = 2
"""Rows of a page that stay on the screen, to be found again on the next."""


class Paper(ScrollView, QuietFocus, can_focus=True):
    """Blocks of rows, laid out for the width; the block at the top stays there on a resize."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("move")

    def __init__(self, palette: Palette, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._palette = palette
        self._blocks: Callable[[int], Iterable[Block]] = lambda width: ()
        self._rows: list[Row] = []
        self._starts: list[int] = []
        self._changes: list[int] = []
        self._width = 0

    def show(self, blocks: Callable[[int], Iterable[Block]]) -> None:
        """Show other blocks from their top; ``blocks`` makes them for a width."""
        self._blocks = blocks
        self._lay_out()
        self._go(0)

    def go_to_block(self, block: int) -> None:
        """Bring a block to the top, as far as the text goes on below it."""
        if block < len(self._starts):
            self._go(self._starts[block])

    def on_resize(self) -> None:
        """Lay the blocks out anew when the width changed."""
        if self.size.width != self._width:
            self.renew()

    def dress(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.refresh()

    def renew(self) -> None:
        """Lay the blocks out anew, the one at the top staying there."""
        top = self.scroll_offset.y
        block = max((at for at, row in enumerate(self._starts) if row <= top), default=0)
        self._lay_out()
        self._go(self._starts[block] if block < len(self._starts) else 0)

    def render_line(self, y: int) -> Strip:
        """A row of the window."""
        width = self.size.width
        at = y + self.scroll_offset.y
        segments = []
        left = width
        for text, ink in self._rows[at] if at < len(self._rows) else ():
            size = cell_len(text)
            if size > left:
                text, size = set_cell_size(text, left), left
            segments.append(Segment(text, self.rich_style + self._palette.style((ink,))))
            left -= size
        segments.append(Segment(" " * left, self.rich_style))
        return Strip(segments, width)

    def step_change(self, step: int) -> bool:
        """Bring the next or the previous change to the top; False when there is none."""
        top = self.scroll_offset.y
        ahead = [row for row in self._changes if (row > top if step > 0 else row < top)]
        return bool(ahead) and self._go(ahead[0] if step > 0 else ahead[-1])

    def action_move(self, step: int) -> None:
        """Scroll by rows."""
        self._go(self.scroll_offset.y + step)

    def action_move_pages(self, pages: float) -> None:
        """Scroll by pages or parts of a page."""
        height = self.size.height if abs(pages) < 1 else self.size.height - _KEPT
        self._go(self.scroll_offset.y + int(height * pages))

    def action_first(self) -> None:
        """To the top."""
        self._go(0)

    def action_last(self) -> None:
        """To the end."""
        self._go(len(self._rows))

    def _lay_out(self) -> None:
        self._width = self.size.width
        self._rows, self._starts, self._changes = [], [], []
        for block in self._blocks(self._width) if self._width else ():
            self._starts.append(len(self._rows))
            if block.change:
                self._changes.append(len(self._rows))
            self._rows.extend(block.rows)
        self.virtual_size = Size(self._width, len(self._rows))
        self.refresh()

    def _go(self, row: int) -> bool:
        before = self.scroll_offset.y
        last = max(len(self._rows) - self.size.height, 0)
        self.scroll_to(y=min(max(row, 0), last), animate=False, force=True)
        return self.scroll_offset.y != before
