"""``policyreader doctor``: is the library whole, and what can this terminal do."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commandline import codes
from tui.commandline.options import form_of, format_option, library_option

if TYPE_CHECKING:
    from store.library.findings import Finding
    from tui.commandline.surroundings import Check


@click.command(short_help="Check the library and the terminal.")
@click.option("--repair", is_flag=True, help="Mend what can be mended.")
@format_option
@library_option
def command(library: Path, form: str, *, repair: bool) -> int:
    """Say what is in use, what the terminal can do, and whether the library is whole.

    Each line begins with ok, note, warning, error or mended. The library is read from the
    first byte to the last.
    """
    from store.export import Table, table_as
    from tui.commandline.output import write
    from tui.commandline.surroundings import of_the_installation, of_the_terminal

    of_the_library = list(_of_the_library(library, repair=repair))
    checks = [*of_the_installation(library), *of_the_terminal(os.environ), *of_the_library]
    rows = ((check.state, check.name, check.seen) for check in checks)
    write(table_as(Table(("state", "name", "seen"), rows), form_of(form)), form_of(form))
    damaged = any(check.state == "error" for check in of_the_library)
    return codes.LIBRARY_TROUBLE if damaged else codes.DONE


def _of_the_library(path: Path, *, repair: bool) -> Iterator["Check"]:
    from store.library import doctor, state_path
    from tui.commandline.libraries import is_there, troubles_told
    from tui.commandline.progress import told
    from tui.commandline.surroundings import Check

    if not is_there(path):
        yield Check("library", "note", "none there yet; policyreader makes one")
        return
    with troubles_told():
        if repair:
            with told("mending") as progress:
                for finding in doctor.repair(path, state_path(), progress):
                    yield Check(finding.file.name, "mended", f"{finding.what}: {finding.repair}")
        with told("checking") as progress:
            findings = doctor.examine(path, state_path(), progress)
        yield from map(_check, findings)
        if not any(finding.severity == "error" for finding in findings):
            yield _count(path)


def _check(finding: "Finding") -> "Check":
    from tui.commandline.surroundings import Check

    seen = f"{finding.what}: --repair would {finding.repair}" if finding.repair else finding.what
    return Check(finding.file.name, finding.severity, seen)


def _count(path: Path) -> "Check":
    from store.query.expression import Everything
    from tui.commandline.libraries import opened
    from tui.commandline.surroundings import Check

    with opened(path) as library:
        return Check("library", "ok", f"{library.count(Everything())} meetings")
