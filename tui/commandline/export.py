"""``policyreader export``: every article that matches, whole, for another program."""

from functools import partial
from pathlib import Path

import click

from tui.commandline import codes
from tui.commandline.libraries import opened
from tui.commandline.matching import articles_of
from tui.commandline.options import (
    QueryCommand,
    expression_of,
    form_of,
    format_option,
    library_option,
    query_argument,
)


@click.command(cls=QueryCommand, short_help="Print every article that matches, whole.")
@query_argument
@partial(format_option, default="jsonl")
@library_option
def command(query: tuple[str, ...], library: Path, form: str) -> int:
    """Print the articles that match QUERY, newest first; without one, the whole library.

    With your corrections applied. --format csv gives one line of facts an article.
    """
    from store.export import articles_as
    from tui.commandline.output import write

    expression = expression_of(query)
    with opened(library) as opened_library:
        write(articles_as(articles_of(opened_library, expression), form_of(form)), form_of(form))
    return codes.DONE
