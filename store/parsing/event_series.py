"""The name under which the meetings of one series are alike: without level, ordinal and year."""

import re

from store.lexicon.gazetteer import gazetteer
from store.parsing.folded import fold

_ORDINAL = r"[〇零一二三四五六七八九十百\d ]{1,6}"
_YEARS = re.compile(r"(?:(?:19|20)\d\d|[一二][〇零○九][〇零○一二三四五六七八九]{2}) ?(?:年度?|届)")
_NUMBERED = re.compile(
    rf"(?:本年度|今年|年内)?第?{_ORDINAL}届(?:第?{_ORDINAL}次)?|第{_ORDINAL}(?:次|届|场|期|轮|季度)|(?<=[届委会大协]){_ORDINAL}次(?=[全常会])|^{_ORDINAL}次(?=常委)"
)
_LEVEL = re.compile(
    r"(?:中共|中国共产党)?(?:全(?:国|省|市|县|区|州|旗|镇|乡|校|院|系统|自治区)(?!人大|政协)"
    r"|(?:自治区|省|市|县|区|州|旗|镇|乡|校)(?=[^委级内直长管辖场区府政人纪监际办域]))"
)
_JOINS = frozenset("·-—、与和及")
"""云汀·柳溪合作座谈会: a place that another is joined to belongs to the name."""
_SPACE = re.compile(r"[ ]+")


def series_of(name: str) -> str | None:
    """The series of a meeting, in simplified characters; None when nothing distinctive is left.

    省…会议暨全省视频调度会议 and 澜江省…会议暨视频调度会议 are one series; 第三次 and
    2031年 count the meetings of one.
    """
    rest = _SPACE.sub("", fold(name))
    if not rest.startswith("《"):
        rest = _NUMBERED.sub("", _YEARS.sub("", rest))
    parts = [_without_level(part) for part in rest.split("暨")]
    series = "暨".join(part for part in parts if part)
    return series if len(series) > 2 else None


def _without_level(part: str) -> str:
    """The part of a name behind its place and level: 澜江省, 全省, 市."""
    if part.startswith(("《", "“")):
        return part
    for _ in range(2):
        part = _without_place(part)
        match = _LEVEL.match(part)
        if match is None:
            break
        part = part[match.end() :]
    return part


def _without_place(part: str) -> str:
    places = gazetteer()
    for length in range(min(8, len(part) - 2), 1, -1):
        head = part[:length]
        if head in places.provinces or head in places.cities:
            return part if part[length : length + 1] in _JOINS else part[length:]
    named = re.match(r"[^省市县区会议第]{2,6}(?:省|自治区|市|县)(?=[^委级长政人纪监场直])", part)
    return part[named.end() :] if named and part[named.end()] not in _JOINS else part
