"""Bodies that acted: 云汀市、省水利厅负责同志汇报了…."""

import re
from collections.abc import Sequence

from store.model import Organisation, Paragraph, Role, Span
from store.parsing.report import body

_SUFFIX = r"(?:市|县|区|州|盟|旗|镇|乡|街道|厅|局|委(?:员?会)?|办(?:公室)?|部|署|院|校|大学|中心|公司|集团|银行|分行|总队|支队|协会|政府|兵团|海关|应急|水利|气象)"
_PHRASE = re.compile(
    rf"(?:^|(?<=[，。；！？]))(?:会上|随后)?(?P<list>(?:[^，。；：！？（）“”等\d]|高等){{1,160}}{_SUFFIX}(?!副[书主省市县区局部厅]|长|主[任席]|门|书记|常[委务]|人大|政协))"
    r"(?:的)?(?:等)?(?:\d*个?(?:单位|部门|地方|市|县))?(?:党政)?(?:主要|有关|相关|分管)?(?:负责同志|负责人|领导|同志|代表)?(?:分别|依次|先后|现场|视频)?"
    r"(?:就|围绕|对|在|作|作了|进行|做了|结合)?[^，。；：！？]{0,24}?(?P<verb>汇报|通报|交流发言|表态发言|发言)"
)
_SPLIT = re.compile(r"、|(?<=[市县区厅局委办部])和|以及")
_SHAPE = re.compile(r"^[\u4e00-\u9fff]{2,16}$")
_NO_BODY = re.compile(
    r"听取|学习|审议|研究了|传达|通过了|要求|会议|^(?:各|有关|相关|根据|按照|依据|据|经|由于)|各职能|主管|.[在向对]."
)
"""A clause about what was heard, or bodies without a name."""
_ROLE: dict[str, Role] = {"汇报": "reported", "通报": "reported"}


def find_organisations(
    paragraphs: Sequence[Paragraph], plain: Sequence[str]
) -> tuple[Organisation, ...]:
    """Organisations that are the subject of 汇报 or 发言, in printed order."""
    mentions: dict[str, list[Span]] = {}
    roles: dict[str, list[Role]] = {}
    for number, _ in body(paragraphs):
        if not any(verb in plain[number] for verb in ("汇报", "通报", "发言")):
            continue
        for phrase in _PHRASE.finditer(plain[number]):
            for start, end in _items(plain[number], *phrase.span("list")):
                name = paragraphs[number].text[start:end]
                mentions.setdefault(name, []).append(Span(number, start, end))
                role = _ROLE.get(phrase["verb"], "spoke")
                if role not in roles.setdefault(name, []):
                    roles[name].append(role)
    return tuple(
        Organisation(name=name, roles=tuple(roles[name]), mentions=tuple(spans))
        for name, spans in mentions.items()
    )


def _items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The members of a list, when each has the shape of an organisation's name."""
    items = []
    at = start
    for separator in [*_SPLIT.finditer(text, start, end), None]:
        stop = separator.start() if separator else end
        if (
            not _SHAPE.match(text[at:stop])
            or not re.search(_SUFFIX + "$", text[at:stop])
            or _NO_BODY.search(text[at:stop])
        ):
            return []
        items.append((at, stop))
        at = separator.end() if separator else end
    return items
