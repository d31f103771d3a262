"""Sets of articles as bits: quick to combine and to count, in meetings as well as in articles.

Every article has an address (meeting number, plane): the first report of a meeting lies in
plane 0, the next in plane 1 ... Laid over each other, the planes count meetings.
"""

from array import array
from collections.abc import Collection, Iterable, Sequence
from itertools import compress
from typing import Final, NamedTuple

PLANE: Final = 1 << 27
"""An address is ``plane * PLANE + meeting``: one number for a report of a meeting."""

CHUNK: Final = 1 << 16
"""Meetings in one stored piece of a set."""

_ONE: Final = ord("1")
_FEW: Final = 8
_DIGIT_TO_FLAG: Final = bytes.maketrans(b"01", b"\0\1")
_THIN: Final = 256
"""Meetings to a member from which on a list is stored: it takes an eighth of the room of bits
at most, but a hundred times as long to count."""

_LIST: Final = b"L"
_BITS: Final = b"B"
EMPTY: Final = _LIST
"""A stored piece without members."""


class Piece(NamedTuple):
    """A stored piece of a set: its plane, the number of its first meeting, its members."""

    plane: int
    start: int
    data: bytes


class Matches:
    """A set of articles. Immutable; ``planes[p]`` has bit m set for report p of meeting m."""

    __slots__ = ("planes",)

    def __init__(self, planes: Iterable[int] = ()) -> None:
        kept = list(planes)
        while kept and not kept[-1]:
            kept.pop()
        self.planes: tuple[int, ...] = tuple(kept)

    @classmethod
    def of(cls, addresses: Sequence[int]) -> "Matches":
        """The set of the articles with these addresses."""
        planes: list[int] = []
        start = 0
        rest: Sequence[int] = addresses
        while rest:
            end = start + PLANE
            planes.append(bits_of([one - start for one in rest if one < end]))
            rest = [one for one in rest if one >= end]
            start = end
        return cls(planes)

    def __and__(self, other: "Matches") -> "Matches":
        return Matches(a & b for a, b in zip(self.planes, other.planes, strict=False))

    def __or__(self, other: "Matches") -> "Matches":
        longer, shorter = sorted((self.planes, other.planes), key=len, reverse=True)
        tail = longer[len(shorter) :]
        return Matches([*(a | b for a, b in zip(longer, shorter, strict=False)), *tail])

    def __sub__(self, other: "Matches") -> "Matches":
        tail = self.planes[len(other.planes) :]
        pairs = zip(self.planes, other.planes, strict=False)
        return Matches([*(a & ~b for a, b in pairs), *tail])

    def __bool__(self) -> bool:
        return bool(self.planes)

    def meetings(self) -> int:
        """One integer with a bit for every meeting that has an article here."""
        together = 0
        for plane in self.planes:
            together |= plane
        return together

    def count(self) -> int:
        """The number of meetings."""
        return self.meetings().bit_count()

    def holds(self, meeting: int, plane: int) -> bool:
        """Whether one article is here."""
        return plane < len(self.planes) and bool(self.planes[plane] >> meeting & 1)


def bits_of(members: Iterable[int]) -> int:
    """An integer with these bits set."""
    numbers = list(members)
    if not numbers:
        return 0
    if len(numbers) < _FEW:
        return sum(1 << number for number in set(numbers))
    # digits of base two, the last one first: quicker than setting bits one by one
    digits = bytearray(b"0") * (max(numbers) + 1)
    for number in numbers:
        digits[number] = _ONE
    digits.reverse()
    return int(digits, 2)


def members_of(bits: int) -> list[int]:
    """The numbers of the bits that are set, ascending."""
    flags = flags_of(bits)
    return list(compress(range(len(flags)), flags))


def encode(members: Collection[int]) -> bytes:
    """A piece of a set as it is stored: a list of numbers, or bits where those are shorter."""
    numbers = array("I", sorted(members))
    if _is_thin(numbers):
        return _LIST + numbers.tobytes()
    return _BITS + _field_of(bits_of(numbers))


def updated(data: bytes, put: Collection[int], gone: Collection[int]) -> bytes:
    """A stored piece with members put in and taken out; empty when none are left.

    What is stored is changed as it is: a list as a list, bits as bits, so that one more report
    costs the same however many there are. New meetings have the highest numbers: they are
    written behind a list without taking it apart.
    """
    if data[:1] != _BITS:
        listed = array("I", data[1:])
        if not gone and len(listed) and min(put, default=0) > listed[-1]:
            return _behind(listed, put)
        members = set(listed).union(put).difference(gone)
        return encode(members) if members else b""
    field = bytearray(data)
    most = max((*put, *gone), default=0)
    field.extend(bytes(max(0, (most >> 3) + 2 - len(field))))
    for number in put:
        field[(number >> 3) + 1] |= 1 << (number & 7)
    for number in gone:
        field[(number >> 3) + 1] &= ~(1 << (number & 7))
    return bytes(field) if any(field[1:]) else b""


def decode(data: bytes) -> int:
    """The bits of a stored piece."""
    listed = listed_in(data)
    return int.from_bytes(data[1:], "little") if listed is None else bits_of(listed)


def listed_in(data: bytes) -> "array[int] | None":
    """The numbers of a piece that is stored as a list, None of one that is stored as bits."""
    return None if data[:1] == _BITS else array("I", data[1:])


def flags_of(bits: int) -> bytes:
    """One byte a number, 1 where its bit is set: what a list is counted against."""
    digits = f"{bits:b}".encode()
    return digits[::-1].translate(_DIGIT_TO_FLAG)


def _behind(listed: "array[int]", put: Collection[int]) -> bytes:
    listed.extend(sorted(put))
    return _LIST + listed.tobytes() if _is_thin(listed) else encode(listed)


def _is_thin(numbers: "array[int]") -> bool:
    return not numbers or len(numbers) * _THIN <= numbers[-1]


def _field_of(bits: int) -> bytes:
    return bits.to_bytes((bits.bit_length() + 7) >> 3, "little")
