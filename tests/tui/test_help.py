"""The help: first steps, the pane in use first, nothing cut, and that a beginner gets there."""

from datetime import date

import pytest
from fake_library import FakeLibrary
from rich.cells import cell_len
from screens import assert_golden, at_rest, screen_text

from store.library.marks import Marks
from tui.app import ReaderApp
from tui.commands.table import COMMANDS
from tui.language import Language
from tui.screens.help import HelpScreen, help_lines


def texts(language="en", keymap=None, pane="timeline", width=80):
    lines = help_lines(Language(language), keymap or {}, pane, width)
    return ["".join(text for text, _ in line) for line in lines]


def titles(lines):
    return [line.strip() for line in lines if line[:1] == " " and line[1:2].strip()]


def test_the_first_steps_and_the_pane_in_use_come_first():
    assert titles(texts())[:3] == ["To begin with", "Timeline", "In every pane"]
    assert titles(texts(pane="article"))[:3] == ["To begin with", "Article", "In every pane"]
    assert titles(texts(pane="person"))[0] == "Page of a person"
    assert titles(texts("zh"))[:2] == ["先从这里开始", "时间线"]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 59, 60, 80, 120])
def test_every_command_is_there_whole(language, width):
    lines = texts(language, width=width)
    assert max(map(cell_len, lines)) <= width
    joined = "".join("".join(lines).split())
    for command in COMMANDS:
        assert "".join(Language(language).say(command.help).split()) in joined


def test_first_steps_name_the_keys_that_the_reader_chose():
    keymap = {"article.copy": ("C",), "any.filters": ("F",)}
    lines = texts(keymap=keymap)
    assert any(line.startswith("  C  ") and "you jumped to" in line for line in lines)
    assert any(line.startswith("  F enter q ") for line in lines)
    assert "(changed, was y)" in " ".join(lines)


async def test_a_beginner_filters_jumps_copies_and_marks_by_the_first_steps(tmp_path):
    app = ReaderApp(FakeLibrary(), Marks(tmp_path), language="en", today=lambda: date(2022, 3, 1))
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("question_mark", "q", "f"):
            await pilot.press(key)
            await at_rest(app, pilot)
        await pilot.press("enter")
        await at_rest(app, pilot)
        assert "| person " in app.reader._status.text
        await pilot.press("q", "enter", "2", "y", "m")
        await pilot.pause()
        assert app.reader.article.view.current_item() is not None
        assert app.reader._marking.of(app.reader.timeline.current).marked


async def test_the_help_in_chinese_fits_a_small_screen(tmp_path):
    app = ReaderApp(FakeLibrary(), Marks(tmp_path), language="zh", today=lambda: date(2022, 3, 1))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.1)
        await pilot.press("question_mark")
        await pilot.pause()
        assert_golden("help_80x24.txt", screen_text(app))
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        assert max(cell_len(line) for line in screen_text(app).splitlines()) <= 40
