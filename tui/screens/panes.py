"""The three panes: which of them are shown, which is in use, and what is said below them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus, Resize
from textual.widget import Widget

from store.library.interface import Library
from store.query import QueryError
from store.query.expression import Expression
from tui.catching_up import CatchingUp
from tui.correcting import Correcting
from tui.describing import describe
from tui.filtering import Filter
from tui.language import Language
from tui.layout import Arrangement, Pane
from tui.marking import Marking
from tui.matching import matches
from tui.narrowing import WINDOW, Shown
from tui.palette import Palette
from tui.queries import Queries, Query
from tui.screens.guarded import GuardedScreen
from tui.screens.listing import Entry, PickScreen
from tui.widgets.article_pane import ArticlePane
from tui.widgets.bars import Bar, key_hints
from tui.widgets.filters import Filters
from tui.widgets.line_list import LineList
from tui.widgets.query_line import QueryBar
from tui.widgets.timeline import Timeline

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a reader is made with: library, marks, how queries are read, language, colours.

    ``correcting`` is None where corrections cannot be kept, ``catching_up`` where the index is
    whole. ``today`` is what dates are read against, ``write`` sends what is no text to the
    terminal.
    """

    library: Library
    marking: Marking
    correcting: Correcting | None
    catching_up: CatchingUp | None
    queries: Queries
    today: Callable[[], date]
    parse: Callable[[str], Expression]
    language: Language
    palette: Palette
    ambiguous: int
    write: Callable[[str], None]


