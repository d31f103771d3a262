"""What stands before a series: the announced count, who asks, and what kind of list it is."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from store.model import SeriesKind
from store.parsing.ordinals import NUMERAL, number_of
from store.parsing.speech import Speech, sentence_start

LONGEST_LEAD = 300
"""How many characters before its first marker belong to the lead of a series at most."""
_SPEECHES = 10
"""How many speeches back the speaker of a series is looked for."""

_COUNT = re.compile(
    rf"(?<![第\d.零百千万十一二三四五六七八九])(?P<number>{NUMERAL}|\d{{1,2}}) ?"
    r"(?P<measure>(?:个|大)?方面|点|项|条|个|件|大|句|层|类|种|招|步|道)"
    r"(?=(?P<tail>[^，。；：！？“”]{0,24}))"
)
_NOUN = re.compile(
    r"要求|意见|建议|希望|工作|任务|措施|举措|经验|共识|体会|问题|不足|困难|原因|方面|重点|要点|话|关系|"
    r"环节|打算|倡议|做法|成效|成绩|特点|关键|内容|事|部署|安排|感受|启示|看法|观点|思考|目标|原则|指示|期望|优势|趋势"
)
_PROBLEM = re.compile(
    r"问题|不足|困难|短板|差距|隐患|薄弱环节|矛盾|原因|风险|挑战|要看到|清醒认识|清醒看到"
)
_DONE = re.compile(
    r"做了|开展了|采取了|完成了|取得了|经验|成效|成绩|做法|亮点|启示|过去一年|一年来"
)
_ASKING = re.compile(
    r"要求|希望|工作|任务|措施|举措|部署|安排|抓好|做好|目标|指示|期望|要点|重点|打算|突破|落实"
)
_ASKING_VERBS = frozenset(
    {"要求", "强调", "强调指出", "部署", "号召", "希望", "提", "讲", "作出", "做出"}
)
_IMPERATIVE = re.compile(
    r"(?:要|必须|进一步|切实|全力|全面|着力|坚持|坚决|坚定|加强|强化|提高|提升|抓|做|落实|严格|突出|聚焦|"
    r"深化|推进|推动|加快|压实|统一|完善|健全|认真|继续|扎实|持续|牢固|把握|狠抓|注重|积极|明确|深入|"
    r"紧盯|紧扣|围绕|确保|优化|保持|充分|精准|严守|筑牢|立即|高度|守住|统筹|加大|务必|大力|增强|树牢)"
)
_WANTING = re.compile(
    r"不足|不够|不高|不强|不平衡|不统一|不到位|不完善|不健全|不充分|不严|不实|滞后|薄弱|困难|短板|隐患|欠账|"
    r"缺乏|缺少|有待|仍须|仍需|突出|偏低|偏大|空置|参差|下滑|难以|没有"
)
_GAINED = re.compile(
    r"明显|显著|稳步|持续[改向好]|不断[提增壮完]|取得|实现|增长|完成|改善|壮大|向好|建成|有力|有序|圆满|良好|达到"
)


@dataclass(frozen=True, slots=True)
class Announcement:
    """The count that the text promises, with the place of its phrase in the lead's paragraph."""

    number: int
    start: int
    end: int
    phrase: str


def find_announcement(text: str, start: int, end: int, found: int) -> Announcement | None:
    """The count announced in the last sentence of ``text[start:end]``, which leads a series in.

    A phrase without one of the usual nouns (三个坚持) counts only if it ends the lead and
    promises as many items as were ``found``.
    """
    stop = end
    while stop > start and text[stop - 1] in "。：；，、！ “-—":
        stop -= 1
    begin = max(start, sentence_start(text, stop, LONGEST_LEAD))
    best = None
    for match in _COUNT.finditer(text, begin, stop):
        number = number_of(match["number"]) or 0
        noun = None if "方面" in match["measure"] else _NOUN.search(match["tail"])
        known = noun is not None or "方面" in match["measure"]
        ends_lead = match.end("tail") == stop and number == found
        if number < 2 or not (known or ends_lead) or (number > 10 and match["measure"] == "大"):
            continue
        if best is not None and best.number == found != number:
            continue
        phrase_end = match.end("tail")
        if known:
            phrase_end = match.end() + (noun.end() if noun else 0)
        best = Announcement(
            number, match.start(), phrase_end, text[match.start() : match.end("tail")]
        )
    return best


def find_speaker(speeches: Sequence[Speech], start: int, end: int) -> Speech | None:
    """Choose the last of a paragraph's speeches between two offsets, quoted ones only at need."""
    last = bisect_right(speeches, end, key=lambda speech: speech.end) - 1
    quoted = None
    for index in range(last, -1, -1):
        speech = speeches[index]
        if speech.start < start or last - index > _SPEECHES:
            break
        if speech.own:
            return speech
        quoted = quoted or speech
    return quoted


def says_what_to_do(text: str) -> bool:
    """Whether a text begins as requirements do: 加强, 严格, 要."""
    return _IMPERATIVE.match(text) is not None


def kind_of(
    lead: str, announcement: Announcement | None, verb: str | None, wishes: bool, texts: list[str]
) -> SeriesKind:
    """What a series lists; ``lead`` is its last clause, ``wishes`` that its markers say 要."""
    words = announcement.phrase if announcement else lead
    if verb == "建议" or "建议" in words:
        return "suggestion"
    if wishes:
        return "requirement"
    for near in (words, lead):
        if _DONE.search(near):
            return "achievement"
        if _PROBLEM.search(near) and not _ASKING.search(near):
            return "problem"
        if _ASKING.search(near):
            return "requirement"
    return _kind_of_items(texts) or ("requirement" if verb in _ASKING_VERBS else "other")


def _kind_of_items(texts: list[str]) -> SeriesKind | None:
    """What most of the items' first clauses are, if they are of one kind."""
    heads = [re.split(r"[，。；：,;]", text, maxsplit=1)[0] for text in texts]
    kinds: tuple[tuple[SeriesKind, re.Pattern[str]], ...] = (
        ("requirement", _IMPERATIVE),
        ("problem", _WANTING),
        ("achievement", _GAINED),
    )
    for kind, pattern in kinds:
        matches = pattern.match if kind == "requirement" else pattern.search
        if 2 * sum(1 for head in heads if matches(head)) > len(heads):
            return kind
    return None
