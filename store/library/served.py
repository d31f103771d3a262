"""The index that serves one reader: the library's own, or his private one where he must."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from store.library import files, index, lock
from store.library.index import Fit
from store.library.interface import LibraryFullError, LibraryLockedError, Progress
from store.library.log import Log, OlderLogError
from store.library.rewriting import migrate
from store.library.writer import Writer

LOCK_NAME: Final = "lock"

_IMPATIENT: Final = 0.2
"""Seconds that a reader waits for a writer before he is content with what the index has."""


class ServedIndex:
    """Chooses the index for a reader and keeps it up to the log where he may.

    With ``keep`` the connection that writes stays open until close(): for who writes batch upon
    batch, since its cache takes up to 64 MB.
    """

    def __init__(self, folder: Path, state: Path, log: Log, *, keep: bool = False) -> None:
        self._folder = folder
        self._log = log
        self._held = False
        self.path = folder / index.NAME
        fit = index.fit_of(self.path, log)
        self._may_write = os.access(folder, os.W_OK) and os.access(log.path, os.W_OK)
        # what cannot be opened or mended in the library is made in the reader's own folder
        self.private = not self._may_write and fit in (Fit.UNFIT, Fit.CLOSED)
        self._lock_path = folder / LOCK_NAME
        if self.private:
            files.make_folder(state)
            self.path = index.private_path(folder, state)
            self._lock_path = self.path.with_suffix(".lock")
            fit = index.fit_of(self.path, log)
        self._fit = fit
        self._keep = keep
        self._writer = Writer(self.path)

    def prepare(self, *, catch_up: bool, patient: bool, progress: Progress | None) -> None:
        """Make sure that there is an index to ask; whole when ``catch_up`` says so and it can be."""
        if self._fit is Fit.CURRENT or not (self._may_write or self.private):
            return
        patience = lock.PATIENCE if patient or self._fit is not Fit.BEHIND else _IMPATIENT
        if catch_up:
            # what the index has can be read while another writes, and on a full disk
            reads = patience == _IMPATIENT
            forgiven = (LibraryLockedError, LibraryFullError) if reads else ()
            with suppress(*forgiven), self.holding(patience):
                self.bring_up_held(self._log, progress)
        elif self._fit is Fit.UNFIT:
            with self.holding(patience):
                index.start_anew(self.path, self._log)

    @contextmanager
    def holding(self, patience: float | None = None) -> Iterator[None]:
        """Hold the lock under which the index (and the library) may be written."""
        with lock.writing(self._lock_path, patience):
            self._held = True
            try:
                yield
            finally:
                self._held = False

    def bring_up_held(self, log: Log, progress: Progress | None = None) -> None:
        """Bring the index up to the log when the lock is held; without it nothing happens."""
        if self._held:
            try:
                index.bring_up(self._writer, log, progress)
            finally:
                if not self._keep:
                    self._writer.close()

    def close(self) -> None:
        """Let go of the index for writing."""
        self._writer.close()


def open_log(folder: Path, path: Path, *, write: bool) -> Log:
    """The log of a library; one of an older format is migrated first by who may write."""
    try:
        return Log(path, write=write)
    except OlderLogError as error:
        if not write:
            raise
        with lock.writing(folder / LOCK_NAME):
            migrate(path, error.version)
        return Log(path, write=write)
