"""Keys that arrive in one read, as they do over a slow line or from a paste."""

from datetime import date

import pytest
from fake_library import FakeLibrary
from textual import events

from store.library.marks import Marks
from tui.app import ReaderApp
from tui.screens.ask import AskScreen
from tui.screens.help import HelpScreen
from tui.screens.listing import PickScreen
from tui.screens.why import WhyScreen
from tui.widgets.query_line import QueryLine


def at_once(app, text):
    for character in text:
        key = {"/": "slash", ":": "colon", "?": "question_mark", "\r": "enter"}
        app.post_message(events.Key(key.get(character, character), character))


@pytest.fixture
async def driven(tmp_path):
    app = ReaderApp(FakeLibrary(), Marks(tmp_path), language="zh", today=lambda: date(2022, 3, 1))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        yield app, pilot


async def test_what_is_typed_right_behind_the_slash_is_the_query(tmp_path):
    app = ReaderApp(FakeLibrary(), Marks(tmp_path), language="zh", today=lambda: date(2022, 3, 1))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        at_once(app, "/2021/jk")
        await pilot.pause(0.2)
        assert app.screen.query_one(QueryLine).value == "2021/jk"
        assert isinstance(app.focused, QueryLine)


async def test_without_the_slash_the_same_keys_move(tmp_path):
    app = ReaderApp(FakeLibrary(), Marks(tmp_path), language="zh", today=lambda: date(2022, 3, 1))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        at_once(app, "jk")
        await pilot.pause(0.2)
        assert app.screen.query_one(QueryLine).value == ""


@pytest.mark.parametrize(
    ("opening", "screen"),
    [
        ("t", AskScreen),
        ("e", AskScreen),
        (":", PickScreen),
        ("p", PickScreen),
        ("\rY", PickScreen),
        ("\rw", PickScreen),
        ("\ri", PickScreen),
    ],
)
async def test_what_is_typed_right_behind_a_key_that_opens_a_line_stands_in_it(
    driven, opening, screen
):
    app, pilot = driven
    if opening.startswith("\r"):
        await pilot.press("enter")
        opening = opening[1:]
    at_once(app, opening + "mq/tej1?")
    await pilot.pause(0.3)
    assert type(app.screen) is screen
    assert app.screen.query_one(QueryLine).value == "mq/tej1?"
    await pilot.press("escape")
    await pilot.pause()
    assert app.screen is app.reader
    assert not app.reader._marking.of(app.reader.timeline.current).marked


async def test_an_answer_typed_ahead_is_kept_whole(driven):
    app, pilot = driven
    at_once(app, "t防汛 要闻\r")
    await pilot.pause(0.3)
    assert app.screen is app.reader
    assert app.reader._marking.of(app.reader.timeline.current).tags == ("防汛", "要闻")


async def test_keys_behind_one_that_opens_a_page_are_for_the_page(driven):
    app, pilot = driven
    at_once(app, "?jjm")
    await pilot.pause(0.3)
    assert isinstance(app.screen, HelpScreen)
    assert not app.reader._marking.of(app.reader.timeline.current).marked
    at_once(app, "?")
    await pilot.press("enter")
    at_once(app, "vj")
    await pilot.pause(0.3)
    assert isinstance(app.screen, WhyScreen)
    assert app.screen._list.cursor == 2


async def test_a_paste_right_behind_the_key_is_the_answer(driven):
    app, pilot = driven
    at_once(app, "e")
    app.post_message(events.Paste("甲\x1b[2J乙"))
    await pilot.pause(0.3)
    assert app.screen.query_one(QueryLine).value == "甲␛[2J乙"


async def test_keys_before_the_first_screen_are_not_lost(tmp_path):
    app = ReaderApp(FakeLibrary(), Marks(tmp_path), language="zh", today=lambda: date(2022, 3, 1))
    at_once(app, "/jk")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.2)
        assert app.screen.query_one(QueryLine).value == "jk"


async def test_f1_and_the_palette_work_while_a_query_is_typed(driven):
    app, pilot = driven
    await pilot.press("slash", "a", "f1")
    await pilot.pause()
    assert isinstance(app.screen, HelpScreen)


@pytest.mark.parametrize(
    ("keys", "finds"),
    [("/东泽\rm", True), ("/没有人说\rm", False)],
    ids=["the first that is found", "nothing is found"],
)
async def test_a_mark_typed_behind_a_query_is_for_what_it_finds(driven, keys, finds):
    app, pilot = driven
    before = app.reader.timeline.current
    at_once(app, keys)
    await pilot.pause(0.5)
    assert app.screen.query_one(QueryLine).value == keys[1:-2]
    marked = set(app.reader._marking._marks.marked())
    found = app.reader.timeline.current
    assert (found is not None) is finds
    assert marked == ({found.reports[0].id} if found else set())
    assert found is None or found.key != before.key


async def test_a_key_is_handled_before_the_next_one(driven):
    app, pilot = driven
    at_once(app, "/没有人说\r")
    await pilot.pause(0.5)
    at_once(app, "a/2021")
    await pilot.pause(0.5)
    assert app.screen.query_one(QueryLine).value == "2021"
