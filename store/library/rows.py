"""What the index keeps of an article: its light row and its facet values. Pure."""

from typing import Final, Literal, NamedTuple

import msgspec

from store.library.interface import ReportRow
from store.library.meetings import month_of, sort_date
from store.model import Article, Event, Person

ValueField = Literal[
    "person", "part", "role", "title", "place", "org", "kind", "level", "source", "series",
    "term", "month", "state",
]  # fmt: skip
"""Fields with values; ``part`` is a person in a role, ``state`` what an article has or lacks."""

PART_SEPARATOR: Final = "\x1f"
UNDATED: Final = "undated"
REQUIREMENTS: Final = "requirements"

_decoder = msgspec.json.Decoder(ReportRow)


class Value(NamedTuple):
    """One value of one field."""

    field: ValueField
    text: str


def report_row(article: Article) -> ReportRow:
    """The light row of an article."""
    event = article.event or Event()
    return ReportRow(
        id=article.id,
        title=article.title,
        kind=article.kind,
        date=event.date,
        published=article.published.date if article.published else None,
        daypart=event.daypart,
        event=event.name,
        series=event.series,
        level=event.level,
        place=event.place,
        source=article.source,
        presided=tuple(p.name for p in article.people if "presided" in p.roles),
        requirements=sum(len(one.items) for one in article.requirements if one.inside is None),
        directives=len(article.directives),
    )


def encode_row(row: ReportRow) -> bytes:
    """A light row as the index stores it."""
    return msgspec.json.encode(row)


def decode_row(data: bytes) -> ReportRow:
    """A light row from the index."""
    return _decoder.decode(data)


def values_of(article: Article) -> frozenset[Value]:
    """All facet values of an article."""
    found: set[tuple[ValueField, str | None]] = {("kind", article.kind), ("source", article.source)}
    for person in article.people:
        found.add(("person", person.name))
        found.update(("title", title) for title in _titles(person))
        for role in person.roles:
            found.add(("role", role))
            found.add(("part", person.name + PART_SEPARATOR + role))
    for organisation in article.organisations:
        found.add(("org", organisation.name))
    for event in (article.event, *article.further_events):
        if event is not None:
            found |= {("place", event.place), ("level", event.level), ("series", event.series)}
    found |= {("term", term.normal) for term in article.terms}
    found |= _states(article)
    return frozenset(Value(field, text) for field, text in found if text)


def _titles(person: Person) -> set[str]:
    printed = {one.value for one in person.evidence if one.field == "title"}
    return printed | ({person.title} if person.title else set())


def _states(article: Article) -> set[tuple[ValueField, str | None]]:
    date = sort_date(article)
    states: set[tuple[ValueField, str | None]] = {("month", month_of(date))}
    if date is None or date.startswith("--"):
        states.add(("state", UNDATED))
    if article.requirements:
        states.add(("state", REQUIREMENTS))
    return states
