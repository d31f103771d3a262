"""Cuts a page into its reports: a newspaper page holds several, and boxes beside them."""

import re
from collections.abc import Sequence

from store.model import Block

_DATELINE = re.compile(
    r"^\s*(?:[（(]?[^。，；：]{0,12}(?:记者|記者|通讯员)"
    r"|(?:本报|本報)[^。]{0,12}?[讯訊电電]"
    r"|[^。，；：\s]{2,10}(?:[讯訊](?=[\s（(　])|\d{1,2}月\d{1,2}日[电電讯訊]))"
)
_NEWS_HEADLINE = re.compile(
    r"主持召开|主持召開|召开.{0,20}会|强调$|時強調|时强调|调研时|会见|会谈|签约|"
    r"(?:主持|出席|参加|讲话)(?:\s|$)"
)
_OPENS_WITH_DAY = re.compile(
    r"^\s*(?:(?:\d{1,2}月)?\d{1,2}日|[今昨][天日])(?:上午|下午|晚上?)?[，,].{0,80}?(?:召开|主持|召開|会见|调研|举行|出席)"
)
_BULLET_DAY = re.compile(r"^\s*[●■◆▲]\s*(?:\d{1,2}月)?\d{1,2}日")
"""An entry of a digest: ●9月2日，副市长…."""
_DEFINITION = re.compile(r"[”\"]\s*(?:即|是指|指)")
_DAY_LINE = re.compile(r"^\s*\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?\s*$")
_ENDS_A_SENTENCE = ("。", "；", "！", "？", "：", "，", ".", ";", "”", "）", ")")
_LONGEST_TITLE = 50
"""Characters of a title without any markup."""
_LEAST_BODY = 40
"""Characters; a shorter text before a heading is a lead-in, not a report of its own."""


def split_reports(blocks: Sequence[Block]) -> list[tuple[Block, ...]]:
    """The runs of blocks that are one report each, in the order of the page."""
    starts = [0]
    for index in range(1, len(blocks)):
        if _has_body(blocks[starts[-1] : index]) and _starts_report(blocks, index):
            starts.append(index - _titles_before(blocks, starts[-1], index))
    bounds = zip(starts, [*starts[1:], len(blocks)], strict=True)
    return [tuple(blocks[a:b]) for a, b in bounds if any(x.text.strip() for x in blocks[a:b])]


def _titles_before(blocks: Sequence[Block], floor: int, index: int) -> int:
    """How many lines of a title stand before the day of an entry, as lists of short reports have them."""
    if blocks[index].kind != "meta" or index - 1 <= floor:
        return 0
    line = blocks[index - 1]
    ends = line.text.rstrip().endswith(_ENDS_A_SENTENCE)
    titled = line.kind == "heading" or (
        line.kind == "text" and len(line.text) <= _LONGEST_TITLE and not ends
    )
    return int(titled)


def is_dateline(text: str) -> bool:
    """Whether a paragraph opens like the first of a report: 本报讯, (记者 …), 新华社…电."""
    return bool(_DATELINE.match(text))


def is_definition(text: str) -> bool:
    """Whether a paragraph explains a shorthand: “三统筹”即…."""
    return bool(_DEFINITION.search(text[:40]))


def _has_body(blocks: Sequence[Block]) -> bool:
    return sum(len(block.text) for block in blocks if block.kind == "text") >= _LEAST_BODY


def _starts_report(blocks: Sequence[Block], index: int) -> bool:
    block = blocks[index]
    if block.kind == "meta":
        return bool(_DAY_LINE.match(block.text)) and _another_day_line(blocks, index)
    if block.kind == "text":
        return _unheaded_start(blocks, index) or (
            bool(_BULLET_DAY.match(block.text)) and any(map(_is_entry, blocks[:index]))
        )
    if block.kind != "heading" or blocks[index - 1].kind == "heading":
        return False
    stack, first_text = _stack_and_text(blocks, index)
    if first_text is None:
        return False
    before = _before(blocks, index)
    return (
        before == "jump"
        or is_dateline(first_text)
        or is_definition(first_text)
        or bool(stack[0].level and _OPENS_WITH_DAY.match(first_text))
        or any(_NEWS_HEADLINE.search(line.text) for line in stack if line.level or len(stack) > 1)
    )


def _unheaded_start(blocks: Sequence[Block], index: int) -> bool:
    """A second dateline in running text opens a second report, unless a headline just did."""
    previous = blocks[index - 1]
    return previous.kind == "text" and blocks[index].text.lstrip().startswith(("本报讯", "本報訊"))


def _is_entry(block: Block) -> bool:
    return block.kind == "text" and bool(_BULLET_DAY.match(block.text))


def _another_day_line(blocks: Sequence[Block], index: int) -> bool:
    """Lists of short reports date each entry; a single closing date dates the one report."""
    rest = blocks[index + 1 :]
    return _has_body(rest) and any(
        other.kind == "meta" and _DAY_LINE.match(other.text) for other in (*blocks[:index], *rest)
    )


def _stack_and_text(blocks: Sequence[Block], index: int) -> tuple[list[Block], str | None]:
    stack: list[Block] = []
    for block in blocks[index:]:
        if block.kind == "heading":
            stack.append(block)
        elif block.kind == "text":
            if len(block.text) < 30 and not block.text.rstrip().endswith(("。", "；", ";")):
                stack.append(block)
                continue
            return stack, block.text
    return stack, None


def _before(blocks: Sequence[Block], index: int) -> str:
    kinds = [block.kind for block in blocks[:index] if block.kind not in {"caption", "rule"}]
    return kinds[-1] if kinds else ""
