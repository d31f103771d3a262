"""What a reader can correct in an article, and how what he types becomes a correction."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final, Literal, get_args

from store.library.corrections import Corrections, with_field
from store.model import Article, ArticleKind, Event, Level, Person, article_to_plain
from store.query import QueryError
from store.query.dates import read_date
from store.query.names import value_called

Kind = Literal["text", "date", "choice", "roles", "person", "new person"]
Change = Sequence[tuple[str, object]]
"""Fields of an article, by their dotted names, and their right values: put right together."""

BASIS: Final = "corrected by the reader"
_EVENT: Final = ("name", "series", "date", "daypart", "place", "mode", "level")
_CHOICES: Final = MappingProxyType({"kind": get_args(ArticleKind), "level": get_args(Level)})
_NO_YEAR: Final = re.compile(r"(?:--)?(\d{1,2})-(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an article that can be corrected: its dotted name, its word, what it says now.

    ``word`` is the fact's word of the catalogue, ``person`` whose it is.
    """

    path: str
    word: str
    value: str
    kind: Kind = "text"
    person: str = ""

    @property
    def choices(self) -> tuple[str, ...]:
        """The values of a part that has fixed ones."""
        return _CHOICES.get(self.path.rpartition(".")[2], ())


def parts_of(article: Article) -> list[Part]:
    """What can be corrected, in the order of the page; people come last, and one to be added."""
    parts = [
        Part("title", "headline", article.title),
        Part("kind", "kind", article.kind, "choice"),
        Part("source", "source", article.source or ""),
    ]
    event = article.event or Event()
    for name in _EVENT:
        kinds: dict[str, Kind] = {"date": "date", "level": "choice"}
        word = {"name": "event", "mode": "form"}.get(name, name)
        value = getattr(event, name) or ""
        parts.append(Part(f"event.{name}", word, value, kinds.get(name, "text")))
    people = (
        Part(f"people.{one.name}", "person", one.name, "person", one.name) for one in article.people
    )
    return [*parts, *people, Part("people", "person", "", "new person")]


def parts_of_person(person: Person) -> list[Part]:
    """What can be corrected of a person; an empty path takes the person out of the article."""
    path = f"people.{person.name}"
    return [
        Part(f"{path}.title", "title", person.title or "", "text", person.name),
        Part(f"{path}.roles", "role", " ".join(person.roles), "roles", person.name),
        Part(f"{path}.name", "name", person.name, "text", person.name),
        Part("", "not in this report", "", "person", person.name),
    ]


def change_of(article: Article, part: Part, typed: str, today: date) -> Change:
    """The correction that was typed for a part; raises QueryError where it cannot be read."""
    value = _value(part, typed.strip(), today)
    if part.path.startswith("event.") and article.event is None:
        basis = {"date_basis": BASIS} if part.kind == "date" else {}
        return [("event", {part.path.removeprefix("event."): value, **basis})]
    if part.kind == "date":
        return [("event.date_basis", BASIS), (part.path, value)]
    return [(part.path, value)]


def _value(part: Part, typed: str, today: date) -> object:
    """What was typed as the model has it; nothing typed means that it is not known."""
    required = part.path in ("title", "kind") or part.word in ("name", "role")
    if not typed and required:
        raise QueryError("something is missing here", 0)
    if part.kind == "roles":
        words = typed.replace("，", " ").replace("、", " ").split()
        return list(dict.fromkeys(value_called("role", word, 0) for word in words))
    if part.kind == "date" and typed:
        return _day(typed, today)
    return typed or None


def without_person(article: Article, name: str) -> Change:
    """The correction that takes a person out."""
    people = article_to_plain(article)["people"]
    return [("people", [person for person in people if person["name"] != name])]


def with_person(article: Article, name: str, role: str) -> Change:
    """The correction that adds a person the reader knows to have been there."""
    added = {"name": name, "roles": [role], "certainty": "certain"}
    return [("people", [*article_to_plain(article)["people"], added])]


class Correcting:
    """Stores corrections and knows the way back from each."""

    def __init__(self, corrections: Corrections) -> None:
        self._corrections = corrections

    def of(self, article: str) -> Sequence[str]:
        """The dotted names of the fields of an article that were corrected."""
        return list(self._corrections.of(article))

    def put(self, article: Article, change: Change) -> Callable[[], None]:
        """Store a correction and return what takes it back.

        Raises ValueError when the article has no such field or the field no such value, and
        LibraryError when it cannot be written.
        """
        tried = article
        for field, value in change:
            tried = with_field(tried, field, value)
        former = dict(self._corrections.of(article.id))
        for field, value in change:
            self._corrections.put(article.id, field, value)

        def back() -> None:
            for field, _ in reversed(change):
                if field in former:
                    self._corrections.put(article.id, field, former[field])
                else:
                    self._corrections.remove(article.id, field)

        return back


def _day(typed: str, today: date) -> str:
    """One day as ISO, ``--MM-DD`` where the year is not known; raises QueryError."""
    short = _NO_YEAR.fullmatch(typed)
    if short is not None:
        # a leap year, in which every day of a year exists
        day, _ = read_date(f"2024-{short[1]}-{short[2]}", today, 0)
        return f"--{day:%m-%d}"
    first, last = read_date(typed, today, 0)
    if first != last:
        raise QueryError("{typed} is more than a day", 0, typed=typed)
    return first.isoformat()
