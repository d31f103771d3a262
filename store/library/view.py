"""Questions about rows, counts and facets on one state of a library; the last are remembered."""

import sqlite3
import threading
from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, NamedTuple

from store.library.amended import Amended, Amendments
from store.library.evaluate import Evaluation, Marks
from store.library.facets import Facets
from store.library.interface import FacetCount, FacetField, MeetingRow
from store.library.matches import Matches
from store.library.timeline import Timeline, filter_of, page, text_first
from store.query.expression import Everything, Expression

_REMEMBERED: Final = 16
"""Questions whose answers are kept: at 100,000 articles at most 400 KB each, with their order."""


_EARLY: Final = 500
"""Rows that are taken from the full text as it finds them; further pages want the whole set."""


class Stamp(NamedTuple):
    """What an answer depends on besides the question: the states of index and marks."""

    state: int
    marks: int
    corrections: int


@dataclass(slots=True)
class Answer:
    """What was found out about one question so far; None is not found out yet."""

    matches: Matches | None = None
    order: "array[int] | None" = None


class Memory:
    """The answers to the last questions, shared by threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._answers: OrderedDict[tuple[Stamp, Expression], Answer] = OrderedDict()

    def answer(self, stamp: Stamp, query: Expression) -> Answer:
        """What is known of a question; the one that was asked longest ago is forgotten."""
        with self._lock:
            answer = self._answers.setdefault((stamp, query), Answer())
            self._answers.move_to_end((stamp, query))
            if len(self._answers) > _REMEMBERED:
                self._answers.popitem(last=False)
            return answer


class View:
    """One state of the index and of the marks, and the questions asked of it."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        marks: Marks,
        memory: Memory,
        stamp: Stamp,
        amended: Sequence[Amended],
        check: Callable[[], None],
    ) -> None:
        self._memory = memory
        self._stamp = stamp
        self.amended = amended
        amendments = Amendments(connection, amended)
        self._moved = amendments.moved
        self.evaluation = Evaluation(connection, marks, amendments, check)
        self._timeline = Timeline(connection, self._moved)
        self._facets = Facets(connection, self.evaluation.everything, amendments, check)

    def count(self, query: Expression) -> int:
        """The number of meetings."""
        if isinstance(query, Everything):
            return self._timeline.size()
        return self.matches(query).count()

    def meetings(self, query: Expression, offset: int, limit: int | None) -> list[MeetingRow]:
        """A page of the timeline; the first pages of a text do not wait for the whole."""
        if isinstance(query, Everything):
            return self._timeline.all(offset, limit)
        end = None if limit is None else offset + limit
        known = self._memory.answer(self._stamp, query).matches
        # a row that the reader's date moves is not where the full text finds it
        early = known is None and end is not None and end <= _EARLY and not self._moved
        first = text_first(query) if early else None
        if first is not None:
            accepts = filter_of(self.evaluation, first.rest)
            return list(islice(self._timeline.stream(first, accepts), offset, end))
        matches = self.matches(query)
        if offset:
            order = self._order(query)
            return self._timeline.rows(list(order[offset:end]), matches)
        return self._timeline.rows(page(self._timeline.in_order(matches), 0, limit), matches)

    def position(self, query: Expression, key: str) -> int | None:
        """Where a meeting stands."""
        number = self._timeline.number(key)
        if number is None:
            return None
        if isinstance(query, Everything):
            return self._timeline.place_of(number)
        matches = self.matches(query)
        if number not in matches.meetings():
            return None
        return self._timeline.place_among(number, matches)

    def facets(self, query: Expression, field: FacetField, limit: int) -> Sequence[FacetCount]:
        """The values of a field and their counts."""
        if isinstance(query, Everything):
            return self._facets.of_all(field, limit)
        return self._facets.under(self.matches(query), field, limit)

    def matches(self, query: Expression) -> Matches:
        """The articles that match, remembered for the next question."""
        answer = self._memory.answer(self._stamp, query)
        if answer.matches is None:
            answer.matches = self.evaluation.matches(query)
        return answer.matches

    def _order(self, query: Expression) -> "array[int]":
        answer = self._memory.answer(self._stamp, query)
        if answer.order is None:
            answer.order = array("I", self._timeline.whole_order(self.matches(query)))
        return answer.order
