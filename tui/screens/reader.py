"""The reader: all that its keys do, and the marks."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from store.library.interface import LibraryError, MeetingRow
from tui.commands.command import Command
from tui.commands.table import bindings_of
from tui.language import mark
from tui.layout import Arrangement
from tui.narrowing import Shown
from tui.screens.ask import AskScreen
from tui.screens.correct import CorrectingScreen
from tui.screens.help import HelpScreen
from tui.screens.listing import PickScreen, command_search
from tui.screens.narrower import Found
from tui.screens.panes import Setting
from tui.session import Session
from tui.widgets.line_list import LineList


class ReaderScreen(CorrectingScreen):
    """The reader's screen with the keys that work in every pane."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("any")

    def __init__(self, setting: Setting, shown: Shown, session: Session) -> None:
        super().__init__(setting, shown)
        self._arrangement = Arrangement(
            filters=session.filters, filters_width=session.filters_width, share=session.share
        )
        self._former: Session | None = session

    def on_mount(self) -> None:
        """Go on where the reader left off."""
        self._go_on()

    def on_found(self, message: Found) -> None:
        """Go on where the reader left off as soon as a lagging index has the place."""
        if self._former is not None and message.shown.whole:
            # the timeline shows what was found only after this
            self.call_later(self._go_on)

    def on_line_list_moved(self, message: LineList.Moved) -> None:
        """Whoever goes elsewhere meanwhile is not fetched back."""
        if message.control is self.timeline:
            self._former = None

    def _go_on(self) -> None:
        """Go to the meeting of the session; wait for it while the index lags."""
        former, self._former = self._former, None
        if former is None or former.meeting is None or self._arrangement.focus != "timeline":
            return
        if self._library.position(self._shown.query, former.meeting) is None:
            self._former = former if self._lag else None
            return
        self.timeline.go_to(former.meeting)
        meeting = self.timeline.current
        if former.open and meeting is not None:
            self._open(meeting)

    def session(self) -> Session:
        """What is to come back the next time; theme and language are the app's."""
        reading = self.article.meeting if self._arrangement.focus == "article" else None
        meeting = reading or self.timeline.current
        return Session(
            text=self._chosen.text,
            choices=tuple((c.field, c.value, c.excluded) for c in self._chosen.choices),
            meeting=meeting.key if meeting else None,
            open=reading is not None,
            filters=self._arrangement.filters,
            filters_width=self._arrangement.filters_width,
            share=self._arrangement.share,
        )

    def _in_hand(self) -> MeetingRow | None:
        """The meeting that a command is about: the open one in its pane, else the cursor's."""
        reading = self._arrangement.focus == "article"
        return self.article.meeting if reading else self.timeline.current

    def action_mark(self) -> None:
        """Mark the meeting, or take the mark away."""
        if meeting := self._in_hand():
            marked = self._marking.toggle(meeting)
            self.timeline.repaint_meeting(meeting.key)
            done = (
                mark("Marked; {undo} undoes") if marked else mark("Mark taken away; {undo} undoes")
            )
            self.say(self.say_undoes(done))

    def action_tag(self) -> None:
        """Ask for the tags of the meeting."""
        if meeting := self._in_hand():
            former = " ".join(self._marking.of(meeting).tags)
            self._ask(self.language.say("tags"), former, partial(self._tag, meeting))

    def _tag(self, meeting: MeetingRow, text: str) -> None:
        self._marking.tag(meeting, tuple(dict.fromkeys(text.replace("，", " ").split())))
        self.timeline.repaint_meeting(meeting.key)

    def action_note(self) -> None:
        """Ask for the note of the meeting."""
        if meeting := self._in_hand():
            former = self._marking.of(meeting).note
            self._ask(self.language.say("note"), former, partial(self._note, meeting))

    def _note(self, meeting: MeetingRow, text: str) -> None:
        self._marking.note(meeting, text.strip())
        self.timeline.repaint_meeting(meeting.key)

    def action_undo(self) -> None:
        """Take back the last mark, tags, note or correction."""
        try:
            key = self._marking.undo()
        except LibraryError as error:
            self._say_wrong(str(error))
            return
        if key is None:
            self.say(self.language.say("Nothing to undo"))
        else:
            self.timeline.repaint_meeting(key)
            self.say(self.language.say("Undone"))

    def _ask(self, what: str, former: str, done: Callable[[str], None]) -> None:
        def answered(text: str | None) -> None:
            if text is not None:
                done(text)
                self.say(self.say_undoes("Kept; {undo} undoes"))

        self.app.push_screen(AskScreen(self.language, what, former), answered)

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen(self.language, self._arrangement.focus))

    def action_palette(self) -> None:
        """Find a command and run it."""
        screen = PickScreen(
            self.language, self.language.say("Commands"), command_search(self.language, self.keymap)
        )
        self.app.push_screen(screen, self._run)

    async def _run(self, command: Command | None) -> None:
        if command is None:
            return
        widgets: dict[str, Widget] = {
            "timeline": self.timeline,
            "filters": self._filters,
            "article": self.article,
        }
        action = "item(1)" if command.action == "item" else command.action
        # named, because the screen on top may still be the list that the command was picked from
        ours = action.startswith("screen.")
        place = self if ours else widgets.get(command.pane, self)
        await self.app.run_action(action.removeprefix("screen."), place)
