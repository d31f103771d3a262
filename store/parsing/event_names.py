"""The names of meetings in a sentence: which clauses hold one, and where it ends.

Works on masked texts: plain forms (``store.parsing.folded``) in which every character of a day
expression is replaced by DAY, so that a pattern can step over it. Lengths never change.
"""

import re
from dataclasses import dataclass
from typing import Literal

from store.lexicon.gazetteer import gazetteer
from store.parsing.clauses import DAY, clause_end, clause_start
from store.parsing.event_edges import body_before, name_start

LONGEST_NAME = 80
"""Characters; the longest name in print that was met has 52."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting that a clause names: characters [start, end) are the printed name.

    ``frame`` tells how: it is held (召开), attended (参加, 收听收看) or spoken at (在…上强调).
    ``organ`` are the characters of the body that holds it where they stand before the verb.
    ``verb`` is where the verb begins, ``aside`` says that the clause only sets the time
    (…会议后) for what follows, ``compose`` that the name is incomplete without its body
    (政治局召开会议, 常委会举行第七次会议).
    """

    frame: Literal["held", "attended", "spoken"]
    start: int
    end: int
    verb: int
    organ: tuple[int, int] | None = None
    aside: bool = False
    compose: bool = False


# 联合会, 委员会, 社会, 机会 are no meetings, 会议室 is a room, 人民代表大会常务委员会 a body.
_HEAD = re.compile(
    "(?:"
    + "|".join(gazetteer().meetings)
    + r"|（扩大）会|(?<=次)安委会(?![办成扩])|仪式|典礼|开班式|开学式|会议(?!室|厅|中心|酒店|制度|桌|费)|大会(?!堂|常务委员会|常委会|代表|制度|战))"
    + r"(?!员|场|见|谈(?!话)|费|风|址|标|徽|议(?!程|题))"
)
_STOP = re.compile(
    r"强调|要求|指出|提出|研究|部署|安排|推进|推动|传达|听取|贯彻|审议|讨论|分析|总结|通报|动员|专题|解决"
    r"|落实|以来|期间|形式|方式|上|时|后|前|结束|之|并|就|对|以|在|由|为|是|将|于|召开|举行|举办|主持|出席|参加|开幕|闭幕|$"
    r"|[，。；！？：、 \x01]"
)
_CONTINUES = re.compile(
    r"(?:（[^）]{1,14}）)?(?:暨|及|和|与|、|第[〇零一二三四五六七八九十百\d ]{1,6}(?:次|届|场|期)|扩大|全体|精神|专题|筹备|现场|视频|"
    r"工作|学习|成员|主任|主席|委员|常委|常务|党组|会议|大会|例会|代表|联组|分组|闭幕|开幕|（)"
)
_BRACKET = re.compile(r"（[^（）]{1,14}）")
_AFTER_VERB = re.compile(
    r"了|过|的(?!确)|(?<=[看听])[省市县区州]?(?:委|政府)?召开的?|本次|一次|一场|一年一度的| +"
)
_BACKGROUND = re.compile(
    r"(?:[”’）》])?(?:精神|部署|工作部署|决策|要求[，。、]|有关|相关|筹备|纪要|的通知|通知)"
)
_ASIDE = re.compile(
    r"(?:之?后|结束后|之?前|期间|间隙|之际|时)(?:，|[^，。]{0,2}$|我|[^，。；]{0,8}(?:召开|随即|立即))"
)

_ANY = re.compile(r"会|学习|讨论|询问|审议|协商|仪式|典礼|班式|学式")
_HOLD = re.compile(r"召开|举行|举办|召集(?!人)|开幕|闭幕|开展")
_ATTEND = re.compile(r"收听收看|收看收听|收看|收听|参加|出席|列席")
_SPEAK = re.compile(
    r"上(?=(?:再次|反复|着重)?(?:强调|指出|要求|讲话|发表|发言|作|致|表示|说|提出|透露|获悉|传达|部署|通报))"
)
_SAYS = re.compile(
    r"(?:暨[^，。 ]{2,20})?(?:强调|要求|指出|提出|召开|举行|开幕|闭幕)$|(?:强调|指出|要求)"
)


