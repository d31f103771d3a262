"""The words of the domain, as frozen dataclasses, and their way to and from plain JSON.

Everything here is immutable and knows no file, no clock and no screen. The JSON form of
an Article is the contract of ``policyreader parse --format jsonl``: its version is FORMAT.
"""

from typing import Any, Literal, NamedTuple

import msgspec

FORMAT = 1
"""Version of the article JSON; raised when a field changes its meaning or goes away."""

Layout = Literal[
    "front-matter",
    "portal-page",
    "newspaper-page",
    "plain-text",
    "html-page",
    "json",
    "sql-row",
]
BlockKind = Literal["heading", "text", "caption", "meta", "jump", "rule"]
ParagraphKind = Literal["kicker", "main", "deck", "byline", "heading", "text", "caption", "meta"]
ArticleKind = Literal["meeting", "visit", "talks", "ceremony", "notice", "other"]
Role = Literal[
    "presided",
    "spoke",
    "deployed",
    "conveyed",
    "reported",
    "guided",
    "attended",
    "observed",
    "visited",
    "accompanied",
    "signed",
    "absent",
    "mentioned",
]
PressRole = Literal["reporter", "photographer", "editor"]
Certainty = Literal["certain", "strong", "possible"]
Level = Literal["centre", "province", "city", "county", "township", "institution"]
SeriesKind = Literal["requirement", "achievement", "problem", "suggestion", "other"]


class Span(NamedTuple):
    """Characters [start, end) of one paragraph of the same article: ``[paragraph, start, end]``."""

    paragraph: int
    start: int
    end: int


class Block(msgspec.Struct, frozen=True):
    """One piece of a page in reading order, cleaned, before anyone asks what it means.

    ``level`` is 1 to 6 for a heading the markup declares and 0 otherwise; ``strong`` says
    that the whole block is set in bold. Kind ``meta`` is a line that states source, time or
    editors, ``jump`` a pointer such as (下转 04 版).
    """

    kind: BlockKind
    text: str
    level: int = 0
    strong: bool = False


class Dated(msgspec.Struct, frozen=True):
    """An ISO day (``2022-01-20``, or ``--11-26`` without a year) and where it was read."""

    date: str
    basis: str


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One titled run of blocks of a document and the metadata stated outside its text."""

    blocks: tuple[Block, ...]
    title: str | None = None
    published: Dated | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One file as it came: what it is, its decoded text, and its pages.

    ``text`` is the whole decoded source, kept so that nothing that cleaning removes is lost.
    ``remarks`` are lines for the reader about what was odd in it.
    """

    path: str
    sha256: str
    layout: Layout
    encoding: str
    text: str
    pages: tuple[Page, ...]
    remarks: tuple[str, ...] = ()


class DocumentRef(msgspec.Struct, frozen=True):
    """The document an article was found in, without its text."""

    path: str
    sha256: str
    layout: Layout
    encoding: str


class Paragraph(msgspec.Struct, frozen=True):
    """One paragraph as the reader sees it; headline lines are paragraphs too, and come first."""

    kind: ParagraphKind
    text: str


class Headline(msgspec.Struct, frozen=True, kw_only=True):
    """The stack of title lines: 引题, 主题, 副题."""

    kicker: tuple[str, ...] = ()
    main: tuple[str, ...] = ()
    deck: tuple[str, ...] = ()


class Published(msgspec.Struct, frozen=True):
    """The day of publication and the evidence for it, with its span where the text states it."""

    date: str
    basis: str
    span: Span | None = None


class PressMention(msgspec.Struct, frozen=True):
    """A name in a byline or a credit, and where it stands."""

    name: str
    role: PressRole
    span: Span | None = None


class Byline(msgspec.Struct, frozen=True, kw_only=True):
    """署名: who wrote, photographed and edited."""

    agency: str | None = None
    reporters: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    mentions: tuple[PressMention, ...] = ()


