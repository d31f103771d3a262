"""What is set off in the paragraphs of an article: names, markers, leads, terms, with their ink."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from store.model import Article, Directive, Item, Person, Requirements, Span
from tui.palette import INK_OF_ROLE, Ink

_LEAD_WITHIN = 24


class Mark(NamedTuple):
    """Characters [start, end) drawn in an ink; a later mark is drawn over an earlier one."""

    start: int
    end: int
    ink: Ink

    def moved(self, back: int) -> "Mark":
        """The same mark counted from a later character, clipped there."""
        return Mark(max(self.start - back, 0), self.end - back, self.ink)


class Stop(NamedTuple):
    """Characters [start, end) that name a person."""

    start: int
    end: int
    name: str

    def moved(self, back: int) -> "Stop":
        """The same stop counted from a later character, clipped there."""
        return Stop(max(self.start - back, 0), self.end - back, self.name)


def ink_of(person: Person) -> Ink:
    """The ink of a person: that of the weightiest role, ``mentioned`` without any."""
    return next((ink for role, ink in INK_OF_ROLE.items() if role in person.roles), "mentioned")


def marks_of(article: Article) -> Mapping[int, list[Mark]]:
    """The marks of each paragraph that has any, in the order in which they are drawn."""
    marks: dict[int, list[Mark]] = {}
    for span, ink in _inked(article):
        marks.setdefault(span.paragraph, []).append(Mark(span.start, span.end, ink))
    return marks


def stops_of(article: Article) -> Mapping[int, list[Stop]]:
    """Where people are named in each paragraph, in reading order."""
    stops: dict[int, list[Stop]] = {}
    for person in article.people:
        for span in person.mentions:
            stops.setdefault(span.paragraph, []).append(Stop(span.start, span.end, person.name))
    for found in stops.values():
        found.sort()
    return stops


def item_starts(article: Article) -> Mapping[int, list[tuple[Item, Requirements]]]:
    """The numbered items that begin in each paragraph, in reading order, the outer ones first."""
    items: dict[int, list[tuple[Item, Requirements]]] = {}
    for series in article.requirements:
        for item in series.items:
            items.setdefault(item.span.paragraph, []).append((item, series))
    for found in items.values():
        found.sort(key=lambda pair: (pair[0].span.start, -pair[0].span.end))
    return items


def _inked(article: Article) -> Iterator[tuple[Span, Ink]]:
    """Every span that is set off; names last, because they are drawn over the rest."""
    for series in article.requirements:
        for item in series.items:
            yield from _item(article, item)
    for directive in article.directives:
        yield from _directive(article, directive)
    for term in article.terms:
        for span in sorted({term.span, *term.mentions}):
            yield span, "term"
    for press in article.byline.mentions:
        if press.span is not None:
            yield press.span, "press"
    for organisation in article.organisations:
        for span in organisation.mentions:
            yield span, "organisation"
    for person in article.people:
        for span in person.mentions:
            yield span, ink_of(person)


def _item(article: Article, item: Item) -> Iterator[tuple[Span, Ink]]:
    paragraph, start, end = item.span
    text = _paragraph(article, paragraph)
    after = start + len(item.marker)
    if not text.startswith(item.marker, start):
        return
    yield Span(paragraph, start, after), "marker"
    lead = text.find(item.lead, after, end) if item.lead else -1
    if lead >= 0:
        yield Span(paragraph, lead, lead + len(item.lead)), "lead"


def _directive(article: Article, directive: Directive) -> Iterator[tuple[Span, Ink]]:
    """The words that lead a directive, up to its verb: 会议强调."""
    paragraph, start, _ = directive.span
    text = _paragraph(article, paragraph)
    verb = text.find(directive.verb, start, start + len(directive.by) + _LEAD_WITHIN)
    if directive.verb and verb >= 0:
        yield Span(paragraph, start, verb + len(directive.verb)), "directive"


def _paragraph(article: Article, paragraph: int) -> str:
    return article.paragraphs[paragraph].text if paragraph < len(article.paragraphs) else ""
