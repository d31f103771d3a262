"""An expression printed as the text that parses back to it, for saved queries and titles."""

from datetime import date, timedelta
from typing import Final

from store.query.dates import print_span, print_start
from store.query.expression import (
    And,
    Between,
    Everything,
    Expression,
    Has,
    HasAny,
    Is,
    Not,
    Or,
    Word,
)
from store.query.lexer import STRAIGHT, is_plain, is_plain_value

_NEEDS_BACKSLASH: Final = "\\" + STRAIGHT


def to_text(expression: Expression) -> str:
    """The query text of an expression made with ``& | ~``; that of Everything is empty.

    Parsing the text gives the expression back, save that an unquoted word which cannot be
    typed without quotes comes back as a quoted one.
    """
    return "" if isinstance(expression, Everything) else _print(expression, inside=False)


def _print(expression: Expression, *, inside: bool) -> str:
    """``inside`` says that a bracket is open, where a role would bind to a person."""
    match expression:
        case Or(terms):
            return " or ".join(_print(term, inside=inside) for term in terms)
        case And(terms):
            return _and(terms, inside=inside)
        case Not(term):
            return "-" + _bracketed(term)
        case _:
            return _leaf(expression)


def _and(terms: tuple[Expression, ...], *, inside: bool) -> str:
    apart = inside and any(_is_role(term) for term in terms)
    return " ".join(
        f"({_leaf(term)})"
        if apart and _is_bare_person(term)
        else _bracketed(term)
        if isinstance(term, Or)
        else _print(term, inside=inside)
        for term in terms
    )


def _bracketed(expression: Expression) -> str:
    if isinstance(expression, Or | And):
        return f"({_print(expression, inside=True)})"
    return _print(expression, inside=False)


def _is_role(expression: Expression) -> bool:
    return isinstance(expression, Has) and expression.field == "role"


def _is_bare_person(expression: Expression) -> bool:
    return isinstance(expression, Has) and expression.field == "person" and not expression.role


def _leaf(expression: Expression) -> str:
    match expression:
        case Everything():
            return "()"
        case Word(text, quoted):
            return text if not quoted and is_plain(text) else _quote(text)
        case Has():
            return _has(expression)
        case Between(first, last):
            return _between(first, last)
        case Is(state):
            return f"is:{state}"
        case HasAny(feature):
            return f"has:{feature}"
        case _:
            raise TypeError(f"not a part of a query: {expression!r}")


def _has(has: Has) -> str:
    value = has.text if is_plain_value(has.text) else _quote(has.text)
    printed = f"{has.field}:{'=' if has.exact else ''}{value}"
    return f"({printed} role:{has.role})" if has.role else printed


def _quote(text: str) -> str:
    escaped = "".join("\\" + each if each in _NEEDS_BACKSLASH else each for each in text)
    return f'"{escaped}"'


def _between(first: str | None, last: str | None) -> str:
    start = date.fromisoformat(first) if first else None
    end = date.fromisoformat(last) if last else None
    if start and not end:
        return f"after:{print_start(start)}"
    if end and not start and end < date.max:
        return f"before:{print_start(end + timedelta(days=1))}"
    return f"on:{print_span(start, end)}"
