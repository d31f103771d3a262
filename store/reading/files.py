"""Opening one file without following, blocking or reading more than the limit."""

import errno
import os
import stat
from pathlib import Path

from store.model import Document
from store.reading.document import read_bytes
from store.reading.limits import DEFAULT_LIMITS, Limits, ReadingError, in_megabytes, shown

_OPEN = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY
_CHUNK = 1 << 20


def read_file(path: Path, limits: Limits = DEFAULT_LIMITS, inside: Path | None = None) -> Document:
    """The document of a file; raises ReadingError with the reason and the way out.

    ``inside`` is as for ``data_of``.
    """
    return read_bytes(data_of(path, limits, inside), str(path), limits)


def data_of(path: Path, limits: Limits = DEFAULT_LIMITS, inside: Path | None = None) -> bytes:
    """The bytes of a file; raises ReadingError where it cannot be read or is none.

    With ``inside``, the folder that was asked for, no link on the way from that folder to the
    file is followed, even one that was put there after the folder was listed.
    """
    name = shown(str(path))
    try:
        descriptor = _open(path, inside)
    except (OSError, ValueError) as error:
        raise ReadingError(f"{name}: {_why_not(error)}") from error
    try:
        return _read_all(descriptor, name, limits)
    except OSError as error:
        raise ReadingError(f"{name}: {_why_not(error)}") from error
    finally:
        os.close(descriptor)


def _open(path: Path, inside: Path | None) -> int:
    if inside is None:
        return os.open(path, _OPEN)
    parts = path.relative_to(inside).parts
    folder = os.open(inside, _OPEN | os.O_DIRECTORY)
    try:
        for part in parts[:-1]:
            deeper = os.open(part, _OPEN | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=folder)
            os.close(folder)
            folder = deeper
        return os.open(parts[-1], _OPEN | os.O_NOFOLLOW, dir_fd=folder)
    finally:
        os.close(folder)


def _read_all(descriptor: int, name: str, limits: Limits) -> bytes:
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        raise ReadingError(f"{name}: not a regular file but {what_it_is(status.st_mode)}")
    bound = limits.max_file_bytes
    if status.st_size > bound:
        raise ReadingError(_too_large(name, bound))
    chunks: list[bytes] = []
    left = bound + 1
    while left > 0 and (chunk := os.read(descriptor, min(left, _CHUNK))):
        chunks.append(chunk)
        left -= len(chunk)
    if left <= 0:
        raise ReadingError(_too_large(name, bound))
    return b"".join(chunks)


def _too_large(name: str, bound: int) -> str:
    return f"{name}: larger than {in_megabytes(bound)}: raise --max-file-size"


def what_it_is(mode: int) -> str:
    """The kind of a file system entry from its mode, for a message."""
    names = {
        stat.S_IFDIR: "a folder",
        stat.S_IFIFO: "a named pipe",
        stat.S_IFSOCK: "a socket",
        stat.S_IFCHR: "a device",
        stat.S_IFBLK: "a device",
        stat.S_IFLNK: "a link",
    }
    return names.get(stat.S_IFMT(mode), "something else")


def _why_not(error: OSError | ValueError) -> str:
    if isinstance(error, ValueError):
        return "no file name: it holds a zero character or leads out of its folder"
    reasons = {
        errno.ENOENT: "no such file",
        errno.EACCES: "may not be read: ask its owner for read permission",
        errno.EPERM: "may not be read: ask its owner for read permission",
        errno.EISDIR: "a folder, not a file",
        errno.ENOTDIR: "its folder is not a folder, or is a link now",
        errno.ELOOP: "is a link now, which is not followed",
        errno.ENXIO: "not a regular file but a socket",
    }
    return reasons.get(error.errno or 0) or (error.strerror or "cannot be opened").lower()
