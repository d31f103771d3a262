"""Lists of ready lines, and lists to pick from by typing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from rich.cells import set_cell_size
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input

from tui.commands.command import Command, Keymap
from tui.commands.table import COMMANDS, key_names
from tui.language import Language
from tui.matching import matches
from tui.safe import visible
from tui.screens.guarded import GuardedScreen
from tui.widgets.bars import Bar
from tui.widgets.line_list import Cell, LineList
from tui.widgets.query_line import QueryLine

Value = TypeVar("Value")

_ELSEWHERE = frozenset(("move", "person", "compare"))
"""Panes whose commands mean nothing where commands are picked."""

_KEY_COLUMN = 20
_LABEL_COLUMN = 22


class Lines(LineList):
    """A list of ready lines."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._lines: Sequence[Sequence[Cell]] = ()

    def show(self, lines: Sequence[Sequence[Cell]], cursor: int = 0) -> None:
        """Show other lines."""
        self._lines = lines
        self.set_lines(len(lines), cursor)

    def line(self, line: int) -> Sequence[Cell]:
        """A line as it was given."""
        return self._lines[line]

    def cells(self, line: int, width: int) -> Sequence[Cell]:
        """The same at any width."""
        return self._lines[line]


@dataclass(frozen=True, slots=True)
class Entry(Generic[Value]):
    """Something to pick: the value, its text, and a note at its right."""

    value: Value
    text: str
    note: str = ""


Search = Callable[[str], Sequence[Entry[Value]]]
"""The entries that match what is typed, the best first; all of them for nothing typed."""


class PickScreen(GuardedScreen[Value | None], Generic[Value]):
    """A line to type in above a list that narrows; ``enter`` picks, ``escape`` goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False, priority=True),
        Binding("down,ctrl+n", "step(1)", show=False, priority=True),
        Binding("up", "step(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
    ]

    def __init__(self, language: Language, title: str, search: Search[Value]) -> None:
        super().__init__(language)
        self._title = title
        self._search = search
        self._entries: Sequence[Entry[Value]] = ()

    def parts(self) -> ComposeResult:
        """A title, the line to type in, the list."""
        yield Bar(id="heading", classes="title -focus")
        with Horizontal(id="query-bar"):
            yield Bar(id="prompt")
            yield QueryLine(id="pick")
        yield Lines(id="lines")
        yield Bar(id="status")

    def on_mount(self) -> None:
        """Everything, until something is typed."""
        self.query_one("#heading", Bar).show(self._title)
        self.query_one("#prompt", Bar).show(">")
        self.query_one("#status", Bar).show(self.language.say("enter choose   esc back"))
        self._show("")
        self.set_focus(self.query_one(QueryLine))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        self._show(event.value)

    def on_input_submitted(self) -> None:
        """Pick what the cursor stands on."""
        at = self.query_one(Lines).cursor
        self.dismiss(self._entries[at].value if at < len(self._entries) else None)

    def _show(self, typed: str) -> None:
        self._entries = self._search(typed.strip())
        lines = [
            [(f"  {visible(entry.text)}", ""), (f"  {visible(entry.note)}", "line--dim")]
            for entry in self._entries
        ]
        self.query_one(Lines).show(lines)

    def action_step(self, step: int) -> None:
        """Move the cursor of the list."""
        self.query_one(Lines).action_move(step)

    def action_page(self, pages: int) -> None:
        """Move the cursor of the list by pages."""
        self.query_one(Lines).action_move_pages(pages)

    def action_close(self) -> None:
        """Back without a choice."""
        self.dismiss(None)


def command_search(language: Language, keymap: Keymap) -> Search[Command]:
    """Commands whose label, help or id holds what is typed, in the reader's language."""

    def search(typed: str) -> list[Entry[Command]]:
        found = []
        for command in COMMANDS:
            texts = (language.say(command.label), language.say(command.help), command.id)
            if command.pane not in _ELSEWHERE and any(matches(typed, text) for text in texts):
                label = set_cell_size(texts[0], _LABEL_COLUMN)
                found.append(Entry(command, f"{label} {texts[1]}", key_names(command, keymap)))
        return found

    return search
