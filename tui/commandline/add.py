"""``policyreader add``: files and folders into the library."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commandline import codes
from tui.commandline.libraries import opened
from tui.commandline.options import (
    form_of,
    format_option,
    library_option,
    limit_options,
    limits_from,
)

if TYPE_CHECKING:
    from store.export import Format
    from store.library.interface import Added, Progress
    from store.model import Article, Document
    from tui.commandline.inputs import Inputs


@click.command(short_help="Read files and folders into the library.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@limit_options
@format_option
@library_option
def command(
    paths: tuple[Path, ...],
    library: Path,
    form: str,
    max_files: int | None,
    max_line: int | None,
    max_file_size: int | None,
) -> int:
    """Read the reports of PATHS, files and folders (- is standard input), into the library.

    The same document again changes nothing. Whatever cannot be read is named with its reason,
    and the rest is added.
    """
    from tui.commandline.inputs import Inputs
    from tui.commandline.output import say

    inputs = Inputs(paths, limits_from(max_files, max_line, max_file_size))
    added = _add(inputs, library)
    _tell(added, inputs, form_of(form))
    for refusal in inputs.refusals:
        say(f"not read: {refusal}")
    return codes.UNREADABLE if inputs.refusals else codes.DONE


def _add(inputs: "Inputs", path: Path) -> Sequence["Added"]:
    from tui.commandline.progress import told

    found = inputs.files()
    if not found:
        return ()
    with opened(path, make=True) as library, told("reading") as progress:
        return library.add(_parsed(inputs, found, progress))


def _parsed(
    inputs: "Inputs", found: list[tuple[Path, Path | None]], progress: "Progress"
) -> Iterator[tuple["Document", Sequence["Article"]]]:
    from store.lexicon import load
    from store.parsing import parse

    lexicon = load()
    for done, (path, inside) in enumerate(found, 1):
        document = inputs.document(path, inside)
        articles = parse(document, lexicon) if document else []
        if document and not articles:
            inputs.refusals.append(f"{document.path}: no report found in it")
        progress(done, len(found))
        if document and articles:
            yield document, articles


def _tell(added: Sequence["Added"], inputs: "Inputs", form: "Format") -> None:
    """The answer: a summary as text, one row a document in the other formats."""
    from store.export import Table, table_as
    from tui.commandline.output import write

    if form == "text":
        write([_summary(added, inputs)], form)
        return
    rows = ((each.path, each.outcome, each.articles) for each in added)
    write(table_as(Table(("path", "outcome", "articles"), rows), form), form)


def _summary(added: Sequence["Added"], inputs: "Inputs") -> str:
    outcomes = Counter(each.outcome for each in added)
    reports = sum(len(each.articles) for each in added if each.outcome == "added")
    parts = [f"added {outcomes['added']} documents with {reports} reports"]
    parts += [f"{outcomes['changed']} changed"] if outcomes["changed"] else []
    parts += [f"{outcomes['present']} already there", f"{len(inputs.refusals)} not read"]
    parts += [f"{inputs.skipped} skipped, no texts"] if inputs.skipped else []
    return ", ".join(parts) + "\n"
