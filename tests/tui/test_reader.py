"""The reader driven by its keys, on an invented library in memory."""

import base64
import re
from datetime import date

import pytest
from fake_library import FakeLibrary, invented_article
from screens import assert_golden, at_rest, screen_text

from store.library.marks import Marks
from tui.app import ReaderApp
from tui.screens.person import PersonScreen
from tui.widgets.filters import Filters
from tui.widgets.query_line import QueryLine
from tui.widgets.timeline import Timeline

SIZES = [(200, 60), (120, 40), (80, 24), (60, 20), (40, 12)]


@pytest.fixture
def reader(tmp_path):
    def make(library=None, language="zh", **settings):
        library = library or FakeLibrary()
        marks = Marks(tmp_path / "state")
        today = lambda: date(2022, 3, 1)  # noqa: E731
        return ReaderApp(library, marks, language=language, today=today, **settings)

    return make


def driven(app, size=(120, 40)):
    return app.run_test(size=size, notifications=True, tooltips=True)


async def type_query(app, pilot, text):
    await pilot.press(
        "slash", *({" ": "space", ":": "colon", '"': "quotation_mark"}.get(c, c) for c in text)
    )
    await at_rest(app, pilot)


def status(app):
    return app.screen.query_one("#status").text


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
async def test_the_first_screen(reader, size):
    app = reader()
    async with driven(app, size) as pilot:
        await at_rest(app, pilot)
        assert_golden(f"reader_{size[0]}x{size[1]}.txt", screen_text(app))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
async def test_a_meeting_is_open(reader, size):
    app = reader()
    async with driven(app, size) as pilot:
        await at_rest(app, pilot)
        await pilot.press("enter", "2")
        await at_rest(app, pilot)
        assert_golden(f"reader_open_{size[0]}x{size[1]}.txt", screen_text(app))


async def test_the_english_screen_and_its_help(reader):
    app = reader(language="en")
    async with driven(app) as pilot:
        await at_rest(app, pilot)
        assert_golden("reader_english_120x40.txt", screen_text(app))
        await pilot.press("question_mark")
        await at_rest(app, pilot)
        assert_golden("help_english_120x40.txt", screen_text(app))
        await pilot.press("q")
        assert isinstance(app.focused, Timeline)


