"""Finds day expressions in a text and reads them; says nothing about years it does not see.

All functions expect a text in plain forms (``store.lexicon``: simplified characters, Chinese
punctuation, ASCII digits), which has the same length and offsets as the printed one.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

Word = Literal["", "today", "yesterday", "before yesterday", "tomorrow", "same day", "recently"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day expression: its characters [start, end), and what they give.

    ``year``, ``month`` and ``day`` are None where they are not printed. ``end_*`` belong to
    the last day of a range or a list. ``word`` is the relative word, if any; with a day in
    brackets (昨日（14日）) both are there. ``guarded`` says that the words around it make it
    a limit or a count (截至…, 自…起) and no day on which something took place.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_year: int | None = None
    end_month: int | None = None
    end_day: int | None = None
    daypart: str | None = None
    word: Word = ""
    guarded: bool = False


_CHINESE = "〇零○一二三四五六七八九十廿卅"
_YEAR = r"(?:(?:19|20)\d\d|[一二][〇零○九][〇零○一二三四五六七八九]{2})"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DATE = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|(?:二?十|廿)[一二三四五六七八九]?|[一二三四五六七八九])"
_PART = "上午|下午|晚上|晚间|晚|夜间|深夜|凌晨|清晨|早上|早晨|中午|傍晚|午后|夜"

_CALENDAR = re.compile(
    rf"(?<![\d第{_CHINESE}])(?:(?P<y>{_YEAR}) ?年 ?)?(?P<m>{_MONTH}) ?月 ?(?P<d>{_DATE})"
)
_ISO = re.compile(
    r"(?<![\d./-])(?P<y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m>1[0-2]|0?[1-9])(?P=sep)"
    r"(?P<d>3[01]|[12]\d|0?[1-9])(?![\d./-])"
)
_BARE = re.compile(
    rf"(?<![\d.第月年之近共满达约超每百千万/%{_CHINESE}-])"
    rf"(?P<d>3[01]|[12]\d|0?[1-9]|[一二三四五六七八九十廿]{{2,3}}(?=日 ?(?:{_PART})))(?= ?[日号至—–~～-])"
)
_RELATIVE = re.compile(
    r"(?<![如目空从至截到])(?P<w>[今昨前明当同])(?:天|日(?!头条)|(?<=[今昨前明])(?=晚|晨|夜|[上下]午))"
    rf"(?: ?（(?:(?P<y>{_YEAR}) ?年 ?)?(?:(?P<m>{_MONTH}) ?月 ?)?(?P<d>{_DATE}) ?[日号] ?"
    rf"(?P<inside>{_PART})?）)?"
)
_VAGUE = re.compile(
    r"(?<![最连\d一二三四五六七八九十])(?:近日|日前(?!往)|近期|不久前|前不久|连日来|近日来)"
)

_SIGN = re.compile(r" ?(?:日|号(?!线|台风|楼|文|院|馆|厅|会议室))")
_RANGE = re.compile(
    rf" ?(?:至|到|[-—–~～]{{1,2}}|、|和) ?(?:(?P<y>{_YEAR}) ?年 ?)?(?:(?P<m>{_MONTH}) ?月 ?)?"
    rf"(?P<d>{_DATE}) ?(?:日|号(?!线))"
)
_LISTED = re.compile(
    rf" ?[、和] ?(?:(?P<y>{_YEAR}) ?年 ?)?(?:(?P<m>{_MONTH}) ?月 ?)?(?P<d>{_DATE}) ?日"
)
_DAYPART = re.compile(rf" ?(?P<part>{_PART})(?!报|会|饭|餐|宴|期|稻|些|日)")
_NO_DAY = re.compile(r"内|后|前|以|均|游|常|间|报|程|元|龄|照|至今")
_NUMBERED_DAY = re.compile(rf" ?号(?: ?(?:{_PART})|在|，)")

_LIMIT_BEFORE = re.compile(r"(?:截至|截止|截止到|自|从|直到|早在|始于|生于|定于|拟于|将于)$")
_LIMIT_AFTER = re.compile(
    r"起(?!草)|以来|之前|以前|前(?!往)|止|是第|是世界|是全国|出生|内|0时|零时|\d{1,2}时起"
)
_SIGNS_OF_A_DAY = re.compile(r"[\d日号今昨前明当同近]")

_WORDS: dict[str, Word] = {
    "今": "today",
    "昨": "yesterday",
    "前": "before yesterday",
    "明": "tomorrow",
    "当": "same day",
    "同": "same day",
}
_UNITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}


def number(digits: str) -> int:
    """The number that ASCII or Chinese digits write: ``28``, ``二十八``, ``廿八``, ``二〇二二``."""
    if digits.isdecimal():
        return int(digits)
    digits = digits.replace("廿", "二十").replace("卅", "三十")
    if "十" in digits:
        tens, _, ones = digits.partition("十")
        return (_UNITS[tens] if tens else 1) * 10 + (_UNITS[ones] if ones else 0)
    return int("".join(str(_UNITS[c]) for c in digits))


def exists(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has this day; without a year 29 February counts as one."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year or 2000, month)[1]


def find_days(plain: str) -> tuple[Day, ...]:
    """Every day expression of a plain text, in order, none inside another."""
    if not _SIGNS_OF_A_DAY.search(plain):
        return ()
    found: list[Day] = []
    for day in sorted(_candidates(plain), key=lambda d: (d.start, -d.end)):
        if not found or day.start >= found[-1].end:
            found.append(_with_guard(plain, day))
    return tuple(found)


def _candidates(plain: str) -> Iterator[Day]:
    for match in _CALENDAR.finditer(plain):
        yield from _with_rest(plain, match, unsigned=match["y"] is not None)
    for match in _ISO.finditer(plain):
        yield from _with_rest(plain, match, unsigned=True)
    for match in _BARE.finditer(plain):
        if plain[match.end() : match.end() + 1] != "号" or _NUMBERED_DAY.match(plain, match.end()):
            yield from _with_rest(plain, match, unsigned=False)
    for match in _RELATIVE.finditer(plain):
        yield from _with_rest(plain, match, unsigned=True)
    for match in _VAGUE.finditer(plain):
        yield Day(start=match.start(), end=match.end(), word="recently")


def _with_rest(plain: str, match: re.Match[str], *, unsigned: bool) -> Iterator[Day]:
    """The day of ``match`` with the range and the daypart behind it.

    ``unsigned`` allows a day without 日 behind it; otherwise a range has to bring it.
    """
    part = match.groupdict()
    sign = _SIGN.match(plain, match.end())
    position = sign.end() if sign else match.end()
    last = _RANGE.match(plain, position) if part.get("d") else None
    if sign is None and last is None and not unsigned:
        return
    first_day = Day(
        start=match.start(),
        end=position,
        year=_value(part.get("y")),
        month=_value(part.get("m")),
        day=_value(part.get("d")),
        word=_WORDS.get(part.get("w") or "", ""),
    )
    if not _possible(first_day.year, first_day.month, first_day.day):
        return
    day = first_day
    while last and not part.get("w") and day.end == last.start():
        day = _with_last(day, last)
        last = _LISTED.match(plain, day.end)
    if day.month is None and not day.word and _NO_DAY.match(plain, day.end):
        return
    daypart = _DAYPART.match(plain, day.end)
    if daypart:
        yield replace(day, end=daypart.end(), daypart=daypart["part"])
    else:
        yield replace(day, daypart=part.get("inside"))


def _with_last(day: Day, last: re.Match[str]) -> Day:
    year, month, date = _value(last["y"]), _value(last["m"]), _value(last["d"])
    if not _possible(year or day.year, month or day.month, date):
        return day
    return replace(day, end=last.end(), end_year=year, end_month=month, end_day=date)


def _value(digits: str | None) -> int | None:
    return number(digits) if digits else None


def _possible(year: int | None, month: int | None, day: int | None) -> bool:
    return month is None or day is None or exists(year, month, day)


def _with_guard(plain: str, day: Day) -> Day:
    before = plain[max(0, day.start - 4) : day.start].rstrip()
    limited = day.end_day is None and (
        _LIMIT_BEFORE.search(before) is not None or _LIMIT_AFTER.match(plain, day.end) is not None
    )
    return replace(day, guarded=True) if limited else day
