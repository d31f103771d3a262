"""The values of one article as its row in the index holds them: numbers, by field. Pure."""

from array import array
from collections.abc import Iterable
from typing import Final

from store.library.interface import FacetField

FIELDS: Final[tuple[FacetField, ...]] = (
    "person", "role", "place", "kind", "level", "source", "series", "term", "month",
)  # fmt: skip
"""The fields that are counted, in their order within a row; values of others come last."""

_HEAD: Final = 2 * (len(FIELDS) + 1)


def packed(values: Iterable[tuple[str, int]]) -> bytes:
    """Fields and value numbers as a row holds them: where each field ends, then the numbers."""
    by_field: dict[str, list[int]] = {}
    for field, vid in values:
        by_field.setdefault(field if field in FIELDS else "", []).append(vid)
    ends = array("H", [0])
    numbers = array("I")
    for field in FIELDS:
        numbers.extend(sorted(by_field.get(field, ())))
        ends.append(len(numbers))
    numbers.extend(sorted(by_field.get("", ())))
    return ends.tobytes() + numbers.tobytes()


def all_of(data: bytes) -> "array[int]":
    """The numbers of all values."""
    return array("I", data[_HEAD:])


def of_field(data: bytes, place: int) -> bytes:
    """The numbers of the field at a place in FIELDS, four bytes each, as they are stored."""
    start, end = array("H", data[2 * place : 2 * place + 4])
    return data[_HEAD + 4 * start : _HEAD + 4 * end]
