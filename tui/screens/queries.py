"""Saved and recent queries: kept under a name, picked, forgotten."""

from collections.abc import Callable

from store.library.interface import LibraryError
from store.query import QueryError
from tui.describing import say_wrong
from tui.filtering import Filter
from tui.layout import Pane
from tui.queries import Query
from tui.screens.ask import AskScreen
from tui.screens.listing import Entry
from tui.screens.narrowed import NarrowingScreen
from tui.screens.narrower import Recalled
from tui.widgets.filters import Filters
from tui.widgets.query_line import QueryBar


class QueriesScreen(NarrowingScreen):
    """The panes, with the queries that a reader comes back to."""

    _used = Filter()

    def on_query_bar_closed(self, message: QueryBar.Closed) -> None:
        """Note a query that was kept."""
        if message.kept:
            self._use()
            self._narrower.recall()

    def _use(self) -> None:
        """Note that the query in use led to something; once, as each time writes a file."""
        if self._chosen != self._used:
            self._used = self._chosen
            self._try(lambda: self._setting.queries.use(self._chosen))

    def action_save_query(self) -> None:
        """Ask for the name of the query in use."""
        if self._chosen.empty:
            self.say(self.language.say("Everything is shown: there is no query to save"))
            return
        title = self.language.say("save the query under which name")
        self.app.push_screen(AskScreen(self.language, title, self._chosen.text), self._save)

    def _save(self, typed: str | None) -> None:
        if typed is None or not (name := typed.strip()):
            return
        queries = self._setting.queries
        former = next((one for one in queries.saved() if one.name == name), None)
        if self._try(lambda: queries.save(name, self._chosen)):
            self._marking.remember("", lambda: self._unsave(name, former))
            self._narrower.recall()
            self.say(self.say_undoes("Saved as {name}; {undo} undoes", name=name))

    def _unsave(self, name: str, former: Query | None) -> None:
        self._setting.queries.forget(Query(name=name))
        if former is not None:
            self._setting.queries.keep(former)
        self._narrower.recall()

    def on_recalled(self, message: Recalled) -> None:
        """Show the queries in the filter pane, and give what was typed to the query line."""
        self._query_bar.line.recall([query.text for query in reversed(message.recent)])
        self._filters.remember(message.saved, message.recent)

    def on_filters_query_asked(self, message: Filters.QueryAsked) -> None:
        """Narrow by a query of the filter pane."""
        self._ask_again(message.query)

    def _go_to(self, pane: Pane) -> None:
        """Go to a pane; the filter pane shows also what was used since it was last counted."""
        if pane == "filters":
            self._narrower.recall()
        super()._go_to(pane)

    def action_queries(self) -> None:
        """Pick a saved or a recent query."""
        queries = self._setting.queries
        entries = [
            *(Entry(one, one.name, self._said(one)) for one in queries.saved()),
            *(Entry(one, self._said(one), self.language.say("recent")) for one in queries.recent()),
        ]
        if entries:
            self._pick(self.language.say("Queries"), entries, self._ask_again)
        else:
            self.say(self.language.say("No query was saved or used yet"))

    def _ask_again(self, query: Query) -> None:
        try:
            chosen = self._filter(query)
        except QueryError as error:
            self._say_wrong(say_wrong(error, self.language))
            return
        self._filters.show(chosen, {})
        self._narrow(chosen)

    def action_forget_query(self) -> None:
        """Pick a saved query to let go of."""
        entries = [Entry(one, one.name, self._said(one)) for one in self._setting.queries.saved()]
        if entries:
            self._pick(self.language.say("Forget which query?"), entries, self._forget)
        else:
            self.say(self.language.say("No query was saved"))

    def _forget(self, query: Query) -> None:
        queries = self._setting.queries
        if self._try(lambda: queries.forget(query)):
            self._marking.remember("", lambda: self._keep_again(query))
            self._narrower.recall()
            self.say(self.say_undoes("Forgotten; {undo} undoes"))

    def _keep_again(self, query: Query) -> None:
        self._setting.queries.keep(query)
        self._narrower.recall()

    def _try(self, change: Callable[[], None]) -> bool:
        """Make a change to what is kept, or say why it cannot be."""
        try:
            change()
        except LibraryError as error:
            self._say_wrong(str(error))
            return False
        return True
