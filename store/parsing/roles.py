"""角色: what a sentence says that its people did."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.model import ArticleKind, Role
from store.parsing.names import Mention
from store.parsing.role_limits import at_a_meeting, is_owned_speech, is_spoken_of
from store.parsing.titles import PrintedTitle

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
        r"担任[^，。；]{0,6}执行主席|主持(?!人|词|制定|制订|修订|编|研制|设计|[^，。；召会]{0,8}工作(?![^，。]{0,10}会))",
    ),
    ("guided", r"(?:到会|莅会|莅临|出席|亲临|现场)[^，。]{0,4}指导"),
    ("observed", r"旁听(?!席|人|证)|列席(?!人[士员]|证书|代表|单位)"),
    ("conveyed", r"传达(?!室)|宣读|领学"),
    (
        "deployed",
        r"(?<!工)(?:作|作了|做|做了|进行|进行了)(?!出)[^，。；]{0,12}?(?:部署|安排)|安排部署|部署安排|(?<!决策)(?<!工作)(?<!安排)部署(?=了|安排|下一步|下步|当前|近期|重点|今年|明年|我[省市县区校])|对[^，。；]{2,30}(?:部署|安排)$",
    ),
    (
        "reported",
        r"(?<!听取)(?<!听取了)(?<!取工作)(?:(?<!工)作了?[^，。；]{0,10})?(?<!宣读)(?<!的工作)(?:汇报|通报)(?!会)|(?<![工所])(?:作|作了|做|做了)[^，。；]{0,30}?(?:情况(?:的)?报告(?!会)|说明)|进行了?(?:专题|工作)?报告(?!会)|(?<![作做的中出该各份听审告宣])报告(?=了|[12]\d{3}年)|述职|述责|述廉",
    ),
    (
        "spoke",
        r"讲(?:了)?话(?!精神|要求|和|、|稿|中|的|时)|发言(?!人|权|稿)|致辞|致词|(?<![工所])(?:作|作了|做|做了)(?!的)[^，。；]{0,24}?(?:报告(?!会)|总结|辅导|授课|宣讲|动员|讲解|讲座|点评|党课|交流|解读|介绍|推介|分享|回应|答复|致词|检查)|进行了?(?:再次|专题|详细|系统|现场|集中|业务)?(?:动员|讲解|解读|宣讲|点评|授课|辅导|强调|发言|解析)(?!会)|(?<![督导查察视核])反馈(?=了|督导|督查|巡[视察]|考核|意见|有关|情况)|(?<!工)[作做]了?题为|介绍(?!人|信)|解读|培训(?=。|，|$)|书面交流|诉说|畅谈|谈了|领誓|布置(?=了|工作)|讲(?:授)?[^，。；]{0,8}党课|授课|点评|总结讲话|提(?:出)?[^，。；]{0,12}(?:要求|意见)",
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
_UTTERANCE = re.compile(
    r"强调|建议(?=[，：]|$)|指出|要求|表示|(?:他|她)?说(?=[，：。“]|$|道)|认为|提出(?!了?[^，。；]{0,12}(?:要求|意见))|介绍说|：$"
)
_LABELLED = re.compile("：$")
"""甲： before what he says; where nobody took part in anything, 甲强调 only quotes him."""
_PATTERN = re.compile("|".join(f"(?P<{role}>{pattern})" for role, pattern in _VERBS))
_ROLES: dict[str, Role] = {role: role for role, _ in _VERBS}
"""The role that each group of the pattern stands for."""
_SENTENCE = re.compile(r"[^。！？\n]+[。！？\n]?")
_NOUNS: frozenset[Role] = frozenset({"spoke", "deployed", "reported"})
"""Roles whose words are nouns too: 讲话, 部署, 汇报 may be another's."""
_CLAUSE_BREAK = re.compile(r"[，；：。！？（）“”\n—]|(?<=[\u4e00-\u9fff])\.(?=[\u4e00-\u9fff])")
_ADVERBIAL = re.compile(
    r"(?:会上|会前|会后|会议期间|会议开始前|期间|随后|之后|其间|当日|当天|日前|近日|今天|昨天|今日|昨日|首先|最后|同时|其中|此前|接着|紧接着|"
    r"\d{4}年|\d{1,2}月|\d{1,2}日|上午|下午|晚上|晚间|晚|凌晨|中午|早上|连日来|[^，。；]{0,16}(?:后|时|期间|之际)|"
    r"(?:在|于)[^，。；]{1,30}(?:上|中|时|期间|召开|会场|现场|里)|受[^，。；]{1,30}委托|原标题|会议(?=由)|仪式(?=由)|活动(?=由)|据(?:悉|了解)?|[①-⑳]|\d{1,2}\.|由|和|与|及|以及|并|、|\s)*"
)
_LISTED = re.compile(r"(?:[有是]|包括)：?$|(?:出席|参加|参会|列席)[^，。]{0,9}：$")
_HEADER = re.compile(
    r"(?:出席|参加|列席|参会|到会|陪同|就[坐座])[^，。；：]{0,14}的?(?:领导|同志|人员|嘉宾|外宾|来宾|客人)?(?:，?还)?，?(?:有|是|包括)(?!关)"
)
"""出席会议的有, 在主席台就座的还有: what stands before the people who did so."""
_DIRECT = re.compile(
    r"(?:分别|先后|依次)?(?:主持|传达|宣读|宣布|致辞|发言|汇报|通报|受|[作做]了?|(?:就|围绕|对)[^，。；]{1,30}[作做])"
)
"""A predicate that a comma parts from its subject: 总指挥甲，主持召开会议."""
_SEPARATORS = frozenset("、，")
_LONGEST_GAP = 40
"""Characters between two people of one roll: a post and a name that was not recognised."""
_STRANGE_POST = re.compile(r"(?:、|以及|及)(?:来自[^，。、；]{1,10}的)?[\u4e00-\u9fff]{0,10}")
"""A post that no list knows (、民宿经营者), or the strange beginning of a name."""
_REMARK = re.compile(r"（[^（）。]{1,14}）")
"""What is said of a person in brackets behind the name: （女，回族）, （挂职）."""
_TELLS = re.compile(r"为|是|任|[由对向把将被让在]|[\u4e00-\u9fff]了")
_JOINERS = frozenset("、，；和与及以 同")
_NEW_SUBJECT = re.compile(
    r"^(?!并|且|还)(?:会议|会上|全会|各|有关|相关|[\u4e00-\u9fff]{0,20}(?:书记|[省市县区局厅处部校院所组会秘]长|主任|主席|经理)[\u4e00-\u9fff]{2,3}(?:[传宣通汇解作主出参分]|就|对|在)|市[^，]{0,10}(?:负责|同志)|省[^，]{0,10}(?:负责|同志)|[^，。]{2,24}(?:负责人|负责同志|同志|代表|单位|部门|人员|领导班子成员|委员会|公司|大学|学院|厅|局|委|市|县|区|镇|乡|村)(?:分别|依次|先后|作|在|参加|出席|列席|汇报))"
)

