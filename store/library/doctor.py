"""Look a library over and mend what can be mended; nothing that cannot be read is thrown away."""

import os
import shutil
import stat
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from store.library import checks, files, index, lock
from store.library.corrections import FILE as CORRECTIONS
from store.library.corrections import corrections_in
from store.library.findings import Finding
from store.library.interface import LibraryError, Progress
from store.library.library import LOG_NAME
from store.library.marks import FILE as MARKS
from store.library.marks import marks_in
from store.library.served import LOCK_NAME

_SPARE: Final = 100_000_000
"""Bytes of free space below which adding may soon fail."""

_ROUNDS: Final = 50
"""One repair may uncover another: a mended log has no index that fits."""


def examine(path: Path, state: Path, progress: Progress | None = None) -> list[Finding]:
    """Everything there is to say about a library and about one reader's own files.

    Reads the whole log; ``progress`` gets bytes.
    """
    if not path.is_dir():
        return [Finding("error", path, "there is no library here")]
    found = [*_access(path), *_leftovers(path), *_leftovers(state), *_space(path)]
    found += [*_corrections(state), *_marks(state)]
    return [*found, *checks.log_and_index(path / LOG_NAME, path / index.NAME, progress)]


def repair(path: Path, state: Path, progress: Progress | None = None) -> list[Finding]:
    """Mend what examine() finds, as long as there is something to mend; gives what was mended.

    What is replaced is kept under ``kept/``. Raises LibraryLockedError while another process
    writes.
    """
    mended: list[Finding] = []
    with lock.writing(path / LOCK_NAME):
        for _ in range(_ROUNDS):
            found = examine(path, state, progress)
            todo = [one for one in found if one.mend is not None and one not in mended]
            if not todo:
                break
            # the first only: the others may look different after it
            if todo[0].mend is not None:
                with files.refusals_of(todo[0].file):
                    todo[0].mend()
            mended.append(todo[0])
    return mended


def compact(path: Path, progress: Progress | None = None) -> int:
    """Rewrite the log without what is dead; gives the bytes that were saved.

    Raises LibraryLockedError while another process writes.
    """
    with lock.writing(path / LOCK_NAME):
        return checks.compact(path / LOG_NAME, path / index.NAME, progress)


def _access(path: Path) -> Iterator[Finding]:
    """What is no file of a library, and what others may do here or the group may not."""
    for one in (path, *sorted(path.iterdir())):
        there = one.lstat()
        if not (stat.S_ISREG(there.st_mode) or stat.S_ISDIR(there.st_mode)):
            yield Finding("error", one, "is neither a file nor a folder: move it away")
        elif stat.S_ISDIR(there.st_mode) and one not in (path, path / files.KEPT):
            yield Finding("error", one, "is a folder, not a file: move it away")
        else:
            yield from _rights(one, there, path)


def _rights(one: Path, there: os.stat_result, library: Path) -> Iterator[Finding]:
    """Rights that differ from those of a private library, or of one shared with a group."""
    within = library.stat()
    folder = stat.S_ISDIR(there.st_mode)
    mode = files.folder_mode(library) if folder else files.file_mode(library)
    shared = bool(mode & 0o070)
    if shared and there.st_gid != within.st_gid:
        what = f"is not of the library's group {within.st_gid}"
        mend = partial(os.chown, one, -1, within.st_gid)
        yield _to_mend(one, there, what, "give it to that group", mend)
    lacks = mode & 0o070 & ~there.st_mode
    if there.st_mode & 0o077 & ~mode or lacks:
        seen = stat.filemode(there.st_mode)
        what = f"its group may not use it ({seen})" if lacks else f"others may use it ({seen})"
        repair = f"make it {stat.filemode(stat.S_IFMT(there.st_mode) | mode)}"
        yield _to_mend(one, there, what, repair, partial(one.chmod, mode))


def _to_mend(
    one: Path, there: os.stat_result, what: str, repair: str, mend: "partial[None]"
) -> Finding:
    """A finding that only the owner of a file and root can mend."""
    if os.geteuid() in (there.st_uid, 0):
        return Finding("warning", one, what, repair, mend)
    return Finding("warning", one, f"{what}: its owner, user {there.st_uid}, can {repair}")


def _leftovers(folder: Path) -> Iterator[Finding]:
    if not folder.is_dir():
        return
    if left := files.leftovers(folder):
        # one finding: a repair looks everything over again after each
        what = "left by a writer that was killed" + (
            f", and {len(left) - 1} more" * (len(left) > 1)
        )
        yield Finding("warning", left[0], what, "remove it", partial(_remove, left))


def _space(path: Path) -> Iterator[Finding]:
    free = shutil.disk_usage(path).free
    used = sum(one.stat().st_size for one in path.iterdir() if one.is_file())
    what = f"{used / 1e6:,.0f} MB in use, {free / 1e6:,.0f} MB free"
    yield Finding("warning" if free < _SPARE else "note", path, what)
    kept = path / files.KEPT
    if kept.is_dir():
        count = len(list(kept.iterdir()))
        yield Finding("note", kept, f"{count} copies of what was cut or replaced")


def _corrections(state: Path) -> Iterator[Finding]:
    path = state / CORRECTIONS
    if not os.path.lexists(path):
        return
    found = list(checks.log_only(path))
    yield from found
    if not any(one.severity == "error" for one in found):
        yield from _set_aside_in(path, corrections_in(path).count(None))


def _marks(state: Path) -> Iterator[Finding]:
    path = state / MARKS
    try:
        wrong = marks_in(path).count(None)
    except LibraryError as error:
        yield Finding(
            "error", path, str(error), "set it aside and begin anew", partial(_set_aside, path)
        )
        return
    yield from _set_aside_in(path, wrong)


def _set_aside_in(path: Path, records: int) -> Iterator[Finding]:
    if records:
        yield Finding("error", path, f"{records} records with a wrong field are set aside")


def _set_aside(path: Path) -> None:
    files.keep_copy(path.parent, path.name, files.read_whole(path) or b"")
    path.unlink()


def _remove(paths: Sequence[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
