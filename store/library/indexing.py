"""Bring the index up to a log: take each record into account once, in batches.

The index is always brought up from the log, after every addition as well as after a kill, so
there is one way in which it can come about.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Final

import msgspec

from store.folding import fold
from store.library import held, pinyin
from store.library.fulltext import FullText
from store.library.interface import LibraryDamagedError, Progress
from store.library.lines import Record
from store.library.log import Log
from store.library.matches import address_of
from store.library.meetings import UNDATED_DAY, meeting_keys, sort_date, timeline_day
from store.library.membership import Membership
from store.library.rows import Value, encode_row, report_row, values_of
from store.library.schema import DAY_BITS
from store.library.seating import Seat, Seating
from store.model import Article, Layout, article_from_json

ARTICLES: Final = "articles"
DOCUMENTS: Final = "documents"

_BATCH: Final = 1_000
"""Records that are indexed in one SQLite transaction."""

_STORED: Final = """
SELECT a.pos, r.offset, r.length FROM article a JOIN record r ON r.tab = ? AND r.id = a.rec
"""

_READ_WITH_PINYIN: Final = frozenset({"person", "place"})


class StoredDocument(msgspec.Struct):
    """A record of the documents table."""

    path: str
    sha256: str
    layout: Layout
    encoding: str
    text: str
    articles: tuple[str, ...]
    moved: dict[str, str] = {}
    """Ids that articles of this file had in any earlier version, and what took their place."""


def catch_up(connection: sqlite3.Connection, log: Log, progress: Progress | None = None) -> int:
    """Index what the log holds beyond what is covered; gives the records that were taken in.

    Raises LibraryDamagedError when a line that must be taken out again cannot be read: the
    index then has to be rebuilt.
    """
    (covered,) = connection.execute("SELECT value FROM meta WHERE key = 'covered'").fetchone()
    size = log.size()
    if covered >= size:
        return 0
    done = 0
    damaged: list[tuple[int, int]] = []
    records = log.records(max(covered, log.start), lambda at, length: damaged.append((at, length)))
    for batch in _batches(records):
        with Batch(connection, log) as target:
            target.apply(batch)
        done += len(batch)
        if progress is not None:
            progress(min(batch[-1].end, size), size)
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT OR IGNORE INTO broken VALUES (?, ?, 'damaged line')", damaged)
    connection.execute("COMMIT")
    return done


def _batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Runs of whole transactions, of about _BATCH records."""
    iterator = iter(records)
    while batch := list(islice(iterator, _BATCH)):
        while batch[-1].more:
            batch.append(next(iterator))
        yield batch


