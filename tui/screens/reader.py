"""The reader: filters, timeline and article, and what keeps them in step."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus, Resize
from textual.widget import Widget

from store.library.interface import Library, LibraryError, MeetingRow
from store.query.expression import Everything, Expression
from tui.commands.table import Command, bindings_of
from tui.describing import describe
from tui.filtering import Filter
from tui.language import Language
from tui.layout import Arrangement, Pane
from tui.marking import Marking
from tui.narrowing import Shown, count_values
from tui.palette import Palette
from tui.screens.ask import AskScreen
from tui.screens.guarded import GuardedScreen
from tui.screens.listing import Entry, HelpScreen, PickScreen, Search, command_search
from tui.screens.narrower import Counted, Failed, Found, Narrower
from tui.screens.source import SourceScreen
from tui.widgets.article_pane import ArticlePane
from tui.widgets.bars import Bar, key_hints
from tui.widgets.filters import Filters
from tui.widgets.line_list import LineList
from tui.widgets.query_line import QueryBar
from tui.widgets.timeline import Timeline

_PEOPLE = 5_000
"""People listed at most to pick one from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a reader is made with: library, marks, how queries are read, language, colours."""

    library: Library
    marking: Marking
    parse: Callable[[str], Expression]
    language: Language
    palette: Palette


class ReaderScreen(GuardedScreen[None]):
    """Three panes over a query line, a status line and a line of keys."""

    AUTO_FOCUS = "#timeline"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("any")

    def __init__(self, setting: Setting, shown: Shown) -> None:
        super().__init__(setting.language)
        self._setting = setting
        self._library = setting.library
        self._marking = setting.marking
        self._shown = shown
        self._chosen = shown.filter
        self._before_typing = shown.filter
        self._arrangement = Arrangement()
        self._narrower = Narrower(self, setting.library)
        self.timeline = Timeline(setting.library, setting.marking, shown, self.language)
        self.article = ArticlePane(setting.library, self.language, setting.palette)
        self._filters = Filters(self.language)
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
        """Show what there is; the counts of the filters follow."""
        self._show_words()
        self._arrange()
        self._count()

    # Arrangement

    def on_resize(self, event: Resize) -> None:
        """Show as many panes as fit."""
        super().on_resize(event)
        self._arrange()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Note which pane is in use, and show its keys."""
        for pane, widget in self._widgets.items():
            if widget is event.widget and pane != self._arrangement.focus:
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
            self._titles[pane].set_class(pane == self._arrangement.focus, "-focus")

    def _go_to(self, pane: Pane) -> None:
        self._arrangement = self._arrangement.focused(pane)
        self._arrange()

    # Words

    def say(self, text: str) -> None:
        """Say something at the right of the status line until the next thing happens."""
        self._status.show(self._words(), text)

    def _words(self) -> str:
        """What is shown, in words, and how much it is."""
        meetings = self.language.count("{n} meeting", "{n} meetings", self._shown.total)
        words = describe(self._shown.query, self.language) or self.language.say("everything")
        return f"{meetings} | {words}"

    def _show_words(self) -> None:
        say = self.language.say
        self._status.remove_class("-wrong")
        self.say("")
        self._titles["filters"].show(say("Filters"))
        self._titles["timeline"].show(say("Timeline"))

    def _show_keys(self) -> None:
        pane = self._arrangement.focus
        width = self.size.width - 2
        self._query_bar.show_hints(key_hints((pane, "any"), width, self.language))

    # Narrowing

    def _narrow(self, chosen: Filter) -> None:
        """Show what a filter shows, as soon as it is known."""
        self._chosen = chosen
        self._narrower.ask(chosen)

    def _count(self) -> None:
        self._narrower.count(self._chosen, self._filters.wanted)

    def on_found(self, message: Found) -> None:
        """Show the meetings that were found, the cursor on the one it was on."""
        if message.shown.filter != self._chosen:
            return
        self._shown = message.shown
        current = self.timeline.current
        self.timeline.show(message.shown, current.key if current else None)
        self.article.highlight(message.shown.query)
        self._show_words()
        self._count()

    def on_counted(self, message: Counted) -> None:
        """Show the counts, unless the filter is another by now."""
        if message.chosen == self._chosen:
            self._filters.show(message.chosen, message.counts)

    def on_failed(self, message: Failed) -> None:
        """Say what the library could not do."""
        self._say_wrong(message.text)

    def on_filters_toggled(self, message: Filters.Toggled) -> None:
        """Narrow by a value of the filter pane, or no longer."""
        chosen = self._chosen.toggled(message.field, message.value, excluded=message.excluded)
        self._filters.show(chosen, {})
        self._narrow(chosen)

    def on_filters_unfolded(self) -> None:
        """Count the values that are now shown."""
        self._count()

    # The query line

    def action_query(self) -> None:
        """Type a query."""
        self._before_typing = self._chosen
        self._query_bar.open(self._chosen.text)

    def on_query_bar_typed(self, message: QueryBar.Typed) -> None:
        """Narrow by what was typed."""
        chosen = replace(self._chosen, text=message.text, typed=message.expression)
        if chosen != self._chosen:
            self._narrow(chosen)
        else:
            self._show_words()

    def on_query_bar_wrong(self, message: QueryBar.Wrong) -> None:
        """Say what cannot be read, where, and what might be meant; keep what is shown."""
        error = message.error
        text = self.language.say(
            "character {at}: {problem}",
            at=error.position + 1,
            problem=self.language.say(error.message),
        )
        if error.suggestion:
            text += self.language.say("; try {this}", this=error.suggestion)
        self._say_wrong(text)

    def on_query_bar_closed(self, message: QueryBar.Closed) -> None:
        """Keep the query, or go back to the one before."""
        self._query_bar.close()
        if not message.kept and self._chosen != self._before_typing:
            self._narrow(self._before_typing)
        self._show_words()
        if message.kept:
            self._go_to("timeline")
        else:
            self._arrange()

    def _say_wrong(self, text: str) -> None:
        self._status.add_class("-wrong")
        self._status.show(
            text, self.language.count("{n} meeting", "{n} meetings", self._shown.total)
        )

    # The article

    def on_timeline_opened(self, message: Timeline.Opened) -> None:
        """Read a meeting."""
        self._open(message.meeting)

    def _open(self, meeting: MeetingRow) -> None:
        try:
            self.article.open(meeting, self._shown.query)
        except LibraryError as error:
            self._say_wrong(str(error))
            return
        self._read()
        self._go_to("article")
        self._show_words()

    def _read(self) -> None:
        """Note that the open report was read."""
        if (row := self.article.report) and (meeting := self.article.meeting):
            self._marking.read(row.id)
            self.timeline.repaint_meeting(meeting.key)

    def on_article_pane_turned(self, message: ArticlePane.Turned) -> None:
        """Let the timeline follow."""
        self._read()
        self.timeline.go_to(message.meeting.key)
        self._show_words()

    def on_article_pane_past_hits(self, message: ArticlePane.PastHits) -> None:
        """Go on to the next meeting that the query shows."""
        if isinstance(self._chosen.typed, Everything):
            self.say(self.language.say("Nothing was searched for: / searches"))
            return
        meeting = self.timeline.step(message.step)
        if meeting is None:
            self.say(self.language.say("No further hit"))
            return
        self._open(meeting)
        self.article.view.next_hit()

    def on_article_pane_said(self, message: ArticlePane.Said) -> None:
        """Pass it on."""
        self.say(message.text)

    # Marks

    def _in_hand(self) -> MeetingRow | None:
        """The meeting that a command is about: the open one in its pane, else the cursor's."""
        reading = self._arrangement.focus == "article"
        return self.article.meeting if reading else self.timeline.current

    def action_mark(self) -> None:
        """Mark the meeting, or take the mark away."""
        if meeting := self._in_hand():
            say = self.language.say
            marked = self._marking.toggle(meeting)
            self.timeline.repaint_meeting(meeting.key)
            self.say(say("Marked; u undoes") if marked else say("Mark taken away; u undoes"))

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
        """Take back the last mark, tags or note."""
        key = self._marking.undo()
        if key is None:
            self.say(self.language.say("Nothing to undo"))
        else:
            self.timeline.repaint_meeting(key)
            self.say(self.language.say("Undone"))

    def _ask(self, what: str, former: str, done: Callable[[str], None]) -> None:
        def answered(text: str | None) -> None:
            if text is not None:
                done(text)
                self.say(self.language.say("Kept; u undoes"))

        self.app.push_screen(AskScreen(self.language, what, former), answered)

    # Commands

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
            self.say(self.language.say("ctrl+q quits"))

    def action_show_all(self) -> None:
        """Let go of the query and the choices."""
        self._filters.show(Filter(), {})
        self._narrow(Filter())

    def action_reload(self) -> None:
        """Ask the library again."""
        self._narrow(self._chosen)

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen(self.language))

    def action_palette(self) -> None:
        """Find a command and run it."""
        screen = PickScreen(
            self.language, self.language.say("Commands"), command_search(self.language)
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
        await self.app.run_action(action, widgets.get(command.pane, self))

    def action_people(self) -> None:
        """Find a person and show that person's meetings."""
        screen = PickScreen(self.language, self.language.say("People"), self._people_search())
        self.app.push_screen(screen, self._show_person)

    def _people_search(self) -> Search[str]:
        people = count_values(self._library, self._chosen, "person", _PEOPLE)

        def search(typed: str) -> Sequence[Entry[str]]:
            return [Entry(p.value, p.value, str(p.count)) for p in people if typed in p.value]

        return search

    def _show_person(self, name: str | None) -> None:
        if name is not None and self._chosen.state("person", name) != "chosen":
            chosen = self._chosen.toggled("person", name)
            self._filters.show(chosen, {})
            self._narrow(chosen)

    def on_article_pane_source_asked(self, message: ArticlePane.SourceAsked) -> None:
        """Show the text of the document that the open report came from."""
        article = message.article
        text = self._library.source_text(article.id)
        if text is None:
            self.say(self.language.say("The source text is no longer there"))
        else:
            self.app.push_screen(SourceScreen(self.language, article.document.path, text))

    def redress(self, palette: Palette) -> None:
        """Draw everything again in the language and the colours that are now in use."""
        self.article.relabel(palette)
        self._show_words()
        self._show_keys()
        for widget in self.query(LineList):
            widget.refresh()
