"""``policyreader doctor``: is the library whole, and what can this terminal do."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commandline import codes
from tui.commandline.options import form_of, format_option, library_option

if TYPE_CHECKING:
    from tui.commandline.surroundings import Check


@click.command(short_help="Check the library and the terminal.")
@format_option
@library_option
def command(library: Path, form: str) -> int:
    """Say which versions and folders are in use, what the terminal can do, and how the library is."""
    from store.export import Table, table_as
    from tui.commandline.output import write
    from tui.commandline.surroundings import of_the_installation, of_the_terminal

    checks = [
        *of_the_installation(library),
        *of_the_terminal(os.environ),
        *_of_the_library(library),
    ]
    rows = ((check.state, check.name, check.seen) for check in checks)
    write(table_as(Table(("state", "name", "seen"), rows), form_of(form)), form_of(form))
    damaged = any(check.name == "library" and check.state == "bad" for check in checks)
    return codes.LIBRARY_TROUBLE if damaged else codes.DONE


def _of_the_library(path: Path) -> Iterator["Check"]:
    from store.library import open_library
    from store.library.interface import LibraryError
    from store.query.expression import Everything
    from tui.commandline.libraries import is_there
    from tui.commandline.surroundings import Check

    if not is_there(path):
        yield Check("library", "note", "none there yet; policyreader makes one")
        return
    try:
        library = open_library(path)
        try:
            yield Check("library", "ok", f"{library.count(Everything())} meetings")
        finally:
            library.close()
    except LibraryError as error:
        yield Check("library", "bad", str(error))
