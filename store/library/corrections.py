"""What a reader corrected: kept apart from what was parsed, put in its place when it is read."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
from tinydb import where

from store.library import files
from store.library.tinylog import LogDB
from store.model import Article, article_from_plain, article_to_json

_TABLE: Final = "corrections"
FILE: Final = "corrections.jsonl"


Former = Callable[[str], Sequence[str]]
"""The ids that an article had before its file changed."""


class Corrections:
    """One reader's corrections: for an article, a field's dotted name and its right value.

    ``event.date``, ``title``, ``people.<name>.title``, ``requirements.0.kind``: a part of a
    list is named by its number, or by the ``name`` of the element. ``former`` lets a correction
    follow an article whose file was read again with other words.
    """

    def __init__(self, folder: Path, former: Former = lambda article: ()) -> None:
        self._former = former
        self._path = folder / FILE
        self._seen: tuple[int, int, int] | None = None
        self._by_article: dict[str, dict[str, Any]] = {}
        self.revision = 0

    def of(self, article: str) -> Mapping[str, Any]:
        """The corrected fields of an article and their values."""
        self.refresh()
        return self._by_article.get(article, {})

    def articles(self) -> list[str]:
        """The articles that have a correction."""
        self.refresh()
        return list(self._by_article)

    def put(self, article: str, field: str, value: object) -> None:
        """Correct a field; it is on disk after.

        It takes the place of what was said under the article's former ids, in one write.
        """
        files.make_folder(self._path.parent)
        stored = {"article": article, "field": field, "value": value}
        former = list(self._former(article))
        with LogDB(self._path) as database, database.log_storage.exclusive():
            table = database.table(_TABLE)
            table.upsert(stored, (where("article") == article) & (where("field") == field))
            table.remove(where("article").one_of(former) & (where("field") == field))

    def remove(self, article: str, field: str) -> None:
        """Take a correction back; nothing happens when there is none."""
        ids = [article, *self._former(article)]
        if any(field in self.of(one) for one in ids):
            with LogDB(self._path) as database:
                same = where("article").one_of(ids) & (where("field") == field)
                database.table(_TABLE).remove(same)

    def refresh(self) -> None:
        """Read the file again when it has grown or is another; ``revision`` grows then."""
        there = files.identity(self._path)
        if there is None or there == self._seen:
            return
        by_article: dict[str, dict[str, Any]] = {}
        for one in corrections_in(self._path):
            if one is not None:
                by_article.setdefault(one.article, {})[one.field] = one.value
        self._by_article = by_article
        self._seen = there
        self.revision += 1


class Correction(msgspec.Struct):
    """A record of the corrections: the right value of a field of an article."""

    article: str
    field: str
    value: Any


def corrections_in(path: Path) -> list[Correction | None]:
    """The corrections of a file; None for a record that is none, which is left where it is."""
    with LogDB(path, access_mode="r") as database:
        return [_correction_of(one) for one in database.table(_TABLE)]


def _correction_of(record: Mapping[str, Any]) -> Correction | None:
    try:
        return msgspec.convert(dict(record), Correction)
    except msgspec.ValidationError:
        return None


def corrected(article: Article, changes: Mapping[str, Any]) -> Article:
    """The article with corrections applied; one that no longer fits the article is left out."""
    for field, value in changes.items():
        try:
            article = with_field(article, field, value)
        except ValueError:
            # the corrected person or item is gone since the file was parsed again
            continue
    return article


def with_field(article: Article, field: str, value: object) -> Article:
    """The article with one field changed; raises ValueError when there is no such field."""
    plain = msgspec.json.decode(article_to_json(article))
    *path, last = field.split(".")
    holder: object = plain
    for part in path:
        holder = _step(holder, part, field)
    if isinstance(holder, list):
        holder[_index(holder, last, field)] = value
    elif isinstance(holder, dict) and last in holder:
        holder[last] = value
    else:
        raise ValueError(f"no such field: {field}")
    return article_from_plain(plain)


def _step(holder: object, part: str, field: str) -> object:
    if isinstance(holder, list):
        return holder[_index(holder, part, field)]
    if isinstance(holder, dict) and part in holder:
        return holder[part]
    raise ValueError(f"no such field: {field}")


def _index(elements: list[Any], part: str, field: str) -> int:
    for number, element in enumerate(elements):
        if isinstance(element, dict) and element.get("name") == part:
            return number
    if part.isdecimal() and int(part) < len(elements):
        return int(part)
    raise ValueError(f"no such field: {field}")
