"""Where each document of a log stands: kept in memory here, in the index for large logs."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from store.library.lines import Record
from store.library.log import Log


class Place(NamedTuple):
    """Where a line stands in the log, in bytes."""

    offset: int
    length: int


class Offsets(Protocol):
    """The live documents of a log's tables and where they stand."""

    covered: int
    """How many bytes of the log are taken into account."""

    def find(self, table: str, doc_id: int) -> Place | None:
        """Where a document stands, or None."""
        ...

    def ids(self, table: str) -> Iterator[int]:
        """The ids of a table's documents, in the order TinyDB gives them."""
        ...

    def count(self, table: str) -> int:
        """The number of documents in a table."""
        ...

    def tables(self) -> list[str]:
        """The names of all tables, empty ones included."""
        ...

    def next_id(self, table: str) -> int:
        """An id above every one that the table ever had."""
        ...

    def catch_up(self, log: Log) -> None:
        """Take in what the log holds beyond what is covered; all of it when it was rewritten."""
        ...


class MemoryOffsets:
    """Offsets in dictionaries, filled by reading the whole log once: for small logs."""

    def __init__(self) -> None:
        self.covered = 0
        self._generation = ""
        self._tables: dict[str, dict[int, Place]] = {}
        self._next: dict[str, int] = {}

    def find(self, table: str, doc_id: int) -> Place | None:
        """Where a document stands, or None."""
        return self._tables.get(table, {}).get(doc_id)

    def ids(self, table: str) -> Iterator[int]:
        """The ids of a table in the order of insertion."""
        return iter(list(self._tables.get(table, ())))

    def count(self, table: str) -> int:
        """The number of documents in a table."""
        return len(self._tables.get(table, ()))

    def tables(self) -> list[str]:
        """The names of all tables, empty ones included."""
        return list(self._tables)

    def next_id(self, table: str) -> int:
        """An id above every one that the table ever had."""
        return self._next.get(table, 1)

    def catch_up(self, log: Log) -> None:
        """Take in what the log holds beyond what is covered; all of it when it was rewritten."""
        if log.generation != self._generation:
            self._generation = log.generation
            self._tables, self._next, self.covered = {}, {}, log.start
        if log.size() > self.covered:
            end = log.end(self.covered)
            for record in log.records(self.covered):
                if record.end <= end:
                    self._apply(record)
            self.covered = end

    def _apply(self, record: Record) -> None:
        operation = record.operation
        if operation.id is None:
            if operation.body == b"false":
                self._tables.pop(operation.table, None)
            else:
                self._tables[operation.table] = {}
            return
        places = self._tables.setdefault(operation.table, {})
        if operation.puts:
            places[operation.id] = Place(record.offset, record.length)
        else:
            places.pop(operation.id, None)
        self._next[operation.table] = max(self.next_id(operation.table), operation.id + 1)
