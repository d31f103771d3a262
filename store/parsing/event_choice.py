"""Which of the meetings and deeds that a lead names the report is about."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from store.model import ArticleKind
from store.parsing import kinds
from store.parsing.event_lead import Line, sentence_end, sentence_start
from store.parsing.event_match import (
    Named,
    announced_main,
    is_generic,
    likeness,
    named_in_part,
    text_of,
    was_attended,
)
from store.parsing.event_names import Meeting

MOST_FURTHER = 4
"""Further events that are kept; a report that names more is a digest."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The kind of a report, the line and meeting (None for a deed) it is about, and the rest.

    ``position`` is where in the line the event is told.
    """

    kind: ArticleKind
    line: Line | None = None
    meeting: Meeting | None = None
    position: int = 0
    further: tuple[Named, ...] = ()


_FUTURE = re.compile(
    r"(?:将|将于|拟|拟于|定于|准备|计划|筹备|预计|决定|关于)(?:\x01|在[^，。；]{0,20}| )*$"
)
_VALUED = re.compile(r"重要(?:的)?(?:会议|大会)$|的(?:会议|大会)$|^(?:一次|首次)")
_CARRIED_OUT = re.compile(
    r"(?:贯彻|落实|传达|学习(?!会|中心组)|根据|按照|是继|迎接|喜迎|确保|推举|推选)[^，。；]{0,60}$"
)
_LISTENS = re.compile("收看|收听")
"""我镇组织干部收看市召开的会议: the body that holds it is another."""
_THEN_HELD = re.compile(r"并主持(?:召开|举行)(?![^，。 ]{0,20}座谈会)")
"""巡河并主持召开推进会: the deed leads up to the meeting; a 座谈会 is part of a visit."""
_SUPPORT = re.compile(
    r"会议(?:还|进一步|最后)?(?:指出|强调|要求|认为|听取|审议|传达|决定|提出|研究|通报|讨论|明确|由|以|原则)|会上[，,]|主持会议|主持(?:召开|并讲话)"
    r"|(?:出席|参加|列席|收听收看)(?:了)?(?:此次|本次)?(?:会议|座谈|大会|学习|活动|调研)|与会|并讲话|座谈会上"
)
_SAID = re.compile(
    r"[^，。：]{1,24}?(?<!的)(?:指出|强调|要求|认为|表示|明确|提出|说)[，：]|[^，。：]{1,24}?(?<!的)(?:强调|要求)"
)
"""A paragraph that renders what was said: the meetings in it are others."""
_REPORTED = re.compile(r"\x01|本报讯|讯[ （]|电[ （]|日前")


def is_ceremony(name: str) -> bool:
    """Whether a name is that of a ceremony: …签约仪式, 开学典礼."""
    return name.endswith(("仪式", "典礼", "开班式", "开学式"))


def choose(lead: Sequence[Line], plain: Sequence[str]) -> Choice:
    """The kind of the report and its event, from the headline first and else from the opening."""
    headline = [line for line in lead if line.is_headline]
    opening = [line for line in lead if not line.is_headline]
    named = list(_named(opening))
    announced = [pair for pair in _named(headline) if not is_generic(text_of(pair))]
    kind = _kind_by_headline(headline) or _kind_by_opening(opening, named)
    if kind is None or not _supported(kind, lead, plain, named):
        return Choice("other")
    if kind == "meeting":
        return _meeting_choice(named, announced)
    if kind == "ceremony":
        ceremonies = [pair for pair in named if _is_named_ceremony(pair)]
        if ceremonies:
            return _meeting_choice(ceremonies, announced)
    line, position = _deed_place(kind, headline, opening)
    return Choice(kind, line, None, position, tuple(_distinct(named, None)))


def _is_named_ceremony(pair: Named) -> bool:
    return is_ceremony(text_of(pair)) and not is_generic(text_of(pair))


def _named(lines: Iterable[Line]) -> Iterator[Named]:
    """The meetings that took place, as far as a clause tells it; plans and spirits left out."""
    for line in lines:
        if _only_renders(line):
            continue
        for meeting in line.meetings:
            if took_place(line.masked, meeting):
                yield line, meeting


def _only_renders(line: Line) -> bool:
    """Whether a paragraph opens with who said what, and not at which meeting (在…上强调)."""
    said = None if line.is_headline else _SAID.match(line.masked)
    return said is not None and not any(
        m.frame == "spoken" and m.start < said.end() for m in line.meetings
    )


def took_place(masked: str, meeting: Meeting) -> bool:
    """Whether a clause tells of the meeting as held, not as planned, valued or carried out."""
    first = min(meeting.start, meeting.verb)
    before = masked[max(0, first - 60) : first]
    name = masked[meeting.start : meeting.end]
    if masked.rfind("《", 0, meeting.start) > masked.rfind("》", 0, meeting.start):
        return False
    if meeting.compose and meeting.frame != "held":
        return False
    if meeting.frame == "attended" and masked.startswith("的", meeting.end):
        # 出席全国会议的我州代表: who they are, not what they did
        return False
    if _VALUED.search(name) or kinds.is_public_show(name) or _FUTURE.search(before):
        return False
    if _FUTURE.search(masked[max(0, meeting.verb - 30) : meeting.verb]):
        return False
    return not _CARRIED_OUT.search(before)


def _kind_by_headline(headline: Sequence[Line]) -> ArticleKind | None:
    for line in headline:
        meetings = [m for m in line.meetings if took_place(line.masked, m)]
        deed = kinds.deed_in_headline(_without(line.masked, line.meetings))
        if meetings and (deed is None or min(m.start for m in meetings) < deed[0]):
            return "meeting"
        if any(m.frame == "held" and _THEN_HELD.match(line.masked, m.verb - 3) for m in meetings):
            return "meeting"
        if deed:
            return deed[1]
    return None


def _without(masked: str, meetings: Iterable[Meeting]) -> str:
    """The text with the names of meetings blotted out, so that their words name no deed."""
    for meeting in meetings:
        masked = (
            masked[: meeting.start] + "\x02" * (meeting.end - meeting.start) + masked[meeting.end :]
        )
    return masked


def _kind_by_opening(opening: Sequence[Line], named: Sequence[Named]) -> ArticleKind | None:
    for line in opening:
        if line.kind == "caption":
            continue
        start = sentence_end(line.masked, 0)
        reach = sentence_end(line.masked, start + 1) if start < len(line.masked) else start
        deed = kinds.deed_in_lead(
            _without(line.masked[:reach], [m for m in line.meetings if m.end <= reach])
        )
        held = [pair for pair in named if pair[0] is line]
        real = [pair for pair in held if not is_generic(text_of(pair)) or pair[1].organ]
        if deed and (not held or deed[0] < min(pair[1].start for pair in held)):
            own = [
                pair for pair in real if pair[1].frame == "held" and not is_generic(text_of(pair))
            ]
            return "meeting" if deed[1] == "visit" and own else deed[1]
        if held:
            return "meeting"
        if len(line.masked) > 60:
            break
    return "meeting" if any(pair[0].kind == "caption" for pair in named) else None


def _supported(
    kind: ArticleKind, lead: Sequence[Line], plain: Sequence[str], named: Sequence[Named]
) -> bool:
    """Whether the text reports the event and does not only speak of such events.

    Two of three signs are asked for: the headline names it, the opening dates it, the body
    tells who took part or what was said there.
    """
    dated = any(_REPORTED.search(line.masked[:400]) for line in lead if not line.is_headline)
    told = any(_SUPPORT.search(text) for text in plain[:40])
    titled = any(
        line.is_headline and (line.meetings or kinds.deed_in_headline(line.masked)) for line in lead
    )
    signs = dated + told + titled + (_opens(named[0]) if named else _tells_deed(kind, lead))
    return signs >= 2 and (kind != "meeting" or bool(named) or titled)


def _tells_deed(kind: ArticleKind, lead: Sequence[Line]) -> bool:
    """Whether the first sentence of the opening tells the visit, talks or ceremony."""
    for line in lead:
        if not line.is_headline:
            deed = kinds.deed_in_lead(line.masked[: sentence_end(line.masked, 0)])
            if deed and deed[1] == kind:
                return True
    return False


def _opens(pair: Named) -> bool:
    line, meeting = pair
    return sentence_start(line.masked, min(meeting.start, meeting.verb)) == 0


def _meeting_choice(named: Sequence[Named], announced: Sequence[Named]) -> Choice:
    main = announced_main(named, announced)
    if main is None:
        main = _first_main(named)
        if main and was_attended(main, named):
            main = named_in_part(named, announced) or main
    if main is None:
        if not announced:
            return Choice("other")
        main = announced[0]
    line, meeting = main
    kind: ArticleKind = "ceremony" if is_ceremony(text_of(main)) else "meeting"
    return Choice(
        kind, line, meeting, min(meeting.start, meeting.verb), tuple(_distinct(named, main))
    )


def _first_main(named: Sequence[Named]) -> Named | None:
    """The first meeting of the main clauses that has a name; else the first at all.

    Where our own body only listened to a meeting and then held one (收看…会议。我市召开…), the
    one it held.
    """
    # a picture may be of another meeting
    told = [pair for pair in named if pair[0].kind != "caption"] or [*named]
    openly = [pair for pair in told if not pair[1].aside and pair[0].kind != "later"] or told
    real = [pair for pair in openly if not is_generic(text_of(pair))]
    if not real:
        return openly[0] if openly else None
    own = [pair for pair in real if pair[0] is real[0][0] and _is_own(pair)]
    return own[0] if own and real[0][1].frame == "attended" else real[0]


def _distinct(named: Iterable[Named], main: Named | None) -> list[Named]:
    """The other meetings, each once; a mere form (座谈会) only beside a visit."""
    known = [text_of(main)] if main else []
    kept: list[Named] = []
    for pair in named:
        text = text_of(pair)
        mere = main is not None and is_generic(text) and not _is_own(pair)
        if pair is main or mere or pair[0].kind == "caption":
            continue
        again = any(text == other if pair[1].aside else likeness(text, other) for other in known)
        if (again and not _is_own(pair)) or len(kept) >= MOST_FURTHER:
            continue
        known.append(text)
        kept.append(pair)
    return kept


def _is_own(pair: Named) -> bool:
    """我县立即召开会议: the writer's own body meets, though its meeting has no name."""
    line, meeting = pair
    if meeting.organ is None or line.masked[meeting.organ[0]] not in "我本":
        return False
    return _LISTENS.search(line.masked, *meeting.organ) is None


def _deed_place(
    kind: ArticleKind, headline: Sequence[Line], opening: Sequence[Line]
) -> tuple[Line | None, int]:
    """The line of the opening that tells a visit, talks or a ceremony, and where in it."""
    for line in (*(x for x in opening if x.kind != "caption"), *opening):
        deed = kinds.deed_in_lead(line.masked)
        if deed and deed[1] == kind:
            return line, _verb_end(line, deed[0])
    first = next((line for line in opening if line.kind != "caption"), None)
    return (first, 0) if first else (headline[0] if headline else None, 0)


def _verb_end(line: Line, position: int) -> int:
    return min(sentence_end(line.masked, position), position + 60)
