"""Any table of an answer in every format: columns with names, cells of text and numbers."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from store.export.forms import Format, json_lines

Cell = str | int | tuple[str, ...] | None

JOINT: Final = "、"
"""What stands between the parts of one cell, as between names in print."""

_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\n")
_STARTS_A_LIST: Final = re.compile(r"^(\s*(?:\d+)?)([-+.)])")
_MARKDOWN: Final = str.maketrans({mark: "\\" + mark for mark in "\\`*_[]<>|#~&"})


@dataclass(frozen=True, slots=True)
class Table:
    """Names of columns and rows of as many cells; an unknown cell is None."""

    columns: tuple[str, ...]
    rows: Iterable[tuple[Cell, ...]]


def table_as(table: Table, form: Format) -> Iterator[str]:
    """A table in one of the formats, in pieces that end with a line end."""
    match form:
        case "json" | "jsonl":
            named = (dict(zip(table.columns, row, strict=True)) for row in table.rows)
            return json_lines(named, as_list=form == "json")
        case "csv":
            return csv_rows((table.columns, *table.rows))
        case "md":
            return _markdown(table)
        case "text":
            return ("  ".join(filter(None, map(plain, row))) + "\n" for row in table.rows)


def csv_rows(rows: Iterable[tuple[Cell, ...]]) -> Iterator[str]:
    """Rows of comma-separated values; a text that a spreadsheet would compute gets a ``'``.

    The rule is OWASP's for CSV injection: a cell must not begin with ``= + - @``, a tab or a
    line end.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    for row in rows:
        writer.writerow([_inert(cell) for cell in row])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def plain(cell: Cell) -> str:
    """A cell as one line of text; empty when it is unknown."""
    if cell is None:
        return ""
    text = JOINT.join(cell) if isinstance(cell, tuple) else str(cell)
    return " ".join(text.splitlines())


def markdown_text(text: str) -> str:
    """A text that Markdown shows as it stands, on one line."""
    escaped = " ".join(text.splitlines()).translate(_MARKDOWN)
    return _STARTS_A_LIST.sub(r"\1\\\2", escaped)


def _inert(cell: Cell) -> str | int:
    if isinstance(cell, int):
        return cell
    text = JOINT.join(cell) if isinstance(cell, tuple) else cell or ""
    # one kind of line end: csv quotes no other
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "'" + text if text.startswith(_FORMULA_STARTS) else text


def _markdown(table: Table) -> Iterator[str]:
    yield _markdown_row(table.columns)
    yield "|" + " --- |" * len(table.columns) + "\n"
    for row in table.rows:
        yield _markdown_row(row)


def _markdown_row(row: tuple[Cell, ...]) -> str:
    return "| " + " | ".join(markdown_text(plain(cell)) for cell in row) + " |\n"
