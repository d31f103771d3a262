"""Who says something: 会议强调, 她还要求, 省委书记某某指出.

A speech is found from its verb backwards, within its sentence, because the subject of this
genre may stand several clauses before it (某某在充分肯定成绩的同时，就下一步工作提出三点要求).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from store.lexicon.loader import load

_LONGEST_CLAUSE = 60
REACH = 80
"""How many characters before its verb a subject is looked for; longer clauses are rare."""

_NUMBER = r"[一二三四五六七八九十两几\d]+ ?[点条个项]"
_VERB = re.compile(
    rf"强调指出|强调|指出|要求(?<![出点的项体等]要求)(?![。；的和及以谈])|提出(?!的)|提(?=了?{_NUMBER})|认为|表示|明确(?!的)"
    rf"|希望(?![。；])|建议(?![。；])|部署(?<![出行作的]部署)(?![。，；])|说(?=[，：])"
    rf"|讲(?=了?{_NUMBER})|谈(?=了?{_NUMBER})|作出(?=[^，。]{{0,12}}(?:部署|安排|要求|指示))|做出(?=[^，。]{{0,12}}(?:部署|安排|要求|指示))|号召|决定(?=，)"
)
_NO_START = re.compile(r"[从对在就由为以把和并]|与(?!会人员|会者)")
"""Prepositions: a clause that begins with one has no subject in front."""
_OFFERS = frozenset({"讲", "谈", "提"})
_NOUNS = frozenset({"要求", "希望", "建议", "部署", "明确"})
"""Verbs that are nouns or adverbs as well: only a subject right before them, or a comma behind, tells."""
_STRICT = frozenset({"强调指出", "强调", "指出", "认为", "表示", "说"})
_SENTENCE_END = "。！？；"

_ADVERBS = (
    "还",
    "又",
    "也",
    "再次",
    "最后",
    "同时",
    "特别",
    "着重",
    "重点",
    "一致",
    "进一步",
    "反复",
    "郑重",
    "分别",
    "首先",
    "随后",
    "接着",
    "强烈",
    "严肃",
    "明确",
    "并",
    "则",
    "均",
    "都",
    "要",
    "亦",
    "曾",
    "当场",
    "当即",
    "现场",
    "多次",
    "率先",
    "具体",
    "总结",
    "讲话",
    "发言",
)
_PHRASE = re.compile(
    r"就|对(?!外)|从|在|向|围绕|结合|针对|代表(?!大会)|传达|通报|主持|出席|听取|宣读|介绍|(?<!工)作(?:了|题为|专题|主旨|讲话|出)|做(?:了|出)|"
    r"充分肯定|分析|回顾|回应|实地|深入|来到|参加|提(?=[一二三四五六七八九十两几\d])"
)
_MEETING = re.compile(
    r"(?:会议|全会|大会|例会|与会人员|与会者|大家"
    r"|[^，。；：！？、“”]{1,14}(?:会议|(?<![机员理工都社协学商])会|领导|负责人|负责同志|专家组))$"
)
_POST = re.compile(
    r"(?:书记|省长|市长|县长|区长|州长|旗长|主席|主任|部长|局长|厅长|院长|校长|会长|组长|总指挥|指挥长|"
    r"秘书长|总理|委员长|委员|常委|董事长|总经理|处长|科长|镇长|乡长|司长|所长|专员|教授|院士|行长|总裁|"
    r"政委|司令员|厂长|场长|台长|社长|总监|检察长|总干事|代表|记者|负责人)(?P<name>[一-鿿]{2,4}|[一-鿿·]{4,15})$"
)
_AFTER_NAME = re.compile(
    r"^(?P<name>.{1,6}?)(?:同志|总书记|书记|主席|总理|省长|市长|县长|区长|主任|部长|校长|院长|董事长)$"
)
_RARE = 13.0
"""A word that costs as much stands fewer than a hundred times in jieba's counts: rather a name."""
_HAN = re.compile(r"[一-鿿·]+$")
_NOT_MEETING = re.compile(r"按照|根据|依据|^(?:要|落实|贯彻|按|将|把|为)")
_NO_SUBJECT = re.compile(
    r"按照|根据|依据|落实|贯彻|严格|符合|有关|提出|工作|达到|必须|总体|具体|坚决|认真|以|把|将|为|是|有|的"
)


