"""Attacks on every screen that shows data: the text of panes, lists, tooltips, titles, notices."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from attacks import STORABLE, harm_in_text
from hostile_reports import hostile_report
from screens import at_rest, screen_text
from textual.app import App
from textual.pilot import Pilot

from store.library import open_library
from store.library.library import LogLibrary
from store.query.expression import Everything
from tui.app import ReaderApp
from tui.queries import Queries, Query

GROUPS = (
    ("link", "override", "c1 csi", "title", "tags", "nul", "variable"),
    ("closing", "zero width", "clipboard", "selectors", "fillers", "lines", "overprint"),
)
"""Attacks that come together in every field: a round for each would take a minute."""

OF_A_MEETING = {
    "article": ("enter",),
    "source": ("enter", "o"),
    "previous meeting": ("c",),
    "lines of both rosters": ("c", "G"),
    "why": ("enter", "G", "i"),
    "tags": ("t",),
    "note": ("e",),
    "what to correct": ("enter", "x"),
    "what to copy": ("enter", "Y"),
    "where to write": ("enter", "w"),
    "names of terms": ("enter", "."),
}
"""The keys that lead from a meeting in the timeline to what is said of it."""

OF_ALL = {
    "people": ("p",),
    **{f"person {number}": ("p", *["down"] * number, "enter") for number in range(len(GROUPS))},
    "end of a person": ("p", "enter", "G"),
    "values": ("f", "l", "j", "l"),
    "chosen": ("f", "l", "j", "enter"),
    "notice": ("m", "u"),
    "saved queries": ("S",),
}
"""The keys that lead to what is said of all meetings."""


@pytest.fixture(autouse=True)
def no_idling(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pilot waits for every message of a key; Textual would wait 40 ms beyond that."""
    monkeypatch.setattr("textual.app.wait_for_idle", lambda *_: asyncio.sleep(0))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two meetings of one series for each attack, with a note, tags and a saved query."""
    folder = tmp_path_factory.mktemp("places")
    library = open_library(folder / "library", state_dir=folder / "state", write=True)
    attacks = ["".join(STORABLE[name] for name in names) for names in GROUPS]
    for number, attack in enumerate(attacks):
        library.add([hostile_report(2 * number + half, attack) for half in (0, 1)])
    for row in library.meetings(Everything()):
        attack = row.reports[0].title
        mark = library.marks.of(row.reports[0].id)
        library.marks.put(replace(mark, tags=(attack,), note=attack))
        library.correct(row.reports[0].id, "source", attack)
        Queries(library.marks).keep(Query(text=attack, name=attack))
    library.close()
    return folder


@pytest.fixture
def library(home: Path) -> Iterator[LogLibrary]:
    library = open_library(home / "library", state_dir=home / "state")
    yield library
    library.close()


def said(app: App[object]) -> list[str]:
    """Everything that the screen shows or would show: its lines, tooltips, titles, notices."""
    widgets = list(app.screen.walk_children())
    texts = [screen_text(app), app.title, app.sub_title]
    texts += [str(one.tooltip) for one in widgets if one.tooltip is not None]
    texts += [f"{one.border_title or ''}{one.border_subtitle or ''}" for one in widgets]
    return [*texts, *(one.message for one in app._notifications)]


async def typed(app: App[object], pilot: Pilot[object], keys: Sequence[str]) -> None:
    """Press keys, then look: nothing that is shown acts, hides or is a link."""
    for key in keys:
        await pilot.press(key)
    await at_rest(app, pilot, pause=0.01)
    for text in said(app):
        assert harm_in_text(text) == []
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            assert "@click" not in (segment.style.meta if segment.style else {})
            assert not (segment.style and segment.style.link)


@pytest.mark.parametrize("place", OF_A_MEETING)
async def test_no_place_of_a_meeting_lets_an_attack_through(library: LogLibrary, place: str):
    app = ReaderApp(library, library.marks, language="en")
    async with app.run_test(size=(130, 36), notifications=True, tooltips=True) as pilot:
        await at_rest(app, pilot, pause=0.01)
        timeline = screen_text(app)
        shown = set()
        for number in range(len(GROUPS)):
            await typed(app, pilot, OF_A_MEETING[place])
            shown.add(screen_text(app))
            back = ["escape"] * (len(OF_A_MEETING[place]) + 1)
            await typed(app, pilot, (*back, "a", "g", *["j", "j"] * (number + 1)))
        assert len(shown | {timeline}) > 2


@pytest.mark.parametrize("place", OF_ALL)
async def test_no_place_of_all_lets_an_attack_through(library: LogLibrary, place: str):
    app = ReaderApp(library, library.marks, language="zh")
    async with app.run_test(size=(130, 36), notifications=True, tooltips=True) as pilot:
        await at_rest(app, pilot, pause=0.01)
        timeline = screen_text(app)
        await typed(app, pilot, OF_ALL[place])
        shown = screen_text(app)
        assert shown != timeline
        assert "甲" in shown
