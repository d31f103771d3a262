"""A library that fails under the reader: every question may, and the screen says it in one line."""

import asyncio
from unittest.mock import Mock

import pytest
from attacks import ATTACKS
from fake_library import FakeLibrary
from screens import at_rest, screen_text

from store.library.interface import LibraryDamagedError, LibraryError
from store.library.marks import Marks
from tui.app import ReaderApp

QUESTIONS = [
    "count",
    "meetings",
    "position",
    "article",
    "source_text",
    "facets",
    "hits",
    "series",
    "version",
    "former_ids",
    "behind",
]
KEYS = (
    *("j", "enter", "j", "n", "N", "]", "[", "r", "o", "q", "i", "escape", "1", "."),
    *("p", "escape", "f", "l", "enter", "a", "slash", "x", "enter", "escape", "m", "u", "G", "g"),
    *("ctrl+r", "tab", "z", "z", "y"),
)


@pytest.fixture(autouse=True)
def no_idling(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pilot waits for every message of a key; Textual would wait 40 ms beyond that."""
    monkeypatch.setattr("textual.app.wait_for_idle", lambda *_: asyncio.sleep(0))


@pytest.mark.parametrize("question", QUESTIONS)
async def test_a_question_that_fails_does_not_end_the_reader(tmp_path, question: str, monkeypatch):
    # asked every few seconds, and of lists longer than a window
    monkeypatch.setattr("tui.screens.narrowed._LOOK_EVERY", 0.05)
    monkeypatch.setattr("tui.narrowing.WINDOW", 2)
    library = FakeLibrary()
    app = ReaderApp(library, Marks(tmp_path), language="en")
    async with app.run_test(size=(140, 40), notifications=True, tooltips=True) as pilot:
        await at_rest(app, pilot, pause=0.02)
        if not hasattr(library, question):
            pytest.skip("not asked of this library")
        failing = Mock(side_effect=LibraryDamagedError("a.jsonl: \x1b[31mcut"))
        setattr(library, question, failing)
        for key in KEYS:
            await pilot.press(key)
        await at_rest(app, pilot, pause=0.02)
        assert failing.called
        assert app.is_running
        assert "\x1b" not in screen_text(app)


@pytest.mark.parametrize("keys", [("m",), ("t", "a", "enter"), ("e", "a", "enter"), ("enter",)])
async def test_a_mark_that_cannot_be_written_is_said(tmp_path, keys: tuple[str, ...]):
    marks = Marks(tmp_path)
    app = ReaderApp(FakeLibrary(), marks, language="en")
    async with app.run_test(size=(140, 40), notifications=True, tooltips=True) as pilot:
        await at_rest(app, pilot, pause=0.02)
        trouble = LibraryError(f"marks.json: cannot write: {ATTACKS['title']}")
        marks.put = marks.put_all = marks.set_read = Mock(side_effect=trouble)
        await pilot.press(*keys)
        await at_rest(app, pilot, pause=0.02)
        assert app.is_running
        assert "cannot write" in screen_text(app)
        assert "\x1b" not in screen_text(app)
