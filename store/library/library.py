"""The library: TinyDB over a log, the index derived from it, and one reader's marks."""

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence, Sized
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from store.library import files, indexing, schema
from store.library.amended import Amended, amended
from store.library.bodies import Bodies
from store.library.corrections import Corrections, corrected, with_field
from store.library.hits import hits_in, typed_names
from store.library.indexing import ARTICLES, DOCUMENTS, StoredDocument
from store.library.interface import (
    Added,
    FacetCount,
    FacetField,
    Hit,
    LibraryError,
    MeetingRow,
    Progress,
    ReportRow,
)
from store.library.marks import Marks
from store.library.readers import Readers
from store.library.rows import report_row
from store.library.served import ServedIndex, open_log
from store.library.stored import IndexOffsets
from store.library.storing import Storing, batches, storable
from store.library.timeline import date_of
from store.library.tinylog import LogDB
from store.library.view import Memory, Stamp, View
from store.model import Article, Document, article_from_json
from store.query.expression import Expression, Has

LOG_NAME: Final = "articles.jsonl"

_RECORD_OF_ARTICLE: Final = "SELECT rec FROM article WHERE id = ?"
_CHECKSUM: Final = """
SELECT sha256 FROM document d WHERE path = ? AND NOT EXISTS (SELECT 1 FROM holds h
WHERE h.rec = d.rec AND NOT EXISTS (SELECT 1 FROM article a WHERE a.id = h.article))
"""
"""Not of a document one of whose articles was lost: adding it again brings that back."""

_RECORD_OF_DOCUMENT: Final = "SELECT rec FROM document WHERE path = ?"


class ReaderMarks:
    """Marks and corrections of one reader, as the query language asks for them."""

    def __init__(self, marks: Marks, corrections: Corrections) -> None:
        self.read = marks.read
        self.marked = marks.marked
        self.noted = marks.noted
        self.tagged = marks.tagged
        self.corrected = corrections.articles


