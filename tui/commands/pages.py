"""The commands of the pages over the panes: a person, two meetings compared."""

from tui.commands.command import Command
from tui.language import mark

PAGES: tuple[Command, ...] = (
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
    Command("person.help", ("?", "f1"), "help", mark("Help"), mark("Every key"), 1, opens=True),
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
    Command("compare.help", ("?", "f1"), "help", mark("Help"), mark("Every key"), 1, opens=True),
    Command(
        "compare.close",
        ("q", "escape", "c"),
        "close",
        mark("Back"),
        mark("Back to the reader"),
        6,
    ),
)
