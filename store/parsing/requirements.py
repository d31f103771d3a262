"""要求: the numbered series of a report, who asks, and the count that was announced."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from store.model import Paragraph, Requirements, Span
from store.parsing.announcements import find_announcement, find_speaker, kind_of, says_what_to_do
from store.parsing.extents import Place, item_ends, other_voices
from store.parsing.folded import fold
from store.parsing.items import have_text, items_of
from store.parsing.ordinals import find_markers
from store.parsing.report import body
from store.parsing.series import Assembler, Draft
from store.parsing.speech import Speech, find_speeches, sentence_start

_QUESTION = re.compile(r"[^。；]*(?:为什么|什么|哪[些里个]|如何|怎[么样])[^。；]*|[^。；]*？")
"""A heading that asks: 一、为什么要制定《条例》."""
_NOTICE = re.compile(r"版权|转载|本网|本站|免责|侵权|著作权|凡注明|来源：|投稿")
_RULE = re.compile(r"^ ?第[一二三四五六七八九十百零]+[条章]")
_SPOKEN_LEAD = re.compile(
    r"要求|强调|提出|指出|部署|安排|意见|建议|希望|措施|做好|抓好|打算|汇报|交流|议题|议程|如下|以下|决定"
)
_INDENT = " “#*"
_LEAD_SHOWN = 120


@dataclass(frozen=True, slots=True, eq=False)
class _Reading:
    """What the steps share: the folded paragraphs, and where series and items stand in them.

    ``edges`` holds for each paragraph, ascending, where markers and items end: the lead of a
    series begins behind the last of them.
    """

    paragraphs: Sequence[Paragraph]
    texts: Mapping[int, str]
    speeches: Mapping[int, Sequence[Speech]]
    voices: Mapping[int, Sequence[int]]
    edges: Mapping[int, Sequence[int]]
    numbers: Mapping[int, int]
    drafts: Sequence[Draft]
    ends: Sequence[Sequence[Place]]


def find_requirements(paragraphs: Sequence[Paragraph]) -> tuple[Requirements, ...]:
    """Every numbered series of a report, in the order of the text.

    Only running text and its headings are read; a series has at least two items.
    """
    texts = {number: fold(text) for number, text in body(paragraphs)}
    speeches = {number: tuple(find_speeches(text)) for number, text in texts.items()}
    voices = {number: other_voices(text) for number, text in texts.items()}
    breaks = {number: _breaks(speeches[number], voices[number]) for number in texts}
    drafts = [one for one in _assemble(paragraphs, texts, breaks) if _is_speech(one, texts)]
    known = [(draft, item_ends(draft, texts, breaks)) for draft in drafts]
    known = [(draft, ends) for draft, ends in known if have_text(draft, ends, texts)]
    drafts = [draft for draft, _ in known]
    ends = [places for _, places in known]
    numbers = {id(draft): number for number, draft in enumerate(drafts)}
    edges = _edges(drafts, ends)
    reading = _Reading(paragraphs, texts, speeches, voices, edges, numbers, drafts, ends)
    found: list[Requirements] = []
    for number in range(len(drafts)):
        one = _requirements(number, reading)
        found.append(one if one.inside is None else _inherit(one, found[one.inside[0]]))
    return tuple(found)


def _inherit(one: Requirements, outer: Requirements) -> Requirements:
    """Give a series inside an item the speaker and the kind of the outer one, if it has none."""
    if one.by is None:
        one = replace(one, by=outer.by, verb=outer.verb)
    return replace(one, kind=outer.kind) if one.kind == "other" else one


def remarks_on(requirements: Sequence[Requirements]) -> tuple[str, ...]:
    """What a reader should know about the series: announced against found."""
    return tuple(
        f"announced {one.announced} items, found {len(one.items)}"
        for one in requirements
        if one.announced is not None
    )


def _breaks(speeches: Sequence[Speech], voices: Sequence[int]) -> list[int]:
    """Where in a paragraph somebody else begins to speak, ascending."""
    spoken = {speech.start for speech in speeches if speech.direct and speech.own}
    return sorted(spoken.union(voices))


def _assemble(
    paragraphs: Sequence[Paragraph],
    texts: Mapping[int, str],
    breaks: Mapping[int, Sequence[int]],
) -> list[Draft]:
    assembler = Assembler()
    for number, text in texts.items():
        if paragraphs[number].kind == "heading":
            assembler.interrupt()
        pending = iter(breaks[number])
        broken_at = next(pending, None)
        for marker in find_markers(text):
            while broken_at is not None and broken_at <= marker.start:
                assembler.interrupt()
                broken_at = next(pending, None)
            assembler.add(marker, number, _leads_paragraph(text, marker.start))
        if broken_at is not None:
            assembler.interrupt()
    return assembler.finish()


def _leads_paragraph(text: str, start: int) -> bool:
    return len(text) - len(text.lstrip(_INDENT)) >= start


def _is_speech(draft: Draft, texts: Mapping[int, str]) -> bool:
    """Whether a series may be what somebody said, and no notice, rule or table of contents."""
    first = draft.entries[0]
    heads = [
        texts[entry.paragraph][entry.marker.end : entry.marker.end + 40]
        for entry in draft.entries[:4]
    ]
    if 2 * sum(1 for head in heads if _NOTICE.search(head)) >= len(heads):
        return False
    if first.marker.group in ("clause", "order"):
        return True
    if 2 * sum(1 for head in heads if _QUESTION.fullmatch(head)) > len(heads):
        return False
    if 2 * sum(map(says_what_to_do, heads)) > len(heads):
        return True
    place = _lead_place(first.place, texts)
    if place is None:
        return False
    lead = texts[place[0]][max(0, place[1] - _LEAD_SHOWN) : place[1]]
    if _RULE.search(texts[place[0]][:12]):
        return False
    begin = sentence_start(lead, len(lead.rstrip("。：；，！ ")), _LEAD_SHOWN)
    return bool(_SPOKEN_LEAD.search(lead, begin)) or any("会议" in head[:4] for head in heads)


def _lead_place(first: Place, texts: Mapping[int, str]) -> Place | None:
    """Where the text that leads a series in ends: at its marker, or with the paragraph before."""
    paragraph, start = first
    if not _leads_paragraph(texts[paragraph], start):
        return paragraph, start
    return (paragraph - 1, len(texts[paragraph - 1])) if paragraph - 1 in texts else None


def _edges(drafts: Sequence[Draft], ends: Sequence[Sequence[Place]]) -> dict[int, list[int]]:
    edges: dict[int, list[int]] = {}
    for draft, its_ends in zip(drafts, ends, strict=True):
        for entry, end in zip(draft.entries, its_ends, strict=True):
            edges.setdefault(entry.paragraph, []).append(entry.marker.end)
            edges.setdefault(end[0], []).append(end[1])
    return {paragraph: sorted(offsets) for paragraph, offsets in edges.items()}


def _requirements(number: int, reading: _Reading) -> Requirements:
    draft = reading.drafts[number]
    items = items_of(draft, reading.ends[number], reading.texts, reading.paragraphs)
    place = _lead_place(draft.entries[0].place, reading.texts)
    paragraph, stop = place or (0, 0)
    edges = reading.edges.get(paragraph, ())
    index = bisect_left(edges, stop)
    start = edges[index - 1] if index else 0
    text = reading.texts.get(paragraph, "")
    announced = find_announcement(text, start, stop, len(items))
    speaker = _speaker(paragraph, stop, reading)
    kind = kind_of(
        _last_clause(text, start, stop),
        announced,
        speaker.verb if speaker else None,
        wishes=any("要" in item.marker for item in items),
        texts=[item.text for item in items],
    )
    printed = reading.paragraphs[paragraph].text
    return Requirements(
        by=printed[speaker.name : speaker.name + len(speaker.by)] if speaker else None,
        verb=speaker.verb if speaker else None,
        announced=announced.number if announced else None,
        paragraph=draft.entries[0].paragraph,
        items=items,
        kind=kind,
        announced_span=Span(paragraph, announced.start, announced.end) if announced else None,
        inside=_inside(draft, reading),
    )


def _speaker(paragraph: int, stop: int, reading: _Reading) -> Speech | None:
    """Who speaks where a series begins; nobody if the report has gone on to something else."""
    voices = reading.voices.get(paragraph, ())
    index = bisect_right(voices, stop)
    return find_speaker(
        reading.speeches.get(paragraph, ()), voices[index - 1] if index else 0, stop
    )


def _last_clause(text: str, start: int, stop: int) -> str:
    lead = text[max(start, stop - _LEAD_SHOWN) : stop].rstrip("，。；：！？ “")
    return re.split(r"[，。；！？]", lead)[-1]


def _inside(draft: Draft, reading: _Reading) -> tuple[int, int] | None:
    """The series and the number of the item that a series is nested in."""
    place = draft.entries[0].place
    outer = draft.outer
    while outer is not None:
        number = reading.numbers.get(id(outer))
        if number is not None:
            index = bisect_left(outer.entries, place, key=lambda entry: entry.place) - 1
            if index >= 0 and place < reading.ends[number][index]:
                return number, outer.entries[index].number
        outer = outer.outer
    return None
