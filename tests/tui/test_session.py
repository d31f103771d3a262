from fake_library import FakeLibrary
from screens import at_rest

from store.library.marks import Marks
from tui.app import ReaderApp
from tui.session import Session, keep_session, last_session


def test_a_session_comes_back_as_it_was_kept(tmp_path):
    session = Session(text="疫情", choices=(("person", "桑明远", True),), meeting="k", open=True)
    keep_session(Marks(tmp_path), session)
    assert last_session(Marks(tmp_path)) == session


def test_without_one_or_with_a_strange_one_all_begins_anew(tmp_path):
    marks = Marks(tmp_path)
    assert last_session(marks) == Session()
    marks.put_setting("session", {"choices": "x"})
    assert last_session(marks) == Session()


async def test_the_reader_goes_on_where_it_was_left(tmp_path):
    marks = Marks(tmp_path)
    app = ReaderApp(FakeLibrary(), marks, language="zh")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.1)
        await pilot.press("f", "enter")
        await at_rest(app, pilot)
        await pilot.press("q", "j", "enter")
        await pilot.pause(0.1)
        opened = app.reader.article.report.id
        await pilot.press("f3", "ctrl+q")
    again = ReaderApp(FakeLibrary(), marks, session=last_session(marks))
    async with again.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.1)
        assert again.reader.article.report.id == opened != "a001"
        assert again.reader._status.text == "6 次会议 | 人物 桑明远"
        assert again.theme == "light"
        assert again.focused is again.reader.article.view
        for _ in range(5):
            await pilot.pause(0.02)
            assert again.focused is again.reader.article.view


async def test_a_kept_query_that_cannot_be_read_any_more_is_left_out(tmp_path):
    app = ReaderApp(FakeLibrary(), Marks(tmp_path), session=Session(text="person:"), language="zh")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.1)
        assert app.reader._status.text == "11 次会议 | 全部"


async def test_a_meeting_that_is_gone_leaves_the_cursor_at_the_newest(tmp_path):
    session = Session(meeting="gone", open=True)
    app = ReaderApp(FakeLibrary(), Marks(tmp_path), session=session)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.1)
        assert app.reader.timeline.current.reports[0].id == "a001"
        assert app.reader.article.report is None
