"""What a reader corrected, as questions see it: his values, and where his dates put a meeting.

The index knows what was parsed and is everybody's. The few articles that one reader corrected
are taken out of each answer and put back where they match as corrected.
"""

import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

import msgspec

from store.folding import squeeze
from store.library import held, pinyin, tokens
from store.library.interface import FacetField
from store.library.matches import Matches, address_of
from store.library.meetings import sort_date, timeline_day
from store.library.rows import PART_SEPARATOR, Value, values_of
from store.library.schema import DAY_BITS
from store.model import Article
from store.query.expression import Has

_PLACED: Final = """
SELECT DISTINCT a.id, a.m, a.plane, a.pos FROM json_each(?) j
CROSS JOIN article a ON a.id = COALESCE((SELECT id FROM article WHERE id = j.value),
(SELECT new FROM alias WHERE old = j.value))
"""
_MEMBERS: Final = "SELECT plane, pos, vids FROM article WHERE m = ?"
_TEXTS: Final = """
SELECT v.text FROM json_each(?) j CROSS JOIN value v ON v.vid = j.value
"""
_SLOT: Final = (1 << DAY_BITS) - 1


class Amended(NamedTuple):
    """A corrected article: its address, its place in the timeline, its values, its day."""

    article: str
    meeting: int
    plane: int
    place: int
    values: frozenset[Value]
    date: str | None

    @property
    def address(self) -> int:
        """Its one number."""
        return address_of(self.meeting, self.plane)

    def fits(self, has: Has) -> bool:
        """Whether a field holds a text, as the query language means it."""
        if has.role is not None and has.field == "person":
            return any(
                value.field == "part"
                and value.text.endswith(PART_SEPARATOR + has.role)
                and _fits(value.text.removesuffix(PART_SEPARATOR + has.role), has)
                for value in self.values
            )
        return any(value.field == has.field and _fits(value.text, has) for value in self.values)

    def is_typed(self, key: str) -> bool:
        """Whether a person or place is typed so in pinyin."""
        return any(
            value.field in ("person", "place")
            and _reads(value.text, key, person=value.field == "person")
            for value in self.values
        )


class Amendments:
    """All articles that one reader corrected, on one state of the index."""

    def __init__(self, connection: sqlite3.Connection, articles: Iterable[Amended] = ()) -> None:
        self._sql = connection
        self._articles = tuple(articles)
        self._all = Matches.of([one.address for one in self._articles])

    @property
    def moved(self) -> dict[int, int]:
        """Meetings that stand elsewhere in the timeline for this reader, and where."""
        own: dict[int, dict[int, int]] = {}
        for one in self._articles:
            own.setdefault(one.meeting, {})[one.plane] = one.place
        moved: dict[int, int] = {}
        for meeting, places in own.items():
            stored = {plane: pos for plane, pos, _ in self._members(meeting)}
            place = min((stored | places).values())
            if place != min(stored.values()):
                moved[meeting] = place
        return moved

    def applied(self, found: Matches, holds: Callable[[Amended], bool]) -> Matches:
        """A set of articles with the corrected ones as they are now."""
        if not self._articles:
            return found
        those = [one.address for one in self._articles if holds(one)]
        return (found - self._all) | Matches.of(those)

    def changes(self, matches: Matches | None, field: FacetField) -> dict[str, int]:
        """How many meetings more or fewer have a value, among those that match."""
        changes: Counter[str] = Counter()
        meetings = {one.meeting for one in self._articles}
        for meeting in sorted(meetings):
            before, after = self._held(meeting, matches, field)
            changes.update(after - before)
            changes.subtract(before - after)
        return {value: change for value, change in changes.items() if change}

    def _held(
        self, meeting: int, matches: Matches | None, field: FacetField
    ) -> tuple[set[str], set[str]]:
        """The values of a meeting's matching articles as they were parsed and as corrected."""
        own = {one.plane: one for one in self._articles if one.meeting == meeting}
        before: set[str] = set()
        after: set[str] = set()
        for plane, _, vids in self._members(meeting):
            if matches is not None and address_of(meeting, plane) not in matches:
                continue
            parsed = self._texts(held.of_field(vids, held.FIELDS.index(field)))
            before |= parsed
            if plane in own:
                after |= {value.text for value in own[plane].values if value.field == field}
            else:
                after |= parsed
        return before, after

    def _members(self, meeting: int) -> list[tuple[int, int, bytes]]:
        return self._sql.execute(_MEMBERS, (meeting,)).fetchall()

    def _texts(self, packed: bytes) -> set[str]:
        wanted = msgspec.json.encode(array("I", packed).tolist()).decode()
        return {text for (text,) in self._sql.execute(_TEXTS, (wanted,))}


def amended(
    connection: sqlite3.Connection,
    ids: Iterable[str],
    article: Callable[[str], Article | None],
) -> Iterator[Amended]:
    """The articles with these ids, or that took the place of one; ``article`` gives each as corrected."""
    wanted = msgspec.json.encode(list(ids)).decode()
    for article_id, meeting, plane, pos in connection.execute(_PLACED, (wanted,)).fetchall():
        corrected = article(article_id)
        if corrected is not None:
            date = sort_date(corrected)
            place = (timeline_day(date) << DAY_BITS) | (pos & _SLOT)
            yield Amended(article_id, meeting, plane, place, values_of(corrected), date)


def _fits(text: str, has: Has) -> bool:
    if has.exact:
        return text == has.text
    if squeeze(has.text) in squeeze(text):
        return True
    key = tokens.readable(has.text)
    typed = key == squeeze(has.text) and has.field in ("person", "place")
    return bool(key) and typed and _reads(text, key, person=has.field == "person")


def _reads(text: str, key: str, *, person: bool) -> bool:
    return any(one.startswith(key) for one in pinyin.readings(text, person=person))
