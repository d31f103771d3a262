"""The page of a person, driven by its keys on invented meetings in memory."""

from datetime import date

import pytest
from across_sample import FIRST, SECOND, a_report, library_of
from screens import assert_golden, at_rest, screen_text

from store.across import person
from store.library.interface import LibraryError
from store.library.marks import Marks
from tui.app import ReaderApp
from tui.language import Language
from tui.screens.person import PersonScreen
from tui.screens.reader import ReaderScreen
from tui.typography import cell_width
from tui.widgets.person_lines import Sheet, Unfolded, page_lines
from tui.widgets.person_page import PersonPage
from tui.widgets.timeline import Timeline


def career_library():
    """A career of five posts over three years, with a name that may be two people."""
    posts = [
        (3, "2022-03-05", "云汀市市长", "presided"),
        (4, "2022-04-11", "云汀市市长", "spoke"),
        (
            5,
            "2022-04-20",
            "柳溪市副市长、市防汛抗旱指挥部指挥长、市森林防火指挥部指挥长",
            "reported",
        ),
        (6, "2022-05-09", "云汀市市长", "attended"),
        (7, "2024-01-15", "省长", "presided"),
        (8, "2024-01-28", "省长", "presided"),
        (9, "--11-26", "省长", "attended"),
    ]
    company = [(f"甲{name}", None, "attended") for name in "一二三四五六七八九十"]
    return library_of(
        FIRST,
        SECOND,
        *(
            a_report(number, day, [("林一川", title, role), *company], name=f"第{number}次推进会",
                     place="青浦岭市" if number % 2 else None)
            for number, day, title, role in posts
        ),
    )  # fmt: skip


@pytest.fixture
def reader(tmp_path):
    def make(library=None, language="zh"):
        marks = Marks(tmp_path / "state")
        return ReaderApp(
            library or career_library(), marks, language=language, today=lambda: date(2024, 7, 1)
        )

    return make


def driven(app, size=(120, 40)):
    return app.run_test(size=size, notifications=True, tooltips=True)


async def press(app, pilot, *keys):
    for key in keys:
        await pilot.press(key)
        await at_rest(app, pilot)


async def to_page(app, pilot):
    await at_rest(app, pilot)
    await press(app, pilot, "p")
    await pilot.press(*"林一川")
    await press(app, pilot, "enter")
    assert isinstance(app.screen, PersonScreen)


def page(app):
    return app.screen.query_one(PersonPage)


def line(app):
    """The text of the line under the cursor."""
    found = page(app)
    return "".join(text for text, _ in found.cells(found.cursor, found.size.width)).strip()


@pytest.mark.parametrize(
    ("size", "language"),
    [((120, 40), "zh"), ((80, 24), "zh"), ((40, 12), "zh"), ((80, 24), "en"), ((40, 12), "en")],
    ids=lambda value: value if isinstance(value, str) else "x".join(map(str, value)),
)
async def test_the_page(reader, size, language):
    app = reader(language=language)
    async with driven(app, size) as pilot:
        await to_page(app, pilot)
        name = "x".join(map(str, size)) + ("" if language == "zh" else "_english")
        assert_golden(f"person_{name}.txt", screen_text(app))


@pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=["80x24", "40x12"])
async def test_the_end_of_the_page(reader, size):
    app = reader()
    async with driven(app, size) as pilot:
        await to_page(app, pilot)
        await press(app, pilot, "G")
        assert_golden(f"person_end_{size[0]}x{size[1]}.txt", screen_text(app))


async def test_no_line_is_wider_than_the_screen(reader):
    app = reader()
    async with driven(app, (40, 12)) as pilot:
        await to_page(app, pilot)

        found = page(app)
        for at in range(found.line_count):
            cells = found.cells(at, 40)
            assert cell_width("".join(text for text, _ in cells).rstrip()) <= 40


