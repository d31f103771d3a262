"""Why an article says what it says: its reasons, their words, and the way to the characters."""

from fake_library import FakeLibrary
from parsed import article as parsed_article
from screens import screen_text

from store.library.marks import Marks
from store.model import Block
from tui.app import ReaderApp
from tui.language import Language
from tui.screens.why import WhyScreen
from tui.why import context_of, reasons_of

LEAD = "3月8日，澜江省防汛视频调度会在云汀市召开，省委副书记桑明远主持会议。"
ASKS = "会议提出两点要求，一要压实各级防汛责任，二要落实“六有”要求。"
ENGLISH = Language("en")


def article():
    return parsed_article(Block("heading", "全省防汛视频调度会召开", level=1), LEAD, ASKS)


def test_every_reason_points_at_the_characters_that_say_it():
    found = article()
    reasons = reasons_of(found, (), ENGLISH)
    said = {(r.field, found.text_of(r.span)) for r in reasons if r.span}
    assert {("place", "云汀市"), ("person", "桑明远"), ("title", "省委副书记")} <= said
    assert ("role", "主持") in {(field, text[:2]) for field, text in said}
    assert {"term", "requirement", "event", "date"} <= {field for field, _ in said}


def test_what_no_characters_say_has_a_rule_and_no_place():
    (kind,) = [r for r in reasons_of(article(), (), ENGLISH) if r.field == "kind"]
    assert kind.span is None
    assert kind.rule


def test_a_corrected_field_says_so_and_no_longer_points_at_the_text():
    reasons = reasons_of(article(), ["event.place"], ENGLISH)
    places = [(r.rule, r.span) for r in reasons if r.field == "place"]
    assert places == [("corrected by the reader", None)]


def test_rules_and_fields_are_chinese_words():
    for reason in reasons_of(article(), (), Language("zh")):
        assert not any("a" <= character <= "z" for character in reason.field + reason.rule)


def test_the_context_says_where_it_was_cut():
    found = article()
    (place,) = [r for r in reasons_of(found, (), ENGLISH) if r.field == "place"]
    before, said, after = context_of(found, place.span)
    assert said == "云汀市"
    assert before.startswith("..")
    assert before.removeprefix("..") + said + after.removesuffix("..") in LEAD


async def test_a_reason_is_shown_in_the_article(tmp_path):
    library = FakeLibrary()
    app = ReaderApp(library, Marks(tmp_path), language="zh")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.1)
        await pilot.press("enter", "v")
        await pilot.pause()
        assert isinstance(app.screen, WhyScreen)
        assert "人物" in screen_text(app)
        await pilot.press("enter")
        assert isinstance(app.screen, WhyScreen), "nothing in the text says which kind it is"
        while app.screen._list.current.span is None:
            await pilot.press("j")
        span = app.screen._list.current.span
        await pilot.press("enter")
        await pilot.pause()
        view = app.reader.article.view
        block, start, end = view._cursor.chosen[0]
        shown = view._drawing.layout.blocks[block].text[start:end]
        assert shown == view.article.text_of(span)
