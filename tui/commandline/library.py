"""``policyreader library``: make a library, for oneself or for a group."""

from pathlib import Path

import click

from tui.commandline import codes
from tui.commandline.libraries import is_there, troubles_told
from tui.commandline.options import Refused, form_of, format_option, library_option


@click.group(short_help="Make a library, also one that a group shares.")
def command() -> None:
    """Make a library before anything is added to it."""


@command.command("init", short_help="Make an empty library.")
@click.option("--shared", metavar="GROUP", help="Let the members of GROUP read it and add to it.")
@format_option
@library_option
def init(library: Path, form: str, shared: str | None) -> int:
    """Make an empty library that only you can open, or the members of a group as well.

    Whoever is not in the group cannot open it. Everybody's marks, notes and corrections stay
    his own.
    """
    from store.export import Table, table_as
    from store.library import open_library
    from tui.commandline.output import write

    _refuse_what_is_there(library, shared)
    with troubles_told():
        if shared is not None:
            _share(library, shared)
        open_library(library, write=True).close()
    if form_of(form) == "text":
        whose = f" for the group {shared}" if shared is not None else ""
        write([f"made an empty library{whose} in {library}\n"], "text")
    else:
        table = Table(("library", "group"), [(str(library), shared)])
        write(table_as(table, form_of(form)), form_of(form))
    return codes.DONE


def _refuse_what_is_there(path: Path, group: str | None) -> None:
    from store.library.library import LOG_NAME

    if is_there(path) and not (path / LOG_NAME).exists():
        raise Refused(f"{path}: is not empty")
    if is_there(path):
        way = f"chgrp -R {group} PATH; chmod 2770 PATH; policyreader doctor --repair"
        raise Refused(
            f"there is a library in {path} already" + (f"; to share it: {way}" if group else "")
        )


def _share(path: Path, group: str) -> None:
    from store.library.sharing import SharingError, group_of, make_shared_folder, out_of_reach
    from tui.commandline.output import say

    try:
        gid = group_of(group)
        make_shared_folder(path, gid)
    except SharingError as error:
        raise Refused(str(error)) from error
    barred = out_of_reach(path, gid)
    if barred is not None:
        say(f"note: the group {group} may not go through {barred}, and so not reach the library")
