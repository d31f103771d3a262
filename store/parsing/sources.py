"""来源: the paper or portal that a report names as its origin."""

import re
from collections.abc import Sequence

from store.model import Byline, Paragraph

_LABELLED = re.compile(
    r"(?:来源|稿源|转自|摘自)\s*[：:]\s*(?!发布|时间|日期|作者|编辑|浏览|点击)(?P<name>[^\s，。；：（）“”|【】]{2,20}?)"
    r"(?=\s|$|编辑|责编|责任编辑|作者|记者|发布(?=时间|日期|：|\d|于)|时间|浏览|字体|[，。；（）|【】]|\d)"
)
_PAPER = re.compile(
    r"^\s*[《]?(?P<name>[\u4e00-\u9fff]{2,8}(?:日报|晚报|早报|时报|新闻网|报|网|通讯社|电视台|广播电台))[》]?\s*$"
)
_MASTHEAD = re.compile(r"^\s*(?P<name>[\u4e00-\u9fff]{2,8}报)\s*\d{4}年\d{1,2}月\d{1,2}日")
_IN_BYLINE = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,6}(?:日报|晚报|早报|时报|商报|都市报))(?:社)?(?:首席|见习|特约|全媒体)?(?:记者|通讯员)"
)
_DATELINE = re.compile(
    r"^[（\s]*(?P<name>新华社|中新社|[\u4e00-\u9fff]{2,6}(?:新闻网|网|晚报|日报))[^，。；：]{0,16}?(?:电|讯)"
)


def find_source(
    paragraphs: Sequence[Paragraph], plain: Sequence[str], byline: Byline
) -> str | None:
    """The source a page states, else the paper of its reporter; None when nothing says."""
    for pattern, kinds in (
        (_LABELLED, {"meta", "byline", "text"}),
        (_PAPER, {"meta", "byline"}),
        (_MASTHEAD, {"meta"}),
        (_IN_BYLINE, {"text", "byline", "caption"}),
        (_DATELINE, {"text"}),
    ):
        for paragraph, text in zip(paragraphs, plain, strict=True):
            if paragraph.kind not in kinds or (pattern is _LABELLED and len(text) > 200):
                continue
            found = pattern.search(text)
            if found:
                return paragraph.text[found.start("name") : found.end("name")]
    return None
