"""The counts beside the timeline, with people chosen and with more values than are shown."""

from queue import Queue
from threading import Event

from across_sample import FIRST, SECOND, a_report, library_of
from fake_library import FakeLibrary, invented_article
from screens import at_rest, screen_text

from store.library.interface import MeetingRow
from store.library.marks import Marks
from store.query.expression import Everything
from tui.app import ReaderApp
from tui.filtering import Filter
from tui.narrowing import WINDOW, count_values, first_months, narrow

LIBRARY = library_of(
    FIRST,
    SECOND,
    a_report(3, "2024-01-01", [("石望", "市长", "signed"), ("何一苇", None, "attended")]),
    a_report(4, "2024-02-01", [("石望", "市长", "observed"), ("何一苇", None, "attended")]),
)


def roles(chosen, limit):
    return [(one.value, one.count) for one in count_values(LIBRARY, chosen, "role", limit)]


def test_the_roles_of_a_chosen_person_are_found_however_rare_they_are_for_others():
    chosen = Filter().toggled("person", "石望")
    assert sorted(roles(chosen, 9)) == [("attended", 1), ("observed", 1), ("signed", 1)]
    assert len(roles(chosen, 2)) == 2
    # without a person the most frequent of all
    assert roles(Filter(), 1) == [("attended", 4)]


def dated(*days):
    return [MeetingRow(key=f"k{at}", date=day, reports=()) for at, day in enumerate(days)]


def test_early_rows_are_of_months_that_are_whole():
    rows = dated("2024-03-09", "2024-03-02", "2024-02-11", "2024-01-30", "2024-01-05")
    shown = first_months(Filter(), Everything(), rows)
    assert [row.key for row in shown.first] == ["k0", "k1", "k2"]
    assert [(month.value, month.count) for month in shown.lines.months] == [
        ("2024-03", 2),
        ("2024-02", 1),
    ]
    assert not shown.whole
    # one month alone may go on, and what has no year stands under no heading of a month
    assert first_months(Filter(), Everything(), rows[:2]) is None
    assert first_months(Filter(), Everything(), dated("--03-09", "--02-11")) is None


class Slow(FakeLibrary):
    """Counts only when it is told to."""

    def __init__(self, articles):
        super().__init__(articles)
        self.may_count = Event()

    def count(self, query):
        assert self.may_count.wait(10)
        return super().count(query)


def many():
    return [
        invented_article(at, f"{2000 + at // 24}-{at // 2 % 12 + 1:02}-05", f"会议{at}")
        for at in range(WINDOW + 40)
    ]


def test_the_first_rows_are_given_while_the_others_are_counted():
    library, early = Slow(many()), Queue()

    def given(shown):
        early.put(shown)
        library.may_count.set()

    shown = narrow(library, Filter(), early=given)
    assert shown.whole
    assert shown.total == WINDOW + 40
    first = early.get_nowait()
    assert not first.whole
    assert 0 < first.total < WINDOW
    assert first.first == shown.first[: first.total]


def test_what_is_counted_at_once_comes_once(monkeypatch):
    monkeypatch.setattr("tui.narrowing.EARLY", 60)
    early = Queue()
    assert narrow(FakeLibrary(many()), Filter(), early=early.put).whole
    assert narrow(FakeLibrary(many()[:5]), Filter(), early=early.put).whole
    assert early.empty()


async def test_the_screen_shows_the_first_rows_and_then_the_count(tmp_path):
    library = Slow(many())
    library.may_count.set()
    app = ReaderApp(library, Marks(tmp_path), language="zh")
    async with app.run_test(size=(80, 24)) as pilot:
        await at_rest(app, pilot)
        await pilot.press("j", "j")
        kept = app.reader.timeline.current.key
        library.may_count.clear()
        await pilot.press("slash", *"会议", "enter")
        for _ in range(50):
            await pilot.pause(0.05)
            if "至少 200 次会议" in screen_text(app):
                break
        assert "至少 200 次会议" in screen_text(app)
        assert 0 < app.reader.timeline.shown.total < WINDOW
        library.may_count.set()
        await at_rest(app, pilot)
        assert f"{WINDOW + 40} 次会议" in screen_text(app)
        assert app.reader.timeline.current.key == kept
