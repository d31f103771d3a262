"""Two meetings compared on the screen, driven by its keys."""

from datetime import date

import pytest
from across_sample import FIRST, SECOND, a_report, library_of
from screens import assert_golden, at_rest, screen_segments, screen_text

from store.across import compare
from store.library.marks import Marks
from tui.app import ReaderApp
from tui.language import Language
from tui.palette import PALETTES
from tui.screens.compare import CompareScreen
from tui.screens.reader import ReaderScreen
from tui.typography import cell_width
from tui.widgets.compare_lines import blocks_of
from tui.widgets.paper import Paper

THIRD = a_report(
    3, "2024-03-01",
    [("石望", "市长", "presided"), ("林一川", "省长", "spoke")],
    ["逐桥登记，底数必须清，漏登一律问责。", "备足物资，专人看管，" + "每处不少于三十件" * 12 + "。"],
)  # fmt: skip


@pytest.fixture
def reader(tmp_path):
    def make(*articles, language="zh", theme=None):
        library = library_of(*(articles or (FIRST, SECOND, THIRD)))
        marks = Marks(tmp_path / "state")
        today = lambda: date(2024, 7, 1)  # noqa: E731
        return ReaderApp(library, marks, language=language, theme=theme, today=today)

    return make


def driven(app, size=(120, 40)):
    return app.run_test(size=size, notifications=True, tooltips=True)


async def press(app, pilot, *keys):
    await at_rest(app, pilot)
    for key in keys:
        await pilot.press(key)
        await at_rest(app, pilot)


@pytest.mark.parametrize(
    ("size", "language"),
    [((120, 40), "zh"), ((80, 24), "zh"), ((40, 12), "zh"), ((120, 40), "en"), ((80, 24), "en")],
    ids=lambda value: value if isinstance(value, str) else "x".join(map(str, value)),
)
async def test_the_screen(reader, size, language):
    app = reader(language=language)
    async with driven(app, size) as pilot:
        await press(app, pilot, "j", "c")
        name = "x".join(map(str, size)) + ("" if language == "zh" else "_english")
        assert_golden(f"compare_{name}.txt", screen_text(app))


async def test_brackets_go_along_the_series_and_back_returns(reader):
    app = reader()
    async with driven(app) as pilot:
        await press(app, pilot, "c")
        assert "2023-09-01" in screen_text(app).splitlines()[1]
        assert "2024-03-01" in screen_text(app).splitlines()[1]
        await press(app, pilot, "[")
        assert "2023-03-01" in screen_text(app).splitlines()[1]
        await press(app, pilot, "[")
        assert "最早" in screen_text(app)
        await press(app, pilot, "]")
        assert "2024-03-01" in screen_text(app).splitlines()[1]
        await press(app, pilot, "]")
        assert "最近" in screen_text(app)
        await press(app, pilot, "q")
        assert isinstance(app.screen, ReaderScreen)


async def test_what_changed_is_set_off_in_its_own_ink(reader):
    app = reader(theme="dark")
    palette = PALETTES["dark"]
    async with driven(app) as pilot:
        await press(app, pilot, "j", "c")
        lines = screen_text(app).splitlines()
        (row,) = [at for at, line in enumerate(lines) if "漏登一律问责" in line]
        inks = {part.text: part.style for part in screen_segments(app, row)}
        assert inks["要清"].strike == palette.dropped.strike
        assert inks["必须清，漏登一律问责"].underline
        assert not inks["逐桥登记，底数"].underline


@pytest.mark.parametrize("theme", PALETTES)
def test_what_changed_is_told_without_colour(theme):
    palette = PALETTES[theme]
    marks = [(s.bold, s.underline, s.strike, s.reverse)
             for s in (palette.plain, palette.added, palette.dropped)]  # fmt: skip
    assert len(set(marks)) == 3


async def test_n_goes_to_the_next_change_and_says_when_there_is_none(reader):
    app = reader()
    async with driven(app, (40, 12)) as pilot:
        await press(app, pilot, "j", "c", "n")
        top = app.screen.query_one(Paper).scroll_offset.y
        assert screen_text(app).splitlines()[1].strip() in {"新增", "加重", "改写", "未再提"}
        await press(app, pilot, "n")
        assert app.screen.query_one(Paper).scroll_offset.y > top
        await press(app, pilot, "N")
        assert app.screen.query_one(Paper).scroll_offset.y == top
        await press(app, pilot, "G", "n")
        assert "再无变化" in screen_text(app)


