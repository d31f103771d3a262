"""What a filter shows, computed away from the screen so that typing never waits for it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from store.library.interface import FacetCount, FacetField, Library, MeetingRow
from store.query.expression import Expression
from tui.filtering import Filter, facet_expression
from tui.months import MonthLines, month_lines

WINDOW = 200
"""Rows asked of the library at a time: a few screens of the largest terminal."""

MONTHS = 5_000
"""Months asked for at most: four centuries."""

FIELDS: tuple[FacetField, ...] = (
    "person",
    "role",
    "place",
    "kind",
    "level",
    "source",
    "series",
    "month",
    "term",
)
"""The fields of the filter pane, in its order."""

Stopped = Callable[[], bool]
"""Asked between two steps: whether a newer query has made this one needless."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The meetings that a filter shows: how many, their months and the first window of rows."""

    filter: Filter
    query: Expression
    lines: MonthLines
    first: tuple[MeetingRow, ...]

    @property
    def total(self) -> int:
        """How many meetings match."""
        return self.lines.rows


class StoppedError(Exception):
    """A newer question made this one needless."""


def narrow(library: Library, chosen: Filter, stopped: Stopped = lambda: False) -> Shown:
    """What a filter shows; raises StoppedError when it was stopped on the way."""
    query = chosen.expression()
    first = tuple(library.meetings(query, 0, WINDOW))
    if stopped():
        raise StoppedError
    total = len(first) if len(first) < WINDOW else library.count(query)
    if stopped():
        raise StoppedError
    months = library.facets(query, "month", MONTHS)
    return Shown(chosen, query, month_lines(months, total), first)


def count_values(
    library: Library, chosen: Filter, field: FacetField, limit: int
) -> Sequence[FacetCount]:
    """The values of a field with their counts under everything chosen in the other fields.

    With people chosen, roles are those that one of these people had.
    """
    query = chosen.expression(without=field)
    people = chosen.chosen("person")
    if field != "role" or not people:
        return library.facets(query, field, limit)
    owned = []
    for role in library.facets(query, field):
        theirs = [facet_expression("role", role.value, person) for person in people]
        expression = theirs[0]
        for other in theirs[1:]:
            expression |= other
        owned.append(FacetCount(role.value, library.count(query & expression)))
    return sorted((c for c in owned if c.count), key=lambda c: -c.count)[:limit]
