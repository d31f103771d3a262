"""A body of Markdown, HTML or text under front matter in YAML."""

import re

import yaml

from store.model import Block, Page
from store.reading.fields import day_field, people_field, text_field
from store.reading.html_page import html_blocks
from store.reading.layout import looks_like_html
from store.reading.limits import Limits
from store.reading.reading import Reading
from store.reading.text_blocks import markdown_blocks

_FENCED = re.compile(r"\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.S)
_MAX_CHARS = 64_000
_MAX_LINES = 1_000
_ALIAS = re.compile(r"(?:^|[\s\[{,:-])[&*][^\s*&]", re.M)
_TAG = re.compile(r"(?:^|[:?,\[{-])[ \t]*!", re.M)
_DASHES = re.compile(r"(?:[-?:][ \t]+){4,}")
_LINE = re.compile(r"([\w-]{1,40})[ \t]*:[ \t]*(.+)$")
_TITLES = ("title", "标题")
_DATES = ("date", "published", "publishdate", "pubdate", "日期", "发布日期")
_SOURCES = ("source", "来源")
_AUTHORS = ("author", "authors", "作者")
_EDITORS = ("editor", "editors", "编辑", "责任编辑")
_SITE_BEFORE = re.compile(r"^[^\s>]{2,30}->")
_SITE_AFTER = re.compile(r"\s+[|｜]\s+\S{2,30}$")


def read_front_matter(text: str, limits: Limits) -> Reading:
    """One page with what the front matter states; front matter that is broken still gives the body."""
    match = _FENCED.match(text[: _MAX_CHARS + 1])
    if match is None:
        blocks, remarks = markdown_blocks(text)
        return Reading((Page(blocks=tuple(blocks)),), ("front matter without an end", *remarks))
    fields, odd = _fields(match[1], limits)
    body = text[match.end() :]
    blocks, remarks = html_blocks(body) if looks_like_html(body[:20_000]) else markdown_blocks(body)
    return Reading((_page(fields, tuple(blocks)),), (*odd, *remarks))


def _page(fields: dict[str, object], blocks: tuple[Block, ...]) -> Page:
    title = text_field(fields, _TITLES)
    return Page(
        blocks=blocks,
        title=_SITE_AFTER.sub("", _SITE_BEFORE.sub("", title)) if title else None,
        published=day_field(fields, _DATES, "front matter"),
        source=text_field(fields, _SOURCES),
        authors=people_field(fields, _AUTHORS),
        editors=people_field(fields, _EDITORS),
    )


def _fields(source: str, limits: Limits) -> tuple[dict[str, object], tuple[str, ...]]:
    refusal = _refusal(source, limits)
    if refusal:
        return _by_lines(source), (f"front matter not loaded: {refusal}",)
    try:
        loaded = yaml.safe_load(source)
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError):
        return _by_lines(source), ("front matter that is no YAML: read line by line",)
    if not isinstance(loaded, dict):
        return _by_lines(source), ("front matter that is no list of fields",)
    return {str(key).lower(): value for key, value in loaded.items()}, ()


def _refusal(source: str, limits: Limits) -> str:
    """Why front matter is too dangerous to load: its size, its nesting, its aliases, its tags."""
    if source.count("\n") > _MAX_LINES:
        return f"more than {_MAX_LINES} lines"
    if source.count("[") + source.count("{") > limits.max_nesting or _DASHES.search(source):
        return "nested too deep"
    if _ALIAS.search(source):
        return "aliases"
    if _TAG.search(source):
        # of a wrong value PyYAML raises whatever its constructors stumble over
        return "tags"
    return ""


def _by_lines(source: str) -> dict[str, object]:
    fields: dict[str, object] = {}
    for line in source.split("\n")[:_MAX_LINES]:
        if (match := _LINE.match(line)) is not None:
            fields.setdefault(match[1].lower(), match[2].strip().strip("'\"")[:500])
    return fields
