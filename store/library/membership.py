"""Which articles have which values: the stored sets and the counts of meetings."""

import sqlite3
from collections.abc import Iterable
from typing import Final

from pyroaring import BitMap

from store.library import held
from store.library.matches import PLANE, address_of, piece_of
from store.library.rows import Value

CHUNK: Final = 1 << 17
"""Meetings of one stored piece of a set: so much at most is written again for one more report,
and a set of 100,000 meetings is one row."""

VALUE_CELLS: Final = PLANE // CHUNK
"""Keys of stored pieces that belong to one value."""

_KNOWN: Final = 200_000
"""Values whose numbers a batch remembers."""


class Membership:
    """Collects what changes in the stored sets of values, and writes it at once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sql = connection
        self._changes: dict[int, dict[int, bool]] = {}
        """Whether an address is held, by the key of its piece."""
        self._counts: dict[int, int] = {}
        self._vids: dict[Value, int] = {}

    def known(self, value: Value) -> int | None:
        """The number of a value that is there already."""
        vid = self._vids.get(value)
        if vid is None:
            found = self._sql.execute(
                "SELECT vid FROM value WHERE field = ? AND text = ?", value
            ).fetchone()
            vid = None if found is None else self.learn(value, found[0])
        return vid

    def learn(self, value: Value, vid: int) -> int:
        """Remember the number of a value."""
        if len(self._vids) > _KNOWN:
            self._vids.clear()
        self._vids[value] = vid
        return vid

    def add(self, vids: Iterable[int], meeting: int, plane: int) -> None:
        """A new article has these values; call before its row is written."""
        others = self._values_of_others(meeting)
        for vid in vids:
            self._set(vid, meeting, plane, True)
            if vid not in others:
                self._counts[vid] = self._counts.get(vid, 0) + 1

    def remove(self, vids: Iterable[int], meeting: int, plane: int) -> None:
        """An article had these values; call after its row is gone."""
        others = self._values_of_others(meeting)
        for vid in vids:
            self._set(vid, meeting, plane, False)
            if vid not in others:
                self._counts[vid] = self._counts.get(vid, 0) - 1

    def flush(self) -> None:
        """Write what was collected."""
        for key in sorted(self._changes):
            found = self._sql.execute("SELECT data FROM members WHERE cell = ?", (key,)).fetchone()
            piece = BitMap() if found is None else piece_of(found[0])
            for address, held_here in self._changes[key].items():
                (piece.add if held_here else piece.discard)(address)
            self._store(key, piece)
        self._sql.executemany(
            "UPDATE value SET meetings = meetings + ? WHERE vid = ?",
            [(change, vid) for vid, change in self._counts.items() if change],
        )
        emptied = [(vid,) for vid, change in self._counts.items() if change < 0]
        self._changes = {}
        self._counts = {}
        self._drop_unused(emptied)

    def _store(self, key: int, piece: BitMap) -> None:
        if piece:
            row = (key, piece.serialize())
            self._sql.execute("INSERT OR REPLACE INTO members VALUES (?, ?)", row)
        else:
            self._sql.execute("DELETE FROM members WHERE cell = ?", (key,))

    def _drop_unused(self, vids: list[tuple[int]]) -> None:
        """A value that no article has any more is no facet."""
        for (vid,) in vids:
            gone = self._sql.execute("DELETE FROM value WHERE vid = ? AND meetings = 0", (vid,))
            if gone.rowcount:
                self._sql.execute("DELETE FROM reading WHERE vid = ?", (vid,))
                self._vids = {value: one for value, one in self._vids.items() if one != vid}

    def _set(self, vid: int, meeting: int, plane: int, held: bool) -> None:
        cell = vid * VALUE_CELLS + meeting // CHUNK
        self._changes.setdefault(cell, {})[address_of(meeting, plane)] = held

    def _values_of_others(self, meeting: int) -> set[int]:
        found = self._sql.execute("SELECT vids FROM article WHERE m = ?", (meeting,))
        return {vid for (packed,) in found.fetchall() for vid in held.all_of(packed)}


def fits_articles(connection: sqlite3.Connection) -> bool:
    """Whether the stored sets hold what the rows of the articles say.

    Raises LibraryDamagedError for a set that cannot be read.
    """
    expected: dict[int, BitMap] = {}
    for meeting, plane, packed in connection.execute("SELECT m, plane, vids FROM article"):
        for vid in held.all_of(packed):
            expected.setdefault(vid, BitMap()).add(address_of(meeting, plane))
    stored: dict[int, BitMap] = {}
    for cell, data in connection.execute("SELECT cell, data FROM members"):
        stored[cell // VALUE_CELLS] = stored.get(cell // VALUE_CELLS, BitMap()) | piece_of(data)
    return stored == expected
