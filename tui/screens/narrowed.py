"""What is shown: the query line, the filter pane and the timeline kept in step."""

import time
from dataclasses import replace

from tui.catching_up import Indexed
from tui.describing import say_wrong
from tui.filtering import Filter
from tui.narrowing import Shown, count_values
from tui.screens.listing import Entry
from tui.screens.narrower import Counted, Found, Grown, Narrower
from tui.screens.panes import PanesScreen, Setting
from tui.troubles import Failed
from tui.widgets.filters import Filters
from tui.widgets.query_line import QueryBar

_PEOPLE = 5_000
"""People listed at most to pick one from."""

_PATIENCE = 1.0
"""Seconds that keys wait for what was asked; after that they are for what is shown."""

_LOOK_EVERY = 5.0
"""Seconds between two looks at whether others added to the library."""


class NarrowingScreen(PanesScreen):
    """The panes, narrowed by what is typed and chosen."""

    def __init__(self, setting: Setting, shown: Shown) -> None:
        super().__init__(setting, shown)
        self._chosen = shown.filter
        self._before_typing = shown.filter
        self._version = setting.library.version()
        self._narrower = Narrower(self, setting.library, setting.queries)
        self._patient_until = 0.0
        self._stays_on: str | None = None

    def on_mount(self) -> None:
        """Count the values of the filters, which the first screen does not wait for."""
        self._count()
        self.set_interval(_LOOK_EVERY, self._look)
        if (catching_up := self._setting.catching_up) is not None:
            catching_up.start(self.post_message)

    def _look(self) -> None:
        self._narrower.look(self._version)

    def on_grown(self, message: Grown) -> None:
        """Say that there is more to see than is shown."""
        self._version = message.version
        if self._lag:
            return  # it is shown as soon as the index is whole
        key = self.key("any.reload")
        self.say(self.language.say("The library has changed: {key} shows it", key=key))

    def on_indexed(self, message: Indexed) -> None:
        """Say how far the index is, and show what it has once that is all."""
        if message.wrong:
            self._show_lag(self.language.say("index behind"))
            self._say_wrong(message.wrong)
            return
        digits = 1 if message.total < 10_000_000 else 0
        done, total = (f"{size / 1_000_000:.{digits}f}" for size in (message.done, message.total))
        phrase = self.language.say("index behind: {n}/{m} MB", n=done, m=total)
        self._show_lag("" if message.whole else phrase)
        if message.whole or not self._shown.total:
            self._narrow(self._chosen)

    def _show_lag(self, text: str) -> None:
        """Say in the title of the timeline that it is not whole."""
        self._lag = text
        self._titles["timeline"].show(self.language.say("Timeline"), text)

    @property
    def waits(self) -> bool:
        """Whether the meeting that a key is about may not be there yet."""
        reading = self._arrangement.focus != "filters" and not self._query_bar.is_open
        return reading and time.monotonic() < self._patient_until

    def _narrow(self, chosen: Filter) -> None:
        """Show what a filter shows, as soon as it is known."""
        self._patient_until = time.monotonic() + _PATIENCE
        self._chosen = chosen
        self._narrower.ask(chosen)

    def _count(self) -> None:
        self._narrower.count(self._chosen, self._filters.wanted)

    def on_found(self, message: Found) -> None:
        """Show the meetings that were found, the cursor on the one it was on."""
        if message.shown.filter != self._chosen:
            return
        self._shown = message.shown
        # after a query that found nothing, back to what is still open
        current = self.timeline.current or self.article.meeting
        key = self._stays_on or (current.key if current else None)
        self._stays_on = None if message.shown.whole else key
        # where a meeting stands is known only when all are
        self.timeline.show(message.shown, key if message.shown.whole else None)
        self.article.highlight(message.shown.query)
        self._show_words()
        if not message.shown.whole:
            return
        self._count()
        self._patient_until = 0.0
        self._take_what_was_typed()

    def on_counted(self, message: Counted) -> None:
        """Show the counts, unless the filter is another by now."""
        if message.chosen == self._chosen:
            self._filters.show(message.chosen, message.counts)

    def on_failed(self, message: Failed) -> None:
        """Say what the library could not do."""
        self._patient_until = 0.0
        self._say_wrong(message.text)

    def on_filters_toggled(self, message: Filters.Toggled) -> None:
        """Narrow by a value of the filter pane, or no longer."""
        chosen = self._chosen.toggled(message.field, message.value, excluded=message.excluded)
        self._filters.show(chosen, {})
        self._narrow(chosen)

    def on_filters_unfolded(self) -> None:
        """Count the values that are now shown."""
        self._count()

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
        problem = say_wrong(message.error, self.language)
        at = message.error.position + 1
        self._say_wrong(self.language.say("character {at}: {problem}", at=at, problem=problem))

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
        self._take_what_was_typed()

    def action_show_all(self) -> None:
        """Let go of the query and the choices."""
        self._filters.show(Filter(), {})
        self._narrow(Filter())

    def action_reload(self) -> None:
        """Ask the library again."""
        self._narrow(self._chosen)

    def action_people(self) -> None:
        """Find a person and open that person's page."""
        people = count_values(self._library, self._chosen, "person", _PEOPLE)
        if not people:
            self.say(self.language.say("Nobody is named in these meetings"))
            return
        entries = [Entry(person.value, person.value, str(person.count)) for person in people]
        self._pick(self.language.say("People"), entries, self._show_person)

    def _show_person(self, name: str) -> None:
        """Open the page of a person, which the screen that has such pages does."""
        raise NotImplementedError

    def _narrow_to_person(self, name: str) -> None:
        if self._chosen.state("person", name) != "chosen":
            chosen = self._chosen.toggled("person", name)
            self._filters.show(chosen, {})
            self._narrow(chosen)
