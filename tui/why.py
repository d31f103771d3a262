"""Why an article says what it says: each extracted field, its rule, the characters it is from."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from store.model import Article, Event, Evidence, Person, Span
from tui.language import Language
from tui.widgets.article_facts import said_basis
from tui.widgets.labels import article_labels

CORRECTED: Final = "corrected by the reader"
_UNREAD: Final = "worked out from the other lines, or printed outside the body"
_FACTS: Final = MappingProxyType({"name": "event", "mode": "form", "announced": "count"})
_CONTEXT: Final = 12
"""Characters shown on either side of those that a field was read from."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A field, its value, the rule that read it, and where; all but the span are for showing.

    ``span`` is None where no characters of the article say it.
    """

    field: str
    value: str
    rule: str
    span: Span | None


def reasons_of(article: Article, corrections: Collection[str], language: Language) -> list[Reason]:
    """The reasons of an article: event, publication, people, requirements, terms, byline."""
    return list(_Reasons(article, corrections, language).all())


def context_of(article: Article, span: Span) -> tuple[str, str, str]:
    """What stands before the characters of a span, they themselves, and what stands behind."""
    text = article.paragraphs[span.paragraph].text
    before, after = text[: span.start][-_CONTEXT:], text[span.end :][:_CONTEXT]
    lead = ".." if span.start > _CONTEXT else ""
    tail = ".." if len(text) - span.end > _CONTEXT else ""
    return lead + before, article.text_of(span), after + tail


class _Reasons:
    """Goes through an article with the words of one language."""

    def __init__(self, article: Article, corrections: Collection[str], language: Language) -> None:
        self._article = article
        self._corrections = corrections
        self._language = language
        self._labels = article_labels(language)

    def all(self) -> Iterator[Reason]:
        article = self._article
        kind = self._language.word("kind", article.kind)
        yield self._reason("kind", kind, _UNREAD, None, "kind")
        if article.event is not None:
            yield from self._event(article.event, main=True)
        for event in article.further_events:
            yield from self._event(event, main=False)
        if (day := article.published) is not None:
            basis = said_basis(day.basis, self._labels) or day.basis
            yield Reason(self._field("published"), day.date.removeprefix("--"), basis, day.span)
        for person in article.people:
            yield from self._person(person)
        yield from self._requirements()
        yield from self._terms()
        for press in article.byline.mentions:
            yield self._reason(press.role, press.name, "named in the byline", press.span)

    def _event(self, event: Event, *, main: bool) -> Iterator[Reason]:
        values = {
            "name": event.name,
            "series": event.series,
            "date": event.date,
            "daypart": event.daypart,
            "place": event.place,
            "mode": event.mode,
            "level": event.level,
        }
        for name, value in values.items():
            path = f"event.{name}" if main else ""
            said = [one for one in event.evidence if one.field == name]
            if path in self._corrections or ("event" in self._corrections and main):
                said = []
            if value and not said:
                yield self._reason(name, self._value(name, value), _UNREAD, None, path)
            for one in said:
                yield self._read(one, path)
        for one in event.evidence:
            if one.field.startswith("venue"):
                yield self._read(one, "")

    def _read(self, evidence: Evidence, path: str) -> Reason:
        name = evidence.field.partition(" ")[0]
        rule = evidence.rule
        if name in ("date", "date_end"):
            rule = said_basis(rule, self._labels, stated=True)
        return self._reason(name, self._value(name, evidence.value), rule, evidence.span, path)

    def _person(self, person: Person) -> Iterator[Reason]:
        path = f"people.{person.name}"
        where = person.mentions[0] if person.mentions else None
        rule = f"{person.certainty} name"
        yield self._reason("person", person.name, rule, where, f"{path}.name")
        for name in ("title", "roles"):
            read = [one for one in person.evidence if one.field == name.removesuffix("s")]
            if f"{path}.{name}" in self._corrections:
                words = [self._language.word("role", role) for role in person.roles]
                value = person.title or "" if name == "title" else " ".join(words)
                yield self._of(person, name.removesuffix("s"), value, CORRECTED, None)
                continue
            for one in read:
                value = self._value(one.field, one.value)
                yield self._of(person, one.field, value, one.rule, one.span)

    def _of(self, person: Person, name: str, value: str, rule: str, span: Span | None) -> Reason:
        return self._reason(name, f"{person.name}  {value}", rule, span)

    def _requirements(self) -> Iterator[Reason]:
        for series in self._article.requirements:
            if series.announced is not None and series.announced_span is not None:
                value = str(series.announced)
                rule = "count announced in the text"
                yield self._reason("announced", value, rule, series.announced_span)
            for item in series.items:
                rule = "marker of a numbered series"
                yield self._reason("requirement", item.marker + item.lead, rule, item.span)
        for one in self._article.directives:
            value = one.by + one.verb
            yield self._reason("directive", value, "paragraph led by who asks", one.span)

    def _terms(self) -> Iterator[Reason]:
        for term in self._article.terms:
            rule = "number and measure" if term.expansion is None else "expanded in the text"
            yield self._reason("term", term.text, rule, term.span)

    def _reason(
        self, name: str, value: str, rule: str, span: Span | None, path: str = ""
    ) -> Reason:
        if path and path in self._corrections:
            rule, span = CORRECTED, None
        return Reason(self._field(name), value, self._language.word("rule", rule), span)

    def _field(self, name: str) -> str:
        return self._language.word("fact", _FACTS.get(name, name))

    def _value(self, name: str, value: str) -> str:
        if name in ("role", "level"):
            return self._language.word(name, value)
        return value.removeprefix("--") if name == "date" else value
