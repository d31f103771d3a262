"""The timeline: one line a meeting, newest first, under headings of months."""

from collections import OrderedDict
from collections.abc import Sequence
from functools import lru_cache
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from textual.binding import BindingType
from textual.message import Message

from store.library.interface import FacetCount, Library, MeetingRow
from store.library.marks import Mark
from tui.commands.table import bindings_of, key_of, keymap_of
from tui.filtering import is_month
from tui.language import Language
from tui.marking import Marking
from tui.narrowing import WINDOW, Shown
from tui.safe import visible
from tui.typography import break_lines, drawn
from tui.widgets.line_list import Cell, LineList

_WINDOWS_KEPT = 16
_ROOMY = 46
"""Cells from which a row has room for daypart and level as well."""


class Timeline(LineList):
    """The meetings of a library under a filter; windows of rows are asked for as they show."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("timeline")

    class Opened(Message):
        """The reader wants to read a meeting."""

        def __init__(self, meeting: MeetingRow) -> None:
            super().__init__()
            self.meeting = meeting

    def __init__(
        self, library: Library, marking: Marking, shown: Shown, language: Language
    ) -> None:
        super().__init__(id="timeline")
        self.language = language
        self._library = library
        self._marking = marking
        self._marks: dict[str, Mark] = {}
        self._windows: OrderedDict[int, Sequence[MeetingRow]] = OrderedDict()
        self.show(shown)

    def show(self, shown: Shown, key: str | None = None) -> None:
        """Show what a filter found, with the cursor on the meeting of a key where it is there."""
        self.shown = shown
        self._windows.clear()
        self._marks.clear()
        self._windows[0] = shown.first
        row = self._library.position(shown.query, key) if key else None
        self.set_lines(shown.lines.line_count, shown.lines.line(row or 0))

    @property
    def current(self) -> MeetingRow | None:
        """The meeting under the cursor."""
        if not self.shown.total:
            return None
        return self.meeting(self.shown.lines.row(self.cursor))

    def meeting(self, row: int) -> MeetingRow | None:
        """The meeting of a row, or None past the end or when the library shrank meanwhile."""
        start = row - row % WINDOW
        if start not in self._windows:
            self._windows[start] = self._library.meetings(self.shown.query, start, WINDOW)
            if len(self._windows) > _WINDOWS_KEPT:
                self._windows.popitem(last=False)
        window = self._windows[start]
        return window[row - start] if 0 <= row - start < len(window) else None

    def read_again(self) -> None:
        """Draw the same meetings as they are now."""
        self._windows.clear()
        self.refresh()

    def go_to(self, key: str) -> None:
        """Put the cursor on the meeting of a key, where the filter shows it."""
        row = self._library.position(self.shown.query, key)
        if row is not None:
            self.move_to(self.shown.lines.line(row))

    def repaint_meeting(self, key: str) -> None:
        """Draw the row of a meeting again, wherever it stands."""
        self._marks.pop(key, None)
        row = self._library.position(self.shown.query, key)
        if row is not None:
            self._repaint(self.shown.lines.line(row))

    def step(self, step: int) -> MeetingRow | None:
        """Move to the next or previous meeting and return it, or None at the end."""
        row = self.shown.lines.row(self.cursor) + step
        if not 0 <= row < self.shown.total:
            return None
        self.move_to(self.shown.lines.line(row), step)
        return self.current

    def selectable(self, line: int) -> bool:
        """Headings are no place for the cursor."""
        return self.shown.lines.heading(line) is None

    def instead(self, width: int) -> Sequence[str]:
        """That nothing matches, what was looked at, and the way back; or that nothing is there."""
        say = self.language.say
        if self.shown.filter.empty:
            nothing = say("Nothing to show yet; policyreader add PATH reads files and folders")
            return _lines((nothing,), width)
        where = say(
            "Words are looked for in the whole text, letters also as pinyin or initials of"
            " people and places."
        )
        show_all = key_of("any.all", keymap_of(self))
        back = say("While typing, esc goes back; after that, {key} shows all again.", key=show_all)
        return _lines((say("No meeting fits all of this."), where, back), width)

    def cells(self, line: int, width: int) -> Sequence[Cell]:
        """A heading or a row."""
        if heading := self.shown.lines.heading(line):
            return heading_cells(heading, self.language)
        meeting = self.meeting(self.shown.lines.row(line))
        if meeting is None:
            return ()
        mark = self._marks.get(meeting.key)
        if mark is None:
            mark = self._marks[meeting.key] = self._marking.of(meeting)
        full_day = not self.shown.lines.months
        return row_cells(meeting, mark, width, self.language, full_day=full_day)

    def action_open(self) -> None:
        """Read the meeting under the cursor."""
        if meeting := self.current:
            self.post_message(self.Opened(meeting))


@lru_cache(maxsize=8)
def _lines(sentences: tuple[str, ...], width: int) -> tuple[str, ...]:
    """Sentences as lines with a margin; asked for with every row that is drawn."""
    return tuple(
        f" {drawn(sentence, line.start, line.end)}"
        for sentence in sentences
        for line in break_lines(sentence, max(width - 2, 1))
    )


def heading_cells(month: FacetCount, language: Language) -> Sequence[Cell]:
    """A month's heading with the number of its meetings."""
    name = month_name(month.value, language)
    return [(f" {name}  {month.count}", "line--heading")]


