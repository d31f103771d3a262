"""A meeting beside the one before it in its series: which one that is, and what changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from store.across.passages import passages_of
from store.across.rosters import RosterChange, roster, roster_change
from store.across.wordings import Pair, wording_of
from store.library.interface import Library, MeetingRow, ReportRow
from store.model import Article
from store.query.expression import Between, Expression, Has

_FULL: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_ONE_PLACE: Final = frozenset(("city", "county", "township", "institution"))
"""Levels whose bodies belong to one place; those of a province meet anywhere in it."""

_WINDOW: Final = 20

WhyNone = Literal["no series", "no year", "first"]
"""Why a meeting has no predecessor: it is of no series, of no known year, or the first."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports, their demands pair by pair, and their rosters."""

    earlier: Article
    later: Article
    wording: tuple[Pair, ...]
    roster: RosterChange


def compare(earlier: Article, later: Article) -> Comparison:
    """What changed from one report to another."""
    pairs = wording_of(passages_of(earlier), passages_of(later))
    return Comparison(earlier, later, pairs, roster_change(earlier, later))


def wording(library: Library, earlier_id: str, later_id: str) -> tuple[Pair, ...]:
    """The demands of two reports side by side; raises KeyError for an id that is not there."""
    return compare(_article(library, earlier_id), _article(library, later_id)).wording


def previous_meeting(library: Library, row: ReportRow) -> MeetingRow | WhyNone:
    """The meeting of the same series before the one of a report, or why there is none.

    It lies on an earlier day, is of the same level, and below the province of the same place,
    as far as both are known: a meeting of the same name in another city is another series.
    """
    if not row.series:
        return "no series"
    if row.date is None or not _FULL.fullmatch(row.date):
        return "no year"
    until = Has("series", row.series, exact=True) & Between(None, row.date)
    for meeting in _windows(library, until, newest=True):
        if (meeting.date or "") < row.date and _akin(meeting, row):
            return meeting
    return "first"


def next_meeting(library: Library, row: ReportRow) -> MeetingRow | None:
    """The meeting of the same series behind the one of a report, by the same rules."""
    if not row.series or row.date is None or not _FULL.fullmatch(row.date):
        return None
    since = Has("series", row.series, exact=True) & Between(row.date, None)
    for meeting in _windows(library, since, newest=False):
        if (meeting.date or "") > row.date and _akin(meeting, row):
            return meeting
    return None


def roster_changes(library: Library, series: str) -> Iterator[tuple[str, str, RosterChange]]:
    """The ids of two reports and what differs, for each meeting of a series and the one before.

    Oldest first; the first meeting has none.
    """
    for meeting in library.series(series):
        later = fullest(library, meeting)
        before = previous_meeting(library, meeting.reports[0])
        if later is None or not isinstance(before, MeetingRow):
            continue
        earlier = fullest(library, before, later.source)
        if earlier is not None:
            yield earlier.id, later.id, roster_change(earlier, later)


def fullest(library: Library, meeting: MeetingRow, paper: str | None = None) -> Article | None:
    """The report of a meeting that gives the most demands, then the most people.

    One of ``paper`` where there is one: two papers tell the same meeting in other words.
    """
    articles = list(_articles(library, meeting))
    own = [article for article in articles if paper and article.source == paper]
    return max(own or articles, key=_fullness, default=None)


def of_one_paper(earlier: MeetingRow, later: MeetingRow, report: ReportRow) -> ReportRow:
    """The report of the later meeting to compare with the earlier one.

    It is ``report`` unless only another of its meeting is of a paper that reported both.
    """
    papers = {one.source for one in earlier.reports if one.source}
    if report.source in papers:
        return report
    return next((one for one in later.reports if one.source in papers), report)


def _fullness(article: Article) -> tuple[int, int]:
    return len(passages_of(article)), len(roster(article))


def _articles(library: Library, meeting: MeetingRow) -> Iterator[Article]:
    for report in meeting.reports:
        if (article := library.article(report.id)) is not None:
            yield article


def _article(library: Library, article_id: str) -> Article:
    article = library.article(article_id)
    if article is None:
        raise KeyError(article_id)
    return article


def _windows(library: Library, query: Expression, *, newest: bool) -> Iterator[MeetingRow]:
    """The meetings of a query from one end, asked for a few at a time: the first ones will do."""
    total = library.count(query)
    for start in range(0, total, _WINDOW):
        size = min(_WINDOW, total - start)
        if newest:
            yield from library.meetings(query, start, size)
        else:
            yield from reversed(library.meetings(query, total - start - size, size))


def _akin(meeting: MeetingRow, row: ReportRow) -> bool:
    other = meeting.reports[0]
    if other.level and row.level and other.level != row.level:
        return False
    if row.level not in _ONE_PLACE or not other.place or not row.place:
        return True
    return other.place.startswith(row.place) or row.place.startswith(other.place)
