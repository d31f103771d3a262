"""The words that say what somebody did at an event, and which role each gives."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from store.model import ArticleKind, Role
from store.parsing.names import Mention
from store.parsing.role_limits import at_a_meeting, is_owned_speech

_VERBS: tuple[tuple[Role, str], ...] = (
    (
        "absent",
        r"请假|缺席|因(?:公|事|病)[^，。]{0,8}(?:未|没有)[^，。]{0,4}(?:出席|参加)|未(?:能)?(?:出席|参加)",
    ),
    (
        "accompanied",
        r"陪同|随同|随行|参加(?:调研|考察|检查|督导|督查|慰问|走访|上述活动)|一同(?:调研|考察|检查)",
    ),
    (
        "presided",
        r"担任[^，。；]{0,6}执行主席|组织召开|召集(?!人)|主持(?!人|词|制定|制订|修订|编|研制|设计|[^，。；召会]{0,8}工作(?![^，。]{0,10}会))",
    ),
    ("guided", r"(?:到会|莅会|莅临|出席|亲临|现场)[^，。]{0,4}指导"),
    ("observed", r"旁听(?!席|人|证)|列席(?!人[士员]|证书|代表|单位)"),
    ("conveyed", r"传达(?!室|的)|宣读|领学|宣布(?=[^，。；]{0,40}(?:决定|任免|任命|通知))"),
    (
        "deployed",
        r"(?<!工)(?:作|作了|做|做了|进行|进行了)(?!出)[^，。；]{0,12}?(?:部署|安排)|安排部署|部署安排|(?<![部的按一作要委])安排了?(?=[^，。；作]{2,30}工作(?:[，。；]|$))|(?<!决策)(?<!工作)(?<!安排)部署(?=了|安排|下一步|下步|当前|近期|重点|今年|明年|我[省市县区校])|对[^，。；]{2,30}(?:部署|安排)$",
    ),
    (
        "reported",
        r"(?<!听取)(?<!听取了)(?<!取工作)(?:(?<!工)作了?[^，。；]{0,10})?(?<!宣读)(?<!的工作)(?:汇报|通报)(?!会)|(?<![工所])(?:作|作了|做|做了)[^，。；]{0,30}?(?:工作(?:[^，。；]{0,20})报告(?!会)|情况(?:的)?报告(?!会)|说明)|进行了?(?:专题|工作)?报告(?!会)|(?<![作做的中出该各份听审告宣])报告(?=了|工作(?!会)|[12]\d{3}年)|[作做]了?题为《[^》]{1,80}》的?[^，。；]{0,6}工作报告|[作做]了?《[^》]{0,60}(?:报告|总结|计划|预算|决算)[^》]{0,30}》|对[^，。；]{2,40}工作(?:情况)?(?:进行|作|做)了[^，。；]{0,4}总结(?!讲话|发言|点评)|述职(?![^，。；]{0,6}会)|述责|述廉",
    ),
    (
        "spoke",
        r"讲(?:了)?话(?!精神|要求|和|、|稿|中|的|时)|发言(?!人|权|稿)|致[^，。；]{0,4}[词辞](?!典)|发表了?[^，。；]{0,10}(?:感言|演讲|演说)|发表了?(?!的)[^，。；的]{0,8}讲话|讲[^，。；]{0,6}意见|(?:回顾|总结|阐述|剖析|充分肯定)了|(?<![工所])(?:作|作了|做|做了)(?!的)[^，。；]{0,24}?(?:报告(?!会)|总结(?!通报|汇报)|辅导|授课|宣讲|动员|讲解|讲座|点评|党课|交流|解读|介绍|推介|分享|回应|答复|致词|检查)|进行了?(?:再次|专题|详细|系统|现场|集中|业务)?(?:动员|讲解|解读|宣讲|点评|授课|辅导|强调|发言|解析)(?!会)|(?<![督导查察视核])反馈(?=了|督导|督查|巡[视察]|考核|意见|有关|情况)|(?<!工)[作做]了?题为|介绍(?!人|信)|建言献策(?!活动|会|座谈|的|作用|平台)|解读|培训(?=。|，|$)|答记者问|书面交流|诉说|畅谈|谈了|领誓|布置(?=了|工作)|讲(?:授)?[^，。；]{0,8}党课|授课|点评|总结讲话|提(?:出)?[^，。；]{0,12}(?:要求|意见|期望|希望)",
    ),
    ("signed", r"签署(?!仪式)|签订(?!仪式)|签约(?!仪式|活动)|签字(?!仪式|笔)"),
    (
        "attended",
        r"出席(?!旁听)|参加(?!调研|考察|检查|督导|督查|慰问|走访|工作|革命)|参会|与会(?!人员|者|代表|同志|领导|专家)|到会(?!指导)|莅会|在[^，。；]{0,14}会场|在主席台|就[座坐]|见证",
    ),
    (
        "visited",
        r"调研(?!报告|组|员|成果)|考察(?!团|组)|视察|督导(?!组|员)|督查(?!组|室)|检查(?!组|站|院|工作组)|察看|查看|看望|慰问(?!金|品|信)|走访|走进|来到|实地|巡查|暗访|深入(?!开展|推进|贯彻|学习|研究|研判|分析|实施|人心|落实|推动|排查|细致|交流|宣传|领会|剖析|解读|查找|讨论|探讨|践行|挖掘|思考)(?=[^，。；]{2,})",
    ),
)
UTTERANCE = re.compile(
    r"强调|建议(?=[，：]|$)|指出|(?<!批示)要求|表示(?!(?:亲切|诚挚|崇高|深切|沉痛|衷心)?的?(?:慰问|问候|哀悼|悼念))|(?:他|她)?说(?=[，：。“]|$|道)|认为|提出(?!的|了?[^，。；]{0,12}(?:要求|意见))|介绍说|：$"
)
_LABELLED = re.compile("：$")
"""甲： before what he says; where nobody took part in anything, 甲强调 only quotes him."""
VERBS = re.compile("|".join(f"(?P<{role}>{pattern})" for role, pattern in _VERBS))
ROLES: dict[str, Role] = {role: role for role, _ in _VERBS}
"""The role that each group of the pattern stands for."""
_NOUNS: frozenset[Role] = frozenset({"spoke", "deployed", "reported"})
"""Roles whose words are nouns too: 讲话, 部署, 汇报 may be another's."""
_IN_A_REPORT = re.compile(r"(?:在[^，。；]{0,8})?汇报(?:中|时|工作时|情况时|说)")
"""甲在汇报中说: that is the report, not another speech."""
_LONGEST_OBJECT = 48
"""Characters between 听取 and the report that was heard: 听取了有关部门关于…情况的汇报."""
_DEED = re.compile(r"(?:[作做]|进行)了")


