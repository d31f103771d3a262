"""``policyreader people``: the names in the meetings that match."""

from pathlib import Path
from typing import Final

import click

from tui.commandline import codes
from tui.commandline.libraries import opened
from tui.commandline.options import (
    QueryCommand,
    expression_of,
    form_of,
    format_option,
    library_option,
    query_argument,
)

EVERYBODY: Final = 10_000_000
"""More names than any library has."""


@click.command(cls=QueryCommand, short_help="List the people in the meetings that match.")
@query_argument
@format_option
@library_option
def command(query: tuple[str, ...], library: Path, form: str) -> int:
    """List the people in the meetings that match QUERY, with the number of their meetings.

    The name as printed is the key: two people of one name are one line.
    """
    from store.export import Table, table_as
    from tui.commandline.output import say, write

    expression = expression_of(query)
    with opened(library) as opened_library:
        people = opened_library.facets(expression, "person", EVERYBODY)
        rows = ((one.value, one.count) for one in people)
        write(table_as(Table(("name", "meetings"), rows), form_of(form)), form_of(form))
        if not people:
            say("nobody is named in a meeting that matches")
    return codes.DONE
