"""Files of the library on disk: private or of one group, opened without following, replaced whole."""

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from store.library.interface import LibraryError

KEPT: Final = "kept"
"""The folder of copies of what was cut or replaced."""

_SWEPT: Final = ".tmp-"


@contextlib.contextmanager
def refusals_of(path: Path) -> Iterator[None]:
    """Turn what the system refuses (a full disk, no right to write) into a LibraryError."""
    try:
        yield
    except FileExistsError as error:
        raise LibraryError(f"{path}: is not a folder") from error
    except OSError as error:
        raise LibraryError(f"{path}: cannot write: {error.strerror}") from error


def make_folder(path: Path) -> None:
    """Make a folder that only its owner may enter (0700); an existing one stays as it is.

    Raises LibraryError for what the system refuses.
    """
    with refusals_of(path):
        if not path.is_dir():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.mkdir(mode=0o700, exist_ok=True)


def folder_mode(folder: Path) -> int:
    """The mode that a folder of ours should have: 0700, or 2770 and 2750 when it is shared.

    It is shared on purpose when it is setgid, that is when what is made in it belongs to its
    group; the group's rights on it then are those on everything in it. Others never have any.
    """
    mode = folder.stat().st_mode
    return 0o700 | (mode & (stat.S_ISGID | 0o070) if mode & stat.S_ISGID else 0)


def file_mode(folder: Path) -> int:
    """The mode of the files in a folder of ours: 0600, or 0660 and 0640 when it is shared."""
    return 0o600 | folder_mode(folder) & 0o060


def create(path: Path) -> int:
    """A descriptor for writing a new file, with the mode of its folder whatever the umask.

    Raises OSError, also when something is there already.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    mode = file_mode(path.parent)
    if mode != 0o600:
        os.fchmod(handle, mode)
    return handle


def is_there(path: Path) -> bool:
    """Whether anything has this name; raises LibraryError where this user may not look."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise LibraryError(f"{path.parent}: {error.strerror}") from error
    return True


def open_regular(path: Path, *, write: bool = False) -> int:
    """A descriptor of a regular file, opened without following a link and without blocking.

    Raises LibraryError for a link, a FIFO, a device, and for what the system refuses.
    """
    flags = (os.O_RDWR if write else os.O_RDONLY) | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    try:
        handle = os.open(path, flags)
    except OSError as error:
        reason = "is a link" if error.errno == errno.ELOOP else error.strerror
        raise LibraryError(f"{path}: {reason}") from error
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise LibraryError(f"{path}: is not a regular file")
    return handle


def read_whole(path: Path) -> bytes | None:
    """The bytes of a regular file, or None when there is none; raises as open_regular() does."""
    if not os.path.lexists(path):
        return None
    with open(open_regular(path), "rb") as file:
        return file.read()


def identity(path: Path) -> tuple[int, int, int] | None:
    """What differs when a file was written or replaced: inode, time, size; None without a file."""
    try:
        there = path.lstat()
    except FileNotFoundError:
        return None
    return there.st_ino, there.st_mtime_ns, there.st_size


def write_all(handle: int, data: bytes, offset: int) -> None:
    """Write every byte at an offset; the system may take fewer at a time."""
    rest = memoryview(data)
    while rest:
        written = os.pwrite(handle, rest, offset)
        offset += written
        rest = rest[written:]


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_atomically(path: Path, data: bytes, *, replace: bool = True) -> None:
    """Put a whole file in place, with create()'s mode: temporary file, fsync, rename, fsync the folder.

    With ``replace`` false an existing file stays and nothing happens. Raises LibraryError for
    what the system refuses; the old file is then as it was.
    """
    with refusals_of(path):
        _write_atomically(path, data, replace=replace)


def _write_atomically(path: Path, data: bytes, *, replace: bool) -> None:
    fresh = temporary(path)
    handle = create(fresh)
    try:
        write_all(handle, data, 0)
        os.fsync(handle)
        if replace:
            fresh.replace(path)
        else:
            with contextlib.suppress(FileExistsError):
                path.hardlink_to(fresh)
    finally:
        os.close(handle)
        fresh.unlink(missing_ok=True)
    sync_folder(path.parent)


def temporary(path: Path) -> Path:
    """A name beside a file for its next version; doctor sweeps what a kill leaves there."""
    return path.with_name(f"{path.name}{_SWEPT}{secrets.token_hex(4)}")


def keep_copy(folder: Path, name: str, data: bytes) -> Path:
    """Keep bytes that are about to be cut or replaced, under ``kept/``; gives the file."""
    kept = folder / KEPT
    if not kept.is_dir():
        make_folder(kept)
        with refusals_of(kept):
            kept.chmod(folder_mode(folder))
    path = kept / f"{name}-{secrets.token_hex(4)}"
    write_atomically(path, data)
    return path


def leftovers(folder: Path) -> list[Path]:
    """Temporary files that killed writers left."""
    return sorted(path for path in folder.iterdir() if _SWEPT in path.name)
