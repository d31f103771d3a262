"""Questions over several meetings: careers, rosters, wording. Pure, given a library."""

from store.across.careers import (
    Career,
    RoleCount,
    TitleUse,
    glance,
    person,
    roles_in,
    with_titles,
)
from store.across.comparing import (
    Comparison,
    compare,
    fullest,
    next_meeting,
    of_one_paper,
    previous_meeting,
    roster_changes,
    wording,
)
from store.across.homes import Clash
from store.across.passages import Passage
from store.across.rosters import Move, RosterChange, Seat, roster_change
from store.across.tallies import Demand, TermUse, demands, statistics, term_uses
from store.across.wordings import CHANGES, Change, Pair

__all__ = [
    "CHANGES",
    "Career",
    "Change",
    "Clash",
    "Comparison",
    "Demand",
    "Move",
    "Pair",
    "Passage",
    "RoleCount",
    "RosterChange",
    "Seat",
    "TermUse",
    "TitleUse",
    "compare",
    "demands",
    "fullest",
    "glance",
    "next_meeting",
    "of_one_paper",
    "person",
    "previous_meeting",
    "roles_in",
    "roster_change",
    "roster_changes",
    "statistics",
    "term_uses",
    "with_titles",
    "wording",
]
