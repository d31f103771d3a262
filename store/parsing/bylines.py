"""署名: who wrote, photographed and edited a report, wherever it says so."""

import re
from collections.abc import Iterator, Sequence

from store.lexicon import Lexicon
from store.model import Byline, Paragraph, PressMention, PressRole, Span
from store.parsing.report import HEADLINE_KINDS

_MARKS: tuple[tuple[str, tuple[PressRole, ...]], ...] = (
    (r"责任编辑|编辑|责编|编审|审核|校对|责任校对|主编|值班编辑|终审|初审|复审|编校", ("editor",)),
    (r"文[/、]图|图[/、]文|图文|摄影报道|文字?/摄影", ("reporter", "photographer")),
    (
        r"摄影|供图|配图|图片|摄(?!制|取|像|氏|入)|(?<![企意])图(?=[/：])|(?<=[（ ])图(?= )",
        ("photographer",),
    ),
    (
        r"(?:首席|见习|实习|特约|特派|全媒体|融媒体?)*(?:记者|通讯员)|特约撰稿人?|撰稿|撰文|作者|供稿|实习生|文字?(?= ?[/：])|(?<=[（ ])文(?= )",
        ("reporter",),
    ),
)
_MARK = re.compile("|".join(f"(?P<m{n}>{pattern})" for n, (pattern, _) in enumerate(_MARKS)))
_BRACKET = re.compile(
    r"[（【](?P<inside>[^（）【】。]{0,60}?(?:记者|通讯员|摄影|摄|图文|撰文|撰稿|供稿|实习生|作者|编辑|[文图](?:[/：]|(?<=（.) ))[^（）【】。]{0,60})[）】]"
)
_OPEN = re.compile(
    r"(?:^|[■□◆◎·\s。）]|本报|新华社|[^。，；：\s]{2,6}(?:社|报|网|台))(?:[^。，；：（）\s]{0,6}?)"
    r"(?P<inside>(?:首席|见习|特约|全媒体|实习)?(?:记者|通讯员)[^。，；：（）]{2,40}?"
    r"(?:报道|报导|摄影报道|摄(?=$|[。）\s])))"
)
_LABELLED = re.compile(
    r"(?P<inside>(?:责任编辑|值班编辑|责任校对|编辑|责编|编审|审核|校对|主编|终审|初审|复审|编校"
    r"|作者|撰稿|撰文|供稿|摄影|图片|供图|通讯员|记者|文/图|图/文|图文|文字|(?<![\u4e00-\u9fff/])[文图](?=：))\s*[：/]\s*[^。；]{2,60})"
)
_CREDIT = re.compile(
    r"(?P<inside>(?:记者|通讯员)?\s*[^。，；：（）\s]{2,14}(?:[、 ][^。，；：（）\s]{2,4}){0,3}\s*(?:摄|供图|摄影))(?=$|[。）\s])"
)
_SQUARE = re.compile(
    r"[■□◆◎·]\s*(?P<inside>(?:[^。，；：（）\s]{0,8}(?:记者|通讯员))\s*[^。，；：（）]{2,30})$"
)
_LAST_BRACKET = re.compile(
    r"（(?:[\u4e00-\u9fff]{0,8}(?:电视台|日报社?|晚报社?|报社|融媒体中心|新闻中心|宣传部)\s?)?(?P<inside>[\u4e00-\u9fff·、\s]{2,24})）\s*$"
)
_BARE_LAST = re.compile(
    r"(?:^|。)\s*(?P<inside>[\u4e00-\u9fff](?: ?[\u4e00-\u9fff]){1,2}(?:\s+[\u4e00-\u9fff](?: ?[\u4e00-\u9fff]){1,2}){0,2})\s*$"
)
"""Names without brackets that close a report, as small papers print them."""
_BESIDE_SOURCE = re.compile(
    r"来源\s*：\s*[^\s，。；：]{2,20}\s+(?P<inside>[\u4e00-\u9fff]{2,3}(?:[\s、]+[\u4e00-\u9fff]{2,3}){0,4})\s*$"
)
_OPEN_DATELINE = re.compile(
    r"^[^。，；：（）]{2,24}[讯电] (?P<inside>(?:首席|见习|特约|全媒体)?(?:记者|通讯员) ?[\u4e00-\u9fff][^。，；：（）\d]{1,30}?)(?= ?\d|，)"
)
_OUTLET = re.compile(r"来源\s*：\s*(?P<name>[^\s，。；：（）|]{2,12})")
_CREDIT_AT_END = re.compile(r"[\s。](?P<inside>摄影[ ：/][\u4e00-\u9fff]{2,3})$")
_AFTER_DATELINE = re.compile(
    r"^[^。（]{0,24}?(?:[电讯]|消息)\s*（(?P<inside>[\u4e00-\u9fff·、\s]{2,30})）"
)
_SPACED_LABEL = re.compile(
    r"(?P<inside>(?:责任编辑|责编|编辑|校对|审核|撰文|撰稿|作者|记者|通讯员|摄影|图|文)\s*[| ]\s*[\u4e00-\u9fff]{2,4}(?=$|[\s|]))"
)
_DATELINE_AGENCY = re.compile(
    r"^[（\s]*(?P<name>新华社|中新社|中新网|新华网|人民网|央视网|[^，。；：（）\s]{2,8}?(?:网|社|台|报))(?:[^，。；：（）]{0,12}?(?:电|讯))"
)
_NAME = re.compile(
    r"[\u4e00-\u9fff]{1,7}(?:·[\u4e00-\u9fff]{1,7})+|[\u4e00-\u9fff] [\u4e00-\u9fff](?![\u4e00-\u9fff])|[\u4e00-\u9fff]{2,14}"
)
_OFFICE = re.compile(
    r"(?:室|科|处|办|局|部|委|院|校|社|报|网|台|系|所|站|会|厅|组|队|中心|学院|公司|集团|学生|整理|综合|来源|转载|图|市|县|区|省)$"
)
_NOT_NAMES = frozenset(
    {
        "本报",
        "报道",
        "摄影",
        "记者",
        "通讯员",
        "本网",
        "特约",
        "首席",
        "见习",
        "综合",
        "整理",
        "来源",
        "编辑",
        "责编",
        "审核",
        "校对",
        "转载",
        "图片",
        "资料",
        "作者",
        "佚名",
        "管理员",
        "匿名",
        "本站",
        "网络",
        "发布",
        "时间",
        "实习",
        "全媒体",
        "文字",
        "视频",
        "供稿",
        "投稿",
        "讯",
        "电",
        "日电",
        "日讯",
        "一审",
        "二审",
        "三审",
        "终审",
        "未知",
        "单位",
        "版式",
        "美编",
        "监制",
        "策划",
        "原创",
        "我要",
    }
)
_STOPS = re.compile(
    r"发布|时间|来源|浏览|点击|阅读|字体|字号|日期|分享|打印|关闭|【|】|\d{2,}|https?|www|更新|稿源|监制"
)
_AFTER = re.compile(r"\s*(?:报道|报导|摄影|摄)")
_ADORN = re.compile(r"^(?:首席|见习|特约|实习|全媒体|本报|本网|本台)")

