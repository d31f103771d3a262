"""Pages and fragments of HTML, also out of JSP and PHP templates."""

import re

from lxml import etree

from store.model import Block, Page
from store.reading.fields import day_field, people_field, text_field
from store.reading.html_blocks import pieces, without_link_lists
from store.reading.html_tree import (
    lines_without_tags,
    lost_characters,
    parsed,
    tags_in,
    without_code,
)
from store.reading.reading import Reading

_TITLE_FIELDS = ("articletitle", "og:title", "title")
_DATE_FIELDS = (
    "pubdate",
    "publishdate",
    "article:published_time",
    "publish_time",
    "datepublished",
    "og:release_date",
    "date",
)
_SOURCE_FIELDS = ("contentsource", "source", "article:source", "mediaid")
_AUTHOR_FIELDS = ("article:author", "author")
_EDITOR_FIELDS = ("editor", "articleeditor")
_SITE = re.compile(r"\s*(?:[_|｜—]+|\s-+\s*|-+\s+|-{2,})\s*([^_|｜]{2,24})$")
_NO_TITLE = re.compile(r"insert title here|untitled|无标题|新建网页", re.I)
_LOST = 20
_MOST_TAGS = 50_000


def read_html_page(text: str) -> Reading:
    """One page of HTML with the title, day, source and people its head states."""
    blocks, root, remarks = _read(text)
    fields = _fields(root) if root is not None else {}
    page = Page(
        blocks=tuple(_from_headline(blocks)),
        title=_title(root, fields, blocks) if root is not None else None,
        published=day_field(fields, _DATE_FIELDS, "page metadata"),
        source=text_field(fields, _SOURCE_FIELDS),
        authors=people_field(fields, _AUTHOR_FIELDS),
        editors=people_field(fields, _EDITOR_FIELDS),
    )
    return Reading((page,), remarks)


def html_blocks(text: str) -> tuple[list[Block], tuple[str, ...]]:
    """The blocks of a fragment of HTML that stands inside another layout, and what was odd."""
    blocks, _, remarks = _read(text)
    return blocks, remarks


def _read(text: str) -> tuple[list[Block], etree._Element | None, tuple[str, ...]]:
    markup = without_code(text)
    if tags_in(markup) > _MOST_TAGS:
        return _bare(markup), None, (f"more than {_MOST_TAGS} tags: read without markup",)
    root = parsed(markup)
    if root is None:
        return [], None, ()
    lost = lost_characters(markup, root)
    if lost >= _LOST:
        return _bare(markup), root, (f"nested too deep: {lost} characters read without markup",)
    return without_link_lists(pieces(root)), root, ()


def _bare(markup: str) -> list[Block]:
    return [Block("text", line) for line in lines_without_tags(markup)]


def _from_headline(blocks: list[Block]) -> list[Block]:
    """The blocks from the last headline above the first paragraph of prose on.

    What a full page has above its headline is navigation; a page without declared headlines
    is kept whole.
    """
    prose = next(
        (
            i
            for i, b in enumerate(blocks)
            if b.kind == "text" and len(b.text) >= 60 and "。" in b.text
        ),
        None,
    )
    if prose is None:
        return blocks
    levels = [(block.level, index) for index, block in enumerate(blocks[:prose]) if block.level]
    if not levels:
        return blocks
    best = min(level for level, _ in levels)
    return blocks[next(index for level, index in levels if level == best) :]


def _fields(root: etree._Element) -> dict[str, str]:
    fields: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("name") or meta.get("property") or meta.get("itemprop") or ""
        content = (meta.get("content") or "").strip()
        if name and content:
            fields.setdefault(name.lower(), content[:300])
    return fields


def _title(root: etree._Element, fields: dict[str, str], blocks: list[Block]) -> str | None:
    stated = text_field(fields, _TITLE_FIELDS)
    if stated is None:
        element = next(root.iter("title"), None)
        stated = (
            " ".join("".join(map(str, element.itertext())).split())[:300]
            if element is not None
            else None
        )
    if not stated or _NO_TITLE.search(stated):
        return None
    return without_site(stated, blocks)


def without_site(title: str, blocks: list[Block]) -> str:
    """A page title without the name of the site after it; the page's own headline decides first."""
    for block in blocks:
        if block.kind == "heading" and len(block.text) >= 6 and title.startswith(block.text):
            return block.text
    match = _SITE.search(title)
    return title[: match.start()].strip() or title if match else title
