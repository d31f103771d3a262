"""Which meeting of a text its headline means: by the series of their names, or by their matter."""

import re
from collections.abc import Sequence

from store.parsing.event_lead import Line
from store.parsing.event_names import Meeting
from store.parsing.event_series import series_of

Named = tuple[Line, Meeting]
"""A meeting and the line that names it."""
_GENERIC = re.compile(
    r"(?:本次|此次|专门|视频|电视|电话|网络|专题|紧急|工作|全体|全|现场|调度|部署|座谈|推进|动员|汇报|报告|交流"
    r"|总结|协调|会商|专项|学校|重要|小型|扩大|党员|[我本][省市县区州校院局])*(?:会议|大会|会|仪式|典礼|[揭授签颁][牌约奖]仪式)"
)
_SUBJECT = 4
"""Characters that a meeting and the headline must share to be about one matter."""
_FORMS = re.compile(r"会议|工作|视频|电视|电话")


def is_generic(name: str) -> bool:
    """Whether a name says only what form a meeting has: 会议, 座谈会, 视频调度会."""
    return _GENERIC.fullmatch(name) is not None


def text_of(pair: Named) -> str:
    """The name of a meeting as its line prints it."""
    line, meeting = pair
    return line.masked[meeting.start : meeting.end]


def announced_main(named: Sequence[Named], announced: Sequence[Named]) -> Named | None:
    """The meeting of the text that the headline names, the most alike first."""
    best: tuple[int, Named] | None = None
    for pair in named:
        if pair[1].frame == "attended" and is_generic(text_of(pair)):
            continue
        for title in announced:
            score = (
                likeness(text_of(pair), text_of(title)) * 2
                + (pair[1].frame == "held")
                - 4 * pair[1].aside
            )
            if score >= 2 and (best is None or score > best[0]):
                best = score, pair
    return best[1] if best else None


def was_attended(main: Named, named: Sequence[Named]) -> bool:
    """Whether a clause says of the meeting that ours only listened to it, or took part."""
    line, meeting = main
    return any(
        other.frame == "attended" and other.start == meeting.start
        for at, other in named
        if at is line
    )


def named_in_part(named: Sequence[Named], announced: Sequence[Named]) -> Named | None:
    """Where our body only listened to the first meeting: the one it held on what the headline says.

    The headline says 森林防火工作会议, the text 云岭镇森林防火专题会议.
    """
    titles = [_FORMS.split(text_of(pair)) for pair in announced]
    wanted = {
        part[at : at + _SUBJECT]
        for parts in titles
        for part in parts
        for at in range(len(part) - _SUBJECT + 1)
    }
    held = (pair for pair in named if pair[1].frame == "held" and not pair[1].aside)
    return next((p for p in held if any(gram in text_of(p) for gram in wanted)), None)


def likeness(one: str, other: str) -> int:
    """3 for the same series, 1 when one name holds the other, else 0."""
    a, b = _key(one), _key(other)
    if a == b:
        return 3
    return 1 if a in b or b in a else 0


def _key(name: str) -> str:
    return (series_of(name) or name).replace("会议", "会")
