"""``policyreader requirements``: what the meetings that match demand."""

from pathlib import Path
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from store.across import Demand
    from store.export import Cell

COLUMNS = ("date", "meeting", "kind", "by", "number", "marker", "text", "id")


@click.command(cls=QueryCommand, short_help="List what the meetings that match demand.")
@query_argument
@format_option
@library_option
def command(query: tuple[str, ...], library: Path, form: str) -> int:
    """List the numbered items and the directives of the meetings that match QUERY.

    A line has date, meeting, kind, who asks, number, marker, text, and the id of the article.
    Of several reports of one meeting the one with the most items speaks.
    """
    from store.across import demands
    from store.export import Table, table_as
    from tui.commandline.output import write

    expression = expression_of(query)
    with opened(library) as opened_library:
        rows = map(_cells, demands(opened_library, expression))
        write(table_as(Table(COLUMNS, rows), form_of(form)), form_of(form))
    return codes.DONE


def _cells(demand: "Demand") -> "tuple[Cell, ...]":
    report = demand.meeting.reports[0]
    return (
        demand.meeting.date,
        report.event or report.title,
        demand.kind,
        demand.by,
        demand.number,
        demand.marker,
        demand.text,
        demand.article,
    )
