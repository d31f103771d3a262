"""How a meeting was held: by video, by telephone, with a main venue and branch venues."""

import re
from dataclasses import dataclass

BOTH_WAYS = "线上线下"
"""The normal form of 线上+线下, 线上与线下."""


@dataclass(frozen=True, slots=True)
class Mode:
    """A mode, and the characters [start, end) that say so."""

    name: str
    start: int
    end: int


_FORM = re.compile(
    r"(?:以|采取|采用|通过|按照)[“]?(?P<form>[^，。；：]{2,24}?)[”]?(?:相结合)?的?(?:形式|方式|系统)(?:[^，。；]{0,4}(?:召开|举行|进行|开到|收听|参加)|[，。])"
)
_REMOTE = re.compile(r"视频|视讯|电视|电话|线上|网络|远程|主会场|分会场|云端|广播")
_NAMED = (
    (re.compile(r"电视电话"), "电视电话会议"),
    (re.compile(r"网络视频"), "网络视频会议"),
    (re.compile(r"视频"), "视频会议"),
    (re.compile(r"电视(?=会|工作会)"), "电视会议"),
    (re.compile(r"电话(?=会)"), "电话会议"),
)
_BOTH = re.compile(r"线上线下|线上\+线下|线上与线下|线上和线下|线下线上")
_VENUE = re.compile(
    r"(?P<venue>(?:（[^）]{0,30}）|[^，。；：（）]){1,60}?(?:设立?|设置|设有|开设)了?(?:[^，。；：]{0,8}?)(?:主|分)会场)(?![参出收])"
)
_SITE = re.compile(
    r"在(?P<venue>[^，。；：]{1,20}?(?:主|分)会场)(?:收听收看|收看|参加|出席|组织|列席|参会)"
)


def mode_in_text(plain: str) -> Mode | None:
    """The mode that a paragraph states: 会议以视频会议形式召开, 采取线上线下方式."""
    for match in _FORM.finditer(plain):
        start, end = match.span("form")
        if _REMOTE.search(plain, start, end):
            start -= plain.count("”", start, end) > plain.count("“", start, end)
            return Mode(plain[start:end], start, end)
    both = _BOTH.search(plain)
    return Mode(BOTH_WAYS, both.start(), both.end()) if both else None


def mode_in_name(plain: str, start: int, end: int) -> Mode | None:
    """The mode that the printed name of a meeting at [start, end) carries."""
    for pattern, name in _NAMED:
        match = pattern.search(plain, start, end)
        if match:
            return Mode(name, match.start(), match.end())
    return None


def venues_in(plain: str) -> list[tuple[int, int]]:
    """The characters of each statement of a venue: 市委设主会场, 各县（市、区）设分会场."""
    if "会场" not in plain:
        return []
    found = [match.span("venue") for match in _VENUE.finditer(plain)]
    if not found:
        found = [match.span("venue") for match in _SITE.finditer(plain)]
    return found
