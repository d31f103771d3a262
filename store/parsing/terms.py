"""提法: numeric shorthand such as 六有, and what the text says it stands for."""

import re
from collections.abc import Iterator, Sequence

from store.model import Paragraph, Span, Term
from store.parsing.bare_terms import find_bare
from store.parsing.expansions import find_expansions
from store.parsing.folded import fold
from store.parsing.ordinals import NUMERAL
from store.parsing.shorthand import count_of, is_quoted_shorthand, normal_form

_READ = frozenset({"kicker", "main", "deck", "heading", "text"})
_QUOTED = re.compile(r"[“‘\"](?P<content>[^“”‘’\"，。；：！？（）]{2,16})[”’\"]")
_FIGURES = re.compile(
    r"(?<=[“‘\"])\d{3,4}(?=[”’\"] ?(?:工作|行动|模式|机制|战略|思路|目标|举措|发展|布局|计划))"
)
_AWARD = re.compile(r"(?:评为|荣获|获得?|授予)$")
_PIECE = re.compile(r"\d+|[^\d]")
_NUMBER = re.compile(
    rf"(?<![第\d.零百千万亿几数十一二三四五六七八九])(?:{NUMERAL}|[双百千万]|\d{{1,4}})(?![\d.])"
)


def find_terms(paragraphs: Sequence[Paragraph]) -> tuple[Term, ...]:
    """Every numeric shorthand of a report, in the order of its first mention.

    A term is what stands in quotation marks or in one of the few bare forms that are never a
    mere quantity; its other mentions are then found in whatever spelling of the numeral.
    """
    texts = {
        number: fold(paragraph.text)
        for number, paragraph in enumerate(paragraphs)
        if paragraph.kind in _READ
    }
    known = {normal_form(text[start:end]) for text in texts.values() for start, end in _clear(text)}
    mentions: dict[str, list[Span]] = {}
    for number, text in texts.items() if known else ():
        for start, end, normal in _mentions(text, known):
            mentions.setdefault(normal, []).append(Span(number, start, end))
    expansions = find_expansions(texts, mentions)
    return tuple(
        _term(normal, spans, expansions.get(normal), paragraphs)
        for normal, spans in mentions.items()
    )


def _term(
    normal: str,
    spans: Sequence[Span],
    expansion: Sequence[Span] | None,
    paragraphs: Sequence[Paragraph],
) -> Term:
    def printed(span: Span) -> str:
        return paragraphs[span.paragraph].text[span.start : span.end]

    return Term(
        text=printed(spans[0]),
        normal=normal,
        count=count_of(normal),
        expansion=tuple(map(printed, expansion)) if expansion else None,
        span=spans[0],
        mentions=tuple(spans),
    )


def _clear(text: str) -> Iterator[tuple[int, int]]:
    """The mentions that show by themselves that they are terms."""
    for match in _QUOTED.finditer(text):
        content = match["content"].strip()
        start = match.start()
        if is_quoted_shorthand(content) and not _AWARD.search(text, max(0, start - 3), start):
            start = match.start("content") + match["content"].index(content)
            yield start, start + len(content)
    yield from (match.span() for match in _FIGURES.finditer(text))
    yield from find_bare(text)


def _mentions(text: str, known: set[str]) -> Iterator[tuple[int, int, str]]:
    """Every mention of a known term in whatever spelling, the longest where several begin."""
    openings = {term[:2] for term in known}
    longest = max(map(len, known))
    position = 0
    for match in _NUMBER.finditer(text):
        if match.start() < position:
            continue
        found = _longest(text, match.start(), known, openings, longest)
        if found is not None:
            position = found[1]
            yield found


def _longest(
    text: str, start: int, known: set[str], openings: set[str], longest: int
) -> tuple[int, int, str] | None:
    normal, raw, found = "", "", None
    for piece in _PIECE.finditer(text, start, min(len(text), start + 2 * longest)):
        raw += piece.group().strip()
        normal += normal_form(piece.group())
        if len(normal) >= 2 and normal[:2] not in openings and raw[:2] not in openings:
            break
        for term in (normal, raw):
            if term in known:
                found = (start, piece.end(), term)
        if len(normal) > longest:
            break
    return found
