"""A person's page above its meetings, line by line: titles, months, roles, company."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size

from store.across import Career, TitleUse
from store.library.interface import FacetCount, MeetingRow
from store.model import Role
from tui.filtering import is_month
from tui.language import Language
from tui.safe import visible
from tui.typography import break_lines, drawn
from tui.widgets.line_list import Cell

OTHERS = 8
"""Other people shown before the list is unfolded."""
_WIDE = 60
_DAYS = 24
_NAME = 16
_BAR = 24


@dataclass(frozen=True, slots=True)
class PersonTarget:
    """Another person, whose page opens."""

    name: str


@dataclass(frozen=True, slots=True)
class RoleTarget:
    """A role, whose meetings alone are listed."""

    role: Role


@dataclass(frozen=True, slots=True)
class MoreTarget:
    """The people who are not shown yet."""


Target = MeetingRow | PersonTarget | RoleTarget | MoreTarget


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of the page; the cursor stands on those with a target. ``heads`` begins a section."""

    cells: Sequence[Cell] = ()
    target: Target | None = None
    heads: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfolded:
    """What of a page the reader chose to see: one role's meetings, all other people."""

    role: Role | None = None
    others: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a page is set on: its cells, the language, the cells of ambiguous characters.

    ``opens`` is the key that opens what the cursor stands on.
    """

    width: int
    language: Language
    ambiguous: int = 1
    opens: str = "enter"

    @property
    def wide(self) -> bool:
        """Whether days and titles stand side by side and sections are set apart."""
        return self.width >= _WIDE

    def wrapped(
        self, text: str, width: int, *, first_indent: int = 0, indent: int = 0
    ) -> Iterator[str]:
        """A neutralised text in lines of at most ``width`` cells, their indents included."""
        for line in break_lines(
            text, width, first_indent=first_indent, indent=indent, ambiguous=self.ambiguous
        ):
            yield " " * line.indent + drawn(text, line.start, line.end)


def page_lines(career: Career, shown: Unfolded, sheet: Sheet) -> Sequence[PageLine]:
    """All lines above the meetings, the heading of these the last."""
    sections = [
        [*_summary(career, sheet)],
        [*_titles(career, sheet)],
        [*_months(career, sheet)],
        [*_roles(career, shown, sheet)],
        [*_others(career.others or (), shown, sheet)],
        [_meetings_heading(shown, sheet)] if career.meetings else [],
    ]
    lines: list[PageLine] = []
    for section in filter(None, sections):
        if lines and sheet.wide:
            lines.append(PageLine())
        lines += section
    return lines


def _summary(career: Career, sheet: Sheet) -> Iterator[PageLine]:
    """How many meetings, from when to when, and how many of no known year."""
    language, width = sheet.language, sheet.width
    parts = [language.count("{n} meeting", "{n} meetings", career.meetings)]
    if career.first:
        days = language.say("{first} to {last}", first=career.first, last=career.last)
        parts.append(days if career.first != career.last else career.first)
    if career.undated:
        parts.append(language.say("{n} of unknown year", n=career.undated))
    for line in sheet.wrapped(" | ".join(map(visible, parts)), width, first_indent=1, indent=1):
        yield PageLine([(line, "")])
    for clash in career.clashes:
        text = language.say(
            "Perhaps two people: {title} and {other} at one time ({day})",
            title=clash.titles[0],
            other=clash.titles[1],
            day=clash.day,
        )
        for line in sheet.wrapped(visible(text), width, first_indent=1, indent=3):
            yield PageLine([(line, "line--mark")])


def _heading(text: str, sheet: Sheet, note: str = "") -> PageLine:
    """A section's heading; what explains it is left out where it would be cut."""
    fits = cell_len(text) + cell_len(note) + 3 <= sheet.width
    return PageLine(
        [(f" {text}", "line--heading"), (f"  {note}" if fits else "", "line--dim")], heads=True
    )


def _titles(career: Career, sheet: Sheet) -> Iterator[PageLine]:
    language = sheet.language
    if career.titles is None:
        yield _heading(language.say("Titles"), sheet, language.say("reading the reports"))
        return
    if not career.titles:
        yield _heading(language.say("Titles"), sheet, language.say("none printed"))
        return
    yield _heading(
        language.say("Titles"),
        sheet,
        language.say("as printed: first and last day, number of reports"),
    )
    for use in career.titles:
        yield from _title(use, sheet)


