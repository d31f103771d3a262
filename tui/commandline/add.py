"""``policyreader add``: files and folders into the library."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
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
    from store.library.library import LogLibrary
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
    from tui.commandline.inputs import STANDARD_INPUT, Inputs
    from tui.commandline.output import say

    # one file is one document however its path is typed
    real = [path if path == STANDARD_INPUT else Path(os.path.realpath(path)) for path in paths]
    inputs = Inputs(real, limits_from(max_files, max_line, max_file_size))
    added = _add(inputs, library)
    _tell(added, inputs, form_of(form))
    for refusal in inputs.refusals:
        say(f"not read: {refusal}")
    return codes.UNREADABLE if inputs.refusals else codes.DONE


def _add(inputs: "Inputs", path: Path) -> Sequence["Added"]:
    from tui.commandline.output import say
    from tui.commandline.progress import told

    found = inputs.files()
    if not found:
        return ()
    with opened(path, make=True) as library, told("reading") as progress:
        adding = _Adding(library, inputs, found, progress)
        try:
            return [*library.add(adding.parsed()), *adding.present]
        except KeyboardInterrupt:
            say(
                f"interrupted at {adding.done} of {len(found)}: the same command goes on from there"
            )
            raise


@dataclass
class _Adding:
    """Reads and parses the files one by one; those that are stored already are only noted."""

    library: "LogLibrary"
    inputs: "Inputs"
    found: list[tuple[Path, Path | None]]
    progress: "Progress"
    present: list["Added"] = field(default_factory=list)
    done: int = 0

    def parsed(self) -> Iterator[tuple["Document", Sequence["Article"]]]:
        """What is new among the files, with its articles."""
        from store.lexicon import load
        from store.parsing import parse

        for path, inside in self.found:
            document = self.inputs.document(path, inside)
            if document and not self._is_there(document):
                articles = parse(document, load())
                if articles:
                    yield document, articles
                else:
                    self.inputs.refusals.append(f"{document.path}: no report found in it")
            self.done += 1
            self.progress(self.done, len(self.found))

    def _is_there(self, document: "Document") -> bool:
        from store.library.interface import Added

        there = self.library.has_document(document.path, document.sha256)
        if there:
            self.present.append(Added(document.path, "present", ()))
        return there


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
    parts = ["added " + _some(outcomes["added"], "document") + " with " + _some(reports, "report")]
    parts += [f"{outcomes['changed']} changed"] if outcomes["changed"] else []
    parts += [f"{outcomes['present']} already there", f"{len(inputs.refusals)} not read"]
    parts += [f"{inputs.skipped} skipped, no texts"] if inputs.skipped else []
    return ", ".join(parts) + "\n"


def _some(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
