"""Keys that arrive in one read, as they do over a slow line or from a paste."""

from datetime import date

from fake_library import FakeLibrary
from textual import events

from store.library.marks import Marks
from tui.app import ReaderApp
from tui.widgets.query_line import QueryLine


def at_once(app, text):
    for character in text:
        key = {"/": "slash"}.get(character, character)
        app.post_message(events.Key(key, character))


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