async def test_a_size_too_small_says_so_and_growing_brings_the_reader_back(reader):
    app = reader()
    async with driven(app, (30, 6)) as pilot:
        await at_rest(app, pilot)
        assert "40x12" in screen_text(app)
        for size in ((1, 1), (2, 30), (500, 2), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert "时间线" in screen_text(app)


async def test_typing_narrows_and_enter_keeps(reader):
    app = reader()
    async with driven(app) as pilot:
        await type_query(app, pilot, "鹿清源")
        assert status(app) == '3 次会议 | "鹿清源"'
        await pilot.press("enter")
        await at_rest(app, pilot)
        assert isinstance(app.focused, Timeline)
        assert status(app) == '3 次会议 | "鹿清源"'


async def test_escape_gives_the_former_query_back(reader):
    app = reader(query="桑明远")
    async with driven(app) as pilot:
        await at_rest(app, pilot)
        former = status(app)
        await type_query(app, pilot, " 鹿清源")
        assert status(app) != former
        await pilot.press("escape")
        await at_rest(app, pilot)
        assert status(app) == former


async def test_a_query_that_cannot_be_read_is_marked_and_keeps_the_last_result(reader):
    app = reader()
    async with driven(app) as pilot:
        await type_query(app, pilot, "place:云汀")
        assert status(app).startswith("6 次会议")
        await pilot.press("space", "left_parenthesis")
        await at_rest(app, pilot)
        assert status(app).startswith("第 ")
        assert app.screen.query_one(Timeline).shown.total == 6
        await pilot.press("enter")
        assert isinstance(app.focused, QueryLine)


async def test_the_up_key_brings_an_earlier_query(reader):
    app = reader()
    async with driven(app) as pilot:
        await type_query(app, pilot, "鹿清源")
        await pilot.press("enter", "a")
        await at_rest(app, pilot)
        assert status(app) == "11 次会议 | 全部"
        await pilot.press("slash", "up")
        await at_rest(app, pilot)
        assert status(app) == '3 次会议 | "鹿清源"'


async def test_filters_choose_add_exclude_and_let_go(reader):
    app = reader()
    async with driven(app) as pilot:
        await at_rest(app, pilot)
        await pilot.press("f", "enter")
        await at_rest(app, pilot)
        assert status(app) == "6 次会议 | 人物 桑明远"
        await pilot.press("j", "space")
        await at_rest(app, pilot)
        assert status(app) == "9 次会议 | 人物 桑明远 或 人物 温若谷"
        await pilot.press("x")
        await at_rest(app, pilot)
        assert status(app) == "6 次会议 | 人物 桑明远 | 不含 人物 温若谷"
        await pilot.press("a")
        await at_rest(app, pilot)
        assert status(app) == "11 次会议 | 全部"


async def test_the_counts_follow_the_filter_but_leave_out_their_own_field(reader):
    app = reader()
    async with driven(app) as pilot:
        await type_query(app, pilot, "place:青浦岭")
        await pilot.press("enter", "f")
        await at_rest(app, pilot)
        shown = screen_text(app)
        assert re.search(r"\[ \] 桑明远 +1 ", shown)
        assert "温若谷" not in shown


async def test_fields_fold_and_unfold(reader):
    app = reader()
    async with driven(app) as pilot:
        await at_rest(app, pilot)
        await pilot.press("f", "h")
        filters = app.screen.query_one(Filters)
        folded = filters.line_count
        await pilot.press("l")
        await at_rest(app, pilot)
        assert filters.line_count > folded


async def test_reports_of_a_meeting_take_turns(reader):
    app = reader()
    async with driven(app) as pilot:
        await pilot.press("enter")
        await at_rest(app, pilot)
        assert app.reader.article.report.id == "a001"
        await pilot.press("r")
        assert app.reader.article.report.id == "a002"
        await pilot.press("r")
        assert app.reader.article.report.id == "a001"


async def test_brackets_walk_the_series_and_the_timeline_follows(reader):
    app = reader()
    async with driven(app) as pilot:
        await pilot.press("enter", "left_square_bracket")
        await at_rest(app, pilot)
        assert app.reader.article.report.id == "a006"
        assert app.reader.timeline.current.reports[0].id == "a006"
        await pilot.press("right_square_bracket", "right_square_bracket")
        await at_rest(app, pilot)
        assert "已是系列中最近一次" in screen_text(app)


async def test_hits_lead_on_to_the_next_meeting(reader):
    app = reader()
    async with driven(app) as pilot:
        await type_query(app, pilot, "阮知秋")
        await pilot.press("enter")
        await at_rest(app, pilot)
        await pilot.press("enter")
        await at_rest(app, pilot)
        assert app.reader.article.report.id == "a004"
        for _ in range(9):
            await pilot.press("n")
            await at_rest(app, pilot)
        assert app.reader.article.report.id == "a005"
        assert "没有更多命中" in screen_text(app)


async def test_marks_are_kept_shown_and_undone(reader):
    app = reader()
    async with driven(app) as pilot:
        await at_rest(app, pilot)
        await pilot.press("m")
        await at_rest(app, pilot)
        assert app._marks.marked() == ["a001", "a002"]
        assert "*23" in screen_text(app)
        await pilot.press("u")
        await at_rest(app, pilot)
        assert app._marks.marked() == []
        await pilot.press("u")
        await at_rest(app, pilot)
        assert "没有可撤销的" in screen_text(app)


async def test_tags_and_notes_are_asked_for(reader):
    app = reader()
    async with driven(app) as pilot:
        await at_rest(app, pilot)
        await pilot.press("t", *"重要", "space", *"待查", "enter")
        await at_rest(app, pilot)
        assert app._marks.of("a001").tags == ("重要", "待查")
        await pilot.press("e", *"好", "escape")
        await at_rest(app, pilot)
        assert app._marks.of("a001").note == ""


async def test_an_opened_report_counts_as_read(reader):
    app = reader()
    async with driven(app) as pilot:
        await pilot.press("enter")
        await at_rest(app, pilot)
        assert app._marks.read() == ["a001"]


async def test_people_are_picked_by_typing(reader):
    app = reader()
    async with driven(app) as pilot:
        await at_rest(app, pilot)
        await pilot.press("p", *"温若", "enter")
        await at_rest(app, pilot)
        await pilot.press("f")
        await at_rest(app, pilot)
        assert status(app) == "3 次会议 | 人物 温若谷"


async def test_the_palette_runs_commands_of_any_pane(reader):
    app = reader()
    async with driven(app) as pilot:
        await at_rest(app, pilot)
        await pilot.press("colon", *"打开这次", "enter")
        await at_rest(app, pilot)
        assert app.reader.article.report.id == "a001"
        await pilot.press("ctrl+p", *"source", "enter")
        await at_rest(app, pilot)
        assert "reports/001.txt" in screen_text(app)


async def test_panes_go_round_and_zoom(reader):
    app = reader()
    async with driven(app) as pilot:
        await at_rest(app, pilot)
        seen = []
        for _ in range(3):
            await pilot.press("tab")
            seen.append(app.focused.id)
        assert seen == ["article", "filters", "timeline"]
        await pilot.press("z")
        await at_rest(app, pilot)
        assert "筛选" not in screen_text(app).splitlines()[0]
        await pilot.press("q")
        await at_rest(app, pilot)
        assert "筛选" in screen_text(app).splitlines()[0]


async def test_language_and_theme_change_at_once(reader):
    app = reader()
    async with driven(app) as pilot:
        await at_rest(app, pilot)
        await pilot.press("f2")
        await at_rest(app, pilot)
        assert "Timeline" in screen_text(app)
        for _ in range(5):
            await pilot.press("f3")
            await at_rest(app, pilot)
        assert app.theme == "dark"


async def test_what_was_added_shows_after_reload(reader):
    library = FakeLibrary()
    app = reader(library)
    async with driven(app) as pilot:
        await at_rest(app, pilot)
        library.articles["a099"] = invented_article(99, "2022-02-28", "新会议")
        await pilot.press("ctrl+r")
        await at_rest(app, pilot)
        assert status(app).startswith("12 次")


async def test_cursor_keys_reach_both_ends_and_skip_headings(reader):
    app = reader()
    async with driven(app, (80, 12)) as pilot:
        await at_rest(app, pilot)
        timeline = app.reader.timeline
        assert timeline.current.reports[0].id == "a001"
        await pilot.press("k")
        assert timeline.current.reports[0].id == "a001"
        await pilot.press("G")
        assert timeline.current.reports[0].id == "a012"
        await pilot.press("g", "j", "j", "j")
        assert timeline.current.reports[0].id == "a005"
        await pilot.press("ctrl+d", "ctrl+u", "space", "pageup", "home")
        assert timeline.current.reports[0].id == "a001"


async def test_an_empty_library_opens(reader):
    app = reader(FakeLibrary([]))
    async with driven(app) as pilot:
        await at_rest(app, pilot)
        await pilot.press("enter", "j", "G", "tab", "n", "1", "m", "r", "o")
        await at_rest(app, pilot)
        assert status(app).startswith("0 次会议")


async def test_the_current_requirement_is_copied(reader, monkeypatch):
    written = []
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.delenv("STY", raising=False)
    app = reader()
    monkeypatch.setattr(ReaderApp, "_write", lambda _app, sequence: written.append(sequence))
    async with driven(app) as pilot:
        await pilot.press("enter", "2", "y")
        await at_rest(app, pilot)
        text = base64.b64decode(written[0][7:-1]).decode()
        assert text == "二要落实快速反应机制。"
        assert "已复制要求，11 字" in screen_text(app)


async def test_the_citation_is_written_to_a_file_that_is_not_there_yet(reader, tmp_path):
    app = reader()
    target = tmp_path / "citation.txt"
    async with driven(app) as pilot:
        for _ in range(2):
            await pilot.press("enter" if app.reader.article.meeting is None else "g")
            await at_rest(app, pilot)
            await pilot.press("w", *"引文", "enter")
            await at_rest(app, pilot)
            app.screen.query_one("#answer").value = str(target)
            await pilot.press("enter")
            await at_rest(app, pilot)
        assert target.read_text(encoding="utf-8").startswith("全省疫情防控视频调度会召开[N]")
        assert "File exists" in status(app)


async def test_the_outline_leads_to_a_requirement(reader):
    app = reader()
    async with driven(app) as pilot:
        await pilot.press("enter", "i")
        await at_rest(app, pilot)
        await pilot.press(*"快速", "enter")
        await at_rest(app, pilot)
        assert app.reader.article.view.current_item()[1].number == 2


async def test_a_name_in_the_article_leads_to_the_persons_meetings(reader):
    app = reader()
    async with driven(app) as pilot:
        await pilot.press("enter", "full_stop")
        await at_rest(app, pilot)
        await pilot.press("enter")
        await at_rest(app, pilot)
        assert isinstance(app.screen, PersonScreen)
        await pilot.press("f")
        await at_rest(app, pilot)
        assert status(app) == "6 次会议 | 人物 桑明远"
        assert isinstance(app.focused, Timeline)


async def test_a_library_that_others_add_to_is_noticed(reader):
    library = FakeLibrary()
    app = reader(library)
    async with driven(app) as pilot:
        await at_rest(app, pilot)
        app.reader._look()
        await at_rest(app, pilot)
        assert "ctrl+r" not in screen_text(app)
        library.changes += 1
        app.reader._look()
        await at_rest(app, pilot)
        assert "库已更新" in screen_text(app)


async def test_people_are_found_by_initials(reader):
    app = reader()
    async with driven(app) as pilot:
        await at_rest(app, pilot)
        await pilot.press("p", *"wrg", "enter")
        await at_rest(app, pilot)
        await pilot.press("f")
        await at_rest(app, pilot)
        assert status(app) == "3 次会议 | 人物 温若谷"


def told(app):
    """The status line whole: what is shown, and what is said at its right."""
    return screen_text(app).splitlines()[-2]


async def test_a_number_without_a_requirement_is_said_until_one_is_there(reader):
    app = reader()
    async with driven(app) as pilot:
        await pilot.press("enter", "9")
        await at_rest(app, pilot)
        assert "没有第 9 条要求" in told(app)
        assert "另一报道有" not in told(app)
        await pilot.press("2")
        await at_rest(app, pilot)
        assert "条要求" not in told(app)


async def test_another_report_that_has_the_requirement_is_named(tmp_path):
    short, full = (
        invented_article(at, "2022-01-02", "会议", requirements=asked)
        for at, asked in ((1, ("甲",)), (2, ("甲", "乙")))
    )
    app = ReaderApp(FakeLibrary([short, full]), Marks(tmp_path), language="zh")
    async with driven(app) as pilot:
        await at_rest(app, pilot)
        await pilot.press("enter", "2")
        await at_rest(app, pilot)
        assert "没有第 2 条要求，另一报道有（r）" in told(app)
        await pilot.press("r", "2")
        await at_rest(app, pilot)
        assert "条要求" not in told(app)


async def test_after_a_query_without_hits_the_cursor_is_on_the_open_meeting(reader):
    app = reader()
    async with driven(app) as pilot:
        await pilot.press("j", "j", "enter", "q")
        await at_rest(app, pilot)
        opened = app.reader.article.meeting.key
        await pilot.press("slash", *"@@", "enter")
        await at_rest(app, pilot, pause=0.2)
        assert status(app).startswith("0 次会议")
        await pilot.press("p")
        await at_rest(app, pilot)
        assert "这些会议中没有人物" in told(app)
        await pilot.press("a")
        await at_rest(app, pilot)
        assert app.reader.timeline.current.key == opened


async def test_help_opens_over_the_source_text(reader):
    app = reader()
    async with driven(app) as pilot:
        await pilot.press("enter", "o")
        await at_rest(app, pilot)
        await pilot.press("question_mark")
        await at_rest(app, pilot)
        assert "先从这里开始" in screen_text(app)