class Evidence(msgspec.Struct, frozen=True):
    """Why a field has its value: the field, the value, the characters that say so.

    ``rule`` names the rule that read them, for the reader who asks.
    """

    field: str
    value: str
    span: Span
    rule: str = ""


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """What is reported: 会议 or 活动. Unknown parts are None, and ``date_basis`` says why."""

    name: str | None = None
    series: str | None = None
    date: str | None = None
    date_end: str | None = None
    date_basis: str = ""
    daypart: str | None = None
    place: str | None = None
    mode: str | None = None
    level: Level | None = None
    venues: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """人物: a name, the title printed in this article, the roles, and every mention.

    ``title`` is the fullest title printed here. ``evidence`` holds each printed title
    (field ``title``) and each role (field ``role``) with the characters that say so.
    """

    name: str
    title: str | None = None
    roles: tuple[Role, ...] = ()
    certainty: Certainty = "strong"
    mentions: tuple[Span, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Organisation(msgspec.Struct, frozen=True, kw_only=True):
    """A body that acted, as printed: 云汀市 汇报."""

    name: str
    roles: tuple[Role, ...] = ()
    mentions: tuple[Span, ...] = ()


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One numbered item: its ordinal, the marker as printed, its first clause and whole text."""

    number: int
    marker: str
    lead: str
    text: str
    span: Span


class Requirements(msgspec.Struct, frozen=True, kw_only=True):
    """要求: one numbered series, who asks, and the count that was announced before it.

    ``inside`` is ``[series, number]`` of the item that this series is nested in.
    Items that cross paragraphs have the span of their first paragraph's part in ``span`` and
    the further parts in the text only.
    """

    by: str | None
    verb: str | None
    announced: int | None
    paragraph: int
    items: tuple[Item, ...]
    kind: SeriesKind = "requirement"
    announced_span: Span | None = None
    inside: tuple[int, int] | None = None


class Directive(msgspec.Struct, frozen=True, kw_only=True):
    """要点: an unnumbered passage led by 会议指出, 会议强调, 要求."""

    by: str
    verb: str
    paragraph: int
    lead: str
    span: Span


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """提法: a numeric shorthand, its normal form, and its expansion where the text gives one.

    ``normal`` writes the numeral in Chinese digits without spaces, so that ``8 支队伍``
    and ``八支队伍`` are one term. ``span`` is the first mention, ``mentions`` are all.
    """

    text: str
    normal: str
    count: int | None
    expansion: tuple[str, ...] | None
    span: Span
    mentions: tuple[Span, ...] = ()


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """报道: one report of a document with everything that was read out of it."""

    format: int = FORMAT
    id: str
    title: str
    document: DocumentRef
    kind: ArticleKind
    headline: Headline
    published: Published | None = None
    source: str | None = None
    byline: Byline = msgspec.field(default_factory=Byline)
    event: Event | None = None
    further_events: tuple[Event, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    requirements: tuple[Requirements, ...] = ()
    directives: tuple[Directive, ...] = ()
    terms: tuple[Term, ...] = ()
    remarks: tuple[str, ...] = ()

    def text_of(self, span: Span) -> str:
        """The characters a span points at; raises IndexError when there is no such paragraph."""
        return self.paragraphs[span.paragraph].text[span.start : span.end]


def article_to_plain(article: Article) -> dict[str, Any]:
    """An article as dicts, lists, strings and numbers, ready for any JSON writer."""
    plain: dict[str, Any] = msgspec.to_builtins(article)
    return plain


def article_from_plain(plain: object) -> Article:
    """The article that a plain value describes; raises ValueError that names the wrong field."""
    try:
        return msgspec.convert(plain, Article)
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from error


def article_to_json(article: Article) -> bytes:
    """One article as a line of UTF-8 JSON without the line end."""
    return msgspec.json.encode(article)


def article_from_json(line: bytes) -> Article:
    """The article of one JSON line; raises ValueError that names the wrong field or place."""
    try:
        return msgspec.json.decode(line, type=Article)
    except msgspec.DecodeError as error:
        raise ValueError(str(error)) from error
