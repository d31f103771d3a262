from fake_library import FakeLibrary, invented_article, report_row
from rich.cells import cell_len
from screens import at_rest, screen_text

from store.library.interface import FacetCount, MeetingRow
from store.library.marks import Mark, Marks
from tui.app import ReaderApp
from tui.language import Language
from tui.narrowing import WINDOW
from tui.widgets.timeline import cut, heading_cells, row_cells

CHINESE = Language("zh")


def row(width=60, mark=None, reports=1, full_day=False, **settings):
    settings = {"date": "2022-02-23", "name": "全省疫情防控视频调度会", **settings}
    article = invented_article(1, settings.pop("date"), settings.pop("name"), **settings)
    meeting = MeetingRow(key="k", date=article.event.date, reports=(report_row(article),) * reports)
    cells = row_cells(meeting, mark or Mark(article="a"), width, CHINESE, full_day=full_day)
    text = "".join(text for text, _ in cells)
    assert cell_len(text) == width
    return text


def test_a_roomy_row_says_day_daypart_level_name_requirements_and_reports():
    text = row(reports=2, daypart="晚", requirements=("甲", "乙"))
    assert text.rstrip() == " 23 晚   省 全省疫情防控视频调度会                要求 2 x2"


def test_a_narrow_row_leaves_out_daypart_and_level_and_cuts_the_name():
    assert row(30, daypart="晚", requirements=("甲",)) == " 23 全省疫情防控视频.. 要求 1 "


def test_what_is_no_meeting_says_what_it_is():
    assert "[调研] 慰问" in row(kind="visit", name="慰问")
    assert "[" not in row()


def test_a_day_without_year_and_no_day_at_all():
    assert row(date="--11-26").startswith(" 11-26 ")
    assert row(date=None).startswith(" --    ")


def test_without_headings_the_whole_day_is_said():
    assert row(full_day=True).startswith(" 2022-02-23 ")


def test_marks_and_notes_have_their_signs():
    assert row(mark=Mark(article="a", marked=True, note="x")).startswith("*")
    assert row(mark=Mark(article="a", note="x")).startswith("+")
    assert row(mark=Mark(article="a", read=True)).startswith(" ")


def test_cutting_never_halves_a_character():
    assert cut("会议会议", 8) == "会议会议"
    assert cut("会议会议", 7) == "会议.. "
    assert cut("会议", 3) == "会 "
    assert cut("会议", 6) == "会议  "


def test_a_heading_counts_its_meetings():
    heading = heading_cells(FacetCount("2022-02", 3), CHINESE)
    assert heading == [(" 2022年2月  3", "line--heading")]


def test_the_day_is_in_the_ink_of_the_name_and_both_dim_once_read():
    report = report_row(invented_article(1, "2022-02-23", "会议"))
    meeting = MeetingRow(key="k", date="2022-02-23", reports=(report,))
    for mark, ink in ((Mark(article="a"), ""), (Mark(article="a", read=True), "line--dim")):
        (text, inked), _ = row_cells(meeting, mark, 30, CHINESE)
        assert text.startswith(" 23 会议")
        assert inked == ink


async def test_where_nothing_fits_the_timeline_says_so_and_names_the_way_back(tmp_path):
    library = FakeLibrary([invented_article(1, "2022-01-02", "会议")])
    app = ReaderApp(library, Marks(tmp_path), language="zh")
    async with app.run_test(size=(60, 20)) as pilot:
        await at_rest(app, pilot)
        assert "没有同时符合这些条件的会议" not in screen_text(app)
        await pilot.press("slash", *"@@")
        await at_rest(app, pilot, pause=0.2)
        assert "没有同时符合这些条件的会议" in screen_text(app)
        assert "之后按 a 再看全部会议" in screen_text(app)
        await pilot.press("escape")
        await at_rest(app, pilot)
        assert "没有同时符合这些条件的会议" not in screen_text(app)


async def test_an_empty_library_says_how_reports_get_in(tmp_path):
    app = ReaderApp(FakeLibrary([]), Marks(tmp_path), language="en")
    async with app.run_test(size=(60, 20)) as pilot:
        await at_rest(app, pilot)
        assert "policyreader add PATH" in screen_text(app)
        assert "No meeting fits" not in screen_text(app)


async def test_windows_of_rows_are_asked_for_only_as_they_show(tmp_path):
    articles = [
        invented_article(at, f"2022-01-{at % 28 + 1:02}", f"会议{at}") for at in range(3 * WINDOW)
    ]
    library = FakeLibrary(articles)
    asked = []
    whole = library.meetings

    def watched(query, offset=0, limit=None):
        asked.append((offset, limit))
        return whole(query, offset, limit)

    library.meetings = watched
    app = ReaderApp(library, Marks(tmp_path), language="zh")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("j", "j", "space", "G")
        await pilot.pause()
        assert asked == [(0, WINDOW), (2 * WINDOW, WINDOW)]
