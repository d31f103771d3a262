"""Commands that print meetings ask for them a page at a time and lose none."""

import pytest
from across_sample import a_report, library_of

from store.query.expression import Everything
from tui.commandline import matching
from tui.commandline.matching import articles_of, begun, meetings_of


def reports(count):
    return [a_report(n, f"2022-01-{n + 1:02}", [], name=f"第{n}次会议") for n in range(count)]


@pytest.fixture
def library(monkeypatch):
    """Seven meetings, of which three are a page; the library notes what it is asked for."""
    monkeypatch.setattr(matching, "PAGE", 3)
    made = library_of(*reports(7))
    made.asked = []
    plainly = made.meetings

    def meetings(query, offset=0, limit=None):
        made.asked.append((offset, limit))
        return plainly(query, offset, limit)

    monkeypatch.setattr(made, "meetings", meetings)
    return made


def test_the_pages_are_the_whole(library):
    found = list(meetings_of(library, Everything()))
    assert [row.date for row in found] == [f"2022-01-{n:02}" for n in range(7, 0, -1)]
    assert len(list(articles_of(library, Everything()))) == 7


def test_who_reads_the_first_line_waits_for_one_page(library):
    next(meetings_of(library, Everything()))
    assert library.asked == [(0, 3)]


def test_what_is_added_meanwhile_brings_nothing_twice_and_loses_nothing(library, monkeypatch):
    grown = library_of(*reports(9))
    answers = meetings_of(library, Everything())
    first = [next(answers) for _ in range(3)]
    monkeypatch.setattr(library, "meetings", grown.meetings)
    keys = [row.date for row in (*first, *answers)]
    assert len(keys) == len(set(keys))
    assert {f"2022-01-{n:02}" for n in range(1, 8)} <= set(keys)


def test_answers_begin_or_there_are_none():
    assert begun(iter(())) is None
    assert list(begun(iter((1, 2))) or ()) == [1, 2]
