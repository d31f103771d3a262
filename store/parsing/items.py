"""The items of a series as the reader sees them: marker, first clause, text and span."""

import re
from collections.abc import Mapping, Sequence

from store.model import Item, Paragraph, Span
from store.parsing.extents import Place, unfinished
from store.parsing.folded import fold
from store.parsing.series import Draft, Entry

_CLAUSE_END = re.compile(r"[，。；：！？]")
_LONGEST_LEAD = 200
_BEFORE_TEXT = " ,:，：、\u3000\xa0\t\n"
_AFTER_TEXT = " ，；、“"


def items_of(
    draft: Draft,
    ends: Sequence[Place],
    texts: Mapping[int, str],
    paragraphs: Sequence[Paragraph],
) -> tuple[Item, ...]:
    """The items of a series, given where each ends; ``texts`` are the folded paragraphs."""
    wish = _wish_belongs_to_marker(draft)
    return tuple(
        _item(entry, end, wish, texts, paragraphs)
        for entry, end in zip(draft.entries, ends, strict=True)
    )


def have_text(draft: Draft, ends: Sequence[Place], texts: Mapping[int, str]) -> bool:
    """Whether every item says something: markers without text between them number nothing."""
    return all(
        end[0] != entry.paragraph
        or texts[end[0]][entry.marker.end : end[1]].strip(_BEFORE_TEXT + _AFTER_TEXT + "。！？")
        for entry, end in zip(draft.entries, ends, strict=True)
    )


def _wish_belongs_to_marker(draft: Draft) -> bool:
    """Whether 要 behind 四是 belongs to the marker: where the other items are 一要, 二要."""
    markers = [entry.marker for entry in draft.entries]
    if any(marker.style in ("首先", "其") for marker in markers):
        return False
    return any(marker.style == "要" for marker in markers) and all(
        marker.wish > marker.end or marker.style == "要" for marker in markers
    )


def _item(
    entry: Entry, end: Place, wish: bool, texts: Mapping[int, str], paragraphs: Sequence[Paragraph]
) -> Item:
    paragraph, start = entry.place
    printed = paragraphs[paragraph].text
    marker_end = entry.marker.wish if wish else entry.marker.end
    stop = end[1] if end[0] == paragraph else len(printed)
    stop = max(start + len(texts[paragraph][start:stop].rstrip(_AFTER_TEXT)), marker_end)
    text = printed[marker_end:stop].lstrip(_BEFORE_TEXT)
    text += _continuation(paragraph, end, texts, paragraphs)
    return Item(
        number=entry.number,
        marker=_marker(printed[start:marker_end], entry.marker.group),
        lead=_lead(text),
        text=text,
        span=Span(paragraph, start, stop),
    )


def _marker(printed: str, group: str) -> str:
    """The marker without the comma behind 第一 and 首先, which 一、 and 1. keep as their own."""
    return printed.rstrip("，,、：: ") if group == "order" else printed


def _continuation(
    paragraph: int, end: Place, texts: Mapping[int, str], paragraphs: Sequence[Paragraph]
) -> str:
    """The further paragraphs of an item: joined where a column broke a sentence, else on lines."""
    parts = []
    joint = "" if unfinished(texts[paragraph]) else "\n"
    for following in range(paragraph + 1, end[0] + 1):
        if following not in texts:
            continue
        more = paragraphs[following].text
        if following == end[0]:
            more = more[: end[1]].rstrip(_AFTER_TEXT)
        if more.strip():
            parts.append(joint + more.strip())
        joint = "" if unfinished(texts[following]) else "\n"
    return "".join(parts)


def _lead(text: str) -> str:
    """The first clause of an item."""
    head = text[:_LONGEST_LEAD]
    end = _CLAUSE_END.search(fold(head))
    return head[: end.start()] if end else head
