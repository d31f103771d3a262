"""One writer at a time: flock on a file that is never deleted and that names its owner."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from store.library import files
from store.library.interface import LibraryLockedError

PATIENCE: Final = 10.0
"""Seconds that a writer waits for another before he gives up."""

_PAUSE: Final = 0.02


@contextmanager
def writing(path: Path, patience: float | None = None) -> Iterator[None]:
    """Hold the lock; raises LibraryLockedError that names the owner after the patience.

    The lock dies with its process, however that ends.
    """
    if not path.exists():
        files.write_atomically(path, b"", replace=False)
    handle = files.open_regular(path, write=True)
    try:
        _take(handle, path, PATIENCE if patience is None else patience)
        owner = f"process {os.getpid()}, since {time.strftime('%Y-%m-%d %H:%M:%S')}\n".encode()
        with suppress(OSError):
            # on a full disk the lock holds all the same
            os.ftruncate(handle, 0)
            os.pwrite(handle, owner, 0)
        yield
        os.ftruncate(handle, 0)
    finally:
        os.close(handle)


def _take(handle: int, path: Path, patience: float) -> None:
    deadline = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                owner = os.pread(handle, 200, 0).decode("utf-8", "replace").strip()
                raise LibraryLockedError(
                    f"{path.parent}: another process is writing ({owner or 'unknown'})"
                ) from None
            time.sleep(_PAUSE)
        else:
            return
