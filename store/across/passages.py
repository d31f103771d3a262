"""What a report demands, piece by piece: numbered requirements and sentences of directives."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from store.model import Article, Directive, SeriesKind, Span

_KINDS: Final[frozenset[SeriesKind]] = frozenset(("requirement", "suggestion", "other"))
_SENTENCE: Final = re.compile("[^。！？!?]+[。！？!?]*[”’」』）)]*")
_DEMANDS: Final = re.compile(
    "(?:^|[，,；;：:、])[^，,；;：:、]{0,12}?"
    "(?:(?<![主重需只必首概摘])要(?![求素点闻道])|必须|务必|严禁|不得|应当)"
)
_LEADS_IN: Final = 40
"""Characters of a sentence at most that only announces the items right behind it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One demand of a report: its text, who demands it, and where it begins.

    ``number`` is that of a requirement, None for a sentence of a directive. Of an item that
    crosses paragraphs ``span`` covers the first part, ``text`` all of it.
    """

    text: str
    lead: str
    by: str | None
    number: int | None
    span: Span


def passages_of(article: Article) -> list[Passage]:
    """The demands of a report in reading order, none of them twice.

    Series of achievements or problems and sentences that only state something are no demands;
    a series inside an item is part of that item.
    """
    items = [
        Passage(item.text, item.lead, series.by, item.number, item.span)
        for series in article.requirements
        if series.kind in _KINDS and series.inside is None
        for item in series.items
    ]
    taken = [one.span for one in items]
    sentences = [
        sentence
        for directive in article.directives
        for sentence in _sentences(article, directive)
        if not any(_within(sentence.span, span) for span in taken)
        and not (len(sentence.text) <= _LEADS_IN and any(_before(sentence.span, s) for s in taken))
    ]
    return sorted([*items, *sentences], key=lambda one: one.span)


def _sentences(article: Article, directive: Directive) -> Iterator[Passage]:
    """The demanding sentences of a directive, the first one without 会议强调 in front."""
    text = article.text_of(directive.span)
    start = max(text.find(directive.lead), 0)
    for found in _SENTENCE.finditer(text, start):
        sentence = found.group().strip()
        if _DEMANDS.search(sentence):
            at = directive.span.start
            span = Span(directive.paragraph, at + found.start(), at + found.end())
            lead = re.split("[，,；;。]", sentence, maxsplit=1)[0]
            yield Passage(sentence, lead, directive.by, None, span)


def _within(inner: Span, outer: Span) -> bool:
    same = inner.paragraph == outer.paragraph
    return same and inner.start < outer.end and outer.start < inner.end


def _before(sentence: Span, item: Span) -> bool:
    """Whether an item begins right behind a sentence."""
    return sentence.paragraph == item.paragraph and 0 <= item.start - sentence.end <= 1
