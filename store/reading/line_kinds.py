"""What one cleaned line is: a caption, a line of metadata, a jump, or plain text."""

import re
from typing import Literal

from store.lexicon.loader import load
from store.reading.archive_lines import PAGE_MARK
from store.reading.boilerplate import is_breadcrumb
from store.reading.characters import simplified

_LONGEST_META = 160
_LONGEST_CAPTION = 260

_JUMP_BODY = (
    r"[（(【\[〔]?\s*(?:下转|上接|紧接|转|接)\s*第?\s*[0-9０-９一二三四五六七八九十A-DＡ-Ｄ]{1,4}"
    r"\s*版[^。，,）)】\]〕\n]{0,12}[）)】\]〕]?"
)
_JUMP = re.compile(_JUMP_BODY + "$")
_JUMP_AT_END = re.compile(
    r"[（(【\[〔]\s*(?:下转|紧接|转)[^（(）)]{0,20}版[^（(）)]{0,12}[）)】\]〕]$"
)

_DATE = r"\d{4}\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}\s?日?"
_TIME = r"(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)"
_DATE_LINE = re.compile(rf"[\[(（]?{_DATE}{_TIME}?(?:\s*星期.)?[\])）]?$")
_DATE_FIRST = re.compile(
    rf"[\[(（]?{_DATE}(?:{_TIME}|\s+|(?=来源|编辑|作者)|\s*[|｜])[^。，！？,]{{0,120}}$"
)
_DATED = re.compile(rf"{_DATE}")
_DATE_LAST = re.compile(rf"[^。，！？,]{{1,40}}[\s(（]{_DATE}(?:{_TIME}(?:\s+\d{{1,6}})?)?[)）]?$")
# under the title: whose page it is, the day or the minute, who wrote it or where it was posted
_UNDER_TITLE = re.compile(
    rf"[^。，！？；,;]{{1,40}}\s{_DATE}(?P<time>{_TIME})?\s+(?P<rest>[^。，！？；,;]{{1,80}})$"
)
_LABELS = (
    r"来\s*源|来自|发布(?=\s*[:：]\s*\d)|稿件来源|信息来源|文章来源|新闻来源|图片来源|作\s*者|编\s*辑|责任编辑|责\s*编|本期编辑"
    r"|视频编辑|文字编辑|网络编辑|编审|审\s*核|审\s*校|校\s*对|监\s*制|终\s*审|初\s*审|复\s*审|一审|二审|三审"
    r"|图文|文/图|图/文|文图|图\s*片|摄\s*影|撰\s*稿\s*人?|供\s*稿\s*人?|供稿单位|投稿人?|签\s*发|发稿(?:时间|日期)?|录\s*入"
    r"|(?:发布|发表|更新|刊发|成文|发文)(?:时间|日期|人|者|机构|单位|机关|部门)|发布开发区"
    r"|本文字数|日\s*期|时\s*间|通讯员|记\s*者|原载|出处|分\s*类|标\s*签|语\s*言|学校|栏目|版次|版面|公开方式|公开范围|发布机构|生成日期|索\s*引\s*号|文\s*号"
)
_LABELLED = re.compile(rf"[\[(（【■●•·]?\s*(?:{_LABELS})\s*[:：/|｜丨](?!//)")
_LABEL_INSIDE = re.compile(rf"(?:{_LABELS})\s*[:：]")
_MASTHEAD = re.compile(
    rf"《?[一-鿿·]{{2,12}}(?:报|網|网|刊)》?\s*{_DATE}\s*(?:星期.|周.)?\s*(?:第?\s*[\dA-Z]{{1,3}}\s*版\s*\S{{0,10}})?$"
)
_POSTED = re.compile(rf"\S{{1,20}}\s*发表于\s*[:：]?\s*{_DATE}")
_TABLE = re.compile(
    r"(?:索\s*引\s*号|公开方式|发布机构|发文机关|组配分类|主题分类|成文日期|信息分类)[^|｜]{0,10}[|｜]"
)
_PAGE_HEAD = re.compile(r"第?\s?[\dA-Z一二三四五六七八九十]{1,4}\s?版\s?[:：][^。，]{0,40}$")
_REPORTERS = re.compile(
    r"[■●◆□▲（(]?\s*(?:本报|本网|本台|本刊|首席|全媒体|融媒体?|见习|实习|特约|[一-鿿·]{2,8}(?:日报|晚报|新闻网|报|网|社|台|客户端|在线))*"
    r"\s*(?:记 ?者|通 ?讯 ?员|报道员)[\s:：/][^。，,]{1,50}[)）]?$"
)
_TOUCHING_LABELS = re.compile(
    r"(?:本报|首席|见习|全媒体)?(?:记者|通讯员)\s?(?P<one>[一-鿿])[一-鿿]{1,2}(?:[\s、][一-鿿]{2,3}){0,3}[\s、]?"
    r"(?:见习|实习|首席|特约)?(?:记者|通讯员|实习生)\s?(?P<other>[一-鿿])[一-鿿]{1,2}(?:[\s、][一-鿿]{2,3}){0,3}$"
)
_MARKED_NAMES = re.compile(r"[■●◆□▲]\s?(?P<first>[一-鿿]{2,3})(?:[\s、][一-鿿]{2,3}){0,3}$")
_NAMES_REPORT = re.compile(
    r"(?:[一-鿿·]{2,4}[\s、]+){1,4}(?:报道|摄影报道|文图|图文|供稿|编辑|整理)$"
)
_STAFF = re.compile(
    r"(?:(?:编辑|校对|责编|责任编辑|记者|通讯员|作者|摄影|审核|监制)\s+[一-鿿·]{2,5}(?:\s+|$)){1,4}$"
)
_WRITTEN_BY = re.compile(
    r"(?:撰文|文字?|图片?|编辑|作者|采写|整理)\s*[|｜/／丨]\s*\S{2,30}"
    r"|[（(](?:文/[图影摄]|[图影]/文)[\s:：][^，。]{2,24}[)）]$"
)
_SUPPLIED = re.compile(r"[（(][^（()）。]{1,40}(?:供稿|供图|报道组|宣传部)[)）]$")
_DATELINE = re.compile(
    r"(?:新华社|中新社|中新网|新华网|人民网|央视网|本报|本社)[一-鿿/／、]{0,12}"
    r"(?:\d{1,2}月)?\d{1,2}日(?:电|讯|消息)\s*(?:[（(][^（()）]{2,40}[)）])?$"
)
_PAPER = re.compile(
    r"[《]?[一-鿿·]{0,12}(?:日报|晚报|晨报|早报|时报|商报|都市报|青年报|法治报|电视报|新闻网|在线|融媒体?中心|融媒|电视台|广播电视台|客户端|"
    r"通讯社|新华社|新闻社|发布|政府网|人民网|新华网|央视网|党建网|日報|晚報)[》]?(?:微信公众号|客户端)?$"
)

