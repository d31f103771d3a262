"""The help: the first steps, then every key, the pane in use before the others."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, Final

from rich.cells import cell_len, set_cell_size
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Resize

from tui.commands.command import PANE_NAMES, Command, Keymap, Pane
from tui.commands.table import closing, commands_of, key_names, key_of, looks
from tui.language import Language, mark
from tui.palette import Palette
from tui.screens.guarded import GuardedScreen
from tui.screens.listing import Lines
from tui.typography import break_lines, drawn
from tui.widgets.bars import Bar
from tui.widgets.line_list import Cell

_WIDE: Final = 60
"""Cells from which the keys have a column that takes all but the longest."""

_STEPS: Final = (
    (("any.query",), mark("type a name, a word or a place, then enter: only meetings with it")),
    (
        ("any.filters", "filters.choose", "any.back"),
        mark("or go to the filters, choose a person, a place or a month, and go back"),
    ),
    (("move.down", "move.up"), mark("down and up, in every pane")),
    (
        ("timeline.open",),
        mark("open the meeting under the cursor; “5 req” says how many requirements it has"),
    ),
    (("article.item",), mark("in the open meeting: jump to the requirement of that number")),
    (("article.copy",), mark("copy the requirement you jumped to")),
    (("any.mark",), mark("mark the meeting, in the timeline or while it is open")),
    (("any.undo",), mark("take back the last mark, tag, note or correction")),
    (("any.back",), mark("back")),
    (("any.quit",), mark("leave the reader; it opens again where you were")),
)
"""What a new user wants to do first: the commands whose keys are pressed, and what for."""

_TYPED: Final = (
    ("enter", mark("keep the query")),
    ("esc", mark("back to what was shown before")),
    ("up down", mark("queries that were typed before")),
    (mark("person:name"), mark("only meetings with this person; place: title: series: alike")),
    (mark("after:2024-06"), mark("only meetings from then on; before: on: alike")),
    (mark("is:marked"), mark("only meetings you marked; unread, corrected, undated alike")),
    (mark("word -other"), mark("with the one and without the other; “or” between two: either")),
)
"""What can be typed in the query line; its keys are those of every line."""

_PAGES: Final = frozenset(("person", "compare"))


class HelpLines(Lines):
    """The lines of the help; the cursor passes over headings."""

    def selectable(self, line: int) -> bool:
        """Whether a line says what a key does."""
        return bool(self.line(line)) and self.line(line)[0][1] != "line--heading"


class HelpScreen(GuardedScreen[None]):
    """Every key; ``pane`` is the one that help was asked in. Any key that leads back closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *closing("any.back", "any.help"),
        *looks(),
        Binding("enter", "close", show=False),
    ]

    def __init__(self, language: Language, pane: Pane) -> None:
        super().__init__(language)
        self._pane = pane

    def parts(self) -> ComposeResult:
        """A title and the table of commands."""
        yield Bar(id="heading", classes="title -focus")
        yield HelpLines(id="lines")
        yield Bar(id="keys")

    def on_mount(self) -> None:
        """Begin at the top."""
        self._fill(self.app.size.width)
        self.set_focus(self.query_one(Lines))

    def on_resize(self, event: Resize) -> None:
        """Break the lines anew."""
        self._fill(event.size.width)

    def redress(self, palette: Palette, ambiguous: int) -> None:
        """Show the same lines in the language in use."""
        self._fill(self.size.width)

    def _fill(self, width: int) -> None:
        say = self.language.say
        self.query_one("#heading", Bar).show(say("Every key"))
        keys = say(
            "{down} {up} {page} scroll   {back} back",
            down=self.key("move.down"),
            up=self.key("move.up"),
            page=self.key("move.page_down"),
            back=self.key("any.back"),
        )
        self.query_one("#keys", Bar).show(keys)
        lines = self.query_one(Lines)
        lines.show(help_lines(self.language, self.keymap, self._pane, width), lines.cursor)

    def action_close(self) -> None:
        """Back to the reader."""
        self.dismiss(None)


def help_lines(
    language: Language, keymap: Keymap, pane: Pane, width: int
) -> Sequence[Sequence[Cell]]:
    """The help as lines of ``width`` cells: headings, keys, and what each does."""
    say = language.say
    lines: list[Sequence[Cell]] = []
    for title, entries in _sections(keymap, pane, language):
        if lines:
            lines.append(())
        lines.append([(f" {say(title)}", "line--heading")])
        for keys, what, note in entries:
            lines.extend(_entry(keys, what, note, width))
    return lines


Entry = tuple[str, str, str]
"""Keys, what they do, and a note in a dimmer ink."""


def _sections(
    keymap: Keymap, pane: Pane, language: Language
) -> Iterator[tuple[str, Iterable[Entry]]]:
    """Titles with their entries, what is most wanted first."""
    say = language.say
    if pane not in _PAGES:
        steps = [
            (" ".join(_key(name, keymap) for name in names), say(what), "")
            for names, what in _STEPS
        ]
        yield mark("To begin with"), steps
    panes: list[Pane] = ["any", "move", "timeline", "filters", "article", "person", "compare"]
    for one in sorted(panes, key=lambda one: one != pane):
        commands = [command for command in commands_of(one) if not command.of_app]
        yield PANE_NAMES[one], [_command(command, keymap, language) for command in commands]
    yield PANE_NAMES["query"], [(say(typed), say(what), "") for typed, what in _TYPED]
    whole = [command for command in commands_of("any") if command.of_app]
    yield mark("The whole reader"), [_command(command, keymap, language) for command in whole]


def _key(name: str, keymap: Keymap) -> str:
    return "1-9" if name == "article.item" else key_of(name, keymap)


def _command(command: Command, keymap: Keymap, language: Language) -> Entry:
    note = ""
    if command.id in keymap:
        note = language.say("  (changed, was {keys})", keys=key_names(command))
    return key_names(command, keymap), language.say(command.help), note


def _entry(keys: str, what: str, note: str, width: int) -> Iterator[Sequence[Cell]]:
    """Keys and what they do, which goes on under itself; long keys have a line of their own."""
    column = 19 if width >= _WIDE else 8
    text = what + note
    begin = f"  {keys}"
    if cell_len(keys) > column:
        yield [(begin, "line--mark")]
        begin = ""
    for line in break_lines(text, width - column - 4):
        shown = drawn(text, line.start, line.end)
        plain = max(len(what) - line.start, 0)
        yield [
            (set_cell_size(begin, column + 3), "line--mark"),
            (shown[:plain], ""),
            (shown[plain:], "line--dim"),
        ]
        begin = ""