_UNMARKED = re.compile(r"[\u4e00-\u9fff] [\u4e00-\u9fff](?![\u4e00-\u9fff])|[\u4e00-\u9fff]{2,3}")
_LONGEST_LAST = 30
"""Characters at the end of a report among which names without a label stand."""
_LONGEST_META = 160
"""Characters at the front of a paragraph among which it names its source."""

Found = tuple[str, PressRole, int, int]


def find_byline(
    paragraphs: Sequence[Paragraph],
    plain: Sequence[str],
    authors: Sequence[str],
    editors: Sequence[str],
    lexicon: Lexicon,
) -> Byline:
    """Names of reporters, photographers and editors with their places; ``plain`` are folded texts.

    ``authors`` and ``editors`` are names that the page's metadata states outside its text.
    """
    mentions: list[PressMention] = []
    last = max((n for n, p in enumerate(paragraphs) if p.kind == "text"), default=-1)
    for number, paragraph in enumerate(paragraphs):
        if paragraph.kind in HEADLINE_KINDS:
            continue
        for name, role, start, end in _in_paragraph(
            plain[number], number >= last, paragraph.kind, lexicon
        ):
            printed = "".join(paragraph.text[start:end].split())
            mentions.append(
                PressMention(
                    printed if len(printed) == len(name) else name, role, Span(number, start, end)
                )
            )
    outlets = {m["name"] for text in plain for m in _OUTLET.finditer(text[:_LONGEST_META])}
    mentions = [m for m in mentions if m.name not in outlets]
    stated = [PressMention(name, "reporter") for name in authors if _bears_surname(name, lexicon)]
    stated += [PressMention(name, "editor") for name in editors if _bears_surname(name, lexicon)]
    everyone = [*mentions, *stated]
    return Byline(
        agency=_agency(paragraphs, plain),
        reporters=_names(everyone, "reporter"),
        photographers=_names(everyone, "photographer"),
        editors=_names(everyone, "editor"),
        mentions=tuple(everyone),
    )


def _names(mentions: Sequence[PressMention], role: PressRole) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.name for m in mentions if m.role == role))


def _agency(paragraphs: Sequence[Paragraph], plain: Sequence[str]) -> str | None:
    for paragraph, text in zip(paragraphs, plain, strict=True):
        if paragraph.kind == "text":
            found = _DATELINE_AGENCY.search(text[:40])
            return paragraph.text[found.start("name") : found.end("name")] if found else None
    return None


def _in_paragraph(text: str, is_last: bool, kind: str, lexicon: Lexicon) -> Iterator[Found]:
    taken: list[tuple[int, int]] = []
    for zone in _zones(text, is_last, kind):
        start, end = zone.span("inside")
        if any(start < b and a < end for a, b in taken):
            continue
        taken.append((start, end))
        if zone.re in {_BARE_LAST, _BESIDE_SOURCE}:
            yield from _unmarked(text, start, end, lexicon)
            continue
        bare = zone.re in {_LAST_BRACKET, _AFTER_DATELINE}
        yield from _in_zone(text, start, end, bare, lexicon)


