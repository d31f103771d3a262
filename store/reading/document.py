"""From the bytes of one file to its Document."""

import hashlib
import re

from store.model import Document, Layout, Page
from store.reading.characters import (
    is_clean,
    with_line_ends,
    without_insertions,
    without_unseen,
)
from store.reading.encoding import decode
from store.reading.front_matter import read_front_matter
from store.reading.html_page import read_html_page
from store.reading.json_page import read_json
from store.reading.layout import recognise
from store.reading.limits import DEFAULT_LIMITS, Limits, ReadingError, in_megabytes, shown
from store.reading.newspaper_page import read_newspaper_page
from store.reading.nontext import what_starts_like
from store.reading.plain_text import read_plain_text
from store.reading.portal_page import read_portal_page
from store.reading.reading import Reading
from store.reading.sql_row import read_sql_rows
from store.reading.tidy import tidied

_HAN = re.compile("[㐀-鿿]")
_ENOUGH = 10
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")


def read_bytes(data: bytes, path: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The document of a file's bytes; ``path`` is only a name.

    Raises ReadingError when they are no text, too large, or hold no report.
    """
    name = shown(path)
    if len(data) > limits.max_file_bytes:
        size = in_megabytes(limits.max_file_bytes)
        raise ReadingError(f"{name}: larger than {size}: raise --max-file-size")
    if not data or data.isspace():
        raise ReadingError(f"{name}: empty file")
    if (kind := what_starts_like(data)) is not None:
        raise ReadingError(f"{name}: not a text: it starts like {kind}")
    decoded = decode(data)
    text = with_line_ends(decoded.text)
    seen = text
    unseen: tuple[str, ...] = ()
    if not is_clean(text):
        _refuse_binary(text, name)
        seen, unseen = without_unseen(text)
    seen, inserted = without_insertions(seen)
    layout = recognise(seen)
    reading = read_as(layout, seen, limits)
    _refuse_too_many(reading.pages, name, limits)
    pages, tidying = _tidied(reading.pages, name, limits)
    if not pages:
        why = "".join(f" ({remark})" for remark in reading.remarks[:1])
        raise ReadingError(f"{name}: no report text found{why}")
    remarks = (*decoded.remarks, *unseen, *inserted, *reading.remarks, *tidying)
    return Document(
        path=name,
        sha256=hashlib.sha256(data).hexdigest(),
        layout=layout,
        encoding=decoded.encoding,
        text=text,
        pages=pages,
        remarks=tuple(dict.fromkeys(remarks)),
    )


def read_as(layout: Layout, text: str, limits: Limits) -> Reading:
    """The pages of a text as one layout reads them."""
    match layout:
        case "front-matter":
            return read_front_matter(text, limits)
        case "html-page":
            return read_html_page(text)
        case "json":
            return read_json(text, limits)
        case "sql-row":
            return read_sql_rows(text)
        case "newspaper-page":
            return read_newspaper_page(text)
        case "portal-page":
            return read_portal_page(text)
        case "plain-text":
            return read_plain_text(text)


def _refuse_binary(text: str, name: str) -> None:
    controls = len(_CONTROLS.findall(text))
    if controls > 8 and controls * 50 > len(text):
        raise ReadingError(f"{name}: not a text: {controls} control characters")


def _refuse_too_many(pages: tuple[Page, ...], name: str, limits: Limits) -> None:
    paragraphs = sum(len(page.blocks) for page in pages)
    if paragraphs > limits.max_paragraphs:
        bound = limits.max_paragraphs
        raise ReadingError(f"{name}: more than {bound} paragraphs: raise --max-paragraphs")


def _tidied(
    pages: tuple[Page, ...], name: str, limits: Limits
) -> tuple[tuple[Page, ...], tuple[str, ...]]:
    kept: list[Page] = []
    remarks: list[str] = []
    seen: set[Page] = set()
    for raw in pages:
        page, odd = tidied(raw)
        if page in seen:
            remarks.append("a report that is there twice read once")
        elif _has_report(page):
            seen.add(page)
            kept.append(page)
            remarks += odd
        for number, block in enumerate(page.blocks, 1):
            if len(block.text) > limits.max_line_chars:
                bound = limits.max_line_chars
                raise ReadingError(
                    f"{name}: paragraph {number} has more than {bound} characters: raise --max-line"
                )
    return tuple(kept), tuple(remarks)


def _has_report(page: Page) -> bool:
    found = 0
    for block in page.blocks:
        if block.kind in ("text", "caption", "heading"):
            found += len(_HAN.findall(block.text[:200]))
            if found >= _ENOUGH:
                return True
    return False
