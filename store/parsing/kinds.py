"""What a report is about: a meeting, a visit, talks, a ceremony; or none of them.

A text is given an event only when it reports one. Speeches, rules, novels, memoirs, essays and
templates use the same phrases, so they are looked for first.
"""

import re
from collections.abc import Sequence
from typing import Literal

from store.model import Paragraph
from store.parsing.report import HEADLINE_KINDS

Deed = Literal["visit", "talks", "ceremony"]

_SPEECH_TITLE = re.compile(
    r"(?:上的|的)(?:讲话|致辞|发言|报告|演讲|主持词|总结讲话)(?:（[^）]*）)?$|主持词|讲话稿|发言稿|发言材料|演讲稿|致辞全文|讲话全文"
)
_SPEECH_OPENING = re.compile(
    r"^[^。]{0,60}(?:同志们|各位代表|各位委员|各位领导|各位来宾|女士们|尊敬的|朋友们)[：，！、]"
    r"|(?:今天|这次|现在)[，]?我们(?:在这里)?(?:召开|举行|隆重)|现在开会|我(?:先|再)?讲[^，。]{1,6}(?:点|个方面|条)|下面，我|我谈几点|我宣布"
)
_RULES_TITLE = re.compile(
    r"(?:规则|办法|条例|制度|细则|规定|章程|通知|意见|决定|公告|通告|方案|规划|提纲|须知|公约|职责|预案|指南|白皮书|大事记|目录)(?:（[^）]*）)?$"
)
_RULE = re.compile(r"^第[一二三四五六七八九十百\d]+[条章节]")
_REPORTS = re.compile(r"日[^。；]{0,80}(?:召开|举行|举办|调研|考察|会见|会谈)")
"""An opening that reports: portals put reports under titles of other texts."""
_CHAPTER = re.compile(r"第[一二三四五六七八九十百千\d]+[章回](?:[ 　：:]|$|节)|（第\d+页）")
_DIALOGUE = re.compile(
    r"(?:道|说道|笑道|问道|喊道|叹道)[，：]?“|”[^，。“”]{1,10}(?:笑着|说道|问道|点点头)"
)
_TEMPLATE = re.compile(
    r"[×]{2,}|(?:[xX]{2,}|某某)(?:市|县|局|同志|单位|年|月|会|书记|省|区|学校|公司|乡|镇|村|部门|领导)|某某某|_{3,}|（姓名）|（单位）|\[[^\]]{1,8}\]年"
)
_FIRST_PERSON = re.compile(
    r"(?<!自)我(?!国|省|市|县|区|校|院|局|军|党|们|州|镇|乡|旗|部|厅|台|社|报|司|集团|方|委|处|办|行|所|站|盟|公司|会|系|馆|村|疆)"
)
_INSTRUCTION = re.compile(
    r"(?:作出|做出)(?:重要|专门)?(?:指示|批示)|致(?:信|电)?[^，。]{0,12}(?:贺信|贺电)|(?:重要)?(?:指示|批示)强调|致贺"
)
_BRIEFING = re.compile(
    r"新闻(?:发布|通气)会|记者会|媒体(?:见面|吹风|通气)会|媒体见面会|答记者问|接受[^，。]{0,12}采访|专访"
)
_FAIR = re.compile(
    r"(?:论坛|博览会|交易会|洽谈会|展览会|运动会|联赛|锦标赛|常规赛|晚会|音乐会|招聘会|双选会|学术会议|学术年会|学术大会|研究会|峰会|主题活动)|学术|(?<![科教开])学(?:大会|年会)$"
)
_DEFINITION = re.compile(r"^[“\"][^”\"]{2,16}[”\"](?:即|是指|指的是|指)")
_BOX_TITLE = re.compile(r"(?:内容|解读|名词解释|链接|释义|资料|背景|小知识|知识点)[：:]?$")
_DAY_FIRST = re.compile(r"^(?:\d{1,2}月|\x01|\d{4}年)")
_BULLET = re.compile(r"^(?:[-•●·▪◆]|\d{1,2}[.、)）]|[①-⑳]|题目|[A-D][.、])")

_LINK = re.compile(r"[^。]{6,80}[ \[（]+\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\]）]?")
_LEAST_LINKS = 3