async def test_a_meeting_opens_and_back_leads_to_the_same_line(reader):
    app = reader()
    async with driven(app) as pilot:
        await to_page(app, pilot)
        await press(app, pilot, "G")
        chosen = line(app)
        await press(app, pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.reader.article.report.id == "r09"
        await press(app, pilot, "q")
        assert isinstance(app.screen, PersonScreen)
        assert line(app) == chosen
        await press(app, pilot, "q")
        assert isinstance(app.screen, ReaderScreen)
        await press(app, pilot, "q")
        assert isinstance(app.focused, Timeline)


async def test_a_title_opens_the_latest_report_that_prints_it(reader):
    app = reader()
    async with driven(app) as pilot:
        await to_page(app, pilot)
        assert "云汀市市长" in line(app)
        await press(app, pilot, "enter")
        assert app.reader.article.report.id == "r06"


async def test_another_person_is_gone_to_and_back_comes_to_the_first(reader):
    app = reader()
    async with driven(app) as pilot:
        await to_page(app, pilot)
        await press(app, pilot, *(["tab"] * 2), "j", "enter")
        heading = app.screen.query_one("#heading").text
        assert heading.startswith("甲")
        await press(app, pilot, "q")
        assert app.screen.query_one("#heading").text == "林一川"
        assert line(app).startswith("甲")


async def test_a_role_lists_its_meetings_and_lets_go_of_them(reader):
    app = reader()
    async with driven(app) as pilot:
        await to_page(app, pilot)
        await press(app, pilot, "tab")
        assert line(app).startswith("[ ] 主持")
        before = page(app).line_count
        await press(app, pilot, "enter")
        assert line(app).startswith("[x] 主持")
        assert page(app).line_count == before - 4
        await press(app, pilot, "G")
        assert "2022-03-05" in line(app)
        await press(app, pilot, *["shift+tab"] * 3, "enter")
        assert page(app).line_count == before


async def test_more_people_unfold(reader):
    app = reader()
    async with driven(app) as pilot:
        await to_page(app, pilot)
        await press(app, pilot, "tab", "tab", *("j" * 8))
        assert line(app).startswith("另有")
        await press(app, pilot, "enter")
        assert "另有" not in screen_text(app)


async def test_the_meetings_of_the_person_are_shown_in_the_timeline(reader):
    app = reader()
    async with driven(app) as pilot:
        await to_page(app, pilot)
        await press(app, pilot, "f")
        assert isinstance(app.focused, Timeline)
        assert app.screen.query_one("#status").text == "9 次会议 | 人物 林一川"


async def test_a_person_of_the_filter_pane_has_a_page_too(reader):
    app = reader()
    async with driven(app) as pilot:
        await at_rest(app, pilot)
        await press(app, pilot, "f", "k", "o")
        assert isinstance(app.screen, ReaderScreen)
        await press(app, pilot, "j", "o")
        assert isinstance(app.screen, PersonScreen)


async def test_moving_while_the_reports_are_read_keeps_the_place(reader):
    app = reader()
    async with driven(app) as pilot:
        await to_page(app, pilot)
        await press(app, pilot, "tab")
        chosen = line(app)
        page(app).show(page(app)._career)
        assert line(app) == chosen


async def test_a_resize_keeps_the_line(reader):
    app = reader()
    async with driven(app) as pilot:
        await to_page(app, pilot)
        await press(app, pilot, "tab", "tab")
        chosen = line(app)
        for size in ((40, 12), (30, 5), (200, 60)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert line(app).split() == chosen.split()


async def test_a_library_that_fails_is_said(reader):
    library = career_library()
    app = reader(library)
    async with driven(app) as pilot:
        await at_rest(app, pilot)

        def broken(query):
            raise LibraryError("articles.jsonl: line 3 is damaged")

        library.count = broken
        app.reader._show_person("林一川")
        await at_rest(app, pilot)
        assert "articles.jsonl" in screen_text(app)


async def test_the_palette_leaves_out_what_only_a_page_can_do(reader):
    app = reader()
    async with driven(app) as pilot:
        await at_rest(app, pilot)
        await press(app, pilot, "colon")
        await pilot.press(*"人物页")
        await at_rest(app, pilot)
        assert "回到前一人物" not in screen_text(app)


async def test_control_characters_of_a_report_stay_text(reader):
    evil = "林\x1b]0;x\x07川"
    report = a_report(1, "2023-01-01", [(evil, "省\x1b[2J长[/a]", "presided"), ("[@click=app.quit]甲[/]", None, "spoke")],
                      name="会\x1b[31m议", place="云\u202e汀")  # fmt: skip
    app = reader(library_of(report))
    async with driven(app) as pilot:
        await at_rest(app, pilot)
        app.reader._show_person(evil)
        await at_rest(app, pilot)
        text = screen_text(app)
        assert not set("\x1b\x07\u202e") & set(text)
        assert "[@click=app.quit]甲[/]" in text
        assert "长[/a]" in text


def test_a_page_of_nobody_says_so_without_sections():

    lines = page_lines(
        person(library_of(), "云无心"), Unfolded(), Sheet(width=80, language=Language("en"))
    )
    assert [text for line in lines for text, _ in line.cells if text.strip()] == [
        " 0 meetings", " Titles", "  none printed",
    ]  # fmt: skip


async def test_theme_language_and_widths_change_on_the_page_too(reader):
    app = reader()
    async with driven(app) as pilot:
        await to_page(app, pilot)
        await press(app, pilot, "f3")
        assert app.theme == "light"
        await press(app, pilot, "f2")
        assert " Titles" in screen_text(app)
        assert "f Filter" in screen_text(app)
        await press(app, pilot, "f4")
        assert "take 2 of your cells" in screen_text(app)
        await press(app, pilot, "q")
        assert app.screen is app.reader
        assert "Timeline" in screen_text(app)
        assert app.reader.ambiguous == 2


def test_titles_are_broken_by_the_width_that_ambiguous_characters_have():
    title = "“六有”“三定”“两核”" * 6
    library = library_of(a_report(1, "2022-03-05", [("云无心", title, "presided")]))
    for ambiguous in (1, 2):
        sheet = Sheet(width=80, language=Language("zh"), ambiguous=ambiguous)
        lines = page_lines(person(library, "云无心"), Unfolded(), sheet)
        texts = ["".join(text for text, _ in line.cells) for line in lines]
        assert sum("“" in text for text in texts) > 1
        assert max(cell_width(text, ambiguous) for text in texts if "“" in text) <= 80
