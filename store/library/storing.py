"""Put documents and their articles into the log: what is new, what is there, what changed."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import msgspec
from msgspec.structs import replace

from store.library.indexing import ARTICLES, DOCUMENTS, StoredDocument
from store.library.interface import Added, LibraryDamagedError
from store.library.lines import Operation
from store.library.stored import Snapshot
from store.library.tinylog import LogDB
from store.model import Article, Document, DocumentRef, article_from_json, article_to_json

_NOTHING: Final = b"null"

_BATCH: Final = 500
"""Documents that are written at once while many are added."""

_BATCH_SECONDS: Final = 2.0
"""A batch is written after this time even when it is not full."""


class Known(NamedTuple):
    """A document that is stored at a path: its record, its checksum, its articles."""

    rec: int
    sha256: str
    articles: tuple[str, ...]
    whole: bool
    """Whether all its articles are there: one may have been lost with a damaged line."""
    moved: Mapping[str, str]
    """Ids that its articles had before, and those that they have now."""


class Storing:
    """One locked run of additions; every document is a transaction of its own."""

    def __init__(self, database: LogDB, snapshot: Snapshot) -> None:
        self._documents = database.log_table(DOCUMENTS)
        self._articles = database.log_table(ARTICLES)
        self._storage = database.log_storage
        self._snapshot = snapshot
        self._touched: set[str] = set()

    def put(self, document: Document, articles: Sequence[Article]) -> Added:
        """Store one document; the lock is held by the caller."""
        document = replace(document, path=storable(document.path))
        touches = {document.path, *(article.id for article in articles)}
        if touches & self._touched:
            self._storage.commit()
            self._touched.clear()
        known = self.known(document.path)
        if known is not None and known.whole and known.sha256 == document.sha256:
            return Added(document.path, "present", known.articles)
        if known is not None:
            touches |= set(known.articles)
        if touches & self._touched:
            self._storage.commit()
            self._touched.clear()
        self._touched |= touches
        fresh = {article.id: article for article in articles}
        for article in fresh.values():
            self._put_article(article)
        gone = {} if known is None else self._replace(document, known, fresh)
        self._put_document(document, tuple(fresh), known, gone)
        self._storage.end_transaction()
        return Added(document.path, "added" if known is None else "changed", tuple(fresh))

    def known(self, path: str) -> Known | None:
        """What is stored at a path."""
        with self._snapshot() as connection:
            found = connection.execute(
                "SELECT rec, sha256 FROM document WHERE path = ?", (path,)
            ).fetchone()
            if found is None:
                return None
            rec, sha256 = found
            held = connection.execute(
                "SELECT h.article, a.rec FROM holds h LEFT JOIN article a ON a.id = h.article"
                " WHERE h.rec = ?",
                (rec,),
            ).fetchall()
        document = self._document(rec)
        ids = tuple(one for one, _ in held) if document is None else document.articles
        whole = document is not None and all(article is not None for _, article in held)
        return Known(rec, sha256, ids, whole, {} if document is None else document.moved)

    def _put_article(self, article: Article) -> None:
        """A new article, or a new version of one that came from the same file."""
        article = storable_article(article)
        rec = self._record_of(article.id)
        stored = None if rec is None else self._stored(rec)
        if stored is None or stored.document.path == article.document.path:
            self._articles.put_json(article_to_json(article), rec)

    def _replace(
        self, document: Document, known: Known, fresh: Mapping[str, Article]
    ) -> dict[str, str]:
        """Take out what the file no longer holds; gives for each what has taken its place."""
        gone: dict[str, Article] = {}
        for article_id in known.articles:
            rec = self._record_of(article_id)
            if article_id in fresh or rec is None:
                continue
            stored = self._stored(rec)
            holder = self._other_holder(article_id, known.rec)
            if stored is not None:
                gone[article_id] = stored
            if holder is None or stored is None:
                self._storage.record(Operation(ARTICLES, rec, _NOTHING))
            elif stored.document.path == document.path:
                self._articles.put_json(article_to_json(_held_by(stored, holder)), rec)
        moved = successors(known.articles, gone, fresh)
        # of all versions, not of the last alone: only the last is left when the log is compacted
        earlier = {old: moved.get(new, new) for old, new in known.moved.items()}
        return {old: new for old, new in (earlier | moved).items() if old != new}

    def _put_document(
        self,
        document: Document,
        articles: tuple[str, ...],
        known: Known | None,
        moved: dict[str, str],
    ) -> None:
        record = StoredDocument(
            path=document.path,
            sha256=document.sha256,
            layout=document.layout,
            encoding=document.encoding,
            text=document.text,
            articles=articles,
            moved=moved,
        )
        self._documents.put_json(msgspec.json.encode(record), None if known is None else known.rec)

    def _record_of(self, article_id: str) -> int | None:
        with self._snapshot() as connection:
            found = connection.execute(
                "SELECT rec FROM article WHERE id = ?", (article_id,)
            ).fetchone()
        return None if found is None else int(found[0])

    def _other_holder(self, article_id: str, rec: int) -> StoredDocument | None:
        with self._snapshot() as connection:
            found = connection.execute(
                "SELECT rec FROM holds WHERE article = ? AND rec != ?", (article_id, rec)
            ).fetchone()
        return None if found is None else self._document(found[0])

    def _document(self, rec: int) -> StoredDocument | None:
        body = self._body(DOCUMENTS, rec)
        return None if body is None else msgspec.json.decode(body, type=StoredDocument)

    def _stored(self, rec: int) -> Article | None:
        body = self._body(ARTICLES, rec)
        return None if body is None else article_from_json(body)

    def _body(self, table: str, rec: int) -> bytes | None:
        """A stored record, or None when its line was damaged since it was indexed."""
        place = self._storage.offsets.find(table, rec)
        try:
            return None if place is None else self._storage.log.read(*place).body
        except LibraryDamagedError:
            return None


def storable(path: str) -> str:
    """A path as JSON can hold it: bytes that are no text are written as escapes."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def storable_article(article: Article) -> Article:
    """An article whose document's path JSON can hold."""
    reference = replace(article.document, path=storable(article.document.path))
    return replace(article, document=reference)


def successors(
    order: Sequence[str], gone: Mapping[str, Article], fresh: Mapping[str, Article]
) -> dict[str, str]:
    """Which new article took the place of which old one: old ids to new ones.

    It is the one of the same title, else the one at the same place of the file. An old one
    without either has no successor.
    """
    places = list(fresh)
    free = dict(fresh)
    moved: dict[str, str] = {}
    for old in gone:
        same = next((new for new, one in free.items() if one.title == gone[old].title), None)
        if same is not None:
            moved[old] = same
            del free[same]
    for old in gone:
        place = order.index(old)
        if old not in moved and place < len(places) and places[place] in free:
            moved[old] = places[place]
            del free[places[place]]
    return moved


def _held_by(article: Article, holder: StoredDocument) -> Article:
    reference = DocumentRef(holder.path, holder.sha256, holder.layout, holder.encoding)
    return replace(article, document=reference)


def batches(
    parsed: Iterable[tuple[Document, Sequence[Article]]],
) -> Iterator[list[tuple[Document, Sequence[Article]]]]:
    """Documents to write at once; what came before an interruption is given before it goes on."""
    batch: list[tuple[Document, Sequence[Article]]] = []
    started = time.monotonic()
    try:
        for one in parsed:
            batch.append(one)
            if len(batch) >= _BATCH or time.monotonic() - started > _BATCH_SECONDS:
                full, batch = batch, []
                yield full
                started = time.monotonic()
    finally:
        if batch:
            yield batch
