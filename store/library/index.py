"""Which index serves a library, whether it fits the log, and how it is brought up to it."""

import hashlib
import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from enum import Enum
from pathlib import Path
from typing import Final

from store.library import files, indexing, schema
from store.library.interface import (
    LibraryDamagedError,
    LibraryError,
    LibraryFullError,
    Progress,
)
from store.library.log import Log
from store.library.writer import Writer

NAME: Final = "index.sqlite"


class Fit(Enum):
    """How an index stands to its log."""

    CURRENT = "current"
    BEHIND = "behind"
    UNFIT = "unfit"
    CLOSED = "closed"


def fit_of(path: Path, log: Log) -> Fit:
    """Whether an index covers the log, a part of it, or belongs to something else."""
    if not os.path.lexists(path):
        return Fit.UNFIT
    try:
        with closing(schema.open_reader(path)) as connection:
            if not schema.fits(connection, log.generation):
                return Fit.UNFIT
            covered = indexing.covered_by(connection)
    except sqlite3.DatabaseError as error:
        return Fit.UNFIT if is_damage(error) else Fit.CLOSED
    except LibraryDamagedError:
        return Fit.UNFIT
    size = log.size()
    if covered > size:
        return Fit.UNFIT
    return Fit.CURRENT if covered == size else Fit.BEHIND


def start_anew(path: Path, log: Log) -> None:
    """Put an empty index in place; catching up fills it while it serves what it has.

    Raises LibraryError or sqlite3.DatabaseError for what the system refuses.
    """
    fresh = files.temporary(path)
    with files.refusals_of(path):
        # SQLite would make it as the umask says
        os.close(files.create(fresh))
        with closing(schema.create(fresh, log.generation)) as connection:
            # an empty log is covered by an empty index
            connection.execute("UPDATE meta SET value = ? WHERE key = 'covered'", (log.start,))
        path.with_name(path.name + "-journal").unlink(missing_ok=True)
        fresh.replace(path)
        files.sync_folder(path.parent)


_NO_ROOM: Final = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE})
"""What SQLite says of a full disk, and of a limit on the size of files."""


def bring_up(writer: Writer, log: Log, progress: Progress | None = None) -> None:
    """Make the index cover the whole log; whoever calls holds the lock.

    Raises LibraryFullError when the disk takes no more, LibraryError when another program holds
    the index.
    """
    try:
        _bring_up(writer, log, progress)
    except sqlite3.DatabaseError as error:
        writer.close()
        if getattr(error, "sqlite_errorcode", 0) in _NO_ROOM:
            raise LibraryFullError(
                f"{writer.path}: cannot write: {error}: what was added before is kept; make room"
                " and add again"
            ) from error
        raise LibraryError(f"{writer.path}: {error}") from error


def _bring_up(writer: Writer, log: Log, progress: Progress | None) -> None:
    try:
        if writer.path.exists():
            _roll_back(writer)
        if fit_of(writer.path, log) is Fit.UNFIT:
            start_anew(writer.path, log)
        indexing.catch_up(writer.connection(), log, progress)
    except (sqlite3.DatabaseError, LibraryDamagedError) as error:
        if isinstance(error, sqlite3.DatabaseError) and not is_damage(error):
            raise
        # what is derived need not be mended: it is made anew from the log
        writer.close()
        start_anew(writer.path, log)
        indexing.catch_up(writer.connection(), log, progress)


def move(path: Path, log: Log, moved: Iterable[tuple[int, int, str, int]]) -> None:
    """Let an index that fitted a log before it was compacted fit it now.

    ``moved`` holds the new offset, the length, the table and the id of every document.
    """
    with closing(schema.open_writer(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(
            "UPDATE record SET offset = ?, length = ? WHERE tab = ? AND id = ?", moved
        )
        connection.execute("DELETE FROM broken")
        values = {"generation": log.generation, "covered": log.size()}
        connection.executemany("UPDATE meta SET value = ?2 WHERE key = ?1", [*values.items()])
        connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'version'")
        connection.execute("COMMIT")


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether a file is at fault, rather than a lock, a permission or a full disk."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)


def _roll_back(writer: Writer) -> None:
    """Undo what a killed writer left half done: SQLite does so at the first read."""
    connection = writer.connection()
    with suppress(sqlite3.DatabaseError):
        connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()


def private_path(folder: Path, state: Path) -> Path:
    """Where a reader who may not write in the library keeps an index of his own."""
    name = hashlib.sha256(os.fsencode(folder.absolute())).hexdigest()[:16]
    return state / f"index-{name}.sqlite"
