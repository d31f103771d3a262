"""A screen that shows a plain line instead of its widgets where the terminal is too small."""

from typing import Generic, Protocol, TypeVar, cast

from rich.text import Text
from textual.app import ComposeResult
from textual.events import Resize
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from tui.commands.command import Keymap
from tui.commands.table import key_of, keymap_of
from tui.language import Language
from tui.layout import LEAST_HEIGHT, LEAST_WIDTH, too_small
from tui.palette import Palette
from tui.troubles import Forgiving
from tui.widgets.bars import Bar

Result = TypeVar("Result")


class Holding(Protocol):
    """An app that holds keys back until a screen is there."""

    async def let_go(self) -> None:
        """Take the keys that were held back."""
        ...


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
        self.opened = False

    def on_mount(self) -> None:
        """Take what was typed meanwhile; subclasses have set the focus by now."""
        self.opened = True
        self._take_what_was_typed()

    @property
    def waits(self) -> bool:
        """Whether what a key would be about is still being looked for."""
        return False

    def _take_what_was_typed(self) -> None:
        self.app.call_next(cast("Holding", self.app).let_go)

    @property
    def keymap(self) -> Keymap:
        """The keys that the reader changed."""
        return keymap_of(self)

    def key(self, command: str) -> str:
        """The key of a command by its id, as a sentence prints it."""
        return key_of(command, self.keymap)

    def say_undoes(self, message: str, **values: object) -> str:
        """A phrase on what was done, whose ``{undo}`` is the key that takes it back."""
        return self.language.say(message, undo=self.key("any.undo"), **values)

    def say(self, text: str) -> None:
        """Say something at the right of the lowest bar."""
        bar = list(self.query(Bar))[-1]
        bar.show(bar.text, text)

    def say_how_to_quit(self) -> None:
        """Say which key leaves the reader."""
        self.say(self.language.say("{key} quits", key=self.key("any.quit")))

    def redress(self, palette: Palette, ambiguous: int) -> None:
        """Draw again in the language, colours and width in use; what is left open stays as it is."""

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
