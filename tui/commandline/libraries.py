"""Opening a library for a command, with its troubles turned into exit codes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commandline import codes
from tui.commandline.options import Refused

if TYPE_CHECKING:
    from store.library.library import LogLibrary


class LibraryTrouble(click.ClickException):
    """A library that is damaged or locked ends the command with its own exit code."""

    exit_code = codes.LIBRARY_TROUBLE


class DiskFull(click.ClickException):
    """Not everything could be stored; the library is whole."""

    exit_code = codes.UNREADABLE


@contextmanager
def troubles_told() -> Iterator[None]:
    """Turn a library's error into the message and exit code of the command."""
    from store.library.interface import LibraryError, LibraryFullError

    try:
        yield
    except LibraryFullError as error:
        raise DiskFull(str(error)) from error
    except LibraryError as error:
        raise LibraryTrouble(str(error)) from error


@contextmanager
def opened(path: Path, *, write: bool = False) -> Iterator["LogLibrary"]:
    """A library that is closed at the end; with ``write`` it is made if need be.

    A folder without a library is wrong usage: a mistyped path must not look like an empty one.
    """
    from store.library import open_library
    from tui.commandline.progress import told

    if not write and not is_there(path):
        raise Refused(f"no library at {path}: make one with policyreader --library {path} add PATH")
    with troubles_told(), told("indexing") as progress:
        library = open_library(path, write=write, progress=progress)
        if not write and (missing := library.behind()):
            click.echo(
                f"{path}: {missing:,} bytes of it are not indexed yet and not shown", err=True
            )
        try:
            yield library
        finally:
            library.close()


def is_there(path: Path) -> bool:
    """Whether a folder has anything in it that a library could be."""
    return path.is_dir() and any(path.iterdir())
