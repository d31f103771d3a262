"""TinyDB over an append-only log: the storage and table classes that make it safe and quick.

``LogDB(path)`` is a TinyDB with its whole interface. A read takes the documents it needs by
their offsets; a write appends the documents that changed, under the lock, as one transaction.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Final, cast

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.storages import JSONStorage, Storage
from tinydb.table import Table

from store.library import lock
from store.library.interface import LibraryError
from store.library.lines import Operation
from store.library.log import Log
from store.library.mappings import Changes, LogDocuments, LogTables, Plain, to_json
from store.library.offsets import MemoryOffsets, Offsets
from store.library.pending import DROP, Pending

Guard = Callable[[], AbstractContextManager[None]]

_NULL: Final = b"null"


class LogStorage(Storage):
    """A TinyDB storage over a log; read() is a lazy view, write() appends what differs.

    ``offsets`` says where documents stand (in memory by default) and ``guard`` is what a
    writer holds while he writes (the lock file beside the log by default).
    """

    def __init__(
        self,
        path: str | Path,
        *,
        access_mode: str = "r+",
        offsets: Offsets | None = None,
        guard: Guard | None = None,
    ) -> None:
        super().__init__()
        self.path = Path(path)
        self._write = access_mode != "r"
        self.log = Log(self.path, write=self._write)
        self.offsets: Offsets = offsets if offsets is not None else MemoryOffsets()
        self._guard = guard or self._lock_beside
        self._depth = 0
        self.pending = Pending(self.offsets)
        self.refresh()

    def refresh(self) -> None:
        """Take in what other processes appended; a log that was rewritten is read anew."""
        if self.log.replaced():
            self.log.close()
            self.log = Log(self.path, write=self._write)
        self.offsets.catch_up(self.log)

    def read(self) -> dict[str, dict[str, Any]] | None:
        """All tables as a lazy mapping: a document is read when it is asked for."""
        if not self._depth:
            self.refresh()
        # TinyDB says dict and uses it as a mapping
        return cast("dict[str, dict[str, Any]]", LogTables(self))

    def write(self, data: Mapping[str, Mapping[Any, Any]]) -> None:
        """Append what makes the log say ``data``: the whole database, as TinyDB hands it over."""
        with self.exclusive():
            for name in self.pending.tables():
                if name not in data:
                    self.record(Operation(name, None, DROP))
            for name, documents in data.items():
                if not isinstance(documents, LogDocuments):
                    self._replace_table(name, documents)

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        """Hold the lock; what is recorded inside becomes one transaction when it ends well."""
        if self._depth:
            yield
            return
        if not self._write:
            raise LibraryError(f"{self.path}: was opened for reading only")
        with self._guard():
            self.refresh()
            self.log.cut(self.log.end(max(self.offsets.covered, self.log.start)))
            self._depth += 1
            try:
                yield
                self.commit()
            finally:
                self._depth -= 1
                self.pending.take()

    def record(self, operation: Operation) -> None:
        """Add an operation to the transaction that is open."""
        self.pending.record(operation)

    def end_transaction(self) -> None:
        """What is recorded from here on is another transaction of the same write."""
        self.pending.end_transaction()

    def commit(self) -> None:
        """Write what is recorded now; the lock stays."""
        if transactions := self.pending.take():
            self.log.append(transactions)
            self.refresh()

    def document(self, table: str, doc_id: int) -> Plain | None:
        """One document, from the log or on its way there, or None."""
        body = self.pending.body(table, doc_id)
        if body is None:
            place = self.offsets.find(table, doc_id)
            body = _NULL if place is None else self.log.read(*place).body
        document: Plain | None = json.loads(body)
        return document

    def close(self) -> None:
        """Close the log."""
        self.log.close()

    def _replace_table(self, name: str, documents: Mapping[Any, Any]) -> None:
        fresh = {int(doc_id): document for doc_id, document in documents.items()}
        if name not in self.pending.tables():
            self.record(Operation(name, None, _NULL))
        for doc_id in list(self.pending.ids(name)):
            if doc_id not in fresh:
                self.record(Operation(name, doc_id, _NULL))
        for doc_id, document in fresh.items():
            if self.document(name, doc_id) != document:
                self.record(Operation(name, doc_id, to_json(document)))

    def _lock_beside(self) -> AbstractContextManager[None]:
        return lock.writing(self.path.with_name(self.path.name + ".lock"))


class LogTable(Table):
    """A TinyDB table whose reads are lazy and whose writes append only what changed.

    The query cache is off: another process may have written since.
    """

    def __init__(
        self, storage: LogStorage, name: str, cache_size: int = 0, persist_empty: bool = False
    ) -> None:
        self._log_storage = storage
        self._free_id = 1
        super().__init__(storage, name, cache_size=cache_size, persist_empty=persist_empty)

    def insert(self, document: Mapping[Any, Any]) -> int:
        """Insert a document under an id that no other writer uses; gives the id."""
        with self._log_storage.exclusive():
            return super().insert(document)

    def insert_multiple(self, documents: Iterable[Mapping[Any, Any]]) -> list[int]:
        """Insert documents as one transaction; gives their ids."""
        with self._log_storage.exclusive():
            return super().insert_multiple(documents)

    def upsert(self, document: Mapping[Any, Any], cond: QueryLike | None = None) -> list[int]:
        """Update the documents that match, or insert one, as one transaction."""
        with self._log_storage.exclusive():
            return super().upsert(document, cond)

    def put_json(self, body: bytes, doc_id: int | None = None) -> int:
        """Put a document that is JSON already, new or in place of an old one; gives its id."""
        with self._log_storage.exclusive():
            identity = self._get_next_id() if doc_id is None else doc_id
            self._log_storage.record(Operation(self.name, identity, body))
            return identity

    def _get_next_id(self) -> int:
        stored = self._log_storage.pending.next_id(self.name)
        identity = max(stored, self._free_id)
        self._free_id = identity + 1
        return identity

    def _read_table(self) -> dict[str, Mapping[Any, Any]]:
        return (self._log_storage.read() or {}).get(self.name, {})

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        with self._log_storage.exclusive():
            changes = Changes(self._log_storage, self.name)
            updater(changes)
            for operation in list(changes.operations()):
                self._log_storage.record(operation)
        self.clear_cache()


class LogDB(TinyDB):
    """A TinyDB over an append-only log."""

    table_class: type[Table] = LogTable
    default_storage_class = cast("type[JSONStorage]", LogStorage)

    def log_table(self, name: str) -> LogTable:
        """A table, with what LogTable has beyond TinyDB's."""
        return cast(LogTable, self.table(name))

    @property
    def log_storage(self) -> LogStorage:
        """The storage, with what LogStorage has beyond TinyDB's."""
        return cast(LogStorage, self.storage)
