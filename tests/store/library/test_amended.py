"""Queries, facets and the timeline follow a reader's corrections, his own and nobody else's."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from invented_reports import a_document, an_article
from msgspec.structs import replace
from plain_library import PlainLibrary
from random_reports import FIELDS, NAMES, PLACES, SERIES, some_query, some_report

from store.library import facets, open_library, timeline
from store.library.interface import MeetingRow
from store.library.library import LogLibrary
from store.model import Article
from store.query.expression import Between, Everything, Has, Word


@pytest.fixture
def library(tmp_path: Path) -> LogLibrary:
    return open_library(tmp_path / "library", state_dir=tmp_path / "state", write=True)


def days(library: LogLibrary) -> list[str | None]:
    return [row.date for row in library.meetings(Everything())]


def test_a_corrected_date_moves_the_meeting_and_finds_it(library: LogLibrary, tmp_path: Path):
    articles = [an_article(f"会议{day}", date=f"2023-05-0{day}", people={}) for day in (3, 5, 7)]
    library.add([(a_document(*articles), articles)])
    library.correct(articles[0].id, "event.date", "2023-05-06")
    assert days(library) == ["2023-05-07", "2023-05-06", "2023-05-05"]
    assert library.meetings(Between("2023-05-06", "2023-05-06"))[0].reports[0].title == "会议3"
    assert library.count(Between("2023-05-03", "2023-05-03")) == 0
    assert [row.date for row in library.meetings(Word("会议"), 0, 2)] == [
        "2023-05-07",
        "2023-05-06",
    ]
    assert library.position(Everything(), articles[0].id) == 1
    other = open_library(tmp_path / "library", state_dir=tmp_path / "other")
    assert days(other) == ["2023-05-07", "2023-05-05", "2023-05-03"]
    library.corrections.remove(articles[0].id, "event.date")
    assert days(library) == ["2023-05-07", "2023-05-05", "2023-05-03"]


def test_a_corrected_name_counts_instead_of_the_printed_one(library: LogLibrary):
    article = an_article(people={"林知远": ("presided",)})
    library.add([(a_document(article), [article])])
    library.correct(article.id, "people.0.name", "程朗")
    assert [one.value for one in library.facets(Everything(), "person")] == ["程朗"]
    assert library.count(Has("person", "chenglang", role="presided")) == 1
    assert library.count(Has("person", "林知远", exact=True)) == 0
    assert library.count(Word("cl")) == 1


def test_a_correction_under_a_former_id_shows_in_its_row(library: LogLibrary):
    old = an_article("防汛会议", "旧文。", date="2023-05-03", people={})
    new = an_article("防汛会议", "新文。", date="2023-05-03", people={})
    library.add([(a_document(old), [old])])
    library.correct(old.id, "event.date", "2023-05-09")
    library.add([(a_document(new), [new])])
    assert days(library) == ["2023-05-09"]
    assert library.meetings(Everything())[0].reports[0].corrected


CHANGES: tuple[tuple[str, Sequence[str | None]], ...] = (
    ("event.date", ("2023-05-05", "2022-12-31", "--11-20", None)),
    ("event.place", PLACES),
    ("event.series", SERIES),
    ("source", ("澜江日报", "云汀晚报", None)),
    ("people.0.name", NAMES),
)


def alone(article: Article) -> Article:
    """An article that shares its meeting with no other: nobody presided, nobody spoke alone."""
    return replace(
        article, people=tuple(replace(one, roles=("attended",)) for one in article.people)
    )


def by_day(rows: Sequence[MeetingRow]) -> list[tuple[str, str]]:
    """Rows in their order, those of one day in the order of their keys."""
    found = [(row.date or "", row.key) for row in rows]
    days = list(dict.fromkeys(day for day, _ in found))
    return sorted(found, key=lambda one: (days.index(one[0]), one[1]))


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("seed", range(3))
def test_answers_are_those_of_a_library_that_was_parsed_so(
    library: LogLibrary, monkeypatch: pytest.MonkeyPatch, seed: int, wide: bool
):
    if wide:
        monkeypatch.setattr(facets, "_MOST_VALUES", 0)
        monkeypatch.setattr(timeline, "_NARROW", 0)
    chance = random.Random(seed)
    reports = [some_report(chance, f"{number}.txt") for number in range(15)]
    reports = [(document, [alone(one) for one in articles]) for document, articles in reports]
    library.add(reports)
    for _, articles in reports:
        for article in chance.sample(articles, chance.randint(0, len(articles))):
            field, values = chance.choice(CHANGES)
            if article.event is not None and (article.people or field[:6] != "people"):
                library.correct(article.id, field, chance.choice(values))
    plain = PlainLibrary()
    plain.add(
        [
            (document, [library.article(article.id) or article for article in articles])
            for document, articles in reports
        ]
    )
    for _ in range(30):
        query = some_query(chance)
        rows = library.meetings(query)
        assert by_day(rows) == by_day(plain.meetings(query)), query
        assert library.count(query) == plain.count(query), query
        assert list(library.meetings(query, 0, 3)) == list(rows[:3]), query
        assert list(library.meetings(query, 2, 4)) == list(rows[2:6]), query
        places = [library.position(query, row.key) for row in rows]
        assert places == list(range(len(rows))), query
        for field in FIELDS:
            assert library.facets(query, field) == plain.facets(query, field), (query, field)
            few = library.facets(query, field, 2)
            assert few == plain.facets(query, field, 2), (query, field)
