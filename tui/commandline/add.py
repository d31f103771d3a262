"""``policyreader add``: files and folders into the library."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commandline import codes
from tui.commandline.libraries import is_there, opened
from tui.commandline.options import (
    form_of,
    format_option,
    library_option,
    limit_options,
    limits_from,
)

if TYPE_CHECKING:
    from store.export import Format
    from store.library.adding import Summary, Target
    from store.library.interface import Added, Progress
    from store.model import Article, Document
    from tui.commandline.inputs import Inputs


@click.command(short_help="Read files and folders into the library.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would be added; store nothing.")
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
    max_paragraphs: int | None,
    *,
    dry_run: bool,
) -> int:
    """Read the reports of PATHS, files and folders (- is standard input), into the library.

    The same document again changes nothing. Whatever cannot be read is named with its reason,
    and the rest is added.
    """
    from tui.commandline.inputs import STANDARD_INPUT, Inputs

    # one file is one document however its path is typed
    real = [path if path == STANDARD_INPUT else Path(os.path.realpath(path)) for path in paths]
    inputs = Inputs(real, limits_from(max_files, max_line, max_file_size, max_paragraphs))
    summary = _add(inputs, library, dry_run=dry_run)
    _tell(summary, inputs, form_of(form), dry_run=dry_run)
    return _code_of(summary, inputs)


def _add(inputs: "Inputs", path: Path, *, dry_run: bool) -> "Summary":
    from store.library.adding import Source, Summary, add_files
    from tui.commandline.inputs import STANDARD_INPUT
    from tui.commandline.progress import told

    found = inputs.files()
    sources = [Source(file, inside) for file, inside in found if file != STANDARD_INPUT]
    if not found:
        return Summary()
    with _target(path, dry_run=dry_run) as library, told("reading") as progress:
        summary = add_files(
            library, sources, limits=inputs.limits, progress=progress, dry_run=dry_run
        )
        if len(sources) < len(found) and not summary.interrupted:
            summary.added += _from_standard_input(inputs, library, dry_run=dry_run)
    return summary


def _from_standard_input(
    inputs: "Inputs", library: "Target", *, dry_run: bool
) -> Sequence["Added"]:
    """What became of the document on standard input, whose path names its content."""
    from store.lexicon import load
    from store.library.interface import Added
    from store.parsing import parse
    from tui.commandline.inputs import STANDARD_INPUT

    document = inputs.document(STANDARD_INPUT, None)
    if document is None:
        return ()
    articles = parse(document, load())
    if not dry_run:
        return library.add([(document, articles)])
    there = library.checksum_of(document.path) == document.sha256
    return [
        Added(document.path, "present" if there else "added", tuple(each.id for each in articles))
    ]


@contextmanager
def _target(path: Path, *, dry_run: bool) -> Iterator["Target"]:
    """The library to add to; a dry run before the first ``add`` has one that holds nothing."""
    if dry_run and not is_there(path):
        yield _Nothing()
        return
    with opened(path, write=not dry_run) as library:
        yield library


class _Nothing:
    """What a dry run compares with when there is no library yet."""

    def checksum_of(self, path: str) -> str | None:
        return None

    def add(
        self,
        parsed: "Iterable[tuple[Document, Sequence[Article]]]",
        progress: "Progress | None" = None,
    ) -> Sequence["Added"]:
        raise AssertionError("a dry run stores nothing")


def _tell(summary: "Summary", inputs: "Inputs", form: "Format", *, dry_run: bool) -> None:
    """The answer: a line as text, one row a document in the other formats; then the refusals."""
    from store.export import Table, table_as
    from tui.commandline.output import say, write

    if form == "text":
        write([_line(summary, inputs, dry_run=dry_run)], form)
    else:
        rows = ((each.path, each.outcome, each.articles) for each in summary.added)
        write(table_as(Table(("path", "outcome", "articles"), rows), form), form)
    for refusal in (*inputs.refusals, *summary.refusals):
        say(f"not read: {refusal}")
    if summary.interrupted:
        say("interrupted: what was added is stored, and the same command goes on from there")


def _line(summary: "Summary", inputs: "Inputs", *, dry_run: bool) -> str:
    outcomes = Counter(each.outcome for each in summary.added)
    reports = sum(len(each.articles) for each in summary.added if each.outcome == "added")
    documents = _some(outcomes["added"], "document")
    parts = [f"{'would add' if dry_run else 'added'} {documents} with {_some(reports, 'report')}"]
    parts += [f"{outcomes['changed']} changed"] if outcomes["changed"] else []
    refused = len(inputs.refusals) + len(summary.refusals)
    parts += [f"{outcomes['present']} already there", f"{refused} not read"]
    parts += [f"{inputs.skipped} skipped, no texts"] if inputs.skipped else []
    return ", ".join(parts) + "\n"


def _some(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _code_of(summary: "Summary", inputs: "Inputs") -> int:
    if summary.interrupted:
        return codes.INTERRUPTED
    return codes.UNREADABLE if inputs.refusals or summary.refusals else codes.DONE
