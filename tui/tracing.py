"""Where the paragraphs of an article, and what was extracted from them, stand in the source text.

Cleaning a source only takes characters away, so a paragraph is looked for in the source less
its markup and blanks. A piece is placed where it can stand at one place only; everything else
is left without a place: rather no mark than one beside what was read.
"""

import html
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

from store.model import Article, Span
from tui.palette import Ink
from tui.widgets.article_marks import Mark, marks_of

_LONG: Final = 8
"""Characters from which a text that stands once in the source is taken to be the one."""

_MOST: Final = 300_000_000
"""Characters of the source times paragraphs from which the search would be felt: a second."""

_PARTS: Final = re.compile("[^。；！？]+[。；！？]*|[。；！？]+")
_UNSEEN: Final = r"[\s*#\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+"
_ENTITY: Final = r"&(?:amp;)*(?:#\d{2,6}|#x[0-9a-fA-F]{2,6}|[a-zA-Z]{2,8});"
_NOISE: Final = re.compile(f"(?P<none>{_UNSEEN})")
_MARKUP: Final = re.compile(
    r"(?P<none><(?:script|style)\b.*?</(?:script|style)>|<!--.*?-->|</?[a-zA-Z][^<>]{0,4000}>"
    rf"|{_UNSEEN})|(?P<entity>{_ENTITY})",
    re.DOTALL | re.IGNORECASE,
)
_ESCAPED: Final = re.compile(
    r"(?P<none>\\[nrt]|</?[a-zA-Z][^<>]{0,4000}>"
    rf"|{_UNSEEN})|(?P<entity>{_ENTITY})|(?P<code>\\u[0-9a-fA-F]{{4}})|(?P<quoted>\\[\"'/\\])"
)


class Stretch(NamedTuple):
    """Characters [start, end) of the source text and the ink of what was extracted there."""

    start: int
    end: int
    ink: Ink


@dataclass(frozen=True, slots=True)
class Traced:
    """What was found in the source, in its order, and how many of the paragraphs were.

    ``begins`` is where the first paragraph that was found stands, or None.
    """

    stretches: Sequence[Stretch]
    found: int
    paragraphs: int
    begins: int | None


@dataclass(slots=True)
class _Stream:
    """A text without blanks and markup, and which characters of it each one came from."""

    text: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters of a paragraph's stream from ``offset`` on."""

    paragraph: int
    offset: int
    text: str


def trace(article: Article, source: str) -> Traced:
    """Find the article in the whole text of its document, unless that would keep a reader waiting."""
    if len(source) * len(article.paragraphs) > _MOST:
        return Traced((), 0, len(article.paragraphs), None)
    whole = _stream(source, _ESCAPED if article.document.layout in ("json", "sql-row") else _MARKUP)
    paragraphs = [_stream(one.text, _NOISE) for one in article.paragraphs]
    pieces = _placed(whole, paragraphs, source)
    placed: dict[int, list[tuple[int, _Piece]]] = {}
    for at, piece in pieces:
        placed.setdefault(piece.paragraph, []).append((at, piece))
    stretches = [
        stretch
        for span, ink in _extracted(article)
        for at, piece in placed.get(span.paragraph, ())
        for stretch in _stretches(span, ink, paragraphs[span.paragraph], piece, at, whole)
    ]
    first = min((at for at, _ in pieces), default=None)
    return Traced(
        stretches,
        len(placed),
        len(paragraphs),
        None if first is None else whole.starts[first],
    )


def _extracted(article: Article) -> Iterator[tuple[Span, Ink]]:
    """What is marked: the marks of the article's page, and beneath them day, place and event."""
    events = [event for event in (article.event, *article.further_events) if event is not None]
    for event in events:
        for evidence in event.evidence:
            yield evidence.span, "heading" if evidence.field == "name" else "here"
    if article.published is not None and article.published.span is not None:
        yield article.published.span, "here"
    for paragraph, marks in marks_of(article).items():
        for start, end, ink in marks:
            yield Span(paragraph, start, end), ink


def _stream(text: str, noise: re.Pattern[str]) -> _Stream:
    stream = _Stream()
    parts: list[str] = []
    at = 0
    for token in noise.finditer(text):
        parts.append(text[at : token.start()])
        stream.starts.extend(range(at, token.start()))
        meant = _meant(token)
        parts.append(meant)
        stream.ends.extend(range(at + 1, token.start() + 1))
        stream.starts.extend([token.start()] * len(meant))
        stream.ends.extend([token.end()] * len(meant))
        at = token.end()
    parts.append(text[at:])
    stream.starts.extend(range(at, len(text)))
    stream.ends.extend(range(at + 1, len(text) + 1))
    stream.text = "".join(parts)
    return stream


