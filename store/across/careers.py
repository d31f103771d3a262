"""One name over several meetings: titles over time, roles, company, activity by month.

The name as printed is the key. Two people of one name are not told apart, and two names that
are alike are never taken for one.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final, get_args

from store.across.homes import Clash, Printed, clashes
from store.library.interface import FacetCount, Interrupted, Library, MeetingRow
from store.model import Role
from store.query.expression import Everything, Expression, Has, Is

Stopped = Callable[[], bool]
"""Asked between two reports: whether nobody wants the answer any more."""

_ALL: Final = Everything()
_OTHERS: Final = 1_000
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
    ``titles`` are in the order of their first day, and None as long as the reports are unread.
    """

    name: str
    query: Expression
    meetings: int
    undated: int
    first: str | None
    last: str | None
    roles: tuple[RoleCount, ...]
    others: tuple[FacetCount, ...]
    months: tuple[FacetCount, ...]
    titles: tuple[TitleUse, ...] | None = None
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
    """All of a career that needs no report to be read: it is known at once."""
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
        others=tuple(o for o in library.facets(theirs, "person", _OTHERS) if o.value != name),
        months=tuple(library.facets(theirs, "month", _MONTHS))[::-1],
    )


def with_titles(library: Library, career: Career, stopped: Stopped = lambda: False) -> Career:
    """The career with the titles that its reports print; raises Interrupted when stopped."""
    uses: dict[str, TitleUse] = {}
    printed = []
    for title, day, row in _printed(library, career, stopped):
        if day is not None:
            printed.append(Printed(day, title))
        uses[title] = _used(uses.get(title), title, day, row)
    ordered = sorted(uses.values(), key=lambda use: (use.first is None, use.first or ""))
    return replace(career, titles=tuple(ordered), clashes=clashes(printed))


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


def _printed(
    library: Library, career: Career, stopped: Stopped
) -> Iterator[tuple[str, str | None, MeetingRow]]:
    """Each title of the name with its full day, or None, report by report."""
    for row in library.meetings(career.query):
        for report in row.reports:
            if stopped():
                raise Interrupted
            article = library.article(report.id)
            day = report.date or report.published
            full = None if day is None or day.startswith("--") else day
            for one in article.people if article else ():
                if one.name == career.name and one.title and one.title not in _ADDRESSES:
                    yield one.title, full, row


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
