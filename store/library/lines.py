"""One line of a log: a record with its checksum, as JSON that any tool can read.

A line is ``["crc32 in hex",more,"table",id,body]``. The checksum covers the bytes between the
first comma and the closing bracket. ``more`` counts the lines that still follow in the same
transaction, so that the line with 0 commits it. ``body`` is the document; null removes it.
With a null id the record speaks of the whole table: null empties it, false drops it.
"""

import json
import re
import zlib
from dataclasses import dataclass
from typing import Final

_PREFIX: Final = len('["00000000",')
_START: Final = re.compile(rb'\["[0-9a-f]{8}",\d{1,9},"')
_HEADS: Final = b'["00000000",0,"'
"""How the shortest line begins: what of it is missing after a cut."""

_ENDS_TRIED: Final = 3
"""Closing brackets, from the last one, of which one should end a damaged record."""

_HEAD: Final = re.compile(
    rb'\["(?P<sum>[0-9a-f]{8})",(?P<more>\d{1,9}),(?P<table>"(?:[^"\\]|\\.)*"),(?P<id>\d{1,18}|null),'
)


@dataclass(frozen=True, slots=True)
class Operation:
    """What a record does: put a document (its JSON), remove it, empty a table or drop it."""

    table: str
    id: int | None
    body: bytes

    @property
    def puts(self) -> bool:
        """Whether the record holds a document."""
        return self.id is not None and self.body != b"null"


@dataclass(frozen=True, slots=True)
class Record:
    """An operation and the place of its line in the file, in bytes."""

    operation: Operation
    more: int
    offset: int
    length: int

    @property
    def end(self) -> int:
        """The offset of the next line."""
        return self.offset + self.length


def encode(operation: Operation, more: int) -> bytes:
    """The line of one operation with its line end."""
    identity = b"null" if operation.id is None else str(operation.id).encode()
    table = json.dumps(operation.table).encode()
    payload = b"%d,%s,%s,%s" % (more, table, identity, operation.body)
    return b'["%08x",%s]\n' % (zlib.crc32(payload), payload)


def decode(line: bytes, offset: int) -> Record | None:
    """The record of a line (its line end may be missing), or None when it is not whole."""
    bare = line[:-1] if line.endswith(b"\n") else line
    head = _HEAD.match(bare) if bare.endswith(b"]") else None
    if head is None or int(head["sum"], 16) != zlib.crc32(memoryview(bare)[_PREFIX:-1]):
        return None
    # the checksum says that this was written here: the body is not parsed to find its end
    identity = None if head["id"] == b"null" else int(head["id"])
    operation = Operation(json.loads(head["table"]), identity, bare[head.end() : -1])
    return Record(operation, int(head["more"]), offset, len(line))


def begins_like_one(data: bytes) -> bool:
    """Whether bytes begin as a line of ours does, wherever they were cut."""
    return _START.match(data + _HEADS[len(data) :]) is not None


def salvage(line: bytes, offset: int) -> list[Record]:
    """The whole records inside a damaged stretch: a line end that was lost joins two lines."""
    starts = [found.start() for found in _START.finditer(line)]
    found: list[Record] = []
    for start, end in zip(starts, [*starts, len(line)][1:], strict=True):
        for _ in range(_ENDS_TRIED):
            # whatever stands where the line end should be is not part of the record
            end = line.rfind(b"]", start, end)
            if end < 0:
                break
            record = decode(line[start : end + 1], offset + start)
            if record is not None:
                found.append(record)
                break
    return found
