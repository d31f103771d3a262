"""The offsets of a large log, kept in its index: TinyDB reads one document without the rest."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

from store.library.log import Log
from store.library.offsets import Place

Snapshot = Callable[[], AbstractContextManager[sqlite3.Connection]]


class IndexOffsets:
    """Offsets as the index has them; ``bring_up`` makes the index cover the log."""

    def __init__(self, snapshot: Snapshot, bring_up: Callable[[Log], None]) -> None:
        self._snapshot = snapshot
        self._bring_up = bring_up

    @property
    def covered(self) -> int:
        """How many bytes of the log the index covers."""
        found = self._one("SELECT value FROM meta WHERE key = 'covered'")
        return 0 if found is None else int(found[0])

    def find(self, table: str, doc_id: int) -> Place | None:
        """Where a document stands, or None."""
        found = self._one(
            "SELECT offset, length FROM record WHERE tab = ? AND id = ?", table, doc_id
        )
        return None if found is None else Place(*found)

    def ids(self, table: str) -> Iterator[int]:
        """The ids of a table, ascending."""
        with self._snapshot() as connection:
            found = connection.execute("SELECT id FROM record WHERE tab = ? ORDER BY id", (table,))
            return iter([doc_id for (doc_id,) in found.fetchall()])

    def count(self, table: str) -> int:
        """The number of documents in a table."""
        found = self._one("SELECT documents FROM tab WHERE name = ?", table)
        return 0 if found is None else int(found[0])

    def tables(self) -> list[str]:
        """The names of all tables, empty ones included."""
        with self._snapshot() as connection:
            return [name for (name,) in connection.execute("SELECT name FROM tab").fetchall()]

    def next_id(self, table: str) -> int:
        """An id above every one that the table ever had."""
        found = self._one("SELECT next_id FROM tab WHERE name = ?", table)
        return 1 if found is None else int(found[0])

    def catch_up(self, log: Log) -> None:
        """Take in what the log holds beyond what is covered."""
        self._bring_up(log)

    def _one(self, question: str, *values: object) -> tuple[int, ...] | None:
        with self._snapshot() as connection:
            found: tuple[int, ...] | None = connection.execute(question, values).fetchone()
            return found
