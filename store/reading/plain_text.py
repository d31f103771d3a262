"""Plain text: a report without any markup, a labelled line of a corpus, or rows of a table."""

import csv
import re

from store.model import Page
from store.reading.dates import dated
from store.reading.reading import Reading
from store.reading.text_blocks import plain_blocks

_CORPUS_LABEL = re.compile(r"[一-鿿]{2,4}\t(?=\S)")
_TABLE_HEAD = re.compile(
    r"(?=[^\n]*\b(?:text|content|body|正文|内容)\b)[\w\s一-鿿\"]+(?:,[\w\s一-鿿\"]+)+\n", re.I
)
_BODY_COLUMNS = ("text", "content", "body", "正文", "内容")
_TITLE_COLUMNS = ("title", "headline", "标题")
_DATE_COLUMNS = ("date", "published", "time", "日期", "发布日期", "时间")


def read_plain_text(text: str) -> Reading:
    """One page for a text, or one for each row of a table with a column of bodies."""
    if _TABLE_HEAD.match(text[:400]):
        pages = _rows(text)
        if pages is not None:
            return pages
    if (label := _CORPUS_LABEL.match(text)) is not None:
        text = text[label.end() :]
    blocks, remarks = plain_blocks(text)
    return Reading((Page(blocks=tuple(blocks)),), remarks)


def _rows(text: str) -> Reading | None:
    rows = csv.DictReader(text.splitlines(keepends=True))
    names = {name.strip().lower(): name for name in rows.fieldnames or () if name}
    body = next((names[name] for name in _BODY_COLUMNS if name in names), None)
    if body is None:
        return None
    title = next((names[name] for name in _TITLE_COLUMNS if name in names), None)
    day = next((names[name] for name in _DATE_COLUMNS if name in names), None)
    pages: list[Page] = []
    try:
        for row in rows:
            blocks, _ = plain_blocks(row.get(body) or "")
            stated = row.get(title) if title else None
            published = dated(row.get(day), f"table column {day}") if day else None
            pages.append(Page(blocks=tuple(blocks), title=stated or None, published=published))
    except csv.Error:
        return None
    return Reading(tuple(pages)) if pages else None
