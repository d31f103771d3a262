"""The requirements and directives of an article in reading order, and how to jump among them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from store.model import Article, Item, Requirements, Span
from tui.safe import visible

EntryKind = Literal["series", "item", "directive"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the outline: what it is, its number, its neutralised text, where it stands.

    ``line`` is the row of the article at its present width.
    """

    kind: EntryKind
    number: int | None
    text: str
    span: Span
    line: int = 0


def entries_of(article: Article) -> list[Entry]:
    """Series, their items and directives, in reading order; the rows are not filled in."""
    directives = (
        Entry("directive", None, visible(directive.lead), directive.span)
        for directive in article.directives
    )
    entries = (*_of_series(article), *directives)
    return sorted(entries, key=lambda entry: (entry.span.paragraph, entry.span.start))


def _of_series(article: Article) -> Iterator[Entry]:
    for series in article.requirements:
        if not series.items:
            continue
        first = series.items[0].span
        said = series.announced_span or Span(first.paragraph, first.start, first.start)
        count = len(series.items)
        yield Entry("series", count, visible((series.by or "") + (series.verb or "")), said)
        for item in series.items:
            text = item.marker + item.lead
            yield Entry("item", item.number, visible(text), item.span)


def item_in(article: Article, span: Span) -> tuple[Requirements, Item] | None:
    """The innermost item that begins in a span, or else that holds its start, with its series."""
    best: tuple[Requirements, Item] | None = None
    for series in article.requirements:
        for item in series.items:
            paragraph, start, end = item.span
            if paragraph != span.paragraph or not start <= span.start < end:
                continue
            if best is None or start >= best[1].span.start:
                best = (series, item)
    return best


def numbered(article: Article, number: int, after: tuple[int, int]) -> list[Item]:
    """The items of that number: those of series that go on at or after a character come first.

    ``after`` is (paragraph, offset).
    """
    ahead: list[Item] = []
    behind: list[Item] = []
    for series in article.requirements:
        found = next((item for item in series.items if item.number == number), None)
        if found is not None:
            last = series.items[-1].span
            (ahead if (last.paragraph, last.end) > after else behind).append(found)
    return ahead + behind
