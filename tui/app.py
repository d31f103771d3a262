"""The reader as a Textual app, and the function that opens it."""

import gc
import os
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import ClassVar, Final, cast

from rich.console import RenderableType
from rich.text import Text
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen

from store.library.corrections import Corrections
from store.library.interface import Library, LibraryError
from store.library.marks import Marks
from store.query import QueryError, parse
from store.query.expression import Expression
from tui.catching_up import CatchingUp
from tui.commands.keymap import KeymapError, Preferences, keymap_path, read_keymap, width_asked
from tui.correcting import Correcting
from tui.filtering import Choice, Filter
from tui.language import LANGUAGES, Language
from tui.marking import Marking
from tui.narrowing import narrow
from tui.painter import Painter, Thrifty
from tui.palette import PALETTES
from tui.queries import Queries
from tui.safe import visible
from tui.screens.guarded import GuardedScreen
from tui.screens.panes import Setting
from tui.screens.reader import ReaderScreen
from tui.session import Session, keep_session, last_session
from tui.terminal import (
    end_well_on_signals,
    end_when_the_terminal_vanishes,
    erases_in_colour,
    tolerate_any_bytes,
    why_not,
)
from tui.themes import THEMES
from tui.troubles import Forgiving
from tui.typing_ahead import TypingAhead

DEFAULT_THEME = "dark"
_NO_PREFERENCES: Final = Preferences()


