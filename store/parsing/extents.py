"""Where the items of a series end.

An item that another follows ends at its marker. The last one has no such neighbour: it ends
where somebody else begins to speak, at the end of its sentence if all the others are
separated by commas or semicolons, before the closing clause of a comma series, or at the
end of its paragraph; when a column broke the sentence, in the next paragraph.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from store.parsing.series import Draft
from store.parsing.speech import sentence_start

Place = tuple[int, int]
"""A paragraph's number and an offset in it."""

_LONGEST_LEAD = 300
_SENTENCE = re.compile(r"[。！？]”?")
_CLOSING = re.compile(
    r"，(?=(?P<word>确保|从而|切实|努力|推动|全力|奋力|不断|坚决|真正|以|为|共同|保障|促进|实现|把))"
)
_FINISHED = "。！？…”）；：.!?"
_OTHERS = re.compile(
    r"(?:(?<=[。！？”])|^) ?(?:会上|会前|会后|会议(?:期间|结束|还?(?:听取|审议|研究|讨论|通报|传达|通过|以|由))|"
    r"随后|据悉|据了解|当天|[^。；！？]{0,60}?(?:领导|书记|[省市县区州]长|主任|主席|组长|部长|局长|厅长|负责同志|负责人)"
    r"[^，。；]{0,60}(?:参加|出席|陪同|列席)(?:了?(?:会议|调研|活动|座谈|上述活动))?。)"
)


def item_ends(
    draft: Draft, texts: Mapping[int, str], breaks: Mapping[int, Sequence[int]]
) -> list[Place]:
    """The end of every item; ``breaks`` holds, ascending, where a paragraph's speaker changes."""
    ends = [entry.place for entry in draft.entries[1:]]
    return [*ends, _last_end(draft, texts, breaks)]


def other_voices(text: str) -> list[int]:
    """Offsets in a folded paragraph where the report goes on to something else."""
    return [match.start() for match in _OTHERS.finditer(text)]


def unfinished(text: str) -> bool:
    """Whether a paragraph stops within a sentence, as columns of a newspaper page do."""
    return not text.rstrip().endswith(tuple(_FINISHED))


def _last_end(draft: Draft, texts: Mapping[int, str], breaks: Mapping[int, Sequence[int]]) -> Place:
    separators = _separators(draft, texts)
    paragraph, start = draft.last.paragraph, draft.last.marker.end
    one_sentence = separators <= set("，；、") and not _several_sentences(draft, texts)
    around = min(filter(None, (_outer_end(draft), _next_lead(draft, texts))), default=None)
    while True:
        text = texts[paragraph]
        limit = _next(breaks.get(paragraph, ()), start, len(text))
        if around is not None and around[0] == paragraph:
            limit = min(limit, around[1])
        stop = _SENTENCE.search(text, start, limit) if one_sentence else None
        if stop is not None:
            limit = stop.end()
        elif limit == len(text) and unfinished(text) and _continues(paragraph + 1, texts, breaks):
            paragraph, start = paragraph + 1, 0
            continue
        if separators == {"，"} and paragraph == draft.last.paragraph:
            limit = _closing_clause(draft, text, limit)
        return paragraph, limit


def _continues(
    paragraph: int, texts: Mapping[int, str], breaks: Mapping[int, Sequence[int]]
) -> bool:
    """Whether a paragraph can be the rest of a sentence: it is there and nobody else speaks."""
    return paragraph in texts and 0 not in breaks.get(paragraph, ())[:1]


def _outer_end(draft: Draft) -> Place | None:
    """Where the item ends that a series is nested in, if another follows that item."""
    place = draft.last.place
    outer = draft.outer
    while outer is not None:
        following = bisect_right(outer.entries, place, key=lambda entry: entry.place)
        if following < len(outer.entries):
            return outer.entries[following].place
        outer = outer.outer
    return None


def _next_lead(draft: Draft, texts: Mapping[int, str]) -> Place | None:
    """Where the sentence begins that leads the series in that took this one's place."""
    if draft.followed is None:
        return None
    paragraph, marker = draft.followed
    start = sentence_start(texts[paragraph], marker, _LONGEST_LEAD)
    last = draft.last
    same = paragraph == last.paragraph
    return paragraph, marker if same and start < last.marker.end else start


def _next(offsets: Sequence[int], start: int, otherwise: int) -> int:
    index = bisect_left(offsets, start)
    return offsets[index] if index < len(offsets) else otherwise


def _several_sentences(draft: Draft, texts: Mapping[int, str]) -> bool:
    return any(
        before.paragraph != entry.paragraph
        or _SENTENCE.search(texts[entry.paragraph], before.marker.end, entry.marker.start)
        for before, entry in zip(draft.entries, draft.entries[1:], strict=False)
    )


def _separators(draft: Draft, texts: Mapping[int, str]) -> set[str]:
    """The punctuation between the items; 。 also stands for a new paragraph."""
    found = set()
    for before, entry in zip(draft.entries, draft.entries[1:], strict=False):
        start = entry.marker.start
        ahead = texts[entry.paragraph][max(0, start - 4) : start].rstrip(" “")
        same = before.paragraph == entry.paragraph
        found.add(ahead[-1] if ahead and (same or ahead[-1] in "，；") else "。")
    return found


def _closing_clause(draft: Draft, text: str, end: int) -> int:
    """Where the last item of a comma series ends: before a clause that closes the whole."""
    inner = [
        text[before.marker.end : entry.marker.start - 1]
        for before, entry in zip(draft.entries, draft.entries[1:], strict=False)
        if before.paragraph == entry.paragraph
    ]
    if not any("，" in clause for clause in inner):
        comma = text.find("，", draft.last.marker.end, end)
        return end if comma < 0 else comma
    for closing in _CLOSING.finditer(text, draft.last.marker.end, end):
        if not any("，" + closing["word"] in clause for clause in inner):
            return closing.start()
    return end
