"""Lines on a terminal that gives ambiguous characters two cells, and panes of other widths."""

import re

import pytest
from fake_library import FakeLibrary
from rich.color import ColorSystem
from rich.segment import Segment
from textual.strip import Strip

from store.library.marks import Marks
from tui.app import ReaderApp
from tui.commands.keymap import Preferences
from tui.fitting import fitted, plain_line, width_of
from tui.painter import Painter, Run
from tui.pen import PLAIN, Cell
from tui.session import last_session


def cells(text):
    return [Cell(character, PLAIN) for character in text]


def said(found):
    return "".join(cell.text for cell in found)


@pytest.mark.parametrize(
    ("character", "ambiguous", "width"),
    [("“", 1, 1), ("“", 2, 2), ("a", 2, 1), ("会", 1, 2), ("会", 2, 2), ("…", 2, 2)],
)
def test_only_ambiguous_characters_change_their_width(character, ambiguous, width):
    assert width_of(character, ambiguous) == width


def test_blanks_beside_blanks_go_first_from_the_right():
    assert said(fitted(cells("ab   c   "), 7)) == "ab   c "
    assert said(fitted(cells("ab   c"), 4)) == "ab c"


def test_what_has_no_blanks_to_spare_is_cut_and_no_wide_character_halved():
    assert said(fitted(cells("a b c d"), 5)) == "a b c"
    wide = [Cell("a", PLAIN), Cell("会", PLAIN), Cell("", PLAIN)]
    assert said(fitted(wide, 2)) == "a "


def test_what_fits_is_left_as_it_is():
    assert said(fitted(cells("a  b"), 4)) == "a  b"


def test_lines_of_the_chrome_become_ascii_and_text_does_not():
    assert plain_line("│") + plain_line("会") == "|会"


def drawn(text, ambiguous):
    """The columns (from 1) that a terminal is told to go to, and the text that it is sent."""
    strip = Strip([Segment(text)], 8)
    painter = Painter(ambiguous=ambiguous)
    output = painter.paint([Run(0, 0, (strip,))], (8, 1), ColorSystem.TRUECOLOR)
    return re.findall(r"“\x1b\[(\d+)G", output), re.sub(r"\x1b\[[\d;]*[A-Za-z]", "", output)


def test_behind_a_character_of_two_cells_the_place_is_two_further():
    assert drawn("a“bc    ", 1)[0] == ["3"]
    places, text = drawn("a“bc    ", 2)
    assert places == ["4"]
    assert text.startswith("a“bc")


@pytest.fixture
def reader(tmp_path):
    marks = Marks(tmp_path)

    def make(**settings):
        session = last_session(marks)
        return ReaderApp(FakeLibrary(), marks, session=session, language="zh", **settings)

    return make


async def test_the_width_is_changed_by_a_key_and_kept(reader):
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "f4")
        assert app.reader.article.view._ambiguous == 2
        await pilot.press("ctrl+q")
    again = reader()
    async with again.run_test(size=(80, 24)) as pilot:
        assert again.reader.article.view._ambiguous == 2
        await pilot.press("f4")
        assert again.reader.article.view._ambiguous == 1


async def test_the_keymap_file_says_the_width_at_the_start(reader):
    app = reader(preferences=Preferences(ambiguous=2))
    async with app.run_test(size=(80, 24)):
        assert app.reader.article.view._ambiguous == 2


async def test_panes_are_made_wider_and_stay_so(reader):
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        before = app.reader.timeline.size.width
        filters = app.reader._filters.size.width
        await pilot.press("greater_than_sign")
        await pilot.pause()
        wider = app.reader.timeline.size.width
        assert wider > before
        await pilot.press("f", "less_than_sign")
        await pilot.pause()
        assert app.reader._filters.size.width == filters - 4
        await pilot.press("ctrl+q")
    again = reader()
    async with again.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert again.reader._filters.size.width == filters - 4
        assert again.reader._arrangement.share == 50


async def test_a_pane_never_takes_all(reader):
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*["greater_than_sign"] * 30)
        await pilot.pause()
        assert app.reader.article.size.width >= 15
