"""The formats of every command's answer, and the JSON they share."""

from collections.abc import Iterable, Iterator
from typing import Final, Literal, get_args

import msgspec

from store.gate import escaped

Format = Literal["text", "json", "jsonl", "csv", "md"]
FORMATS: Final[tuple[str, ...]] = get_args(Format)


def json_line(value: object) -> str:
    """One value as one line of JSON without the line end, safe to show on a terminal.

    Characters that act on a terminal or hide are written as escapes: the value is the same.
    """
    return escaped(msgspec.json.encode(value).decode())


def json_lines(values: Iterable[object], *, as_list: bool) -> Iterator[str]:
    """Values one a line, or as one JSON list with a value on each line."""
    if not as_list:
        for value in values:
            yield json_line(value) + "\n"
        return
    opening = "["
    for value in values:
        yield f"{opening}\n{json_line(value)}"
        opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"
