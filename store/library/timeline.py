"""Rows of the timeline: pages of meetings under a query, newest first."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import merge
from itertools import groupby, islice
from typing import Final, NamedTuple

import msgspec
from pyroaring import BitMap

from store.folding import squeeze
from store.library import tokens
from store.library.evaluate import Evaluation
from store.library.fulltext import Asked, asked, asked_letters
from store.library.interface import MeetingRow, ReportRow
from store.library.matches import Matches, address_of
from store.library.rows import decode_row
from store.library.schema import DAY_BITS
from store.query.expression import And, Everything, Expression, Word

_STREAM: Final = """
SELECT a.pos, a.m, a.plane, a.light FROM {table} t CROSS JOIN article a ON a.pos = t.rowid
WHERE {table} MATCH ? ORDER BY t.rowid
"""
_NARROW: Final = 3_000
"""Up to this many meetings are looked up one by one; more are met on a walk along the timeline."""


class Found(NamedTuple):
    """One article on its way into a row: its place, its address, its light row."""

    pos: int
    meeting: int
    plane: int
    light: bytes


class Timeline:
    """Pages of meetings on one state of the index; ``moved`` stand where a reader's dates put them."""

    def __init__(self, connection: sqlite3.Connection, moved: Mapping[int, int]) -> None:
        self._sql = connection
        self._moved = moved

    def size(self) -> int:
        """The number of all meetings."""
        (size,) = self._sql.execute("SELECT COUNT(*) FROM meeting").fetchone()
        return int(size)

    def all(self, offset: int, limit: int | None) -> list[MeetingRow]:
        """A page of all meetings."""
        if self._moved:
            return self.rows(page(self._walk(lambda number: True), offset, limit), None)
        numbers = self._sql.execute(
            "SELECT m FROM meeting ORDER BY pos LIMIT ? OFFSET ?",
            (-1 if limit is None else limit, offset),
        )
        return self.rows([number for (number,) in numbers.fetchall()], None)

    def place_of(self, meeting: int) -> int:
        """How many meetings stand before one."""
        if self._moved:
            return next(n for n, one in enumerate(self._walk(lambda _: True)) if one == meeting)
        (before,) = self._sql.execute(
            "SELECT COUNT(*) FROM meeting WHERE pos < (SELECT pos FROM meeting WHERE m = ?)",
            (meeting,),
        ).fetchone()
        return int(before)

    def number(self, key: str) -> int | None:
        """The number of the meeting with a key."""
        found = self._sql.execute("SELECT m FROM meeting WHERE key = ?", (key,)).fetchone()
        return None if found is None else int(found[0])

    def in_order(self, matches: Matches) -> Iterator[int]:
        """The numbers of the meetings that have an article here, newest first."""
        together = matches.meetings()
        few = len(together) <= _NARROW
        yield from self._few(together) if few else self._walk(together.__contains__)

    def whole_order(self, matches: Matches) -> Iterable[int]:
        """All that in_order gives, at once: where the end is wanted too that is quicker."""
        together = matches.meetings()
        if self._moved or len(together) <= _NARROW:
            return self.in_order(matches)
        found = self._sql.execute("SELECT m FROM meeting ORDER BY pos").fetchall()
        return filter(together.__contains__, [number for (number,) in found])

    def place_among(self, meeting: int, matches: Matches) -> int:
        """How many matching meetings stand before one of them; looks at those before it only."""
        if self._moved:
            return next(n for n, one in enumerate(self.in_order(matches)) if one == meeting)
        holds = matches.meetings().__contains__
        before = self._sql.execute(
            "SELECT m FROM meeting WHERE pos < (SELECT pos FROM meeting WHERE m = ?)", (meeting,)
        )
        return sum(holds(one) for (one,) in before)

    def _few(self, together: BitMap) -> list[int]:
        """Meetings that are looked up one by one, in order."""
        wanted = msgspec.json.encode(list(together)).decode()
        found = self._sql.execute(
            "SELECT pos, m FROM meeting WHERE m IN (SELECT value FROM json_each(?))", (wanted,)
        )
        return [m for _, m in sorted((self._moved.get(m, pos), m) for pos, m in found)]

    def _walk(self, holds: Callable[[int], bool]) -> Iterator[int]:
        """The meetings along the timeline for which something holds."""
        stored = self._sql.execute("SELECT pos, m FROM meeting ORDER BY pos")
        if not self._moved:
            return (m for _, m in stored if holds(m))
        moved = sorted((place, m) for m, place in self._moved.items())
        rest = (one for one in stored if one[1] not in self._moved)
        return (m for _, m in merge(rest, moved) if holds(m))

    def rows(self, meetings: list[int], matches: Matches | None) -> list[MeetingRow]:
        """The rows of some meetings in this order, with the articles that match."""
        wanted = msgspec.json.encode(meetings).decode()
        found = self._sql.execute(
            "SELECT a.pos, a.m, a.plane, a.light, g.key FROM json_each(?) j"
            " CROSS JOIN article a ON a.m = j.value CROSS JOIN meeting g ON g.m = a.m",
            (wanted,),
        )
        reports: dict[int, list[Found]] = {number: [] for number in meetings}
        keys: dict[int, str] = {}
        for pos, meeting, plane, light, key in found:
            keys[meeting] = key
            if matches is None or address_of(meeting, plane) in matches:
                reports[meeting].append(Found(pos, meeting, plane, light))
        return [meeting_row(keys[number], reports[number]) for number in meetings]

    def stream(self, first: "TextFirst", accepts: Callable[[int], bool]) -> Iterator[MeetingRow]:
        """Rows from the full text as it finds them, day by day; the rest is not looked at."""
        table, match = self._asked(first)
        found = self._sql.execute(_STREAM.format(table=table), (match,))
        for _, day in groupby((Found(*row) for row in found), lambda one: one.pos >> DAY_BITS):
            kept = [one for one in day if accepts(address_of(one.meeting, one.plane))]
            yield from self._by_meeting(kept)

    def _asked(self, first: "TextFirst") -> Asked:
        return asked(self._sql, first.texts) if first.texts else asked_letters(first.letters)

    def _by_meeting(self, articles: list[Found]) -> list[MeetingRow]:
        wanted = msgspec.json.encode([one.meeting for one in articles]).decode()
        order = self._sql.execute(
            "SELECT m, key FROM meeting WHERE m IN (SELECT value FROM json_each(?)) ORDER BY pos",
            (wanted,),
        )
        return [
            meeting_row(key, [one for one in articles if one.meeting == number])
            for number, key in order.fetchall()
        ]