@dataclass(frozen=True, slots=True)
class Acted:
    """One role of one mention and the verb that says so, at [start, end) of the paragraph.

    A ``weak`` one counts only for people of whom the report says nothing stronger.
    """

    mention: Mention
    role: Role
    start: int
    end: int
    weak: bool = False


def verbs_in(
    text: str, start: int, end: int, kind: ArticleKind, *, quoted: bool
) -> Iterator[tuple[Role, int, int]]:
    """The roles of a clause with the characters that give them; what another did or said is none.

    ``quoted`` leaves out 强调 and 指出: where nobody took part in anything they quote.
    """
    for match in VERBS.finditer(text, start, end):
        role = ROLES[match.lastgroup or ""]
        if role == "visited" and kind == "meeting" and at_a_meeting(text, start, match, end):
            continue
        if kind != "talks" and match.group() == "介绍":
            # 甲介绍，… only names who says it
            if text[match.end() : end].strip("了"):
                yield "reported", match.start(), match.end()
            continue
        if role in _NOUNS and (
            _said_of_another(text, start, match.start()) or is_owned_speech(text, start, match)
        ):
            continue
        yield role, match.start(), match.end()
    utterance = _LABELLED if quoted else UTTERANCE
    said = utterance.search(text, start, end) if kind != "visit" else None
    if said and not _IN_A_REPORT.search(text, start, said.end()):
        yield "spoke", said.start(), said.end()


def _said_of_another(text: str, start: int, at: int) -> bool:
    """落实…部署, 听取…汇报, 学习…讲话: the noun belongs to someone else; 作了部署 is a deed."""
    if _DEED.match(text, at) or text.startswith(("就", "围绕"), start):
        return False
    before = text[max(start, at - _LONGEST_OBJECT) : at]
    return bool(
        re.search(r"(?:落实|贯彻|按照|根据|听取|学习|传达了?|宣读了?)[^，。；]*$", before)
    ) and not before.endswith(("并", "和"))
