"""The JSON of stored records: the index says where each stands, the log has it."""

from pathlib import Path
from typing import Final

from store.library.interface import LibraryError
from store.library.log import Log
from store.library.stored import Snapshot
from store.library.storing import storable

_PLACE: Final = """
SELECT offset, length, (SELECT value FROM meta WHERE key = 'generation')
FROM record WHERE tab = ? AND id = ?
"""
_TRIES: Final = 3
"""A log that is rewritten between two looks is looked at again."""


class Bodies:
    """Reads records from the log that the index speaks of, also after it was rewritten."""

    def __init__(self, path: Path, log: Log, snapshot: Snapshot, *, write: bool) -> None:
        self._path = path
        self._logs = [log]
        self._snapshot = snapshot
        self._write = write

    @property
    def log(self) -> Log:
        """The log that was read last."""
        return self._logs[-1]

    def find(self, table: str, question: str, value: str) -> bytes | None:
        """The record whose id a question to the index finds for a value, or None.

        Raises LibraryDamagedError when its line is not whole, LibraryError when the log is
        being rewritten again and again.
        """
        for _ in range(_TRIES):
            with self._snapshot() as connection:
                record = connection.execute(question, (storable(value),)).fetchone()
                if record is None:
                    return None
                place = connection.execute(_PLACE, (table, record[0])).fetchone()
            offset, length, generation = place
            log = self._log_of(generation)
            if log.generation == generation:
                return log.read(offset, length).body
        raise LibraryError(f"{self._path.parent}: the log is being rewritten; try again")

    def close(self) -> None:
        """Let go of the files."""
        for log in self._logs:
            log.close()

    def _log_of(self, generation: str) -> Log:
        if self.log.generation != generation:
            # the old one stays open: another thread may be reading it
            self._logs.append(Log(self._path, write=self._write))
        return self.log
