"""Which place a printed title belongs to, and titles that one person can hardly have had."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Final, Literal, NamedTuple

Rank = Literal["province", "city", "county"]

_RANK_OF: Final[dict[str, Rank]] = {
    "省": "province",
    "治区": "province",
    "市": "city",
    "州": "city",
    "盟": "city",
    "县": "county",
    "区": "county",
    "旗": "county",
}
_PLACE: Final = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{1,7}?(?P<end>省|自治区|市|州|盟|县|(?<!治)区|旗))(?![场民级属直管域])"
)
_NO_PLACE: Final = re.compile(
    r"[副委局厅部院校会全各常原任]"
    r"|^.{0,2}(?:社|园|校|景|军|战|新|城|山|灾|林|矿|库|辖|开发|管理|保护|示范|实验|合作|自贸)区$"
)
_CLOSE: Final = 180
"""Days between two printings of one title within which the same post is taken to go on."""


class Home(NamedTuple):
    """The place whose title it is, as printed, and its rank: 云汀市 of 云汀市委书记 is a city."""

    place: str
    rank: Rank


class Printed(NamedTuple):
    """A title that was printed in a report of an ISO day with its year."""

    day: str
    title: str


@dataclass(frozen=True, slots=True)
class Clash:
    """Two titles of places of one rank, the second printed while the first one held.

    One name with both may be two people: nothing is merged or parted, the reader is told.
    """

    titles: tuple[str, str]
    places: tuple[str, str]
    day: str


def homes_of(title: str) -> list[Home]:
    """The places that the parts of a title name themselves; 市委书记 alone names none."""
    homes = []
    for part in re.split("[、，,；;]", title):
        found = _PLACE.match(part.removeprefix("中共"))
        if found and len(found["place"]) > 2 and not _NO_PLACE.search(found["place"]):
            end = "治区" if found["end"] == "自治区" else found["end"]
            homes.append(Home(found["place"], _RANK_OF[end]))
    return homes


def clashes(printed: Iterable[Printed]) -> tuple[Clash, ...]:
    """Where one name bears titles of two different places at the same time.

    At the same time means on one day, or one between two printings of the other that are at
    most half a year apart: who moved from one post to the next is no clash.
    """
    held: dict[Home, list[Printed]] = {}
    for one in printed:
        if _is_day(one.day):
            for home in homes_of(one.title):
                held.setdefault(home, []).append(one)
    found = []
    for home, other in combinations(sorted(held), 2):
        if home.rank == other.rank:
            found += _between(home, sorted(held[home]), other, sorted(held[other]))
    return tuple(found)


def _between(
    home: Home, printed: Sequence[Printed], other: Home, others: Sequence[Printed]
) -> list[Clash]:
    """The first clash of two homes, if any."""
    for steady, second, places in (
        (printed, others, (home.place, other.place)),
        (others, printed, (other.place, home.place)),
    ):
        for before, after in zip(steady, [*steady[1:], steady[-1]], strict=True):
            near = _days_between(before.day, after.day) <= _CLOSE
            for one in second:
                if one.day == before.day or (near and before.day < one.day < after.day):
                    return [Clash((before.title, one.title), places, one.day)]
    return []


def _days_between(before: str, after: str) -> int:
    return (date.fromisoformat(after) - date.fromisoformat(before)).days


def _is_day(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True
