"""One name over several meetings: titles over time, roles, company, activity by month.

The name as printed is the key. Two people of one name are not told apart, and two names that
are alike are never taken for one.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final, get_args

from store.across.homes import Clash, Printed, clashes
from store.across.rosters import roster
from store.library.interface import FacetCount, Interrupted, Library, MeetingRow, ReportRow
from store.model import Article, Role
from store.query.expression import Everything, Expression, Has, Is

Stopped = Callable[[], bool]
"""Asked between two reports: whether nobody wants the answer any more."""

_ALL: Final = Everything()
_MONTHS: Final = 5_000
_ADDRESSES: Final = frozenset(("同志", "先生", "女士"))
"""Printed before or behind a name like a title, but no post."""


@dataclass(frozen=True, slots=True)
class RoleCount:
    """A role, in how many meetings the name had it, and the query whose meetings these are."""

    role: Role
    count: int
    query: Expression


@dataclass(frozen=True, slots=True)
class TitleUse:
    """A title as printed: its first and last day, how many reports print it, the latest one.

    Both days are None when no report with it has a full date; ``latest`` is its meeting then too.
    """

    title: str
    first: str | None
    last: str | None
    reports: int
    latest: MeetingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Career:
    """What the reports say about one name; ``query`` finds its meetings, newest first.

    ``undated`` counts the meetings of no known year, which ``first``, ``last`` leave out.
    ``titles`` are in the order of their first day; ``others`` are the people who had a role in
    meetings where this name had one, with the number of these. Both are None, and ``clashes``
    empty, as long as the reports are unread.
    """

    name: str
    query: Expression
    meetings: int
    undated: int
    first: str | None
    last: str | None
    roles: tuple[RoleCount, ...]
    months: tuple[FacetCount, ...]
    titles: tuple[TitleUse, ...] | None = None
    others: tuple[FacetCount, ...] | None = None
    clashes: tuple[Clash, ...] = ()


def person(
    library: Library,
    name: str,
    query: Expression = _ALL,
    stopped: Stopped = lambda: False,
) -> Career:
    """The whole career of a name in the meetings that match; reads each of its reports.

    Raises Interrupted when ``stopped`` says so.
    """
    return with_titles(library, glance(library, name, query), stopped)


def glance(library: Library, name: str, query: Expression = _ALL) -> Career:
    """All of a career that needs no report to be read: counts, roles, months. Known at once."""
    theirs = Has("person", name, exact=True) & query
    meetings = library.count(theirs)
    undated = library.count(theirs & Is("undated"))
    dated = meetings - undated
    newest = library.meetings(theirs, 0, 1) if dated else ()
    oldest = library.meetings(theirs, dated - 1, 1) if dated else ()
    return Career(
        name=name,
        query=theirs,
        meetings=meetings,
        undated=undated,
        first=oldest[0].date if oldest else None,
        last=newest[0].date if newest else None,
        roles=_roles(library, name, query),
        months=tuple(library.facets(theirs, "month", _MONTHS))[::-1],
    )


def with_titles(library: Library, career: Career, stopped: Stopped = lambda: False) -> Career:
    """The career with what only its reports tell: titles and company.

    Raises Interrupted when stopped.
    """
    uses: dict[str, TitleUse] = {}
    printed: list[Printed] = []
    company: Counter[str] = Counter()
    for row in library.meetings(career.query):
        together: set[str] = set()
        for report in row.reports:
            if stopped():
                raise Interrupted
            article = library.article(report.id)
            if article is None:
                continue
            together |= _company(article, career.name)
            day = _full_day(report)
            for title in _titles(article, career.name):
                uses[title] = _used(uses.get(title), title, day, row)
                printed += [Printed(day, title)] if day else []
        company.update(together)
    ordered = sorted(uses.values(), key=lambda use: (use.first is None, use.first or ""))
    others = sorted(company.items(), key=lambda one: (-one[1], one[0]))
    return replace(
        career,
        titles=tuple(ordered),
        others=tuple(FacetCount(name, count) for name, count in others),
        clashes=clashes(printed),
    )


def roles_in(library: Library, row: MeetingRow, name: str) -> tuple[Role, ...]:
    """The roles that a name has in the reports of a meeting."""
    roles: dict[Role, None] = {}
    for report in row.reports:
        article = library.article(report.id)
        for one in article.people if article else ():
            if one.name == name:
                roles.update(dict.fromkeys(one.roles))
    return tuple(roles)


def _roles(library: Library, name: str, query: Expression) -> tuple[RoleCount, ...]:
    counts = []
    for role in get_args(Role):
        asked = Has("person", name, exact=True, role=role) & query
        if count := library.count(asked):
            counts.append(RoleCount(role, count, asked))
    return tuple(sorted(counts, key=lambda one: -one.count))


def _company(article: Article, name: str) -> set[str]:
    """Who else had a role in the meeting, when the name had one."""
    present = {seat.name for seat in roster(article)}
    return present - {name} if name in present else set()


def _titles(article: Article, name: str) -> Iterator[str]:
    for one in article.people:
        if one.name == name and one.title and one.title not in _ADDRESSES:
            yield one.title


def _full_day(report: ReportRow) -> str | None:
    """The day of a report's event or publication, when its year is known."""
    day = report.date or report.published
    return None if day is None or day.startswith("--") else day


def _used(former: TitleUse | None, title: str, day: str | None, row: MeetingRow) -> TitleUse:
    """The use of a title with one report more."""
    if former is None:
        return TitleUse(title, day, day, 1, row)
    if day is None:
        return replace(former, reports=former.reports + 1)
    later = former.last is None or day > former.last
    return TitleUse(
        title,
        min(former.first or day, day),
        max(former.last or day, day),
        former.reports + 1,
        row if later else former.latest,
    )
