"""``policyreader show``: whole articles of the library."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commandline import codes
from tui.commandline.libraries import opened
from tui.commandline.matching import articles_of, begun
from tui.commandline.options import (
    QueryCommand,
    expression_of,
    form_of,
    format_option,
    library_option,
    query_argument,
)

if TYPE_CHECKING:
    from store.library.interface import Library
    from store.model import Article


@click.command(cls=QueryCommand, short_help="Print whole articles, by id or by query.")
@query_argument
@format_option
@library_option
def command(query: tuple[str, ...], library: Path, form: str) -> int:
    """Print the article whose id is given, or every article that matches QUERY, newest first."""
    from store.export import articles_as
    from tui.commandline.output import say, write

    if not query:
        raise click.UsageError("show wants an id or a query; policyreader list shows the ids")
    with opened(library) as opened_library:
        articles = begun(_articles(opened_library, query))
        if articles is None:
            say("no article matches")
            return codes.DONE
        write(articles_as(articles, form_of(form)), form_of(form))
    return codes.DONE


def _articles(library: "Library", query: tuple[str, ...]) -> Iterator["Article"]:
    """The article of an id, or those of a query."""
    if len(query) == 1 and (named := library.article(query[0])) is not None:
        return iter((named,))
    return articles_of(library, expression_of(query))