def meeting_row(key: str, articles: Iterable[Found]) -> MeetingRow:
    """One row of the timeline from its articles."""
    reports = [(decode_row(one.light), one.pos) for one in articles]
    reports.sort(key=lambda one: (one[0].published or "", one[1]))
    rows = tuple(row for row, _ in reports)
    return MeetingRow(key=key, date=date_of(rows), reports=rows)


def date_of(rows: tuple[ReportRow, ...]) -> str | None:
    """The day of a meeting: the event's in its first report, or without one the publication's."""
    return next((row.date or row.published for row in rows), None)


class TextFirst(NamedTuple):
    """A query that the full text can stream: all of some texts, or of some characters, and the rest."""

    texts: tuple[str, ...]
    letters: tuple[str, ...]
    rest: tuple[Expression, ...]


def text_first(query: Expression) -> TextFirst | None:
    """How to stream a query from the full text, or None when it must be evaluated as a whole."""
    terms = query.terms if isinstance(query, And) else (query,)
    texts: list[str] = []
    letters: list[Word] = []
    rest: list[Expression] = []
    for term in terms:
        text = squeeze(term.text) if isinstance(term, Word) else ""
        if isinstance(term, Word) and text and (term.quoted or not tokens.is_name_like(text)):
            texts.append(text) if len(text) > 1 else letters.append(term)
        elif text or not isinstance(term, Word | Everything):
            rest.append(term)
    if texts:
        return TextFirst(tuple(texts), (), (*rest, *letters))
    single = tuple(squeeze(letter.text) for letter in letters)
    return TextFirst((), single, tuple(rest)) if single else None


def page(numbers: Iterator[int], offset: int, limit: int | None) -> list[int]:
    """Some numbers of a walk."""
    return list(islice(numbers, offset, None if limit is None else offset + limit))


def filter_of(evaluation: Evaluation, rest: tuple[Expression, ...]) -> Callable[[int], bool]:
    """Whether an article, by its address, matches what the full text was not asked."""
    return evaluation.matches(And(rest)).__contains__ if rest else lambda address: True
