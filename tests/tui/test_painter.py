"""The painter against a small terminal that obeys just what the painter writes."""

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import get_character_cell_size
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tui.painter import Painter, Run, Thrifty

SIZE = (12, 4)
STYLES = [
    Style.parse(text)
    for text in ("none", "bold", "red on blue", "bold #5fafd7", "italic on #121212", "reverse")
]


class Screen:
    """Characters and inks of a terminal; a wide character leaves an empty cell behind it."""

    def __init__(self):
        self.cells = [[(" ", ())] * SIZE[0] for _ in range(SIZE[1])]
        self.column = self.row = 0
        self.ink = ()

    def feed(self, data):
        for move, jump, place, sgr, character in re.findall(
            r"\x1b\[(\d+;\d+)H|\x1b\[(\d+)C|\x1b\[(\d+)G|\x1b\[([\d;]*)m|(.)", data
        ):
            if move:
                self.row, self.column = (int(part) - 1 for part in move.split(";"))
            elif jump:
                self.column += int(jump)
            elif place:
                self.column = int(place) - 1
            elif character:
                self.write(character)
            else:
                self.set_ink(sgr)

    def write(self, character):
        width = get_character_cell_size(character)
        row = self.cells[self.row]
        if width == 0:
            text, ink = row[self.column - 1]
            row[self.column - 1] = (text + character, ink)
            return
        row[self.column] = (character, self.ink)
        if width == 2:
            row[self.column + 1] = ("", self.ink)
        self.column += width

    def set_ink(self, sgr):
        """Keep an ink as the sorted pairs of what is set, colours by their kind."""
        ink = dict(self.ink)
        parameters = iter(sgr.split(";"))
        for parameter in parameters:
            if parameter == "":
                ink = {}
            elif parameter in ("38", "48"):
                kind = next(parameters)
                values = [next(parameters) for _ in range(1 if kind == "5" else 3)]
                ink[parameter[0]] = (kind, *values)
            elif parameter in ("39", "49"):
                ink.pop(parameter[0], None)
            elif len(parameter) == 2 and parameter[0] in "34":
                ink[parameter[0]] = parameter
            else:
                ink["a" + parameter] = True
        self.ink = tuple(sorted(ink.items(), key=lambda pair: pair[0]))


def strip_of(pieces):
    """Pieces of text and style cut or filled to the width of the screen."""
    strip = Strip([Segment(text, style) for text, style in pieces])
    return strip.adjust_cell_length(SIZE[0], STYLES[0]).simplify()


texts = st.text("ab 一会“”│", max_size=8)
lines = st.lists(st.tuples(texts, st.sampled_from(STYLES)), max_size=4).map(strip_of)
screens = st.lists(lines, min_size=SIZE[1], max_size=SIZE[1])


def painted(painter, strips):
    runs = [Run(row, 0, (strip,)) for row, strip in enumerate(strips)]
    return painter.paint(runs, SIZE, ColorSystem.EIGHT_BIT)


@given(st.lists(screens, min_size=1, max_size=4))
def test_what_is_painted_over_is_what_a_fresh_terminal_would_show(frames):
    painter, screen = Painter(), Screen()
    for frame in frames:
        screen.feed(painted(painter, frame))
        fresh = Screen()
        fresh.feed(painted(Painter(), frame))
        assert screen.cells == fresh.cells
        shown = ["".join(text for text, _ in row) for row in screen.cells]
        assert shown == [strip.text for strip in frame]


def test_nothing_is_written_twice():
    painter = Painter()
    frame = [strip_of([("会议", STYLES[2])])] * SIZE[1]
    assert painted(painter, frame)
    assert painted(painter, frame) == ""
    painter.forget()
    assert painted(painter, frame)


def test_another_size_begins_anew():
    painter = Painter()
    frame = [strip_of([("会议", STYLES[0])])]
    painted(painter, frame)
    runs = [Run(0, 0, (frame[0],))]
    assert "会议" in painter.paint(runs, (20, 5), ColorSystem.EIGHT_BIT)


def test_a_change_of_one_character_costs_one_character():
    painter = Painter()
    painted(painter, [strip_of([("abcdefgh", STYLES[0])])])
    assert painted(painter, [strip_of([("abcXefgh", STYLES[0])])]) == "\x1b[1;4H\x1b[mX"


def test_after_a_character_of_doubtful_width_the_place_is_said():
    assert "“\x1b[2G" in painted(Painter(), [strip_of([("“会”", STYLES[0])])])
    assert "│\x1b" not in painted(Painter(), [strip_of([("│会│", STYLES[0])])])


def test_an_update_of_pieces_paints_the_same_as_one_of_all():
    left, right = (Strip([Segment(text, STYLES[3])]) for text in ("会议一", "会议二"))
    chops = ChopsUpdate([{0: left, 6: right}], [(0, 0, 12)], [[6, 12]])
    whole = LayoutUpdate([[left, right]], Region(0, 0, 12, 1))
    console = type("Console", (), {"_color_system": ColorSystem.EIGHT_BIT})
    screens = []
    for update in (chops, whole):
        screen = Screen()
        screen.feed(Thrifty(update, Painter(), SIZE).render_segments(console))
        screens.append(screen.cells)
    assert screens[0] == screens[1]
