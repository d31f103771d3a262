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
from store.library.bits import Matches, flags_of, members_of
from store.library.counting import Counting
from store.library.held import FIELDS, PEOPLE, PLANES, of_field
from store.library.interface import FacetCount, FacetField
from store.library.membership import VALUE_CELLS, piece_of

_OF_ALL: Final = (
    "SELECT text, meetings FROM value WHERE field = ? ORDER BY meetings DESC, text LIMIT ?"
)
_OF_ALL_MONTHS: Final = (
    "SELECT text, meetings FROM value WHERE field = ? ORDER BY text LIKE '--%', text DESC LIMIT ?"
)
_WITH_PIECES: Final = """
SELECT v.text, v.meetings, b.cell, b.data FROM value v
CROSS JOIN bits b ON b.cell >= v.vid * ?1 AND b.cell < (v.vid + 1) * ?1
WHERE v.field = ?2 ORDER BY v.meetings DESC, v.vid DESC
"""

_PIECES_OF_ONE: Final = """
SELECT v.meetings, b.cell, b.data FROM value v
CROSS JOIN bits b ON b.cell >= v.vid * ?1 AND b.cell < (v.vid + 1) * ?1
WHERE v.field = ?2 AND v.text = ?3
"""

_HELD: Final = """
SELECT a.m, a.plane, a.vids FROM json_each(?) j CROSS JOIN article a ON a.m = j.value
"""
_CASTS: Final = """
SELECT p.cell / ?2, p.cell % ?2, p.vids FROM json_each(?1) j
CROSS JOIN people p ON p.cell >= j.value * ?2 AND p.cell < (j.value + 1) * ?2
"""
_FIRST_HELD: Final = """
SELECT a.vids FROM json_each(?) j CROSS JOIN article a ON a.m = j.value WHERE a.plane = 0
"""
_EVERYONE: Final = """
SELECT e.vids FROM json_each(?) j CROSS JOIN everyone e ON e.m = j.value
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

_COST_OF_MEETING: Final = 8
_COST_OF_CAST: Final = 4
_COST_OF_VALUE: Final = 90
"""Microseconds to count one meeting's values, its people, or one value's meetings, as measured."""

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
        """At least the first values of a field as they were parsed."""
        cost = _COST_OF_CAST if field == "person" else _COST_OF_MEETING
        if matches.count() * cost < self._looked_at(matches, field, limit) * _COST_OF_VALUE:
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
        return Counting(matches).count(piece_of(key, data) for _, key, data in pieces)

    def _by_article(self, matches: Matches, field: FacetField, limit: int) -> list[FacetCount]:
        """Counted from what is stored with each article: for few articles."""
        place = FIELDS.index(field)
        held = self._people(matches) if place == PEOPLE else self._held(matches, place)
        counted = Counter(array("I", held))
        if field != "month" and len(counted) > limit:
            # those of the least count that is among the first stay together: names order them
            least = nlargest(limit, counted.values())[-1]
            counted = Counter({vid: count for vid, count in counted.items() if count >= least})
        wanted = msgspec.json.encode(list(counted)).decode()
        found = self._sql.execute(_NAMES, (wanted,))
        return [FacetCount(text, counted[vid]) for vid, text in found.fetchall()]

    def _people(self, matches: Matches) -> bytes:
        """The people of each matching meeting, each once."""
        partly = 0
        for plane, there in enumerate(self._everything().planes):
            matching = matches.planes[plane] if plane < len(matches.planes) else 0
            partly |= there & ~matching
        together = matches.meetings()
        wanted = msgspec.json.encode(members_of(together & ~partly)).decode()
        held = [people for (people,) in self._sql.execute(_EVERYONE, (wanted,))]
        wanted = msgspec.json.encode(members_of(together & partly)).decode()
        held += _once(matches, self._sql.execute(_CASTS, (wanted, PLANES)), bytes)
        return b"".join(held)

    def _held(self, matches: Matches, place: int) -> bytes:
        """The values of each matching meeting, each once."""
        first, *others = matches.planes or (0,)
        more = 0
        for plane in others:
            more |= plane
        # of most meetings one report matches, the first: nothing to leave out
        part = partial(of_field, place=place)
        wanted = msgspec.json.encode(members_of(first & ~more)).decode()
        held = [part(data) for (data,) in self._sql.execute(_FIRST_HELD, (wanted,))]
        wanted = msgspec.json.encode(members_of(more)).decode()
        held += _once(matches, self._sql.execute(_HELD, (wanted,)), part)
        return b"".join(held)

    def _by_value(self, matches: Matches, field: FacetField, limit: int) -> list[FacetCount]:
        """The values of one field under a query with many matches.

        They are taken by their count in the whole library, until no further one can be among
        the first.
        """
        every = field == "month"
        against = Counting(matches)
        counts: list[FacetCount] = []
        best: list[int] = []
        pieces = self._sql.execute(_WITH_PIECES, (VALUE_CELLS, field))
        for (text, most), stored in groupby(pieces, itemgetter(0, 1)):
            if not every and len(best) >= limit and most < best[0]:
                break
            self._check()
            count = against.count(piece_of(key, data) for _, _, key, data in stored)
            if count:
                counts.append(FacetCount(text, count))
                (heappush if len(best) < limit else _push_out)(best, count)
        return counts


def _once(
    matches: Matches, reports: Iterable[tuple[int, int, bytes]], part: Callable[[bytes], bytes]
) -> Iterator[bytes]:
    """What the matching reports of each meeting hold, each value once; rows of a meeting in a row."""
    flags = [flags_of(plane) for plane in matches.planes]
    for _, ones in groupby(reports, itemgetter(0)):
        held = [
            part(data)
            for meeting, plane, data in ones
            if plane < len(flags) and meeting < len(flags[plane]) and flags[plane][meeting]
        ]
        yield array("I", set(array("I", b"".join(held)))).tobytes()


def _push_out(best: list[int], count: int) -> None:
    if count > best[0]:
        heapreplace(best, count)


def _rank(one: FacetCount) -> tuple[int, str]:
    return -one.count, one.value


def _month_rank(one: FacetCount) -> tuple[bool, tuple[int, ...]]:
    return one.value.startswith("--"), tuple(-ord(character) for character in one.value)