class Batch:
    """One SQLite transaction that takes a run of records in; use as a context manager."""

    def __init__(self, connection: sqlite3.Connection, log: Log) -> None:
        self._sql = connection
        self._log = log
        self._members = Membership(connection)
        self._seating = Seating(connection, self._members)
        self._full_text = FullText(connection, self._stored)
        self._slots: dict[int, int] = {}

    def __enter__(self) -> "Batch":
        self._sql.execute("BEGIN IMMEDIATE")
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if kind is None:
            self._sql.execute("COMMIT")
        elif self._sql.in_transaction:
            # on a full disk SQLite has rolled back already
            self._sql.execute("ROLLBACK")

    def apply(self, records: list[Record]) -> None:
        """Take the records in; of several about one document only the last counts."""
        final: dict[tuple[str, int], Record] = {}
        for record in records:
            operation = record.operation
            if operation.id is None:
                self._apply_all(final)
                final = {}
                self._whole_table(operation.table, drop=operation.body == b"false")
                continue
            # the order of the timeline within a day is the order of the last versions
            final.pop((operation.table, operation.id), None)
            final[operation.table, operation.id] = record
        self._apply_all(final)
        self._sql.execute(
            "UPDATE meta SET value = MAX(value, ?) WHERE key = 'covered'", (records[-1].end,)
        )
        self._sql.execute("UPDATE meta SET value = value + 1 WHERE key = 'version'")

    def _apply_all(self, final: dict[tuple[str, int], Record]) -> None:
        for (table, doc_id), record in final.items():
            self._forget(table, doc_id)
            if record.operation.puts:
                self._place(table, doc_id, record)
                self._take_in(table, doc_id, record)
        self._flush()

    def _flush(self) -> None:
        self._full_text.flush()
        self._members.flush()

    def _place(self, table: str, doc_id: int, record: Record) -> None:
        place = (table, doc_id, record.offset, record.length)
        self._sql.execute("INSERT INTO record VALUES (?, ?, ?, ?)", place)
        self._sql.execute(
            "INSERT INTO tab VALUES (?1, ?2 + 1, 1) ON CONFLICT (name) DO UPDATE SET"
            " next_id = MAX(next_id, ?2 + 1), documents = documents + 1",
            (table, doc_id),
        )

    def _take_in(self, table: str, doc_id: int, record: Record) -> None:
        try:
            if table == ARTICLES:
                self._add_article(doc_id, article_from_json(record.operation.body))
            elif table == DOCUMENTS:
                document = msgspec.json.decode(record.operation.body, type=StoredDocument)
                self._add_document(doc_id, document)
        except (ValueError, sqlite3.IntegrityError) as error:
            # this record is set aside and named by doctor; the others are usable
            broken = (record.offset, record.length, f"{table} {doc_id}: {error}")
            self._sql.execute("INSERT OR REPLACE INTO broken VALUES (?, ?, ?)", broken)

    def _forget(self, table: str, doc_id: int) -> None:
        key = (table, doc_id)
        found = self._sql.execute(
            "SELECT offset, length FROM record WHERE tab = ? AND id = ?", key
        ).fetchone()
        if found is None:
            return
        if table == ARTICLES:
            self._remove_article(doc_id, *found)
        elif table == DOCUMENTS:
            self._sql.execute("DELETE FROM document WHERE rec = ?", (doc_id,))
            self._sql.execute("DELETE FROM holds WHERE rec = ?", (doc_id,))
        self._sql.execute("DELETE FROM broken WHERE offset = ?", (found[0],))
        self._sql.execute("DELETE FROM record WHERE tab = ? AND id = ?", key)
        self._sql.execute("UPDATE tab SET documents = documents - 1 WHERE name = ?", (table,))

    def _whole_table(self, table: str, *, drop: bool) -> None:
        ids = self._sql.execute("SELECT id FROM record WHERE tab = ?", (table,)).fetchall()
        for (doc_id,) in ids:
            self._forget(table, doc_id)
        self._flush()
        if drop:
            self._sql.execute("DELETE FROM tab WHERE name = ?", (table,))
        else:
            self._sql.execute("INSERT OR IGNORE INTO tab VALUES (?, 1, 0)", (table,))

    def _add_document(self, doc_id: int, document: StoredDocument) -> None:
        row = (doc_id, document.path, document.sha256)
        self._sql.execute("INSERT INTO document VALUES (?, ?, ?)", row)
        holds = [(article, doc_id) for article in document.articles]
        self._sql.executemany("INSERT OR IGNORE INTO holds VALUES (?, ?)", holds)
        for old, new in document.moved.items():
            # a mark follows its article over any number of changes
            self._sql.execute("UPDATE alias SET new = ? WHERE new = ?", (new, old))
            self._sql.execute("INSERT OR REPLACE INTO alias VALUES (?, ?)", (old, new))
            self._sql.execute("DELETE FROM alias WHERE old = new")

    def _add_article(self, rec: int, article: Article) -> None:
        if self._sql.execute("SELECT 1 FROM article WHERE id = ?", (article.id,)).fetchone():
            raise ValueError(f"a second record of the article {article.id}")
        pos = self._free_place(timeline_day(sort_date(article)))
        keys = meeting_keys(article)
        meeting, plane = self._seating.seat(Seat(pos, article.id, keys))
        values = [(value.field, self._vid(value)) for value in values_of(article)]
        self._members.add([vid for _, vid in values], meeting, plane)
        light = encode_row(report_row(article))
        packed = held.packed(values)
        row = (pos, article.id, rec, meeting, plane, light, packed, "\n".join(keys))
        self._sql.execute("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        self._sql.execute("INSERT INTO spot VALUES (?, ?)", (pos, address_of(meeting, plane)))
        self._full_text.add(pos, article)

    def _remove_article(self, rec: int, offset: int, length: int) -> None:
        found = self._sql.execute(
            "SELECT pos, m, plane, vids FROM article WHERE rec = ?", (rec,)
        ).fetchone()
        if found is None:
            return
        pos, meeting, plane, packed = found
        self._full_text.remove(pos, article_from_json(self._log.read(offset, length).body))
        self._sql.execute("DELETE FROM article WHERE pos = ?", (pos,))
        self._sql.execute("DELETE FROM spot WHERE pos = ?", (pos,))
        self._members.remove(held.all_of(packed), meeting, plane)
        self._seating.unseat(meeting)

    def _stored(self, places: Collection[int]) -> Iterator[tuple[int, Article]]:
        """The articles of the index with their places, all but those at some."""
        for pos, offset, length in self._sql.execute(_STORED, (ARTICLES,)).fetchall():
            if pos not in places:
                yield pos, article_from_json(self._log.read(offset, length).body)

    def _free_place(self, day: int) -> int:
        """The next place of a day; a full day and the undated go on in the days behind all."""
        while (slot := self._next_slot(day)) >> DAY_BITS:
            day = max(day + 1, UNDATED_DAY)
        self._slots[day] = slot + 1
        return (day << DAY_BITS) + slot

    def _next_slot(self, day: int) -> int:
        if day not in self._slots:
            (last,) = self._sql.execute(
                "SELECT MAX(pos) FROM spot WHERE pos < ?", ((day + 1) << DAY_BITS,)
            ).fetchone()
            at_home = last is not None and last >> DAY_BITS == day
            self._slots[day] = (last & ((1 << DAY_BITS) - 1)) + 1 if at_home else 0
        return self._slots[day]

    def _vid(self, value: Value) -> int:
        vid = self._members.known(value)
        if vid is not None:
            return vid
        row = (value.field, value.text, fold(value.text))
        cursor = self._sql.execute(
            "INSERT INTO value (field, text, folded, meetings) VALUES (?, ?, ?, 0)", row
        )
        vid = self._members.learn(value, cursor.lastrowid or 0)
        if value.field in _READ_WITH_PINYIN:
            keys = pinyin.readings(value.text, person=value.field == "person")
            self._sql.executemany(
                "INSERT OR IGNORE INTO reading VALUES (?, ?)", [(key, vid) for key in keys]
            )
        return vid


def covered_by(connection: sqlite3.Connection) -> int:
    """How many bytes of the log an index covers."""
    (covered,) = connection.execute("SELECT value FROM meta WHERE key = 'covered'").fetchone()
    if not isinstance(covered, int):
        raise LibraryDamagedError("index.sqlite does not say how much of the log it covers")
    return covered
