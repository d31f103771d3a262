"""How far something long has come: a bar on a terminal, a line now and then elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import click

from store.library.interface import Progress

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

_STEPS: Final = 100
"""The bar is drawn at most so many times: over SSH every byte counts."""

_SECONDS: Final = 2.0
"""Between two lines in a log."""


@contextmanager
def told(label: str) -> Iterator[Progress]:
    """Tell on standard error how far it is; yields what is called with done and total."""
    telling = _Bar(label) if sys.stderr.isatty() else _Lines(label)
    try:
        yield telling.tell
    finally:
        telling.end()


class _Bar:
    """A bar that is drawn when a hundredth more is done, and not before the first call."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._bar: ProgressBar[int] | None = None

    def tell(self, done: int, total: int) -> None:
        if self._bar is None:
            self._bar = click.progressbar(
                length=total, label=self._label, file=sys.stderr, show_pos=True
            )
            self._bar.render_progress()
        if done - self._bar.pos >= max(1, total // _STEPS) or done == total:
            self._bar.update(done - self._bar.pos)

    def end(self) -> None:
        if self._bar is not None:
            self._bar.render_finish()


class _Lines:
    """A line every few seconds, and one when all is done."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._told_at = time.monotonic()

    def tell(self, done: int, total: int) -> None:
        now = time.monotonic()
        if done == total or now - self._told_at >= _SECONDS:
            self._told_at = now
            click.echo(f"{self._label} {done} of {total}", err=True)

    def end(self) -> None:
        """Nothing is left open."""
