"""The expression tree of the query language: what a query means, apart from how it is typed.

Expressions combine with ``& | ~``. Any engine may answer them: the library turns them into
SQL, a test may walk them in memory.
"""

from dataclasses import dataclass
from typing import Literal

TextField = Literal[
    "person", "title", "place", "org", "kind", "level", "source", "series", "term", "tag", "role"
]
State = Literal["unread", "marked", "corrected", "undated"]
Feature = Literal["requirements", "note"]


class Expression:
    """Any part of a query; combine with ``&``, ``|`` and ``~``."""

    __slots__ = ()

    def __and__(self, other: "Expression") -> "Expression":
        if isinstance(self, Everything):
            return other
        if isinstance(other, Everything):
            return self
        return And((*_parts(self, And), *_parts(other, And)))

    def __or__(self, other: "Expression") -> "Expression":
        return Or((*_parts(self, Or), *_parts(other, Or)))

    def __invert__(self) -> "Expression":
        return self.term if isinstance(self, Not) else Not(self)


@dataclass(frozen=True, slots=True)
class Everything(Expression):
    """The empty query: every article."""


@dataclass(frozen=True, slots=True)
class And(Expression):
    """All of the terms."""

    terms: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Or(Expression):
    """At least one of the terms."""

    terms: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Not(Expression):
    """None of the term."""

    term: Expression


@dataclass(frozen=True, slots=True)
class Word(Expression):
    """Text that stands in the article, as an exact phrase; ``quoted`` only records the typing.

    An unquoted word of ASCII letters also matches people and places by pinyin or initials.
    """

    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Has(Expression):
    """A field holds the text: a person's name, a place, a series; pinyin and initials match too.

    ``role`` narrows a person to those who had it: ``person:甲 role:presided`` in one
    bracket is ``Has("person", "甲", role="presided")``; a role alone is ``Has("role", "presided")``.
    ``exact`` asks for the whole value, as a facet does; otherwise a part is enough.
    """

    field: TextField
    text: str
    exact: bool = False
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Between(Expression):
    """The event's day (or, without one, the publication's) lies in [first, last], ISO days.

    None leaves that end open. An article whose year is unknown matches no span.
    """

    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Is(Expression):
    """The state of an article for this reader."""

    state: State


@dataclass(frozen=True, slots=True)
class HasAny(Expression):
    """The article has at least one of these."""

    feature: Feature


def _parts(expression: Expression, kind: type[And] | type[Or]) -> tuple[Expression, ...]:
    if isinstance(expression, kind):
        return expression.terms
    return (expression,)