def _meant(token: re.Match[str]) -> str:
    """What a piece of markup stands for, without blanks."""
    said = token.group()
    if token.lastgroup == "entity":
        return "".join(html.unescape(html.unescape(said)).split())
    if token.lastgroup == "code":
        return "".join(chr(int(said[2:], 16)).split())
    return said[1:] if token.lastgroup == "quoted" else ""


def _placed(
    whole: _Stream, paragraphs: Sequence[_Stream], source: str
) -> Sequence[tuple[int, _Piece]]:
    """The paragraphs that were found, or their sentences where one is not in one piece."""
    pieces = list(_pieces(whole, paragraphs))
    places = [
        _only(whole.text, piece.text, 0, len(whole.text)) if len(piece.text) >= _LONG else None
        for piece in pieces
    ]
    before = len(whole.text)
    limits = []
    for place in reversed(places):
        limits.append(before)
        before = before if place is None else place
    after = 0
    for number, (piece, limit) in enumerate(zip(pieces, reversed(limits), strict=True)):
        place = places[number]
        if place is None:
            place = places[number] = _between(whole, piece, after, limit, source)
        if place is not None:
            after = place + len(piece.text)
    return [(at, piece) for at, piece in zip(places, pieces, strict=True) if at is not None]


def _pieces(whole: _Stream, paragraphs: Sequence[_Stream]) -> Iterator[_Piece]:
    for number, paragraph in enumerate(paragraphs):
        parts = [paragraph.text]
        if paragraph.text not in whole.text:
            parts = _PARTS.findall(paragraph.text)
        offset = 0
        for part in parts:
            yield _Piece(number, offset, part)
            offset += len(part)


def _between(whole: _Stream, piece: _Piece, after: int, limit: int, source: str) -> int | None:
    """Where a piece stands once between its placed neighbours; a short one must be a line."""
    at = _only(whole.text, piece.text, after, limit) if piece.text else None
    if at is None or len(piece.text) >= _LONG or _is_line(whole, at, piece, source):
        return at
    return None


def _only(text: str, wanted: str, start: int, end: int) -> int | None:
    """Where a text stands in [start, end), when it stands there once."""
    at = text.find(wanted, start, end)
    return at if at >= 0 and text.find(wanted, at + 1, end) < 0 else None


def _is_line(whole: _Stream, at: int, piece: _Piece, source: str) -> bool:
    """Whether nothing but markup stands beside it on its line."""
    start, end = whole.starts[at], whole.ends[at + len(piece.text) - 1]
    before = source[:start][-200:].rstrip(" \t\u3000*#")
    after = source[end : end + 200].lstrip(" \t\u3000*#")
    return before[-1:] in ("", "\n", "\r", ">") and after[:1] in ("", "\n", "\r", "<")


def _stretches(
    span: Span, ink: Ink, paragraph: _Stream, piece: _Piece, at: int, whole: _Stream
) -> Iterator[Stretch]:
    """The source characters of a span that lies in a piece placed there, less markup inside."""
    first = bisect_left(paragraph.starts, span.start)
    last = bisect_left(paragraph.starts, span.end)
    if not piece.offset <= first < last <= piece.offset + len(piece.text):
        return
    places = range(at + first - piece.offset, at + last - piece.offset)
    breaks = [b for a, b in pairwise(places) if whole.starts[b] != whole.ends[a]]
    for start, end in pairwise([places.start, *breaks, places.stop]):
        yield Stretch(whole.starts[start], whole.ends[end - 1], ink)


def line_marks(text: str, stretches: Sequence[Stretch]) -> Iterator[tuple[str, list[Mark]]]:
    """The lines of a source text, each with the stretches on it counted from its start."""
    waiting = sorted(enumerate(stretches), key=lambda pair: pair[1].start)
    longest = max((stretch.end - stretch.start for stretch in stretches), default=0)
    at = 0
    for line in text.splitlines(keepends=True):
        end = at + len(line)
        first = bisect_left(waiting, at - longest, key=lambda pair: pair[1].start)
        last = bisect_left(waiting, end, key=lambda pair: pair[1].start)
        here = sorted(pair for pair in waiting[first:last] if pair[1].end > at)
        marks = [Mark(max(one.start - at, 0), one.end - at, one.ink) for _, one in here]
        yield line.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), marks
        at = end
