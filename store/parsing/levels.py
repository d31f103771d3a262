"""The level of the body that holds an event: centre, province, city, county, township, institution."""

import re
from collections.abc import Iterable

from store.lexicon.gazetteer import gazetteer
from store.model import Level

_OPENING: tuple[tuple[re.Pattern[str], Level], ...] = (
    (
        re.compile(
            r"(?:全国|中央(?!第.{1,3}巡视组)|中共中央|国务院|国家|中国共产党第|中宣部|中组部|(?:十[一二三四五六七八九]|二十)届中央)"
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
    r"(?:大学|学院|学校|中学|小学|公司|集团|医院|(?<!法)(?<!检察)(?<!国务)院|研究所|银行|支部|林场|总台|日报社?|》)$"
)


def level_of(name: str, organ: str, texts: Iterable[str]) -> Level | None:
    """The level from the name, else the body, else the first post in the report; plain texts."""
    level = _by_opening(name)
    if level:
        return level
    if _INSTITUTION.search(organ):
        return "institution"
    level = _by_opening(organ)
    if level:
        return level
    for text in (organ, *texts):
        match = _POSTS.search(text)
        if match and match.lastgroup:
            return _as_level(match.lastgroup)
    return None


def _as_level(group: str) -> Level | None:
    levels: dict[str, Level] = {
        "centre": "centre", "province": "province", "city": "city",
        "county": "county", "township": "township", "institution": "institution",
    }  # fmt: skip
    return levels.get(group)


def _by_opening(text: str) -> Level | None:
    text = re.sub(r"^(?:\d{4}年度?|第[^次]{1,4}次|中共|我)*", "", text)
    for pattern, level in _OPENING:
        if pattern.match(text):
            return level
    return _by_place(text)


def _by_place(text: str) -> Level | None:
    """The level of a printed place in front: 澜江省…, 东泽市…, 柳河县…."""
    names = gazetteer()
    match = re.match(
        r"(?P<place>(?!部分|各|有关|相关|所有)[^，。委会]{2,8}?(?:省|自治区|市|县|区|旗|镇|乡))(?!场|域|民|级)",
        text,
    )
    if match:
        place = match["place"]
        if place in names.provinces or place.endswith(("省", "自治区")):
            return "province"
        if _INSTITUTION.search(text):
            return "institution"
        ends: dict[str, Level] = {"市": "city", "县": "county", "区": "county", "旗": "county"}
        return ends.get(place[-1], "township")
    for length in range(2, 5):
        if text[:length] in names.provinces:
            return "province"
    return None
