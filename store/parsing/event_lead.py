"""The part of a report in which it says what happened: headline, captions and opening."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from store.model import Paragraph, ParagraphKind
from store.parsing.clauses import mask
from store.parsing.days import Day, find_days
from store.parsing.event_names import Meeting, meetings_in
from store.parsing.report import HEADLINE_KINDS

LineKind = Literal["headline", "opening", "caption", "later"]

MOST_LINES = 12
"""Lines of each kind that are read: no report has more, and a hostile text must not cost more."""

OPENING_PARAGRAPHS = 4
OPENING_CHARACTERS = 1600
_LONGEST = 1000
"""Characters of one paragraph that are looked at: the opening of a report on one long line."""

_SEQUEL = re.compile(
    r"[“]?(?:随后|随即|会后|会前|之后|紧接着|接着|座谈会上|同日|当天|当日|会议(?:以|采用|采取|在)|省会议|视频会议后|\x01+[，]?(?:会议|座谈会))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One paragraph of the lead: its number, its masked text, its days and its meetings."""

    number: int
    kind: LineKind
    masked: str
    days: tuple[Day, ...]
    meetings: tuple[Meeting, ...]

    @property
    def is_headline(self) -> bool:
        """Whether the line belongs to the headline stack."""
        return self.kind == "headline"


def read_lead(paragraphs: Sequence[Paragraph], plain: Sequence[str]) -> list[Line]:
    """The lines of the lead in order; later paragraphs only when they open with a sequel word."""
    lines: list[Line] = []
    room = dict.fromkeys(get_args(LineKind), MOST_LINES)
    texts = characters = 0
    for number, (paragraph, text) in enumerate(zip(paragraphs, plain, strict=True)):
        opening = texts < OPENING_PARAGRAPHS and characters < OPENING_CHARACTERS
        kind = _kind(paragraph.kind, text, opening=opening)
        if kind and room[kind]:
            room[kind] -= 1
            lines.append(_line(number, kind, text))
        if paragraph.kind == "text":
            texts += len(text) > 20
            characters += len(text)
    return lines


def _kind(kind: ParagraphKind, text: str, *, opening: bool) -> LineKind | None:
    if kind in HEADLINE_KINDS:
        return "headline"
    if kind not in ("text", "heading", "caption") or not (opening or _SEQUEL.match(text)):
        return None
    if kind == "caption":
        return "caption"
    return "opening" if opening else "later"


def _line(number: int, kind: LineKind, text: str) -> Line:
    text = text[:_LONGEST]
    days = find_days(text)
    masked = mask(text, days)
    meetings = tuple(meetings_in(masked, headline=kind == "headline"))
    return Line(number=number, kind=kind, masked=masked, days=days, meetings=meetings)


_SENTENCE_END = frozenset("。！？；")


def sentence_start(masked: str, position: int) -> int:
    """Where the sentence around a position begins."""
    return max(masked.rfind(mark, 0, position) for mark in _SENTENCE_END) + 1


def sentence_end(masked: str, position: int) -> int:
    """Where the sentence around a position ends."""
    ends = [found for mark in _SENTENCE_END if (found := masked.find(mark, position)) >= 0]
    return min(ends, default=len(masked))


def day_for(line: Line, position: int) -> Day | None:
    """The day that a clause at ``position`` is told of.

    The nearest one before it in its sentence, else the first behind it in the sentence, else
    the last before it in the paragraph. Days that are limits (截至…) count for nothing.
    """
    start, end = sentence_start(line.masked, position), sentence_end(line.masked, position)
    usable = [d for d in line.days if not d.guarded and not _IS_DATELINE.match(line.masked, d.end)]
    before = [
        day
        for day in usable
        if start <= day.start < position and _reaches(line.masked, day, position)
    ]
    if before:
        return _printed(line, before[-1])
    after = [day for day in usable if position <= day.start < end]
    if after and not _PAUSE.search(line.masked, position, after[0].start):
        return after[0]
    earlier = [day for day in usable if day.start < start]
    return earlier[-1] if earlier else None


def _printed(line: Line, day: Day) -> Day:
    """当日 is the last day before it in the paragraph; so is 今天 that touches a printed day."""
    earlier = [d for d in line.days if d.end <= day.start and d.day is not None and not d.guarded]
    if day.day is not None or not earlier:
        return day
    touches = day.word == "today" and day.start - earlier[-1].end <= 1
    if day.word == "same day" or touches:
        return replace(earlier[-1], daypart=day.daypart)
    return day


_IS_DATELINE = re.compile(r" ?专?(?:电|讯|消息)")
_PAUSE = re.compile(r"[，：]")
# 落实3月2日召开的…精神: a day inside a clause about carrying something out is not the report's.
_CARRYING_OUT = re.compile(r"(?:贯彻|落实|传达|学习|根据|按照)[^，。；]{0,30}$")


def _reaches(masked: str, day: Day, position: int) -> bool:
    clause = masked[max(0, day.start - 40) : day.start]
    return not (_CARRYING_OUT.search(clause) and "的" in masked[day.end : position])
