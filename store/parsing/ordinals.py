"""Numerals, and the markers that number the items of a series.

A marker is an ordinal where a clause may begin: 一要, 二是, 三是要, 第一，, 首先, 其一，,
（一）, 一、, 1., 1、, ①. Whether it really counts is decided where series are put together;
here only its shape, its number and its surroundings are looked at.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Group = Literal["clause", "order", "heading", "bracket", "figure", "circle"]
"""Markers of one group may continue one series: 一是…二要…, 首先…第二…."""

DIGITS = "一二三四五六七八九"
_VALUE = {char: value for value, char in enumerate(DIGITS, start=1)} | {"两": 2, "零": 0, "〇": 0}
_CIRCLES = ("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽", "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑")
_CIRCLED = "".join(_CIRCLES)

NUMERAL = r"(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九两])"
"""A Chinese numeral from 一 to 九十九, as a pattern without groups."""


def number_of(numeral: str) -> int | None:
    """The value of a numeral in Chinese (below 100) or Arabic digits; None if it is none."""
    if numeral.isascii() and numeral.isdigit():
        return int(numeral) if len(numeral) <= 9 else None
    tens, ten, ones = numeral.rpartition("十")
    if (ten and len(tens) > 1) or len(ones) > 1 or not numeral:
        return None
    digits = [_VALUE.get(char) for char in (tens, ones) if char]
    if None in digits:
        return None
    if not ten:
        return _VALUE[ones]
    return 10 * (_VALUE[tens] if tens else 1) + (_VALUE[ones] if ones else 0)


def chinese(number: int) -> str:
    """A number below 100 in Chinese digits; from 100 on in Arabic ones."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else DIGITS[tens - 1] + "十"
    return head + (DIGITS[ones - 1] if ones else "")


@dataclass(frozen=True, slots=True)
class Marker:
    """An ordinal in a folded text: [start, end) is the bare marker, as in 一 要 or 第三，.

    ``style`` tells the verbs of one group apart (要, 是, 抓). ``wish`` is where the marker
    would end if a 要 directly behind it (一是要, 首先要) belonged to it. ``number`` is 0 for
    words that only continue: 再次 and 最后. ``weak`` says that no punctuation stands before it.
    """

    group: Group
    style: str
    number: int
    start: int
    end: int
    wish: int
    weak: bool = False


# 一要求 and 三要素 are words; 二要求真务实 is an item.
_WANT = r"要(?!素|件|么|不然|求(?!真|实|新|变|进|稳|突|精|同))"
# 一抓到底 and 一看便知 are idioms; only verbs that such lists use, and both must use the same.
_VERBS = "靠抓查盯促保防强"

_MARKER = re.compile(
    rf"""
    (?=[一二三四五六七八九十两第其首再最（\d{_CIRCLED}])(?:
      (?P<clause>{NUMERAL})[ ]?(?:(?P<verb>是(?!{NUMERAL}[，。、；”])|{_WANT}|[{_VERBS}](?!到底))|(?P<bare>，))
    | 第(?P<order>{NUMERAL}|\d{{1,2}})(?:点|条|件事?|项(?:工作|任务)?|个(?:方面|问题|层面|关键词?|任务|重点)?|方面|步|句话)?(?:[，、：]|(?P<is>就?是)|(?=要))
    | 其(?P<each>{NUMERAL})(?:[，、：]|(?=[是要]))
    | (?P<word>首先|其次)(?:[，、：])?
    | (?P<later>再次|最后)(?:[，、：]|(?=[是要]))
    | (?P<heading>{NUMERAL})、
    | （(?P<bracket>{NUMERAL}|\d{{1,2}})）[、，]?
    | (?P<figure>\d{{1,2}})(?:、|[.．](?!\d)|）)
    | (?P<circle>[{_CIRCLED}])
    )""",
    re.VERBOSE,
)
_PAUSE = frozenset("，。；：！？、…．.·•●■◆—- \n”’》）】]“‘*#,;")
_STOP = frozenset("。；：！？…  \n”’》）】]*#●■◆•")
_BEFORE_WISH = frozenset({"是", "第", "其", "首先"})
_NO_TEXT = frozenset("”’。；！？）》、")
_SPOKEN = frozenset({"clause", "order"})
_WORD_WITH_ONE = frozenset("统唯单同专合第之万不如归划逐任周期其初五六七八九十三二这那每某另有")
_WORD_NUMBER = {"首先": 1, "其次": 2}


def find_markers(text: str) -> Iterator[Marker]:
    """Find every marker of a folded paragraph that stands where a clause may begin, in order."""
    for match in _MARKER.finditer(text):
        marker = _marker(match)
        if marker is not None and _stands_free(text, marker):
            yield marker


def _marker(match: re.Match[str]) -> Marker | None:
    kind = match.lastgroup or ""
    end = match.end()
    number, group, style = _reading(match, kind)
    if number is None:
        return None
    text, start = match.string, match.start()
    wished = text.startswith("要", end) and style in _BEFORE_WISH and text[end - 1] not in _PAUSE
    weak = start > 0 and style in ("要", "是") and text[start - 1] not in _PAUSE
    return Marker(group, style, number, start, end, end + 1 if wished else end, weak)


def _reading(match: re.Match[str], kind: str) -> tuple[int | None, Group, str]:
    """The number, the group and the style of a marker."""
    if kind in ("verb", "bare"):
        return number_of(match["clause"]), "clause", match["verb"] or "，"
    if kind in ("order", "is"):
        return number_of(match["order"]), "order", "第"
    if kind == "each":
        return number_of(match["each"]), "order", "其"
    if kind in ("word", "later"):
        word = match[kind]
        return _WORD_NUMBER.get(word, 0), "order", "首先" if kind == "word" else word
    if kind == "circle":
        row = next(row for row in _CIRCLES if match["circle"] in row)
        return row.index(match["circle"]) + 1, "circle", row[0]
    group: Group = "heading" if kind == "heading" else "bracket" if kind == "bracket" else "figure"
    return number_of(match[kind]), group, match.group()[-1]


def _stands_free(text: str, marker: Marker) -> bool:
    """Whether the characters around a marker let it be one."""
    if text[marker.end : marker.end + 1] in _NO_TEXT and marker.style != "，":
        return False
    if marker.start == 0:
        return True
    before = text[marker.start - 1]
    if marker.group not in _SPOKEN or marker.style == "，":
        return before in _STOP or (before == "，" and _is_text(text, marker))
    if marker.weak:  # 各级各部门一要… opens a series, 统一要… does not
        return marker.number == 1 and before not in _WORD_WITH_ONE
    return before in _PAUSE


def _is_text(text: str, marker: Marker) -> bool:
    """Whether words follow a marker, not the rest of a range such as 1、2号 or 一、二期."""
    after = text[marker.end : marker.end + 1]
    return marker.style != "，" and after.isalpha() and after not in _VALUE and after != "十"
