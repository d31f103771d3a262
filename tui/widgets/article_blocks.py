"""The pieces an article is drawn in, from its headline to its terms.

A paragraph stays as it is: that a requirement begins on its own line is a matter of cutting the
paragraph into blocks, each of which knows which characters of which paragraph it shows.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from store.model import Article, Item, Paragraph, ParagraphKind, Requirements, Span
from tui.palette import Ink
from tui.safe import visible
from tui.typography import NOT_FIRST, cell_width
from tui.widgets.article_facts import facts_of
from tui.widgets.article_marks import Mark, Stop, item_starts, marks_of, stops_of

ROOMY = 34
"""From this many cells on a paragraph begins two Chinese characters in, below it one."""

_WIDEST_HANG = 12
_HEADLINE: tuple[ParagraphKind, ...] = ("kicker", "main", "deck")
_INK_OF_KIND: Mapping[ParagraphKind, Ink] = {
    "kicker": "heading",
    "main": "title",
    "deck": "heading",
    "heading": "heading",
    "byline": "press",
    "caption": "dim",
    "meta": "dim",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Neutralised text that is broken into lines as one, and the indents of its lines.

    ``paragraph`` and ``offset`` say which paragraph of the article it is cut from and where;
    ``paragraph`` is None for what is written about the article. A rule is a line drawn across.
    """

    text: str = ""
    marks: tuple[Mark, ...] = ()
    stops: tuple[Stop, ...] = ()
    first_indent: int = 0
    indent: int = 0
    paragraph: int | None = None
    offset: int = 0
    rule: bool = False

    @property
    def span(self) -> Span | None:
        """The characters of the article that the block shows, or None."""
        if self.paragraph is None:
            return None
        return Span(self.paragraph, self.offset, self.offset + len(self.text))


class _Cut(NamedTuple):
    """Where in a paragraph a block begins, and its indents."""

    start: int
    first_indent: int
    indent: int


class _Open(NamedTuple):
    """An item that may hold others, and the indent under its marker."""

    item: Item
    series: Requirements
    hang: int


_Ranged = TypeVar("_Ranged", Mark, Stop)
_BLANK = Block()
_RULE = Block(rule=True)