def meetings_in(masked: str, *, headline: bool = False) -> list[Meeting]:
    """Every meeting that a paragraph names as held, attended or spoken at, in order."""
    found: list[Meeting] = []
    if not _ANY.search(masked):
        return found
    for verb in _HOLD.finditer(masked):
        meeting = _held(masked, verb, headline)
        if meeting:
            found.append(meeting)
    for verb in _ATTEND.finditer(masked):
        name = _name_after(masked, verb.end())
        if name and not _is_background(masked, name):
            found.append(_meeting("attended", masked, name, verb.start()))
    for verb in _SPEAK.finditer(masked):
        name = _name_between(masked, verb.start())
        if name:
            found.append(_meeting("spoken", masked, name, verb.start()))
    if headline:
        found += _headline_subjects(masked)
    return sorted(found, key=lambda meeting: meeting.start)


def _meeting(
    frame: Literal["held", "attended", "spoken"],
    masked: str,
    name: tuple[int, int],
    verb: int,
    organ: tuple[int, int] | None = None,
) -> Meeting:
    aside = _ASIDE.match(masked, max(name[1], verb if verb >= name[1] else name[1])) is not None
    compose = _is_bare(masked, name)
    return Meeting(
        frame=frame,
        start=name[0],
        end=name[1],
        verb=verb,
        organ=organ,
        aside=aside,
        compose=compose,
    )


# A name that says nothing without its body: 会议, 第七次会议, 2031年第2次集中学习, 全体会议.
_INCOMPLETE = re.compile(
    r"(?:\d{4}年度?|本年度|今年)?(?:[一二三四五六七八九十]{1,3}届(?:[一二三四五六七八九十]{1,3}次)?)?(?:第?[〇零一二三四五六七八九十百\d ]{1,6}次)?"
    r"(?:主席团(?:第[〇零一二三四五六七八九十百\d ]{1,6}次)?)?(?:全体(?:成员|委员)?(?:（扩大）)?|集中|集体|专题|扩大|主任|主席|委员长)?"
    r"(?:会议|大会|例会|学习|学习研讨|学习会议?|集中学习|集体学习|专题学习)(?:（[^）]{1,14}）)?(?:暨[^，。；\x01]{2,40})?"
)


def _held(masked: str, verb: re.Match[str], headline: bool) -> Meeting | None:
    start = clause_start(masked, verb.start())
    before = _name_before(masked, start, verb.start())
    after = _name_after(masked, verb.end()) if verb[0] not in ("开幕", "闭幕") else None
    if before and after and masked.endswith("常委会", *before) and _is_bare(masked, after):
        return _meeting("held", masked, after, verb.start(), before)
    if before and (after is None or _part_of_session(masked, after)):
        return _meeting("held", masked, before, verb.start())
    if after is None or _is_background(masked, after):
        return None
    if verb[0] == "开展" and not masked.endswith(("学习", "研讨", "讨论"), *after):
        return None
    return _meeting("held", masked, after, verb.start(), body_before(masked, start, verb.start()))


def _is_bare(masked: str, name: tuple[int, int]) -> bool:
    return _INCOMPLETE.fullmatch(masked, *name) is not None


_SESSION = re.compile(r"(?:第.{1,4}次)?(?:全体|联组|分组|选举|闭幕|开幕|预备)?(?:大会|会议|会)$")


def _part_of_session(masked: str, name: tuple[int, int]) -> bool:
    """选举大会, 全体会议 of a congress that is named as their subject."""
    return name[1] - name[0] <= 8 and _SESSION.match(masked, *name) is not None


def _name_after(masked: str, position: int) -> tuple[int, int] | None:
    """The name that begins behind a verb, up to its last head word."""
    while lead := _AFTER_VERB.match(masked, position):
        if lead.end() == position:
            break
        position = lead.end()
    limit = clause_end(masked, position, LONGEST_NAME)
    end = None
    for head in _HEAD.finditer(masked, position, limit):
        if end is not None and not _goes_on(masked, end, head.end()):
            break
        end = head.end()
        if bracket := _BRACKET.match(masked, end, limit):
            end = bracket.end()
    if end is None:
        return None
    start = name_start(masked, position, end)
    if masked[start] != "“" and masked.startswith("”", end) and "“" in masked[start:end]:
        # 第二次“代表双月座谈会”
        end += 1
    if masked[start] == "“" and "”" not in masked[start:end]:
        start += 1
    return (start, end) if end - start >= 2 and _plausible(masked[start:end]) else None


def _goes_on(masked: str, end: int, next_end: int) -> bool:
    """Whether a name goes on behind a head word up to the next one."""
    if _CONTINUES.match(masked, end):
        return True
    return not _STOP.match(masked, end) and next_end - end <= 30


_FILLER = re.compile(
    r"(?:（[^（）]{1,16}）)?[，]?(?:\x01+|\d{1,2}[时点](?:\d{1,2}分|半|整)?|[，]?[在于](?:“[^”]{1,30}”|《[^》]{1,30}》|（[^）]{1,14}）|[^，。；“”《》（）]){1,40}"
    r"|以[^，。；]{2,16}(?:形式|方式)|通过[^，。；]{2,12}(?:形式|方式|系统)|[，]?(?:圆满|顺利|胜利)完成了?[^，。；]{0,6}议程后?|[，]?(?:会期|历时)[^，。；]{1,6}天"
    r"|[隆重顺利正式胜利继续如期分别同时也将于拟今]|[，]?于|此间| )*"
)


_MOST_CLAUSES = 3
"""Clauses back from a verb in which its subject is looked for: 大会，历时三天，于8日闭幕."""


def _name_before(masked: str, start: int, verb: int) -> tuple[int, int] | None:
    """The name that ends before a verb, with place and day between them stepped over."""
    for _ in range(_MOST_CLAUSES):
        name = _subject(masked, start, verb)
        if name or start == 0 or masked[start - 1] != "，":
            return name
        if not _FILLER.fullmatch(masked, start, verb):
            return None
        start = clause_start(masked, start - 1)
    return None


def _subject(masked: str, start: int, verb: int) -> tuple[int, int] | None:
    last = None
    for head in _HEAD.finditer(masked, start, verb):
        end = head.end()
        if bracket := _BRACKET.match(masked, end, verb):
            end = bracket.end()
        last = end
        if _FILLER.fullmatch(masked, end, verb):
            break
    if last is None or not _FILLER.fullmatch(masked, last, verb):
        return None
    begin = name_start(masked, start, last)
    return (begin, last) if _plausible(masked[begin:last]) else None


def _name_between(masked: str, end: int) -> tuple[int, int] | None:
    """The name in 在…上强调, whose head word ends directly before 上."""
    start = clause_start(masked, end)
    begin = masked.find("在", start, end)
    if begin < 0 or end - begin > LONGEST_NAME:
        return None
    heads = list(_HEAD.finditer(masked, begin, end))
    if not heads or heads[-1].end() != end:
        bracket = _BRACKET.search(masked, begin, end)
        if not (heads and bracket and bracket.end() == end and bracket.start() == heads[-1].end()):
            return None
    begin = name_start(masked, begin + 1, end)
    return (begin, end) if _plausible(masked[begin:end]) else None


def _headline_subjects(masked: str) -> list[Meeting]:
    """市…会议强调: a headline line whose subject is the meeting itself."""
    found = []
    for verb in _SAYS.finditer(masked):
        if verb[0] in ("召开", "举行", "开幕", "闭幕"):
            continue
        start = clause_start(masked, verb.start())
        name = _subject(masked, start, verb.start())
        if name and name[1] == verb.start() and "主持" not in masked[start : verb.start()]:
            found.append(_meeting("spoken", masked, name, verb.start()))
    return found


_NO_NAME = re.compile(
    r"^(?:会议|大会|全会)?(?:(?:讨论|审议|研究)?(?:并)?通过|决定|建议|提请|推举|截至|关于|将|好[本此]|主会场|分会场|[祝庆]贺?大会)"
    r"|^(?:深入|认真)?(?:学习|传达|听取|讨论|审议|通过)了"
    r"|^(?:并|以|要|对|把|就|在|参加|出席|收听|收看|迎接|喜迎|确保|筹备|为了|促进|委员|与会|开会|两会|会上|会后|该|这|其他|有关|相关|各|上述|下次|上次|多次|历次|有的|一些|多场|系列|若干)"
    r"|^[一二三四五六七八九十两几数\d]+(?:场|个|次)(?:会议|座谈会|大会|会$)"
    r"|^(?:全国)?[“]?两会(?!”?期间[^，。；]{2,24}会)"
)


def _plausible(name: str) -> bool:
    return not _NO_NAME.match(name) and DAY not in name and "。" not in name


def _is_background(masked: str, name: tuple[int, int]) -> bool:
    """Whether the name only says whose spirit is carried out: …会议精神, …会议部署要求."""
    return _BACKGROUND.match(masked, name[1]) is not None
