"""A library in memory of one invented series over a year, and a way to make one report of it."""

from collections.abc import Sequence

from plain_library import PlainLibrary

from store.model import (
    Article,
    Directive,
    Document,
    DocumentRef,
    Event,
    Headline,
    Item,
    Paragraph,
    Person,
    Published,
    Requirements,
    Role,
    Span,
)

NAME = "全省桥梁安全视频会议"
Attendee = tuple[str, str | None, Role]


def a_report(
    number: int,
    date: str | None,
    people: Sequence[Attendee] = (),
    demands: Sequence[str] = (),
    directive: str = "",
    *,
    name: str = NAME,
    level: str = "province",
    place: str | None = "云汀市",
    kind: str = "requirement",
) -> Article:
    """A report with people in printed order, numbered demands, and one directive."""
    paragraphs = [Paragraph("main", f"{name}召开"), Paragraph("text", f"{name}在{place}召开。")]
    series: tuple[Requirements, ...] = ()
    if demands:
        items = []
        text = "会议提出要求。"
        for at, demand in enumerate(demands, start=1):
            span = Span(2, len(text), len(text) + len(demand))
            items.append(Item(number=at, marker="", lead=demand.partition("，")[0],
                              text=demand, span=span))  # fmt: skip
            text += demand
        paragraphs.append(Paragraph("text", text))
        series = (
            Requirements(
                by="会议", verb="提出", announced=None, paragraph=2, items=tuple(items), kind=kind
            ),  # type: ignore[arg-type]
        )
    directives: tuple[Directive, ...] = ()
    if directive:
        whole = f"会议强调，{directive}"
        span = Span(len(paragraphs), 0, len(whole))
        directives = (
            Directive(by="会议", verb="强调", paragraph=span.paragraph,
                      lead=directive.partition("，")[0], span=span),
        )  # fmt: skip
        paragraphs.append(Paragraph("text", whole))
    return Article(
        id=f"r{number:02}",
        title=f"{name}召开",
        document=DocumentRef(f"reports/{number:02}.txt", f"{number:064x}", "plain-text", "utf-8"),
        kind="meeting",
        headline=Headline(main=(f"{name}召开",)),
        published=Published(date, "invented") if date else None,
        source="澜江日报",
        event=Event(name=name, series=name, date=date, place=place, level=level),  # type: ignore[arg-type]
        people=tuple(Person(name=who, title=title, roles=(role,)) for who, title, role in people),
        paragraphs=tuple(paragraphs),
        requirements=series,
        directives=directives,
    )


def library_of(*articles: Article) -> PlainLibrary:
    """A library of these articles, each in a document of its own."""
    library = PlainLibrary()
    library.add(
        (Document(path=a.document.path, sha256=a.document.sha256, layout="plain-text",
                  encoding="utf-8", text="", pages=()), [a])
        for a in articles
    )  # fmt: skip
    return library


FIRST = a_report(
    1, "2023-03-01",
    [("林一川", "副省长", "presided"), ("何一苇", "省水利厅厅长", "attended"),
     ("白小舟", "省交通运输厅厅长", "attended"), ("杜若飞", None, "attended")],
    ["逐桥登记，底数要清。", "备足物资，专人看管。", "开展一次演练。"],
    "要加强值守。形势依然复杂。",
)  # fmt: skip
SECOND = a_report(
    2, "2023-09-01",
    [("林一川", "代省长", "presided"), ("白小舟", "省领导", "attended"),
     ("何一苇", "省水利厅厅长", "attended"), ("石望", "市长", "attended")],
    ["备足物资，专人看管！", "逐桥登记，底数必须清，漏登一律问责。", "用好举报奖励。"],
    "要加强值守，带班领导不离岗。",
)  # fmt: skip