class Composer:
    """Makes the blocks of one article for lines of ``width`` cells.

    Their number and their texts do not depend on the width, so that a block and an offset in
    it are a place that survives a resize.
    """

    def __init__(
        self, article: Article, width: int, labels: Mapping[str, str], ambiguous: int
    ) -> None:
        self._article = article
        self._labels = labels
        self._ambiguous = ambiguous
        self._width = width
        self._step = 4 if width >= ROOMY else 2
        self._marks = marks_of(article)
        self._stops = stops_of(article)
        self._items = item_starts(article)

    def blocks(self) -> list[Block]:
        """Headline, facts, text, terms, in this order."""
        headline: list[Block] = []
        body: list[Block] = []
        for index, paragraph in enumerate(self._article.paragraphs):
            part = headline if paragraph.kind in _HEADLINE else body
            part += self._paragraph(index, paragraph)
        return [*self._title(), *headline, *self._facts(), _RULE, *body, *self._terms()]

    def _title(self) -> Iterator[Block]:
        """The title, where the headline does not say it."""
        article = self._article
        lines = (one.text for one in article.paragraphs if one.kind in _HEADLINE)
        if _squeezed(article.title) not in _squeezed("".join(lines)):
            title = visible(article.title)
            yield Block(text=title, marks=(Mark(0, len(title), "title"),))

    def _facts(self) -> Iterator[Block]:
        facts = facts_of(self._article, self._labels)
        widest = max((self._cells(fact.label) for fact in facts), default=0)
        column = widest + 2
        for fact in facts:
            label = fact.label + " " * (column - self._cells(fact.label))
            shift = len(label)
            marks = [Mark(start + shift, end + shift, ink) for start, end, ink in fact.marks]
            yield Block(
                text=label + fact.value,
                marks=(Mark(0, len(fact.label), "label"), *marks),
                stops=tuple(
                    Stop(start + shift, end + shift, name) for start, end, name in fact.stops
                ),
                indent=column if self._width > 2 * column else 2,
            )

    def _paragraph(self, index: int, paragraph: Paragraph) -> Iterator[Block]:
        ink = _INK_OF_KIND.get(paragraph.kind, "plain")
        if paragraph.kind == "heading":
            yield _BLANK
        first, rest = self._step, 0
        if paragraph.kind in ("caption", "meta"):
            rest = self._step
        elif paragraph.kind != "text":
            first = 0
        cuts = [_Cut(0, first, rest), *self._cuts(index, paragraph.text)]
        yield from self._pieces(index, cuts, ink)

    def _cuts(self, index: int, text: str) -> Iterator[_Cut]:
        """Where items begin, and where the text goes on after the last item of a series."""
        outer: list[_Open] = []
        for item, series in self._items.get(index, ()):
            yield from self._closed(outer, text, item.span.start, series)
            first = outer[-1].hang if outer else self._step
            hang = first + min(self._cells(visible(item.marker)), _WIDEST_HANG)
            outer.append(_Open(item, series, hang))
            yield _Cut(item.span.start, first, hang)
        yield from self._closed(outer, text, len(text), None)

    def _closed(
        self, outer: list[_Open], text: str, until: int, following: Requirements | None
    ) -> Iterator[_Cut]:
        """End the items that are over at ``until``; text that belongs to none begins a line.

        What stands between two items of one series stays with the first, and so does a stop.
        """
        while outer and outer[-1].item.span.end <= until:
            closed = outer.pop()
            if closed.series is following:
                continue
            limit = min(until, outer[-1].item.span.end) if outer else until
            end = closed.item.span.end
            while end < limit and (text[end] in NOT_FIRST or text[end].isspace()):
                end += 1
            if end < limit:
                yield _Cut(end, *((outer[-1].hang,) * 2 if outer else (self._step, 0)))

    def _pieces(self, index: int, cuts: Sequence[_Cut], ink: Ink) -> Iterator[Block]:
        text = visible(self._article.paragraphs[index].text)
        starts = [cut.start for cut in cuts]
        marks = _shared_out(self._marks.get(index, ()), starts)
        stops = _shared_out(self._stops.get(index, ()), starts)
        for at, cut in enumerate(cuts):
            piece = text[cut.start : starts[at + 1] if at + 1 < len(cuts) else None]
            if not piece and len(cuts) > 1:
                continue
            whole = () if ink == "plain" else (Mark(0, len(piece), ink),)
            yield Block(
                text=piece,
                marks=(*whole, *(mark.moved(cut.start) for mark in marks[at])),
                stops=tuple(stop.moved(cut.start) for stop in stops[at]),
                first_indent=cut.first_indent,
                indent=cut.indent,
                paragraph=index,
                offset=cut.start,
            )

    def _terms(self) -> Iterator[Block]:
        """The terms with their expansions, and in one line those that the text does not expand."""
        terms = self._article.terms
        if not terms:
            return
        yield _RULE
        heading = self._labels["terms"]
        yield Block(text=heading, marks=(Mark(0, len(heading), "label"),))
        for term in terms:
            if term.expansion is not None:
                text = visible(f"{term.text}  {'；'.join(term.expansion)}")
                marks = (Mark(0, len(term.text), "term"),)
                yield Block(text=text, marks=marks, first_indent=2, indent=4)
        bare = [term.text for term in terms if term.expansion is None]
        if bare:
            label = self._labels["not expanded"]
            text = visible(f"{label}  {'、'.join(bare)}")
            marks = (Mark(0, len(label), "dim"),)
            yield Block(text=text, marks=marks, first_indent=2, indent=4)

    def _cells(self, text: str) -> int:
        return cell_width(text, self._ambiguous)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _shared_out(found: Sequence[_Ranged], starts: Sequence[int]) -> list[list[_Ranged]]:
    """The marks or stops that touch each of the pieces that begin at ``starts``."""
    shares: list[list[_Ranged]] = [[] for _ in starts]
    for one in found:
        first = max(bisect_right(starts, one.start) - 1, 0)
        for at in range(first, max(bisect_left(starts, one.end), first + 1)):
            shares[at].append(one)
    return shares
