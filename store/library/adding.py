"""Add many files: read and parsed by worker processes, stored in order, cancellable.

Ctrl+c is taken between two documents: what was finished is stored, the rest is not begun.
"""

import hashlib
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

from msgspec.structs import replace

from store.lexicon import load
from store.library import workers
from store.library.interface import Added, AddedAs, Progress
from store.library.storing import storable, storable_article
from store.model import Article, Document, article_from_json, article_to_json
from store.parsing import parse
from store.reading import Limits, ReadingError, data_of, read_bytes
from store.reading.limits import DEFAULT_LIMITS

_FEW: Final = 24
"""Up to this many files are read in this process: workers take a second to start."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to add; ``inside`` is the folder that was asked for, which it may not leave."""

    path: Path
    inside: Path | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker is told: the file, the checksum that is stored for it, the bounds."""

    source: Source
    known: str | None
    limits: Limits


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one file: its document and articles as JSON, or why there are none.

    With ``present`` the file is the one that is stored already.
    """

    path: str
    document: Document | None = None
    articles: tuple[bytes, ...] = ()
    refusal: str = ""
    present: bool = False


Work = Callable[[Task], Done]
"""Reads and parses one file, in another process: a function of a module."""


@dataclass(slots=True)
class Summary:
    """What became of all files: documents in order, and a line for each that was not read."""

    added: list[Added] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    interrupted: bool = False


class Target(Protocol):
    """What add_files needs of a library."""

    def checksum_of(self, path: str) -> str | None:
        """The checksum of the document that is stored for a path."""
        ...

    def add(
        self, parsed: Iterable[tuple[Document, Sequence[Article]]], progress: Progress | None = None
    ) -> Sequence[Added]:
        """Store documents with their articles."""
        ...


def add_files(
    library: Target,
    sources: Sequence[Source],
    *,
    limits: Limits = DEFAULT_LIMITS,
    processes: int | None = None,
    progress: Progress | None = None,
    dry_run: bool = False,
    work: Work | None = None,
) -> Summary:
    """Read, parse and store files on all cores; gives what became of each.

    A file that is stored already costs a hash. A file that cannot be read, or on which a worker
    dies, is named in the refusals and the others are added. With ``dry_run`` nothing is stored.
    Raises LibraryError when the library cannot be written; what was stored before stays.
    """
    count = (os.cpu_count() or 1) if processes is None else processes
    if len(sources) <= _FEW and processes is None:
        count = 0
    summary = Summary()
    with _ctrl_c_noted() as noted:
        tasks = (Task(source, library.checksum_of(str(source.path)), limits) for source in sources)
        finished = workers.run(work or read_and_parse, tasks, count, noted)
        taking = _Taking(summary, len(sources), progress, noted)
        fresh = taking.fresh(finished)
        if dry_run:
            summary.added += [
                _would_add(library, document, articles) for document, articles in fresh
            ]
        else:
            summary.added += library.add(fresh)
        summary.interrupted = noted.is_set()
    return summary


@dataclass(slots=True)
class _Taking:
    """Takes what workers finished: counts it, notes refusals, passes on what is new."""

    summary: Summary
    total: int
    progress: Progress | None
    noted: threading.Event

    def fresh(
        self, finished: Iterable[tuple[Task, Done | BaseException]]
    ) -> Iterator[tuple[Document, Sequence[Article]]]:
        for number, (task, done) in enumerate(finished, 1):
            if isinstance(done, BaseException):
                name = ascii(str(task.source.path))
                self.summary.refusals.append(f"{name}: its reading failed: {done!r}")
            elif done.present:
                self.summary.added.append(Added(done.path, "present", ()))
            elif done.document is None:
                self.summary.refusals.append(done.refusal)
            else:
                yield done.document, [article_from_json(one) for one in done.articles]
            if self.progress is not None:
                self.progress(number, self.total)
            if self.noted.is_set():
                return


def read_and_parse(task: Task) -> Done:
    """The work on one file; runs in a worker process."""
    path = str(task.source.path)
    try:
        data = data_of(task.source.path, task.limits, task.source.inside)
        if task.known is not None and hashlib.sha256(data).hexdigest() == task.known:
            return Done(path, present=True)
        document = read_bytes(data, path, task.limits)
    except ReadingError as error:
        return Done(path, refusal=str(error))
    articles = parse(document, load())
    if not articles:
        return Done(path, refusal=f"{document.path}: no report found in it")
    return done_with(document, articles)


def done_with(document: Document, articles: Sequence[Article]) -> Done:
    """The result of a file that was read and parsed, small enough to travel between processes."""
    # the pages have become the articles
    bare = replace(document, path=storable(document.path), pages=())
    as_json = tuple(article_to_json(storable_article(article)) for article in articles)
    return Done(bare.path, bare, as_json)


def _would_add(library: Target, document: Document, articles: Sequence[Article]) -> Added:
    outcome: AddedAs = "added" if library.checksum_of(document.path) is None else "changed"
    return Added(document.path, outcome, tuple(article.id for article in articles))


@contextmanager
def _ctrl_c_noted() -> Iterator[threading.Event]:
    """Note a first ctrl+c instead of raising it anywhere; a second one raises as usual.

    In another thread than the main one nothing is noted: signals do not come there.
    """
    noted = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield noted
        return
    usual = signal.getsignal(signal.SIGINT)

    def note(number: int, frame: object) -> None:
        noted.set()
        signal.signal(signal.SIGINT, usual)

    signal.signal(signal.SIGINT, note)
    try:
        yield noted
    finally:
        signal.signal(signal.SIGINT, usual)
