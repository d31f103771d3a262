"""JSON: an object with a body, a list of them, one a line, or embedded in source code."""

import json
import re
from collections.abc import Iterator

from store.model import Block, Page
from store.reading.fields import day_field, people_field, text_field
from store.reading.html_page import html_blocks
from store.reading.layout import looks_like_html
from store.reading.limits import Limits
from store.reading.reading import Reading
from store.reading.text_blocks import plain_blocks

_BODIES = ("content", "body", "text", "html", "article", "正文", "内容", "detail", "comment")
_TITLES = ("title", "headline", "video_title", "name", "标题")
_DATES = (
    "pubtime", "pub_date", "publish_time", "publishtime", "pubdate", "published", "release_date",
    "releasedate", "date", "videodate", "createtime", "created_at", "time", "日期", "发布时间",
)  # fmt: skip
_SOURCES = ("source", "origin", "media", "来源")
_AUTHORS = ("author", "authors", "作者", "reporter")
_EDITORS = ("editor", "editors", "编辑", "责任编辑")
_HAN = re.compile("[一-鿿]")
_OPEN = re.compile(r"[\[{]\s*[\"{]")
_ENOUGH = 20
_MOST_STARTS = 200


def read_json(text: str, limits: Limits) -> Reading:
    """One page for each object that holds a body, with the fields beside it."""
    values, remarks = _values(text)
    pages: list[Page] = []
    for value in values:
        for fields in _objects(value, limits.max_nesting):
            page, odd = _page(fields)
            if page is not None:
                pages.append(page)
                remarks = (*remarks, *odd)
    return Reading(tuple(pages), remarks)


def _values(text: str) -> tuple[list[object], tuple[str, ...]]:
    """The JSON values of a text: the whole of it, its lines, or what source code holds."""
    try:
        return [json.loads(text, strict=False)], ()
    except RecursionError:
        return [], ("JSON nested too deep",)
    except ValueError:
        return _embedded(text)


def _embedded(text: str) -> tuple[list[object], tuple[str, ...]]:
    decoder = json.JSONDecoder(strict=False)
    values: list[object] = []
    position = failed = 0
    while failed < _MOST_STARTS and (match := _OPEN.search(text, position)) is not None:
        try:
            value, position = decoder.raw_decode(text, match.start())
            values.append(value)
        except RecursionError:
            return values, ("JSON nested too deep",)
        except ValueError:
            failed += 1
            position = match.start() + 1
    return values, ("JSON in parts: text between them was left out",) if values else ()


def _objects(value: object, max_nesting: int) -> Iterator[dict[str, object]]:
    """Every object of a value that has a body, in reading order; what is inside a body is not searched."""
    stack = [(value, 0)]
    while stack:
        item, depth = stack.pop()
        if depth > max_nesting:
            continue
        if isinstance(item, dict):
            fields = {str(key).lower(): inner for key, inner in item.items()}
            if _body(fields) is not None:
                yield fields
            else:
                stack.extend((inner, depth + 1) for inner in reversed(list(item.values())))
        elif isinstance(item, list):
            stack.extend((inner, depth + 1) for inner in reversed(item))


def _body(fields: dict[str, object]) -> str | None:
    for name in _BODIES:
        value = fields.get(name)
        if isinstance(value, str) and len(_HAN.findall(value[:5_000])) >= _ENOUGH:
            return value
    return None


def _page(fields: dict[str, object]) -> tuple[Page | None, tuple[str, ...]]:
    body = _body(fields)
    if body is None:
        return None, ()
    reader = html_blocks if looks_like_html(body[:20_000]) else plain_blocks
    blocks: list[Block]
    blocks, remarks = reader(body.replace("\r\n", "\n"))
    page = Page(
        blocks=tuple(blocks),
        title=text_field(fields, _TITLES),
        published=day_field(fields, _DATES, "json field"),
        source=text_field(fields, _SOURCES),
        authors=people_field(fields, _AUTHORS),
        editors=people_field(fields, _EDITORS),
    )
    return page, remarks
