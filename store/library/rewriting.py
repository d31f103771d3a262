"""Rewrite a log as a whole: without what is dead (compaction), or in a newer format (migration).

The new file is complete and durable before it takes the old one's name, so a kill leaves one
or the other. Both get a new generation: an index of the old file does not fit the new one.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from store.library import files, lines
from store.library.interface import LibraryError, Progress
from store.library.lines import Operation
from store.library.log import LOG_FORMAT, Log, header_line
from store.library.offsets import MemoryOffsets

Change = Callable[[Operation], Operation]

STEPS: Final[Mapping[int, Change]] = {}
"""For each older format what makes a record of the next one; format 1 is the first."""

_BLOCK: Final = 1 << 22


class Moved(NamedTuple):
    """Where a document stands in a rewritten log."""

    offset: int
    length: int
    table: str
    id: int


def compact(log: Log, progress: Progress | None = None) -> tuple[Log, list[Moved]]:
    """Put a log of the live documents, in the same order, in place of one.

    Whoever calls holds the lock. Lines that cannot be read are kept apart under ``kept/``.
    Gives the new log, opened, and where every document stands in it.
    """
    keep_damaged(log)
    moved: list[Moved] = []
    header = header_line()
    _replace(log.path, header, _noted(_live(log, progress), len(header), moved))
    return Log(log.path, write=True), moved


def migrate(path: Path, version: int, steps: Mapping[int, Change] = STEPS) -> Path:
    """Bring a log of an older format to this one; gives the original, which is kept.

    Raises LibraryError when there is no way from that format.
    """
    missing = [one for one in range(version, LOG_FORMAT) if one not in steps]
    if missing:
        raise LibraryError(f"{path}: format {missing[0]} cannot be migrated by this policyreader")

    def change(operation: Operation) -> Operation:
        for one in range(version, LOG_FORMAT):
            operation = steps[one](operation)
        return operation

    old = Log(path, oldest=version)
    original = path.with_name(f"{path.name}.format-{version}")
    try:
        if not original.exists():
            original.hardlink_to(path)
        changed = (change(operation) for operation in _live(old, None))
        _replace(path, header_line(), (lines.encode(one, 0) for one in changed))
    finally:
        old.close()
    return original


def mend_header(path: Path) -> None:
    """Give a log whose first line is damaged a new one; the records stay as they are.

    The old file is kept under ``kept/``. Raises LibraryError when nothing in it is a record.
    """
    handle = files.open_regular(path)
    try:
        data = os.pread(handle, os.fstat(handle).st_size, 0)
    finally:
        os.close(handle)
    rest = data[data.find(b"\n") + 1 :] if b"\n" in data else b""
    if data and not lines.begins_like_one(data) and not lines.salvage(data, 0):
        raise LibraryError(f"{path}: holds no record of policyreader; move it away")
    files.keep_copy(path.parent, path.name, data)
    files.write_atomically(path, header_line() + rest)


def keep_damaged(log: Log) -> list[Path]:
    """Copy the lines of a log that are not whole under ``kept/``; gives the copies."""
    damaged: list[tuple[int, int]] = []
    for _ in log.records(damage=lambda at, length: damaged.append((at, length))):
        pass
    return [
        files.keep_copy(log.path.parent, f"{log.path.name}.damaged-{at}", log.raw(at, length))
        for at, length in damaged
    ]


def _live(log: Log, progress: Progress | None) -> Iterator[Operation]:
    """What makes the log say the same again: its tables, then its documents as they stand."""
    offsets = MemoryOffsets()
    offsets.catch_up(log)
    names = offsets.tables()
    for name in names:
        yield Operation(name, None, b"null")
    places = [
        place
        for name in names
        for doc_id in offsets.ids(name)
        if (place := offsets.find(name, doc_id)) is not None
    ]
    for done, place in enumerate(sorted(places), 1):
        yield log.read(*place)
        if progress is not None:
            progress(done, len(places))


def _noted(operations: Iterator[Operation], offset: int, moved: list[Moved]) -> Iterator[bytes]:
    for operation in operations:
        line = lines.encode(operation, 0)
        if operation.id is not None:
            moved.append(Moved(offset, len(line), operation.table, operation.id))
        offset += len(line)
        yield line


def _replace(path: Path, header: bytes, records: Iterator[bytes]) -> None:
    """Write a log beside the old one and rename it over that."""
    fresh = files.temporary(path)
    handle = files.create(fresh)
    try:
        end = 0
        waiting = [header]
        size = 0
        for line in records:
            waiting.append(line)
            size += len(line)
            if size > _BLOCK:
                end = _write(handle, waiting, end)
                waiting, size = [], 0
        _write(handle, waiting, end)
        os.fsync(handle)
        fresh.replace(path)
    except OSError as error:
        raise LibraryError(f"{path}: cannot be rewritten: {error.strerror}") from error
    finally:
        os.close(handle)
        fresh.unlink(missing_ok=True)
    files.sync_folder(path.parent)


def _write(handle: int, waiting: list[bytes], offset: int) -> int:
    data = b"".join(waiting)
    files.write_all(handle, data, offset)
    return offset + len(data)
