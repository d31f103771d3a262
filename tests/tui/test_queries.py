"""Saved and recent queries: kept, picked, forgotten, taken back; shared with another process."""

from datetime import date

import pytest
from fake_library import FakeLibrary
from screens import at_rest, screen_text

from store.library.marks import Marks
from store.query import parse
from tui.app import ReaderApp
from tui.filtering import Choice, Filter
from tui.queries import RECENT, Queries
from tui.widgets.query_line import QueryLine

TODAY = date(2022, 3, 1)


def typed(text, *choices):
    return Filter(text, parse(text, TODAY), choices)


def test_a_saved_query_comes_back_with_what_was_typed_and_chosen(tmp_path):
    Queries(Marks(tmp_path)).save("防汛", typed("鹿清源", Choice("place", "云汀市", True)))
    (query,) = Queries(Marks(tmp_path)).saved()
    assert (query.name, query.text) == ("防汛", "鹿清源")
    assert query.chosen == (Choice("place", "云汀市", True),)


def test_a_name_has_one_query_and_names_are_sorted(tmp_path):
    queries = Queries(Marks(tmp_path))
    for name, text in (("b", "一"), ("a", "二"), ("b", "三")):
        queries.save(name, typed(text))
    assert [(one.name, one.text) for one in queries.saved()] == [("a", "二"), ("b", "三")]


def test_what_was_forgotten_can_be_kept_again_unless_its_name_is_taken(tmp_path):
    queries = Queries(Marks(tmp_path))
    queries.save("a", typed("一"))
    (query,) = queries.saved()
    queries.forget(query)
    assert queries.saved() == []
    queries.keep(query)
    assert queries.saved() == [query]
    queries.save("a", typed("二"))
    queries.keep(query)
    assert [one.text for one in queries.saved()] == ["二"]


def test_recent_queries_are_each_there_once_the_newest_first_and_not_without_end(tmp_path):
    queries = Queries(Marks(tmp_path))
    for text in ("一", "二", "一"):
        queries.use(typed(text))
    queries.use(Filter())
    assert [one.text for one in queries.recent()] == ["一", "二"]
    for number in range(RECENT + 5):
        queries.use(typed(f"第{number}"))
    assert len(queries.recent()) == RECENT
    assert queries.recent()[0].text == f"第{RECENT + 4}"


def test_two_processes_lose_nothing_of_each_other(tmp_path):
    one, other = Queries(Marks(tmp_path)), Queries(Marks(tmp_path))
    one.save("a", typed("一"))
    other.save("b", typed("二"))
    one.save("c", typed("三"))
    assert [query.name for query in other.saved()] == ["a", "b", "c"]


@pytest.mark.parametrize("stored", [3, {"saved": [{"text": 1}]}, []])
def test_a_setting_that_cannot_be_understood_is_none(tmp_path, stored):
    marks = Marks(tmp_path)
    marks.put_setting("queries", stored)
    assert Queries(marks).saved() == []


async def press(app, pilot, *keys):
    await pilot.press(*keys)
    await at_rest(app, pilot)


async def test_a_query_is_saved_picked_and_forgotten_by_keys(tmp_path):
    marks = Marks(tmp_path)
    app = ReaderApp(FakeLibrary(), marks, language="zh", today=lambda: TODAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "s")
        assert "没有查询可保存" in screen_text(app)
        await press(app, pilot, "slash", *"鹿清源", "enter")
        await press(app, pilot, "s", "ctrl+u", *"kan", "enter")
        assert "已保存为 kan" in screen_text(app)
        await press(app, pilot, "a")
        assert "全部" in screen_text(app)
        await press(app, pilot, "S")
        assert '"鹿清源"' in screen_text(app)
        await press(app, pilot, *"kan", "enter")
        assert '3 次会议 | "鹿清源"' in screen_text(app)
        await press(app, pilot, "D", "enter")
        assert Queries(marks).saved() == []
        await press(app, pilot, "u")
        assert [one.name for one in Queries(marks).saved()] == ["kan"]


async def test_saving_over_a_name_is_undone_to_what_it_was(tmp_path):
    marks = Marks(tmp_path)
    Queries(marks).save("kan", typed("桑明远"))
    app = ReaderApp(FakeLibrary(), marks, language="zh", query="鹿清源", today=lambda: TODAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "s", "ctrl+u", *"kan", "enter")
        assert [one.text for one in Queries(marks).saved()] == ["鹿清源"]
        await press(app, pilot, "u")
        assert [one.text for one in Queries(marks).saved()] == ["桑明远"]


