"""A library in memory, built from invented articles, that answers as the real one does."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from store.library.interface import (
    Added,
    FacetCount,
    FacetField,
    Hit,
    MeetingRow,
    Progress,
    ReportRow,
)
from store.model import (
    Article,
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
    Term,
)
from store.query.expression import (
    And,
    Between,
    Everything,
    Expression,
    Has,
    HasAny,
    Is,
    Not,
    Or,
    Word,
)

MARKERS = "一二三四五六七八九"


def invented_article(
    number: int,
    date: str | None,
    name: str,
    *,
    people: Iterable[tuple[str, Role]] = (("桑明远", "presided"),),
    requirements: Sequence[str] = (),
    place: str = "云汀市",
    source: str = "澜江日报",
    level: str = "province",
    kind: str = "meeting",
    daypart: str | None = None,
    published: str | None = None,
    terms: Sequence[str] = (),
    body: str = "会议指出，要把各项工作抓紧抓实。",
) -> Article:
    """One article about an invented meeting, with as many requirements as are given."""
    title = f"{name}召开"
    lead = "，".join(person for person, _ in people) + f"出席{name}。"
    paragraphs = [Paragraph("main", title), Paragraph("text", lead), Paragraph("text", body)]
    series: tuple[Requirements, ...] = ()
    if requirements:
        text, items = _numbered(requirements, paragraph=3)
        paragraphs.append(Paragraph("text", text))
        series = (
            Requirements(by="会议", verb="提出", announced=len(items), paragraph=3, items=items),
        )
    return Article(
        id=f"a{number:03}",
        title=title,
        document=DocumentRef(f"reports/{number:03}.txt", f"{number:064x}", "plain-text", "utf-8"),
        kind=kind,  # type: ignore[arg-type]
        headline=Headline(main=(title,)),
        published=Published(published, "invented") if published else None,
        source=source,
        event=Event(
            name=name,
            series=name,
            date=date,
            date_basis="day in the text",
            daypart=daypart,
            place=place,
            level=level,  # type: ignore[arg-type]
        ),
        people=tuple(_person(person, role, lead) for person, role in people),
        paragraphs=tuple(paragraphs),
        requirements=series,
        terms=tuple(_term(term, paragraphs) for term in terms),
    )


def _numbered(leads: Sequence[str], paragraph: int) -> tuple[str, tuple[Item, ...]]:
    text = f"会议提出{len(leads)}点要求。"
    items = []
    for number, lead in enumerate(leads, start=1):
        marker = f"{MARKERS[number - 1]}要"
        whole = f"{marker}{lead}。"
        span = Span(paragraph, len(text), len(text) + len(whole))
        items.append(Item(number=number, marker=marker, lead=lead, text=whole, span=span))
        text += whole
    return text, tuple(items)


def _person(name: str, role: Role, lead: str) -> Person:
    at = lead.index(name)
    return Person(name=name, title=None, roles=(role,), mentions=(Span(1, at, at + len(name)),))


def _term(text: str, paragraphs: Sequence[Paragraph]) -> Term:
    for index, paragraph in enumerate(paragraphs):
        if (at := paragraph.text.find(text)) >= 0:
            span = Span(index, at, at + len(text))
            return Term(text=text, normal=text, count=None, expansion=None, span=span)
    raise ValueError(f"{text} does not stand in the article")


def sample_articles() -> list[Article]:
    """Twelve invented reports of eleven meetings: three series, two papers, an unknown year."""
    dispatch = "全省疫情防控视频调度会"
    council = "省政府常务会议"
    return [
        invented_article(
            1,
            "2022-02-23",
            dispatch,
            daypart="晚",
            people=(("桑明远", "presided"), ("鹿清源", "deployed")),
            requirements=("压实四方责任", "落实快速反应机制", "抓好重点场所管控"),
            published="2022-02-24",
            terms=("六有",),
            body="会议指出，要落实好“六有”要求，把各项工作抓紧抓实。",
        ),
        invented_article(
            2,
            "2022-02-23",
            dispatch,
            daypart="晚",
            source="云汀晚报",
            people=(("桑明远", "presided"), ("鹿清源", "spoke")),
            requirements=("压实四方责任", "落实快速反应机制"),
            published="2022-02-24",
        ),
        invented_article(3, "2022-02-11", council, daypart="上午", requirements=("稳住开局",)),
        invented_article(
            4,
            "2022-02-08",
            "青浦岭市重点项目推进会",
            level="city",
            place="青浦岭市",
            people=(("阮知秋", "presided"), ("桑明远", "attended")),
            source="青浦岭日报",
        ),
        invented_article(
            5,
            "2022-01-28",
            "慰问一线职工活动",
            kind="visit",
            place="柳溪市",
            daypart="下午",
            people=(("桑明远", "visited"), ("阮知秋", "accompanied")),
        ),
        invented_article(
            6, "2022-01-18", dispatch, daypart="晚", requirements=("甲", "乙", "丙", "丁")
        ),
        invented_article(7, "2022-01-05", council, daypart="下午", requirements=("乙", "丙")),
        invented_article(
            8,
            "2021-12-30",
            "东泽市年终总结会",
            level="city",
            place="东泽市",
            people=(("温若谷", "presided"),),
        ),
        invented_article(9, "2021-12-12", dispatch, people=(("鹿清源", "presided"),)),
        invented_article(10, "2021-11-03", council, people=(("鹿清源", "presided"),)),
        invented_article(
            11,
            "--11-26",
            "银塘市安全生产专题会",
            level="city",
            place="银塘市",
            people=(("温若谷", "spoke"),),
            daypart="上午",
        ),
        invented_article(
            12,
            None,
            "柳溪市老干部座谈会",
            level="city",
            place="柳溪市",
            kind="talks",
            people=(("温若谷", "attended"),),
        ),
    ]


class FakeLibrary:
    """The Library protocol over a list of articles; two reports of one event are one meeting."""

    def __init__(self, articles: Iterable[Article] | None = None) -> None:
        chosen = sample_articles() if articles is None else articles
        self.articles = {article.id: article for article in chosen}
        self.changes = 1

    def count(self, query: Expression) -> int:
        return len(self._matching(query))

    def meetings(
        self, query: Expression, offset: int = 0, limit: int | None = None
    ) -> Sequence[MeetingRow]:
        rows = self._matching(query)
        return rows[offset : None if limit is None else offset + limit]

    def position(self, query: Expression, key: str) -> int | None:
        keys = [row.key for row in self._matching(query)]
        return keys.index(key) if key in keys else None

    def article(self, article_id: str) -> Article | None:
        return self.articles.get(article_id)

    def source_text(self, article_id: str) -> str | None:
        article = self.articles.get(article_id)
        return article and "\n".join(p.text for p in article.paragraphs)

    def facets(self, query: Expression, field: FacetField, limit: int = 50) -> Sequence[FacetCount]:
        counts: Counter[str] = Counter()
        for row in self._matching(query):
            articles = [self.articles[report.id] for report in row.reports]
            counts.update({value for a in articles for value in _values(a, field)})
        pairs = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        if field == "month":
            pairs.sort(reverse=True)
        return [FacetCount(value, count) for value, count in pairs[:limit]]

    def hits(self, article_id: str, query: Expression) -> Sequence[Hit]:
        article = self.articles[article_id]
        found = []
        for index, paragraph in enumerate(article.paragraphs):
            for word in sorted(set(_words(query))):
                at = paragraph.text.find(word)
                while at >= 0:
                    found.append(Hit(Span(index, at, at + len(word)), word))
                    at = paragraph.text.find(word, at + len(word))
        return sorted(found, key=lambda hit: hit.span)

    def series(self, name: str) -> Sequence[MeetingRow]:
        return self._matching(Has("series", name, exact=True))[::-1]

    def interrupt(self) -> None:
        """Nothing here takes long enough to be stopped."""

    def has_document(self, path: str, sha256: str) -> bool:
        return any(a.document.path == path for a in self.articles.values())

    def version(self) -> int:
        return self.changes

    def add(
        self, parsed: Iterable[tuple[Document, Sequence[Article]]], progress: Progress | None = None
    ) -> Sequence[Added]:
        added = []
        for document, articles in parsed:
            self.articles.update({article.id: article for article in articles})
            added.append(Added(document.path, "added", tuple(a.id for a in articles)))
        self.changes += 1
        return added

    def close(self) -> None:
        self.articles = {}

    def _matching(self, query: Expression) -> list[MeetingRow]:
        meetings: dict[str, list[Article]] = {}
        for article in self.articles.values():
            if matches(article, query):
                event = article.event
                key = f"{event.date} {event.name}" if event else article.id
                meetings.setdefault(key, []).append(article)
        rows = [
            MeetingRow(key=key, date=_day(found[0]), reports=tuple(map(report_row, found)))
            for key, found in meetings.items()
        ]
        dated = [row for row in rows if row.date and not row.date.startswith("-")]
        undated = [row for row in rows if row not in dated]
        newest = sorted(dated, key=lambda row: row.date or "", reverse=True)
        return newest + sorted(undated, key=lambda row: row.date or "", reverse=True)


def report_row(article: Article) -> ReportRow:
    """The light row of an article."""
    event = article.event
    return ReportRow(
        id=article.id,
        title=article.title,
        kind=article.kind,
        date=event.date if event else None,
        published=article.published.date if article.published else None,
        daypart=event.daypart if event else None,
        event=event.name if event else None,
        series=event.series if event else None,
        level=event.level if event else None,
        place=event.place if event else None,
        source=article.source,
        presided=tuple(p.name for p in article.people if "presided" in p.roles),
        requirements=sum(len(series.items) for series in article.requirements),
        directives=len(article.directives),
    )


def matches(article: Article, query: Expression) -> bool:
    """Whether an article is one that the query asks for."""
    match query:
        case Everything():
            return True
        case And(terms):
            return all(matches(article, term) for term in terms)
        case Or(terms):
            return any(matches(article, term) for term in terms)
        case Not(term):
            return not matches(article, term)
        case Word(text):
            return any(text in paragraph.text for paragraph in article.paragraphs)
        case Has("person", text, exact, role):
            return any(
                _same(person.name, text, exact) and (role is None or role in person.roles)
                for person in article.people
            )
        case Has(field, text, exact):
            return any(_same(value, text, exact) for value in _values(article, field))
        case Between(first, last):
            day = _day(article)
            return bool(day) and (first or "0") <= day <= (last or "9")  # type: ignore[operator]
        case Is("undated"):
            return (_day(article) or "-").startswith("-")
        case HasAny("requirements"):
            return bool(article.requirements)
    raise NotImplementedError(query)


def _same(value: str, text: str, exact: bool) -> bool:
    return value == text if exact else text in value


def _day(article: Article) -> str | None:
    if article.event and article.event.date:
        return article.event.date
    return article.published.date if article.published else None


def _month(article: Article) -> list[str]:
    day = _day(article) or "-"
    return ["undated" if day.startswith("-") else day[:7]]


_VALUES: dict[str, Callable[[Article], Iterable[str | None]]] = {
    "person": lambda a: (p.name for p in a.people),
    "role": lambda a: (role for p in a.people for role in p.roles),
    "title": lambda a: (p.title for p in a.people),
    "place": lambda a: [a.event.place if a.event else None],
    "kind": lambda a: [a.kind],
    "level": lambda a: [a.event.level if a.event else None],
    "source": lambda a: [a.source],
    "series": lambda a: [a.event.series if a.event else None],
    "term": lambda a: (t.normal for t in a.terms),
    "month": _month,
}


def _values(article: Article, field: str) -> set[str]:
    return {value for value in _VALUES[field](article) if value}


def _words(query: Expression) -> Iterable[str]:
    match query:
        case Word(text) | Has("person" | "place" | "title", text):
            yield text
        case And(terms) | Or(terms):
            for term in terms:
                yield from _words(term)