_UNNAMED = re.compile(
    r"^(?:等)?(?:[^，。；]{0,24}(?:同志|领导|负责人|人员|成员|代表|嘉宾))?(?:及|以及|和)?$"
)
_SHARED_VERB = re.compile(r"就[座坐]|出席|参加|列席|参会|到会|陪同|在[^，。；]{0,14}会场|发言|汇报")
"""What a roll ends with after people that it does not name."""
_GOES_ON = re.compile(r"^(?:并|且|还|同时)|讲话(?!精神)|强调|指出|要求|致辞|发言")
"""After 主持召开 the clauses tell what the meeting did, unless they say that its chair went on."""
_SPEECH_BEGINS = re.compile(r"(?:强调|指出|要求|表示|说|认为|提出)$")
"""After these words the clauses are what was said, not what was done."""
_IN_A_REPORT = re.compile(r"(?:在[^，。；]{0,8})?汇报(?:中|时|工作时|情况时|说)")
"""甲在汇报中说: that is the report, not another speech."""
_PARTICULARS = re.compile(r"：\s?(?:男|女|汉族|\d)")
"""甲：男，汉族: a list of candidates, not a dialogue."""
_PRONOUN = re.compile(r"[他她](?:说|宣布|强调|指出|表示|要求|认为|提出|希望)")
_LONGEST_LEAD = 120
"""Characters of a clause before its subject; longer ones are no sentence of this genre."""
_INSTRUCTED = re.compile(
    r"作出[^，。；]{0,8}(?:指示|批示|部署)|在[^，。；]{0,8}(?:批示|贺信|来信)中|发来(?:贺信|贺电)|致信"
)
"""Leaders who were not in the room: what they wrote is quoted."""
_AT_HAND = frozenset({"在家", "在家的", "在京", "在京的", "在校的", "在岗的"})
_OWN_BODY = ("校党", "校领导", "院党", "院领导", "厂党", "厂领导")
"""在家市领导, 在校党委常委: those who are not away; what stands behind is the subject."""
_INTRODUCES = re.compile("介绍")
"""Who 介绍 the state of things reports; a chair or main speaker who also does so, speaks."""
_DEED = re.compile(r"(?:[作做]|进行)了")
_MEETS = re.compile(r"会见(?!厅)|接见|会谈")
_SENTENCE_PART = re.compile(r"[。；：！？]")
_HEARING = re.compile("听取")
_OF_HIS = ("作的", "所作", "关于", "就")
"""Behind the one who is heard: up to the word for his report stands what it was about."""
_REPORT = re.compile(
    r"(?:的|工作|情况|所作)(?:[^，。；]{0,8})(?:汇报|报告|说明|介绍|通报)|汇报|介绍(?!信)"
)
_ACTION_OF_CHAIR = re.compile(r"主持|出席|强调|指出|要求|讲话|参加")
_LONGEST_REPORT = 120
"""Characters between a name and the word for the report it gave."""
_BODY_BEFORE = re.compile(
    r"(?![\u4e00-\u9fff]*(?:任命|免去|选举|推选|提名|决定|接受|感谢|慰问|看望|邀请|会见|接见|介绍|聘请|来到|补选|欢迎|祝贺|选派|增补|递补))"
    r"(?!为)[\u4e00-\u9fff]{1,12}(?:专班|领导|任职|单位|集团|公司|中心|机关|支队|大队|医院|学院|大学|部门|办公室|委员会|[局办厅委部组县市区省镇乡])"
)
"""A body before a name, or before the post that is known: 县工作专班甲, 拟任职人员乙."""
_IN_CHARGE = re.compile(
    r"[\u4e00-\u9fff0-9、“”（）]{2,60}(?:分管|主管|负责|联系|来自|不是)[^，。；]{1,16}的"
)
"""各省、自治区分管农业的负责同志甲: whose people they are is said at length before them."""
_LISTED_BODIES = re.compile(r"[\u4e00-\u9fff0-9A-Za-z（）“”、]{2,80}(?:和|、|以及|及)$")
_ACTION = re.compile(
    r"主持|出席|传达|听取|落实|贯彻|陪同|会见|学习|研究|部署|召开|来到|深入|参加|宣布|走进|看望|慰问|代表|[在对向就与]"
)


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


