"""The level of the body that holds an event: centre, province, city, county, township, institution."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from store.lexicon.gazetteer import gazetteer
from store.model import Level

_OPENING: tuple[tuple[re.Pattern[str], Level], ...] = (
    (
        re.compile(
            r"(?:全国|中央(?!第.{1,3}巡视组)|国务院|国家|中国共产党第|中宣部|中组部|(?:十[一二三四五六七八九]|二十)届中央)"
        ),
        "centre",
    ),
    (re.compile(r"(?:全省|省|全自治区|自治区)(?!会)"), "province"),
    (re.compile(r"(?:全市|市|全州|州|盟|地委|行署)(?!场|民)"), "city"),
    (re.compile(r"(?:全县|县|全区|区|全旗|旗)(?!域)"), "county"),
    (re.compile(r"(?:全镇|镇|全乡|乡|街道)"), "township"),
    (re.compile(r"(?:全校|学校|校|全院|学院|公司|集团|全行|全局|全所|全厂)"), "institution"),
)
_POSTS = re.compile(
    r"(?P<centre>中共中央|国务院|中央政治局|国家主席|全国人大|全国政协|(?<![省市县区])(?:教育|公安|财政|农业农村|交通运输|水利|民政|司法|文化和旅游|应急管理|生态环境|自然资源|工业和信息化)部(?!门)|国家[^，。、]{2,10}(?:局|委|部)|中宣部|中组部)"
    r"|(?P<province>省委|省政府|省长|省人大|省政协|自治区(?:党委|主席|人民|政协|政府|副主席|人大)|我省)"
    r"|(?P<city>市委|市政府|市长|市人大|市政协|州委|州政府|州长|盟委|盟长|我市|我州)"
    r"|(?P<county>县委|县政府|县长|县人大|县政协|区委|区政府|区长|区人大|区政协|旗委|旗长|我县|我区|我旗)"
    r"|(?P<township>镇党委|乡党委|镇长|乡长|镇委|街道党工委|我镇|我乡|街道办)"
    r"|(?P<institution>学校|我校|校党委|校长|校领导|学院|大学|公司|集团|董事长|总经理|医院|院长|我院|党支部|局党委|局长|我局|市局|省局)"
)
_INSTITUTION = re.compile(
    r"(?P<house>大学|学院|学校|中学|小学|公司|集团|医院|(?<!法)(?<!检察)(?<!国务)院|研究所|银行|支部|林场|总台|日报社?|》)(?:党委|党组|党委会|党委常委会|理论学习|中心组)*(?:组织[^，。]{0,12})?$"
)
_COUNTING = re.compile(r"(?:\d{4}年度?|第[^次]{1,4}次|中共|我)*")
_PLACE = re.compile(
    r"(?P<place>(?!部分|各|有关|相关|所有|[十百]大)[^，。委会]{2,8}?(?:省|自治区|市|县|(?<![保护社园校景片治])区|旗|镇|乡))(?!场|域|民|级)"
)
_LEVELS: dict[str, Level] = {
    "centre": "centre", "province": "province", "city": "city",
    "county": "county", "township": "township", "institution": "institution",
}  # fmt: skip


# A body named with the places it lies in is as high as the last of them: 澜江省东泽市柳河县政府.
_UNITS = re.compile(
    r"[^，。、：]{2,24}(?P<unit>(?:(?<![社园校景片治])区|[市县旗镇乡]))(?:党委|人民政府|政府)?"
)
_LEVELS_OF_UNITS: dict[str, Level] = {
    "市": "city", "县": "county", "区": "county", "旗": "county", "镇": "township", "乡": "township",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class StatedLevel:
    """A level, and the characters [start, end) of the text number ``source`` that say so."""

    level: Level
    source: int
    start: int
    end: int


def level_of(texts: Sequence[str]) -> StatedLevel | None:
    """The level from the name, else the body, else the first post in the report.

    ``texts`` are plain: the name (or what it begins with), the body that holds the event, and
    the openings of the report in the order in which they are asked; "" where one is unknown.
    """
    name, organ = texts[0], texts[1]
    level = _by_institution(name, 0) or _by_opening(name, 0) or _by_institution(organ, 1)
    if level is None and (units := _UNITS.fullmatch(organ)):
        level = StatedLevel(_LEVELS_OF_UNITS[units["unit"]], 1, 0, units.end("unit"))
    return level or _by_opening(organ, 1) or _by_post(texts)


def _by_institution(text: str, source: int) -> StatedLevel | None:
    match = _INSTITUTION.search(text)
    return StatedLevel("institution", source, *match.span("house")) if match else None


def _by_post(texts: Sequence[str]) -> StatedLevel | None:
    for source, text in enumerate(texts[1:], start=1):
        match = _POSTS.search(text)
        if match and match.lastgroup:
            return StatedLevel(_LEVELS[match.lastgroup], source, *match.span())
    return None


def _by_opening(text: str, source: int) -> StatedLevel | None:
    opening = _COUNTING.match(text)
    start = opening.end() if opening else 0
    for pattern, level in _OPENING:
        if match := pattern.match(text, start):
            return StatedLevel(level, source, *match.span())
    return _by_place(text, start, source)


def _by_place(text: str, start: int, source: int) -> StatedLevel | None:
    """The level of a printed place in front: 澜江省…, 东泽市…, 柳河县…."""
    names = gazetteer()
    if match := _PLACE.match(text, start):
        place = match["place"]
        if place in names.provinces or place.endswith(("省", "自治区")):
            return StatedLevel("province", source, *match.span())
        return StatedLevel(_LEVELS_OF_UNITS[place[-1]], source, *match.span())
    for length in range(2, 5):
        if text[start : start + length] in names.provinces:
            return StatedLevel("province", source, start, start + length)
    return None
