"""Where a paragraph credits its writers, photographers and editors: brackets, labels, last lines."""

import re
from collections.abc import Iterator

_BRACKET = re.compile(
    r"[（【](?P<inside>[^（）【】。]{0,60}?(?:记者|通讯员|摄影|摄|图文|撰文|撰稿|供稿|实习生|作者|编辑|[文图](?:[/：]|(?<=（.) ))[^（）【】。]{0,60})[）】]"
)
_OPEN = re.compile(
    r"(?:^|[■□◆◎·\s。）]|本报|新华社|[^。，；：\s]{2,6}(?:社|报|网|台))(?:[^。，；：（）\s]{0,6}?)"
    r"(?P<inside>(?:首席|见习|特约|全媒体|实习)?(?:记者|通讯员)[^。，；：（）]{2,40}?"
    r"(?:报道|报导|摄影报道|摄(?=$|[。）\s])))"
)
_LABELLED = re.compile(
    r"(?P<inside>(?:责任编辑|值班编辑|责任校对|编辑|责编|编审|审核|校对|主编|终审|初审|复审|[一二三]审|编校"
    r"|作者|撰稿|撰文|供稿|摄影|图片|供图|通讯员|记者|文/图|图/文|图文|文字|(?<![\u4e00-\u9fff/])[文图](?=：))\s*[：/丨]\s*[^。；]{2,60})"
)
_CREDIT = re.compile(
    r"(?P<inside>(?:记者|通讯员)?\s*(?:[\u4e00-\u9fff] [\u4e00-\u9fff](?= ?摄)|[^。，；：（）\s]{2,14})(?:[、 ][^。，；：（）\s]{2,4}){0,3}\s*(?:摄|供图|摄影))(?=$|[。）\s])"
)
_SQUARE = re.compile(
    r"[■□◆◎◉●▲○·]\s*(?P<inside>(?:[^。，；：（）\s]{0,8}(?:记 ?者|通 ?讯 ?员))\s*[^。，；：（）]{2,30})$"
)
_SQUARE_ALONE = re.compile(
    r"^[■□◆◎◉●▲]\s*(?P<inside>[\u4e00-\u9fff]{2,3}(?:[、 ]+[\u4e00-\u9fff]{2,3}){0,2})$"
)
"""A line of its own with a mark and names."""
_LAST_BRACKET = re.compile(
    r"（(?:[\u4e00-\u9fff]{0,8}(?:电视台|日报社?|晚报社?|报社|融媒体中心|新闻中心|宣传部)\s?)?(?P<inside>[\u4e00-\u9fff·、\s]{2,24})）\s*$"
)
_BARE_LAST = re.compile(
    r"(?:^|。)\s*(?P<inside>[\u4e00-\u9fff](?: ?[\u4e00-\u9fff]){1,2}(?:\s+[\u4e00-\u9fff](?: ?[\u4e00-\u9fff]){1,2}){0,2})(?<!摄)\s*$"
)
"""Names without brackets that close a report, as small papers print them."""
_BESIDE_SOURCE = re.compile(
    r"来源\s*：\s*[^\s，。；：]{2,20}\s+(?P<inside>[\u4e00-\u9fff]{2,3}(?:[\s、]+[\u4e00-\u9fff]{2,3}){0,4})\s*$"
)
_OPEN_DATELINE = re.compile(
    r"^[^。，；：（）]{2,24}[讯电] (?P<inside>(?:首席|见习|特约|全媒体)?(?:记者|通讯员) ?[\u4e00-\u9fff][^。，；：（）\d]{1,30}?)(?= ?\d|，)"
)
_BY_DEED = re.compile(
    r"（(?P<inside>(?:[\u4e00-\u9fff· ]{2,8}/(?:文字?|图片?|摄影?|摄影|审核|编辑|校对|文图|图文)[ ，、]*){1,5})）\s*$"
)
"""（甲/文 乙/图 丙/审核）: what each did stands behind the name."""
_OF_AN_AGENCY = re.compile(
    r"(?:新华社|中新社|本报)(?P<inside>记者 ?[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4}){0,5})(?= |$)"
)
_CREDIT_AT_END = re.compile(r"[\s。](?P<inside>摄影[ ：/][\u4e00-\u9fff]{2,3})$")
_AFTER_DATELINE = re.compile(
    r"^[^。（]{0,24}?(?:[电讯]|消息)\s*（(?P<inside>[\u4e00-\u9fff·、\s]{2,30})）"
)
_SPACED_LABEL = re.compile(
    r"(?P<inside>(?:责任编辑|责编|编辑|校对|审核|撰文|撰稿|作者|记者|通讯员|摄影|图片|供图|图|文)\s*[|丨 ]\s*(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff] [\u4e00-\u9fff])(?=$|[\s|丨]))"
)
WITHOUT_LABEL = frozenset({_LAST_BRACKET, _AFTER_DATELINE})
"""Brackets whose place alone says that they hold names."""
BY_DEED = frozenset({_BY_DEED})
"""Names before what each of them did."""
UNMARKED = frozenset({_BARE_LAST, _BESIDE_SOURCE, _SQUARE_ALONE})
"""Names with neither a bracket nor a label: more is asked of them."""
_LONGEST_LAST = 30
"""Characters at the end of a report among which names without a label stand."""

_SIGNS = (
    "记者", "通讯员", "摄", "编", "图", "撰", "稿", "作者", "审", "校", "文字", "实习", "通 讯 员", "文/", "记 者",
)  # fmt: skip
"""Without one of these a paragraph credits nobody by a label."""


def zones(text: str, is_last: bool, kind: str) -> Iterator[re.Match[str]]:
    """The places of a paragraph that may hold press names, each in its group ``inside``."""
    if any(mark in text for mark in _SIGNS):
        yield from _BY_DEED.finditer(text)
        yield from _BRACKET.finditer(text)
        yield from _OPEN.finditer(text)
        yield from _OF_AN_AGENCY.finditer(text)
        if kind in {"meta", "byline"} or len(text) < 80:
            yield from _LABELLED.finditer(text)
        elif is_last:
            yield from _LABELLED.finditer(text, max(0, len(text) - 60))
        if kind == "caption" or len(text) < 120:
            yield from _CREDIT_AT_END.finditer(text)
            yield from _CREDIT.finditer(text)
        yield from _SQUARE.finditer(text)
        yield from _OPEN_DATELINE.finditer(text)
        if kind in {"meta", "byline"}:
            yield from _SPACED_LABEL.finditer(text)
    if kind == "meta":
        yield from _BESIDE_SOURCE.finditer(text)
    yield from _SQUARE_ALONE.finditer(text)
    after = _AFTER_DATELINE.search(text)
    if after:
        yield after
    if is_last:
        for pattern in (_LAST_BRACKET, _BARE_LAST):
            last = pattern.search(text, max(0, len(text) - _LONGEST_LAST))
            if last:
                yield last
