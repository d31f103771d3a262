"""A query in the reader's own words, for the status line: 人物 王某 | 不含 地点 云汀."""

from store.query import QueryError
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
from store.query.names import FIELDS, VALUES
from tui.language import Language

_WORDED_FIELDS = {"role", "kind", "level"}


def describe(expression: Expression, language: Language) -> str:
    """The expression in words; the empty string for everything. Values are not neutralised."""
    if isinstance(expression, Everything):
        return ""
    if isinstance(expression, And):
        return " | ".join(_bracketed(term, language) for term in expression.terms)
    if isinstance(expression, Or):
        return language.say(" or ").join(_bracketed(term, language) for term in expression.terms)
    if isinstance(expression, Not):
        return language.say("not {what}", what=_bracketed(expression.term, language))
    return _leaf(expression, language)


def say_wrong(error: QueryError, language: Language) -> str:
    """What cannot be read in a query and what might be meant, in the reader's language."""
    values = dict(error.values)
    if language.code == "zh" and (field := values.get("field")):
        values["field"] = FIELDS[field][0]
        if "known" in values:
            values["known"] = "、".join(names[0] for names in VALUES[field].values())
    problem = language.say(error.template, **values)
    if error.suggestion:
        problem += language.say("; try {this}", this=error.suggestion)
    return problem


def _bracketed(expression: Expression, language: Language) -> str:
    words = describe(expression, language)
    return f"({words})" if isinstance(expression, And | Or) else words


def _leaf(expression: Expression, language: Language) -> str:
    match expression:
        case Word(text):
            return f'"{text}"'
        case Has(field, text, _, role):
            value = language.word(field, text) if field in _WORDED_FIELDS else text
            name = language.word("field", field)
            tail = f" {language.word('role', role)}" if role else ""
            return f"{name} {value}{tail}"
        case Between(first, last):
            return _span(first, last, language)
        case Is(state):
            return language.word("state", state)
        case HasAny(feature):
            return language.say("with {what}", what=language.word("feature", feature))
    raise TypeError(f"no words for {type(expression).__name__}")


def _span(first: str | None, last: str | None, language: Language) -> str:
    if first and last:
        if first == last:
            return first
        if first[:8] == last[:8] and first[8:] == "01" and last[8:] >= "28":
            return first[:7]
        return language.say("{first} to {last}", first=first, last=last)
    if first:
        return language.say("from {first}", first=first)
    return language.say("until {last}", last=last or "")