_DEEDS: tuple[tuple[Deed, re.Pattern[str]], ...] = (
    ("talks", re.compile(r"会见(?!传媒|记者|媒体)|会谈|接见|拜会|座谈交流|工作洽谈|举行洽谈|举行座谈|[与同和][^，。 ]{2,40}座谈(?!会)")),
    ("ceremony", re.compile(r"(?:签约|揭牌|开工|奠基|启动|开幕|颁奖|授牌|竣工|通车|落成|揭幕|剪彩|升旗|入列|交付|开班|首发|投运|开馆|宣誓|敬献花篮|捐赠)(?:仪式|活动|典礼|式)|仪式|剪彩|集中开工")),
    ("visit", re.compile(r"调研|考察|视察|慰问|看望|走访|督导(?!组|员|意见|室)|督查(?!组|室)|(?<!纪律)检查(?!站|组|点|委|院)|暗访|巡查|巡河|察看|查看|下访|接访|指导工作")),
)  # fmt: skip
_VISIT_VERB = re.compile(
    r"(?:到|赴|来到|深入|前往|走进|在|率队|率|带队|带领|一行|先后|分别|实地|专题|现场|集中)[^，。；]{0,44}?(?:调研|考察|视察|慰问|看望|走访|督导|督查|检查|暗访|巡查|察看|查看|调查研究)"
    r"|(?:深入|来到|走进|前往|到|赴)[^，。；]{2,40}，(?:实地|专题|现场|就[^，。；]{1,20})?(?:调研|考察|视察|检查|督导|督查|慰问|看望|走访|察看|查看)"
    r"|^[^，。；]{2,40}?(?:调研|考察|视察|慰问|看望|走访|检查)[^，。；会]{2,40}(?:工作|情况|企业|群众|职工|项目|学校|现场|人员|一线)"
)
_TALKS_VERB = re.compile(
    r"会见了?(?!传媒|记者|媒体)[^，。；]{2,}|(?:与|同|和)[^，。；]{2,60}(?:会谈|座谈(?!会)|洽谈)"
)
_CEREMONY_VERB = re.compile(
    r"(?:仪式|典礼|开班式|开学典礼)[^，。；]{0,24}(?:举行|举办)|(?:举行|举办|出席)[^，。；]{0,40}(?:仪式|典礼|开班式)|开工建设|正式通车|(?:共同)?为[^，。；]{2,30}揭牌"
)


def no_report(paragraphs: Sequence[Paragraph], plain: Sequence[str]) -> bool:
    """Whether the text is a speech, a rule, a template, fiction, a briefing or a digest."""
    title = [t.strip() for t, p in zip(plain, paragraphs, strict=True) if p.kind in HEADLINE_KINDS]
    texts = [
        t.strip() for t, p in zip(plain, paragraphs, strict=True) if p.kind in ("text", "heading")
    ]
    opening = " ".join(texts[:3])[:300]
    return (
        any(_SPEECH_TITLE.search(line) for line in title)
        or (any(_RULES_TITLE.search(line) for line in title) and not _REPORTS.search(opening))
        or any(_CHAPTER.search(line) for line in (*title, *texts[:3]))
        or any(_BRIEFING.search(line) or _INSTRUCTION.search(line) for line in title)
        or _SPEECH_OPENING.search(opening) is not None
        or _TEMPLATE.search(" ".join((*title, opening))) is not None
        or _is_list(texts)
        or _is_list_of_links([*title, *texts])
        or _is_story(texts)
    )


def _is_list(texts: Sequence[str]) -> bool:
    """Rules by article, a chronicle by day, a digest or a quiz by bullets."""
    rules = sum(1 for text in texts if _RULE.match(text))
    days = sum(1 for text in texts if _DAY_FIRST.match(text))
    bullets = sum(1 for text in texts if _BULLET.match(text) and len(text) < 200)
    return rules >= 3 or days >= max(5, len(texts) // 2) or bullets >= max(6, (len(texts) * 2) // 5)


def _is_list_of_links(lines: Sequence[str]) -> bool:
    """The page of a column: titles of other reports, each with its day behind it."""
    links = sum(1 for line in lines if _LINK.fullmatch(line))
    return links >= max(_LEAST_LINKS, len(lines) // 2)


def _is_story(texts: Sequence[str]) -> bool:
    """Fiction by its dialogue, memoirs and essays by an author who says I."""
    start = "".join(texts)[:800]
    outside = re.sub(r"“[^”]{0,200}”", "", start)
    return len(_DIALOGUE.findall(start)) >= 2 or len(_FIRST_PERSON.findall(outside)) >= 4


def is_notice(paragraphs: Sequence[Paragraph], plain: Sequence[str]) -> bool:
    """Whether the text is a box that explains shorthand: “三统筹”即…."""
    texts = [
        t.strip() for t, p in zip(plain, paragraphs, strict=True) if p.kind == "text" and t.strip()
    ]
    title = [
        t.strip()
        for t, p in zip(plain, paragraphs, strict=True)
        if p.kind in (*HEADLINE_KINDS, "heading")
    ]
    defined = sum(1 for text in texts if _DEFINITION.match(text))
    boxed = any(_BOX_TITLE.search(line) for line in title)
    return bool(texts) and (2 * defined > len(texts) or (boxed and defined > 0))


def deed_in_headline(masked: str) -> tuple[int, Deed] | None:
    """The first visit, talks or ceremony that a headline line names, and where."""
    found = [(m.start(), deed) for deed, pattern in _DEEDS if (m := pattern.search(masked))]
    return min(found, default=None)


def deed_in_lead(masked: str) -> tuple[int, Deed] | None:
    """The first visit, talks or ceremony that the opening sentences report, and where."""
    patterns: tuple[tuple[Deed, re.Pattern[str]], ...] = (
        ("talks", _TALKS_VERB), ("ceremony", _CEREMONY_VERB), ("visit", _VISIT_VERB),
    )  # fmt: skip
    found = [(m.start(), deed) for deed, pattern in patterns if (m := pattern.search(masked))]
    return min(found, default=None)


def is_public_show(text: str) -> bool:
    """Whether a name is that of a fair, a forum, a match or a briefing, not of a meeting."""
    return _FAIR.search(text) is not None or _BRIEFING.search(text) is not None
