"""The article pane on a screen: what is drawn, where keys lead, what survives a resize."""

import pytest
from msgspec.structs import replace
from report_sample import PARAGRAPHS, report_sample, spans
from screens import assert_golden, screen_segments, screen_text
from textual.app import App, ComposeResult
from textual.geometry import Offset
from textual.selection import Selection

from store.library.interface import Hit
from store.model import Paragraph, Person, Span
from tui.palette import MONO, PALETTES
from tui.widgets.article_view import ArticleView

LONG = replace(
    report_sample(),
    paragraphs=PARAGRAPHS + tuple(Paragraph("text", f"第{at}段。" * 30) for at in range(40)),
)


class Page(App[None]):
    """An app with nothing but an article."""

    CSS = "ArticleView { background: black; color: white; }"

    def __init__(self, **settings) -> None:
        super().__init__()
        self.settings = settings
        self.chosen: list[str] = []

    def compose(self) -> ComposeResult:
        yield ArticleView(**self.settings)

    @property
    def view(self) -> ArticleView:
        return self.query_one(ArticleView)

    def on_article_view_name_chosen(self, message: ArticleView.NameChosen) -> None:
        self.chosen.append(message.name)


def first_line(app: App) -> str:
    return screen_text(app).splitlines()[0]


def hits(word: str) -> list[Hit]:
    return [Hit(span, word) for span in spans(word)]


def reversed_texts(app: App) -> list[str]:
    """What is drawn in reverse on the screen, from top to bottom."""
    return [
        segment.text
        for y in range(app.size.height)
        for segment in screen_segments(app, y)
        if segment.style is not None and segment.style.reverse
    ]


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40), (40, 12)])
async def test_the_screen_reads_as_the_golden_text(width, height):
    app = Page()
    async with app.run_test(size=(width, height)) as pilot:
        app.view.show(report_sample(), hits("隐患"))
        await pilot.pause()
        assert_golden(f"article_{width}x{height}.txt", screen_text(app))


async def test_without_an_article_the_pane_is_empty():
    app = Page()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        assert screen_text(app).strip() == ""
        assert app.view.current_span() is None
        assert app.view.outline() == []
        assert not app.view.jump_to_item(1)
        assert not app.view.next_hit()
        app.view.show(report_sample())
        app.view.show(None)
        await pilot.pause()
        assert screen_text(app).strip() == ""


async def test_a_number_jumps_to_the_requirement_and_again_to_the_next_series():
    app = Page()
    async with app.run_test(size=(60, 12)) as pilot:
        app.view.show(report_sample())
        await pilot.pause()
        assert app.view.jump_to_item(2)
        await pilot.pause()
        assert "  > 二要管住火源" in screen_text(app)
        found = app.view.current_item()
        assert found is not None
        assert found[1].marker == "二要"
        assert app.view.current_span() == found[1].span
        assert app.view.jump_to_item(2)
        await pilot.pause()
        assert "  > 二是抓细隐患整改" in screen_text(app)
        assert "> 二要" not in screen_text(app)
        assert not app.view.jump_to_item(9)


async def test_hits_are_set_off_counted_and_walked_through():
    app = Page()
    async with app.run_test(size=(60, 12)) as pilot:
        app.view.show(report_sample(), hits("隐患"))
        assert app.view.hit_number() == (0, 2)
        assert app.view.next_hit()
        assert app.view.hit_number() == (1, 2)
        await pilot.pause()
        assert reversed_texts(app)[0] == "隐患"
        assert app.view.next_hit()
        assert not app.view.next_hit()
        assert app.view.hit_number() == (2, 2)
        assert app.view.previous_hit()
        assert not app.view.previous_hit()
        assert app.view.hit_number() == (1, 2)


async def test_coming_from_below_the_last_hit_is_the_previous_one():
    app = Page()
    async with app.run_test(size=(60, 12)):
        app.view.show(report_sample(), hits("隐患"))
        app.view.go_end()
        assert app.view.previous_hit()
        assert app.view.hit_number() == (2, 2)


async def test_other_hits_of_the_same_article_leave_the_reader_in_place():
    app = Page()
    async with app.run_test(size=(60, 12)) as pilot:
        app.view.show(report_sample(), hits("隐患"))
        app.view.scroll_rows(9)
        app.view.show(report_sample(), hits("督查"))
        assert app.view.scroll_offset.y == 9
        assert app.view.hit_number() == (0, 1)
        app.view.show(replace(report_sample(), id="other"))
        await pilot.pause()
        assert app.view.scroll_offset.y == 0


async def test_names_are_stops_and_open_the_person():
    app = Page()
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.show(report_sample())
        assert not app.view.open_name()
        stops = []
        for _ in range(3):
            assert app.view.next_name()
            await pilot.pause()
            stops += reversed_texts(app)
        assert stops == ["桑明远", "桑明远", "柏若川"]
        assert app.view.open_name()
        await pilot.pause()
        assert app.chosen == ["柏若川"]
        assert app.view.previous_name()
        assert app.view.previous_name()
        assert not app.view.previous_name()


async def test_moving_says_whether_there_was_anywhere_to_move():
    app = Page()
    async with app.run_test(size=(60, 12)) as pilot:
        view = app.view
        view.show(LONG)
        await pilot.pause()
        assert not view.scroll_rows(-1)
        assert view.scroll_page(1)
        assert view.scroll_offset.y == 10
        assert view.scroll_half(-1)
        assert view.scroll_offset.y == 4
        assert view.go_end()
        assert not view.scroll_rows(1)
        assert view.percent == 100
        await pilot.pause()
        assert "文中未展开" in screen_text(app).splitlines()[-1]
        assert view.go_top()
        assert view.percent < 20


