"""Reads a headline stack: 引题 (kicker), 主题 (main), 副题 (deck)."""

import re
from collections.abc import Sequence
from typing import Literal

from store.model import Block, Headline, Paragraph
from store.parsing.pages import is_dateline, is_definition

_WRAPPER = re.compile(
    r"^\s*(?:原标题|原標題|标题|標題|题目)\s*[:：]?\s*"
    r"|^\s*[\[【(（](?:视频|視頻|图文|组图|图|时文|时政|要闻|快讯|头条|关注|专题|权威发布)[\]】)）]\s*"
    r"|\s*[(（](?:图|组图|附图|多图|视频)[)）]\s*$"
)
_LIST_NUMBER = re.compile(r"^\s*\d{1,2}[.．、]\s*(?=[^\d\s])")
"""Of the list of contents of a page that the report was taken from."""
_SITE_TAIL = re.compile(r"\s*(?:\||—{1,2}|_|-{1,2}(?=[^0-9]))\s*[^|_]{2,20}$")
_SITE_HEAD = re.compile(r"^[^>，。]{2,20}->\s*")
_KICKER = re.compile(r"(?:時說|时讲话|讲话时|会议|会上|:|：)$")
_SPEAKS = re.compile(
    r"(?:强调|強調|指出|(?<![的新总践作体本])要求|提出|表示|时说|上说|号召)[:：]?$"
)
_DECK = re.compile(
    r"^[^，。：:]{2,30}?"
    r"(?:主持(?:会议|會議)?|(?:出席|参加|参会|到会)(?:会议|活动|调研|会见|座谈|仪式|签约)?"
    r"(?:并(?:发言|宣布.{0,6}|作.{0,8}))?|(?:部署|安排|讲话|指导|致辞|报告)"
    r"|列席(?:会议)?|陪同(?:调研|考察|检查)?|分别(?:讲话|主持).{0,6})$"
)
_NAMED_EVENT = re.compile(r"召开|召開|举行|舉行|闭幕|开幕|主持召")
_ENDS_SENTENCE = re.compile(r"[！？；!?;…]$|[！？][”’）)]$")
_MASTHEAD = re.compile(
    r"(?:[^，。\d]{2,12}[\s|]*)?(?:[0-9０-９〇一二三四五六七八九]{4}年[0-9０-９一二三四五六七八九十]{1,3}月[0-9０-９一二三四五六七八九十]{1,3}日|\d{4}-\d{1,2}-\d{1,2}(?=.*版))"
    r"[\s|]*(?:(?:星期|周|礼拜)[一二三四五六日天].*|.*[0-9０-９A-Z一二三四五六七八九十]{1,4}\s*版.*)?$"
)
_LONGEST_LINE = 64
"""Characters; longer lines are text (headline lines of the corpus have at most 58)."""

_LONGEST_SIGNATURE = 3
"""Characters of a writer's name behind the lines of a headline."""

_SIGNATURES = re.compile(r"[\u4e00-\u9fff]{2,3}(?:[ 、][\u4e00-\u9fff]{2,3}){1,3}")
"""Several of them."""

Part = Literal["kicker", "main", "deck"]


def read_headline(
    title: str | None, blocks: Sequence[Block]
) -> tuple[list[Paragraph], Headline, list[Block]]:
    """The headline lines as paragraphs, the stack, and the blocks that remain.

    ``title`` is what the page's metadata calls the report; it joins the stack when no line
    of the stack says the same.
    """
    lines, rest = _leading_lines(blocks)
    parts = _classify(lines)
    cleaned = clean_title(title) if title else ""
    if cleaned and not any(_same(cleaned, text) for _, text in parts):
        parts.insert(0, ("main", cleaned))
    if not any(part == "main" for part, _ in parts):
        parts = [("main" if part == "kicker" else part, text) for part, text in parts]
    stack = Headline(
        kicker=tuple(text for part, text in parts if part == "kicker"),
        main=tuple(text for part, text in parts if part == "main"),
        deck=tuple(text for part, text in parts if part == "deck"),
    )
    paragraphs = [Paragraph(part, text) for part, text in parts]
    return paragraphs, stack, _without_repeats(rest, [text for _, text in parts])


