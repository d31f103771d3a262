"""Which articles sit in which meeting: those that share a key, directly or through others.

Meetings come together when a report shares keys with two of them and fall apart when it goes,
so that the order in which reports are added makes no difference.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from store.library import held
from store.library.interface import LibraryDamagedError
from store.library.matches import PLANE, PLANES, address_of
from store.library.meetings import meeting_name
from store.library.membership import Membership


class Seat(NamedTuple):
    """What decides about an article's meeting: its place, its id, its keys."""

    pos: int
    article: str
    keys: tuple[str, ...]


class _Seated(NamedTuple):
    """An article that has its meeting already."""

    pos: int
    article: str
    plane: int
    vids: bytes
    keys: str

    @property
    def seat(self) -> Seat:
        return Seat(self.pos, self.article, tuple(self.keys.split("\n")) if self.keys else ())


class Seating:
    """Gives articles their meetings and planes; the stored sets of values follow."""

    def __init__(self, connection: sqlite3.Connection, members: Membership) -> None:
        self._sql = connection
        self._members = members

    def seat(self, newcomer: Seat) -> tuple[int, int]:
        """A meeting and a plane for a new article, before its row is written."""
        meetings = sorted({m for key in newcomer.keys for m in self._sharing(key)})
        if not meetings:
            return self._new([newcomer]), 0
        first, *others = meetings
        for other in others:
            for one in self._seated(other):
                self._move(one, other, first)
            self._sql.execute("DELETE FROM meeting WHERE m = ?", (other,))
            self._sql.execute("UPDATE shared SET m = ? WHERE m = ?", (first, other))
        plane = self._free_plane(first)
        if plane >= PLANES:
            # more reports than a meeting can hold: this one stands alone
            return self._new([newcomer._replace(keys=())]), 0
        self._describe(first, [newcomer, *(one.seat for one in self._seated(first))])
        return first, plane

    def unseat(self, meeting: int) -> None:
        """An article has left, its row is gone: what it alone held together falls apart."""
        self._sql.execute("DELETE FROM shared WHERE m = ?", (meeting,))
        seated = {one.pos: one for one in self._seated(meeting)}
        if not seated:
            self._sql.execute("DELETE FROM meeting WHERE m = ?", (meeting,))
            return
        first, *others = together([one.seat for one in seated.values()])
        for group in others:
            other = self._new(group)
            for seat in group:
                self._move(seated[seat.pos], meeting, other)
        self._describe(meeting, first)

    def _new(self, seats: Sequence[Seat]) -> int:
        (meeting,) = self._sql.execute("SELECT value FROM meta WHERE key = 'next_m'").fetchone()
        if meeting >= PLANE:
            # those of meetings that are gone can be given again when the index is made anew
            raise LibraryDamagedError("index.sqlite: all numbers of meetings are used up")
        self._sql.execute("UPDATE meta SET value = value + 1 WHERE key = 'next_m'")
        self._sql.execute("INSERT INTO meeting VALUES (?, 0, '')", (meeting,))
        self._describe(meeting, seats)
        return int(meeting)

    def _describe(self, meeting: int, seats: Sequence[Seat]) -> None:
        """Write what follows from who sits in a meeting: its place, its name, its keys."""
        keys = {key for seat in seats for key in seat.keys}
        name = meeting_name(keys, seats[0].article)
        self._sql.execute(
            "UPDATE meeting SET pos = ?, key = ? WHERE m = ?",
            (min(seat.pos for seat in seats), name, meeting),
        )
        self._sql.executemany(
            "INSERT OR REPLACE INTO shared VALUES (?, ?)", [(key, meeting) for key in keys]
        )

    def _move(self, one: _Seated, old: int, new: int) -> None:
        """Seat an article in another meeting."""
        vids = held.all_of(one.vids)
        self._sql.execute("UPDATE article SET m = NULL WHERE pos = ?", (one.pos,))
        self._members.remove(vids, old, one.plane)
        plane = self._free_plane(new)
        self._members.add(vids, new, plane)
        row = (new, plane, one.pos)
        self._sql.execute("UPDATE article SET m = ?, plane = ? WHERE pos = ?", row)
        spot = (address_of(new, plane), one.pos)
        self._sql.execute("UPDATE spot SET address = ? WHERE pos = ?", spot)

    def _sharing(self, key: str) -> Iterable[int]:
        return [m for (m,) in self._sql.execute("SELECT m FROM shared WHERE key = ?", (key,))]

    def _seated(self, meeting: int) -> list[_Seated]:
        found = self._sql.execute(
            "SELECT pos, id, plane, vids, keys FROM article WHERE m = ? ORDER BY pos", (meeting,)
        )
        return [_Seated(*row) for row in found.fetchall()]

    def _free_plane(self, meeting: int) -> int:
        taken = {one.plane for one in self._seated(meeting)}
        return next(free for free in range(len(taken) + 1) if free not in taken)


def together(seats: Iterable[Seat]) -> list[list[Seat]]:
    """Groups of those that share a key, directly or through others, in order of place."""
    groups: list[list[Seat]] = []
    for seat in sorted(seats):
        mine = [group for group in groups if any(set(one.keys) & set(seat.keys) for one in group)]
        merged = sorted([seat, *(one for group in mine for one in group)])
        groups = sorted([merged, *(group for group in groups if group not in mine)])
    return groups
