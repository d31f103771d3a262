"""Facets: the values of a field under a query and how many meetings have each."""

import sqlite3
from array import array
from collections import Counter
from heapq import heappush, heapreplace
from typing import Final

import msgspec

from store.library.bits import Matches, members_of
from store.library.counting import Counting
from store.library.evaluate import Evaluation
from store.library.interface import FacetCount, FacetField

_OF_ALL: Final = (
    "SELECT text, meetings FROM value WHERE field = ? ORDER BY meetings DESC, text LIMIT ?"
)
_OF_ALL_MONTHS: Final = (
    "SELECT text, meetings FROM value WHERE field = ? ORDER BY text LIKE '--%', text DESC LIMIT ?"
)
NARROW: Final = 1_000
"""Up to this many meetings are counted article by article, more by the sets of the values."""


class Facets:
    """Counts values on one state of the index."""

    def __init__(self, connection: sqlite3.Connection, evaluation: Evaluation) -> None:
        self._sql = connection
        self._evaluation = evaluation

    def of_all(self, field: FacetField, limit: int) -> list[FacetCount]:
        """The values of a field in the whole library."""
        question = _OF_ALL_MONTHS if field == "month" else _OF_ALL
        found = self._sql.execute(question, (field, limit))
        return [FacetCount(text, count) for text, count in found.fetchall()]

    def named(self, counted: Counter[int], field: FacetField, limit: int) -> list[FacetCount]:
        """The values of one field among what counted() gave."""
        wanted = msgspec.json.encode(list(counted)).decode()
        found = self._sql.execute(
            "SELECT v.vid, v.text FROM json_each(?) j CROSS JOIN value v ON v.vid = j.value"
            " WHERE v.field = ?",
            (wanted, field),
        )
        counts = [FacetCount(text, counted[vid]) for vid, text in found.fetchall()]
        return sorted(counts, key=_month_rank if field == "month" else _rank)[:limit]

    def counted(self, matches: Matches) -> Counter[int]:
        """For each value the number of meetings, from what is stored with each article."""
        wanted = msgspec.json.encode(list(members_of(matches.meetings()))).decode()
        found = self._sql.execute(
            "SELECT a.m, a.plane, a.vids FROM json_each(?) j CROSS JOIN article a ON a.m = j.value",
            (wanted,),
        )
        held: dict[int, set[int]] = {}
        for meeting, plane, packed in found:
            if matches.holds(meeting, plane):
                held.setdefault(meeting, set()).update(array("I", packed))
        counted: Counter[int] = Counter()
        for vids in held.values():
            counted.update(vids)
        return counted

    def by_value(self, matches: Matches, field: FacetField, limit: int) -> list[FacetCount]:
        """The values of one field under a query with many matches.

        They are taken by their count in the whole library, until no further one can be among
        the first.
        """
        every = field == "month"
        values = self._sql.execute(
            "SELECT vid, text, meetings FROM value WHERE field = ? ORDER BY meetings DESC", (field,)
        )
        against = Counting(matches)
        counts: list[FacetCount] = []
        best: list[int] = []
        for vid, text, most in values.fetchall():
            if not every and len(best) >= limit and most < best[0]:
                break
            count = against.count(self._evaluation.pieces(vid))
            if count:
                counts.append(FacetCount(text, count))
                (heappush if len(best) < limit else _push_out)(best, count)
        return sorted(counts, key=_month_rank if every else _rank)[:limit]


def _push_out(best: list[int], count: int) -> None:
    if count > best[0]:
        heapreplace(best, count)


def _rank(one: FacetCount) -> tuple[int, str]:
    return -one.count, one.value


def _month_rank(one: FacetCount) -> tuple[bool, tuple[int, ...]]:
    return one.value.startswith("--"), tuple(-ord(character) for character in one.value)
