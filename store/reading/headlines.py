"""Telling headline lines from prose where the markup does not declare them."""

import re

from store.model import Block

_LONGEST_IN_STACK = 90
_LONGEST_SUBHEAD = 40
_NO_HEADLINE = re.compile(r"[。；！;]|[，、：:,]$")
_HAN = re.compile("[一-鿿]")


def with_headlines(blocks: list[Block]) -> list[Block]:
    """The blocks with lines that read like headlines as headings of level 0.

    Above the first paragraph of a report such a line may be long and hold commas; between
    paragraphs only a short line without any is a heading.
    """
    result: list[Block] = []
    in_stack = True
    for block in blocks:
        if (block.kind == "heading" and block.level) or block.kind == "jump":
            in_stack = True
        elif block.kind == "text":
            if _reads_like_headline(block, in_stack):
                block = Block("heading", block.text, strong=block.strong)
            else:
                in_stack = False
        result.append(block)
    return _without_loose_end(result)


def _without_loose_end(blocks: list[Block]) -> list[Block]:
    """A heading needs something below it: the last line of a page is a signature or is cut off."""
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if block.kind == "text" or (block.kind == "heading" and block.level):
            break
        if block.kind == "heading" and any(b.kind == "text" for b in blocks[:index]):
            blocks[index] = Block("text", block.text, strong=block.strong)
    return blocks


def _reads_like_headline(block: Block, in_stack: bool) -> bool:
    text = block.text
    longest = _LONGEST_IN_STACK if in_stack else _LONGEST_SUBHEAD
    if not 4 <= len(text) <= longest or _NO_HEADLINE.search(text) or not _HAN.search(text):
        return False
    return in_stack or not ("，" in text or "," in text)
