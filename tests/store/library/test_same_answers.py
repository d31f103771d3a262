"""The index answers as looking at every article does, before and after it is made anew."""

import random
from pathlib import Path

import pytest
from invented_reports import a_document, an_article
from plain_library import PlainLibrary

from store.library import facets, open_library, timeline
from store.library.interface import FacetField, Library
from store.library.library import LogLibrary
from store.model import Article, Document
from store.query.expression import (
    Between,
    Everything,
    Expression,
    Has,
    HasAny,
    Is,
    Word,
)

NAMES = ("林知远", "苏曼青", "贺兰亭", "单于飞", "Tom Lin", "曾乐")
PLACES = ("云汀市", "柳溪市", "东泽市", None)
SERIES = ("防汛会议", "常务会议", None)
DATES = ("2023-05-04", "2023-05-05", "2022-12-30", "--11-26", None)
TEXTS = (
    "压实责任。",
    "排查隐患，整改。",
    "八支队伍到位",
    "做到“六有”",
    "AI 平台 2022",
    "壓實責任；防汛",
)
FIELDS: tuple[FacetField, ...] = ("person", "role", "place", "kind", "source", "series", "month")


def some_report(chance: random.Random, path: str) -> tuple[Document, list[Article]]:
    articles = [
        an_article(
            f"{chance.choice(PLACES) or '某地'}召开会议{number}",
            *chance.choices(TEXTS, k=chance.randint(1, 4)),
            path=path,
            date=chance.choice(DATES),
            published=chance.choice(("2023-05-05", "2023-05-06", None)),
            series=chance.choice(SERIES),
            place=chance.choice(PLACES),
            source=chance.choice(("澜江日报", "云汀晚报", None)),
            people={
                name: (chance.choice(("presided", "presided", "attended", "spoke")),)
                for name in chance.sample(NAMES, chance.randint(0, 3))
            },
            items=chance.choice((0, 2)),
        )
        for number in range(chance.randint(1, 3))
    ]
    return a_document(*articles, path=path, text=str(chance.random())), articles


def some_query(chance: random.Random, depth: int = 3) -> Expression:
    kind = chance.randrange(11 if depth else 8)
    words = ("压实", "责任", "任", "，", "“六有”", "2022", "ai平台", "zy", "l", "没有", "会议0")
    match kind:
        case 0 | 1:
            return Word(chance.choice(words), quoted=chance.random() < 0.3)
        case 2:
            return Has(
                "person", chance.choice((*NAMES, "林", "zengle")), exact=chance.random() < 0.5
            )
        case 3:
            return Has("person", "林", role=chance.choice(("presided", "attended")))
        case 4:
            return Has(
                chance.choice(("place", "series", "source")), chance.choice(("市", "会议", "日报"))
            )
        case 5:
            return Between(chance.choice((None, "2023-01-01")), chance.choice((None, "2023-05-04")))
        case 6:
            return chance.choice((Is("undated"), Is("unread"), Is("marked")))
        case 7:
            return chance.choice((HasAny("requirements"), Everything(), Has("role", "spoke")))
        case 8:
            return some_query(chance, depth - 1) & some_query(chance, depth - 1)
        case 9:
            return some_query(chance, depth - 1) | some_query(chance, depth - 1)
    return ~some_query(chance, depth - 1)


def answers(library: Library, query: Expression) -> list[object]:
    rows = library.meetings(query)
    first = library.meetings(query, 0, 3)
    return [
        rows,
        list(first),
        library.meetings(query, 2, 4),
        library.count(query),
        [library.position(query, row.key) for row in rows[:3]],
        [library.facets(query, field) for field in FIELDS],
    ]


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("seed", range(3))
def test_the_index_answers_as_the_plain_library_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, wide: bool
):
    if wide:
        # the ways that are taken for many matches
        monkeypatch.setattr(facets, "_COST_OF_VALUE", 0)
        monkeypatch.setattr(timeline, "_NARROW", 0)
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
