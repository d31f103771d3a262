"""How far something long has come: a bar on a terminal, a line now and then elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import click

from store.library.interface import Progress

_STEPS: Final = 100
"""The bar is drawn at most so many times: over SSH every byte counts."""

_SECONDS: Final = 2.0
"""Between two lines in a log."""


@contextmanager
def told(label: str, total: int) -> Iterator[Progress]:
    """Tell on standard error how many of ``total`` are done; yields what is called with both."""
    if not sys.stderr.isatty():
        yield _Lines(label).tell
        return
    step = max(1, total // _STEPS)
    with click.progressbar(length=total, label=label, file=sys.stderr, show_pos=True) as bar:

        def tell(done: int, of: int) -> None:
            if done - bar.pos >= step or done == of:
                bar.update(done - bar.pos)

        yield tell


class _Lines:
    """Plain lines: the first and the last at once, those between seconds apart."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._told_at: float | None = None

    def tell(self, done: int, total: int) -> None:
        now = time.monotonic()
        if done == total or self._told_at is None or now - self._told_at >= _SECONDS:
            self._told_at = now
            click.echo(f"{self._label} {done} of {total}", err=True)
