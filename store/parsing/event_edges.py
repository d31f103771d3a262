"""What stands around the name of a meeting: where it begins, and the body that holds it.

Works on masked texts, as ``store.parsing.event_names`` does.
"""

import re

from store.parsing.clauses import DAY

_RELATIVE = re.compile(
    r"(?:组织|举办|主办|承办|召开|主持|举行|发起|为主题|为期[^，。]{1,4}|历时[^，。]{1,5}|一年一度|出席|参加|专门|召集)的(?=[^的])"
)
_LEAD = re.compile(
    r"[\x01 、，：]*(?:(?:据[^，。]{0,12})?[^，。（）]{0,24}?(?:电|讯|消息|报道)(?=[ （\x01《“])[ ]*)?(?:（[^（）]{0,40}）)?[\x01 ]*"
    r"(?:随后|随即|会后|会前|之后|紧接着|接着|同时|此外|据悉|另悉|当天|同日|[，、 \x01])*"
    r"(?:本次|此次|这次|由)?"
)


_DATELINE = re.compile(r" ?专?(?:电|讯|消息)(?!视|话|子|力|商)")


_OURS = re.compile(r"(?:【[^】]{1,20}】)? ?(?:我[省市县区州盟旗镇乡院校局])?")
"""【本报讯】 and 我市 before a name say who writes, and are no part of it."""
_SHORTEST_OWN = 6
"""Characters of a name that says enough without them."""


def name_start(masked: str, start: int, end: int) -> int:
    """Where a name begins behind datelines, days and relative clauses (由…举办的…)."""
    lead = _LEAD.match(masked, start, end)
    position = lead.end() if lead and lead.end() < end else start
    day = masked.rfind(DAY, position, end)
    if day >= 0:
        position = day + 1
        if dateline := _DATELINE.match(masked, position, end):
            position = dateline.end()
    for relative in _RELATIVE.finditer(masked, position, end):
        if not _inside_quotes(masked, position, relative.start()):
            position = relative.end()
    while position < end and masked[position] in " ，、：”）":
        position += 1
    own = _OURS.match(masked, position, end)
    return own.end() if own and end - own.end() >= _SHORTEST_OWN else position


def _inside_quotes(masked: str, start: int, position: int) -> bool:
    part = masked[start:position]
    return any(part.count(a) > part.count(b) for a, b in ("“”", "《》", "（）"))


_BODY_END = re.compile(
    r"(?P<body>[^，。；： 、\x01]{0,30}?(?:政治局|委员会|常委会|党组|党委|领导小组|指挥部|党工委|理事会|中心组|政协|人大|安委会|全委会|董事会|主席团|代表团|支部|总支|办公室|政府))"
    r"(?:\x01|于|在[^，。；]{1,24}|[今日昨天上下午晚]|以[^，。]{2,14}形式|专门|紧急|迅速|立即|随即|主持|组织|集中|也|又|再次|共同|分别| )*$"
)
_WHO = re.compile(
    r"(?P<body>[^，。；：、\x01]{1,30}?)(?:\x01|于(?=\x01)|在[^，。；]{1,24}|以[^，。]{2,14}(?:形式|方式)|今天|昨天|上午|下午|专门|紧急|迅速|立即|随即|接着|主持|组织|集中|也|又|再次|共同|分别| )*$"
)


def body_before(masked: str, start: int, verb: int) -> tuple[int, int] | None:
    """The body before the verb: 省政府 in 省政府在云汀召开…, 党组 in …党组3月2日召开会议."""
    clause = masked[start:verb]
    lead = _LEAD.match(clause)
    begin = lead.end() if lead else 0
    for pattern in (_BODY_END, _WHO):
        match = pattern.match(clause, begin)
        if match and match["body"]:
            return start + match.start("body"), start + match.end("body")
    return None
