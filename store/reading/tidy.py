"""The way of a page's blocks from what its markup says to what a reader reads."""

from dataclasses import replace

from store.model import Block, Page
from store.reading.boilerplate import without_clutter, without_tails
from store.reading.characters import trimmed
from store.reading.headlines import with_headlines
from store.reading.joining import joined
from store.reading.line_kinds import is_paper, kind_of, split_jump
from store.reading.repeats import without_repeats


def tidied(page: Page) -> tuple[Page, tuple[str, ...]]:
    """A page with its blocks sorted, freed of boilerplate and joined, and what was left out."""
    blocks = _with_papers(_sorted(page.blocks))
    blocks = joined(without_tails(blocks))
    blocks, repeated = without_repeats(with_headlines(blocks))
    remarks = (f"{repeated} repeated paragraphs left out",) if repeated else ()
    return replace(page, blocks=tuple(blocks)), remarks


def _sorted(blocks: tuple[Block, ...]) -> list[Block]:
    result: list[Block] = []
    for block in blocks:
        if block.kind == "rule":
            result.append(block)
            continue
        text = without_clutter(trimmed(block.text))
        if not text:
            continue
        if block.kind != "text":
            result.append(replace(block, text=text))
            continue
        text, jump = split_jump(text)
        if text:
            result.append(Block(kind_of(text), text, strong=block.strong))
        if jump:
            result.append(Block("jump", jump))
    return result


def _with_papers(blocks: list[Block]) -> list[Block]:
    """A line that is only a paper's name is metadata at the edge of a page or beside a date."""
    last = len(blocks) - 1
    result = list(blocks)
    for index, block in enumerate(blocks):
        if block.kind == "text" and is_paper(block.text):
            beside = [blocks[i].kind for i in (index - 1, index + 1) if 0 <= i <= last]
            if index in (0, last) or "meta" in beside:
                result[index] = replace(block, kind="meta")
    return result
