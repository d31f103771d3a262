"""A person's page: what is known of the name, and below it the meetings, as they are needed."""

from collections import OrderedDict
from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from textual.message import Message

from store.across import Career, roles_in
from store.library.interface import Library, MeetingRow
from store.model import Role
from store.query.expression import Expression
from tui.commands.table import key_of, keymap_of
from tui.language import Language
from tui.narrowing import WINDOW
from tui.safe import visible
from tui.widgets.line_list import Cell, LineList
from tui.widgets.person_lines import (
    MoreTarget,
    PageLine,
    PersonTarget,
    RoleTarget,
    Sheet,
    Target,
    Unfolded,
    page_lines,
)
from tui.widgets.timeline import cut

_WINDOWS_KEPT = 8
_ROLES_FROM = 60
"""Cells from which a meeting's line has room for the roles."""
_ROLES = 16


class PersonPage(LineList):
    """The lines of one career. Meetings, people and roles can be opened; headings cannot."""

    class Opened(Message):
        """The reader chose a meeting or another person."""

        def __init__(self, target: MeetingRow | PersonTarget) -> None:
            super().__init__()
            self.target = target

    def __init__(self, library: Library, language: Language, ambiguous: int = 1) -> None:
        super().__init__(id="person")
        self.language = language
        self.shown = Unfolded()
        self._library = library
        self._ambiguous = ambiguous
        self._career: Career | None = None
        self._head: Sequence[PageLine] = ()
        self._width = 0
        self._windows: OrderedDict[int, Sequence[MeetingRow]] = OrderedDict()
        self._roles: dict[str, tuple[Role, ...]] = {}

    def show(
        self, career: Career, shown: Unfolded | None = None, cursor: int | None = None
    ) -> None:
        """Show a career; ``cursor`` is a line to go to, without one the place is kept."""
        if self._career is None or career.name != self._career.name:
            self._roles.clear()
        self._career = career
        self.shown = shown or self.shown
        self._windows.clear()
        self._lay_out(cursor)

    def relabel(self, ambiguous: int) -> None:
        """Set the page again in the language in use, for another width of some characters."""
        self._ambiguous = ambiguous
        self._lay_out(None)

    def on_resize(self) -> None:
        """Set the lines anew when the width changed."""
        if self.size.width != self._width:
            self._lay_out(None)

    def selectable(self, line: int) -> bool:
        """Only what can be opened, and the first line, so that the top can be reached."""
        return self._target(line) is not None

    def cells(self, line: int, width: int) -> Sequence[Cell]:
        """A line of the head, or a meeting."""
        if line < len(self._head):
            return self._head[line].cells
        meeting = self._meeting(line - len(self._head))
        return self._meeting_cells(meeting, width) if meeting else ()

    def action_open(self) -> None:
        """Open the meeting or the person, list the meetings of the role, show more people."""
        target = self._target(self.cursor)
        match target:
            case RoleTarget(role):
                self._unfold(Unfolded(role=None if role == self.shown.role else role,
                                      others=self.shown.others))  # fmt: skip
            case MoreTarget():
                self._unfold(Unfolded(role=self.shown.role, others=True))
            case MeetingRow() | PersonTarget():
                self.post_message(self.Opened(target))

    def action_section(self, step: int) -> None:
        """To the first line of the next or the previous section that can be opened."""
        starts = [
            first
            for at, line in enumerate(self._head)
            if line.heads and (first := self._nearest(at, 1)) >= at
        ]
        places = sorted(set(starts))
        ahead = [at for at in places if (at > self.cursor if step > 0 else at < self.cursor)]
        if ahead:
            self.move_to(ahead[0] if step > 0 else ahead[-1], step)

    def action_move(self, step: int) -> None:
        """One line on or back; above the first line that can be opened the page goes on."""
        before = self.cursor
        super().action_move(step)
        if step < 0 and self.cursor == before:
            self.scroll_to(y=0, animate=False, force=True)

    def action_first(self) -> None:
        """To the top of the page, above the first line that can be opened."""
        super().action_first()
        self.scroll_to(y=0, animate=False, force=True)

    def _unfold(self, shown: Unfolded) -> None:
        if self._career is not None:
            self.show(self._career, shown)

    def _lay_out(self, cursor: int | None) -> None:
        """Set all lines for the width, the cursor on the same thing as before."""
        career = self._career
        self._width = self.size.width
        if career is None or not self._width:
            return
        former = self._target(self.cursor) if self.line_count else None
        below = self.cursor - len(self._head)
        sheet = Sheet(
            width=self._width,
            language=self.language,
            ambiguous=self._ambiguous,
            opens=key_of("person.open", keymap_of(self)),
        )
        self._head = page_lines(career, self.shown, sheet)
        at = cursor
        if at is None and former is not None:
            places = [line.target for line in self._head]
            at = places.index(former) if former in places else len(self._head) + max(below, 0)
        self.set_lines(len(self._head) + self._total(career), at or 0)

    def _total(self, career: Career) -> int:
        """How many meetings are listed."""
        if self.shown.role is None:
            return career.meetings
        return sum(one.count for one in career.roles if one.role == self.shown.role)

    def _query(self, career: Career) -> Expression:
        chosen = [one.query for one in career.roles if one.role == self.shown.role]
        return chosen[0] if chosen else career.query

    def _target(self, line: int) -> Target | None:
        if line < len(self._head):
            return self._head[line].target
        return self._meeting(line - len(self._head))

    def _meeting(self, row: int) -> MeetingRow | None:
        """The meeting of a row; windows of them are asked for as they show."""
        start = row - row % WINDOW
        if self._career is None or row < 0:
            return None
        if start not in self._windows:
            query = self._query(self._career)
            self._windows[start] = self._library.meetings(query, start, WINDOW)
            if len(self._windows) > _WINDOWS_KEPT:
                self._windows.popitem(last=False)
        window = self._windows[start]
        return window[row - start] if row - start < len(window) else None

    def _meeting_cells(self, meeting: MeetingRow, width: int) -> Sequence[Cell]:
        report = meeting.reports[0]
        left = f"   {set_cell_size(visible(_day(meeting)), 10)} "
        if width >= _ROLES_FROM:
            roles = "、".join(self.language.word("role", role) for role in self._of(meeting))
            left += cut(roles, _ROLES) + " "
        place = f" {visible(report.place)} " if report.place and width >= _ROLES_FROM else ""
        name = visible(report.event or report.title)
        room = max(width - cell_len(left) - cell_len(place), 8)
        return [(left, "line--dim"), (cut(name, room), ""), (place, "line--dim")]

    def _of(self, meeting: MeetingRow) -> tuple[Role, ...]:
        """The roles of the person in a meeting, kept: a line is drawn often."""
        if self._career is None:
            return ()
        if meeting.key not in self._roles:
            self._roles[meeting.key] = roles_in(self._library, meeting, self._career.name)
        return self._roles[meeting.key]


def _day(meeting: MeetingRow) -> str:
    """The day in ten characters, with what of it nobody knows."""
    day = meeting.date or "--??-??"
    return f"????-{day[2:]}" if day.startswith("--") else day
