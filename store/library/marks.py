"""What one reader marks: marks, tags, notes, what was read; and what his screen remembers.

One TinyDB file in his own state folder, replaced as a whole at every change, so that a kill
leaves the old or the new one. Articles keep their ids on every machine, so the marks serve all
libraries.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import msgspec
from tinydb import TinyDB, where
from tinydb.storages import Storage

from store.folding import squeeze
from store.library import files, lock
from store.library.corrections import Former
from store.library.interface import LibraryDamagedError, LibraryError

MARKS_FORMAT: Final = 1

FILE: Final = "marks.json"

_MARKS: Final = "marks"
_SETTINGS: Final = "settings"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What a reader said about one article."""

    article: str
    marked: bool = False
    read: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""


class WholeFile(Storage):
    """A TinyDB storage that replaces its file atomically: for small files."""

    def __init__(self, path: str) -> None:
        self._path = Path(path)

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables, or None when there is no file yet."""
        data = files.read_whole(self._path)
        if data is None:
            return None
        try:
            whole = msgspec.json.decode(data, type=dict[str, Any])
            version = whole.pop("format", 0)
            if not isinstance(version, int) or version > MARKS_FORMAT:
                raise LibraryError(
                    f"{self._path}: written by a newer policyreader; update to open it"
                )
            # TinyDB numbers its documents
            tables = msgspec.convert(whole, dict[str, dict[int, dict[str, Any]]], strict=False)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise LibraryDamagedError(f"{self._path}: {error}; run policyreader doctor") from error
        return {
            name: {str(number): one for number, one in table.items()}
            for name, table in tables.items()
        }

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Replace the file."""
        files.write_atomically(self._path, msgspec.json.encode({"format": MARKS_FORMAT, **data}))


class Marks:
    """One reader's marks; several of his processes may use them at a time.

    ``former`` lets a mark follow an article whose file was read again with other words.
    """

    def __init__(self, folder: Path, former: Former = lambda article: ()) -> None:
        self._folder = folder
        self._former = former
        self._path = folder / FILE
        self._seen: tuple[int, int, int] | None = None
        self._marks: dict[str, Mark] = {}
        self.revision = 0

    def of(self, article: str) -> Mark:
        """What is said about an article; an empty mark when nothing is."""
        self.refresh()
        if article in self._marks or not self._marks:
            return self._marks.get(article, Mark(article=article))
        old = next((one for one in self._former(article) if one in self._marks), None)
        return replace(self._marks[old], article=article) if old else Mark(article=article)

    def put(self, mark: Mark) -> None:
        """Say this about an article, in place of what was said before; it is on disk after."""
        self.put_all([mark])

    def put_all(self, marks: Sequence[Mark]) -> None:
        """Say something about several articles at once: a kill leaves all of it or nothing."""
        if not marks:
            return
        with self._database() as database:
            tables = database.storage.read() or {}
            table = tables.setdefault(_MARKS, {})
            places = {str(one.get("article")): place for place, one in table.items()}
            free = max(map(int, table), default=0)
            for number, mark in enumerate(marks, free + 1):
                table[places.get(mark.article, str(number))] = msgspec.to_builtins(mark)
                # what was said about it under its former ids is said under its new one now
                for former in self._former(mark.article):
                    table.pop(places.get(former, ""), None)
            database.storage.write(tables)

    def mark(self, article: str, *, marked: bool = True) -> None:
        """Mark an article, or take the mark away."""
        self.put(replace(self.of(article), marked=marked))

    def set_read(self, article: str, *, read: bool = True) -> None:
        """Note that an article was read, or that it was not."""
        if self.of(article).read != read:
            self.put(replace(self.of(article), read=read))

    def set_tags(self, article: str, tags: Iterable[str]) -> None:
        """Give an article exactly these tags."""
        self.put(replace(self.of(article), tags=tuple(dict.fromkeys(tags))))

    def set_note(self, article: str, note: str) -> None:
        """Write the note of an article; an empty one takes it away."""
        self.put(replace(self.of(article), note=note))

    def tags(self) -> Counter[str]:
        """All tags in use and how many articles have each."""
        self.refresh()
        return Counter(tag for mark in self._marks.values() for tag in mark.tags)

    def read(self) -> list[str]:
        """Articles that were read."""
        return self._those(lambda mark: mark.read)

    def marked(self) -> list[str]:
        """Articles with a mark."""
        return self._those(lambda mark: mark.marked)

    def noted(self) -> list[str]:
        """Articles with a note."""
        return self._those(lambda mark: bool(mark.note))

    def tagged(self, text: str, *, exact: bool) -> list[str]:
        """Articles with a tag, or with one that holds the text."""
        if exact:
            return self._those(lambda mark: text in mark.tags)
        part = squeeze(text)
        return self._those(lambda mark: any(part in squeeze(tag) for tag in mark.tags))

    def setting(self, name: str) -> object:
        """What put_setting stored under a name (saved queries, the last position), or None."""
        with TinyDB(str(self._path), storage=WholeFile) as database:
            found = database.table(_SETTINGS).get(where("name") == name)
        return found.get("value") if isinstance(found, Mapping) else None

    def put_setting(self, name: str, value: object) -> None:
        """Store any JSON value under a name; it is on disk after."""
        with self._database() as database:
            stored = {"name": name, "value": value}
            database.table(_SETTINGS).upsert(stored, where("name") == name)

    def change_setting(self, name: str, change: Callable[[object], object]) -> None:
        """Store what ``change`` makes of the stored value; no other process comes in between."""
        with self._database() as database:
            table = database.table(_SETTINGS)
            found = table.get(where("name") == name)
            value = change(found["value"] if isinstance(found, Mapping) else None)
            table.upsert({"name": name, "value": value}, where("name") == name)

    @contextmanager
    def _database(self) -> Iterator[TinyDB]:
        files.make_folder(self._folder)
        with (
            lock.writing(self._folder / "marks.lock"),
            TinyDB(str(self._path), storage=WholeFile) as database,
        ):
            yield database

    def _those(self, wanted: Callable[[Mark], bool]) -> list[str]:
        self.refresh()
        return [mark.article for mark in self._marks.values() if wanted(mark)]

    def refresh(self) -> None:
        """Read the file again when it is another one than last time; ``revision`` grows then."""
        there = files.identity(self._path)
        if there is None:
            self._marks = {}
        if there is None or there == self._seen:
            return
        self._marks = {mark.article: mark for mark in marks_in(self._path) if mark is not None}
        self._seen = there
        self.revision += 1


def marks_in(path: Path) -> list[Mark | None]:
    """The marks of a file; None for a record that is none, which is left where it is."""
    with TinyDB(str(path), storage=WholeFile) as database:
        return [_mark_of(one) for one in database.table(_MARKS)]


def _mark_of(record: Mapping[str, Any]) -> Mark | None:
    try:
        return msgspec.convert(dict(record), Mark)
    except msgspec.ValidationError:
        return None
