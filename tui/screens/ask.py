"""One line to type an answer in, laid over the reader."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input

from tui.language import Language
from tui.screens.guarded import GuardedScreen
from tui.widgets.bars import Bar
from tui.widgets.query_line import QueryLine


class AskScreen(GuardedScreen[str | None]):
    """Asks for a line of text; ``enter`` gives it, ``escape`` gives None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False, priority=True)]

    def __init__(self, language: Language, what: str, former: str) -> None:
        super().__init__(language)
        self._what = what
        self._line = QueryLine(id="answer")
        self._line.value = former

    def parts(self) -> ComposeResult:
        """What is asked, and the line."""
        yield Bar(id="heading", classes="title -focus")
        with Horizontal(id="query-bar"):
            yield Bar(id="prompt")
            yield self._line
        yield Bar(id="status")

    def on_mount(self) -> None:
        """Begin typing at the end of what was there."""
        self.query_one("#heading", Bar).show(self._what)
        self.query_one("#prompt", Bar).show(">")
        self.query_one("#status", Bar).show(self.language.say("enter keep   esc leave as it was"))
        self.set_focus(self._line)
        self._line.cursor_position = len(self._line.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the answer."""
        self.dismiss(event.value)

    def action_close(self) -> None:
        """Give none."""
        self.dismiss(None)