async def test_a_resize_keeps_the_block_at_the_top(reader):
    app = reader()
    async with driven(app, (60, 12)) as pilot:
        await press(app, pilot, "j", "c", "n")
        top = screen_text(app).splitlines()[1].strip()
        await pilot.resize_terminal(50, 12)
        await at_rest(app, pilot)
        assert screen_text(app).splitlines()[1].strip() == top


@pytest.mark.parametrize(
    ("articles", "told"),
    [
        ((FIRST,), "最早"),
        ((a_report(4, "--03-01"),), "年份不详"),
    ],
)
async def test_why_there_is_nothing_to_compare_with(reader, articles, told):
    app = reader(*articles)
    async with driven(app) as pilot:
        await press(app, pilot, "c")
        assert isinstance(app.screen, ReaderScreen)
        assert told in screen_text(app).splitlines()[-2]


async def test_in_the_article_the_open_report_is_compared(reader):
    app = reader()
    async with driven(app) as pilot:
        await press(app, pilot, "j", "enter", "c")
        assert isinstance(app.screen, CompareScreen)
        assert "2023-03-01" in screen_text(app).splitlines()[1]


@pytest.mark.parametrize("width", [40, 57, 69, 70, 80, 109, 110, 120, 200])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_row_is_wider_than_the_screen_and_no_text_is_lost(width, language):
    comparison = compare(SECOND, THIRD)
    blocks = list(blocks_of(comparison, width, Language(language)))
    rows = ["".join(text for text, _ in row) for block in blocks for row in block.rows]
    assert max(map(cell_width, rows)) <= width
    if width < 110:
        whole = "".join("".join(rows).split())
        for pair in comparison.wording:
            assert pair.later is None or pair.change == "unchanged" or pair.later.text in whole


async def test_control_characters_of_a_report_stay_text(reader):
    people = [("林\x1b[2J川", "省\x07长", "presided")]
    first = a_report(1, "2023-01-01", people, ["排查\x1b]0;x\x07隐患[/a]。"], name="会\x1b[31m议")
    second = a_report(2, "2023-02-01", [], ["排查\u202e隐患[@click=app.quit]必须。"],
                      name="会\x1b[31m议")  # fmt: skip
    app = reader(first, second)
    async with driven(app) as pilot:
        await press(app, pilot, "c")
        text = screen_text(app)
        assert isinstance(app.screen, CompareScreen)
        assert not set("\x1b\x07\u202e") & set(text)
        assert "[@click=app.quit]" in text


async def test_theme_language_and_widths_change_here_too_and_the_place_stays(reader):
    app = reader()
    async with driven(app, (80, 12)) as pilot:
        await press(app, pilot, "c", "n")
        top = screen_text(app).splitlines()[1]
        await press(app, pilot, "f3")
        paper = app.screen.query_one(Paper)
        assert paper._palette is PALETTES[app.theme] is PALETTES["light"]
        assert screen_text(app).splitlines()[1] == top
        await press(app, pilot, "f2")
        assert "wording and roster" in screen_text(app)
        await press(app, pilot, "f4")
        assert "take 2 of your cells" in screen_text(app)


@pytest.mark.parametrize("width", [40, 80, 110, 120])
def test_no_row_is_wider_where_ambiguous_characters_take_two_cells(width):
    quoted = "“六有”“三定”" * 12 + "必须落实。"
    first = a_report(1, "2023-01-01", [("石望", "市长", "presided")], [quoted])
    second = a_report(2, "2023-02-01", [("石望", "省长", "presided")], [quoted + "“四查”"])
    comparison = compare(first, second)
    rows = [
        "".join(text for text, _ in row).replace("│", "|")
        for block in blocks_of(comparison, width, Language("zh"), 2)
        for row in block.rows
    ]
    assert any("“" in row for row in rows)
    assert max(cell_width(row, 2) for row in rows) <= width
    columns = {cell_width(row.partition(" | ")[0], 2) for row in rows if " | " in row}
    assert len(columns) == (1 if width >= 110 else 0)
