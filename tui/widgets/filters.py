"""The filter pane: saved and recent queries, and the values of each field with their counts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual.binding import BindingType
from textual.message import Message

from store.library.interface import FacetCount, FacetField
from tui.commands.table import bindings_of
from tui.filtering import Filter
from tui.language import Language, mark
from tui.narrowing import FIELDS
from tui.queries import Query
from tui.safe import visible
from tui.widgets.line_list import Cell, LineList
from tui.widgets.timeline import cut, month_name

SHORT = 6
"""Values of a field that are shown before it is unfolded a second time."""

LONG = 200
"""Values of a field that are shown at most."""

_WORDED: frozenset[FacetField] = frozenset({"role", "kind", "level"})
_FOLDED: frozenset[FacetField] = frozenset({"kind", "level", "source", "term"})

Kept = Literal["saved", "recent"]
Section = Kept | FacetField
"""What can be folded: the queries that were kept, and the fields."""

_TITLES: dict[Kept, str] = {"saved": mark("Saved queries"), "recent": mark("Recent queries")}
_FIRST: dict[Section, int] = {"saved": SHORT, "recent": 3}
"""Queries of a section that are shown before it is unfolded a second time."""


@dataclass(frozen=True, slots=True)
class HeadLine:
    """The line of a section, which folds it."""

    section: Section


@dataclass(frozen=True, slots=True)
class QueryLine:
    """A query that was saved or used."""

    section: Kept
    query: Query


@dataclass(frozen=True, slots=True)
class ValueLine:
    """A value of a field; ``count`` is None when nothing that is shown has it."""

    section: FacetField
    value: str
    count: int | None


@dataclass(frozen=True, slots=True)
class MoreLine:
    """The line that stands for what of a section is not shown."""

    section: Section


Line = HeadLine | QueryLine | ValueLine | MoreLine


class Filters(LineList):
    """Queries, fields and values to choose from; what was chosen is the screen's to keep.

    ``said`` puts a query without a name into words.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("filters")

    class Toggled(Message):
        """The reader chose or excluded a value, or let go of it."""

        def __init__(self, field: FacetField, value: str, *, excluded: bool) -> None:
            super().__init__()
            self.field = field
            self.value = value
            self.excluded = excluded

    class QueryAsked(Message):
        """The reader wants a query again that was saved or used."""

        def __init__(self, query: Query) -> None:
            super().__init__()
            self.query = query

    class PersonAsked(Message):
        """The reader wants the page of a person."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    class Unfolded(Message):
        """A field was opened, so that its values are needed."""

    def __init__(self, language: Language, said: Callable[[Query], str]) -> None:
        super().__init__(id="filters")
        self.language = language
        self._said = said
        self._kept: dict[Kept, Sequence[Query]] = {"saved": (), "recent": ()}
        self._filter = Filter()
        self._counts: dict[FacetField, Sequence[FacetCount]] = {}
        self._limits: dict[Section, int] = {
            **_FIRST,
            **{field: 0 if field in _FOLDED else SHORT for field in FIELDS},
        }
        self._lines: Sequence[Line] = ()
        self._untouched = True
        self._lay_out()

    @property
    def wanted(self) -> dict[FacetField, int]:
        """The open fields and how many of their values to count: one more than is shown."""
        return {
            # a chosen value is shown besides, and may be among the first
            field: limit + 1 + sum(choice.field == field for choice in self._filter.choices)
            for field in FIELDS
            if (limit := self._limits[field])
        }

    def show(self, chosen: Filter, counts: Mapping[FacetField, Sequence[FacetCount]]) -> None:
        """Show values with new counts, the cursor staying on the line's value."""
        self._filter = chosen
        self._counts.update(counts)
        self._lay_out()

    def remember(self, saved: Sequence[Query], recent: Sequence[Query]) -> None:
        """Show other queries that were kept, each once; a section without any is not drawn."""
        named = {(query.text, query.choices) for query in saved}
        others = [query for query in recent if (query.text, query.choices) not in named]
        kept: dict[Kept, Sequence[Query]] = {"saved": saved, "recent": others}
        if kept != self._kept:
            self._kept = kept
            self._lay_out()

    def cells(self, line: int, width: int) -> Sequence[Cell]:
        """A section, a query, a value with its box and count, or the line for more."""
        match self._lines[line]:
            case HeadLine(section):
                return self._head_cells(section)
            case MoreLine():
                return [(f"     {self.language.say('more ...')}", "line--dim")]
            case QueryLine(_, query):
                used = (query.text, query.chosen) == (self._filter.text, self._filter.choices)
                text = cut(visible(query.name or self._said(query)), max(width - 4, 4))
                return [(f" {'>' if used else ' '} {text}", "line--mark" if used else "")]
            case ValueLine(field, value, count):
                box = {"chosen": "[x]", "excluded": "[-]", None: "[ ]"}
                state = self._filter.state(field, value)
                number = "" if count is None else str(count)
                room = max(width - 7 - max(len(number), 3), 4)
                text = cut(visible(value_name(field, value, self.language)), room)
                return [
                    (f" {box[state]} {text}", "line--mark" if state else ""),
                    (f" {number:>{max(len(number), 3)}}", "line--dim"),
                ]

    def _head_cells(self, section: Section) -> Sequence[Cell]:
        sign = "-" if self._limits[section] else "+"
        if section == "saved" or section == "recent":
            name = self.language.say(_TITLES[section])
        else:
            name = self.language.word("field", section)
        return [(f" {sign} {name}", "line--heading")]

    def _lay_out(self) -> None:
        former = self._identity(self.cursor)
        lines: list[Line] = []
        for section, queries in self._kept.items():
            if queries:
                lines.append(HeadLine(section))
                lines.extend(self._queries(section, queries))
        for field in FIELDS:
            lines.append(HeadLine(field))
            lines.extend(self._values(field))
        self._lines = lines
        identities = [self._identity(at) for at in range(len(lines))]
        at = identities.index(former) if former in identities else self.cursor
        if self._untouched:
            # enter then chooses something, where on a head it would fold it away
            values = (at for at, line in enumerate(lines) if isinstance(line, ValueLine))
            at = next(values, at)
        self.set_lines(len(lines), at)

    def move_to(self, line: int, step: int = 1) -> None:
        """As every list; from now on the cursor stays where the reader put it."""
        self._untouched = False
        super().move_to(line, step)

    def _identity(self, line: int) -> tuple[type[Line], Section, str | Query] | None:
        """What a line is about, whatever its count is by now."""
        if line >= len(self._lines):
            return None
        found = self._lines[line]
        match found:
            case ValueLine(_, value):
                return ValueLine, found.section, value
            case QueryLine(_, query):
                return QueryLine, found.section, query
        return type(found), found.section, ""

    def _queries(self, section: Kept, queries: Sequence[Query]) -> list[Line]:
        limit = self._limits[section]
        lines: list[Line] = [QueryLine(section, query) for query in queries[:limit]]
        if limit and len(queries) > limit:
            lines.append(MoreLine(section))
        return lines

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
        """Choose the value or ask the query under the cursor, or fold and unfold the section."""
        line = self._current()
        match line:
            case ValueLine(field, value):
                self.post_message(self.Toggled(field, value, excluded=False))
            case QueryLine(_, query):
                self.post_message(self.QueryAsked(query))
            case HeadLine(section) if self._limits[section]:
                self.action_fold()
            case _:
                self.action_unfold()

    def action_exclude(self) -> None:
        """Leave out the value under the cursor."""
        line = self._current()
        if isinstance(line, ValueLine):
            self.post_message(self.Toggled(line.section, line.value, excluded=True))

    def action_person(self) -> None:
        """The page of the person under the cursor."""
        line = self._current()
        if isinstance(line, ValueLine) and line.section == "person":
            self.post_message(self.PersonAsked(line.value))

    def action_fold(self) -> None:
        """Fold the section of the line under the cursor; the cursor goes to its head."""
        section = self._current().section
        self._limits[section] = 0
        self.move_to(self._lines.index(HeadLine(section)))
        self._lay_out()

    def action_unfold(self) -> None:
        """Show a folded section, and more of an open one."""
        section = self._current().section
        first = _FIRST.get(section, SHORT)
        self._limits[section] = LONG if self._limits[section] else first
        self._lay_out()
        self.post_message(self.Unfolded())


def value_name(field: FacetField, value: str, language: Language) -> str:
    """A value as the reader's language writes it; names stay as printed."""
    if field in _WORDED:
        return language.word(field, value)
    return month_name(value, language) if field == "month" else value