def roles_in(
    text: str,
    mentions: Sequence[Mention],
    titles: Sequence[PrintedTitle | None],
    kind: ArticleKind,
    *,
    headline: bool,
    quoted: bool = False,
) -> Iterator[Acted]:
    """The roles that one paragraph gives to the people it mentions, in reading order.

    ``quoted`` says that what people say there was said elsewhere: nobody speaks.
    """
    begins = [
        title.start if title and not title.shared and not title.after else mention.start
        for mention, title in zip(mentions, titles, strict=True)
    ]
    ends = [
        title.end if title and title.after else mention.end
        for mention, title in zip(mentions, titles, strict=True)
    ]
    clauses = [0, *(mark.end() for mark in _CLAUSE_BREAK.finditer(text))] if mentions else []
    speaker: Mention | None = None
    at = 0
    for start, end in _sentences(text, headline=headline):
        said = _PRONOUN.match(text, start, end)
        if said and speaker and kind != "visit":
            yield Acted(speaker, "spoke", said.start(), said.end())
        inside = []
        while at < len(mentions) and mentions[at].start < end:
            inside.append(at)
            at += 1
        yield from _heard(text, mentions, inside, start, end)
        yield from _attending(text, mentions, inside, start, end)
        if kind == "talks":
            yield from _received(text, mentions, inside, start, end)
        groups = _subject_groups(text, start, clauses, begins, ends, inside)
        for index, group in enumerate(_rolls(text, groups, begins, ends)):
            last = mentions[group[-1]]
            stop = next((begins[g[0]] for g in groups if g[0] > group[-1]), end)
            if is_spoken_of(text, start, begins[group[0]], last.end, headline=headline):
                continue
            listed = _LISTED.search(text, max(start, begins[group[0]] - 24), begins[group[0]])
            if index == 0:
                speaker = mentions[group[0]]
            yield from _acted(text, mentions, group, last.end, stop, kind, quoted=quoted)
            if listed and not _PATTERN.search(text, last.end, stop):
                yield from _listed(text, mentions, group, start, begins[group[0]])


