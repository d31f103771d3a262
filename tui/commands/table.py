"""The table of commands: id, keys, label, help and the pane each belongs to.

A command's action is a method ``action_<name>`` of the widget or screen of its pane. The
labels and helps are phrases of :mod:`tui.language`, translated where they are shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from textual.binding import Binding, BindingType

from tui.language import mark

Keymap = Mapping[str, tuple[str, ...]]
"""The keys that a reader gave to commands, by their ids; the others keep those of the table."""

_DEFAULT: Keymap = MappingProxyType({})

Pane = Literal["any", "move", "timeline", "filters", "article", "query", "person", "compare"]

PANE_NAMES: dict[Pane, str] = {
    "any": mark("Everywhere"),
    "move": mark("Moving in a pane"),
    "timeline": mark("Timeline"),
    "filters": mark("Filters"),
    "article": mark("Article"),
    "query": mark("Query line"),
    "person": mark("Page of a person"),
    "compare": mark("Two meetings compared"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a reader can do. ``footer`` ranks it among the keys shown at the bottom."""

    id: str
    keys: tuple[str, ...]
    action: str
    label: str
    help: str
    footer: int = 0

    @property
    def pane(self) -> str:
        """The pane whose focus the keys need; ``any`` works in all."""
        return self.id.partition(".")[0]


