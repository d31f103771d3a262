"""Demands, shorthand and counts over all meetings of a query."""

from across_sample import FIRST, SECOND, library_of
from msgspec.structs import replace

from store.across import demands, statistics, term_uses
from store.model import Span, Term
from store.query.expression import Everything, Has


def with_term(article, text, normal, expansion=None):
    term = Term(text=text, normal=normal, count=8, expansion=expansion, span=Span(1, 0, 2))
    return replace(article, terms=(*article.terms, term))


def test_demands_come_newest_first_in_reading_order():
    found = list(demands(library_of(FIRST, SECOND), Everything()))
    assert [(one.article, one.kind, one.number) for one in found] == [
        *(("r02", "requirement", number) for number in (1, 2, 3)),
        ("r02", "directive", None),
        *(("r01", "requirement", number) for number in (1, 2, 3)),
        ("r01", "directive", None),
    ]
    assert found[3].text == "会议强调，要加强值守，带班领导不离岗。"


def test_of_two_reports_of_a_meeting_the_fuller_one_speaks():
    short = replace(FIRST, id="r09", document=replace(FIRST.document, path="reports/09.txt"),
                    requirements=(), directives=())  # fmt: skip
    library = library_of(short, FIRST)
    assert library.count(Everything()) == 1
    assert {one.article for one in demands(library, Everything())} == {"r01"}


def test_a_query_narrows_the_demands():
    assert not list(demands(library_of(FIRST), Has("person", "云无心")))


def test_a_term_is_counted_by_meetings_with_its_days_and_its_expansion():
    library = library_of(
        with_term(with_term(FIRST, "8 支队伍", "八支队伍", ("甲", "乙")), "八支队伍", "八支队伍"),
        with_term(SECOND, "八支队伍", "八支队伍"),
        with_term(replace(FIRST, id="r03", event=replace(FIRST.event, date="--03-01"),
                          document=replace(FIRST.document, path="reports/03.txt")), "六有", "六有"),
    )  # fmt: skip
    used = [(u.term, u.meetings, u.first, u.last, u.expansion, u.article)
            for u in term_uses(library, Everything())]  # fmt: skip
    assert used == [
        ("八支队伍", 2, "2023-03-01", "2023-09-01", ("甲", "乙"), "r01"),
        ("六有", 1, None, None, None, None),
    ]


def test_statistics_count_meetings_by_field():
    counted = list(statistics(library_of(FIRST, SECOND), Everything()))
    assert counted[0] == ("meetings", "", 2)
    assert ("kind", "meeting", 2) in counted
    assert ("values", "person", 5) in counted
    assert ("month", "2023-09", 1) in counted