def _title(use: TitleUse, sheet: Sheet) -> Iterator[PageLine]:
    days = " - ".join(dict.fromkeys(day for day in (use.first, use.last) if day))
    days = set_cell_size(visible(days) or sheet.language.say("Year unknown"), _DAYS)
    head: list[Cell] = [(f"   {days}", "line--dim"), (f"{use.reports:>4}  ", "line--dim")]
    title = visible(use.title)
    if not sheet.wide:
        yield PageLine(head, use.latest)
        for line in sheet.wrapped(title, sheet.width, first_indent=5, indent=5):
            yield PageLine([(line, "")])
        return
    taken = sum(cell_len(text) for text, _ in head)
    first, *rest = sheet.wrapped(title, sheet.width - taken)
    yield PageLine([*head, (first, "")], use.latest)
    for line in rest:
        yield PageLine([(" " * taken + line, "")])


def _months(career: Career, sheet: Sheet) -> Iterator[PageLine]:
    """A row a year with the number of meetings in each month."""
    counts = {month.value: month.count for month in career.months if is_month(month.value)}
    if not counts:
        return
    wide = sheet.wide
    size, label = (4, 7) if wide else (3, 3)
    yield _heading(sheet.language.say("By month"), sheet)
    numbers = "".join(f"{month:>{size}}" for month in range(1, 13))
    yield PageLine([(" " * label + numbers, "line--dim")])
    for year in sorted({month[:4] for month in counts}, reverse=True):
        of_year = [counts.get(f"{year}-{month:02}", 0) for month in range(1, 13)]
        cells: list[Cell] = [(f"{year if wide else year[2:]:>{label}}", "line--dim")]
        for count in of_year:
            style = "line--strong" if count else "line--dim"
            cells.append((f"{_fitting(count, size - 1):>{size}}", style))
        if wide:
            cells.append((f"{sum(of_year):>7}", "line--dim"))
        yield PageLine(cells)


def _fitting(count: int, digits: int) -> str:
    """A count in so many digits; a dot for none, a plus where there is no room for the rest."""
    if not count:
        return "."
    text = str(count)
    return text if len(text) <= digits else f"{'9' * (digits - 1)}+"


def _roles(career: Career, shown: Unfolded, sheet: Sheet) -> Iterator[PageLine]:
    if not career.roles:
        return
    language = sheet.language
    note = language.say("{key} lists the meetings of one", key=sheet.opens)
    yield _heading(language.say("Roles"), sheet, note)
    most = career.roles[0].count
    room = min(max(sheet.width - 26, 1), _BAR)
    for one in career.roles:
        chosen = one.role == shown.role
        name = set_cell_size(language.word("role", one.role), 12)
        bar = "#" * max(one.count * room // most, 1)
        style = "line--mark" if chosen else ""
        yield PageLine(
            [
                (f" {'[x]' if chosen else '[ ]'} ", "line--mark" if chosen else "line--dim"),
                (name, style),
                (f"{one.count:>5}  ", style),
                (bar, "line--dim"),
            ],
            RoleTarget(one.role),
        )


def _others(others: Sequence[FacetCount], shown: Unfolded, sheet: Sheet) -> Iterator[PageLine]:
    if not others:
        return
    language = sheet.language
    note = language.say(
        "with a role in the same meetings; {key} goes to the person", key=sheet.opens
    )
    yield _heading(language.say("Who else is there"), sheet, note)
    listed = others if shown.others else others[:OTHERS]
    for other in listed:
        name = set_cell_size(visible(other.value), max(cell_len(visible(other.value)), _NAME))
        yield PageLine(
            [(f"   {name}", ""), (f"{other.count:>5}", "line--dim")], PersonTarget(other.value)
        )
    if len(listed) < len(others):
        more = language.say("{n} more ...", n=len(others) - len(listed))
        yield PageLine([(f"   {more}", "line--dim")], MoreTarget())


def _meetings_heading(shown: Unfolded, sheet: Sheet) -> PageLine:
    language = sheet.language
    note = language.word("role", shown.role) if shown.role else language.say("newest first")
    return _heading(language.say("Meetings"), sheet, note)
