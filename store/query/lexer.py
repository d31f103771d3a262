"""A query's characters cut into brackets, minus signs, words, phrases and fields.

Full-width punctuation counts as ASCII, so that nobody has to leave the Chinese input method.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from store.query.dates import RELATIVE_STARTS
from store.query.errors import QueryError
from store.query.names import DATE_FIELDS, VALUES, field_called

TokenKind = Literal["open", "close", "minus", "or", "word", "phrase", "field", "end"]

_OPEN: Final = "(（"
_CLOSE: Final = ")）"
_MINUS: Final = "-－−"
_COLON: Final = ":："
_EQUALS: Final = "=＝"
STRAIGHT: Final = '"＂'
_CURLED: Final = "“”"
_QUOTES: Final = STRAIGHT + _CURLED
_ENDS_WORD: Final = _OPEN + _CLOSE + _QUOTES
_OR: Final = frozenset({"or", "或", "或者"})


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a query and where it begins.

    ``text`` is the word, the phrase without quotes, or a field's value; ``field`` is the
    English name of the field, ``exact`` whether its value was led by ``=``, and ``value_at``
    where the value begins.
    """

    kind: TokenKind
    position: int
    text: str = ""
    field: str = ""
    exact: bool = False
    value_at: int = 0


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a query, closed by one of kind ``end``; raises QueryError."""
    at = _skip_blanks(text, 0)
    while at < len(text):
        token, behind = _next(text, at)
        yield token
        at = _skip_blanks(text, behind)
    yield Token("end", len(text))


def is_plain(text: str) -> bool:
    """Whether a text typed without quotes is read back as that one word."""
    return (
        bool(text)
        and _stretch(text, 0) == len(text)
        and text[0] not in _MINUS
        and text.lower() not in _OR
        and _colon_of_field(text) is None
    )


def is_plain_value(text: str) -> bool:
    """Whether a text typed without quotes behind a field's colon is read back as its value."""
    return bool(text) and _stretch(text, 0) == len(text) and text[0] not in _EQUALS


def _next(text: str, at: int) -> tuple[Token, int]:
    character = text[at]
    if character in _OPEN:
        return Token("open", at), at + 1
    if character in _CLOSE:
        return Token("close", at), at + 1
    if character in _MINUS:
        return Token("minus", at), at + 1
    if character in _QUOTES:
        phrase, behind = _phrase(text, at)
        return Token("phrase", at, phrase), behind
    behind = _stretch(text, at)
    word = text[at:behind]
    if word.lower() in _OR:
        return Token("or", at), behind
    colon = _colon_of_field(word)
    if colon is None:
        return Token("word", at, word), behind
    return _field(text, at, at + colon)


def _field(text: str, at: int, colon: int) -> tuple[Token, int]:
    """A field and its value, which may stand behind blanks and may be a phrase."""
    field = field_called(text[at:colon], at)
    value_at = colon + 1
    exact = text[value_at : value_at + 1] in tuple(_EQUALS)
    value_at += exact
    touching = value_at
    value_at = _skip_blanks(text, value_at)
    if text[value_at : value_at + 1] in tuple(_QUOTES):
        value, behind = _phrase(text, value_at)
    else:
        behind = _stretch(text, value_at)
        value = text[value_at:behind]
        if value_at > touching and not is_plain(value):
            value = ""
    if not value:
        raise QueryError("{field}: wants a value behind it", touching, _example(field), field=field)
    if field in DATE_FIELDS and value.lower() in RELATIVE_STARTS:
        behind = _stretch(text, _skip_blanks(text, behind))
        value = text[value_at:behind]
    return Token("field", at, value, field, exact, value_at), behind


def _example(field: str) -> str | None:
    if field in VALUES:
        return next(iter(VALUES[field]))
    return "2022-01" if field in DATE_FIELDS else None


def _phrase(text: str, at: int) -> tuple[str, int]:
    """The text between quotes; a backslash keeps a quote or a backslash as it is."""
    closing = STRAIGHT if text[at] in STRAIGHT else _CURLED
    found: list[str] = []
    here = at + 1
    while here < len(text):
        character = text[here]
        if character == "\\" and text[here + 1 : here + 2] in ("\\", *_QUOTES):
            found.append(text[here + 1])
            here += 2
            continue
        if character in closing:
            if not found:
                raise QueryError("there is nothing between the quotes", at)
            return "".join(found), here + 1
        found.append(character)
        here += 1
    raise QueryError(
        "this quote is not closed",
        at,
        text[at:] + (closing[-1] if closing == _CURLED else closing[0]),
    )


def _colon_of_field(word: str) -> int | None:
    """Where the colon behind a field's name stands; a time such as 10:30 names no field."""
    for index, character in enumerate(word):
        if character in _COLON:
            return index if any(c.isalpha() for c in word[:index]) else None
    return None


def _stretch(text: str, at: int) -> int:
    """The end of the characters from ``at`` on that hold no blank, bracket or quote."""
    while at < len(text) and not text[at].isspace() and text[at] not in _ENDS_WORD:
        at += 1
    return at


def _skip_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
