"""What a reader corrects: read, stored, shown as corrected, and taken back."""

from datetime import date

import pytest
from fake_library import sample_articles
from msgspec.structs import replace
from screens import screen_text

from store.library import open_library
from store.library.corrections import Corrections, corrected
from store.model import Document
from store.query import QueryError
from store.query.expression import Is
from tui.app import ReaderApp
from tui.correcting import (
    BASIS,
    Correcting,
    change_of,
    parts_of,
    parts_of_person,
    with_person,
    without_person,
)

TODAY = date(2022, 3, 1)
ARTICLE = sample_articles()[0]


def part(path, article=ARTICLE):
    people = [one for person in article.people for one in parts_of_person(person)]
    return next(one for one in [*parts_of(article), *people] if one.path == path)


def after(path, typed, article=ARTICLE):
    return corrected(article, dict(change_of(article, part(path, article), typed, TODAY)))


def test_every_part_but_the_new_person_shows_what_it_says_now():
    values = {one.path: one.value for one in parts_of(ARTICLE)}
    assert values["event.name"] == ARTICLE.event.name
    assert values["people.桑明远"] == "桑明远"
    assert values["people"] == ""


def test_a_name_a_place_and_a_title_are_taken_as_typed():
    assert after("event.name", " 防汛调度会 ").event.name == "防汛调度会"
    assert after("event.place", "柳溪市").event.place == "柳溪市"
    assert after("people.桑明远.title", "副省长").people[0].title == "副省长"


def test_nothing_typed_is_not_known_and_never_an_empty_name():
    assert after("event.place", "").event.place is None
    with pytest.raises(QueryError, match="missing"):
        after("people.桑明远.name", " ")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2022-02-24", "2022-02-24"),
        ("2022年2月24日", "2022-02-24"),
        ("2-29", "--02-29"),
        ("", None),
    ],
)
def test_a_day_comes_with_its_basis(typed, day):
    event = after("event.date", typed).event
    assert (event.date, event.date_basis) == (day, BASIS)


@pytest.mark.parametrize("typed", ["2022-02", "2-30", "never"])
def test_what_is_no_day_is_refused(typed):
    with pytest.raises(QueryError):
        after("event.date", typed)


def test_roles_are_read_in_both_languages_and_unknown_ones_refused():
    assert after("people.桑明远.roles", "讲话、presided").people[0].roles == ("spoke", "presided")
    with pytest.raises(QueryError):
        after("people.桑明远.roles", "跳舞")


def test_people_are_taken_out_and_added():
    names = lambda change: [p.name for p in corrected(ARTICLE, dict(change)).people]  # noqa: E731
    former = [person.name for person in ARTICLE.people]
    assert names(without_person(ARTICLE, "桑明远")) == [n for n in former if n != "桑明远"]
    assert names(with_person(ARTICLE, "石望舒", "attended")) == [*former, "石望舒"]


def test_an_event_that_was_not_found_can_be_given():
    bare = replace(ARTICLE, event=None)
    assert after("event.name", "防汛调度会", bare).event.name == "防汛调度会"


def test_a_correction_is_taken_back_to_the_one_before(tmp_path):
    corrections = Corrections(tmp_path)
    correcting = Correcting(corrections)
    correcting.put(ARTICLE, [("event.place", "柳溪市")])
    back = correcting.put(ARTICLE, [("event.place", "东泽市"), ("title", "另题")])
    assert sorted(correcting.of(ARTICLE.id)) == ["event.place", "title"]
    back()
    assert corrections.of(ARTICLE.id) == {"event.place": "柳溪市"}


def test_a_value_that_does_not_fit_is_refused_and_nothing_stored(tmp_path):
    correcting = Correcting(Corrections(tmp_path))
    with pytest.raises(ValueError, match="level"):
        correcting.put(ARTICLE, [("title", "另题"), ("event.level", "galaxy")])
    assert correcting.of(ARTICLE.id) == []


@pytest.fixture
def library(tmp_path):
    library = open_library(tmp_path / "library", state_dir=tmp_path / "state", write=True)
    for article in sample_articles()[:3]:
        ref = article.document
        document = Document(
            path=ref.path,
            sha256=ref.sha256,
            layout=ref.layout,
            encoding=ref.encoding,
            text="",
            pages=(),
        )
        library.add([(document, [article])])
    yield library
    library.close()


async def test_a_place_is_corrected_by_keys_shown_and_undone(library):
    app = ReaderApp(
        library,
        library.marks,
        corrections=library.corrections,
        language="zh",
        today=lambda: TODAY,
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.2)
        await pilot.press("enter", "x", *"地点", "enter")
        await pilot.pause()
        await pilot.press("ctrl+u", *"柳溪市", "enter")
        await pilot.pause()
        assert "已更正；u 撤销" in screen_text(app)
        assert "柳溪市" in screen_text(app)
        assert library.count(Is("corrected")) == 1
        await pilot.press("v")
        await pilot.pause()
        assert "读者更正" in screen_text(app)
        await pilot.press("q", "u")
        await pilot.pause()
        assert "柳溪市" not in screen_text(app)
        assert library.count(Is("corrected")) == 0


async def test_a_day_that_cannot_be_read_is_said_and_nothing_stored(library):
    app = ReaderApp(
        library,
        library.marks,
        corrections=library.corrections,
        language="zh",
        today=lambda: TODAY,
    )
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.2)
        await pilot.press("enter", "x", *"日期", "enter", "ctrl+u", *"never", "enter")
        await pilot.pause()
        assert "never 不是日期" in screen_text(app)
        assert library.corrections.articles() == []
