"""Articles in every format."""

from collections.abc import Iterable, Iterator
from itertools import chain

from store.export.forms import Format, json_lines
from store.export.reading_copy import as_markdown, as_text
from store.export.tables import Cell, csv_rows
from store.model import Article

COLUMNS = (
    "id",
    "date",
    "published",
    "kind",
    "title",
    "event",
    "series",
    "place",
    "level",
    "source",
    "presided",
    "people",
    "requirements",
    "path",
)


def articles_as(articles: Iterable[Article], form: Format) -> Iterator[str]:
    """Articles in one of the formats: JSON is whole, CSV has one line of facts an article."""
    match form:
        case "json" | "jsonl":
            return json_lines(articles, as_list=form == "json")
        case "csv":
            return csv_rows(chain((COLUMNS,), map(_cells, articles)))
        case "md":
            return _parted(map(as_markdown, articles), "\n---\n\n")
        case "text":
            return _parted(map(as_text, articles), "\n\n")


def _parted(pieces: Iterable[str], between: str) -> Iterator[str]:
    for number, piece in enumerate(pieces):
        yield between + piece if number else piece


def _cells(article: Article) -> tuple[Cell, ...]:
    event = article.event
    return (
        article.id,
        event.date if event else None,
        article.published.date if article.published else None,
        article.kind,
        article.title,
        event.name if event else None,
        event.series if event else None,
        event.place if event else None,
        event.level if event else None,
        article.source,
        tuple(person.name for person in article.people if "presided" in person.roles),
        tuple(person.name for person in article.people),
        sum(len(series.items) for series in article.requirements if series.kind == "requirement"),
        article.document.path,
    )
