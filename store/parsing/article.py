"""A Document to its articles: the parts of the parser in the order in which they need each other."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from store.lexicon import Lexicon
from store.model import (
    Article,
    Block,
    Byline,
    Document,
    DocumentRef,
    Page,
    Paragraph,
    ParagraphKind,
    Published,
)
from store.parsing.bylines import find_byline
from store.parsing.directives import find_directives
from store.parsing.events import find_events
from store.parsing.folded import fold
from store.parsing.headlines import is_masthead, read_headline
from store.parsing.names import Mention, Names, proved
from store.parsing.organisations import find_organisations
from store.parsing.pages import split_reports
from store.parsing.people import find_people
from store.parsing.published import find_published
from store.parsing.report import HEADLINE_KINDS, Report
from store.parsing.requirements import find_requirements, remarks_on
from store.parsing.sources import find_source
from store.parsing.terms import find_terms

_KINDS: dict[str, ParagraphKind] = {
    "heading": "heading",
    "text": "text",
    "caption": "caption",
    "meta": "meta",
}


@dataclass(frozen=True, slots=True)
class _Draft:
    """A report with what is known of it before its people are settled against its neighbours'."""

    report: Report
    plain: tuple[str, ...]
    byline: Byline
    anchored: tuple[Mention, ...]
    taken: tuple[tuple[tuple[int, int], ...], ...]


def parse(document: Document, lexicon: Lexicon) -> list[Article]:
    """The articles of a document in its order; an empty list when it holds no text."""
    names = Names(lexicon)
    drafts = [
        _draft(report, names, lexicon) for page in document.pages for report in _reports(page)
    ]
    shared = {name for draft in drafts for name in proved(draft.anchored)}
    return [_article(document, drafts, draft, shared, names, lexicon) for draft in drafts]


def _reports(page: Page) -> list[Report]:
    reports = []
    masthead = [Block("meta", block.text) for block in page.blocks[:4] if is_masthead(block.text)]
    for number, blocks in enumerate(split_reports(page.blocks)):
        if number:
            blocks = (*blocks, *masthead)
        report = _report(page, blocks, page.title if number == 0 else None)
        if report.paragraphs:
            reports.append(report)
    return reports


def _report(page: Page, blocks: Sequence[Block], title: str | None) -> Report:
    lines, headline, rest = read_headline(title, blocks)
    paragraphs = [
        *lines,
        *(Paragraph(_KINDS[b.kind], b.text) for b in rest if b.kind in _KINDS and b.text.strip()),
    ]
    return Report(
        paragraphs=tuple(paragraphs),
        headline=headline,
        title=" ".join(headline.main) or _opening(paragraphs),
        stated=page.published,
        source=page.source,
        authors=page.authors,
        editors=page.editors,
    )


def _opening(paragraphs: Sequence[Paragraph]) -> str:
    """A report without a headline is called by its first words, as catalogues do."""
    text = next((p.text for p in paragraphs if p.kind == "text"), "")
    return text[:30] + ("…" if len(text) > 30 else "")


def _draft(report: Report, names: Names, lexicon: Lexicon) -> _Draft:
    plain = tuple(fold(p.text) for p in report.paragraphs)
    byline = find_byline(report.paragraphs, plain, report.authors, report.editors, lexicon)
    taken: list[list[tuple[int, int]]] = [[] for _ in plain]
    for press in byline.mentions:
        if press.span:
            taken[press.span.paragraph].append((press.span.start, press.span.end))
    for number, paragraph in enumerate(report.paragraphs):
        if paragraph.kind == "meta":
            taken[number].append((0, len(paragraph.text)))
    frozen = tuple(tuple(spans) for spans in taken)
    headline = [p.kind in HEADLINE_KINDS for p in report.paragraphs]
    return _Draft(report, plain, byline, tuple(names.anchored(plain, headline, frozen)), frozen)


def _article(
    document: Document,
    drafts: Sequence[_Draft],
    draft: _Draft,
    shared: set[str],
    names: Names,
    lexicon: Lexicon,
) -> Article:
    report, paragraphs = draft.report, draft.report.paragraphs
    published = find_published(paragraphs, report.stated)
    surroundings = [text for other in drafts if other is not draft for text in other.plain]
    events = find_events(paragraphs, published, surroundings)
    requirements = find_requirements(paragraphs)
    mentions = names.propagated(draft.plain, draft.anchored, shared, draft.taken)
    source = report.source or find_source(paragraphs, draft.plain, draft.byline)
    return Article(
        id=_identity(source, published, paragraphs),
        title=report.title,
        document=DocumentRef(document.path, document.sha256, document.layout, document.encoding),
        kind=events.kind,
        headline=report.headline,
        published=published,
        source=source,
        byline=draft.byline,
        event=events.event,
        further_events=events.further,
        people=find_people(paragraphs, draft.plain, mentions, events.kind, lexicon),
        organisations=find_organisations(paragraphs, draft.plain),
        paragraphs=paragraphs,
        requirements=requirements,
        directives=find_directives(paragraphs, requirements),
        terms=find_terms(paragraphs),
        remarks=(*document.remarks, *remarks_on(requirements)),
    )


def _identity(
    source: str | None, published: Published | None, paragraphs: Sequence[Paragraph]
) -> str:
    """The same sixteen hexadecimal digits for the same text, source and day, on every machine."""
    digest = hashlib.sha256()
    for part in (source or "", published.date if published else ""):
        digest.update(part.encode() + b"\n")
    for paragraph in paragraphs:
        digest.update(f"{paragraph.kind}\t{paragraph.text}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:16]
