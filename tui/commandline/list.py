"""``policyreader list``: the timeline of the meetings that match."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commandline import codes
from tui.commandline.libraries import opened
from tui.commandline.matching import begun, meetings_of
from tui.commandline.options import (
    QueryCommand,
    expression_of,
    form_of,
    format_option,
    library_option,
    query_argument,
)

if TYPE_CHECKING:
    from store.export import Format


@click.command(cls=QueryCommand, short_help="List the meetings that match, newest first.")
@query_argument
@format_option
@library_option
def command(query: tuple[str, ...], library: Path, form: str) -> int:
    """List the meetings that match QUERY, newest first; without one, all of them.

    A line of text is: date, number of requirements, number of reports, meeting, place, who
    presided, and the id of its first report for policyreader show.
    """
    return print_timeline(library, query, form_of(form))


def print_timeline(library: Path, query: tuple[str, ...], form: "Format") -> int:
    """Print the meetings of a library that match; returns the exit code."""
    from store.export import meetings_as
    from tui.commandline.output import say, write

    expression = expression_of(query)
    with opened(library) as opened_library:
        meetings = begun(meetings_of(opened_library, expression))
        write(meetings_as(meetings or (), form), form)
        if meetings is None:
            say("no meeting matches")
    return codes.DONE
