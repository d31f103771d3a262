"""Count in how many meetings the sets of many values meet one set of articles. Pure."""

from collections.abc import Iterable, Sequence
from itertools import compress

from store.library import bits
from store.library.bits import Matches, Piece


class Counting:
    """One set of articles, prepared so that the sets of values are quickly counted against it."""

    def __init__(self, matches: Matches) -> None:
        self._planes = matches.planes
        self._flags = [bits.flags_of(plane) for plane in matches.planes]

    def count(self, pieces: Iterable[Piece]) -> int:
        """The number of meetings in which a matching article has the value."""
        together = 0
        single: set[int] = set()
        for plane, start, data in pieces:
            if plane >= len(self._planes):
                continue
            listed = bits.listed_in(data)
            if listed is None:
                together |= self._planes[plane] & (bits.decode(data) << start)
            else:
                single.update(self._held(listed, plane, start))
        return together.bit_count() + self._further(single, together)

    def _held(self, listed: Sequence[int], plane: int, start: int) -> Iterable[int]:
        """Those numbers of a list that match."""
        flags = self._flags[plane]
        numbers = [start + number for number in listed] if start else listed
        if numbers[-1] >= len(flags):
            # numbers ascend: the flags may end before the last of them
            numbers = [number for number in numbers if number < len(flags)]
        return compress(numbers, map(flags.__getitem__, numbers))

    @staticmethod
    def _further(single: set[int], together: int) -> int:
        """How many of these meetings are not counted yet."""
        if not single or not together:
            return len(single)
        field = together.to_bytes((together.bit_length() >> 3) + 1, "little")
        end = len(field) << 3
        return sum(1 for one in single if one >= end or not field[one >> 3] >> (one & 7) & 1)
