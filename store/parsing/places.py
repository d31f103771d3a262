"""Where something took place, when the text says so: 在云汀召开, 在京举行, 在主楼304报告厅."""

import re
from dataclasses import dataclass

from store.lexicon.gazetteer import gazetteer
from store.parsing.clauses import DAY


@dataclass(frozen=True, slots=True)
class Place:
    """A place as printed at characters [start, end); ``name`` differs only for signs (京)."""

    name: str
    start: int
    end: int


_INNER = r"(?:“[^”]{1,30}”|《[^》]{1,30}》|（[^）]{1,16}）|[^，。；：“”《》（）\x01]){1,44}?"
_HELD = re.compile(
    rf"(?:于|在)(?P<place>{_INNER})(?:[，]?\x01+)?(?:隆重|顺利|正式|胜利|成功|继续|如期|分别|同时|紧急|联合|专题|共同)*"
    r"(?:主持|组织)?(?:召开|举行|举办|开幕|闭幕|召集|开展)"
)
_GATHERED = re.compile(
    r"(?:聚会|聚首|齐聚|相聚|云集)(?P<place>[^，。；：“”\x01]{2,8}?)(?=[，。；、]|共|就|参|论)"
)
_MAIN_VENUE = re.compile(r"在(?P<place>[\u4e00-\u9fff]{2,8}?)主会场")
_VISITED = re.compile(
    rf"(?:在|到|赴|深入|前往|走进)(?P<place>{_INNER})(?:[，]?\x01+)?(?:实地|专题|集中|就|开展|进行|专程|现场|，)*"
    r"(?:调研|考察|慰问|视察|检查|督导|督查|看望|走访|暗访|巡查|调查研究)"
)
_MET = re.compile(
    rf"(?:在)(?P<place>{_INNER})(?:亲切)?(?:会见|会谈|同[^，。；]{{2,40}}(?:会谈|会见)|与[^，。；]{{2,40}}(?:会谈|会见|座谈))"
)
_POINTING = re.compile(
    r"(?:我|本|这|该|此|会|线上|线下|现场|云端|全|各|近|当|每|新|深|党|大家|一|两|期|同|今|昨|上述|以|其|他|她|认真|听取|收听|收看|进一步|有关|相关)"
)
_NOT_A_PLACE = re.compile(
    r"[后时]$|期间|基础上|过程中|情况|形势|领导下|背景|精神|指导|会议(?!室|厅|中心)|座谈会|大会(?!堂|议室|议厅)|^驻地$|之[际后前]|工作|问题|召开|主持|强调|方面|[上中下]$"
)
_SUFFIX = re.compile(
    r"(?:省|市|县|区|州|盟|旗|乡|镇|村|街道|厅|室|馆|楼|堂|中心|酒店|饭店|大学|中学|小学|校|学院|驻地"
    r"|公司|集团|大厦|基地|公园|山庄|港|岛|场|站|厂|局|部|委|院|府|城|所|库|关|口岸|[村居]委会|企业|银行|\d+)$"
)
_ROOM = re.compile(r"[该其].{3,16}(?:会议室|报告厅|礼堂|多功能厅)")
"""该镇政府五楼会议室, 其塔木镇政府会议室: a room is a place whoever has it."""
_LATIN = re.compile(r"[A-Za-z_]{4,}|\d{5,}")
_BARE = re.compile(r"[\u4e00-\u9fff]{2,3}")


def held_at(masked: str, start: int, end: int) -> Place | None:
    """The place of a meeting between two positions of a masked paragraph."""
    return _first(_HELD, masked, start, end) or _gathered(masked, start, end)


def visited_at(masked: str, start: int, end: int) -> Place | None:
    """The place of a visit: 在东泽市调研, 到云汀大学附属医院慰问."""
    return _first(_VISITED, masked, start, end)


def met_at(masked: str, start: int, end: int) -> Place | None:
    """The place of talks: 在云汀会见…."""
    return _first(_MET, masked, start, end)


def main_venue(masked: str) -> Place | None:
    """The city of the main venue: 在云汀主会场参会. 市委主会场 names a house, and no place."""
    names = gazetteer()
    for match in _MAIN_VENUE.finditer(masked):
        name = match["place"]
        if name in names.cities or name in names.provinces:
            return Place(name, *match.span("place"))
    return None


def _first(pattern: re.Pattern[str], masked: str, start: int, end: int) -> Place | None:
    position = start
    while match := pattern.search(masked, position, end):
        place = _place(masked, *match.span("place"))
        if place:
            return place
        position = match.start() + 1
    return None


def _gathered(masked: str, start: int, end: int) -> Place | None:
    match = _GATHERED.search(masked, start, end)
    if match is None:
        return None
    names = gazetteer()
    for stop in range(match.end("place"), match.start("place") + 1, -1):
        name = masked[match.start("place") : stop]
        if name in names.cities or name in names.provinces:
            return Place(name, match.start("place"), stop)
    return None


def _place(masked: str, start: int, end: int) -> Place | None:
    """The characters as a place, or None when they are none or only point (我市, 线上)."""
    inner = _last_of(masked, start, end)
    text = masked[inner:end].strip()
    inner = masked.index(text, inner)
    names = gazetteer()
    if text in names.signs:
        return Place(names.signs[text], inner, inner + 1)
    if (
        DAY in text
        or (_POINTING.match(text) and not (_begins_with_place(text) or _ROOM.fullmatch(text)))
        or _NOT_A_PLACE.search(text)
        or _LATIN.search(text)
    ):
        return None
    if _SUFFIX.search(text) or _named(text) or _BARE.fullmatch(text):
        return Place(text, inner, inner + len(text))
    return None


def _begins_with_place(text: str) -> bool:
    """Whether a known province or city stands in front: 新疆人民会堂, 深圳会堂."""
    names = gazetteer()
    return any(text[:n] in names.provinces or text[:n] in names.cities for n in range(2, 9))


def _named(text: str) -> bool:
    return len(text) <= 12 and _begins_with_place(text)


def _last_of(masked: str, start: int, end: int) -> int:
    """Behind the last 在 or 的 outside quotes: 在“…”的东泽市柳河县 is in 东泽市柳河县."""
    depth = 0
    for position in range(end - 1, start - 1, -1):
        char = masked[position]
        if char in "”》）":
            depth += 1
        elif char in "“《（":
            depth -= 1
        elif depth == 0 and char in "在的":
            return position + 1
    return start