def month_name(value: str, language: Language) -> str:
    """A month as the reader's language writes it."""
    if not is_month(value):
        return language.say("Year unknown")
    year, month = value.split("-")
    return language.say("{year}-{month:02}", year=year, month=int(month))


def row_cells(
    meeting: MeetingRow, mark: Mark, width: int, language: Language, *, full_day: bool = False
) -> Sequence[Cell]:
    """A meeting in one line: day, daypart, level, kind and name, requirements, reports."""
    report = meeting.reports[0]
    day = meeting.date or ""
    if day.startswith("--"):
        day = day[2:]
    elif not full_day:
        day = day[8:] or day[5:]
    wide = 10 if full_day else 5 if (meeting.date or "-").startswith("-") else 2
    corrected = any(report.corrected for report in meeting.reports)
    sign = "*" if mark.marked else "+" if mark.note or mark.tags else "~" if corrected else " "
    left = f"{sign}{set_cell_size(visible(day) if day else '--', wide)} "
    if width >= _ROOMY:
        level = language.word("level mark", report.level) if report.level else ""
        daypart = visible(report.daypart or "")
        left += f"{set_cell_size(daypart, 4)} {set_cell_size(level, 2)} "
    right = _counts(meeting, language)
    if report.kind not in ("meeting", "other"):
        left += f"[{language.word('kind', report.kind)}] "
    room = max(width - cell_len(left) - cell_len(right), 0)
    # the day in the ink of the name: one ink less to change in a row that another takes the place of
    name = left + cut(_name(meeting), room)
    return [(name, "line--dim" if mark.read else ""), (right, "line--dim")]


def _name(meeting: MeetingRow) -> str:
    report = meeting.reports[0]
    return visible(report.event or report.title)


def _counts(meeting: MeetingRow, language: Language) -> str:
    reports = f" x{len(meeting.reports)}" if len(meeting.reports) > 1 else ""
    most = max(report.requirements for report in meeting.reports)
    asked = language.say("{n:2} req", n=most) if most else ""
    return f" {asked}{reports} " if asked or reports else " "


def cut(text: str, width: int) -> str:
    """The text in exactly ``width`` cells: filled with blanks, or ended with two dots."""
    if cell_len(text) <= width or width < 4:
        return set_cell_size(text, width)
    return set_cell_size(set_cell_size(text, width - 2).rstrip() + "..", width)
