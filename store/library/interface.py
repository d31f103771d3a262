"""What the rest of the program asks of a library, whatever engine is behind it."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, Protocol

import msgspec

from store.model import Article, Document, Span
from store.query.expression import Expression

FacetField = Literal[
    "person", "role", "place", "kind", "level", "source", "series", "term", "month"
]
AddedAs = Literal["added", "present", "changed"]


class LibraryError(Exception):
    """The library cannot do it; the message is one line that names the file and the way out."""


class LibraryLockedError(LibraryError):
    """Another process is writing; the message names it."""


class LibraryFullError(LibraryError):
    """The disk takes no more; what was acknowledged before is there."""


class LibraryDamagedError(LibraryError):
    """A file of the library is not what it should be; the message names file and place."""


class Interrupted(Exception):  # noqa: N818
    """A question was given up because interrupt() was called: no error, only no answer."""


class ReportRow(msgspec.Struct, frozen=True, kw_only=True):
    """The light row of one article, enough for a line of the timeline.

    ``date`` is the event's, ``published`` the publication's.
    """

    id: str
    title: str
    kind: str
    date: str | None
    published: str | None
    daypart: str | None
    event: str | None
    series: str | None
    level: str | None
    place: str | None
    source: str | None
    presided: tuple[str, ...]
    requirements: int
    directives: int
    corrected: bool = False


class MeetingRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the timeline: a meeting (or visit, talks, notice ...) and its reports.

    ``date`` is the event's, or without one the publication's: what orders the timeline.
    ``reports`` are in order of publication; those that the query does not match are left out.
    """

    key: str
    date: str | None
    reports: tuple[ReportRow, ...]


class FacetCount(msgspec.Struct, frozen=True):
    """A value of a facet and the number of meetings that have it under the query."""

    value: str
    count: int


class Added(msgspec.Struct, frozen=True):
    """What became of one document."""

    path: str
    outcome: AddedAs
    articles: tuple[str, ...]


class Hit(msgspec.Struct, frozen=True):
    """A match of the query's words in an article's paragraph."""

    span: Span
    word: str


Progress = Callable[[int, int], None]
"""Called with (done, total) while something long goes on."""


class Library(Protocol):
    """Rows, articles, facets, hits and people; every method sees one whole state."""

    def count(self, query: Expression) -> int:
        """The number of meetings that match."""
        ...

    def meetings(
        self, query: Expression, offset: int = 0, limit: int | None = None
    ) -> Sequence[MeetingRow]:
        """Meetings newest first; those without a year last, by month and day, newest first."""
        ...

    def position(self, query: Expression, key: str) -> int | None:
        """Where in ``meetings(query)`` a meeting stands."""
        ...

    def article(self, article_id: str) -> Article | None:
        """One article with its corrections applied, or None."""
        ...

    def source_text(self, article_id: str) -> str | None:
        """The whole decoded text of the document that the article came from."""
        ...

    def facets(self, query: Expression, field: FacetField, limit: int = 50) -> Sequence[FacetCount]:
        """The values of a field under the query, most frequent first (months newest first)."""
        ...

    def hits(self, article_id: str, query: Expression) -> Sequence[Hit]:
        """Where the query's words and names stand in an article, in reading order."""
        ...

    def series(self, name: str) -> Sequence[MeetingRow]:
        """The meetings of one series, oldest first."""
        ...

    def interrupt(self) -> None:
        """Stop the questions that run in other threads: each raises Interrupted there."""
        ...

    def has_document(self, path: str, sha256: str) -> bool:
        """Whether this very file is there already: it need not be read again."""
        ...

    def version(self) -> int:
        """A number that grows whenever the stored articles change: a reader polls it."""
        ...

    def add(
        self, parsed: Iterable[tuple[Document, Sequence[Article]]], progress: Progress | None = None
    ) -> Sequence[Added]:
        """Store documents with their articles; the same document again changes nothing."""
        ...

    def close(self) -> None:
        """Let go of files and locks."""
        ...
