"""``policyreader stats``: how many meetings there are, of what kind, when."""

from pathlib import Path

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


@click.command(cls=QueryCommand, short_help="Count the meetings that match.")
@query_argument
@format_option
@library_option
def command(query: tuple[str, ...], library: Path, form: str) -> int:
    """Count the meetings that match QUERY: all, undated, by kind, level, role and month.

    Of people, places, sources, series and terms it says how many different ones there are.
    """
    from store.across import statistics
    from store.export import Table, table_as
    from tui.commandline.output import write

    expression = expression_of(query)
    with opened(library) as opened_library:
        rows = statistics(opened_library, expression)
        write(table_as(Table(("field", "value", "count"), rows), form_of(form)), form_of(form))
    return codes.DONE
