"""The painter against a small terminal that obeys just what the painter writes."""

import re
from itertools import pairwise

import pytest
from attacks import ATTACKS, harm_in
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
from tui.safe import visible

SIZE = (12, 4)
STYLES = [
    Style.parse(text)
    for text in (
        "none",
        "bold",
        "dim",
        "red on blue",
        "bold italic #5fafd7",
        "italic on #121212",
        "underline on #121212",
        "reverse",
    )
]


class Screen:
    """Characters and inks of a terminal; a wide character leaves an empty cell behind it."""

    def __init__(self):
        self.cells = [[(" ", ())] * SIZE[0] for _ in range(SIZE[1])]
        self.column = self.row = 0
        self.ink = ()

    def feed(self, data):
        for parameters, kind, character in re.findall(r"\x1b\[([\d;]*)([HCDGXm])|(.)", data):
            if character in ("\r", "\b", "\x0b"):
                # the place behind the last column is not sure
                assert character == "\r" or self.column < SIZE[0]
                self.column = {"\r": 0, "\b": self.column - 1}.get(character, self.column)
                self.row += character == "\x0b"
            elif character:
                self.write(character)
            else:
                self.obey(kind, parameters)

    def obey(self, kind, parameters):
        if kind == "m":
            self.set_ink(parameters)
            return
        first, second = (int(part or 1) for part in f"{parameters};1".split(";")[:2])
        if kind == "H":
            self.row, self.column = first - 1, second - 1
        elif kind == "C":
            self.column += first
        elif kind == "G":
            self.column = first - 1
        elif kind == "D":
            assert self.column < SIZE[0]
            self.column -= first
        else:
            assert self.column + first <= SIZE[0]
            row = self.cells[self.row]
            row[self.column : self.column + first] = [(" ", self.ink_of(" "))] * first

    def write(self, character):
        width = get_character_cell_size(character)
        row = self.cells[self.row]
        if width == 0:
            text, ink = row[self.column - 1]
            row[self.column - 1] = (text + character, ink)
            return
        row[self.column] = (character, self.ink_of(character))
        if width == 2:
            row[self.column + 1] = ("", self.ink)
        self.column += width

    def ink_of(self, character):
        """Of a blank only what is seen of it."""
        ink = dict(self.ink)
        if character != " " or "a7" in ink or "a4" in ink:
            return self.ink
        return tuple(pair for pair in self.ink if pair[0] == "4")

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
            elif parameter in ("22", "23", "24", "27"):
                for off in ("a1", "a2") if parameter == "22" else ("a" + parameter[1],):
                    ink.pop(off, None)
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


@given(st.lists(screens, min_size=1, max_size=4), st.booleans())
def test_what_is_painted_over_is_what_a_fresh_terminal_would_show(frames, erases):
    painter, screen = Painter(erases=erases), Screen()
    for frame in frames:
        screen.feed(painted(painter, frame))
        fresh = Screen()
        fresh.feed(painted(Painter(), frame))
        assert screen.cells == fresh.cells
        shown = ["".join(text for text, _ in row) for row in screen.cells]
        assert shown == [strip.text for strip in frame]


def piecewise(text, cuts):
    """A line whose text comes in several runs, of one ink: nothing is written out of order."""
    places = sorted({0, len(text), *(min(cut, len(text)) for cut in cuts)})
    runs = pairwise(places)
    return Strip([Segment(text[start:end], STYLES[0]) for start, end in runs])


def written_controls(output):
    return set(re.findall(r"[\x00-\x1a\x1c-\x1f\x7f-\x9f]", output))


@pytest.mark.parametrize("ambiguous", [1, 2])
@pytest.mark.parametrize("name", sorted(ATTACKS))
def test_what_came_past_the_gate_does_not_come_past_the_painter(name, ambiguous):
    for cuts in ([], [1], range(1, 40)):
        strip = piecewise(ATTACKS[name], cuts)
        painter = Painter(ambiguous=ambiguous)
        output = painter.paint([Run(0, 3, (strip,))], (300, 2), ColorSystem.EIGHT_BIT)
        assert harm_in(output.encode(), drawn=True) == []
        assert written_controls(output) == set()
        # the line around it stays where it was laid out
        if ambiguous == 1:
            drawn = [cell.text for cell in painter._rows[0] if cell.text != "\x00"]
            assert len(drawn) == strip.cell_length


