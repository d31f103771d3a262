"""Asks the library in threads; of two questions of a kind only the newer is answered."""

from collections.abc import Mapping, Sequence
from functools import partial

from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from store.library.interface import FacetCount, FacetField, Interrupted, Library, LibraryError
from tui.filtering import Filter
from tui.narrowing import Shown, StoppedError, count_values, narrow
from tui.queries import Queries, Query
from tui.troubles import Failed


class Found(Message):
    """What a filter shows, or its first rows while the others are being counted."""

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self.shown = shown


class Counted(Message):
    """The values of fields with their counts under a filter."""

    def __init__(self, chosen: Filter, counts: Mapping[FacetField, Sequence[FacetCount]]) -> None:
        super().__init__()
        self.chosen = chosen
        self.counts = counts


class Recalled(Message):
    """The queries that were saved and used."""

    def __init__(self, saved: Sequence[Query], recent: Sequence[Query]) -> None:
        super().__init__()
        self.saved = saved
        self.recent = recent


class Grown(Message):
    """The library is another one than it was."""

    def __init__(self, version: int) -> None:
        super().__init__()
        self.version = version


class Narrower:
    """Runs the questions of one screen, which gets the answers as messages."""

    def __init__(self, screen: Widget, library: Library, queries: Queries) -> None:
        self._screen = screen
        self._library = library
        self._queries = queries

    def ask(self, chosen: Filter) -> None:
        """Ask what a filter shows; whatever is still being asked is needless now."""
        self._library.interrupt()
        self._run(partial(self._narrow, chosen), "narrow")

    def count(self, chosen: Filter, wanted: Mapping[FacetField, int]) -> None:
        """Ask for the values of some fields, so many of each."""
        self._run(partial(self._count, chosen, wanted), "count")

    def recall(self) -> None:
        """Ask which queries were saved and used."""
        self._run(partial(self._recall), "recall")

    def look(self, version: int) -> None:
        """Ask whether the library is still the one of a version."""
        self._run(partial(self._look, version), "look")

    def _run(self, work: "partial[None]", group: str) -> None:
        self._screen.run_worker(work, thread=True, exclusive=True, group=group)

    def _narrow(self, chosen: Filter) -> None:
        worker = get_current_worker()

        def early(shown: Shown) -> None:
            if not worker.is_cancelled:
                self._screen.post_message(Found(shown))

        try:
            shown = narrow(self._library, chosen, lambda: worker.is_cancelled, early)
        except (StoppedError, Interrupted):
            return
        except LibraryError as error:
            self._screen.post_message(Failed(str(error)))
            return
        self._screen.post_message(Found(shown))

    def _look(self, version: int) -> None:
        try:
            found = self._library.version()
        except (Interrupted, LibraryError):
            return
        if found != version:
            self._screen.post_message(Grown(found))

    def _recall(self) -> None:
        try:
            saved, recent = self._queries.saved(), self._queries.recent()
        except LibraryError as error:
            self._screen.post_message(Failed(str(error)))
            return
        self._screen.post_message(Recalled(saved, recent))

    def _count(self, chosen: Filter, wanted: Mapping[FacetField, int]) -> None:
        worker = get_current_worker()
        # first, so that the filter pane is drawn once
        self._recall()
        counts: dict[FacetField, Sequence[FacetCount]] = {}
        try:
            for field, limit in wanted.items():
                if worker.is_cancelled:
                    return
                counts[field] = count_values(self._library, chosen, field, limit)
        except Interrupted:
            return
        except LibraryError as error:
            self._screen.post_message(Failed(str(error)))
            return
        self._screen.post_message(Counted(chosen, counts))
