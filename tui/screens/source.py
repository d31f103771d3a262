"""The text of a document as it was saved, line by line, with nothing taken out of it."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Size

from tui.language import Language
from tui.safe import visible
from tui.screens.guarded import GuardedScreen
from tui.typography import break_lines
from tui.widgets.bars import Bar
from tui.widgets.line_list import Cell, LineList


class SourceLines(LineList):
    """A text broken into lines of the pane's width."""

    def __init__(self, text: str) -> None:
        super().__init__(id="source")
        self._paragraphs = text.splitlines()
        self._lines: list[str] = []
        self._drawn_for = Size(0, 0)

    def on_resize(self) -> None:
        """Break the text again when the width changed."""
        if self.size.width != self._drawn_for.width:
            self._drawn_for = self.size
            self._lines = [
                text[line.start : line.end]
                for text in map(visible, self._paragraphs)
                for line in break_lines(text, self.size.width)
            ]
            self.set_lines(len(self._lines), self.cursor)

    def cells(self, line: int, width: int) -> Sequence[Cell]:
        """A line of the text."""
        return [(self._lines[line], "")]


class SourceScreen(GuardedScreen[None]):
    """The source text of an article."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,escape,o", "close", show=False)]

    def __init__(self, language: Language, path: str, text: str) -> None:
        super().__init__(language)
        self._path = path
        self._text = text

    def parts(self) -> ComposeResult:
        """The path and the text."""
        yield Bar(id="heading", classes="title -focus")
        yield SourceLines(self._text)
        yield Bar(id="keys")

    def on_mount(self) -> None:
        """Say which document it is."""
        self.query_one("#heading", Bar).show(self._path)
        self.query_one("#keys", Bar).show(self.language.say("j k scroll   q back"))
        self.query_one(SourceLines).focus()

    def action_close(self) -> None:
        """Back to the article."""
        self.dismiss(None)
