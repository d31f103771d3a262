"""Which articles have which values: the stored sets and the counts of meetings."""

import sqlite3
from collections.abc import Iterable
from typing import Final

from store.library import bits, held
from store.library.rows import Value

MAX_PLANES: Final = held.PLANES
MAX_CHUNKS: Final = 1 << 10
VALUE_CELLS: Final = MAX_PLANES * MAX_CHUNKS
"""Keys of stored pieces that belong to one value."""

_KNOWN: Final = 200_000
"""Values whose numbers a batch remembers."""


def cell(vid: int, plane: int, chunk: int) -> int:
    """The key of one stored piece: value, plane, and which run of meetings."""
    return (vid * MAX_PLANES + plane) * MAX_CHUNKS + chunk


def piece_of(key: int, data: bytes) -> bits.Piece:
    """A stored piece from its key and its members."""
    plane, chunk = divmod(key % VALUE_CELLS, MAX_CHUNKS)
    return bits.Piece(plane, chunk * bits.CHUNK, data)


class Membership:
    """Collects what changes in the stored sets of values, and writes it at once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sql = connection
        self._changes: dict[int, dict[int, bool]] = {}
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
            found = self._sql.execute("SELECT data FROM bits WHERE cell = ?", (key,)).fetchone()
            changes = self._changes[key]
            put = [number for number, held in changes.items() if held]
            gone = [number for number, held in changes.items() if not held]
            self._store(key, bits.updated(bits.EMPTY if found is None else found[0], put, gone))
        self._sql.executemany(
            "UPDATE value SET meetings = meetings + ? WHERE vid = ?",
            [(change, vid) for vid, change in self._counts.items() if change],
        )
        emptied = [(vid,) for vid, change in self._counts.items() if change < 0]
        self._changes = {}
        self._counts = {}
        self._drop_unused(emptied)

    def _store(self, key: int, data: bytes) -> None:
        if data:
            self._sql.execute("INSERT OR REPLACE INTO bits VALUES (?, ?)", (key, data))
        else:
            self._sql.execute("DELETE FROM bits WHERE cell = ?", (key,))

    def _drop_unused(self, vids: list[tuple[int]]) -> None:
        """A value that no article has any more is no facet."""
        for (vid,) in vids:
            gone = self._sql.execute("DELETE FROM value WHERE vid = ? AND meetings = 0", (vid,))
            if gone.rowcount:
                self._sql.execute("DELETE FROM reading WHERE vid = ?", (vid,))
                self._vids = {value: one for value, one in self._vids.items() if one != vid}

    def _set(self, vid: int, meeting: int, plane: int, held: bool) -> None:
        chunk, number = divmod(meeting, bits.CHUNK)
        self._changes.setdefault(cell(vid, plane, chunk), {})[number] = held

    def _values_of_others(self, meeting: int) -> set[int]:
        found = self._sql.execute("SELECT vids FROM article WHERE m = ?", (meeting,))
        return {vid for (packed,) in found.fetchall() for vid in held.all_of(packed)}