COMMANDS: tuple[Command, ...] = (
    Command(
        "any.query",
        ("/",),
        "query",
        mark("Query"),
        mark("Type words, names or fields; the timeline narrows as you type"),
        8,
    ),
    Command(
        "any.all",
        ("a",),
        "show_all",
        mark("Show all"),
        mark("Let go of the query and of every chosen filter"),
        1,
    ),
    Command(
        "any.save",
        ("s",),
        "save_query",
        mark("Save query"),
        mark("Save the query and the chosen filters under a name"),
    ),
    Command(
        "any.queries",
        ("S",),
        "queries",
        mark("Queries"),
        mark("Pick a saved or a recent query"),
    ),
    Command(
        "any.forget",
        ("D",),
        "forget_query",
        mark("Forget query"),
        mark("Let go of a saved query"),
    ),
    Command(
        "any.filters",
        ("f",),
        "filters",
        mark("Filters"),
        mark("Go to the filters, or hide them"),
        4,
    ),
    Command(
        "any.people",
        ("p",),
        "people",
        mark("People"),
        mark("Find a person: titles over time, roles, company, meetings"),
        3,
    ),
    Command(
        "any.compare",
        ("c",),
        "compare",
        mark("Compare"),
        mark("Compare the meeting with the previous one of its series: wording and roster"),
        1,
    ),
    Command("any.next_pane", ("tab",), "next_pane", mark("Next pane"), mark("Go to the next pane")),
    Command(
        "any.previous_pane",
        ("shift+tab",),
        "previous_pane",
        mark("Previous pane"),
        mark("Go to the previous pane"),
    ),
    Command(
        "any.zoom",
        ("z",),
        "zoom",
        mark("Zoom"),
        mark("Give this pane the whole screen, or not"),
    ),
    Command(
        "any.back",
        ("q", "escape"),
        "back",
        mark("Back"),
        mark("Back to where you came from: out of zoom, filters, article"),
    ),
    Command("any.mark", ("m",), "mark", mark("Mark"), mark("Mark the meeting, or not"), 2),
    Command("any.tag", ("t",), "tag", mark("Tags"), mark("Write the tags of the meeting")),
    Command("any.note", ("e",), "note", mark("Note"), mark("Write a note on the meeting")),
    Command(
        "any.undo",
        ("u",),
        "undo",
        mark("Undo"),
        mark("Take back the last mark, tags, note or correction"),
    ),
    Command(
        "any.reload",
        ("ctrl+r",),
        "reload",
        mark("Reload"),
        mark("Show what was added to the library since it was opened"),
    ),
    Command(
        "any.language",
        ("f2",),
        "app.language",
        mark("中文 / English"),
        mark("Change the language of the interface"),
    ),
    Command("any.theme", ("f3",), "app.theme", mark("Theme"), mark("Change to the next theme")),
    Command(
        "any.ambiguous",
        ("f4",),
        "app.ambiguous",
        mark("Width of “ ”"),
        mark("Give characters such as “ ” two cells, where the terminal does, or one"),
    ),
    Command("any.wider", (">",), "resize(1)", mark("Wider"), mark("Make this pane wider")),
    Command(
        "any.narrower", ("<",), "resize(-1)", mark("Narrower"), mark("Make this pane narrower")
    ),
    Command(
        "any.palette",
        ("ctrl+p", ":"),
        "palette",
        mark("Commands"),
        mark("Find any command by name and run it"),
    ),
    Command("any.help", ("?", "f1"), "help", mark("Help"), mark("Every key"), 9),
    Command(
        "any.redraw",
        ("ctrl+l",),
        "app.redraw",
        mark("Redraw"),
        mark("Paint the whole screen again"),
    ),
    Command("any.quit", ("ctrl+q",), "app.quit", mark("Quit"), mark("Leave the reader")),
    Command("move.down", ("j", "down"), "move(1)", mark("Down"), mark("One line down")),
    Command("move.up", ("k", "up"), "move(-1)", mark("Up"), mark("One line up")),
    Command(
        "move.half_down",
        ("ctrl+d",),
        "move_pages(0.5)",
        mark("Half a page down"),
        mark("Half a page down"),
    ),
    Command(
        "move.half_up",
        ("ctrl+u",),
        "move_pages(-0.5)",
        mark("Half a page up"),
        mark("Half a page up"),
    ),
    Command(
        "move.page_down",
        ("space", "pagedown", "ctrl+f"),
        "move_pages(1)",
        mark("Page down"),
        mark("One page down"),
    ),
    Command(
        "move.page_up",
        ("b", "pageup", "ctrl+b"),
        "move_pages(-1)",
        mark("Page up"),
        mark("One page up"),
    ),
    Command("move.first", ("g", "home"), "first", mark("First"), mark("To the beginning")),
    Command("move.last", ("G", "end"), "last", mark("Last"), mark("To the end")),
    Command(
        "timeline.open",
        ("enter", "right", "l"),
        "open",
        mark("Open"),
        mark("Open the meeting's report"),
        7,
    ),
    Command(
        "filters.choose",
        ("enter", "space"),
        "choose",
        mark("Choose"),
        mark("Choose the value or query; of several values any counts"),
        7,
    ),
    Command(
        "filters.exclude",
        ("x", "-"),
        "exclude",
        mark("Exclude"),
        mark("Leave out the meetings with this value"),
        6,
    ),
    Command(
        "filters.fold",
        ("left", "h"),
        "fold",
        mark("Fold"),
        mark("Fold this field away"),
    ),
    Command(
        "filters.unfold",
        ("right", "l"),
        "unfold",
        mark("Unfold"),
        mark("Show this field, then more of its values"),
    ),
    Command(
        "filters.person",
        ("o",),
        "person",
        mark("Page of a person"),
        mark("The page of the person under the cursor"),
        3,
    ),
    Command(
        "article.item",
        tuple("123456789"),
        "item",
        mark("Requirement"),
        mark("Jump to the requirement of that number"),
        7,
    ),
    Command(
        "article.next_hit",
        ("n",),
        "next_hit",
        mark("Next hit"),
        mark("Next hit of the query, then on to the next meeting"),
        5,
    ),
    Command(
        "article.previous_hit",
        ("N",),
        "previous_hit",
        mark("Previous hit"),
        mark("Previous hit of the query"),
    ),
    Command(
        "article.next_meeting",
        ("]",),
        "series_step(1)",
        mark("Next of series"),
        mark("The next meeting of the same series"),
    ),
    Command(
        "article.previous_meeting",
        ("[",),
        "series_step(-1)",
        mark("Previous of series"),
        mark("The previous meeting of the same series"),
        5,
    ),
    Command(
        "article.report",
        ("r",),
        "next_report",
        mark("Other report"),
        mark("Another paper's report of the same meeting"),
        6,
    ),
    Command(
        "article.next_name", (".",), "next_name", mark("Next name"), mark("Stop at the next name")
    ),
    Command(
        "article.previous_name",
        ("comma",),
        "previous_name",
        mark("Previous name"),
        mark("Stop at the name before"),
    ),
    Command(
        "article.person",
        ("enter",),
        "open_name",
        mark("Person"),
        mark("The page of the person at whose name you stopped"),
    ),
    Command(
        "article.outline",
        ("i",),
        "outline",
        mark("Outline"),
        mark("Choose from the requirements and directives of the report"),
    ),
    Command(
        "article.copy",
        ("y",),
        "copy",
        mark("Copy"),
        mark("Copy the requirement or paragraph to the clipboard"),
        4,
    ),
    Command(
        "article.copy_what",
        ("Y",),
        "copy_what",
        mark("Copy ..."),
        mark("Choose what to copy: paragraph, citation, facts, all"),
    ),
    Command(
        "article.write",
        ("w",),
        "write",
        mark("Write to file"),
        mark("Choose what to write to a file, where the terminal has no clipboard"),
    ),
    Command(
        "article.source",
        ("o",),
        "source",
        mark("Source text"),
        mark("The source text, with what was extracted from it marked"),
        3,
    ),
    Command(
        "article.why",
        ("v",),
        "why",
        mark("Why"),
        mark("Why each fact is so: the rule, and the characters it was read from"),
        3,
    ),
    Command(
        "article.correct",
        ("x",),
        "correct",
        mark("Correct"),
        mark("Correct what was read out of the report: event, day, place, people"),
    ),
    Command(
        "person.open",
        ("enter", "right", "l"),
        "open",
        mark("Open"),
        mark("Open the meeting or the other person; list the meetings of a role"),
        7,
    ),
    Command(
        "person.next_section",
        ("tab",),
        "section(1)",
        mark("Next section"),
        mark("To the next section of the page"),
        5,
    ),
    Command(
        "person.previous_section",
        ("shift+tab",),
        "section(-1)",
        mark("Previous section"),
        mark("To the previous section of the page"),
    ),
    Command(
        "person.show_meetings",
        ("f",),
        "show_meetings",
        mark("Filter"),
        mark("Show only the meetings of this person in the timeline"),
        4,
    ),
    Command("person.help", ("?", "f1"), "help", mark("Help"), mark("Every key"), 1),
    Command(
        "person.close",
        ("q", "escape", "left", "h"),
        "close",
        mark("Back"),
        mark("To the person before, or back to the reader"),
        6,
    ),
    Command(
        "compare.next_change",
        ("n",),
        "change(1)",
        mark("Next change"),
        mark("To the next demand that changed"),
        5,
    ),
    Command(
        "compare.previous_change",
        ("N",),
        "change(-1)",
        mark("Previous change"),
        mark("To the demand before that changed"),
    ),
    Command(
        "compare.earlier",
        ("[",),
        "step(-1)",
        mark("Earlier"),
        mark("Compare the two meetings before these"),
        4,
    ),
    Command(
        "compare.later",
        ("]",),
        "step(1)",
        mark("Later"),
        mark("Compare with the next meeting of the series"),
        4,
    ),
    Command("compare.help", ("?", "f1"), "help", mark("Help"), mark("Every key"), 1),
    Command(
        "compare.close",
        ("q", "escape", "c"),
        "close",
        mark("Back"),
        mark("Back to the reader"),
        6,
    ),
)
"""Keys are Textual's names. The order is that of the help."""


def commands_of(pane: str) -> list[Command]:
    """The commands of one pane, in the order of the table."""
    return [command for command in COMMANDS if command.pane == pane]


def bindings_of(*panes: Pane) -> list[BindingType]:
    """The bindings of panes, for a widget's or screen's ``BINDINGS``."""
    return [binding for pane in panes for c in commands_of(pane) for binding in _bindings(c)]


def _bindings(command: Command) -> list[Binding]:
    if command.action == "item":
        return [Binding(key, f"item({key})", command.label, show=False) for key in command.keys]
    keys = ",".join(command.keys)
    # Before the pane gets its turn: what is typed right behind the key belongs to the line.
    first = command.action == "query"
    return [Binding(keys, command.action, command.label, id=command.id, show=False, priority=first)]


def key_names(command: Command, keymap: Keymap = _DEFAULT) -> str:
    """The keys of a command as they are printed for a reader: ``pgdn`` for ``pagedown``."""
    if command.action == "item":
        return f"{command.keys[0]}-{command.keys[-1]}"
    keys = keymap.get(command.id, command.keys)
    return " ".join(_SHORT.get(key, key) for key in keys)


_SHORT = {"pagedown": "pgdn", "pageup": "pgup", "escape": "esc", "comma": ","}