def _heard(
    text: str, mentions: Sequence[Mention], inside: Sequence[int], start: int, end: int
) -> Iterator[Acted]:
    """会议听取了甲关于…的汇报: the one who is heard reported."""
    heard = _HEARING.search(text, start, end)
    if not heard:
        return
    topic = heard.end()
    for i in inside:
        if mentions[i].start < topic:
            continue
        report = _REPORT.search(text, mentions[i].end, min(end, mentions[i].end + _LONGEST_REPORT))
        if report and not _ACTION_OF_CHAIR.search(text, heard.end(), report.start()):
            yield Acted(mentions[i], "reported", report.start(), report.end())
            if text.startswith(_OF_HIS, mentions[i].end):
                topic = report.end()


def _attending(
    text: str, mentions: Sequence[Mention], inside: Sequence[int], start: int, end: int
) -> Iterator[Acted]:
    """出席会议的有…: everyone whom the sentence names behind that, up to its next verb."""
    header = _HEADER.search(text, start, end)
    if not header:
        return
    verb = _PATTERN.search(text, header.start(), header.end())
    role = _ROLES[verb.lastgroup or ""] if verb else "attended"
    for i in inside:
        if mentions[i].start >= header.end() and not _PATTERN.search(
            text, header.end(), mentions[i].start
        ):
            yield Acted(mentions[i], role, header.start(), header.end())


def _received(
    text: str, mentions: Sequence[Mention], inside: Sequence[int], start: int, end: int
) -> Iterator[Acted]:
    """甲会见了乙一行: both were there."""
    met = _MEETS.search(text, start, end)
    if not met:
        return
    for i in inside:
        far = min(met.end(), mentions[i].end), max(met.start(), mentions[i].start)
        if not _SENTENCE_PART.search(text, *far):
            yield Acted(mentions[i], "attended", met.start(), met.end())


def _sentences(text: str, *, headline: bool) -> Iterator[tuple[int, int]]:
    if headline:
        yield from (match.span() for match in re.finditer(r"\S+", text))
        return
    yield from (match.span() for match in _SENTENCE.finditer(text))


