"""An append-only log file: whole transactions at its end, nothing in it ever changed.

The first line is the header (format version and a random generation that changes when the
log is rewritten). Appending is one write and one fdatasync. A tail that a kill tore is left
out by readers and cut by the next writer, who keeps a copy of what he cuts.
"""

import os
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from store.library import files, lines
from store.library.interface import LibraryDamagedError, LibraryError, LibraryFullError
from store.library.lines import Operation, Record

LOG_FORMAT: Final = 1
"""Version of the line format, in the header's id."""

_HEADER: Final = "policyreader-log"
_BLOCK: Final = 1 << 20

Damage = Callable[[int, int], None]
"""Called with (offset, length) of a line that is not whole."""


class OlderLogError(LibraryError):
    """The log has an older format, which ``version`` names."""

    def __init__(self, version: int, message: str) -> None:
        super().__init__(message)
        self.version = version


class Log:
    """One log file, opened for reading or for writing; a missing one is made when writing.

    ``oldest`` is the oldest format that is accepted: only a migration reads older ones.
    """

    def __init__(self, path: Path, *, write: bool = False, oldest: int = LOG_FORMAT) -> None:
        self.path = path
        self._oldest = oldest
        self.writable = write
        if write and not files.is_there(path):
            _create(path)
        self._file = files.open_regular(path, write=write)
        try:
            self.generation, self.start = self._read_header()
        except LibraryError:
            os.close(self._file)
            raise

    def close(self) -> None:
        """Close the file."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def size(self) -> int:
        """The length of the file in bytes, a torn tail included."""
        return os.fstat(self._file).st_size

    def replaced(self) -> bool:
        """Whether the path now leads to another file: the log was rewritten."""
        try:
            there = self.path.stat()
        except FileNotFoundError:
            return True
        here = os.fstat(self._file)
        return (there.st_dev, there.st_ino) != (here.st_dev, here.st_ino)

    def read(self, offset: int, length: int) -> Operation:
        """The operation of one line; raises LibraryDamagedError when the line is not whole."""
        line = os.pread(self._file, length, offset)
        record = lines.decode(line, offset) if len(line) == length else None
        if record is None:
            message = f"{self.path}: the line at byte {offset} is damaged; run policyreader doctor"
            raise LibraryDamagedError(message)
        return record.operation

    def raw(self, offset: int, length: int) -> bytes:
        """Bytes as they are."""
        return os.pread(self._file, length, offset)

    def records(self, offset: int | None = None, damage: Damage | None = None) -> Iterator[Record]:
        """The records of all whole transactions from an offset on, in order.

        Damaged lines are left out and reported to ``damage``; what is whole inside them is given.
        """
        waiting: list[Record] = []
        for line, at in self._lines(self.start if offset is None else offset):
            record = lines.decode(line, at)
            saved = lines.salvage(line, at) if record is None else [record]
            if record is None and damage is not None and (saved or line.endswith(b"\n")):
                damage(at, len(line))
            for whole in saved:
                if whole.operation.table == _HEADER:
                    # a log that was appended to itself
                    continue
                waiting.append(whole)
                if whole.more == 0:
                    yield from waiting
                    waiting = []

    def end(self, offset: int | None = None) -> int:
        """Where the last whole transaction from an offset on ends; later bytes are a torn tail."""
        end = self.start if offset is None else offset
        for line, at in self._lines(end, tail=False):
            record = lines.decode(line, at)
            # a damaged line is not torn: it ends, and must stay for doctor to look at
            if record is None or record.more == 0:
                end = at + len(line)
        return end

    def append(self, transactions: Iterable[Sequence[Operation]]) -> int:
        """Write transactions with one write and one fdatasync; gives the new size.

        Raises LibraryFullError when the disk takes no more; the file is then as it was before.
        """
        before = self.size()
        data = b"".join(
            lines.encode(operation, len(operations) - place)
            for operations in transactions
            for place, operation in enumerate(operations, 1)
        )
        try:
            files.write_all(self._file, data, before)
            os.fdatasync(self._file)
        except OSError as error:
            os.ftruncate(self._file, before)
            raise LibraryFullError(
                f"{self.path}: cannot write: {error.strerror}: what was added before is kept;"
                " make room and add again"
            ) from error
        return before + len(data)

    def cut(self, end: int) -> None:
        """Cut a torn tail off, after a copy of it is kept beside the log."""
        size = self.size()
        if end >= size:
            return
        if any(self.records(end)):
            # whole transactions without a line end: damaged, not torn
            files.write_all(self._file, b"\n", size)
        else:
            tail = self.raw(end, size - end)
            files.keep_copy(self.path.parent, f"{self.path.name}.torn-{end}", tail)
            os.ftruncate(self._file, end)
        os.fdatasync(self._file)

    def _lines(self, offset: int, *, tail: bool = True) -> Iterator[tuple[bytes, int]]:
        """Lines with their line ends and offsets; a last one without its end only as ``tail``."""
        rest = b""
        while block := os.pread(self._file, _BLOCK, offset + len(rest)):
            pieces = (rest + block).split(b"\n")
            rest = pieces.pop()
            for piece in pieces:
                yield piece + b"\n", offset
                offset += len(piece) + 1
        if rest and tail:
            yield rest, offset

    def _read_header(self) -> tuple[str, int]:
        head = os.pread(self._file, 4096, 0)
        line = head[: head.find(b"\n") + 1]
        record = lines.decode(line, 0) if line else None
        if record is None or record.operation.table != _HEADER:
            raise LibraryDamagedError(
                f"{self.path}: not a policyreader log, or its first line is damaged"
            )
        version = record.operation.id or 0
        if version < self._oldest:
            raise OlderLogError(version, f"{self.path}: format {version} is to be migrated")
        if version > LOG_FORMAT:
            raise LibraryError(
                f"{self.path}: written by a newer policyreader (format {version}, this one reads"
                f" up to {LOG_FORMAT}); update policyreader to open it"
            )
        header = msgspec.json.decode(record.operation.body, type=dict[str, str])
        return header.get("generation", ""), record.length


def header_line(generation: str | None = None) -> bytes:
    """The first line of a log; a generation is drawn when none is given."""
    body = msgspec.json.encode({"generation": generation or secrets.token_hex(8)})
    return lines.encode(Operation(_HEADER, LOG_FORMAT, body), 0)


def _create(path: Path) -> None:
    files.write_atomically(path, header_line(), replace=False)