async def test_a_saved_query_that_means_nothing_any_more_is_shown_and_refused(tmp_path):
    marks = Marks(tmp_path)
    marks.put_setting("queries", {"saved": [{"text": "nofield:x", "name": "alt"}]})
    app = ReaderApp(FakeLibrary(), marks, language="zh", today=lambda: TODAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "S", "enter")
        assert "没有叫 nofield 的字段" in screen_text(app)


async def test_up_in_the_query_line_goes_back_to_the_queries_of_former_times(tmp_path):
    queries = Queries(marks := Marks(tmp_path))
    for text in ("桑明远", "", "鹿清源"):
        queries.use(typed(text, Choice("place", "云汀市")) if not text else typed(text))
    app = ReaderApp(FakeLibrary(), marks, language="zh", today=lambda: TODAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "slash", "up")
        assert app.screen.query_one(QueryLine).value == "鹿清源"
        await press(app, pilot, "up", "up")
        assert app.screen.query_one(QueryLine).value == "桑明远"
        await press(app, pilot, "down", "down")
        assert app.screen.query_one(QueryLine).value == ""
        await press(app, pilot, *"会议", "enter")
        await press(app, pilot, "slash")
        await press(app, pilot, "up", "up")
        assert app.screen.query_one(QueryLine).value == "鹿清源"


async def test_the_filter_pane_shows_saved_and_recent_queries_and_applies_them(tmp_path):
    marks = Marks(tmp_path)
    Queries(marks).save("kan", typed("鹿清源"))
    app = ReaderApp(FakeLibrary(), marks, language="zh", today=lambda: TODAY)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(app, pilot)
        assert "- 已存查询" in screen_text(app)
        assert "最近查询" not in screen_text(app)
        await press(app, pilot, "f", "g", "j", "enter")
        assert '3 次会议 | "鹿清源"' in screen_text(app)
        assert "> kan" in screen_text(app)
        await press(app, pilot, "a")
        assert "> kan" not in screen_text(app)
        await press(app, pilot, "slash", *"桑明远", "enter")
        assert "- 最近查询" in screen_text(app)
        assert '> "桑明远"' in screen_text(app)


async def test_sections_of_queries_fold_and_show_more(tmp_path):
    queries = Queries(marks := Marks(tmp_path))
    for number in range(6):
        queries.use(typed(f"第{number}"))
    app = ReaderApp(FakeLibrary(), marks, language="zh", today=lambda: TODAY)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(app, pilot, "f", "g")
        assert '"第3"' in screen_text(app)
        assert '"第2"' not in screen_text(app)
        await press(app, pilot, "j", "l")
        assert '"第0"' in screen_text(app)
        await press(app, pilot, "h")
        assert "+ 最近查询" in screen_text(app)
        assert "第5" not in screen_text(app)
        await press(app, pilot, "enter")
        assert '"第5"' in screen_text(app)


async def test_without_kept_queries_the_filter_pane_has_no_sections_for_them(tmp_path):
    app = ReaderApp(FakeLibrary(), Marks(tmp_path), language="zh", today=lambda: TODAY)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(app, pilot, "f")
        assert "已存查询" not in screen_text(app)
        assert "最近查询" not in screen_text(app)


async def test_the_name_of_a_query_is_no_command_to_the_terminal(tmp_path):
    marks = Marks(tmp_path)
    Queries(marks).save("\x1b]2;x\x07[@click=app.quit]甲[/]", typed("鹿清源"))
    app = ReaderApp(FakeLibrary(), marks, language="zh", today=lambda: TODAY)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(app, pilot, "f")
        assert "\x1b" not in screen_text(app)
        assert "␛]2;x␇[@click=app.quit" in screen_text(app)


async def test_a_recent_query_that_has_a_name_is_listed_once(tmp_path):
    queries = Queries(marks := Marks(tmp_path))
    queries.use(typed("鹿清源"))
    queries.use(typed("桑明远"))
    queries.save("kan", typed("鹿清源"))
    app = ReaderApp(FakeLibrary(), marks, language="zh", today=lambda: TODAY)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(app, pilot, "f")
        assert '"桑明远"' in screen_text(app)
        assert '"鹿清源"' not in screen_text(app)


async def test_saving_and_taking_it_back_show_in_the_filter_pane_at_once(tmp_path):
    app = ReaderApp(FakeLibrary(), Marks(tmp_path), language="zh", query="桑明远")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(app, pilot, "s", "ctrl+u", *"kan", "enter")
        assert "> kan" in screen_text(app)
        await press(app, pilot, "u")
        assert "> kan" not in screen_text(app)
