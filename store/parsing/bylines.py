"""署名: who wrote, photographed and edited a report, wherever it says so."""

import re
from collections.abc import Iterator, Sequence

from store.lexicon import Lexicon
from store.model import Byline, Paragraph, PressMention, PressRole, Span
from store.parsing.byline_zones import BY_DEED, UNMARKED, WITHOUT_LABEL, zones
from store.parsing.report import HEADLINE_KINDS

_MARKS: tuple[tuple[str, tuple[PressRole, ...]], ...] = (
    (
        r"责任编辑|编辑|责编|编审|审核|校对|责任校对|主编|值班编辑|终审|初审|复审|[一二三]审|编校",
        ("editor",),
    ),
    (r"文[/、][图影]|[图影][/、]文|图文|摄影报道|文字?/摄影", ("reporter", "photographer")),
    (
        r"摄影|供图|配图|图片|摄(?!制|取|像|氏|入)|(?<![企意])图(?=[/：])|(?<=[（ ])图(?= )",
        ("photographer",),
    ),
    (
        r"(?:首席|见习|实习|特约|特派|全媒体|融媒体?)*(?:记 ?者|通 ?讯 ?员)|特约撰稿人?|撰稿|撰文|作者|供稿|实习生|文字?(?= ?[/：])|(?<=[（ ])文(?= )",
        ("reporter",),
    ),
)
_OF_WRITING = frozenset({"供稿", "撰稿", "撰文"})
_LONGEST_CREDIT = 30
"""Characters of a line behind a report that ends no sentence: names, a day, a paper."""
_MARK = re.compile("|".join(f"(?P<m{n}>{pattern})" for n, (pattern, _) in enumerate(_MARKS)))
_OUTLET = re.compile(r"来源\s*：\s*(?P<name>[^\s，。；：（）|]{2,12})")
_WRITERS = re.compile(
    r"来源\s*：\s*(?P<name>[\u4e00-\u9fff]{2,3})(?:[ 、][\u4e00-\u9fff]{2,3})+(?= \d|$)"
)
_DATELINE_AGENCY = re.compile(
    r"^[（\s]*(?P<name>新华社|中新社|中新网|新华网|人民网|央视网|[^，。；：（）\s]{2,8}?(?:网|社|台|报))(?:[^，。；：（）]{0,12}?(?:电|讯))"
)
_NAME = re.compile(
    r"[\u4e00-\u9fff]{1,7}(?:·[\u4e00-\u9fff]{1,7})+|(?<![\u4e00-\u9fff])[\u4e00-\u9fff] [\u4e00-\u9fff]{1,2}(?![\u4e00-\u9fff])|[\u4e00-\u9fff]{2,14}"
)
_OFFICE = re.compile(
    r"(?:镇|乡|街道|村|室|科|处|办|局|部|委|院|校|社|报|网|台|系|所|站|会|厅|组|队|中心|学院|公司|集团|学生|整理|综合|来源|转载|图|市|县|区|省)$"
)
_NOT_NAMES = frozenset(
    {
        "报道",
        "摄影",
        "记者",
        "通讯员",
        "特约",
        "首席",
        "见习",
        "编辑",
        "责编",
        "审核",
        "校对",
        "图片",
        "资料",
        "作者",
        "佚名",
        "管理员",
        "匿名",
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
        "信息",
        "本站",
        "要闻",
    }
)
_STOPS = re.compile(
    r"发布|时间|来源|浏览|点击|阅读|字体|字号|日期|分享|打印|关闭|【|】|\d{2,}|https?|www|更新|稿源|监制"
)
_LONGEST_RUN = 12
"""Characters of names that touch: 李盼吴丽李诗华."""
_CLEARLY = 2.0
"""By so much rarer are the surnames of every other way to cut them."""
_NEXT_OUTLET = re.compile(r"(?:本[报网台刊]|新华社)$")
"""记者甲本报记者乙: what stands before the next mark is whose reporter that is."""
_AFTER = re.compile(r"\s*(?:报道|报导|摄影|摄)")
_ADORN = re.compile(r"^(?:首席|见习|特约|实习|全媒体|本报|本网|本台)")

