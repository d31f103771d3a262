"""A meeting beside the one before it in its series: wording and roster."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Resize
from textual.message import Message

from store.across import (
    Comparison,
    compare,
    fullest,
    next_meeting,
    of_one_paper,
    previous_meeting,
)
from store.library.interface import Interrupted, Library, LibraryError, MeetingRow, ReportRow
from tui.commands.table import bindings_of, looks
from tui.language import Language, mark
from tui.palette import Palette
from tui.screens.guarded import GuardedScreen
from tui.screens.help import HelpScreen
from tui.widgets.bars import Bar, key_hints
from tui.widgets.compare_lines import blocks_of
from tui.widgets.paper import Paper

WHY_NOT = {
    "no series": mark("This meeting belongs to no series"),
    "no year": mark("Of this meeting no year is known: what came before it is not known either"),
    "first": mark("The earliest meeting of the series"),
}
"""Why a meeting has nothing to be compared with."""


class Compared(Message):
    """Two reports and what differs, or why the library does not say."""

    def __init__(self, comparison: Comparison | None, wrong: str = "") -> None:
        super().__init__()
        self.comparison = comparison
        self.wrong = wrong


class CompareScreen(GuardedScreen[None]):
    """Shows a report and one of the meeting before; ``[`` and ``]`` go along the series.

    The earlier one is of the same paper where there is one, and the fullest of those.

    ``earlier`` is that meeting, ``report`` the later report.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of("compare"), *looks()]

    def __init__(
        self,
        language: Language,
        library: Library,
        palette: Palette,
        earlier: MeetingRow,
        report: ReportRow,
        ambiguous: int = 1,
    ) -> None:
        super().__init__(language)
        self._library = library
        self._earlier = earlier
        self._report = report
        self._ambiguous = ambiguous
        self._paper = Paper(palette, id="paper")

    def parts(self) -> ComposeResult:
        """The series, the comparison, the keys."""
        yield Bar(id="heading", classes="title -focus")
        yield self._paper
        yield Bar(id="keys")

    def on_mount(self) -> None:
        """Compare."""
        self.set_focus(self._paper)
        self._ask()

    def on_resize(self, event: Resize) -> None:
        """Show the keys that fit."""
        self._show_keys()

    def _show_keys(self, said: str = "") -> None:
        hints = key_hints(("compare",), self.size.width - 2, self.language, self.keymap)
        self.query_one("#keys", Bar).show(said or hints)

    def redress(self, palette: Palette, ambiguous: int) -> None:
        """Draw again in the language, colours and width in use, at the same place."""
        self._ambiguous = ambiguous
        self._show_heading()
        self._show_keys()
        self._paper.dress(palette)
        self._paper.renew()

    def _show_heading(self) -> None:
        series = self._report.series or ""
        self.query_one("#heading", Bar).show(series, self.language.say("wording and roster"))

    def _ask(self) -> None:
        self._show_heading()
        work = partial(self._compare, self._earlier, self._report)
        self.run_worker(work, thread=True, exclusive=True, group="compare")

    def _compare(self, earlier: MeetingRow, report: ReportRow) -> None:
        try:
            before = fullest(self._library, earlier, report.source)
            after = self._library.article(report.id)
        except Interrupted:
            return
        except LibraryError as error:
            self.post_message(Compared(None, str(error)))
            return
        if before is None or after is None:
            self.post_message(Compared(None, self.language.say("This report is no longer there")))
        else:
            self.post_message(Compared(compare(before, after)))

    def on_compared(self, message: Compared) -> None:
        """Show the comparison."""
        comparison = message.comparison
        if comparison is None:
            self._show_keys(message.wrong)
            return
        self._show_keys()
        self._paper.show(lambda width: blocks_of(comparison, width, self.language, self._ambiguous))

    def action_change(self, step: int) -> None:
        """Go to the next or the previous change."""
        if not self._paper.step_change(step):
            self._show_keys(self.language.say("No further change"))

    def action_step(self, step: int) -> None:
        """Compare the meetings before these, or the later one with the next."""
        if step < 0:
            before = previous_meeting(self._library, self._earlier.reports[0])
            if isinstance(before, str):
                self._show_keys(self.language.say(WHY_NOT[before]))
                return
            article = fullest(self._library, self._earlier, self._report.source)
            chosen = [one for one in self._earlier.reports if article and one.id == article.id]
            self._earlier, self._report = before, (chosen or list(self._earlier.reports))[0]
        else:
            after = next_meeting(self._library, self._report)
            if after is None:
                self._show_keys(self.language.say("The latest meeting of the series"))
                return
            before = previous_meeting(self._library, after.reports[0])
            if isinstance(before, str):
                return
            self._earlier = before
            self._report = of_one_paper(before, after, after.reports[0])
        self._ask()

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen(self.language, "compare"))

    def action_close(self) -> None:
        """Back to the reader."""
        self.dismiss(None)