async def test_a_storm_of_resizes_ends_where_it_began():
    app = Page()
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.show(LONG)
        app.view.scroll_rows(60)
        await pilot.pause()
        before = screen_text(app)
        for width, height in ((40, 12), (37, 30), (120, 40), (50, 10), (200, 60), (80, 24)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert first_line(app).strip()[:2] in before
        assert screen_text(app) == before


async def test_a_resize_keeps_the_current_requirement():
    app = Page()
    async with app.run_test(size=(80, 12)) as pilot:
        app.view.show(report_sample())
        app.view.jump_to_item(3)
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert "> 三要备足力量" in screen_text(app)


async def test_ambiguous_characters_drawn_wide_still_fit_the_pane():
    app = Page(ambiguous=2)
    async with app.run_test(size=(40, 30)) as pilot:
        app.view.show(report_sample())
        await pilot.pause()
        for line in screen_text(app).splitlines():
            wide = sum(character in "“”…·" for character in line)
            assert sum(2 if character > "⺀" else 1 for character in line) + wide <= 40
        assert "─" not in screen_text(app)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES.keys())
async def test_roles_can_be_told_apart_without_colour(palette):
    app = Page(palette=palette)
    async with app.run_test(size=(80, 24)) as pilot:
        article = report_sample()
        absent = Person(name="霍北辰", roles=("absent",))
        reported = Person(name="苗圃", roles=("reported",))
        app.view.show(replace(article, people=(*article.people, absent, reported)))
        await pilot.pause()
        looks = {}
        for y in range(24):
            for segment in screen_segments(app, y):
                style = segment.style
                if style is not None:
                    look = (style.bold, style.italic, bool(style.underline), bool(style.strike))
                    looks.setdefault(segment.text, look)
        names = ["柏若川", "桑明远", "闻人铎", "霍北辰", "苗圃"]
        assert len({looks[name] for name in names}) == len(names)


async def test_a_change_of_palette_and_labels_redraws_in_place():
    app = Page()
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.show(report_sample())
        app.view.scroll_rows(3)
        app.view.dress(palette=MONO)
        await pilot.pause()
        assert app.view.scroll_offset.y == 3
        colours = {
            segment.style.color.get_truecolor()
            for y in range(24)
            for segment in screen_segments(app, y)
            if segment.style is not None and segment.style.color is not None
        }
        assert all(colour.red == colour.green == colour.blue for colour in colours)


async def test_a_selection_is_the_text_without_the_breaks_of_the_screen():
    app = Page()
    async with app.run_test(size=(40, 40)) as pilot:
        app.view.show(report_sample())
        await pilot.pause()
        lines = screen_text(app).splitlines()
        start = next(y for y, line in enumerate(lines) if line.startswith("    一要"))
        found = app.view.get_selection(Selection(Offset(4, start), Offset(13, start + 1)))
        assert found is not None
        assert found[0] == "一要压实责任，把任务分解到乡镇、到村组、到人头"
        whole = app.view.get_selection(Selection(None, None))
        assert whole is not None
        assert PARAGRAPHS[6].text in whole[0].splitlines()


async def test_the_outline_knows_its_rows():
    app = Page()
    async with app.run_test(size=(60, 40)) as pilot:
        app.view.show(report_sample())
        await pilot.pause()
        lines = screen_text(app).splitlines()
        for entry in app.view.outline():
            if entry.kind != "series":
                assert lines[entry.line].strip().startswith(entry.text)


async def test_a_jump_made_while_the_pane_is_hidden_is_there_when_it_shows():
    app = Page()
    async with app.run_test(size=(60, 8)) as pilot:
        app.view.display = False
        await pilot.pause()
        app.view.show(report_sample(), hits("隐患"))
        assert app.view.jump_to_item(3)
        app.view.display = True
        await pilot.pause()
        assert "> 三要备足力量" in screen_text(app)


async def test_another_background_is_drawn_at_once():
    app = Page()
    async with app.run_test(size=(60, 8)) as pilot:
        app.view.show(report_sample())
        await pilot.pause()
        app.view.styles.background = "blue"
        await pilot.pause()
        backgrounds = {
            segment.style.bgcolor.name
            for segment in screen_segments(app, 4)
            if segment.style is not None and segment.style.bgcolor is not None
        }
        assert backgrounds == {"#0000ff"}


async def test_hostile_text_is_shown_and_does_nothing():
    evil = "[@click=app.quit]点[/] \x1b]0;x\x07\x1b[2J\u202e见附件[/a]"
    article = replace(report_sample(), title=evil, paragraphs=(Paragraph("text", evil),))
    app = Page()
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        app.view.show(article)
        await pilot.click(ArticleView, offset=(6, 0))
        await pilot.pause()
        drawn = screen_text(app)
        assert drawn.count("[@click=app.quit]点[/]") == 2
        assert not any(character in drawn for character in "\x1b\x07\u202e")
        assert app.is_running


@pytest.mark.parametrize("size", [(1, 1), (2, 1), (5, 3), (12, 2)])
async def test_a_pane_of_a_few_cells_draws_what_it_can(size):
    app = Page()
    async with app.run_test(size=size) as pilot:
        app.view.show(report_sample(), hits("隐患"))
        app.view.go_end()
        app.view.jump_to_item(2)
        app.view.next_hit()
        app.view.next_name()
        await pilot.pause()
        assert app.view.scroll_offset.y > 0


async def test_any_characters_can_be_gone_to():
    app = Page()
    async with app.run_test(size=(60, 12)) as pilot:
        app.view.show(LONG)
        target = Span(30, 0, 4)
        assert app.view.go_to(target)
        await pilot.pause()
        span = app.view.current_span()
        assert span is not None
        assert span.paragraph == 30
        assert not app.view.go_to(Span(999, 0, 1))
