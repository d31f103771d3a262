"""Lines of plain text or Markdown as blocks; markup that stands in them is read as markup."""

import re

from store.model import Block
from store.reading.archive_lines import pieces_of
from store.reading.html_page import html_blocks
from store.reading.markup import markdown_block, plain

_TAGS = re.compile(
    r"</?(?:p|div|br|span|strong|b|em|table|tr|td|li|ul|a|h[1-6]|img|center|font|section)\b[^<>]*/?>",
    re.I,
)
# Exporters put <!--more--> into the middle of a sentence; a blank line beside it is a real break.
_MORE = re.compile(r"(?<=[^\s。！？…”）])[ \t]*\n?<!--[ \t]*more[ \t]*-->[ \t]*\n?(?!\n)")
# An unclosed comment runs to the end of the text in one match, or many would be quadratic.
_COMMENT = re.compile(r"<!--((?:[^-]|-(?!->))*+)(-->)?")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")


def plain_blocks(text: str) -> tuple[list[Block], tuple[str, ...]]:
    """Each line of plain text as a block; only bold marks and links are markup here."""
    blocks: list[Block] = []
    remarks: tuple[str, ...] = ()
    for line in text.split("\n"):
        if not line or line.isspace():
            continue
        if "<" in line and _TAGS.search(line):
            inner, odd = html_blocks(line)
            blocks += inner
            remarks += odd
            continue
        for piece in pieces_of(line):
            shown, strong = plain(piece)
            if shown:
                blocks.append(Block("text", shown, strong=strong))
    return blocks, remarks


def markdown_blocks(text: str) -> tuple[list[Block], tuple[str, ...]]:
    """Lines of Markdown as blocks; runs of HTML are read as HTML, fenced code is left out."""
    blocks: list[Block] = []
    remarks: list[str] = []
    fenced = 0
    inside = False
    if "<!--" in text:
        text = _COMMENT.sub(_kept_when_open, _MORE.sub("", text))
    for line in text.split("\n"):
        if _FENCE.match(line):
            inside = not inside
            continue
        if inside:
            fenced += 1
        elif "<" in line and _TAGS.search(line):
            inner, odd = html_blocks(line)
            blocks += inner
            remarks += odd
        elif (block := markdown_block(line)) is not None:
            blocks.append(block)
    if fenced:
        remarks.append(f"{fenced} lines of source code left out")
    return blocks, tuple(remarks)


def _kept_when_open(match: re.Match[str]) -> str:
    return "" if match[2] else match[1]
