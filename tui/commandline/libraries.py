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
    """Ends the command with the library's own line: damaged or locked, or a disk that is full."""

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code


@contextmanager
def troubles_told() -> Iterator[None]:
    """Turn a library's error into the message and exit code of the command."""
    from store.library.interface import LibraryError, LibraryFullError

    try:
        yield
    except LibraryFullError as error:
        raise LibraryTrouble(str(error), codes.UNREADABLE) from error
    except LibraryError as error:
        raise LibraryTrouble(str(error), codes.LIBRARY_TROUBLE) from error


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
        try:
            yield library
        finally:
            library.close()


def is_there(path: Path) -> bool:
    """Whether a folder has anything in it that a library could be."""
    return path.is_dir() and any(path.iterdir())
