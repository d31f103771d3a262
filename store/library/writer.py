"""The connection that writes an index, kept from one batch to the next with its cache of pages."""

import sqlite3
from pathlib import Path

from store.library import schema


class Writer:
    """Opens an index for writing when first asked, and again when another file has its place.

    It holds no lock between two transactions: one that was left open, as by an interruption,
    is undone. Raises what schema.open_writer() raises.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._opened: tuple[tuple[int, int], sqlite3.Connection] | None = None

    def connection(self) -> sqlite3.Connection:
        """The connection to the index that is there now."""
        there = self.path.stat() if self.path.exists() else None
        identity = (there.st_dev, there.st_ino) if there else (0, 0)
        if self._opened is not None:
            known, kept = self._opened
            if known == identity and not kept.in_transaction:
                return kept
        self.close()
        connection = schema.open_writer(self.path)
        self._opened = (identity, connection)
        return connection

    def close(self) -> None:
        """Let go of the file; the next question opens it again."""
        if self._opened is not None:
            self._opened[1].close()
            self._opened = None