@given(st.text(st.characters(), max_size=12), st.lists(st.integers(0, 12), max_size=4))
def test_whatever_is_drawn_no_control_and_nothing_hidden_is_written(text, cuts):
    output = Painter().paint([Run(0, 0, (piecewise(text, cuts),))], (40, 1), ColorSystem.EIGHT_BIT)
    assert harm_in(output.encode(), drawn=True) == []
    assert written_controls(output) == set()


@given(st.text(st.characters(), max_size=12), st.lists(st.integers(0, 12), max_size=4))
def test_what_the_gate_lets_through_is_written_whole(text, cuts):
    seen = visible(text)
    output = Painter().paint([Run(0, 0, (piecewise(seen, cuts),))], (40, 1), ColorSystem.EIGHT_BIT)
    assert re.sub(r"\x1b\[[\d;]*[A-Za-z]", "", output).rstrip() == seen.rstrip()


def test_nothing_is_written_twice():
    painter = Painter()
    frame = [strip_of([("会议", STYLES[3])])] * SIZE[1]
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


def test_many_blanks_are_erased_where_the_terminal_takes_the_background_for_it():
    full, blank = (strip_of([(text, STYLES[3])]) for text in ("abcdefghijkl", "ab          "))
    written = {}
    for erases in (True, False):
        painter = Painter(erases=erases)
        painted(painter, [full] * 2)
        written[erases] = painted(painter, [blank] * 2)
    assert written[True] == "\x1b[1;3H\x1b[;44m\x1b[10X\x0b\x1b[10X\x1b[m"
    assert written[False].count(" " * 10) == 2


def test_near_the_left_edge_a_blank_is_written_where_a_jump_would_be_longer():
    former, latter = ([strip_of([(text, STYLES[3])])] * 2 for text in (" abcd", " efgh"))
    painter = Painter()
    painted(painter, former)
    assert painted(painter, latter) == "\x1b[1H\x1b[;31;44m efgh\x0b\r efgh\x1b[m"
    # what is not blank, or blank on another ground, stays as it is
    for text in ("xabcd", "x abcd"):
        painter = Painter()
        painted(painter, [strip_of([(text, STYLES[3])])])
        assert "x" not in painted(painter, [strip_of([(text.replace("a", "e"), STYLES[3])])])
    painter = Painter()
    painted(painter, [strip_of([(" ", STYLES[5]), ("abcd", STYLES[3])])])
    other = painted(painter, [strip_of([(" ", STYLES[5]), ("efgh", STYLES[3])])])
    assert other == "\x1b[1;2H\x1b[;31;44mefgh\x1b[m"


def test_a_blank_in_another_foreground_is_the_same_blank():
    painter = Painter()
    painted(painter, [strip_of([("a    b", STYLES[0])])])
    bold = Style.parse("bold red")
    assert painted(painter, [strip_of([("a", STYLES[0]), ("    ", bold), ("b", STYLES[0])])]) == ""
    underlined = [("a", STYLES[0]), ("    ", Style.parse("underline")), ("b", STYLES[0])]
    assert painted(painter, [strip_of(underlined)]) == "\x1b[1;2H\x1b[;4m    \x1b[m"


def test_after_a_character_of_doubtful_width_the_place_is_said():
    assert "“\x1b[2G" in painted(Painter(), [strip_of([("“会”", STYLES[0])])])
    assert "│\x1b" not in painted(Painter(), [strip_of([("│会│", STYLES[0])])])


def test_an_update_of_pieces_paints_the_same_as_one_of_all():
    left, right = (Strip([Segment(text, STYLES[4])]) for text in ("会议一", "会议二"))
    chops = ChopsUpdate([{0: left, 6: right}], [(0, 0, 12)], [[6, 12]])
    whole = LayoutUpdate([[left, right]], Region(0, 0, 12, 1))
    console = type("Console", (), {"_color_system": ColorSystem.EIGHT_BIT})
    screens = []
    for update in (chops, whole):
        screen = Screen()
        screen.feed(Thrifty(update, Painter(), SIZE).render_segments(console))
        screens.append(screen.cells)
    assert screens[0] == screens[1]