class ReaderApp(Forgiving, TypingAhead):
    """Shows a library. It keeps no state of its own but theme and language."""

    TITLE = "policyreader"
    CSS_PATH = "reader.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False, priority=True),
        Binding("ctrl+c", "ask_how_to_quit", show=False, priority=True),
    ]

    def __init__(
        self,
        library: Library,
        marks: Marks,
        *,
        corrections: Corrections | None = None,
        catching_up: CatchingUp | None = None,
        preferences: Preferences = _NO_PREFERENCES,
        session: Session | None = None,
        query: str = "",
        language: str | None = None,
        theme: str | None = None,
        painter: Painter | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__()
        self.animation_level = "none"
        self._session = session or Session()
        self.language = Language(language or self._session.language)
        self.library = library
        self._marks = marks
        self.keymap = preferences.keys
        self.set_keymap({name: ",".join(keys) for name, keys in preferences.keys.items()})
        self._correcting = Correcting(corrections) if corrections is not None else None
        self._catching_up = catching_up
        self._painter = painter or Painter()
        self._painter.ambiguous = preferences.ambiguous or self._session.ambiguous or 1
        self._today = today
        for one in THEMES:
            self.register_theme(one)
        self.theme = theme or self._session.theme or DEFAULT_THEME
        self._first = Filter(query, self._parse(query)) if query else self._former_filter()

    def get_default_screen(self) -> ReaderScreen:
        """Make the reader with the newest meetings; counts and the rest follow."""
        setting = Setting(
            library=self.library,
            marking=Marking(self._marks),
            correcting=self._correcting,
            catching_up=self._catching_up,
            queries=Queries(self._marks),
            today=self._today,
            parse=self._parse,
            language=self.language,
            palette=PALETTES[self.theme],
            ambiguous=self._painter.ambiguous,
            write=self._write,
        )
        return ReaderScreen(setting, narrow(self.library, self._first), self._session)

    def _former_filter(self) -> Filter:
        """The filter of the session; a query that means nothing any more is left out."""
        choices = tuple(Choice(*choice) for choice in self._session.choices)
        text = self._session.text
        try:
            return Filter(text, self._parse(text), choices)
        except QueryError:
            return Filter(choices=choices)

    async def action_quit(self) -> None:
        """Leave, and keep where the reader was."""
        try:
            self._keep_session()
        except LibraryError as error:
            self._exit_renderables.append(Text(visible(str(error))))
        self.exit()

    def save(self) -> None:
        """Keep where the reader was, when a signal ends it and nobody can be told of a failure."""
        with suppress(LibraryError):
            self._keep_session()

    def _keep_session(self) -> None:
        if not any(isinstance(screen, ReaderScreen) for screen in self.screen_stack):
            return
        session = replace(
            self.reader.session(),
            theme=self.theme,
            language=self.language.code,
            ambiguous=2 if self._painter.ambiguous == 2 else 1,
        )
        keep_session(self._marks, session)

    def _parse(self, text: str) -> Expression:
        return parse(text, self._today())

    def on_mount(self) -> None:
        """Paint everything again whenever the reader comes back from the background."""
        self.app_resume_signal.subscribe(self, self._paint_all)

    def on_ready(self) -> None:
        """Collect garbage from now on; what is there is in use."""
        gc.freeze()
        gc.enable()

    def on_resize(self) -> None:
        """Take nothing for granted: a terminal may do as it likes with what it showed."""
        self._painter.forget()

    @property
    def reader(self) -> ReaderScreen:
        """The screen with the panes."""
        return next(one for one in self.screen_stack if isinstance(one, ReaderScreen))

    @property
    def _top(self) -> GuardedScreen[object]:
        """The screen that the reader sees."""
        return cast("GuardedScreen[object]", self.screen)

    def action_ask_how_to_quit(self) -> None:
        """Say which key quits: ctrl+c is pressed by habit."""
        self._top.say_how_to_quit()

    def action_theme(self) -> None:
        """Go on to the next theme."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        self._redress()

    def action_language(self) -> None:
        """Go on to the next language."""
        codes = list(LANGUAGES)
        self.language.use(codes[(codes.index(self.language.code) + 1) % len(codes)])
        self._redress()

    def action_ambiguous(self) -> None:
        """Give characters of ambiguous width two cells, or one again."""
        self._painter.ambiguous = 3 - self._painter.ambiguous
        self._redress()
        self.action_redraw()
        width = self._painter.ambiguous
        self._top.say(self.language.say("Characters such as “ take {n} of your cells", n=width))

    def _redress(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, GuardedScreen):
                screen.redress(PALETTES[self.theme], self._painter.ambiguous)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Write an update through the painter, which leaves out what the terminal shows."""
        if isinstance(renderable, LayoutUpdate | ChopsUpdate):
            thrifty = Thrifty(renderable, self._painter, self.size)
            # Textual takes any CompositorUpdate here, which its annotation does not say
            renderable = cast("RenderableType", thrifty)
        super()._display(screen, renderable)

    def _write(self, sequence: str) -> None:
        """Send a sequence that draws nothing; without a terminal there is nobody to take it."""
        if self._driver is not None and not self.is_headless:
            self._driver.write(sequence)
            self._driver.flush()

    def _paint_all(self, _app: App[None]) -> None:
        self.action_redraw()

    def action_redraw(self) -> None:
        """Paint everything again, whatever has become of the terminal."""
        self._painter.forget()
        self.screen.refresh()

    def _fatal_error(self) -> None:
        """Say what went wrong without a page of local variables, which hold people's texts."""
        error = sys.exception()
        lines = traceback.format_exception(error) if error else ["unknown error\n"]
        text = "\n".join(visible(line) for part in lines for line in part.splitlines())
        self._exit_renderables.append(Text(text))
        self._close_messages_no_wait()


def run(
    library_path: Path,
    *,
    query: str = "",
    language: str | None = None,
    theme: str | None = None,
    mouse: bool = False,
) -> int:
    """Open the reader on a library and return the exit code when the reader leaves.

    Raises LibraryError when the library cannot be opened and QueryError when the query cannot
    be read. Returns 2 after one line on standard error where there is no terminal for it.
    """
    if reason := why_not(os.environ):
        sys.stderr.write(f"policyreader: {reason}\n")
        return 2
    try:
        preferences = _preferences()
    except KeymapError as error:
        sys.stderr.write(f"policyreader: {visible(error.said(Language(language)))}\n")
        return 2
    from store.library import open_library

    library = open_library(library_path, catch_up=False)
    catching_up = CatchingUp(library) if library.behind() else None
    try:
        chosen = theme or ("mono" if os.environ.get("NO_COLOR") else None)
        session = last_session(library.marks)
        app = ReaderApp(
            library,
            library.marks,
            corrections=library.corrections,
            catching_up=catching_up,
            preferences=preferences,
            session=session,
            query=query,
            language=language,
            theme=chosen,
            painter=Painter(erases=erases_in_colour()),
        )
        return _run_on_the_terminal(app, mouse=mouse)
    finally:
        # what a thread still reads is left to the end of the process
        if catching_up is None or catching_up.stop():
            library.close()


def _preferences() -> Preferences:
    """What the keymap file asks for, and before it the environment; raises KeymapError."""
    preferences = read_keymap(keymap_path(os.environ))
    width = width_asked(os.environ)
    return replace(preferences, ambiguous=width) if width else preferences


def _run_on_the_terminal(app: ReaderApp, *, mouse: bool) -> int:
    tolerate_any_bytes()
    end_well_on_signals(app.save)
    end_when_the_terminal_vanishes()
    app.run(mouse=mouse)
    return app.return_code or 0