def _zones(text: str, is_last: bool, kind: str) -> Iterator[re.Match[str]]:
    if any(
        mark in text
        for mark in (
            "记者",
            "通讯员",
            "摄",
            "编",
            "图",
            "撰",
            "稿",
            "作者",
            "审",
            "校",
            "文字",
            "实习",
        )
    ):
        yield from _BRACKET.finditer(text)
        yield from _OPEN.finditer(text)
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
    after = _AFTER_DATELINE.search(text)
    if after:
        yield after
    if is_last:
        for pattern in (_LAST_BRACKET, _BARE_LAST):
            last = pattern.search(text, max(0, len(text) - _LONGEST_LAST))
            if last:
                yield last


def _unmarked(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Found]:
    """Names that nothing calls so: each must bear a surname and be no word."""
    spans = [match.span() for match in _UNMARKED.finditer(text, start, end)]
    names = ["".join(text[a:b].split()) for a, b in spans]
    if all(name[0] in lexicon.surnames and _is_uncommon(name, lexicon) for name in names):
        for name, (a, b) in zip(names, spans, strict=True):
            yield name, "reporter", a, b


def _is_uncommon(name: str, lexicon: Lexicon) -> bool:
    return (
        name not in lexicon.words
        and name not in lexicon.not_names
        and not _OFFICE.search(name)
        and name not in _NOT_NAMES
    )


def _in_zone(text: str, start: int, end: int, bare: bool, lexicon: Lexicon) -> Iterator[Found]:
    """Names of one zone; the last mark before a name says what its bearer did."""
    marks = list(_MARK.finditer(text, start, end))
    if bare:
        yield from _named(text, start, end, ("reporter",), lexicon)
        return
    credited = _closing_marks(text, start, end, marks)
    for index, mark in enumerate(marks):
        stop = marks[index + 1].start() if index + 1 < len(marks) else end
        roles = _roles_of(mark)
        if stop == mark.end():
            continue
        following = marks[index + 1] if index + 1 < len(marks) else None
        if (
            following
            and roles == ("reporter",)
            and _roles_of(following) != ("reporter",)
            and following in credited
        ):
            roles = _roles_of(following)
        yield from _named(text, mark.end(), stop, roles, lexicon)
    if marks and marks[0] in credited and marks[0].start() > start:
        yield from _named(text, start, marks[0].start(), _roles_of(marks[0]), lexicon)


def _closing_marks(
    text: str, start: int, end: int, marks: Sequence[re.Match[str]]
) -> list[re.Match[str]]:
    """Marks that close a credit (赵威摄) rather than open one (摄影：赵威)."""
    return [
        mark
        for mark in marks
        if "photographer" in _roles_of(mark)
        and (mark.end() >= end or text[mark.end()] in "。） ")
        and mark.start() > start
    ]


def _roles_of(mark: re.Match[str]) -> tuple[PressRole, ...]:
    return _MARKS[int((mark.lastgroup or "m0")[1:])][1]


def _named(
    text: str, start: int, end: int, roles: tuple[PressRole, ...], lexicon: Lexicon
) -> Iterator[Found]:
    stop = _STOPS.search(text, start, end)
    limit = stop.start() if stop else end
    for match in _NAME.finditer(text, start, limit):
        for a, b in _people_in(text, match.start(), match.end(), lexicon):
            name = "".join(text[a:b].split())
            for role in roles:
                yield name, role, a, b


def _people_in(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The name or the touching names of one run of characters between separators."""
    word = "".join(text[start:end].split())
    tail = _AFTER.search(text, start, end)
    if tail and tail.start() > start:
        yield from _people_in(text, start, tail.start(), lexicon)
    elif "·" in word or _is_person(word, lexicon):
        yield start, end
    elif 4 <= len(word) <= 6:
        for cut in sorted((3, 2), key=lambda at: lexicon.surnames.get(word[at : at + 1], 99.0)):
            one, other = word[:cut], word[cut:]
            if (
                _is_person(one, lexicon)
                and _is_person(other, lexicon)
                and one[0] in lexicon.surnames
                and other[0] in lexicon.surnames
            ):
                yield start, start + cut
                yield start + cut, end
                return


def _bears_surname(word: str, lexicon: Lexicon) -> bool:
    """Metadata calls portals and accounts authors too: a surname is asked for there."""
    return _is_person(word, lexicon) and bool({word[:1], word[:2]} & lexicon.surnames.keys())


def _is_person(word: str, lexicon: Lexicon) -> bool:
    """Between the marks of a byline any short word is a name, unless it is known to be none."""
    if word in _NOT_NAMES or _OFFICE.search(word) or _ADORN.search(word):
        return False
    if len(word) in {2, 3}:
        cost = lexicon.words.get(word, lexicon.unknown)
        return word[0] in lexicon.surnames or cost > 14
    return len(word) == 4 and (word[:2] in lexicon.surnames or set(word) <= lexicon.transliteration)
