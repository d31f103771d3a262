"""What leads from one meeting to others: the page of a person, two meetings compared.

The pages and ``store.across`` are imported when they are opened: the first screen needs none.
"""

from typing import TYPE_CHECKING

from store.library.interface import LibraryError
from tui.palette import PALETTES
from tui.screens.reading import ReadingScreen
from tui.widgets.filters import Filters

if TYPE_CHECKING:
    from tui.screens.person import OpenMeeting, ShowMeetings, Stop


class AcrossScreen(ReadingScreen):
    """The panes, with the ways out to several meetings and back."""

    _way: "tuple[Stop, ...]" = ()
    _reached: str = ""

    def _show_person(self, name: str) -> None:
        """Open the page of a person."""
        from tui.screens.person import Stop

        self._walk((Stop(name),))

    def _walk(self, way: "tuple[Stop, ...]") -> None:
        from tui.screens.person import PersonScreen

        screen = PersonScreen(self.language, self._library, way, self.ambiguous)
        self.app.push_screen(screen, self._leave_page)

    def _leave_page(self, wanted: "OpenMeeting | ShowMeetings | None") -> None:
        """Do what the reader chose on a page."""
        from tui.screens.person import OpenMeeting, ShowMeetings

        match wanted:
            case OpenMeeting(meeting, way):
                self._open(meeting)
                self.timeline.go_to(meeting.key)
                self._way, self._reached = way, meeting.key
            case ShowMeetings(name):
                self._narrow_to_person(name)
                self._go_to("timeline")

    def action_back(self) -> None:
        """From a meeting that a person's page led to, back to that page."""
        meeting = self.article.meeting
        here = self._arrangement.focus == "article" and not self._arrangement.zoomed
        if here and self._way and meeting is not None and meeting.key == self._reached:
            way, self._way = self._way, ()
            self._walk(way)
        else:
            super().action_back()

    def on_filters_person_asked(self, message: Filters.PersonAsked) -> None:
        """Open the page of a person of the filter pane."""
        self._show_person(message.name)

    def action_compare(self) -> None:
        """Compare the meeting with the one before it in its series."""
        from store.across import of_one_paper, previous_meeting
        from tui.screens.compare import WHY_NOT, CompareScreen

        reading = self._arrangement.focus == "article"
        meeting = self.article.meeting if reading else self.timeline.current
        report = self.article.report if reading else meeting.reports[0] if meeting else None
        if meeting is None or report is None:
            return
        try:
            before = previous_meeting(self._library, report)
        except LibraryError as error:
            self._say_wrong(str(error))
            return
        if isinstance(before, str):
            self.say(self.language.say(WHY_NOT[before]))
            return
        palette = PALETTES[self.app.theme]
        report = of_one_paper(before, meeting, report)
        screen = CompareScreen(
            self.language, self._library, palette, before, report, self.ambiguous
        )
        self.app.push_screen(screen)
