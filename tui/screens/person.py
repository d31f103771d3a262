"""The page of a person: titles over time, months, roles, company, meetings."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Resize
from textual.message import Message
from textual.worker import get_current_worker

from store.across import Career, glance, with_titles
from store.library.interface import Interrupted, Library, LibraryError, MeetingRow
from tui.commands.table import bindings_of, looks
from tui.language import Language
from tui.palette import Palette
from tui.screens.guarded import GuardedScreen
from tui.screens.help import HelpScreen
from tui.widgets.bars import Bar, key_hints
from tui.widgets.person_lines import PersonTarget, Unfolded
from tui.widgets.person_page import PersonPage


@dataclass(frozen=True, slots=True)
class Stop:
    """A person's page as it was left: the name, what was unfolded, the line of the cursor."""

    name: str
    shown: Unfolded = field(default_factory=Unfolded)
    cursor: int | None = None


@dataclass(frozen=True, slots=True)
class OpenMeeting:
    """The reader wants to read a meeting; ``way`` leads back to the page."""

    meeting: MeetingRow
    way: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class ShowMeetings:
    """The reader wants the meetings of a person in the timeline."""

    name: str


class Known(Message):
    """What is known of a name by now, or why the library does not say."""

    def __init__(self, career: Career | None, wrong: str = "") -> None:
        super().__init__()
        self.career = career
        self.wrong = wrong


class PersonScreen(GuardedScreen[OpenMeeting | ShowMeetings | None]):
    """The page of the last stop; ``q`` goes back along the others."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of("person"), *looks()]

    def __init__(
        self, language: Language, library: Library, way: Sequence[Stop], ambiguous: int = 1
    ) -> None:
        super().__init__(language)
        self._library = library
        self._way = list(way)
        self._page = PersonPage(library, language, ambiguous)
        self._placed: int | None = None

    def parts(self) -> ComposeResult:
        """The name, the page, the keys."""
        yield Bar(id="heading", classes="title -focus")
        yield self._page
        yield Bar(id="keys")

    def on_mount(self) -> None:
        """Ask for the person."""
        self.set_focus(self._page)
        self._ask()

    def on_resize(self, event: Resize) -> None:
        """Show the keys that fit."""
        self._show_keys()

    def _show_keys(self) -> None:
        hints = key_hints(("person",), self.size.width - 2, self.language, self.keymap)
        self.query_one("#keys", Bar).show(hints)

    def redress(self, palette: Palette, ambiguous: int) -> None:
        """Set the page again in the language and width in use; its colours are the theme's."""
        self._show_keys()
        self._page.relabel(ambiguous)

    def _ask(self) -> None:
        """Ask for the person of the last stop, away from the screen."""
        self._placed = None
        name = self._way[-1].name
        self.query_one("#heading", Bar).show(name)
        self.run_worker(partial(self._learn, name), thread=True, exclusive=True, group="person")

    def _learn(self, name: str) -> None:
        worker = get_current_worker()
        try:
            career = glance(self._library, name)
            self.post_message(Known(career))
            self.post_message(
                Known(with_titles(self._library, career, lambda: worker.is_cancelled))
            )
        except Interrupted:
            return
        except LibraryError as error:
            self.post_message(Known(None, str(error)))

    def on_known(self, message: Known) -> None:
        """Show what is known, unless the page is another's by now."""
        stop = self._way[-1]
        if message.career is None:
            self.query_one("#heading", Bar).show(stop.name, message.wrong)
        elif message.career.name == stop.name:
            # titles come later and push the lines down: who has not moved stays where asked
            still = self._placed is None or self._page.cursor == self._placed
            self._page.show(message.career, stop.shown, (stop.cursor or 0) if still else None)
            self._placed = self._page.cursor

    def on_person_page_opened(self, message: PersonPage.Opened) -> None:
        """Go to a meeting or to another person."""
        self._leave_mark()
        if isinstance(message.target, PersonTarget):
            self._way.append(Stop(message.target.name))
            self._ask()
        else:
            self.dismiss(OpenMeeting(message.target, tuple(self._way)))

    def _leave_mark(self) -> None:
        self._way[-1] = Stop(self._way[-1].name, self._page.shown, self._page.cursor)

    def action_open(self) -> None:
        """Open what the cursor stands on."""
        self._page.action_open()

    def action_section(self, step: int) -> None:
        """Go to the next or the previous section."""
        self._page.action_section(step)

    def action_show_meetings(self) -> None:
        """Show the meetings of the person in the timeline."""
        self.dismiss(ShowMeetings(self._way[-1].name))

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen(self.language, "person"))

    def action_close(self) -> None:
        """To the person before, or back to the reader."""
        self._way.pop()
        if self._way:
            self._ask()
        else:
            self.dismiss(None)