class PanesScreen(GuardedScreen[None]):
    """Three panes over a status line and a query line, which shows the keys while closed."""

    AUTO_FOCUS = "#timeline"

    def __init__(self, setting: Setting, shown: Shown) -> None:
        super().__init__(setting.language)
        self._setting = setting
        self._library = setting.library
        self._marking = setting.marking
        self.ambiguous = setting.ambiguous
        self._shown = shown
        self._arrangement = Arrangement()
        self.timeline = Timeline(setting.library, setting.marking, shown, self.language)
        self.article = ArticlePane(
            setting.library, self.language, setting.palette, setting.correcting, setting.ambiguous
        )
        self._filters = Filters(self.language, self._said)
        self._lag = self.language.say("index behind") if setting.catching_up else ""
        self._query_bar = QueryBar(setting.parse)
        self._status = Bar(id="status")
        self._widgets: dict[Pane, Widget] = {
            "filters": self._filters,
            "timeline": self.timeline,
            "article": self.article.view,
        }
        self._boxes: dict[Pane, Widget] = {
            "filters": Vertical(id="filters-pane", classes="pane"),
            "timeline": Vertical(id="timeline-pane", classes="pane"),
            "article": self.article,
        }
        self._titles: dict[Pane, Bar] = {
            "filters": Bar(classes="title"),
            "timeline": Bar(classes="title"),
            "article": self.article.title_bar,
        }

    def parts(self) -> ComposeResult:
        """The panes over the status and the query line, which shows the keys while closed."""
        self._place(self.app.size.width)
        with Horizontal(id="panes"):
            for pane in ("filters", "timeline"):
                with self._boxes[pane]:
                    yield self._titles[pane]
                    yield self._widgets[pane]
            yield self.article
        yield self._status
        yield self._query_bar

    def on_mount(self) -> None:
        """Show what there is."""
        self._show_words()
        self._arrange()

    def on_resize(self, event: Resize) -> None:
        """Show as many panes as fit."""
        self._arrange()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Note which pane is in use, and show its keys.

        The message may come late, when the focus is already elsewhere: then it says nothing.
        """
        for pane, widget in self._widgets.items():
            if widget is event.widget is self.focused and pane != self._arrangement.focus:
                self._go_to(pane)
        self._show_keys()

    def _arrange(self) -> None:
        if not self.is_mounted:
            return
        self._place(self.size.width)
        if not self._query_bar.is_open:
            self.set_focus(self._widgets[self._arrangement.focus], scroll_visible=False)
        self._show_keys()

    def _place(self, width: int) -> None:
        """Show the panes that fit, and which of them is in use."""
        visible = self._arrangement.visible(width)
        for pane, box in self._boxes.items():
            box.set_class(pane in visible, "-visible")
            box.set_class(pane == visible[0], "-first")
            box.set_class(visible == (pane,), "-alone")
            box.styles.width = self._width_of(pane, visible)
            self._titles[pane].set_class(pane == self._arrangement.focus, "-focus")

    def _width_of(self, pane: Pane, visible: tuple[Pane, ...]) -> str | int:
        """The width of a pane: the filters in cells, the others as shares of what is left."""
        shares = {"timeline": self._arrangement.share, "article": 100 - self._arrangement.share}
        if pane == "filters":
            return "1fr" if visible == ("filters",) else self._arrangement.filters_width
        return f"{shares[pane]}fr"

    def action_resize(self, step: int) -> None:
        """Make the pane in use wider or narrower."""
        self._arrangement = self._arrangement.resized(step)
        self._arrange()

    def _go_to(self, pane: Pane) -> None:
        self._arrangement = self._arrangement.focused(pane)
        self._arrange()

    def say(self, text: str) -> None:
        """Say something at the right of the status line until the next thing happens."""
        self._status.show(self._words(), text)

    def _words(self) -> str:
        """What is shown, in words, and how much it is."""
        meetings = self.language.count("{n} meeting", "{n} meetings", self._shown.total)
        if not self._shown.whole:
            meetings = self.language.say("at least {n} meetings", n=WINDOW)
        words = describe(self._shown.query, self.language) or self.language.say("everything")
        return f"{meetings} | {words}"

    def _filter(self, query: Query) -> Filter:
        """What a kept query shows; raises QueryError where it means nothing any more."""
        return Filter(query.text, self._setting.parse(query.text), query.chosen)

    def _said(self, query: Query) -> str:
        """A query in words, or as it was typed where it means nothing any more."""
        try:
            return describe(self._filter(query).expression(), self.language)
        except QueryError:
            return query.text

    def _show_words(self) -> None:
        say = self.language.say
        self._status.remove_class("-wrong")
        self.say("")
        self._titles["filters"].show(say("Filters"))
        self._titles["timeline"].show(say("Timeline"), self._lag)

    def _show_keys(self) -> None:
        pane = self._arrangement.focus
        width = self.size.width - 4  # the padding of the line, and its prompt
        self._query_bar.show_hints(key_hints((pane, "any"), width, self.language, self.keymap))

    def _say_wrong(self, text: str) -> None:
        self._status.add_class("-wrong")
        self._status.show(
            text, self.language.count("{n} meeting", "{n} meetings", self._shown.total)
        )

    def _pick(self, title: str, entries: Sequence[Entry[T]], done: Callable[[T], object]) -> None:
        def search(typed: str) -> Sequence[Entry[T]]:
            return [entry for entry in entries if matches(typed, entry.text)]

        def picked(value: T | None) -> None:
            if value is not None:
                done(value)

        self.app.push_screen(PickScreen(self.language, title, search), picked)

    def action_filters(self) -> None:
        """Go to the filters, or put them away."""
        if self._arrangement.focus == "filters":
            self._arrangement = self._arrangement.without_filters()
            self._arrange()
        else:
            self._go_to("filters")

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        self._go_to(self._arrangement.next(1))

    def action_previous_pane(self) -> None:
        """Go to the pane before."""
        self._go_to(self._arrangement.next(-1))

    def action_zoom(self) -> None:
        """Give the pane in use the whole screen, or no longer."""
        self._arrangement = replace(self._arrangement, zoomed=not self._arrangement.zoomed)
        self._arrange()

    def action_back(self) -> None:
        """Out of zoom, then to the timeline."""
        if self._arrangement.zoomed:
            self.action_zoom()
        elif self._arrangement.focus != "timeline":
            self._arrangement = replace(self._arrangement, beside="article")
            self._go_to("timeline")
        else:
            self.say_how_to_quit()

    def redress(self, palette: Palette, ambiguous: int) -> None:
        """Draw everything again in the language, colours and width that are now in use."""
        self.ambiguous = ambiguous
        self.article.relabel(palette, ambiguous)
        self._show_words()
        self._show_keys()
        for widget in self.query(LineList):
            widget.refresh()
