"""The formats of every command's answer, and the JSON they share."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, Literal, get_args

import msgspec

Format = Literal["text", "json", "jsonl", "csv", "md"]
FORMATS: Final[tuple[str, ...]] = get_args(Format)

# Inside JSON these stand in strings only; a terminal would obey them or hide text behind them.
_UNSEEN: Final = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
)


def json_line(value: object) -> str:
    """One value as one line of JSON without the line end, safe to show on a terminal.

    Characters that act on a terminal or hide are written as escapes: the value is the same.
    """
    return _UNSEEN.sub(_escaped, msgspec.json.encode(value).decode())


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


def _escaped(found: re.Match[str]) -> str:
    units = found.group().encode("utf-16-be")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
