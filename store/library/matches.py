"""Sets of articles, as questions combine and count them and as the index stores one for each value.

An article's address is its meeting and, above that, its plane: the first report of a meeting
lies in plane 0, the next in plane 1 ... Sets of addresses are roaring bitmaps (pyroaring), which
are combined and counted without being taken apart.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from pyroaring import BitMap

from store.library.interface import LibraryDamagedError

PLANE: Final = 1 << 24
"""Meetings that can be told apart; an address has 32 bits."""

PLANES: Final = 1 << 8
"""Reports that one meeting can hold."""

_END: Final = PLANE * PLANES


class Matches:
    """A set of articles. Immutable, as is the bitmap of addresses that it is made of."""

    __slots__ = ("_articles", "_one_each")

    def __init__(self, articles: BitMap) -> None:
        self._articles = articles
        self._one_each = not articles or articles.max() < PLANE

    @classmethod
    def of(cls, addresses: Iterable[int]) -> "Matches":
        """The set of the articles with these addresses."""
        return cls(BitMap(addresses))

    def __and__(self, other: "Matches") -> "Matches":
        return Matches(self._articles & other._articles)

    def __or__(self, other: "Matches") -> "Matches":
        return Matches(self._articles | other._articles)

    def __sub__(self, other: "Matches") -> "Matches":
        return Matches(self._articles - other._articles)

    def __bool__(self) -> bool:
        return bool(self._articles)

    def __contains__(self, address: int) -> bool:
        return address in self._articles

    def meetings(self) -> BitMap:
        """The numbers of the meetings that have an article here."""
        return _meetings_of(self._articles)

    def meetings_with_more(self) -> BitMap:
        """The numbers of the meetings that have another article here than their first report."""
        return BitMap() if self._one_each else _meetings_of(self._articles.shift(-PLANE))

    def count(self) -> int:
        """The number of meetings."""
        return len(self.meetings())

    def articles_among(self, stored: Sequence[BitMap]) -> int:
        """The number of articles that are in a stored set too; no fewer than its meetings."""
        return sum(map(self._articles.intersection_cardinality, stored))

    def meetings_among(self, stored: Sequence[BitMap]) -> int:
        """The number of meetings with an article that is in a stored set too."""
        if self._one_each:
            return self.articles_among(stored)
        # no meeting has articles in two pieces of a set
        return sum(len(_meetings_of(self._articles & piece)) for piece in stored)


def address_of(meeting: int, plane: int) -> int:
    """One number for a report of a meeting."""
    return plane * PLANE + meeting


def piece_of(data: bytes) -> BitMap:
    """A stored piece of a set; raises LibraryDamagedError when it is none."""
    try:
        # what another user may have written is looked at whole before it is used
        return BitMap.deserialize(data)
    except (ValueError, IndexError) as error:
        raise LibraryDamagedError(
            f"index.sqlite: a set of articles is damaged ({error}); run policyreader doctor"
        ) from error


def _meetings_of(articles: BitMap) -> BitMap:
    if not articles or (last := articles.max()) < PLANE:
        return articles
    together = rest = articles
    for _ in range(last // PLANE):
        rest = rest.shift(-PLANE)
        together = together | rest
    together.remove_range(PLANE, _END)
    return together
