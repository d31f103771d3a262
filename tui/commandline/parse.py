"""``policyreader parse``: articles on standard output, nothing stored."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commandline import codes
from tui.commandline.options import (
    form_of,
    format_option,
    library_option,
    limit_options,
    limits_from,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.model import Article
    from tui.commandline.inputs import Inputs


@click.command(short_help="Print the articles of files; store nothing.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@limit_options
@format_option
@library_option
def command(
    files: tuple[Path, ...],
    library: Path,
    form: str,
    max_files: int | None,
    max_line: int | None,
    max_file_size: int | None,
    max_paragraphs: int | None,
) -> int:
    """Print the articles of FILES and folders (- is standard input); no library is touched.

    --format jsonl prints one article a line in the format that docs/articles.md describes.
    """
    from store.export import articles_as
    from tui.commandline.inputs import Inputs
    from tui.commandline.output import say, write

    inputs = Inputs(files, limits_from(max_files, max_line, max_file_size, max_paragraphs))
    write(articles_as(_articles(inputs), form_of(form)), form_of(form))
    for refusal in inputs.refusals:
        say(refusal)
    return codes.UNREADABLE if inputs.refusals else codes.DONE


def _articles(inputs: "Inputs") -> "Iterator[Article]":
    from store.lexicon import load
    from store.parsing import parse

    lexicon = load()
    for document in inputs.documents():
        yield from parse(document, lexicon)
