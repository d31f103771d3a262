"""``policyreader terms``: the numeric shorthand of the meetings that match."""

from collections.abc import Iterator, Sequence
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
    from store.across import TermUse

COLUMNS = ("term", "meetings", "first", "last", "expansion", "id")


@click.command(
    cls=QueryCommand, short_help="List the numeric shorthand of the meetings that match."
)
@query_argument
@format_option
@library_option
def command(query: tuple[str, ...], library: Path, form: str) -> int:
    """List the numeric shorthand (六有, 八支队伍) of the meetings that match QUERY.

    Each with its number of meetings, first and last day, the expansion that the newest report
    gives, and the id of that report. An expansion that no report gives stays unknown.
    """
    from store.across import term_uses
    from store.export import Table, table_as
    from tui.commandline.output import say, write

    expression = expression_of(query)
    with opened(library) as opened_library:
        uses = term_uses(opened_library, expression)
    if form == "text":
        write(_lines(uses), "text")
    else:
        rows = ((u.term, u.meetings, u.first, u.last, u.expansion, u.article) for u in uses)
        write(table_as(Table(COLUMNS, rows), form_of(form)), form_of(form))
    if not uses:
        say("no shorthand in a meeting that matches")
    return codes.DONE


def _lines(uses: "Sequence[TermUse]") -> Iterator[str]:
    for use in uses:
        meaning = "、".join(use.expansion) if use.expansion else "not expanded"
        days = "..".join(dict.fromkeys(filter(None, (use.first, use.last)))) or "undated"
        yield " ".join(f"{use.meetings:>4}  {use.term}  {days}  {meaning}".splitlines()) + "\n"
