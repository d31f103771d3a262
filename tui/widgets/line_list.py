"""A list that draws only the lines on the screen and repaints only the lines that change."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.commands.table import bindings_of
from tui.widgets.quiet import QuietFocus

Cell = tuple[str, str]
"""A piece of a line: neutralised text and the component class that styles it, or ``""``."""


class LineList(ScrollView, QuietFocus, can_focus=True):
    """Lines with a cursor. A subclass says how many lines there are and draws each of them.

    ``line_count`` may be anything: only what is on the screen is drawn. A cursor that leaves
    the window moves it by half a page, so that following it costs few repaints over SSH.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("move")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line--plain",
        "line--cursor",
        "line--cursor-focus",
        "line--heading",
        "line--dim",
        "line--strong",
        "line--mark",
    }
    BINDING_GROUP_TITLE = "list"

    class Moved(Message):
        """The cursor stands on another line."""

        def __init__(self, sender: "LineList") -> None:
            super().__init__()
            self.sender = sender

        @property
        def control(self) -> "LineList":
            """The list that it happened in."""
            return self.sender

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.line_count = 0
        self.cursor = 0

    def cells(self, line: int, width: int) -> Sequence[Cell]:
        """The pieces of a line, of ``width`` cells or less; the rest is filled with blanks."""
        raise NotImplementedError

    def instead(self, width: int) -> Sequence[str]:
        """What to say where there are no lines, neutralised and no wider than ``width``."""
        return ()

    def selectable(self, line: int) -> bool:
        """Whether the cursor may stand on a line."""
        return True

    def set_lines(self, count: int, cursor: int = 0) -> None:
        """Show another number of lines with the cursor on the nearest line it may stand on."""
        self.line_count = count
        # past the watcher of virtual_size, which has the whole screen laid out again: the
        # size of the widget does not depend on its lines, and it shows no scroll bars
        self.set_reactive(LineList.virtual_size, Size(1, count))
        self.cursor = self._nearest(min(max(cursor, 0), max(count - 1, 0)), 1)
        if not self._show_cursor() and self.scroll_offset.y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True)
        self.refresh()

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._show_cursor()

    def show_focus(self) -> None:
        """Show the cursor as the one in use, or as one that waits."""
        self._repaint(self.cursor)

    def move_to(self, line: int, step: int = 1) -> None:
        """Put the cursor on a line, or on the next one in the direction of ``step``."""
        target = self._nearest(min(max(line, 0), self.line_count - 1), step)
        if target == self.cursor or not self.line_count:
            return
        former, self.cursor = self.cursor, target
        if not self._show_cursor():
            self._repaint(former)
            self._repaint(target)
        self.post_message(self.Moved(self))

    def render_line(self, y: int) -> Strip:
        """The drawn line at a row of the window."""
        width = self.size.width
        line = y + self.scroll_offset.y
        if line >= self.line_count:
            said = self.instead(width) if not self.line_count else ()
            return self._strip([(said[y], "")] if y < len(said) else [], width, at_cursor=False)
        at_cursor = line == self.cursor and self.selectable(line)
        return self._strip(self.cells(line, width), width, at_cursor=at_cursor)

    def _strip(self, cells: Sequence[Cell], width: int, *, at_cursor: bool) -> Strip:
        """Pieces as a strip of exactly ``width`` cells; the cursor's line is of one style."""
        if at_cursor:
            name = "line--cursor-focus" if self.has_focus else "line--cursor"
            text = "".join(text for text, _ in cells)
            return Strip([Segment(set_cell_size(text, width), self._style(name))], width)
        segments = []
        left = width
        for text, name in cells:
            size = cell_len(text)
            if size > left:
                text, size = set_cell_size(text, left), left
            segments.append(Segment(text, self._style(name)))
            left -= size
        if left:
            segments.append(Segment(" " * left, self._style("")))
        return Strip(segments, width)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(name or "line--plain")

    def _repaint(self, line: int) -> None:
        row = line - self.scroll_offset.y
        if 0 <= row < self.size.height:
            self.refresh(Region(0, row, self.size.width, 1))

    def _nearest(self, line: int, step: int) -> int:
        """The line itself or the first the cursor may stand on, first onwards, then back."""
        for direction in (step, -step):
            at = line
            while 0 <= at < self.line_count:
                if self.selectable(at):
                    return at
                at += 1 if direction > 0 else -1
        return line

    def _show_cursor(self) -> bool:
        """Scroll by half a page when the cursor is out of sight; say whether it was."""
        height = self.size.height
        top = self.scroll_offset.y
        if not height or top <= self.cursor < top + height:
            return False
        distance = self.cursor - (top if self.cursor < top else top + height - 1)
        half = height // 2
        step = distance + (half if distance > 0 else -half)
        self.scroll_to(y=max(top + step, 0), animate=False, force=True)
        return True

    def action_move(self, step: int) -> None:
        """One line on or back."""
        self.move_to(self.cursor + step, step)

    def action_move_pages(self, pages: float) -> None:
        """Pages, or parts of a page, on or back."""
        step = int(self.size.height * pages)
        self.move_to(self.cursor + step, step)

    def action_first(self) -> None:
        """To the first line."""
        self.move_to(0)
        if self.cursor < self.size.height:
            self.scroll_to(y=0, animate=False, force=True)

    def action_last(self) -> None:
        """To the last line."""
        self.move_to(self.line_count - 1, -1)
