"""Hits and rows agree on what is meant by pinyin."""

from pathlib import Path

import pytest
from invented_reports import a_report

from store.library import open_library
from store.library.library import LogLibrary
from store.query.expression import Everything, Expression, Has, Word


@pytest.fixture
def library(tmp_path: Path) -> LogLibrary:
    library = open_library(tmp_path / "library", state_dir=tmp_path / "state", write=True)
    library.add([a_report("防汛会议", "林知远在云汀市主持会议。", path="a.txt")])
    return library


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Word("lzy"), {"林知远"}),
        (Word("LZY"), {"林知远"}),
        (Word("yt"), {"云汀市"}),
        (Word("l"), set()),
        (Word("lzy", quoted=True), set()),
        (Has("person", "l"), {"林知远"}),
        (Has("person", "lzy", exact=True), set()),
        (Has("person", "yt"), set()),
        (Has("place", "y"), {"云汀市"}),
        (Has("series", "lzy"), set()),
        (Word("lzy") | Word("l"), {"林知远"}),
    ],
)
def test_what_finds_a_meeting_by_pinyin_is_a_hit_in_it_and_nothing_else_is(
    library: LogLibrary, query: Expression, found: set[str]
):
    (row,) = library.meetings(Everything())
    article = library.article(row.reports[0].id)
    assert article is not None
    hits = {article.text_of(hit.span) for hit in library.hits(article.id, query)}
    assert hits == found
    assert library.count(query) == bool(found)
