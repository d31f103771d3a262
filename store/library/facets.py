"""Facets: the values of a field under a query and how many meetings have each."""

import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from heapq import heappush, heapreplace, nlargest
from itertools import groupby
from operator import itemgetter
from typing import Final

import msgspec

from store.library.amended import Amendments
from store.library.held import FIELDS, of_field
from store.library.interface import FacetCount, FacetField
from store.library.matches import Matches, address_of, piece_of
from store.library.membership import VALUE_CELLS

_OF_ALL: Final = (
    "SELECT text, meetings FROM value WHERE field = ? ORDER BY meetings DESC, text LIMIT ?"
)
_OF_ALL_MONTHS: Final = (
    "SELECT text, meetings FROM value WHERE field = ? ORDER BY text LIKE '--%', text DESC LIMIT ?"
)
_WITH_PIECES: Final = """
SELECT v.text, v.meetings, p.data FROM value v
CROSS JOIN members p ON p.cell >= v.vid * ?1 AND p.cell < (v.vid + 1) * ?1
WHERE v.field = ?2 ORDER BY v.meetings DESC, v.vid DESC
"""

_PIECES_OF_ONE: Final = """
SELECT v.meetings, p.data FROM value v
CROSS JOIN members p ON p.cell >= v.vid * ?1 AND p.cell < (v.vid + 1) * ?1
WHERE v.field = ?2 AND v.text = ?3
"""

_HELD: Final = """
SELECT a.m, a.plane, a.vids FROM json_each(?) j CROSS JOIN article a ON a.m = j.value
"""
_FIRST_HELD: Final = """
SELECT a.vids FROM json_each(?) j CROSS JOIN article a ON a.m = j.value WHERE a.plane = 0
"""
_NAMES: Final = """
SELECT v.vid, v.text FROM json_each(?) j CROSS JOIN value v ON v.vid = j.value
"""
_MANY_VALUES: Final = (
    "SELECT COUNT(*) FROM (SELECT 1 FROM value WHERE field = ? AND meetings >= ? LIMIT ?)"
)
_LEAST_OF_FIRST: Final = (
    "SELECT meetings FROM value WHERE field = ? ORDER BY meetings DESC LIMIT 1 OFFSET ?"
)

_MOST_VALUES: Final = 3_000
"""So many values at most are looked at before the first ones are sure, as measured."""


