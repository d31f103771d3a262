"""What a sentence says of people without telling that they did it at this event."""

import re
from collections.abc import Sequence

from store.model import ArticleKind

_LONGEST_LEAD = 120
"""Characters around a subject or verb in which the words that change its meaning are looked for."""
_OWNED = re.compile(
    r"(?:同志)?在[^，。；]{2,40}上的(?:重要)?(?:讲话|发言)(?![中时里]|指出|强调)"
    r"|[^，。；]{0,4}到[^，。；]{1,8}(?:检查|视察|考察|调研)[^，。；]{0,10}的?(?:重要)?(?:讲话|指示|意义)"
    r"|(?:总?书记|同志|主席|总理|[省市县区州部局厅校院]长|主任|教授)?(?:的|所?作的|(?:重要)?讲话(?=[精深站通内立语思主全既充高情])|有关(?:工作)?(?:部署|要求|指示|批示))"
)
"""甲书记的讲话站位高: what somebody owns is the subject, not he."""
_OF_A_SPIRIT = re.compile(
    r"(?:(?!传达|学习|贯彻|落实|宣读|研究|强调|指出|要求|提出)[^，。；：]){0,40}(?:讲话|会议|指示|批示)(?:精神|要求)(?=[，。；])"
)
"""张国清出席峰会时的讲话精神: what is passed on, not what took place here."""
_QUOTES = re.compile(r"(?:指出|强调|表示|认为|说|道|介绍)[，：]")
"""What follows in the sentence is said: the people in it are spoken of."""
_MOST_BEFORE = 8
"""Characters of a clause before 考察 or 检查 if they are what its subject did and not a topic."""
_GIVES = re.compile(r"(?<!工)[作做]|发表了")
_WENT = ("在", "到", "来", "赴", "先后", "深入", "率")
_PASSED_ON = re.compile(r"传达|学习|贯彻")
"""传达了会议精神，特别是甲在讲话中指出的问题: what he said elsewhere."""
_TOPIC = re.compile("[要对就的把]")
_DIED = re.compile(r"逝世(?:[，。！\s]|$)|遗体(?:送别|告别)|遗体[^。]{0,16}火化")
"""逝世一百周年座谈会 is a meeting."""
_PASSED_AWAY = re.compile(
    r"(?:同志|先生|女士)?(?:因[^，。；]{0,10}病[^，。；]{0,6}(?:无效|逝世|去世|住院)|逝世|病逝|去世|辞世|生前|住院|亲属|家属|遗体)"
)
"""Behind the name of one who died, or lay ill: others did what follows."""
_TOOK_PART = re.compile(r"主持|出席|参加|列席|召开|举行")
_OPENING = 4
"""Paragraphs in which an obituary says that it is one."""


def is_obituary(plain: Sequence[str], kind: ArticleKind) -> bool:
    """Whether a report that is of no event tells of a death: those who mourn did nothing else."""
    return kind == "other" and any(_DIED.search(text) for text in plain[:_OPENING])


def only_quotes(plain: Sequence[str], kind: ArticleKind) -> bool:
    """Whether a report that is of no event tells of nobody who took part in anything."""
    return kind == "other" and not any(_TOOK_PART.search(text) for text in plain)


def is_spoken_of(text: str, start: int, begin: int, end: int, *, headline: bool) -> bool:
    """Whether a group only owns the subject of its clause, or stands in what somebody else said."""
    if _OWNED.match(text, end) or _OF_A_SPIRIT.match(text, end) or _PASSED_AWAY.match(text, end):
        return True
    floor = max(start, begin - _LONGEST_LEAD)
    if text.endswith(("特别是", "尤其是"), floor, begin) and _PASSED_ON.search(text, floor, begin):
        return True
    since = max(floor, text.rfind("；", floor, begin) + 1)
    return not headline and _QUOTES.search(text, since, begin) is not None


def at_a_meeting(text: str, start: int, verb: re.Match[str], end: int) -> bool:
    """In a report of a meeting 检查 and 考察 are mostly what was spoken about."""
    at = verb.start()
    before = text[max(start, at - _LONGEST_LEAD) : at]
    long = at - start > _MOST_BEFORE and not text.startswith(_WENT, start)
    topic = long or _TOPIC.search(before) is not None
    noun = text.startswith(("活动", "工作", "成果", "情况"), verb.end())
    return topic or noun or text.find("会", at, min(end, at + _LONGEST_LEAD)) >= 0


def is_owned_speech(text: str, start: int, verb: re.Match[str]) -> bool:
    """在会上发表的重要讲话 is a noun; 作总体安排的讲话 is a deed."""
    before = text[max(start, verb.start() - _LONGEST_LEAD) : verb.start()]
    return (
        verb.group().startswith("讲")
        and before.endswith(("的", "的重要"))
        and not _GIVES.search(before)
    )
