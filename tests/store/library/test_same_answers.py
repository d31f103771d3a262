"""The index answers as looking at every article does, before and after it is made anew."""

import random
from pathlib import Path

import pytest
from plain_library import PlainLibrary
from random_reports import FIELDS, some_query, some_report

from store.library import facets, fulltext, open_library, timeline
from store.library.interface import Library
from store.library.library import LogLibrary
from store.model import Article
from store.query.expression import Everything, Expression, Has


def test_a_meeting_that_does_not_match_has_no_position(tmp_path: Path):
    chance = random.Random(3)
    library = open_library(tmp_path / "library", state_dir=tmp_path / "state", write=True)
    library.add([some_report(chance, f"{number}.txt") for number in range(12)])
    everything = library.meetings(Everything())
    kept = [row.key for row in library.meetings(Has("role", "presided"))]
    assert 0 < len(kept) < len(everything)
    for row in everything:
        at = kept.index(row.key) if row.key in kept else None
        assert library.position(Has("role", "presided"), row.key) == at
    library.close()


def answers(library: Library, query: Expression) -> list[object]:
    rows = library.meetings(query)
    first = library.meetings(query, 0, 3)
    return [
        rows,
        list(first),
        library.meetings(query, 2, 4),
        library.count(query),
        [library.position(query, row.key) for row in (*rows[:3], *rows[-2:])],
        [library.facets(query, field) for field in FIELDS],
    ]


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("seed", range(3))
def test_the_index_answers_as_the_plain_library_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, wide: bool
):
    if wide:
        # the ways that are taken for many matches
        monkeypatch.setattr(facets, "_MOST_VALUES", 0)
        monkeypatch.setattr(timeline, "_NARROW", 0)
        monkeypatch.setattr(fulltext, "LEARNT_FROM", 20)
    chance = random.Random(seed)
    plain = PlainLibrary()
    library = open_library(tmp_path / "library", state_dir=tmp_path / "state", write=True)
    for _ in range(4):
        # some paths come again with other words: changed documents
        reports = [some_report(chance, f"{chance.randrange(20)}.txt") for _ in range(12)]
        outcomes = [
            [one.outcome for one in one_library.add(reports)] for one_library in (plain, library)
        ]
        assert outcomes[0] == outcomes[1]
        for _ in range(25):
            query = some_query(chance)
            assert answers(library, query) == answers(plain, query), query
    library.close()


def test_the_same_answers_when_the_index_was_deleted(tmp_path: Path):
    chance = random.Random(7)
    library = open_library(tmp_path / "library", state_dir=tmp_path / "state", write=True)
    for _ in range(5):
        library.add([some_report(chance, f"{chance.randrange(15)}.txt") for _ in range(10)])
    queries = [some_query(chance) for _ in range(40)]
    before = [answers(library, query) for query in queries]
    texts = everything_of(library)
    library.close()
    (tmp_path / "library" / "index.sqlite").unlink()
    anew = open_library(tmp_path / "library", state_dir=tmp_path / "state")
    assert [answers(anew, query) for query in queries] == before
    assert everything_of(anew) == texts
    anew.close()


def everything_of(library: LogLibrary) -> list[tuple[Article | None, str | None]]:
    rows = library.meetings(Everything())
    ids = [report.id for row in rows for report in row.reports]
    return [(library.article(one), library.source_text(one)) for one in ids]