def _subject_groups(
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


def _rolls(
    text: str, groups: Sequence[list[int]], begins: Sequence[int], ends: Sequence[int]
) -> list[list[int]]:
    """甲，各单位人员；乙参加会议: people before others of whom no verb is told do what those do."""
    rolls: list[list[int]] = []
    for group in groups:
        if rolls:
            gap = text[ends[rolls[-1][-1]] : begins[group[0]]]
            if "；" in gap and not (
                _PATTERN.search(gap) or _UTTERANCE.search(gap) or _TELLS.search(gap)
            ):
                rolls[-1] = [*rolls[-1], *group]
                continue
        rolls.append(group)
    return rolls


def _coordinated(text: str, start: int, end: int) -> bool:
    """Nothing but separators between two people, or one more whom no rule recognised."""
    gap = _REMARK.sub("", text[start:end])
    if (
        gap[:1] in _SEPARATORS
        and gap[-1:] in _SEPARATORS
        and len(gap) <= _LONGEST_GAP
        and not _ACTION.search(gap)
        and not _PATTERN.search(gap)
    ):
        return True
    if _STRANGE_POST.fullmatch(gap) and not _ACTION.search(gap) and not _PATTERN.search(gap):
        return True
    for word in ("同志", "一行", "等", "教授", "院士"):
        gap = gap.removeprefix(word)
    return all(character in _JOINERS for character in gap)


def _is_subject(text: str, sentence: int, begin: int, clauses: Sequence[int]) -> bool:
    clause = clauses[bisect_right(clauses, begin) - 1]
    at = min(begin, max(sentence, begin - _LONGEST_LEAD, clause))
    if _LISTED.search(text, max(sentence, begin - 24), begin):
        return True
    matched = _ADVERBIAL.match(text, at, begin)
    if matched is None or matched.end() == begin:
        return True
    rest = text[matched.end() : begin]
    if rest in _AT_HAND or (rest == "在" and text.startswith(_OWN_BODY, begin)):
        return True
    if _LISTED_BODIES.fullmatch(rest) and not _ACTION.search(rest):
        return True
    if _BODY_BEFORE.fullmatch(rest) and not (_ACTION.search(rest) or _PATTERN.search(rest)):
        return True
    if _IN_CHARGE.fullmatch(rest):
        return True
    return begin > sentence and text[begin - 1] == "由"


def _acted(
    text: str,
    mentions: Sequence[Mention],
    group: Sequence[int],
    start: int,
    stop: int,
    kind: ArticleKind,
    *,
    quoted: bool,
) -> Iterator[Acted]:
    for a, b in _predicate(text, start, stop):
        if _INSTRUCTED.search(text, a, b):
            return
        for role, x, y in _verbs(text, a, b, kind, quoted=quoted):
            for i in group:
                yield Acted(mentions[i], role, x, y, weak=_INTRODUCES.match(text, x) is not None)


def _predicate(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The clauses that still speak of the same subject: up to one that names another.

    A subject without a predicate yet is a roll: 甲、乙，各县负责同志参加会议.
    """
    at, first, waiting, convened = start, True, False, False
    while at < stop:
        end = at
        while end < stop and text[end] not in "，；。！？：":
            end += 1
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


def _names_only(clause: str) -> bool:
    """Nothing but 等, 同志 or further people of no name stands before the comma."""
    return not clause or bool(_UNNAMED.match(clause))


def _verbs(
    text: str, start: int, end: int, kind: ArticleKind, *, quoted: bool
) -> Iterator[tuple[Role, int, int]]:
    for match in _PATTERN.finditer(text, start, end):
        role = _ROLES[match.lastgroup or ""]
        if role == "visited" and kind == "meeting" and at_a_meeting(text, start, match, end):
            continue
        if kind != "talks" and match.group() == "介绍":
            # 甲介绍，… only names who says it
            if kind in ("meeting", "ceremony") and text[match.end() : end].strip("了"):
                yield "reported", match.start(), match.end()
            continue
        if role in _NOUNS and (
            _said_of_another(text, start, match.start()) or is_owned_speech(text, start, match)
        ):
            continue
        yield role, match.start(), match.end()
    utterance = _LABELLED if quoted else _UTTERANCE
    said = utterance.search(text, start, end) if kind != "visit" else None
    if said and not _IN_A_REPORT.search(text, start, said.end()):
        yield "spoke", said.start(), said.end()


def _said_of_another(text: str, start: int, at: int) -> bool:
    """落实…部署, 听取…汇报, 学习…讲话: the noun belongs to someone else; 作了部署 is a deed."""
    if _DEED.match(text, at) or text.startswith(("就", "围绕"), start):
        return False
    before = text[max(start, at - 24) : at]
    return bool(
        re.search(r"(?:落实|贯彻|按照|根据|听取|学习|传达了?|宣读了?)[^，。；]*$", before)
    ) and not before.endswith(("并", "和"))


def _listed(
    text: str, mentions: Sequence[Mention], group: Sequence[int], start: int, stop: int
) -> Iterator[Acted]:
    """出席会议的有：… puts the verb before the names."""
    for match in _PATTERN.finditer(text, start, stop):
        if match.lastgroup in {"attended", "observed", "accompanied", "signed"}:
            role = _ROLES[match.lastgroup]
            for i in group:
                yield Acted(mentions[i], role, match.start(), match.end())
