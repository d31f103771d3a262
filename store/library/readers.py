"""Read-only connections to the index: one a thread, opened when first needed, interruptible."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from store.library import schema
from store.library.interface import Interrupted, LibraryDamagedError, LibraryError


class Readers:
    """Whole states of an index that several threads may read at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._mine = threading.local()
        self._all: dict[int, sqlite3.Connection] = {}
        self._lock = threading.Lock()
        self._wanted = 0

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees one state of the index until the block ends.

        Raises Interrupted when interrupt() was called meanwhile.
        """
        connection = self._connection()
        if connection.in_transaction:
            yield connection
            return
        try:
            connection.execute("BEGIN")
            yield connection
        except sqlite3.Error as error:
            raise _explained(error, self._path) from error
        finally:
            # a library that another thread closed has nothing to roll back
            with suppress(sqlite3.ProgrammingError):
                connection.rollback()

    def interrupt(self) -> None:
        """Stop every query that is running: it raises Interrupted in its thread."""
        with self._lock:
            self._wanted += 1
            for connection in self._all.values():
                connection.interrupt()

    def check(self) -> Callable[[], None]:
        """What long work in Python calls between its steps; raises after an interrupt()."""
        begun = self._wanted

        def unless_interrupted() -> None:
            if self._wanted != begun:
                raise Interrupted("a newer question was asked")

        return unless_interrupted

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._lock:
            for connection in self._all.values():
                connection.close()
            self._all.clear()
            self._mine = threading.local()

    def _connection(self) -> sqlite3.Connection:
        mine: tuple[tuple[int, int], sqlite3.Connection] | None = getattr(self._mine, "it", None)
        try:
            there = self._path.stat()
        except OSError as error:
            if mine is not None:
                # what was opened can still be read
                return mine[1]
            raise LibraryError(f"{self._path}: {error.strerror}") from error
        identity = (there.st_dev, there.st_ino)
        if mine is not None and mine[0] == identity:
            return mine[1]
        connection = schema.open_reader(self._path)
        with self._lock:
            if mine is not None:
                self._all.pop(id(mine[1]), None)
                mine[1].close()
            self._all[id(connection)] = connection
        self._mine.it = (identity, connection)
        return connection


def _explained(error: sqlite3.Error, path: Path) -> Exception:
    if isinstance(error, sqlite3.ProgrammingError):
        return Interrupted("the library was closed")
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code == sqlite3.SQLITE_INTERRUPT:
        return Interrupted("a newer question was asked")
    if code == sqlite3.SQLITE_BUSY:
        return LibraryError(f"{path}: is being written; try again")
    return LibraryDamagedError(f"{path}: {error}; run policyreader doctor")
