"""要点: the unnumbered passages that 会议指出, 会议强调 or 某某要求 leads in."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from store.model import Directive, Paragraph, Requirements, Span
from store.parsing.extents import other_voices
from store.parsing.folded import fold
from store.parsing.report import body
from store.parsing.speech import Speech, find_speeches, sentence_start

_LEADING = frozenset({"强调指出", "强调", "指出", "要求", "认为", "希望", "号召"})
_BEFORE_PAUSE = frozenset({"提出", "明确", "决定"})
"""Verbs that lead in only with a comma or colon behind: 会议明确，… but not 会议明确了分工."""
_CLAUSE_END = re.compile(r"[，。；：！？]")
_SENTENCE_END = "。；！？"
_SHORTEST_LEAD = 4
_LONGEST_LEAD = 80
_REACH = 300


def find_directives(
    paragraphs: Sequence[Paragraph], requirements: Sequence[Requirements]
) -> tuple[Directive, ...]:
    """Every passage that a speaker leads in at the start of a sentence, series apart.

    A passage ends where somebody else begins to speak, with the sentence before a numbered
    series, or with its paragraph. The sentence that leads a series in is no directive.
    """
    series: dict[int, list[int]] = {}
    for one in requirements:
        series.setdefault(one.items[0].span.paragraph, []).append(one.items[0].span.start)
    found = []
    for number, printed in body(paragraphs):
        text = fold(printed)
        speeches = [one for one in find_speeches(text) if _leads(text, one)]
        leads_in = {sentence_start(text, at, _REACH) for at in series.get(number, ())}
        stops = {one.start for one in speeches} | set(other_voices(text)) | {len(text)}
        ordered = sorted(stops.union(leads_in))
        for speech in speeches:
            end = ordered[bisect_right(ordered, speech.start)]
            if speech.start in leads_in or (end in leads_in and _announces(text, speech, end)):
                continue
            directive = _directive(number, printed, text, speech, end)
            if directive.lead:
                found.append(directive)
    return tuple(found)


def _leads(text: str, speech: Speech) -> bool:
    if not (speech.direct and speech.own):
        return False
    paused = text[speech.end : speech.end + 1] in ("，", "：")
    return speech.verb in _LEADING or (paused and speech.verb in _BEFORE_PAUSE)


def _announces(text: str, speech: Speech, end: int) -> bool:
    """Whether a passage before a series is no more than its announcement, as 提出八点要求 is."""
    return "，" not in text[speech.end : end]


def _directive(number: int, printed: str, text: str, speech: Speech, end: int) -> Directive:
    end = speech.start + len(text[speech.start : end].rstrip())
    begin = speech.end
    while begin < end and text[begin] in "，： ":
        begin += 1
    stop = end
    for clause_end in _CLAUSE_END.finditer(text, begin, min(end, begin + _LONGEST_LEAD)):
        stop = clause_end.start()
        if stop - begin >= _SHORTEST_LEAD or clause_end.group() in _SENTENCE_END:
            break
    return Directive(
        by=printed[speech.name : speech.name + len(speech.by)],
        verb=speech.verb,
        paragraph=number,
        lead=printed[begin:stop],
        span=Span(number, speech.start, end),
    )
