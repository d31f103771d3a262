"""The sample library: the reports of seeds/, made into a library when there is none yet."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from seeds import reports
from store.lexicon import load
from store.library import open_library
from store.model import Article, Document
from store.parsing import parse
from store.reading import read_bytes


def make_sample_library(path: Path) -> None:
    """Make a library of the sample reports at ``path``, whole or not at all.

    It is built beside its place and moved there, so that an interruption leaves no half of
    it; when another process was faster, its library stays.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    workplace = Path(tempfile.mkdtemp(prefix=f".{path.name}-", dir=path.parent))
    try:
        library = open_library(workplace, write=True)
        try:
            library.add(_parsed())
        finally:
            library.close()
        _move(workplace, path)
    finally:
        shutil.rmtree(workplace, ignore_errors=True)


def sample_documents() -> Iterator[Document]:
    """The documents of the package ``seeds``, in the order of their names."""
    for report in reports():
        yield read_bytes(report.read_bytes(), f"seeds/reports/{report.name}")


def _parsed() -> Iterator[tuple[Document, list[Article]]]:
    lexicon = load()
    for document in sample_documents():
        yield document, list(parse(document, lexicon))


def _move(workplace: Path, path: Path) -> None:
    try:
        workplace.rename(path)
    except OSError:
        if not (path.is_dir() and any(path.iterdir())):
            raise