_CAPTION_START = re.compile(
    r"(?:图为|圖為|上图|下图|左图|右图|图\s*[一二三四五六\d]\s*[:：为]|题图|资料图|[△▲▼↑↓]|[（(](?:上|下|左|右)?图)"
)
_CREDIT = re.compile(
    r"(?:(?<![拍航])[摄攝]|[摄攝]影|供图|资料图片?|图片来源\s*[:：/].{1,20}|(?:图|圖)\s*[/／|]\s*.{2,12})[。.]?\s*[)）】]?$"
)
_CREDIT_CHARS = frozenset("摄攝图圖片")
_CAPTION_FIRST = frozenset("图圖上下左右题资△▲▼↑↓（(")
_SCENE = re.compile(
    r"(?:^|[。.!！\s])(?:这|這|图|圖|此)?(?:是|为|為)?[^。，,、！!设設]{0,12}(?<![分主])"
    r"(?:现场|現場|会场|會場)[。.]?$"
)

LineKind = Literal["text", "caption", "meta", "jump"]


def kind_of(line: str) -> LineKind:
    """The kind of a line that is not boilerplate; anything unsure is text."""
    length = len(line)
    if length > _LONGEST_CAPTION:
        return "text"
    if length <= 30 and (_JUMP.match(line) or PAGE_MARK.match(line)):
        return "jump"
    if (length <= 70 or (length <= _LONGEST_META and line[-1] != "。")) and _is_meta(
        simplified(line)
    ):
        return "meta"
    return "caption" if is_caption(line) else "text"


