"""One article for a person to read: the headline, the facts, the text, the terms, the remarks."""

from collections.abc import Iterator

from store.export.tables import JOINT, markdown_text
from store.model import Article, Event, Paragraph, Term

Fact = tuple[str, str]
"""The name of a fact and what is known of it."""

_HEADLINE = ("kicker", "main", "deck")


def as_text(article: Article) -> str:
    """An article as plain text: facts first, then the paragraphs, an empty line between."""
    heads = [*article.headline.kicker, *article.headline.main, *article.headline.deck]
    lines = [_one_line(head) for head in heads or [article.title]]
    lines.append("")
    lines += [f"{name:<13}{value}" for name, value in facts(article)]
    for paragraph in _body(article):
        lines += ["", _one_line(paragraph.text)]
    terms = [_term(term) for term in article.terms]
    lines += ["", *terms] if terms else []
    return "\n".join(lines) + "\n"


def as_markdown(article: Article) -> str:
    """An article as Markdown that shows every character of the text as it stands."""
    parts = [markdown_text(head) for head in article.headline.kicker]
    parts.append("# " + markdown_text("　".join(article.headline.main) or article.title))
    parts += [f"## {markdown_text(head)}" for head in article.headline.deck]
    parts.append("\n".join(f"- {name}: {markdown_text(value)}" for name, value in facts(article)))
    parts += [_markdown_paragraph(paragraph) for paragraph in _body(article)]
    terms = "\n".join(f"- {markdown_text(_term(term))}" for term in article.terms)
    parts += [terms] if terms else []
    return "\n\n".join(parts) + "\n"


def facts(article: Article) -> Iterator[Fact]:
    """What is known of an article, in the order of reading, unknown facts left out."""
    yield "id", article.id
    yield "kind", article.kind
    for event in (article.event, *article.further_events):
        if event is not None:
            yield from _event(event)
    if article.published:
        yield "published", f"{article.published.date} ({article.published.basis})"
    if article.source:
        yield "source", _one_line(article.source)
    for person in article.people:
        roles = ", ".join(person.roles)
        named = " ".join(filter(None, (person.title, person.name)))
        yield "person", _one_line(f"{named} ({roles})" if roles else named)
    for body in article.organisations:
        yield "organisation", _one_line(f"{body.name} ({', '.join(body.roles)})")
    for series in article.requirements:
        announced = "" if series.announced is None else f", announced {series.announced}"
        who = "".join(filter(None, (series.by, series.verb)))
        yield series.kind, _one_line(f"{who} {len(series.items)} items{announced}".strip())
    yield "document", article.document.path
    for remark in article.remarks:
        yield "remark", _one_line(remark)


def _event(event: Event) -> Iterator[Fact]:
    if event.name:
        yield "event", _one_line(event.name)
    if event.series and event.series != event.name:
        yield "series", _one_line(event.series)
    days = "..".join(filter(None, (event.date, event.date_end))) or "unknown"
    when = " ".join(filter(None, (days, event.daypart)))
    yield "date", f"{when} ({event.date_basis})" if event.date_basis else when
    where = JOINT.join(dict.fromkeys(filter(None, (event.place, *event.venues))))
    for name, value in (("place", where), ("mode", event.mode), ("level", event.level)):
        if value:
            yield name, _one_line(value)


def _body(article: Article) -> list[Paragraph]:
    return [paragraph for paragraph in article.paragraphs if paragraph.kind not in _HEADLINE]


def _markdown_paragraph(paragraph: Paragraph) -> str:
    text = markdown_text(paragraph.text)
    if paragraph.kind == "heading":
        return f"### {text}"
    return f"*{text}*" if paragraph.kind in ("byline", "caption", "meta") and text else text


def _term(term: Term) -> str:
    meaning = JOINT.join(term.expansion) if term.expansion else "not expanded in the text"
    return _one_line(f"{term.text}: {meaning}")


def _one_line(text: str) -> str:
    return " ".join(text.splitlines())
