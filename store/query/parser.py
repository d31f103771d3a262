"""The query language: typed text to an expression.

A query is words, phrases and fields, all of which are required; ``or`` stands between
alternatives, ``-`` before what is not wanted, and brackets hold together. docs/queries.md
is the description for readers.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final, TypeGuard, cast

from store.query.dates import read_date, read_span
from store.query.errors import QueryError
from store.query.expression import (
    And,
    Between,
    Everything,
    Expression,
    Feature,
    Has,
    HasAny,
    Is,
    Or,
    State,
    TextField,
    Word,
)
from store.query.lexer import Token, tokens
from store.query.names import VALUES, value_called

_SURROGATE: Final = re.compile("[\ud800-\udfff]")

MAX_DEPTH: Final = 50
"""Brackets inside brackets: more than a person writes, less than Python's stack holds."""


def parse(text: str, today: date) -> Expression:
    """The meaning of a query; an empty one matches everything.

    ``today`` is what ``last month`` counts from. Raises QueryError, which points at the
    character that cannot be read.
    """
    # bytes that are no text: no report holds them, and no database takes them
    return _Parser(tuple(tokens(_SURROGATE.sub("\ufffd", text))), today).query()


class _Parser:
    """Recursive descent over the tokens of one query."""

    def __init__(self, found: tuple[Token, ...], today: date) -> None:
        self._tokens = found
        self._next = 0
        self._depth = 0
        self._today = today

    def query(self) -> Expression:
        if self._here.kind == "end":
            return Everything()
        found = self._alternatives()
        if self._here.kind == "close":
            raise QueryError("this bracket was never opened", self._here.position)
        return found

    @property
    def _here(self) -> Token:
        return self._tokens[self._next]

    def _take(self) -> Token:
        token = self._here
        self._next += 1
        return token

    def _alternatives(self) -> Expression:
        found = [self._required()]
        while self._here.kind == "or":
            self._take()
            found.append(self._required())
        return found[0] if len(found) == 1 else Or(_flat(found, Or))

    def _required(self) -> Expression:
        """The terms that stand side by side; in a bracket a role goes with its person."""
        if self._here.kind == "or":
            raise QueryError("or stands between two things", self._here.position)
        if self._here.kind in ("end", "close"):
            raise QueryError("something is missing here", self._here.position)
        terms: list[tuple[Expression, bool]] = []
        while self._here.kind not in ("or", "close", "end"):
            is_field = self._here.kind == "field"
            terms.append((self._term(), is_field))
        if self._depth:
            terms = _roles_to_persons(terms)
        wanted = _flat((term for term, _ in terms if term != Everything()), And)
        if not wanted:
            return Everything()
        return wanted[0] if len(wanted) == 1 else And(wanted)

    def _term(self) -> Expression:
        minus: Token | None = None
        negative = False
        while self._here.kind == "minus":
            minus = self._take()
            negative = not negative
        if minus and self._here.position != minus.position + 1:
            raise QueryError("- wants what is not wanted right behind it", minus.position)
        found = self._single()
        return ~found if negative else found

    def _single(self) -> Expression:
        token = self._take()
        if token.kind == "open":
            return self._bracket(token)
        if token.kind == "field":
            return _field(token, self._today)
        if token.kind in ("word", "phrase"):
            return Word(token.text, quoted=token.kind == "phrase")
        raise QueryError("something is missing here", token.position)

    def _bracket(self, opening: Token) -> Expression:
        if self._depth == MAX_DEPTH:
            raise QueryError("too many brackets inside each other", opening.position)
        if self._here.kind == "close":
            self._take()
            return Everything()
        self._depth += 1
        found = self._alternatives()
        self._depth -= 1
        if self._take().kind != "close":
            raise QueryError("this bracket is not closed", opening.position, ")")
        return found


def _flat(terms: Iterable[Expression], kind: type[And] | type[Or]) -> tuple[Expression, ...]:
    """What ``&`` or ``|`` make of many terms, in one go: one by one would be quadratic."""
    return tuple(
        part for term in terms for part in (term.terms if isinstance(term, kind) else (term,))
    )


def _roles_to_persons(terms: list[tuple[Expression, bool]]) -> list[tuple[Expression, bool]]:
    """Bind the roles of one bracket to its persons: 甲 presided, not 甲 came and 乙 presided."""
    roles = [term for term, is_field in terms if is_field and _asks(term, "role")]
    if not roles or not any(is_field and _asks(term, "person") for term, is_field in terms):
        return terms
    bound: list[tuple[Expression, bool]] = []
    for term, is_field in terms:
        if is_field and _asks(term, "person"):
            bound += [(replace(term, role=role.text), True) for role in roles]
        elif not (is_field and _asks(term, "role")):
            bound.append((term, is_field))
    return bound


def _asks(term: Expression, field: TextField) -> TypeGuard[Has]:
    return isinstance(term, Has) and term.field == field


def _field(token: Token, today: date) -> Expression:
    if token.exact and token.field not in _TEXT_FIELDS:
        raise QueryError("{field}: takes no =", token.value_at - 1, field=token.field)
    if token.field in _READERS:
        return _READERS[token.field](token, today)
    text = token.text
    if token.field in VALUES:
        text = value_called(token.field, text, token.value_at)
    return Has(cast(TextField, token.field), text, token.exact)


def _is(token: Token, _today: date) -> Expression:
    return Is(cast(State, value_called("is", token.text, token.value_at)))


def _has(token: Token, _today: date) -> Expression:
    return HasAny(cast(Feature, value_called("has", token.text, token.value_at)))


def _after(token: Token, today: date) -> Expression:
    """From the first day of the date on, so that after:2022 holds all of 2022."""
    return Between(read_date(token.text, today, token.value_at)[0].isoformat(), None)


def _before(token: Token, today: date) -> Expression:
    """Up to the day before the date begins, so that before: and after: share no day."""
    first = read_date(token.text, today, token.value_at)[0]
    if first == date.min:
        raise QueryError("nothing lies before that", token.value_at)
    return Between(None, (first - timedelta(days=1)).isoformat())


def _on(token: Token, today: date) -> Expression:
    first, last = read_span(token.text, today, token.value_at)
    return Between(first.isoformat() if first else None, last.isoformat() if last else None)


_READERS: Final[MappingProxyType[str, Callable[[Token, date], Expression]]] = MappingProxyType(
    {"is": _is, "has": _has, "after": _after, "before": _before, "on": _on}
)
_TEXT_FIELDS: Final = frozenset(
    {"person", "title", "place", "org", "kind", "level", "source", "series", "term", "tag", "role"}
)
