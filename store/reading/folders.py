"""Finding the files of folders: sorted, regular files only, never out of the folder."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from store.reading.files import what_it_is
from store.reading.limits import DEFAULT_LIMITS, Limits, shown

_NOT_TEXTS = frozenset(
    [
        ".7z",
        ".avi",
        ".bin",
        ".bmp",
        ".bz2",
        ".class",
        ".css",
        ".db",
        ".dll",
        ".doc",
        ".docx",
        ".epub",
        ".exe",
        ".gif",
        ".gz",
        ".ico",
        ".jar",
        ".jpeg",
        ".jpg",
        ".js",
        ".m4a",
        ".mov",
        ".mp3",
        ".mp4",
        ".o",
        ".odt",
        ".ogg",
        ".otf",
        ".pdf",
        ".png",
        ".ppt",
        ".pptx",
        ".pyc",
        ".rar",
        ".so",
        ".sqlite",
        ".svg",
        ".tar",
        ".tif",
        ".tiff",
        ".ttf",
        ".wav",
        ".webm",
        ".webp",
        ".woff",
        ".woff2",
        ".xls",
        ".xlsx",
        ".xz",
        ".zip",
        ".zst",
    ]
)


@dataclass(frozen=True, slots=True)
class Found:
    """One entry on the way: a file to read, or one that is skipped or refused, and why.

    ``skipped`` is no failure (a hidden file, a picture beside the reports); ``refused`` is one.
    ``inside`` is the folder that was asked for: hand it to ``read_file`` with the path.
    """

    path: Path
    outcome: Literal["file", "skipped", "refused"] = "file"
    reason: str = ""
    inside: Path | None = None


def find_files(paths: Iterable[Path], limits: Limits = DEFAULT_LIMITS) -> Iterator[Found]:
    """The files to read under the given files and folders, in sorted order, refusals included.

    Links inside a folder are never followed: one that leads out of it is refused, one that
    stays inside is skipped, since its target is found anyway.
    """
    left = limits.max_files
    for path in paths:
        for found in _under(path, limits):
            if found.outcome == "file":
                left -= 1
            if left < 0:
                reason = f"more than {limits.max_files} files: raise --max-files"
                yield Found(found.path, "refused", reason)
                return
            yield found


def _under(path: Path, limits: Limits) -> Iterator[Found]:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        yield Found(path, "refused", "no such file")
    except (OSError, ValueError) as error:
        yield Found(path, "refused", _reason(error))
    else:
        if stat.S_ISDIR(mode):
            yield from _walk(path, limits)
        elif stat.S_ISREG(mode):
            yield Found(path)
        else:
            yield Found(path, "refused", f"not a regular file but {what_it_is(mode)}")


def _walk(root: Path, limits: Limits) -> Iterator[Found]:
    folders = [(root, 0)]
    while folders:
        folder, depth = folders.pop()
        try:
            with os.scandir(folder) as entries:
                names = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield Found(folder, "refused", _reason(error))
            continue
        deeper: list[tuple[Path, int]] = []
        for entry in names:
            found = _look(entry, root)
            if found is not None:
                yield found
            elif depth >= limits.max_depth:
                reason = f"more than {limits.max_depth} folders deep: add it by itself"
                yield Found(Path(entry.path), "refused", reason)
            else:
                deeper.append((Path(entry.path), depth + 1))
        folders.extend(reversed(deeper))


def _look(entry: os.DirEntry[str], root: Path) -> Found | None:
    """What an entry is, or None for a folder to go into."""
    path = Path(entry.path)
    if entry.name.startswith("."):
        return Found(path, "skipped", "hidden")
    try:
        mode = entry.stat(follow_symlinks=False).st_mode
    except OSError as error:
        return Found(path, "refused", _reason(error))
    if stat.S_ISLNK(mode):
        return _look_at_link(path, root)
    if stat.S_ISDIR(mode):
        return None
    if not stat.S_ISREG(mode):
        return Found(path, "refused", f"not a regular file but {what_it_is(mode)}")
    if path.suffix.lower() in _NOT_TEXTS:
        return Found(path, "skipped", f"not a text: {shown(path.suffix)} file")
    return Found(path, inside=root)


def _look_at_link(path: Path, root: Path) -> Found:
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return Found(path, "refused", "a link that leads nowhere")
    if target.is_relative_to(root.resolve()):
        return Found(path, "skipped", "a link to another place of the same folder")
    return Found(path, "refused", "a link that leads out of the folder: add its target by itself")


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, PermissionError):
        return "may not be read: ask its owner for read permission"
    if isinstance(error, FileNotFoundError):
        return "vanished while the folder was read"
    return str(getattr(error, "strerror", None) or error).lower()
