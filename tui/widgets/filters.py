"""The filter pane: the values of each field with their counts under what is chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from store.library.interface import FacetCount, FacetField
from tui.commands.table import bindings_of
from tui.filtering import Filter
from tui.language import Language
from tui.narrowing import FIELDS
from tui.safe import visible
from tui.widgets.line_list import Cell, LineList
from tui.widgets.timeline import cut, month_name

SHORT = 6
"""Values of a field that are shown before it is unfolded a second time."""

LONG = 200
"""Values of a field that are shown at most."""

_WORDED: frozenset[FacetField] = frozenset({"role", "kind", "level"})
_FOLDED: frozenset[FacetField] = frozenset({"kind", "level", "source", "term"})


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A field's own line."""

    field: FacetField


@dataclass(frozen=True, slots=True)
class ValueLine:
    """A value of a field; ``count`` is None when nothing that is shown has it."""

    field: FacetField
    value: str
    count: int | None


@dataclass(frozen=True, slots=True)
class MoreLine:
    """The line that stands for the values not shown."""

    field: FacetField


Line = FieldLine | ValueLine | MoreLine


class Filters(LineList):
    """Fields and values to choose from; what was chosen is the screen's to keep."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("filters")

    class Toggled(Message):
        """The reader chose or excluded a value, or let go of it."""

        def __init__(self, field: FacetField, value: str, *, excluded: bool) -> None:
            super().__init__()
            self.field = field
            self.value = value
            self.excluded = excluded

    class PersonAsked(Message):
        """The reader wants the page of a person."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    class Unfolded(Message):
        """A field was opened, so that its values are needed."""

    def __init__(self, language: Language) -> None:
        super().__init__(id="filters")
        self.language = language
        self._filter = Filter()
        self._counts: dict[FacetField, Sequence[FacetCount]] = {}
        self._limits: dict[FacetField, int] = {
            field: 0 if field in _FOLDED else SHORT for field in FIELDS
        }
        self._lines: Sequence[Line] = ()
        self._lay_out()

    @property
    def wanted(self) -> dict[FacetField, int]:
        """The open fields and how many of their values to count: one more than is shown."""
        return {field: limit + 1 for field, limit in self._limits.items() if limit}

    def show(self, chosen: Filter, counts: Mapping[FacetField, Sequence[FacetCount]]) -> None:
        """Show values with new counts, the cursor staying on the line's value."""
        self._filter = chosen
        self._counts.update(counts)
        self._lay_out()

    def cells(self, line: int, width: int) -> Sequence[Cell]:
        """A field, a value with its box and count, or the line for more."""
        match self._lines[line]:
            case FieldLine(field):
                return self._field_cells(field)
            case MoreLine():
                return [(f"     {self.language.say('more ...')}", "line--dim")]
            case ValueLine(field, value, count):
                box = {"chosen": "[x]", "excluded": "[-]", None: "[ ]"}
                state = self._filter.state(field, value)
                number = "" if count is None else str(count)
                room = max(width - 7 - max(len(number), 3), 4)
                text = cut(visible(value_name(field, value, self.language)), room)
                return [
                    (f" {box[state]} ", "line--mark" if state else "line--dim"),
                    (text, "line--mark" if state else ""),
                    (f" {number:>{max(len(number), 3)}}", "line--dim"),
                ]

    def _field_cells(self, field: FacetField) -> Sequence[Cell]:
        sign = "-" if self._limits[field] else "+"
        return [(f" {sign} {self.language.word('field', field)}", "line--heading")]

    def _lay_out(self) -> None:
        former = self._identity(self.cursor)
        lines: list[Line] = []
        for field in FIELDS:
            lines.append(FieldLine(field))
            lines.extend(self._values(field))
        self._lines = lines
        identities = [self._identity(at) for at in range(len(lines))]
        at = identities.index(former) if former in identities else self.cursor
        self.set_lines(len(lines), at)

    def _identity(self, line: int) -> tuple[type[Line], FacetField, str] | None:
        if line >= len(self._lines):
            return None
        found = self._lines[line]
        return type(found), found.field, found.value if isinstance(found, ValueLine) else ""

    def _values(self, field: FacetField) -> list[Line]:
        """Chosen values first, that a choice never goes out of sight; then the counted ones."""
        counts = {count.value: count.count for count in self._counts.get(field, ())}
        chosen = [choice.value for choice in self._filter.choices if choice.field == field]
        kept: list[Line] = [ValueLine(field, value, counts.get(value)) for value in chosen]
        limit = self._limits[field]
        others = [value for value in counts if value not in chosen]
        kept += [ValueLine(field, value, counts[value]) for value in others[:limit]]
        if limit and len(others) > limit and limit < LONG:
            kept.append(MoreLine(field))
        return kept

    def _current(self) -> Line:
        return self._lines[self.cursor]

    def action_choose(self) -> None:
        """Choose the value under the cursor, or fold and unfold the field."""
        line = self._current()
        if isinstance(line, ValueLine):
            self.post_message(self.Toggled(line.field, line.value, excluded=False))
        elif isinstance(line, FieldLine) and self._limits[line.field]:
            self.action_fold()
        else:
            self.action_unfold()

    def action_exclude(self) -> None:
        """Leave out the value under the cursor."""
        line = self._current()
        if isinstance(line, ValueLine):
            self.post_message(self.Toggled(line.field, line.value, excluded=True))

    def action_person(self) -> None:
        """The page of the person under the cursor."""
        line = self._current()
        if isinstance(line, ValueLine) and line.field == "person":
            self.post_message(self.PersonAsked(line.value))

    def action_fold(self) -> None:
        """Fold the field of the line under the cursor; the cursor goes to the field."""
        field = self._current().field
        self._limits[field] = 0
        self.move_to(self._lines.index(FieldLine(field)))
        self._lay_out()

    def action_unfold(self) -> None:
        """Show a folded field, and more values of an open one."""
        field = self._current().field
        self._limits[field] = LONG if self._limits[field] else SHORT
        self._lay_out()
        self.post_message(self.Unfolded())


def value_name(field: FacetField, value: str, language: Language) -> str:
    """A value as the reader's language writes it; names stay as printed."""
    if field in _WORDED:
        return language.word(field, value)
    return month_name(value, language) if field == "month" else value