@dataclass(frozen=True, slots=True)
class Speech:
    """A verb of saying in a folded text, its subject as printed, and where both stand.

    ``start`` is the subject's first character (its title's, if it has one), ``name`` that of
    ``by``; ``end`` follows the verb; ``direct`` says that the subject begins its sentence, ``own`` that the meeting or one of its speakers speaks
    (not a document or somebody who is only quoted).
    """

    by: str
    verb: str
    start: int
    name: int
    end: int
    direct: bool
    own: bool


def find_speeches(text: str, start: int = 0, end: int | None = None) -> Iterator[Speech]:
    """Every speech with a subject in a part of a folded paragraph, in order."""
    for match in _VERB.finditer(text, start, len(text) if end is None else end):
        speech = _speech(text, match.start(), match.group(), start)
        if speech is not None:
            yield speech


def sentence_start(text: str, position: int, reach: int = REACH) -> int:
    """Where the sentence around a position begins, looking back at most ``reach`` characters."""
    floor = max(0, position - reach)
    return max(floor, *(text.rfind(mark, floor, position) + 1 for mark in _SENTENCE_END))


def _speech(text: str, verb_start: int, verb: str, floor: int) -> Speech | None:
    begin = max(floor, sentence_start(text, verb_start))
    clause_end = verb_start
    for step in range(4):
        clause_start = max(text.rfind(mark, begin, clause_end) + 1 for mark in "，：")
        clause_start = max(clause_start, begin)
        found = _subject(text[clause_start:clause_end], verb, near=step == 0)
        if found is not None:
            indent, offset, by, own = found
            at = clause_start + indent
            direct = step == 0 and not text[begin:at].strip(" “")
            if verb in _NOUNS and not direct and text[verb_start + len(verb) :][:1] not in "，：":
                return None
            return Speech(by, verb, at, at + offset, verb_start + len(verb), direct, own)
        if clause_start <= begin:
            return None
        clause_end = clause_start - 1
    return None


def _subject(clause: str, verb: str, near: bool) -> tuple[int, int, str, bool] | None:
    """Find the subject that a clause begins with.

    Gives its offset, the offset of the name in it, the name, and whether it is the report's own.
    """
    if len(clause) > _LONGEST_CLAUSE:
        return None
    indent = len(clause) - len(clause.lstrip(" “"))
    body = clause[indent:].rstrip()
    phrase = _PHRASE.search(body, 1)
    if not near and phrase is None:
        return None
    if _NO_START.match(body) or (phrase is not None and body[:1] == "向"):
        return None
    body = _without_adverbs(body[: phrase.start()] if phrase else body)
    if not body or len(body) > 40:
        return None
    if body in ("他", "她", "他们", "会议") or (body == "我" and verb in _OFFERS):
        return indent, 0, body, True
    name = _person(body)
    if name is not None:
        return indent, *name, "总书记" not in clause
    meeting = _MEETING.search(body)
    if meeting is not None and not _NOT_MEETING.search(body):
        return indent, meeting.start(), meeting.group(), True
    if near and verb in _STRICT and 2 <= len(body) <= 10 and _HAN.match(body):
        return None if _NO_SUBJECT.search(body) else (indent, 0, body, False)
    return None


def _without_adverbs(body: str) -> str:
    while body.endswith(_ADVERBS):
        shorter = body.removesuffix(next(word for word in _ADVERBS if body.endswith(word)))
        if len(shorter) == 1 and shorter not in "他她我":
            break  # 周均 is a name
        body = shorter
    return body


def _person(body: str) -> tuple[int, str] | None:
    """The name that a subject is or ends with (post title apart), and its offset."""
    tail = body.rpartition("、")[2]
    if _is_name(tail):
        return body.rindex(tail), tail
    for pattern in (_AFTER_NAME, _POST):
        named = pattern.search(tail)
        if named is not None and _is_name(named["name"]):
            return len(body) - len(tail) + named.start("name"), named["name"]
    return None


def _is_name(text: str) -> bool:
    lexicon = load()
    if text in lexicon.not_names or not _HAN.match(text):
        return False
    if "·" in text:
        return True
    if text[:2] in lexicon.surnames and 3 <= len(text) <= 4:
        return True
    if len(text) == 3 and not any(part in lexicon.words for part in (text, text[:2], text[1:])):
        return True  # a rare surname: no part of it is a word
    if text[:1] not in lexicon.surnames or not 2 <= len(text) <= 3:
        return False
    return len(text) == 3 or lexicon.words.get(text, _RARE) >= _RARE
