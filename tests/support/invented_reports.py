"""Small invented reports for the tests of the library: one call, one document."""

import hashlib

from store.model import (
    Article,
    ArticleKind,
    Directive,
    Document,
    DocumentRef,
    Event,
    Headline,
    Item,
    Level,
    Organisation,
    Paragraph,
    Person,
    Published,
    Requirements,
    Role,
    Span,
    Term,
)


def an_article(
    title: str = "云汀市召开防汛会议",
    *texts: str,
    path: str = "a.txt",
    date: str | None = "2023-05-04",
    published: str | None = "2023-05-05",
    series: str | None = "防汛会议",
    place: str | None = "云汀市",
    level: Level | None = "city",
    kind: ArticleKind = "meeting",
    people: dict[str, tuple[Role, ...]] | None = None,
    source: str | None = "澜江日报",
    terms: tuple[str, ...] = (),
    items: int = 0,
    organisations: tuple[str, ...] = (),
) -> Article:
    """An article with the fields that the library asks for; its id comes from what it says."""
    cast = {"林知远": ("presided",), "苏曼青": ("attended",)} if people is None else people
    body = texts or ("会议强调，要压实责任。", "会议要求，一要排查隐患。")
    digest = hashlib.sha256(
        "\n".join((title, *body, date or "", path)).encode("utf-8", "replace")
    ).hexdigest()
    event = None
    if any((date, series, place)):
        event = Event(name=title, series=series, date=date, place=place, level=level)
    return Article(
        id=digest[:16],
        title=title,
        document=DocumentRef(path, digest, "plain-text", "utf-8"),
        kind=kind,
        headline=Headline(main=(title,)),
        published=Published(published, "page") if published else None,
        source=source,
        event=event,
        people=tuple(Person(name=name, title="市长", roles=roles) for name, roles in cast.items()),
        organisations=tuple(Organisation(name=name) for name in organisations),
        paragraphs=(Paragraph("main", title), *(Paragraph("text", text) for text in body)),
        requirements=_requirements(items),
        directives=(Directive(by="会议", verb="强调", paragraph=1, lead="要", span=Span(1, 0, 4)),),
        terms=tuple(_term(term) for term in terms),
    )


def a_document(*articles: Article, path: str | None = None, text: str | None = None) -> Document:
    """The document that holds some articles; its checksum comes from its text."""
    name = path or articles[0].document.path
    whole = text or "\n\n".join("\n".join(p.text for p in one.paragraphs) for one in articles)
    return Document(
        path=name,
        sha256=hashlib.sha256(f"{name}{whole}".encode("utf-8", "replace")).hexdigest(),
        layout="plain-text",
        encoding="utf-8",
        text=whole,
        pages=(),
    )


def a_report(
    title: str = "云汀市召开防汛会议", *texts: str, path: str = "a.txt", **fields: object
) -> tuple[Document, list[Article]]:
    """A document with one article."""
    article = an_article(title, *texts, path=path, **fields)  # type: ignore[arg-type]
    return a_document(article, path=path), [article]


def _requirements(items: int) -> tuple[Requirements, ...]:
    if not items:
        return ()
    numbered = tuple(
        Item(number=number, marker=f"{number}要", lead="查", text="查", span=Span(1, 0, 1))
        for number in range(1, items + 1)
    )
    return (Requirements(by="会议", verb="提出", announced=items, paragraph=1, items=numbered),)


def _term(text: str) -> Term:
    return Term(text=text, normal=text, count=None, expansion=None, span=Span(1, 0, 1))
