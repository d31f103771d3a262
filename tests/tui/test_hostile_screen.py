"""Text that attacks a terminal or Textual's markup, in every place that the screen shows."""

from unittest.mock import Mock

import pytest
from fake_library import FakeLibrary, invented_article
from screens import at_rest, screen_text

from store.library.interface import LibraryError
from store.library.marks import Marks
from tui.app import ReaderApp

ATTACKS = {
    "link": "[@click=app.quit]x[/]",
    "closing": "见附件[/a]",
    "style": "[bold red]甲[/bold red]",
    "variable": "$primary {甲}",
    "escape": "\x1b]0;title\x07\x1b[31m甲",
    "c1": "\x9b31m甲\x90q\x9c",
    "turned": "\u202e甲乙\u2066",
    "hidden": "甲\u200b\u2060\U000e0041乙",
    "nul": "甲\x00\x7f乙",
    "lines": "甲\r\n乙\u2028丙",
    "surrogate": "甲\udc80乙",
}
DANGEROUS = [*map(chr, range(32)), *map(chr, range(127, 160)), "\u202e", "\u2066", "\u200b"]


def hostile_article(number, attack):
    return invented_article(
        number,
        f"2022-02-{number:02}",
        f"{attack}会议",
        people=((attack, "presided"),),
        requirements=(attack,),
        place=attack,
        source=attack,
        daypart=attack,
        body=f"会议指出，{attack}。",
        terms=(attack,),
    )


@pytest.fixture
def library():
    return FakeLibrary(hostile_article(at, attack) for at, attack in enumerate(ATTACKS.values(), 1))


def assert_harmless(app):
    """Nothing on the screen, in a title or in a tooltip acts on a terminal or is a link."""
    text = screen_text(app)
    assert [c for c in DANGEROUS if c in text.replace("\n", "")] == []
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            meta = segment.style.meta if segment.style else {}
            assert "@click" not in meta
            assert not (segment.style and segment.style.link)


async def test_no_pane_lets_an_attack_through(tmp_path, library):
    app = ReaderApp(library, Marks(tmp_path), language="zh")
    async with app.run_test(size=(160, 100), notifications=True, tooltips=True) as pilot:
        await at_rest(app, pilot)
        assert_harmless(app)
        for _ in ATTACKS:
            await pilot.press("enter")
            await pilot.pause()
            assert_harmless(app)
            await pilot.press("o")
            await pilot.pause()
            assert_harmless(app)
            await pilot.press("q", "q", "j")
        assert len(app._marks.read()) == len(ATTACKS)


async def test_no_list_lets_an_attack_through(tmp_path, library):
    app = ReaderApp(library, Marks(tmp_path), language="zh")
    async with app.run_test(size=(160, 100), notifications=True, tooltips=True) as pilot:
        await at_rest(app, pilot)
        for keys in (["f", "l", "j", "enter"], ["x"], ["p"], ["escape"], ["t"]):
            await pilot.press(*keys)
            await at_rest(app, pilot)
            assert_harmless(app)
        assert app.is_running


async def test_what_is_pasted_into_the_query_does_no_harm(tmp_path):
    app = ReaderApp(FakeLibrary(), Marks(tmp_path), language="zh")
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.press("slash")
        for attack in ATTACKS.values():
            app.reader.query_one("#query").value = attack
            await at_rest(app, pilot)
            assert_harmless(app)


async def test_an_error_of_the_library_is_data_too(tmp_path):
    library = FakeLibrary()
    app = ReaderApp(library, Marks(tmp_path), language="zh")
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await at_rest(app, pilot)
        for attack in ATTACKS.values():
            library.meetings = Mock(side_effect=LibraryError(attack))
            await pilot.press("a")
            await at_rest(app, pilot)
            assert_harmless(app)
            assert app.is_running
