"""What goes to standard output and standard error, and how an ending is said."""

import sys
import traceback
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from tui.safe import visible

if TYPE_CHECKING:
    from store.export import Format


class ReaderGoneError(Exception):
    """Nobody reads standard output any more, as in ``policyreader list | head``.

    Not an OSError: click ends those with 1.
    """


def prepare_streams() -> None:
    """Make the streams take every character: data in a pipe is UTF-8 in any locale.

    A terminal keeps the encoding of its locale; what that cannot show becomes an escape.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def tell_crashes_safely() -> None:
    """Let an error that nobody foresaw be told as usual, but through the gate."""
    sys.excepthook = _tell_crash


def _tell_crash(kind: type[BaseException], error: BaseException, trace: object) -> None:
    del kind, trace
    say("".join(traceback.format_exception(error)).rstrip())


def write(pieces: Iterable[str], form: "Format") -> None:
    """Write an answer to standard output; text that documents brought passes the gate.

    JSON is safe as it is made and stays exact. Raises ReaderGoneError.
    """
    exact = form in ("json", "jsonl")
    for piece in pieces:
        _put(piece if exact else _gated(piece))
    _put("", flush=True)


def _put(text: str, *, flush: bool = False) -> None:
    try:
        sys.stdout.write(text)
        if flush:
            sys.stdout.flush()
    except BrokenPipeError as error:
        raise ReaderGoneError from error


def say(message: str) -> None:
    """One message to the person, on standard error."""
    click.echo(_gated(message), err=True)


def _gated(text: str) -> str:
    return "\n".join(map(visible, text.split("\n")))
