"""Doctor's checks of a log and of the index against it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from store.library import index, membership, rewriting, schema
from store.library.findings import Finding
from store.library.index import Fit
from store.library.interface import LibraryDamagedError, LibraryError, Progress
from store.library.log import Log
from store.library.offsets import MemoryOffsets
from store.library.writer import Writer

_NAMED: Final = 5
"""Places that are named when there are more."""

_ORPHANS: Final = (
    "SELECT COUNT(*) FROM article a WHERE NOT EXISTS (SELECT 1 FROM holds h WHERE h.article = a.id)"
)
_BEREFT: Final = """
SELECT DISTINCT d.path FROM holds h JOIN document d ON d.rec = h.rec
WHERE NOT EXISTS (SELECT 1 FROM article a WHERE a.id = h.article)
"""


@dataclass(slots=True)
class Scan:
    """A log read once from end to end."""

    records: int = 0
    torn: int = 0
    damaged: list[tuple[int, int]] = field(default_factory=list)
    live: MemoryOffsets = field(default_factory=MemoryOffsets)

    @classmethod
    def of(cls, log: Log, progress: Progress | None) -> "Scan":
        """Read a log; ``progress`` gets bytes."""
        scan = cls()
        end, size = log.end(), log.size()
        scan.torn = size - end
        for record in log.records(damage=lambda at, length: scan.damaged.append((at, length))):
            scan.records += 1
            if progress is not None and scan.records % 1_000 == 0:
                progress(record.end, size)
        scan.live.catch_up(log)
        return scan


def log_and_index(path: Path, index_path: Path, progress: Progress | None) -> Iterator[Finding]:
    """What there is to say about a library's log and its index."""
    if not path.exists():
        yield Finding("error", path, "the log is missing; a copy of it is needed")
        return
    try:
        log = Log(path)
    except LibraryDamagedError as error:
        mend = partial(rewriting.mend_header, path)
        yield Finding("error", path, str(error), "give it a new first line", mend)
        return
    except LibraryError as error:
        yield Finding("error", path, str(error))
        return
    with closing(log):
        scan = Scan.of(log, progress)
        yield from _of_log(path, scan, partial(_compact_unread, path, index_path))
        yield from _of_index(log, index_path, scan)


def log_only(path: Path) -> Iterator[Finding]:
    """What there is to say about a small log that has no index."""
    try:
        log = Log(path)
    except LibraryDamagedError as error:
        mend = partial(rewriting.mend_header, path)
        yield Finding("error", path, str(error), "give it a new first line", mend)
        return
    except LibraryError as error:
        yield Finding("error", path, str(error))
        return
    with closing(log):
        yield from _of_log(path, Scan.of(log, None), partial(_compact_log, path))


def compact(path: Path, index_path: Path, progress: Progress | None = None) -> int:
    """Rewrite a log without what is dead and index it again; gives the bytes that were saved."""
    with closing(Log(path, write=True)) as log, closing(Writer(index_path)) as writer:
        log.cut(log.end())
        before = log.size()
        index.bring_up(writer, log)
        with closing(schema.open_reader(index_path)) as connection:
            clean = connection.execute("SELECT 1 FROM broken").fetchone() is None
        fresh, moved = rewriting.compact(log, progress)
        with closing(fresh):
            if clean:
                # what cannot be moved, on a full disk say, is made anew or said below
                with suppress(sqlite3.DatabaseError):
                    index.move(index_path, fresh, moved)
            index.bring_up(writer, fresh, progress)
            return before - fresh.size()


def _of_log(path: Path, scan: Scan, drop: "partial[None]") -> Iterator[Finding]:
    live = sum(scan.live.count(name) for name in scan.live.tables())
    yield Finding("note", path, f"{scan.records} records, {live} of them live")
    if scan.torn:
        what = f"a write of {scan.torn} bytes at the end was never finished"
        yield Finding("warning", path, what, "cut it and keep a copy", partial(_cut, path))
    if scan.damaged:
        places = ", ".join(str(at) for at, _ in scan.damaged[:_NAMED])
        more = " ..." if len(scan.damaged) > _NAMED else ""
        what = f"{len(scan.damaged)} damaged lines (at bytes {places}{more}) are left out"
        yield Finding("error", path, what, "set them aside and rewrite the log", drop)


def _of_index(log: Log, path: Path, scan: Scan) -> Iterator[Finding]:
    try:
        fit = index.fit_of(path, log)
    except LibraryError as error:
        yield Finding("error", path, str(error))
        return
    mend = partial(_bring_up, path, log.path)
    if fit is Fit.UNFIT:
        yield Finding("warning", path, "is missing or fits another log", "make it anew", mend)
    elif fit is Fit.CLOSED:
        yield Finding("warning", path, "was left half written", "roll it back", mend)
    elif fit is Fit.BEHIND and not (scan.torn or scan.damaged):
        yield Finding("warning", path, "does not cover the whole log", "bring it up", mend)
    else:
        anew = partial(_anew, path, log.path)
        with closing(schema.open_reader(path)) as connection:
            yield from _inside(connection, path, scan, anew)


def _inside(
    connection: sqlite3.Connection, path: Path, scan: Scan, anew: "partial[None]"
) -> Iterator[Finding]:
    """The index itself, and whether it says what the log says."""
    try:
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        stored = set(connection.execute("SELECT tab, id, offset, length FROM record"))
        broken = connection.execute(
            "SELECT offset, reason FROM broken WHERE reason != 'damaged line'"
        ).fetchall()
        (orphans,) = connection.execute(_ORPHANS).fetchone()
        bereft = [one for (one,) in connection.execute(_BEREFT).fetchall()]
        agrees = stored == _places(scan.live) and membership.fits_articles(connection)
    except (sqlite3.DatabaseError, LibraryDamagedError) as error:
        yield Finding("error", path, str(error), "make it anew", anew)
        return
    if verdict != "ok":
        yield Finding("error", path, str(verdict), "make it anew", anew)
    elif not agrees:
        yield Finding("error", path, "does not agree with the log", "make it anew", anew)
    for offset, reason in broken:
        yield Finding("error", path, f"the record at byte {offset} is set aside: {reason}")
    if orphans:
        yield Finding("note", path, f"{orphans} articles belong to no document")
    for one in bereft[:_NAMED]:
        yield Finding("warning", Path(one), "some of its articles were lost: add it again")


def _places(offsets: MemoryOffsets) -> set[tuple[str, int, int, int]]:
    return {
        (name, doc_id, *place)
        for name in offsets.tables()
        for doc_id in offsets.ids(name)
        if (place := offsets.find(name, doc_id)) is not None
    }


def _cut(path: Path) -> None:
    with closing(Log(path, write=True)) as log:
        log.cut(log.end())


def _compact_log(path: Path) -> None:
    with closing(Log(path, write=True)) as log:
        log.cut(log.end())
        fresh, _ = rewriting.compact(log)
        fresh.close()


def _compact_unread(path: Path, index_path: Path) -> None:
    compact(path, index_path)


def _bring_up(path: Path, log_path: Path) -> None:
    with closing(Log(log_path, write=True)) as log, closing(Writer(path)) as writer:
        index.bring_up(writer, log)


def _anew(path: Path, log_path: Path) -> None:
    with closing(Log(log_path, write=True)) as log, closing(Writer(path)) as writer:
        index.start_anew(path, log)
        index.bring_up(writer, log)
