"""The way of a page's blocks from what its markup says to what a reader reads."""

import html
import re

from msgspec.structs import replace

from store.model import Block, Page
from store.reading.boilerplate import (
    is_breadcrumb,
    without_clutter,
    without_counts,
    without_tails,
)
from store.reading.characters import on_one_line, trimmed
from store.reading.headlines import with_headlines
from store.reading.joining import joined
from store.reading.line_kinds import is_paper, kind_of, split_jump
from store.reading.repeats import without_repeats

# Exports of content systems escape twice; these names mean nothing else in Chinese prose.
_ENTITY = re.compile(
    r"&(?:[lr][sd]quo|nbsp|mdash|ndash|hellip|middot|amp|lt|gt|quot|emsp|ensp|#\d{2,6});"
)
_LABEL = re.compile(r"[\[【(（]?(?:责任编辑|責任編輯|责编|責編|编辑|編輯|作者|记者|記者)[:：]")
_NAME = re.compile(r"[一-鿿]{2,3}(?:[ 　][一-鿿]{2,3})?")
_NAME_FIRST = re.compile(r"[一-鿿]{2,3}[ 　][一-鿿]{2,4}[:：]")


def tidied(page: Page) -> tuple[Page, tuple[str, ...]]:
    """A page with its blocks sorted, freed of boilerplate and joined, and what was left out."""
    blocks = _with_papers(_sorted(_with_values(_below_breadcrumb(page.blocks))))
    blocks = joined(without_tails(blocks))
    blocks, repeated = without_repeats(with_headlines(blocks))
    remarks = (f"{repeated} repeated paragraphs left out",) if repeated else ()
    tidy = Page(
        blocks=tuple(blocks),
        title=_field(page.title),
        published=page.published,
        source=_field(page.source),
        authors=tuple(name for name in map(_readable, page.authors) if name),
        editors=tuple(name for name in map(_readable, page.editors) if name),
    )
    return tidy, remarks


def _field(value: str | None) -> str | None:
    return (_readable(value) or None) if value else None


def _below_breadcrumb(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks below the line that says where on the site the page stands.

    What is above it is the site's; only when nothing but prose follows, the headline was above.
    The line itself stays when it names a day.
    """
    place = next(
        (i for i, block in enumerate(blocks[:30]) if is_breadcrumb(trimmed(block.text))), None
    )
    if place is None or any("。" in block.text for block in blocks[:place]):
        return blocks
    below = next((b for b in blocks[place + 1 :] if without_clutter(trimmed(b.text))), None)
    if below is None or kind_of(trimmed(below.text)) != "text" or "。" in below.text:
        return blocks
    return blocks[place if without_clutter(trimmed(blocks[place].text)) else place + 1 :]


def _with_values(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A label that stands alone on its line belongs to the name on the next one."""
    result: list[Block] = []
    for block in blocks:
        text = trimmed(block.text)
        if result and _is_value(text) and _LABEL.fullmatch(trimmed(result[-1].text)):
            result[-1] = replace(result[-1], text=result[-1].text + text)
        else:
            result.append(block)
    return tuple(result)


def _is_value(text: str) -> bool:
    """Whether a line is a name, or begins with one and goes on with another label."""
    return _NAME.fullmatch(text) is not None or _NAME_FIRST.match(text) is not None


def _sorted(blocks: tuple[Block, ...]) -> list[Block]:
    result: list[Block] = []
    for block in blocks:
        if block.kind == "rule":
            result.append(block)
            continue
        text = without_clutter(_readable(block.text))
        if not text:
            continue
        if block.kind != "text":
            result.append(replace(block, text=text))
            continue
        text, jump = split_jump(text)
        if text:
            result += _with_kind(text, block.strong)
        if jump:
            result.append(Block("jump", jump))
    return result


def _with_kind(text: str, strong: bool) -> list[Block]:
    kind = kind_of(text)
    if kind == "meta":
        text = without_counts(text)
    return [Block(kind, text, strong=strong)] if text else []


def _readable(text: str) -> str:
    """A block's text without what markup, JSON or SQL escapes have put into it."""
    if "&" in text and _ENTITY.search(text):
        text = html.unescape(text)
    return trimmed(on_one_line(text))


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