class Facets:
    """Counts values on one state of the index."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        everything: Callable[[], Matches],
        amendments: Amendments,
        check: Callable[[], None],
    ) -> None:
        self._sql = connection
        self._everything = everything
        self._amendments = amendments
        self._check = check

    def of_all(self, field: FacetField, limit: int) -> list[FacetCount]:
        """The values of a field in the whole library."""
        question = _OF_ALL_MONTHS if field == "month" else _OF_ALL
        changes = self._amendments.changes(None, field)
        found = self._sql.execute(question, (field, limit + len(changes)))
        counts = [FacetCount(text, count) for text, count in found.fetchall()]
        return self._first(counts, changes, None, field)[:limit]

    def under(self, matches: Matches, field: FacetField, limit: int) -> list[FacetCount]:
        """The values of a field that the matching articles have."""
        if limit < 1:
            return []
        changes = self._amendments.changes(matches, field)
        counts = self._parsed(matches, field, limit + len(changes))
        return self._first(counts, changes, matches, field)[:limit]

    def _parsed(self, matches: Matches, field: FacetField, limit: int) -> list[FacetCount]:
        """At least the first values of a field as they were parsed.

        To count one meeting's values takes about as long as to count one value's meetings.
        """
        if matches.count() < self._looked_at(matches, field, limit):
            return self._by_article(matches, field, limit)
        return self._by_value(matches, field, limit)

    def _looked_at(self, matches: Matches, field: FacetField, limit: int) -> int:
        """How many values _by_value is likely to look at: as if the query had no part in them."""
        least = 0
        last = self._sql.execute(_LEAST_OF_FIRST, (field, limit - 1)).fetchone()
        if last is not None and field != "month":
            least = last[0] * matches.count() // max(self._everything().count(), 1)
        (many,) = self._sql.execute(_MANY_VALUES, (field, least, _MOST_VALUES)).fetchone()
        return int(many)

    def _first(
        self,
        counts: list[FacetCount],
        changes: Mapping[str, int],
        matches: Matches | None,
        field: FacetField,
    ) -> list[FacetCount]:
        """Counts in their order, with what the reader corrected."""
        order = _month_rank if field == "month" else _rank
        if not changes:
            return sorted(counts, key=order)
        held = {one.value: one.count for one in counts}
        for value, change in changes.items():
            before = held[value] if value in held else self._count_of(value, matches, field)
            held[value] = before + change
        return sorted((FacetCount(*one) for one in held.items() if one[1] > 0), key=order)

    def _count_of(self, value: str, matches: Matches | None, field: FacetField) -> int:
        """The meetings that have one value as it was parsed."""
        pieces = self._sql.execute(_PIECES_OF_ONE, (VALUE_CELLS, field, value)).fetchall()
        if matches is None:
            return pieces[0][0] if pieces else 0
        return matches.meetings_among([piece_of(data) for _, data in pieces])

    def _by_article(self, matches: Matches, field: FacetField, limit: int) -> list[FacetCount]:
        """Counted from what is stored with each article: for few articles."""
        counted = Counter(array("I", self._held(matches, FIELDS.index(field))))
        if field != "month" and len(counted) > limit:
            # those of the least count that is among the first stay together: names order them
            least = nlargest(limit, counted.values())[-1]
            counted = Counter({vid: count for vid, count in counted.items() if count >= least})
        wanted = msgspec.json.encode(list(counted)).decode()
        found = self._sql.execute(_NAMES, (wanted,))
        return [FacetCount(text, counted[vid]) for vid, text in found.fetchall()]

    def _held(self, matches: Matches, place: int) -> bytes:
        """The values of each matching meeting, each once."""
        more = matches.meetings_with_more()
        part = partial(of_field, place=place)
        # of most meetings one report matches, the first: nothing to leave out
        wanted = msgspec.json.encode(list(matches.meetings() - more)).decode()
        held = [part(data) for (data,) in self._sql.execute(_FIRST_HELD, (wanted,))]
        wanted = msgspec.json.encode(list(more)).decode()
        held += _once(matches, self._sql.execute(_HELD, (wanted,)), part)
        return b"".join(held)

    def _by_value(self, matches: Matches, field: FacetField, limit: int) -> list[FacetCount]:
        """The values of one field under a query with many matches.

        They are taken by their count in the whole library, until no further one can be among
        the first.
        """
        every = field == "month"
        counts: list[FacetCount] = []
        best: list[int] = []
        found = self._sql.execute(_WITH_PIECES, (VALUE_CELLS, field))
        for (text, most), rows in groupby(found, itemgetter(0, 1)):
            least = best[0] if len(best) >= limit and not every else 1
            if most < least:
                break
            self._check()
            stored = [piece_of(data) for _, _, data in rows]
            # articles are counted sooner than meetings, and are as many at least
            if matches.articles_among(stored) < least:
                continue
            count = matches.meetings_among(stored)
            counts.append(FacetCount(text, count))
            (heappush if len(best) < limit else _push_out)(best, count)
        return counts


def _once(
    matches: Matches, reports: Iterable[tuple[int, int, bytes]], part: Callable[[bytes], bytes]
) -> Iterator[bytes]:
    """What the matching reports of each meeting hold, each value once; rows of a meeting in a row."""
    for _, ones in groupby(reports, itemgetter(0)):
        held = [
            part(data) for meeting, plane, data in ones if address_of(meeting, plane) in matches
        ]
        yield array("I", set(array("I", b"".join(held)))).tobytes()


def _push_out(best: list[int], count: int) -> None:
    if count > best[0]:
        heapreplace(best, count)


def _rank(one: FacetCount) -> tuple[int, str]:
    return -one.count, one.value


def _month_rank(one: FacetCount) -> tuple[bool, tuple[int, ...]]:
    return one.value.startswith("--"), tuple(-ord(character) for character in one.value)
