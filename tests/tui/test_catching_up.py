"""A library whose index lags: opened at once, brought up beside the reader, then shown whole."""

import threading
import time

import pytest
from fake_library import FakeLibrary
from invented_reports import a_report
from screens import screen_text

from store.library import open_library
from store.library.interface import LibraryError, LibraryLockedError
from store.library.marks import Marks
from store.query.expression import Everything
from tui.app import ReaderApp
from tui.catching_up import CatchingUp
from tui.session import Session
from tui.widgets.line_list import LineList


@pytest.fixture
def lagging(tmp_path):
    """A library of sixty meetings whose index was deleted."""
    made = open_library(tmp_path / "library", state_dir=tmp_path / "state", write=True)
    made.add([a_report(f"会议{n}", "会议强调，要压实责任。", path=f"{n}.txt", series=None,
                       date=f"2023-05-{n % 28 + 1:02}") for n in range(60)])  # fmt: skip
    made.close()
    (tmp_path / "library" / "index.sqlite").unlink()
    opened = open_library(tmp_path / "library", state_dir=tmp_path / "state", catch_up=False)
    yield opened
    opened.close()


def reader(library, catching_up, **more):
    return ReaderApp(library, library.marks, catching_up=catching_up, language="en", **more)


async def settled(app, pilot, said):
    for _ in range(100):
        await pilot.pause(0.05)
        if said in screen_text(app):
            return
    raise AssertionError(screen_text(app))


class Slow:
    """A library that indexes in steps, each when it is told to."""

    def __init__(self, library):
        self._library = library
        self.steps = threading.Semaphore(0)
        self.behind = library.behind

    def catch_up(self, progress):
        for done in (1_000_000, 2_000_000):
            self.steps.acquire()
            time.sleep(0.6)
            progress(done, 4_000_000)
        self.steps.acquire()
        self._library.catch_up(progress)


async def test_the_reader_works_while_the_index_is_brought_up_and_then_shows_all(lagging):
    slow = Slow(lagging)
    catching_up = CatchingUp(slow)
    app = reader(lagging, catching_up)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app, pilot, "index behind")
        assert "0 meetings | everything" in screen_text(app)
        slow.steps.release()
        await settled(app, pilot, "index behind: 1.0/4.0 MB")
        await pilot.press("question_mark")
        await settled(app, pilot, "Every key")
        await pilot.press("q", "f2")
        slow.steps.release()
        await settled(app, pilot, "索引落后：2.0/4.0 MB")
        await pilot.press("f2")
        slow.steps.release()
        await settled(app, pilot, "60 meetings | everything")
        assert "index behind" not in screen_text(app)
        assert "has changed" not in screen_text(app)


def indexed(tmp_path):
    """The keys of the meetings of the whole library, which lags again after."""
    whole = open_library(tmp_path / "library", state_dir=tmp_path / "state")
    keys = [row.key for row in whole.meetings(Everything())]
    whole.close()
    (tmp_path / "library" / "index.sqlite").unlink()
    return keys


@pytest.mark.parametrize("moves", [False, True])
async def test_the_place_of_the_session_is_gone_to_once_it_is_indexed(lagging, tmp_path, moves):
    key = indexed(tmp_path)[40]
    again = open_library(tmp_path / "library", state_dir=tmp_path / "state", catch_up=False)
    app = reader(again, CatchingUp(slow := Slow(again)), session=Session(meeting=key, open=True))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app, pilot, "index behind")
        if moves:
            app.reader.on_line_list_moved(LineList.Moved(app.reader.timeline))
        slow.steps.release(3)
        await settled(app, pilot, "60 meetings")
        await pilot.pause(0.3)
        opened = app.reader.article.meeting
        assert (opened is None) if moves else (opened is not None and opened.key == key)
    again.close()


class Stubborn:
    """An index that cannot be brought up for a reason."""

    def __init__(self, *errors):
        self.errors = list(errors)
        self.tried = 0

    def behind(self):
        return 1 if self.errors else 0

    def catch_up(self, progress):
        self.tried += 1
        raise self.errors.pop(0)


async def test_why_the_rest_cannot_be_indexed_is_said_and_the_reader_goes_on(tmp_path):
    library = FakeLibrary()
    library.marks = Marks(tmp_path)
    stubborn = Stubborn(LibraryError("lock: Permission denied"), LibraryError("never"))
    app = reader(library, CatchingUp(stubborn))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app, pilot, "Permission denied")
        assert "index behind" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.reader.article.report is not None
    assert stubborn.tried == 1


async def test_a_library_that_another_process_writes_is_tried_again(tmp_path):
    library = FakeLibrary()
    library.marks = Marks(tmp_path)
    stubborn = Stubborn(LibraryLockedError("locked"))
    app = reader(library, CatchingUp(stubborn))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app, pilot, "11 meetings")
        await pilot.pause(1.2)
        assert "index behind" not in screen_text(app)


def test_leaving_does_not_wait_for_the_index(lagging):
    catching_up = CatchingUp(slow := Slow(lagging))
    told = []
    catching_up.start(told.append)
    time.sleep(0.2)
    begun = time.monotonic()
    assert not catching_up.stop()
    assert time.monotonic() - begun < 2
    slow.steps.release()
    while catching_up.running:
        time.sleep(0.02)
    assert told == []
