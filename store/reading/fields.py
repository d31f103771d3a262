"""Reading named fields: the same names mean the same in front matter, JSON, SQL and HTML."""

import re
from collections.abc import Iterable, Mapping

from store.model import Dated
from store.reading.dates import dated

_BETWEEN = re.compile(r"[、,，;；\s]+")
_LONGEST = 500
_MOST_PEOPLE = 50


def text_field(fields: Mapping[str, object], names: Iterable[str]) -> str | None:
    """The first of the named fields that holds text, on one line."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())[:_LONGEST]
    return None


def people_field(fields: Mapping[str, object], names: Iterable[str]) -> tuple[str, ...]:
    """The names in the first of the named fields that holds a list or a text of names."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, str) and value.strip():
            return tuple(part for part in _BETWEEN.split(value[:_LONGEST]) if part)
        if isinstance(value, list):
            people = [part.strip() for part in value[:_MOST_PEOPLE] if isinstance(part, str)]
            return tuple(person for person in people if person)
    return ()


def day_field(fields: Mapping[str, object], names: Iterable[str], where: str) -> Dated | None:
    """The day in the first of the named fields that states one; the basis names the field."""
    for name in names:
        if name in fields and (day := dated(fields[name], f"{where} {name}")) is not None:
            return day
    return None