def _is_meta(line: str) -> bool:
    """Whether a line in simplified characters states source, time, page or authors."""
    if line[0] in "0123456789[(（" and (_DATE_LINE.match(line) or _DATE_FIRST.match(line)):
        return True
    if "。" in line:
        return len(line) <= 70 and line[0] in "（(" and _SUPPLIED.match(line) is not None
    if _LABELLED.match(line):
        return not _CREDIT.search(line)
    if _PAGE_HEAD.match(line) or (is_breadcrumb(line) and _DATED.search(line)):
        return True
    if ("|" in line or "｜" in line) and _TABLE.search(line):
        return True
    if "发表于" in line and _POSTED.match(line):
        return True
    return len(line) <= 70 and _is_byline(line)


def _is_byline(line: str) -> bool:
    if _CREDIT.search(line):
        return False
    return bool(
        _REPORTERS.match(line)
        or _has_touching_labels(line)
        or _is_marked_name(line)
        or _NAMES_REPORT.match(line)
        or _STAFF.match(line)
        or _WRITTEN_BY.match(line)
        or _SUPPLIED.match(line)
        or _DATE_LAST.match(line)
        or _is_under_title(line)
        or _DATELINE.match(line)
        or _MASTHEAD.match(line)
        or (len(_LABEL_INSIDE.findall(line)) >= 2 and "，" not in line)
    )


def _is_under_title(line: str) -> bool:
    match = _UNDER_TITLE.match(line)
    return match is not None and bool(match["time"] or _LABEL_INSIDE.search(match["rest"]))


def _has_touching_labels(line: str) -> bool:
    """记者甲某通讯员乙某: what stands behind the labels begins with surnames."""
    match = _TOUCHING_LABELS.match(line)
    surnames = load().surnames
    return match is not None and (match["one"] in surnames or match["other"] in surnames)


def _is_marked_name(line: str) -> bool:
    """■甲某: a mark and nothing but names, the first of which is no word."""
    match = _MARKED_NAMES.match(line)
    if match is None:
        return False
    first, lexicon = match["first"], load()
    return first[0] in lexicon.surnames and first not in lexicon.words


def is_paper(line: str) -> bool:
    """Whether a line is nothing but the name of a paper, site or station."""
    return len(line) <= 20 and _PAPER.match(line) is not None


def is_caption(line: str) -> bool:
    """Whether a line describes a photo: 图为…, 这是会议现场, …摄; ``拍摄`` is no credit."""
    if line[0] in _CAPTION_FIRST and _CAPTION_START.match(line):
        return len(line) <= 160
    if sum(map(line.count, "（(")) > sum(map(line.count, "）)")):
        return False  # a byline that a line end broke: （记者 甲 摄影
    tail = line[-30:]
    if not _CREDIT_CHARS.isdisjoint(tail) and _CREDIT.search(tail):
        return not _credit_of_a_report(line)
    if len(line) > 120 or ("场" not in tail[-4:] and "場" not in tail[-4:]):
        return False
    return _SCENE.search(line, max(0, len(line) - 20)) is not None


def _credit_of_a_report(line: str) -> bool:
    """A body that closes with ``（记者 X 文/摄）`` in brackets is a report, not a caption."""
    return (line[-1] in ")）" and len(line) > 90) or line.count("。") > 3


def split_jump(line: str) -> tuple[str, str]:
    """A paragraph and the pointer ``(下转 04 版)`` at its end, which may be empty."""
    if line[-1:] not in ")）】]〕" or "版" not in line[-20:]:
        return line, ""
    match = _JUMP_AT_END.search(line, max(0, len(line) - 40))
    if match is None:
        return line, ""
    return line[: match.start()].rstrip(), match[0]
