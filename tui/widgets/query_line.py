"""The query line: an input that keeps still, and marks the character that cannot be read."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import set_cell_size
from rich.highlighter import Highlighter
from rich.segment import Segment
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer
from textual.widgets import Input

from store.query import QueryError
from store.query.expression import Expression
from tui.safe import visible
from tui.widgets.bars import Bar

LONGEST = 1_000
"""Characters of a query at most."""

PATIENCE = 0.06
"""Seconds without a key before what is typed is asked: less than a reader notices."""


class _Wrong(Highlighter):
    """Underlines a query from the character that cannot be read."""

    def __init__(self) -> None:
        self.position: int | None = None

    def highlight(self, text: Text) -> None:
        """Style the rest of the text behind the position."""
        if self.position is not None:
            text.stylize("underline bold", max(min(self.position, len(text) - 1), 0), len(text))


class QueryLine(Input):
    """A line to type a query in; ``enter`` keeps what it shows, ``escape`` gives it back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("up", "older", show=False),
        Binding("down", "newer", show=False),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--keys"}

    class Left(Message):
        """The reader gave up the query that was being typed."""

    def __init__(self, id: str) -> None:  # noqa: A002
        self._wrong = _Wrong()
        super().__init__(
            id=id,
            highlighter=self._wrong,
            compact=True,
            select_on_focus=False,
            max_length=LONGEST,
        )
        self.cursor_blink = False
        self._hints = ""
        self._history: list[str] = []
        self._at = 0

    def show_hints(self, hints: str) -> None:
        """Show other keys while the line is closed."""
        if hints != self._hints:
            self._hints = hints
            if not self.can_focus:
                self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line; the keys while it is closed, so that opening it moves nothing."""
        if self.can_focus or y:
            return super().render_line(y)
        width = self.size.width
        style = self.get_component_rich_style("line--keys")
        return Strip([Segment(set_cell_size(self._hints, width), style)], width)

    def validate_value(self, value: str) -> str:
        """Nothing typed or pasted reaches the terminal as a control character."""
        return visible(value)

    def watch_value(self) -> None:
        """What was wrong was another text: the new one is drawn unmarked until it is read."""
        self._wrong.position = None

    def mark_wrong(self, position: int | None) -> None:
        """Mark the query from a character on, or not at all."""
        if self._wrong.position != position:
            self._wrong.position = position
            self.refresh()

    def remember(self, text: str) -> None:
        """Keep a query for the up key, the latest last, each once."""
        if text:
            self._history = [*(kept for kept in self._history if kept != text), text]
        self._at = len(self._history)

    def recall(self, texts: Sequence[str]) -> None:
        """Put queries of former times before those of this one, the latest last."""
        known = set(self._history)
        former = [text for text in dict.fromkeys(texts) if text and text not in known]
        self._history = [*former, *self._history]
        self._at += len(former)

    def action_leave(self) -> None:
        """Give up what was typed."""
        self.post_message(self.Left())

    def action_older(self) -> None:
        """The query before this one."""
        self._recall(self._at - 1)

    def action_newer(self) -> None:
        """The query after this one, or an empty line."""
        self._recall(self._at + 1)

    def _recall(self, at: int) -> None:
        self._at = min(max(at, 0), len(self._history))
        self.value = self._history[self._at] if self._at < len(self._history) else ""
        self.cursor_position = len(self.value)


class QueryBar(Horizontal):
    """The query line behind its prompt. It reads what is typed and says what it means."""

    class Typed(Message):
        """A query that can be read."""

        def __init__(self, text: str, expression: Expression) -> None:
            super().__init__()
            self.text = text
            self.expression = expression

    class Wrong(Message):
        """A query that cannot be read."""

        def __init__(self, error: QueryError) -> None:
            super().__init__()
            self.error = error

    class Closed(Message):
        """The reader is done typing and keeps the query, or gives it up."""

        def __init__(self, *, kept: bool) -> None:
            super().__init__()
            self.kept = kept

    def __init__(self, parse: Callable[[str], Expression]) -> None:
        super().__init__(id="query-bar")
        self._parse = parse
        self._waiting: Timer | None = None

    def compose(self) -> ComposeResult:
        """A prompt and the line."""
        yield Bar(id="prompt")
        yield QueryLine(id="query")

    def on_mount(self) -> None:
        """Begin closed."""
        self.line.can_focus = False

    @property
    def line(self) -> QueryLine:
        """The line itself."""
        return self.query_one(QueryLine)

    def open(self, text: str) -> None:
        """Show the line with a text to go on from."""
        self.line.can_focus = True
        self.query_one(Bar).show("/")
        with self.prevent(Input.Changed):
            self.line.value = text
        self.line.cursor_position = len(text)
        self.line.mark_wrong(None)
        self.line.remember("")
        # At once: keys that came in the same read as the one that opened the line are for it.
        self.screen.set_focus(self.line)

    def close(self) -> None:
        """Put the line away; the keys stand in its place."""
        self._stop_waiting()
        self.line.can_focus = False
        self.query_one(Bar).show("")
        self.line.refresh()

    @property
    def is_open(self) -> bool:
        """Whether the reader is typing."""
        return self.line.can_focus

    def show_hints(self, hints: str) -> None:
        """Show other keys while the line is closed."""
        self.line.show_hints(hints)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Read the query once the keys pause."""
        event.stop()
        self._stop_waiting()
        self._waiting = self.set_timer(PATIENCE, self._read)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep a query that can be read; stay with one that cannot."""
        event.stop()
        self._stop_waiting()
        if self._read():
            self.line.remember(self.line.value)
            self.post_message(self.Closed(kept=True))

    def on_query_line_left(self) -> None:
        """Give the query up."""
        self._stop_waiting()
        self.post_message(self.Closed(kept=False))

    def _read(self) -> bool:
        text = self.line.value
        try:
            expression = self._parse(text)
        except QueryError as error:
            self.line.mark_wrong(error.position)
            self.post_message(self.Wrong(error))
            return False
        self.line.mark_wrong(None)
        self.post_message(self.Typed(text, expression))
        return True

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
