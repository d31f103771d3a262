"""Who sat in the room, in printed order, and what changed since the meeting before."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from store.model import Article, Role

_ELSEWHERE: Final[frozenset[Role]] = frozenset(("mentioned", "absent"))

_OF_A_LIST: Final = ("领导", "领导同志", "负责同志", "负责人")
_PLACES: Final = "省市州县区旗"
_DEGREES: Final = "副代原"
"""What makes another post of the one behind it: 代省长 is not 省长."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A name in a roster with the title printed there; ``rank`` counts from 1 in printed order."""

    name: str
    title: str | None
    roles: tuple[Role, ...]
    rank: int


@dataclass(frozen=True, slots=True)
class Move:
    """A name that stands elsewhere among those who are in both rosters; ranks count from 1.

    ``behind`` is who stands directly before it now, of those in both, or None for nobody.
    """

    name: str
    former: int
    now: int
    behind: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterChange:
    """Two rosters and their differences.

    ``gone`` are not named in the later report, which does not say that they were not there.
    ``retitled`` are in both, with another title printed.
    """

    earlier: tuple[Seat, ...]
    later: tuple[Seat, ...]
    new: tuple[Seat, ...]
    gone: tuple[Seat, ...]
    moved: tuple[Move, ...]
    retitled: tuple[tuple[Seat, Seat], ...]


def roster(article: Article) -> tuple[Seat, ...]:
    """Those in the room in printed order: everybody with a role there, absentees left out."""
    present = [one for one in article.people if set(one.roles) - _ELSEWHERE]
    return tuple(
        Seat(one.name, one.title, one.roles, rank) for rank, one in enumerate(present, start=1)
    )


def roster_change(earlier: Article, later: Article) -> RosterChange:
    """What differs between the rosters of two reports."""
    before, after = roster(earlier), roster(later)
    former = {seat.name: seat for seat in before}
    names = {seat.name for seat in after}
    return RosterChange(
        earlier=before,
        later=after,
        new=tuple(seat for seat in after if seat.name not in former),
        gone=tuple(seat for seat in before if seat.name not in names),
        moved=_moves([one.name for one in before], [one.name for one in after]),
        retitled=tuple(
            (former[seat.name], seat)
            for seat in after
            if seat.name in former and _other_title(former[seat.name], seat)
        ),
    )


def _other_title(before: Seat, after: Seat) -> bool:
    """Whether two titles are printed and differ.

    A title that is not repeated says nothing, nor does one of a whole list (省领导) or the name
    of the place in front (澜江省委书记 for 省委书记).
    """
    if not before.title or not after.title or before.title == after.title:
        return False
    if before.title.endswith(_OF_A_LIST) or after.title.endswith(_OF_A_LIST):
        return False
    short, long = sorted((before.title, after.title), key=len)
    named = long.removesuffix(short) if long.endswith(short) else ""
    return not (len(named) > 1 and short[0] in _PLACES and not set(named) & set(_DEGREES))


def _moves(before: Sequence[str], after: Sequence[str]) -> tuple[Move, ...]:
    """The fewest names whose moving explains the other order."""
    rank = {name: at for at, name in enumerate(name for name in before if name in set(after))}
    common = [name for name in after if name in rank]
    kept = _rising([rank[name] for name in common])
    return tuple(
        Move(name, rank[name] + 1, at + 1, common[at - 1] if at else None)
        for at, name in enumerate(common)
        if rank[name] not in kept
    )


def _rising(numbers: Sequence[int]) -> set[int]:
    """A longest run of different numbers that only rise, gaps allowed."""
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(tails, number)
        before[number] = tails[at - 1] if at else None
        tails[at : at + 1] = [number]
    kept = set()
    last: int | None = tails[-1] if tails else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept
