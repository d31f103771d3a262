"""People who are no subject and took part all the same: on a roll, heard, received."""

import re
from collections.abc import Iterator, Sequence

from store.model import Role
from store.parsing.names import Mention
from store.parsing.role_verbs import ROLES, VERBS, Acted

_HEADER = re.compile(
    r"执行主席(?:有|是|为)|(?:出席|参加|列席|参会|到会|陪同|就[坐座]|前来[^，。；：]{0,6}(?=(?:考察|调研|访问)的还有)(?:考察|调研|访问))[^，。；：]{0,14}的?(?:领导|同志|人员|嘉宾|外宾|来宾|客人)?(?:，?还)?，?(?:有|是|包括)(?!关)"
)
"""出席会议的有, 在主席台就座的还有, 前来我省考察的还有: what stands before the people who did so."""
_LONGEST_HEADER = 40
_INVITES = re.compile("邀请了?(?!函|赛|书)")
_CAME = re.compile("出席|参加|列席|到会")
_MEETS = re.compile(r"会见(?!厅)|接见|会谈")
_PARTS = "。；：！？"
_SENTENCE_PART = re.compile(f"[{_PARTS}]")
_HEARING = re.compile("听取")
_OF_HIS = ("作的", "所作", "关于", "就")
"""Behind the one who is heard: up to the word for his report stands what it was about."""
_REPORT = re.compile(
    r"(?:的|工作|情况|所作)(?:[^，。；]{0,8})(?:汇报|报告|说明|介绍|通报)|汇报|介绍(?!信)"
)
_SPEECH = re.compile(r"(?:的|作的|分别|依次|先后)[^，。；的]{0,8}(?:发言|建言)(?!人|稿)")
_ALONG = re.compile(r"(?:同志)?(?:等人?|一行)?的?陪同下")
_ELSEWHERE = re.compile(r"学习|传达|贯彻|落实|根据|按照")
_GIVEN = re.compile(
    r"(?:同志)?(?:代表[^，。；]{2,40}|受[^，。；]{2,20}委托)?(?:向大会)?"
    r"(?:所?作的(?=[^，。；]{0,60}(?:报告|说明|汇报)|《)|所作(?=报告|说明))"
)
_ACTION_OF_CHAIR = re.compile(r"主持|出席|强调|指出|要求|讲话|参加")
_LONGEST_ROLL = 240
"""Characters between a name and 的发言 behind the last one of those who were heard."""
_LONGEST_REPORT = 120
"""Characters between a name and the word for the report it gave."""


def who_is_heard(
    text: str, mentions: Sequence[Mention], inside: Sequence[int], start: int, end: int
) -> Iterator[Acted]:
    """会议听取了甲关于…的汇报: the one who is heard reported."""
    heard = _HEARING.search(text, start, end)
    if not heard:
        return
    topic = heard.end()
    comma = text.find("，", topic, end)
    clause = end if comma < 0 else comma
    for i in inside:
        if mentions[i].start < topic:
            continue
        report = _REPORT.search(text, mentions[i].end, min(end, mentions[i].end + _LONGEST_REPORT))
        speech = _SPEECH.search(text, mentions[i].end, min(clause, mentions[i].end + _LONGEST_ROLL))
        if speech and not report:
            yield Acted(mentions[i], "spoke", speech.start(), speech.end())
        if report and not _ACTION_OF_CHAIR.search(text, heard.end(), report.start()):
            yield Acted(mentions[i], "reported", report.start(), report.end())
            if text.startswith(_OF_HIS, mentions[i].end):
                topic = report.end()


def who_gave_it(text: str, mention: Mention, start: int, end: int) -> Iterator[Acted]:
    """通过了甲主任作的工作报告: whose report it is; ``end`` is that of the post behind the name."""
    given = _GIVEN.match(text, end)
    if given and not _ELSEWHERE.search(text, start, mention.start):
        yield Acted(mention, "reported", given.start(), given.end())


def who_came_along(text: str, mention: Mention, end: int) -> Iterator[Acted]:
    """在副区长甲的陪同下: ``end`` is that of the post behind the name."""
    along = _ALONG.match(text, end)
    if along:
        yield Acted(mention, "accompanied", along.start(), along.end())


def who_is_on_a_roll(
    text: str, mentions: Sequence[Mention], inside: Sequence[int], start: int, end: int
) -> Iterator[Acted]:
    """出席会议的有…: everyone whom the sentence names behind that, up to its next verb."""
    header = _HEADER.search(text, start, end)
    if not header:
        return
    verb = VERBS.search(text, header.start(), header.end())
    role = ROLES[verb.lastgroup or ""] if verb else "attended"
    other = VERBS.search(text, header.end(), end)
    stop = other.end() if other else end
    for i in inside:
        if header.end() <= mentions[i].start < stop:
            yield Acted(mentions[i], role, header.start(), header.end())


def who_is_invited(
    text: str, mentions: Sequence[Mention], inside: Sequence[int], start: int, end: int
) -> Iterator[Acted]:
    """会议邀请了甲、乙参加: those between the two words."""
    asked = _INVITES.search(text, start, end)
    if not asked:
        return
    came = _CAME.search(text, asked.end(), min(end, asked.end() + _LONGEST_ROLL))
    if not came or VERBS.search(text, asked.end(), came.start()):
        return
    verb = VERBS.match(text, came.start())
    role = ROLES[verb.lastgroup or ""] if verb else "attended"
    for i in inside:
        if asked.end() <= mentions[i].start < came.start():
            yield Acted(mentions[i], role, came.start(), came.end())


def role_of_what_follows(text: str) -> Role | None:
    """出席会议的还有： at the end of a paragraph: what those did whom the next ones name."""
    header = _HEADER.search(text, max(0, len(text) - _LONGEST_HEADER))
    if not header or text[header.end() :].strip() != "：":
        return None
    verb = VERBS.search(text, header.start(), header.end())
    return ROLES[verb.lastgroup or ""] if verb else "attended"


def who_is_received(
    text: str, mentions: Sequence[Mention], inside: Sequence[int], start: int, end: int
) -> Iterator[Acted]:
    """甲会见了乙一行: both were there."""
    met = _MEETS.search(text, start, end)
    if not met:
        return
    first = max(text.rfind(mark, start, met.start()) for mark in _PARTS) + 1
    after = _SENTENCE_PART.search(text, met.end(), end)
    last = after.start() if after else end
    for i in inside:
        if first <= mentions[i].start < last:
            yield Acted(mentions[i], "attended", met.start(), met.end())


def named_behind(
    text: str, mentions: Sequence[Mention], group: Sequence[int], start: int, stop: int
) -> Iterator[Acted]:
    """出席会议的有：… puts the verb before the names."""
    for match in VERBS.finditer(text, start, stop):
        if match.lastgroup in {"attended", "observed", "accompanied", "signed"}:
            role = ROLES[match.lastgroup]
            for i in group:
                yield Acted(mentions[i], role, match.start(), match.end())
