"""Tables over all meetings of a query: demands, terms, counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from store.library.interface import FacetField, Library, MeetingRow
from store.model import Article, Term
from store.query.expression import Expression, Is

_FIELDS: Final[tuple[FacetField, ...]] = ("kind", "level", "role", "month")
"""The fields whose values are few enough to be all shown."""
_WIDE: Final[tuple[FacetField, ...]] = ("person", "place", "source", "series", "term")
_MOST: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Demand:
    """A numbered item or a directive of a meeting's report.

    ``kind`` is that of the series (``requirement``, ``problem`` ...) or ``directive``, which has
    no number and no marker.
    """

    meeting: MeetingRow
    article: str
    kind: str
    by: str | None
    number: int | None
    marker: str | None
    text: str


@dataclass(slots=True)
class TermUse:
    """A shorthand in its normal form: its meetings, first and last full day, its expansion.

    ``expansion`` is that of the newest report that gives one; None when no report does.
    """

    term: str
    meetings: int = 0
    first: str | None = None
    last: str | None = None
    expansion: tuple[str, ...] | None = None
    article: str | None = None


def demands(library: Library, query: Expression) -> Iterator[Demand]:
    """The items and directives of each meeting that matches, newest first, in reading order.

    Of several reports of one meeting the one with the most of them speaks.
    """
    for meeting in library.meetings(query):
        articles = [library.article(report.id) for report in meeting.reports]
        found = [list(_demands(meeting, article)) for article in articles if article]
        yield from max(found, key=len, default=[])


def _demands(meeting: MeetingRow, article: Article) -> Iterator[Demand]:
    placed = [
        (item.span, Demand(meeting, article.id, s.kind, s.by, item.number, item.marker, item.text))
        for s in article.requirements
        for item in s.items
    ]
    placed += [
        (one.span, Demand(meeting, article.id, "directive", one.by, None, None, text))
        for one in article.directives
        if (text := article.text_of(one.span))
    ]
    for _, demand in sorted(placed, key=lambda one: one[0]):
        yield demand


def term_uses(library: Library, query: Expression) -> list[TermUse]:
    """The shorthand of the meetings that match, the most frequent first; reads every report."""
    uses: dict[str, TermUse] = {}
    for meeting in library.meetings(query):
        seen: set[str] = set()
        for report in meeting.reports:
            article = library.article(report.id)
            for term in article.terms if article else ():
                use = uses.setdefault(term.normal, TermUse(term.normal))
                use.meetings += term.normal not in seen
                seen.add(term.normal)
                _note(use, term, meeting, report.id)
    return sorted(uses.values(), key=lambda use: (-use.meetings, use.term))


def _note(use: TermUse, term: Term, meeting: MeetingRow, article: str) -> None:
    """Add what one report says; the newest comes first."""
    day = meeting.date
    if day is not None and not day.startswith("--"):
        use.last = use.last or day
        use.first = day
    if use.expansion is None and term.expansion:
        use.expansion, use.article = term.expansion, article


def statistics(library: Library, query: Expression) -> Iterator[tuple[str, str, int]]:
    """Field, value and count of meetings: all, of no known year, then by field.

    Of fields with many values (people, places ...) only the number of values is counted.
    """
    meetings = library.count(query)
    yield "meetings", "", meetings
    yield "undated", "", library.count(query & Is("undated"))
    for field in _WIDE:
        yield "values", field, len(library.facets(query, field, _MOST))
    for field in _FIELDS:
        for value, count in ((one.value, one.count) for one in library.facets(query, field, _MOST)):
            yield field, value, count
