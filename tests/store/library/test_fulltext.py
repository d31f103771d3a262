"""Phrases of frequent pairs are answered from a table of their own, and answered the same."""

import random
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import pytest
from invented_reports import a_report

from store.folding import squeeze
from store.library import fulltext, open_library, schema, tokens
from store.library.fulltext import Asked, asked
from store.library.library import LogLibrary
from store.query.expression import And, Word

FEW = 6


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LogLibrary]:
    monkeypatch.setattr(fulltext, "LEARNT_FROM", FEW)
    library = open_library(tmp_path / "library", state_dir=tmp_path / "state", write=True)
    yield library
    library.close()


def table_of(library: LogLibrary, *texts: str) -> str:
    connection = schema.open_reader(library.path / "index.sqlite")
    found: Asked = asked(connection, [squeeze(text) for text in texts])
    connection.close()
    return found.table


def add(library: LogLibrary, texts: Sequence[str], start: int = 0) -> None:
    library.add(
        [
            a_report(f"第{number}次会议", text, path=f"{number}.txt", series=None)
            for number, text in enumerate(texts, start)
        ]
    )


def test_phrases_go_to_the_table_that_has_the_rarer_tokens(library: LogLibrary):
    add(library, ["会议要求压实责任。"] * (FEW - 1) + ["柳溪大桥通车。"])
    assert table_of(library, "压实责任") == "runs"
    assert table_of(library, "会议要求压实") == "runs"
    assert table_of(library, "压实责") == "phrases", "three characters make no token of four"
    assert table_of(library, "责任重于泰山") == "phrases", "not every pair is frequent"
    assert table_of(library, "压实责任", "会议要求") == "runs"
    assert table_of(library, "压实责任", "柳溪大桥") == "phrases", "the rare one is the quick one"


def test_a_small_index_has_no_runs_and_later_articles_bring_in_the_earlier(library: LogLibrary):
    texts = ["会议要求压实责任。", "会议要求守住底线。"]
    add(library, texts)
    assert table_of(library, "压实责任") == "phrases"
    add(library, texts * 3, start=2)
    assert table_of(library, "压实责任") == "runs"
    assert library.count(Word("会议要求压实责任")) == 4
    assert library.count(Word("会议要求守住底线")) == 4


def test_it_is_learnt_once_also_where_no_pair_is_frequent(
    library: LogLibrary, monkeypatch: pytest.MonkeyPatch
):
    learnt: list[int] = []
    plainly = tokens.frequent_pairs

    def counted(texts: Collection[Sequence[str]]) -> frozenset[str]:
        learnt.append(len(texts))
        return plainly([])

    monkeypatch.setattr(tokens, "frequent_pairs", counted)
    for start in range(0, 3 * FEW, 3):
        add(library, ["会议要求压实责任。"] * 3, start)
    assert learnt == [FEW]
    assert table_of(library, "压实责任") == "phrases"
    assert library.count(Word("压实责任")) == 3 * FEW


def test_a_phrase_that_stands_nowhere_though_all_its_parts_do(library: LogLibrary):
    add(library, ["“六个到位”要落到实处。三要落实责任。"] * FEW)
    assert table_of(library, "六个到位”要落实") == "runs"
    assert library.count(Word("六个到位”要落实")) == 0
    assert library.meetings(Word("六个到位”要落实"), 0, 50) == []
    assert library.count(Word("六个到位”要落到")) == FEW


def test_changed_and_removed_articles_leave_nothing_in_the_runs(library: LogLibrary):
    add(library, ["会议要求压实责任。"] * FEW)
    add(library, ["会议要求守住底线。"] * 2)
    assert library.count(Word("要求压实责任")) == FEW - 2
    library.database.table("articles").truncate()
    assert library.count(Word("要求压实责任")) == 0


@pytest.mark.parametrize("seed", range(4))
def test_phrases_by_chance_are_found_where_they_stand(library: LogLibrary, seed: int):
    chance = random.Random(seed)
    texts: dict[int, str] = {}
    for _ in range(6):
        start = chance.randrange(20)
        some = ["".join(chance.choices("要落实位", k=chance.randint(1, 30))) for _ in range(5)]
        add(library, some, start)
        texts.update(enumerate(some, start))
        for _ in range(40):
            words = ["".join(chance.choices("要落实位", k=chance.randint(2, 7))) for _ in range(2)]
            first = [number for number, text in texts.items() if words[0] in text]
            assert library.count(Word(words[0])) == len(first), words[0]
            both = [number for number in first if words[1] in texts[number]]
            query = And((Word(words[0]), Word(words[1])))
            assert len(library.meetings(query, 0, 50)) == len(both), words
            assert library.count(query) == len(both), words