def clean_title(title: str) -> str:
    """A title without the wrappers and site names that portals put around it."""
    text = _SITE_HEAD.sub("", _LIST_NUMBER.sub("", title.strip()))
    for _ in range(3):
        text = _WRAPPER.sub("", text).strip()
    shorter = _SITE_TAIL.sub("", text).strip()
    return shorter if len(shorter) >= 8 else text


def _leading_lines(blocks: Sequence[Block]) -> tuple[list[str], list[Block]]:
    """Lines before the first paragraph of text; metadata and photos among them are kept aside."""
    lines: list[str] = []
    aside: list[Block] = []
    for index, block in enumerate(blocks):
        if block.kind in {"meta", "caption", "rule", "jump"}:
            aside.append(block)
        elif is_masthead(block.text):
            aside.append(Block("meta", block.text))
        elif is_headline_line(block):
            lines.append(block.text.strip())
        else:
            return lines, [*aside, *blocks[index:]]
    return lines, aside


def is_masthead(text: str) -> bool:
    """Whether a line is the head of a newspaper page: its name, day and page number."""
    return len(text) < _LONGEST_LINE and bool(_MASTHEAD.match(text.strip()))


def is_headline_line(block: Block) -> bool:
    """Whether a block before the first paragraph is a line of the headline stack."""
    text = block.text.strip()
    if not text or is_definition(text):
        return False
    if block.kind == "heading":
        return len(text) <= 3 * _LONGEST_LINE and not (block.level == 0 and is_dateline(text))
    if len(text) > _LONGEST_LINE * (2 if block.strong else 1) or "。" in text:
        return False
    return not _ENDS_SENTENCE.search(text) and not is_dateline(text)


def _classify(lines: Sequence[str]) -> list[tuple[Part, str]]:
    pieces: list[str] = []
    for line in lines:
        for piece in _pieces(clean_title(line)):
            if pieces and piece.startswith("暨"):
                pieces[-1] += piece
                continue
            if not any(_same(piece, other) for other in pieces):
                pieces.append(piece)
    parts: list[tuple[Part, str]] = []
    for index, piece in enumerate(pieces):
        later = index + 1 < len(pieces)
        main_seen = any(part == "main" for part, _ in parts)
        below = _DECK.search(piece) and not _NAMED_EVENT.search(piece) and (main_seen or later)
        signed = len(piece) <= _LONGEST_SIGNATURE or _SIGNATURES.fullmatch(piece) is not None
        if below or (index and signed):
            parts.append(("deck", piece))
        elif later and not main_seen and _is_kicker(piece):
            parts.append(("kicker", piece))
        else:
            parts.append(("main", piece))
    return parts


def _is_kicker(piece: str) -> bool:
    if _SPEAKS.search(piece):
        return True
    # 县委召开第三次会议 says what took place, whatever stands below it
    named = _NAMED_EVENT.search(piece) is not None and not piece.endswith((":", "："))
    return bool(_KICKER.search(piece)) and len(piece) > 6 and not named


def _pieces(line: str) -> list[str]:
    """A line that was flattened: its kicker, its main lines and its decks were set apart by blanks."""
    pieces: list[str] = []
    run: list[str] = []
    for word in line.split():
        if _SPEAKS.search(word) or (_DECK.search(word) and not _NAMED_EVENT.search(word)):
            pieces.extend(_joined(run))
            run = []
            pieces.append(word)
        else:
            run.append(word)
    pieces.extend(_joined(run))
    return pieces


def _joined(run: list[str]) -> list[str]:
    return [" ".join(run)] if run else []


def _same(one: str, other: str) -> bool:
    return "".join(one.split()) == "".join(other.split())


def _without_repeats(blocks: Sequence[Block], lines: Sequence[str]) -> list[Block]:
    """A headline line that stands again in the text was the description of a picture."""
    kept = []
    for block in blocks:
        if block.kind in {"text", "heading"} and any(_same(block.text, line) for line in lines):
            kept.append(Block("caption", block.text))
        else:
            kept.append(block)
    return kept
