"""Joining sentences that a column, a page or a line end has broken.

A paragraph that stops in mid-sentence is joined with the next one that carries it on, also
over a photo and its caption in between. A headline, a jump or the start of a report ends it.
"""

import re
from itertools import pairwise

from store.model import Block

_ENDS = "。！？；：”’）》】…!?;:)]\"'．.〕』」>~～★"
_BRACKETS = (("（", "）"), ("(", ")"), ("“", "”"), ("《", "》"))
_STARTS_ANEW = re.compile(
    r"(?:会议|会上|会后|会前|全会|大会|座谈会|视频会)(?:指出|强调|要求|认为|还|由|以|听取|传达|审议|研究|提出|决定|通报|学习|明确|号召|最后|期间|首先|，|,|上|宣布|开始|结束)"
    r"|(?:随后|随即|当日|当天|同日|近日|日前|为(?:深入|进一步|认真|全面|切实|贯彻|推动|推进|做好|确保|加快|落实)|昨日|今日|昨天|今天|据悉|据介绍|据了解|与会|最后[，,])"
    r"|\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}年\d{1,2}月|\d{1,2}日(?:上午|下午|晚)"
    r"|[（(【]?\s*(?:本报|本网|首席|全媒体|\S{2,4}日报|记者|通讯员|新华社|文/图)|\S{2,12}(?:讯|电)\s*[（(]|本报讯|本报\S{0,12}讯|新华社"
    r"|[一二三四五六七八九十]+是|[一二三四五六七八九十]{1,2}要|第[一二三四五六七八九十]{1,2}[，,、]|[（(][一二三四五六七八九十\d]{1,2}[）)]"
    r"|[一二三四五六七八九十]{1,2}、|\d{1,2}\s*[、.．](?!\d)|首先[，,]|其次[，,]|[●○■◆□▲△★☆※·•▶>＞—-]"
)
_REPORT_START = re.compile(
    r"[（(【]?\s*(?:本报|本网|首席|全媒体|记者|通讯员|新华社|中新社)|\S{2,12}(?:讯|电)\s*[（(]"
)
# Joining copies: what is longer than any paragraph of a report is not grown further.
_LONGEST = 20_000
_BYLINE = re.compile(r"记者|通讯员|編輯|编辑|报道员|摄影|文/图|图/文|供稿")
_SHORTEST = 24
_SHORTEST_IN_COLUMNS = 16
_NEVER_FIRST = "的了着过得和与及等中上下内外里并而"


def joined(blocks: list[Block]) -> list[Block]:
    """The blocks with broken sentences in one piece; captions inside one follow it.

    A short line without a comma could be a headline between paragraphs; it counts as broken
    only in the body of a page where columns certainly break sentences.
    """
    if all(block.kind != "text" or block.text[-1] in _ENDS for block in blocks):
        return blocks
    shortest = _SHORTEST_IN_COLUMNS if _has_columns(blocks) else 10_000
    result: list[Block] = []
    open_at: int | None = None
    in_body = False
    for block in blocks:
        if block.kind in ("caption", "rule") and open_at is not None:
            result.append(block)
            continue
        if block.kind != "text":
            open_at = None
            in_body = in_body and block.kind in ("caption", "meta", "rule")
            result.append(block)
            continue
        if open_at is not None and _carries_on(result[open_at], block):
            block = _glued(result[open_at], block)
            result[open_at] = block
        else:
            result.append(block)
            open_at = len(result) - 1
        in_body = in_body or "。" in block.text
        if not (_is_broken(block) or (in_body and _may_be_broken(block, shortest))):
            open_at = None
    return result


def _glued(broken: Block, block: Block) -> Block:
    first, second = broken.text, block.text
    ends = first[-1] + second[0]
    between = " " if ends.isascii() and ends.isalpha() else ""
    return Block("text", first + between + second, strong=broken.strong and block.strong)


def _has_columns(blocks: list[Block]) -> bool:
    """Whether some long paragraph certainly stops in mid-sentence and the next carries it on."""
    text = [block for block in blocks if block.kind == "text"]
    return any(
        _is_broken(block) and "。" in block.text and _carries_on(block, after)
        for block, after in pairwise(text)
    )


def _is_broken(block: Block) -> bool:
    """Whether a paragraph is prose that stops in mid-sentence."""
    text = block.text
    last = text[-1]
    if last in "，、,—":
        return True
    if last in _ENDS:
        return False
    if "。" in text:
        return not _BYLINE.search(text[text.rindex("。") :][:40])
    # Above the first paragraph a headline may hold a comma, but hardly two.
    if len(text) >= _SHORTEST and text.count("，") + text.count(",") >= 2:
        return True
    return _open_bracket(text) or (_STARTS_ANEW.match(text) is not None and len(text) >= 12)


def _may_be_broken(block: Block, shortest: int) -> bool:
    text = block.text
    if text[-1] in _ENDS or block.strong or " " in text:
        return False
    return len(text) >= shortest or (("，" in text or "," in text) and len(text) >= 12)


def _open_bracket(text: str) -> bool:
    tail = text[-80:]
    for opener, closer in _BRACKETS:
        if opener in tail and tail.rfind(opener) > tail.rfind(closer):
            return True
    return False


def _carries_on(broken: Block, block: Block) -> bool:
    text = broken.text
    if len(text) > _LONGEST:
        return False
    if text[-1] in "，、,":
        return not _REPORT_START.match(block.text)
    if _STARTS_ANEW.match(block.text):
        return False
    if broken.strong != block.strong:
        return False
    if text[-1] == "—" or block.text[0] in _NEVER_FIRST or _open_bracket(text):
        return True
    # A line without a full stop carries nothing on: it is a headline, a name or a caption.
    if "。" in block.text or "；" in block.text or block.text[-1] in "，,":
        return True
    return "。" in text and "，" in block.text and len(block.text) >= _SHORTEST