_UNMARKED = re.compile(r"[\u4e00-\u9fff] [\u4e00-\u9fff](?![\u4e00-\u9fff])|[\u4e00-\u9fff]{2,3}")
_DEED = re.compile(r"(?P<who>[\u4e00-\u9fff· ]{2,8})/(?P<deed>[\u4e00-\u9fff]{1,2})")
_SIGNATURE = re.compile(
    r"[\u4e00-\u9fff] ?[\u4e00-\u9fff]{1,2}(?:[ 、]+[\u4e00-\u9fff] ?[\u4e00-\u9fff]{1,2}){0,3}"
)
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
    last = _last_of_the_text(paragraphs)
    for number, paragraph in enumerate(paragraphs):
        if paragraph.kind in HEADLINE_KINDS:
            if number and _SIGNATURE.fullmatch(plain[number]):
                mentions += _signed(paragraph.text, number, plain, lexicon)
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
    # 来源：张云龙 王洁: where names stand for the source
    outlets -= {m["name"] for text in plain for m in _WRITERS.finditer(text[:_LONGEST_META])}
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


def _last_of_the_text(paragraphs: Sequence[Paragraph]) -> int:
    """The number of the last paragraph that tells something, -1 where none does."""
    telling = (
        number
        for number, paragraph in enumerate(paragraphs)
        if paragraph.kind == "text"
        and (len(paragraph.text) > _LONGEST_CREDIT or "。" in paragraph.text)
    )
    return max(telling, default=-1)


def _signed(
    printed: str, number: int, plain: Sequence[str], lexicon: Lexicon
) -> Iterator[PressMention]:
    """A line of names under a title, of people who are not in the text: its authors."""
    found = [*_unmarked(plain[number], 0, len(plain[number]), lexicon)]
    body = "".join(plain[number + 1 :])
    if not any(name in body for name, *_ in found):
        for _, role, start, end in found:
            name = "".join(printed[start:end].split())
            yield PressMention(name, role, Span(number, start, end))


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
    for zone in zones(text, is_last, kind):
        start, end = zone.span("inside")
        if any(start < b and a < end for a, b in taken):
            continue
        taken.append((start, end))
        if zone.re in UNMARKED:
            yield from _unmarked(text, start, end, lexicon)
            continue
        if zone.re in BY_DEED:
            yield from _by_deed(text, start, end, lexicon)
            continue
        bare = zone.re in WITHOUT_LABEL
        yield from _in_zone(text, start, end, bare, lexicon)


def _by_deed(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Found]:
    """甲/文 乙/图: the roles of a name are those of the mark behind it."""
    for part in _DEED.finditer(text, start, end):
        mark = _MARK.match(part["deed"] + "：")
        roles: tuple[PressRole, ...] = _roles_of(mark) if mark else ("reporter",)
        yield from _named(text, *part.span("who"), roles, lexicon)


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
        if ("photographer" in _roles_of(mark) or mark.group() in _OF_WRITING)
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
    # what stands around the names is none of their business: 记者冯 艳 孙 敏
    for match in _NAME.finditer(text[start:limit]):
        for a, b in _people_in(text, start + match.start(), start + match.end(), lexicon):
            name = "".join(text[a:b].split())
            for role in roles:
                yield name, role, a, b


def _people_in(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The name or the touching names of one run of characters between separators."""
    word = "".join(text[start:end].split())
    tail = _AFTER.search(text, start, end) or _NEXT_OUTLET.search(text, start, end)
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
    elif 6 < len(word) <= _LONGEST_RUN:
        rarity = {
            names: sum(lexicon.surnames[name[0]] for name in names) for names in _cut(word, lexicon)
        }
        first, *others = sorted(rarity, key=rarity.__getitem__) or [()]
        if not others or rarity[others[0]] - rarity[first] > _CLEARLY:
            for name in first:
                yield start, start + len(name)
                start += len(name)


def _cut(run: str, lexicon: Lexicon) -> Iterator[tuple[str, ...]]:
    """Every way to cut a run into names that begin with a surname."""
    if not run:
        yield ()
    for size in (2, 3):
        name = run[:size]
        if len(name) == size and name[0] in lexicon.surnames and _is_person(name, lexicon):
            for rest in _cut(run[size:], lexicon):
                yield name, *rest


def _bears_surname(word: str, lexicon: Lexicon) -> bool:
    """Metadata calls portals and accounts authors too: a surname is asked for there."""
    return _is_person(word, lexicon) and bool({word[:1], word[:2]} & lexicon.surnames.keys())


def _is_person(word: str, lexicon: Lexicon) -> bool:
    """Between the marks of a byline any short word is a name, unless it is known to be none."""
    if word in _NOT_NAMES or _OFFICE.search(word) or _ADORN.search(word):
        return False
    if len(word) in {2, 3}:
        cost = lexicon.words.get(word, lexicon.unknown)
        return word[0] in lexicon.surnames or word in lexicon.minority or cost > 14
    return len(word) == 4 and (word[:2] in lexicon.surnames or set(word) <= lexicon.transliteration)
