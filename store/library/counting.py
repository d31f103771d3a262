"""Count in how many meetings the sets of many values meet one set of articles. Pure."""

from array import array
from collections.abc import Iterable
from itertools import compress
from typing import Final

from store.library import bits
from store.library.bits import CHUNK, Matches, Piece

_ALL: Final = (1 << CHUNK) - 1


class Counting:
    """One set of articles, cut as the sets of values are stored, that these are counted against."""

    def __init__(self, matches: Matches) -> None:
        self._parts = {
            (plane, start): part
            for plane, field in enumerate(matches.planes)
            for start in range(0, field.bit_length(), CHUNK)
            if (part := field >> start & _ALL)
        }
        self._flags: dict[tuple[int, int], bytes] = {}

    def count(self, pieces: Iterable[Piece]) -> int:
        """The number of meetings in which a matching article has the value."""
        together: dict[int, int] = {}
        single: dict[int, set[int]] = {}
        for plane, start, data in pieces:
            part = self._parts.get((plane, start))
            if part is None:
                continue
            listed = bits.listed_in(data)
            if listed is None:
                together[start] = together.get(start, 0) | part & bits.decode(data)
            else:
                single.setdefault(start, set()).update(self._held(listed, plane, start))
        counted = sum(field.bit_count() for field in together.values())
        return counted + sum(
            _further(numbers, together.get(start, 0)) for start, numbers in single.items()
        )

    def _held(self, listed: "array[int]", plane: int, start: int) -> Iterable[int]:
        """Those numbers of a list that match."""
        key = plane, start
        flags = self._flags.get(key)
        if flags is None:
            # as long as a piece, so that every number of a list has its flag
            flags = self._flags[key] = bits.flags_of(self._parts[key]).ljust(CHUNK, b"\0")
        return compress(listed, map(flags.__getitem__, listed))


def _further(numbers: set[int], together: int) -> int:
    """How many of these meetings are not counted yet."""
    if not numbers or not together:
        return len(numbers)
    field = together.to_bytes(CHUNK >> 3, "little")
    return len([one for one in numbers if not field[one >> 3] >> (one & 7) & 1])
