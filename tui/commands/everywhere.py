"""The commands that work in every pane, and those that move in one."""

from tui.commands.command import Command
from tui.language import mark

EVERYWHERE: tuple[Command, ...] = (
    Command(
        "any.query",
        ("/",),
        "query",
        mark("Query"),
        mark("Type words, names or fields; the timeline narrows as you type"),
        8,
        opens=True,
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
        opens=True,
    ),
    Command(
        "any.queries",
        ("S",),
        "queries",
        mark("Queries"),
        mark("Pick a saved or a recent query"),
        opens=True,
    ),
    Command(
        "any.forget",
        ("D",),
        "forget_query",
        mark("Forget query"),
        mark("Let go of a saved query"),
        opens=True,
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
        mark("The page of a person: titles over time, roles, who else was there, meetings"),
        3,
        opens=True,
    ),
    Command(
        "any.compare",
        ("c",),
        "compare",
        mark("Compare"),
        mark("Compare the meeting with the previous one of its series: wording and roster"),
        1,
        opens=True,
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
    Command(
        "any.tag", ("t",), "tag", mark("Tags"), mark("Write the tags of the meeting"), opens=True
    ),
    Command(
        "any.note", ("e",), "note", mark("Note"), mark("Write a note on the meeting"), opens=True
    ),
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
        opens=True,
    ),
    Command("any.help", ("?", "f1"), "help", mark("Help"), mark("Every key"), 9, opens=True),
    Command(
        "any.redraw",
        ("ctrl+l",),
        "app.redraw",
        mark("Redraw"),
        mark("Paint the whole screen again"),
    ),
    Command("any.quit", ("ctrl+q",), "app.quit", mark("Quit"), mark("Leave the reader")),
)

MOVING: tuple[Command, ...] = (
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
)
