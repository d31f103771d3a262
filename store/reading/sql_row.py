"""Rows of an SQL dump: ``INSERT INTO t (columns) VALUES (…),(…);``, named columns or not."""

import re

from store.model import Block, Dated, Page
from store.reading.dates import dated
from store.reading.fields import day_field, people_field, text_field
from store.reading.html_page import html_blocks
from store.reading.layout import looks_like_html
from store.reading.reading import Reading
from store.reading.text_blocks import plain_blocks

_INSERT = re.compile(
    r"(?:INSERT|REPLACE)\s+INTO\s+[`\"\[]?[\w.]+[`\"\]]?\s*(\([^()]{0,4000}\))?\s*VALUES\s*", re.I
)
_VALUE = re.compile(
    r"\s*(?:[nN]?'((?:[^'\\]|\\.|'')*+)'|([^',()\s][^,()]*+)|(?=[,)]))\s*([,)])", re.S
)
_ESCAPE = re.compile(r"\\(.)|''", re.S)
_PLAIN_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "0": ""}
_HAN = re.compile("[一-鿿]")
_STAMP = re.compile(r"(?:19|20)\d\d[-/]\d{1,2}[-/]\d{1,2}(?: \d\d:\d\d(?::\d\d)?)?$")
_SECONDS = re.compile(r"1\d{9}")
_FILED = re.compile(r"/(20\d\d)[-_/]?(0[1-9]|1[0-2])(?=[-_/])")
_SHORT = 300
_TITLES = ("title", "subject", "headline", "标题")
_DATES = (
    "pubdate",
    "publish_time",
    "inputtime",
    "addtime",
    "timestamp",
    "date",
    "time",
    "create_time",
    "created_at",
)
_SOURCES = ("source", "copyfrom", "from")
_AUTHORS = ("author", "username", "editor")
_ENOUGH = 20


def read_sql_rows(text: str) -> Reading:
    """One page for each row whose longest text is a report."""
    pages: list[Page] = []
    remarks: tuple[str, ...] = ()
    position = 0
    while (insert := _INSERT.search(text, position)) is not None:
        names = [
            name.strip(' `"[]\n\t').lower() for name in (insert[1] or "").strip("()").split(",")
        ]
        position = insert.end()
        while text[position : position + 1] == "(":
            values, position = _row(text, position + 1)
            page, odd = _page(values, names if insert[1] else [])
            pages += [page] if page else []
            remarks += odd
            while text[position : position + 1] in (",", " ", "\n", "\t") and position < len(text):
                position += 1
    return Reading(tuple(pages), remarks)


def _row(text: str, position: int) -> tuple[list[str], int]:
    """The values of one row and the place after its closing bracket."""
    values: list[str] = []
    while (match := _VALUE.match(text, position)) is not None:
        values.append(_unescaped(match[1]) if match[1] is not None else match[2] or "")
        position = match.end()
        if match[3] == ")":
            return values, position
    # A row that is cut off: what is left is its last value.
    rest = text[position:].lstrip(" \n\t'")
    return ([*values, _unescaped(rest)] if rest else values), len(text)


def _unescaped(value: str) -> str:
    if "\\" not in value and "''" not in value:
        return value
    return _ESCAPE.sub(lambda m: _PLAIN_ESCAPES.get(m[1], m[1]) if m[1] else "'", value)


def _page(values: list[str], names: list[str]) -> tuple[Page | None, tuple[str, ...]]:
    sizes = [len(_HAN.findall(value)) for value in values]
    body = max(range(len(values)), key=lambda index: sizes[index], default=None)
    if body is None or sizes[body] < _ENOUGH:
        return None, ()
    fields = dict(zip(names, values, strict=False)) if len(names) == len(values) else {}
    source = values[body].replace("\r\n", "\n")
    reader = html_blocks if looks_like_html(source[:20_000]) else plain_blocks
    blocks, remarks = reader(source)
    page = Page(
        blocks=(*_leads(values[:body], source), *blocks),
        title=text_field(fields, _TITLES),
        published=_published(fields, values),
        source=text_field(fields, _SOURCES),
        authors=people_field(fields, _AUTHORS),
    )
    return page, remarks


def _leads(values: list[str], body: str) -> list[Block]:
    """Prose in a column before the body that the body does not repeat: some systems keep the lead apart."""
    texts = [value.strip() for value in values if "。" in value and "<" not in value]
    return [
        Block("text", text)
        for text in texts
        if len(_HAN.findall(text)) >= _ENOUGH and text[:20] not in body
    ]


def _published(fields: dict[str, str], values: list[str]) -> Dated | None:
    """The day of a named column, or of the only column that is written as a day.

    Else Unix seconds, which might as well be some other number: only when they are the one such
    number of the row and its file names carry the same month (upload/2031_01/…).
    """
    if (day := day_field(fields, _DATES, "sql column")) is not None:
        return day
    stamps = [i for i, value in enumerate(values) if _STAMP.match(value)]
    if stamps:
        return dated(values[stamps[0]], f"sql column {stamps[0] + 1}") if len(stamps) == 1 else None
    seconds = [i for i, value in enumerate(values) if _SECONDS.fullmatch(value)]
    if len(seconds) != 1:
        return None
    day = dated(values[seconds[0]], f"sql column {seconds[0] + 1}")
    months = {f"{m[1]}-{m[2]}" for value in values for m in _FILED.finditer(value[:_SHORT])}
    return day if day and months == {day.date[:7]} else None
