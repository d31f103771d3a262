"""A screen that shows a plain line instead of its widgets where the terminal is too small."""

from typing import Generic, Protocol, TypeVar, cast

from rich.text import Text
from textual.app import ComposeResult
from textual.events import Resize
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from tui.commands.table import Keymap
from tui.language import Language
from tui.layout import LEAST_HEIGHT, LEAST_WIDTH, too_small
from tui.troubles import Forgiving

Result = TypeVar("Result")


class Keyed(Protocol):
    """An app that knows which keys its reader changed."""

    keymap: Keymap


class TooSmall(Widget):
    """What a terminal shows that is too small for a pane."""

    def __init__(self, language: Language) -> None:
        super().__init__(id="small")
        self._language = language

    def render(self) -> Text:
        """One line that says which size is needed."""
        size = f"{LEAST_WIDTH}x{LEAST_HEIGHT}"
        phrase = self._language.say("Too small: {size} or more", size=size)
        return Text(phrase, no_wrap=True, overflow="crop")


class GuardedScreen(Forgiving, Screen[Result], Generic[Result]):
    """The base of all screens; a subclass yields its widgets in ``parts``."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """As Textual's, but a change of focus does not repaint the screen."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language

    @property
    def keymap(self) -> Keymap:
        """The keys that the reader changed."""
        return cast("Keyed", self.app).keymap

    def parts(self) -> ComposeResult:
        """The widgets of the screen."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The widgets, and what stands in for them."""
        yield from self.parts()
        yield TooSmall(self.language)

    def on_resize(self, event: Resize) -> None:
        """Show the one or the other."""
        self.set_class(too_small(event.size.width, event.size.height), "-small")