class LogLibrary:
    """A library on disk; see store.library.interface.Library for what it answers.

    Any number of threads may ask at a time. ``marks`` and ``corrections`` are the reader's own.
    Opening reads a page of the index; with ``catch_up`` a log longer than the index is indexed
    first, without it catch_up() does so later while the rest is served.
    """

    def __init__(
        self,
        path: Path,
        state: Path,
        *,
        write: bool = False,
        catch_up: bool = True,
        progress: Progress | None = None,
    ) -> None:
        self.path = path
        self.marks = Marks(state, self.former_ids)
        self.corrections = Corrections(state, self.former_ids)
        self._former: tuple[int, dict[str, list[str]]] = (0, {})
        self._amended: tuple[tuple[int, int], Sequence[Amended]] = ((0, 0), ())
        self._log_path = path / LOG_NAME
        if write:
            files.make_folder(path)
        elif not files.is_there(self._log_path):
            raise LibraryError(f"{path}: there is no library here")
        self._write = write
        log = open_log(path, self._log_path, write=write)
        self._index = ServedIndex(path, state, log, keep=write)
        self._index.prepare(catch_up=catch_up, patient=write, progress=progress)
        self._readers = Readers(self._index.path)
        self._bodies = Bodies(self._log_path, log, self._readers.snapshot, write=write)
        # writing must not be given up because a newer question is asked
        self._steady = Readers(self._index.path)
        self._asked = ReaderMarks(self.marks, self.corrections)
        self._memory = Memory()
        self._adding = threading.Lock()
        self._database: LogDB | None = None

    @property
    def database(self) -> LogDB:
        """The TinyDB itself, with its tables ``documents`` and ``articles``."""
        if self._database is None:
            offsets = IndexOffsets(self._steady.snapshot, self._index.bring_up_held)
            self._database = LogDB(
                self._log_path,
                access_mode="r+" if self._write else "r",
                offsets=offsets,
                guard=self._index.holding,
            )
        return self._database

    def count(self, query: Expression) -> int:
        """The number of meetings that match."""
        with self._view() as view:
            return view.count(query)

    def meetings(
        self, query: Expression, offset: int = 0, limit: int | None = None
    ) -> Sequence[MeetingRow]:
        """Meetings newest first; those without a year last, by month and day, newest first."""
        with self._view() as view:
            touched = {one.article for one in view.amended}
            return self._corrected_rows(view.meetings(query, offset, limit), touched)

    def position(self, query: Expression, key: str) -> int | None:
        """Where in ``meetings(query)`` a meeting stands."""
        with self._view() as view:
            return view.position(query, key)

    def facets(self, query: Expression, field: FacetField, limit: int = 50) -> Sequence[FacetCount]:
        """The values of a field under the query, most frequent first (months newest first)."""
        with self._view() as view:
            return view.facets(query, field, limit)

    def series(self, name: str) -> Sequence[MeetingRow]:
        """The meetings of one series, oldest first."""
        return list(reversed(self.meetings(Has("series", name, exact=True))))

    def article(self, article_id: str) -> Article | None:
        """One article with its corrections applied, or None."""
        parsed = self.parsed(article_id)
        if parsed is None:
            return None
        return corrected(parsed, self._changes(article_id))

    def parsed(self, article_id: str) -> Article | None:
        """One article as it was parsed, without corrections, or None."""
        body = self._bodies.find(ARTICLES, _RECORD_OF_ARTICLE, article_id)
        return None if body is None else article_from_json(body)

    def source_text(self, article_id: str) -> str | None:
        """The whole decoded text of the document that the article came from."""
        parsed = self.parsed(article_id)
        if parsed is None:
            return None
        body = self._bodies.find(DOCUMENTS, _RECORD_OF_DOCUMENT, parsed.document.path)
        return None if body is None else msgspec.json.decode(body, type=StoredDocument).text

    def hits(self, article_id: str, query: Expression) -> Sequence[Hit]:
        """Where the query's words and names stand in an article, in reading order."""
        article = self.article(article_id)
        if article is None:
            return []
        names: set[str] = set()
        with self._view() as view:
            for field, typed in typed_names(query):
                names.update(view.evaluation.texts_like(field, typed, exact=False))
        here = {person.name for person in article.people}
        here |= {event.place for event in (article.event,) if event and event.place}
        return hits_in(article, query, sorted(names & here))

    def correct(self, article_id: str, field: str, value: object) -> None:
        """Correct a field of an article; raises ValueError when it has no such field or value."""
        article = self.article(article_id)
        if article is None:
            raise ValueError(f"no such article: {article_id}")
        with_field(article, field, value)
        self.corrections.put(article_id, field, value)

    def interrupt(self) -> None:
        """Stop the questions that run in other threads: each raises Interrupted there."""
        self._readers.interrupt()

    def has_document(self, path: str, sha256: str) -> bool:
        """Whether this very file is there already: it need not be read again."""
        return self.checksum_of(path) == sha256

    def checksum_of(self, path: str) -> str | None:
        """The checksum of the document that is stored for a path, or None."""
        with self._steady.snapshot() as connection:
            found = connection.execute(_CHECKSUM, (storable(path),)).fetchone()
        return None if found is None else str(found[0])

    def former_ids(self, article_id: str) -> Sequence[str]:
        """The ids that an article had before its file changed, for what was said under them."""
        with self._readers.snapshot() as connection:
            version = schema.version_of(connection)
            if self._former[0] != version:
                former: dict[str, list[str]] = {}
                for old, new in connection.execute("SELECT old, new FROM alias"):
                    former.setdefault(new, []).append(old)
                self._former = (version, former)
        return self._former[1].get(article_id, ())

    def version(self) -> int:
        """A number that grows whenever the stored articles change: a reader polls it."""
        with self._readers.snapshot() as connection:
            return schema.version_of(connection)

    def behind(self) -> int:
        """How many bytes of the log the index does not cover yet: what is not shown."""
        with self._readers.snapshot() as connection:
            return max(0, self._bodies.log.size() - indexing.covered_by(connection))

    def catch_up(self, progress: Progress | None = None) -> None:
        """Bring the index up to the log; raises LibraryLockedError while another writes."""
        with self._index.holding():
            self._index.bring_up_held(self._bodies.log, progress)

    def add(
        self, parsed: Iterable[tuple[Document, Sequence[Article]]], progress: Progress | None = None
    ) -> Sequence[Added]:
        """Store documents with their articles; the same document again changes nothing.

        What was reported to ``progress`` is on disk. When ``parsed`` raises, all that it gave
        before is stored first. Raises LibraryError when the library cannot be written.
        """
        if not self._write:
            raise LibraryError(f"{self.path}: was opened for reading only")
        total = len(parsed) if isinstance(parsed, Sized) else 0
        added: list[Added] = []
        with self._adding:
            for batch in batches(parsed):
                added += self._add_batch(batch)
                if progress is not None:
                    progress(len(added), max(total, len(added)))
        return added

    def close(self) -> None:
        """Let go of files and locks."""
        self._readers.close()
        self._steady.close()
        self._index.close()
        if self._database is not None:
            self._database.close()
        self._bodies.close()

    def _add_batch(self, batch: Sequence[tuple[Document, Sequence[Article]]]) -> list[Added]:
        with self.database.log_storage.exclusive():
            storing = Storing(self.database, self._steady.snapshot)
            return [storing.put(document, articles) for document, articles in batch]

    @contextmanager
    def _view(self) -> Iterator[View]:
        with self._readers.snapshot() as connection:
            # asked first: reading them may find a newer file
            self.marks.refresh()
            self.corrections.refresh()
            stamp = Stamp(
                schema.version_of(connection), self.marks.revision, self.corrections.revision
            )
            amended = self._amended_at(connection, stamp)
            check = self._readers.check()
            yield View(connection, self._asked, self._memory, stamp, amended, check)

    def _amended_at(self, connection: sqlite3.Connection, stamp: Stamp) -> Sequence[Amended]:
        """The articles that the reader corrected, read again when either changes."""
        key = (stamp.state, stamp.corrections)
        if self._amended[0] != key:
            ids = self.corrections.articles()
            self._amended = (key, tuple(amended(connection, ids, self.article)))
        return self._amended[1]

    def _changes(self, article_id: str) -> dict[str, Any]:
        """The corrections of an article, those under its former ids too."""
        if not self.corrections.articles():
            return {}
        return {
            field: value
            for one in (*self.former_ids(article_id), article_id)
            for field, value in self.corrections.of(one).items()
        }

    def _corrected_rows(
        self, meetings: Sequence[MeetingRow], touched: set[str]
    ) -> Sequence[MeetingRow]:
        return [self._corrected_meeting(row, touched) for row in meetings] if touched else meetings

    def _corrected_meeting(self, row: MeetingRow, touched: set[str]) -> MeetingRow:
        reports = tuple(self._corrected_row(one, touched) for one in row.reports)
        return replace(row, reports=reports, date=date_of(reports))

    def _corrected_row(self, row: ReportRow, touched: set[str]) -> ReportRow:
        article = self.article(row.id) if row.id in touched else None
        return row if article is None else replace(report_row(article), corrected=True)
