"""What is told of a subject: the clauses behind it, up to one that names another."""

import re
from collections.abc import Iterator

_DIRECT = re.compile(
    r"(?:分别|先后|依次)?(?:[在向][^，。；]{1,12})?(?:主持|传达|宣读|宣布|致辞|发言|汇报|通报|受|[作做]了?|(?:就|围绕|对)[^，。；]{1,30}[作做])"
)
"""A predicate that a comma parts from its subject: 总指挥甲，主持召开会议."""
_NEW_SUBJECT = re.compile(
    r"^(?!并|且|还)(?:会议|会上|全会|各|有关|相关|[\u4e00-\u9fff]{0,20}(?:书记|[省市县区局厅处部校院所组会秘]长|主任|主席|经理)[\u4e00-\u9fff]{2,3}(?:[传宣通汇解作主出参分]|就|对|在)|市[^，]{0,10}(?:负责|同志)|省[^，]{0,10}(?:负责|同志)|[\u4e00-\u9fff、（）]{3,60}(?:[组处科股队站所局厅院校会]长|委员|主任|书记|干部)(?:列席|旁听|出席|参加|参会)|[^，。]{2,24}(?:负责人|负责同志|同志|代表|单位|部门|人员|领导班子成员|委员会|公司|大学|学院|厅|局|委|市|县|区|镇|乡|村)(?:分别|依次|先后|作|在|参加|出席|列席|汇报))"
)
_UNNAMED = re.compile(
    r"^(?:等)?(?:[^，。；]{0,24}(?:同志|领导|负责人|人员|成员|代表|嘉宾))?(?:及|以及|和)?$"
)
_ASKS = re.compile(r"(?:明确|特别|反复|再次)?(?:要求|勉励|希望|叮嘱)")
"""要求领导班子成员，…: those are asked, and stand on no roll."""
_SHARED_VERB = re.compile(r"就[座坐]|出席|参加|列席|参会|到会|陪同|在[^，。；]{0,14}会场|发言|汇报")
"""What a roll ends with after people that it does not name."""
_GOES_ON = re.compile(r"^(?:并|且|还|同时)|讲话(?!精神)|强调|指出|要求|致辞|发言")
"""After 主持召开 the clauses tell what the meeting did, unless they say that its chair went on."""
_SPEECH_BEGINS = re.compile(r"(?:强调|指出|要求|表示|说|认为|提出)$")
"""After these words the clauses are what was said, not what was done."""
_LONGEST_TITLE = 90
_PARTICULARS = re.compile(r"：\s?(?:男|女|汉族|\d)")
"""甲：男，汉族: a list of candidates, not a dialogue."""


def predicate(text: str, start: int, stop: int, *, agent: bool) -> Iterator[tuple[int, int]]:
    """The clauses that still speak of the same subject: up to one that names another.

    A subject without a predicate yet is a roll: 甲、乙，各县负责同志参加会议. An ``agent`` stands
    behind 由: in 会议由甲主持，传达了… it is the meeting that goes on.
    """
    at, first, waiting, convened = start, True, False, agent
    while at < stop:
        end = _clause_end(text, at, stop)
        clause = text[at:end]
        if first:
            labelled = (
                not clause and text[end : end + 1] == "：" and not _PARTICULARS.match(text, end)
            )
            waiting = _names_only(clause) and not labelled
        elif waiting and at == start + 1 and _DIRECT.match(clause):
            waiting = False
        elif waiting:
            if _SHARED_VERB.search(clause):
                yield at, end
                return
        elif _NEW_SUBJECT.match(clause) or (convened and not _GOES_ON.match(clause)):
            return
        if not waiting:
            yield at, min(end + 1, stop) if text[end : end + 1] == "：" else end
            convened = convened or "召开" in clause
            if _SPEECH_BEGINS.search(clause) or ("“" in clause and "”" not in clause):
                return
        at, first = end + 1, False


def _clause_end(text: str, at: int, stop: int) -> int:
    """The next mark outside of titles: 作了题为《抓机遇，促发展》的报告 is one clause."""
    while at < stop and text[at] not in "，；。！？：":
        if text[at] == "《":
            at = max(at, text.find("》", at, min(stop, at + _LONGEST_TITLE)))
        at += 1
    return min(at, stop)


def _names_only(clause: str) -> bool:
    """Nothing but 等, 同志 or further people of no name stands before the comma."""
    return not clause or bool(_UNNAMED.match(clause) and not _ASKS.match(clause))
