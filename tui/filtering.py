"""What the reader narrowed the library to: typed text and values chosen in the filter pane."""

import calendar
import re
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import and_, or_
from typing import Literal

from store.library.interface import FacetField
from store.query.expression import Between, Everything, Expression, Has, Is, TextField

UNDATED = "undated"
"""The month of meetings whose year nobody knows; it matches ``is:undated``."""

_MONTH = re.compile(r"\d{4}-\d{2}")
_TEXT_FIELDS: dict[FacetField, TextField] = {
    "person": "person",
    "role": "role",
    "place": "place",
    "kind": "kind",
    "level": "level",
    "source": "source",
    "series": "series",
    "term": "term",
}

State = Literal["chosen", "excluded"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet that the reader chose, or excluded."""

    field: FacetField
    value: str
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """Typed text with its meaning, and the chosen values. Values of one field are an *or*."""

    text: str = ""
    typed: Expression = field(default_factory=Everything)
    choices: tuple[Choice, ...] = ()

    def expression(self, without: FacetField | None = None) -> Expression:
        """The query of all parts, or of all but the chosen (not excluded) values of one field.

        The latter is what that field's own counts are taken under, so that a second value
        can be added to the first.
        """
        kept = [choice for choice in self.choices if choice.excluded or choice.field != without]
        people = [choice for choice in kept if choice.field == "person" and not choice.excluded]
        parts = [self.typed]
        for name in dict.fromkeys(choice.field for choice in kept):
            chosen = [choice for choice in kept if choice.field == name]
            owners = people if name == "role" else []
            parts += _of_field(chosen, owners)
        return reduce(and_, parts)

    def toggled(self, name: FacetField, value: str, *, excluded: bool = False) -> "Filter":
        """The filter with a value chosen or excluded, or let go of when it already was so."""
        choice = Choice(name, value, excluded)
        others = tuple(c for c in self.choices if (c.field, c.value) != (name, value))
        return replace(self, choices=others if choice in self.choices else (*others, choice))

    def state(self, name: FacetField, value: str) -> State | None:
        """Whether a value is chosen, excluded or neither."""
        for choice in self.choices:
            if (choice.field, choice.value) == (name, value):
                return "excluded" if choice.excluded else "chosen"
        return None

    def chosen(self, name: FacetField) -> tuple[str, ...]:
        """The values of a field that are chosen and not excluded."""
        return tuple(c.value for c in self.choices if c.field == name and not c.excluded)

    @property
    def empty(self) -> bool:
        """Whether everything is shown."""
        return isinstance(self.typed, Everything) and not self.choices


def facet_expression(name: FacetField, value: str, person: str | None = None) -> Expression:
    """What choosing one value asks for; a role may be asked of one person."""
    if name == "month":
        return _of_month(value)
    if name == "role" and person is not None:
        return Has("person", person, exact=True, role=value)
    return Has(_TEXT_FIELDS[name], value, exact=True)


def is_month(value: str) -> bool:
    """Whether a month facet names a month of a known year."""
    return _MONTH.fullmatch(value) is not None


def _of_field(choices: list[Choice], people: list[Choice]) -> list[Expression]:
    """The parts that the choices of one field ask for: any of the chosen, none of the others."""
    wanted: list[Expression] = []
    unwanted: list[Expression] = []
    for choice in choices:
        owners: list[str | None] = [person.value for person in people] or [None]
        meanings = [facet_expression(choice.field, choice.value, owner) for owner in owners]
        (unwanted if choice.excluded else wanted).extend(meanings)
    return [
        *([reduce(or_, wanted)] if wanted else []),
        *(~meaning for meaning in unwanted),
    ]


def _of_month(value: str) -> Expression:
    if not is_month(value):
        return Is("undated")
    year, month = (int(part) for part in value.split("-"))
    if not 1 <= month <= 12:
        return Between(value, value)
    return Between(f"{value}-01", f"{value}-{calendar.monthrange(year, month)[1]:02}")
