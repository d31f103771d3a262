"""An index that lags behind the log is brought up in a thread while the reader is used."""

import threading
import time
from collections.abc import Callable
from typing import Final, Protocol

from textual.message import Message

from store.library.interface import LibraryError, LibraryLockedError, Progress

_OFTEN: Final = 0.5
"""Seconds between two reports at least: each one goes over the line."""

_AGAIN: Final = 1.0
"""Seconds after which a library that another process writes is tried again."""

_LAST_WORDS: Final = 0.5
"""Seconds that the thread gets to end by itself; a batch that is cut off is undone."""


class Lagging(Protocol):
    """A library whose index may be behind its log."""

    def behind(self) -> int:
        """How many bytes of the log are not indexed."""
        ...

    def catch_up(self, progress: Progress | None = None) -> None:
        """Index them; ``progress`` gets the bytes that are, and all."""
        ...


class Indexed(Message):
    """So much of the log is indexed, in bytes; ``wrong`` says why the rest is not going to be."""

    def __init__(self, done: int, total: int, wrong: str = "") -> None:
        super().__init__()
        self.done = done
        self.total = total
        self.wrong = wrong

    @property
    def whole(self) -> bool:
        """Whether all of the log is indexed."""
        return self.done >= self.total and not self.wrong


class _StoppedError(Exception):
    """The reader leaves."""


class CatchingUp:
    """Brings up one index and tells how far it is."""

    def __init__(self, library: Lagging) -> None:
        self._library = library
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None
        self._told = 0.0

    @property
    def running(self) -> bool:
        """Whether the thread is at it."""
        return self._thread is not None and self._thread.is_alive()

    def start(self, tell: Callable[[Message], object]) -> None:
        """Begin if anything is behind; ``tell`` is called from the thread."""
        if self._library.behind() and self._thread is None:
            # a thread that does not keep the process alive: leaving must not wait for it
            self._thread = threading.Thread(target=self._run, args=(tell,), daemon=True)
            self._thread.start()

    def stop(self) -> bool:
        """End after the batch in hand; says whether the thread is gone."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join(_LAST_WORDS)
        return not self.running

    def _run(self, tell: Callable[[Message], object]) -> None:
        def progress(done: int, total: int) -> None:
            if self._stopped.is_set():
                raise _StoppedError
            now = time.monotonic()
            if done < total and now - self._told >= _OFTEN:
                self._told = now
                tell(Indexed(done, total))

        try:
            while self._library.behind() and not self._stopped.is_set():
                self._try(progress)
        except _StoppedError:
            return
        except LibraryError as error:
            if not self._stopped.is_set():
                tell(Indexed(0, 0, str(error)))
            return
        if not self._stopped.is_set():
            tell(Indexed(1, 1))

    def _try(self, progress: Progress) -> None:
        try:
            self._library.catch_up(progress)
        except LibraryLockedError:
            # whoever writes indexes too
            self._stopped.wait(_AGAIN)
