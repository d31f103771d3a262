"""What a filter shows, computed away from the screen so that typing never waits for it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from threading import Timer

from store.library.interface import FacetCount, FacetField, Library, MeetingRow
from store.library.meetings import month_of
from store.query.expression import Expression
from tui.filtering import Filter, facet_expression, is_month
from tui.months import MonthLines, month_lines

WINDOW = 200
"""Rows asked of the library at a time: a few screens of the largest terminal."""

MONTHS = 5_000
"""Months asked for at most: four centuries."""

EARLY = 0.1
"""Seconds of counting after which the first rows are shown without it."""

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
    """The meetings that a filter shows: how many, their months and the first window of rows.

    Not ``whole`` are the first ones of a filter while the others are still being counted.
    """

    filter: Filter
    query: Expression
    lines: MonthLines
    first: tuple[MeetingRow, ...]
    whole: bool = True

    @property
    def total(self) -> int:
        """How many meetings match."""
        return self.lines.rows


class StoppedError(Exception):
    """A newer question made this one needless."""


def narrow(
    library: Library,
    chosen: Filter,
    stopped: Stopped = lambda: False,
    early: Callable[[Shown], None] | None = None,
) -> Shown:
    """What a filter shows; raises StoppedError when it was stopped on the way.

    ``early`` gets the first rows when counting the others takes long, from another thread.
    """
    query = chosen.expression()
    first = tuple(library.meetings(query, 0, WINDOW))
    if stopped():
        raise StoppedError
    more = len(first) == WINDOW
    with _given_early(first_months(chosen, query, first) if more else None, early):
        total = library.count(query) if more else len(first)
        if stopped():
            raise StoppedError
        months = library.facets(query, "month", MONTHS)
    return Shown(chosen, query, month_lines(months, total), first)


@contextmanager
def _given_early(shown: Shown | None, early: Callable[[Shown], None] | None) -> Iterator[None]:
    """Give the first rows away unless the block ends before that is worth it."""
    if shown is None or early is None:
        yield
        return
    waiting = Timer(EARLY, early, (shown,))
    waiting.daemon = True
    waiting.start()
    try:
        yield
    finally:
        waiting.cancel()
        # nothing early comes after what is whole
        waiting.join()


def first_months(chosen: Filter, query: Expression, first: Sequence[MeetingRow]) -> Shown | None:
    """The first rows without those of the last month, of which more may come; None without any.

    So every heading counts what it stands over.
    """
    months = [
        (month, tuple(rows)) for month, rows in groupby(first, lambda row: month_of(row.date))
    ]
    kept = [(month, rows) for month, rows in months[:-1] if month and is_month(month)]
    if not kept or len(kept) < len(months) - 1:
        return None
    counts = [FacetCount(month, len(rows)) for month, rows in kept]
    shown = tuple(row for _, rows in kept for row in rows)
    return Shown(chosen, query, month_lines(counts, len(shown)), shown, whole=False)


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
