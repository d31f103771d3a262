"""Who the subject of a sentence is: people set side by side, with their posts and bodies."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from store.parsing.role_verbs import UTTERANCE, VERBS

_ADVERBIAL = re.compile(
    r"(?:会上|会前|会后|会议期间|会议开始前|期间|随后|之后|其间|当日|当天|日前|近日|今天|昨天|今日|昨日|首先|最后|同时|其中|此前|接着|紧接着|"
    r"\d{4}年|\d{1,2}月|\d{1,2}日|上午|下午|晚上|晚间|晚|凌晨|中午|早上|连日来|[^，。；]{0,16}(?:后|时|期间|之际)|"
    r"(?:在|于)[^，。；]{1,30}(?:上|中|时|期间|召开|会场|现场|里)|受[^，。；]{1,30}委托|原标题|会议(?=由)|仪式(?=由)|活动(?=由)|据(?:悉|了解)?|[①-⑳]|\d{1,2}\.|由|和|与|及|以及|并|、|\s)*"
)
LISTED = re.compile(
    r"(?:[有是]|包括)：?$|(?:出席|参加|参会|列席)(?:(?!并|宣布|强调|指出)[^，。]){0,9}：$"
)
_SEPARATORS = frozenset("、，")
_LONGEST_GAP = 40
"""Characters between two people of one roll: a post and a name that was not recognised."""
_STRANGE_POST = re.compile(r"(?:、|以及|及)(?:来自[^，。、；]{1,10}的)?[\u4e00-\u9fff]{0,10}")
"""A post that no list knows (、民宿经营者), or the strange beginning of a name."""
_REMARK = re.compile(r"（[^（）。]{1,14}）")
"""What is said of a person in brackets behind the name: （女，回族）, （挂职）."""
_THERE = re.compile(r"在[\u4e00-\u9fff]的")
"""和在京的领导."""
_TELLS = re.compile(r"为|是|任|[由对向把将被让在]|[\u4e00-\u9fff]了")
_UNNAMED_TOO = re.compile(
    r"(?:同志)?(?:和|及|以及|等)[^，。；]{0,16}(?:领导|同志|负责人|人员|代表|委员)，[^。；]{0,60}$"
)
"""甲和市里领导，模范乙: people of no name between those of one roll."""
_BEHIND_A_NAME = ("同志", "一行", "等", "教授", "院士", "博士", "少将", "中将", "上将", "大校")
_NEXT_BODY = re.compile(
    r"，[\u4e00-\u9fff]{2,16}(?:学院|医院|大学|公司|集团|中心|部队|支队|[局办厅委部院会组])"
)
"""甲、乙，云汀学院院长丙: the body of the next one of a roll."""
_JOINERS = frozenset("、，；和与及以 同")
_LONGEST_LEAD = 120
"""Characters of a clause before its subject; longer ones are no sentence of this genre."""
_AT_HAND = frozenset({"党和", "党和国家", "在家", "在家的", "在京", "在京的", "在校的", "在岗的"})
_OWN_BODY = ("校党", "校领导", "院党", "院领导", "厂党", "厂领导")
"""在家市领导, 在校党委常委: those who are not away; what stands behind is the subject."""
_BODY_BEFORE = re.compile(
    r"(?![\u4e00-\u9fff]*(?:任命|免去|选举|推选|提名|决定|接受|感谢|慰问|看望|邀请|会见|接见|介绍|聘请|来到|补选|欢迎|祝贺|选派|增补|递补))"
    r"(?!为)[\u4e00-\u9fff0-9]{1,24}(?:巡回|学习教育|实践活动|部队|专班|领导|任职|单位|集团|公司|中心|机关|支队|大队|医院|学院|大学|部门|办公室|委员会|[局办厅委部组县市区省镇乡校院所系])"
)
"""A body before a name, or before the post that is known: 县工作专班甲, 拟任职人员乙."""
_IN_CHARGE = re.compile(
    r"(?:[\u4e00-\u9fff0-9、“”（）]{2,60}(?:来自|不是)|[\u4e00-\u9fff0-9、“”（）]{0,60}(?:分管|主管|负责|联系))[^，。；]{1,16}的"
)
"""各省、自治区分管农业的负责同志甲: whose people they are is said at length before them."""
_LISTED_BODIES = re.compile(r"[\u4e00-\u9fff0-9A-Za-z（）“”、]{2,80}(?:和|、|以及|及)$")
_ACTION = re.compile(
    r"主持|出席|传达|听取|落实|贯彻|陪同|会见|学习(?!教育)|研究|部署|召开|来到|深入|参加|宣布|走进|看望|慰问|(?<!全权)(?<!首席)代表|[在对向就与]"
)


def subject_groups(
    text: str,
    start: int,
    clauses: Sequence[int],
    begins: Sequence[int],
    ends: Sequence[int],
    inside: Sequence[int],
) -> list[list[int]]:
    """Coordinated subjects of a sentence; people named as objects belong to no group.

    ``clauses`` are the places where the clauses of the paragraph begin.
    """
    groups: list[list[int]] = []
    previous: int | None = None
    for i in inside:
        joined = previous is not None and _coordinated(text, ends[previous], begins[i])
        if joined and groups and groups[-1][-1] == previous:
            groups[-1].append(i)
        elif not joined and _is_subject(text, start, begins[i], clauses):
            groups.append([i])
        previous = i
    return groups


def with_their_rolls(
    text: str, groups: Sequence[list[int]], begins: Sequence[int], ends: Sequence[int]
) -> list[list[int]]:
    """甲，各单位人员；乙参加会议: people before others of whom no verb is told do what those do."""
    rolls: list[list[int]] = []
    for group in groups:
        if rolls:
            gap = text[ends[rolls[-1][-1]] : begins[group[0]]]
            if ("；" in gap or _UNNAMED_TOO.match(gap) or _NEXT_BODY.fullmatch(gap)) and not (
                VERBS.search(gap) or UTTERANCE.search(gap) or _TELLS.search(_THERE.sub("", gap))
            ):
                rolls[-1] += group
                continue
        rolls.append([*group])
    return rolls


def _coordinated(text: str, start: int, end: int) -> bool:
    """Nothing but separators between two people, or one more whom no rule recognised."""
    gap = _REMARK.sub("", text[start:end])
    if (
        gap[:1] in _SEPARATORS
        and gap[-1:] in _SEPARATORS
        and len(gap) <= _LONGEST_GAP
        and not _ACTION.search(gap)
        and not VERBS.search(gap)
    ):
        return True
    if _STRANGE_POST.fullmatch(gap) and not _ACTION.search(gap) and not VERBS.search(gap):
        return True
    for word in _BEHIND_A_NAME:
        gap = gap.removeprefix(word)
    return all(character in _JOINERS for character in gap)


def _is_subject(text: str, sentence: int, begin: int, clauses: Sequence[int]) -> bool:
    clause = clauses[bisect_right(clauses, begin) - 1]
    at = min(begin, max(sentence, begin - _LONGEST_LEAD, clause))
    if LISTED.search(text, max(sentence, begin - 24), begin):
        return True
    matched = _ADVERBIAL.match(text, at, begin)
    if matched is None or matched.end() == begin:
        return True
    rest = text[matched.end() : begin]
    if rest in _AT_HAND or (rest == "在" and text.startswith(_OWN_BODY, begin)):
        return True
    if rest.endswith("党的") and not (_ACTION.search(rest) or VERBS.search(rest)):
        # 公司党的群众路线教育实践活动督导组成员甲
        return True
    if _LISTED_BODIES.fullmatch(rest) and not _ACTION.search(rest):
        return True
    if _BODY_BEFORE.fullmatch(rest) and not (_ACTION.search(rest) or VERBS.search(rest)):
        return True
    if _IN_CHARGE.fullmatch(rest):
        return True
    return begin > sentence and text[begin - 1] == "由"
