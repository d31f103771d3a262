"""The wording of two reports compared: what was added, hardened, dropped, kept."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

from store.across.differences import Stretch, differing, likeness, pairs_of
from store.across.passages import Passage
from store.folding import fold

Change = Literal["added", "hardened", "softened", "reworded", "unchanged", "dropped"]
CHANGES: Final[tuple[Change, ...]] = get_args(Change)
"""In the order of a summary."""

_STRICT: Final = re.compile(
    "一票否决|擅自|零容忍|无死角|不留死角|一个不漏|一个不落|从严从快|绝不姑息|绝不允许|决不允许"
    "|必须|务必|一律|严禁|不得|坚决|绝不|决不|从严|从重|从快|严格|严肃|严厉|严防|立即|立刻"
    "|彻底|全面|确保|问责|追责|倒查|查处|严惩|免职|停职|追究|通报|约谈|限期|逐一|凡"
)
"""Words that demand without leaving a choice or name a sanction."""

_ALIKE: Final = 0.3
"""Likeness from which two demands are taken for one that was reworded. Chosen by reading the
pairs of nine series of two to seven meetings: lower, demands of different things were paired."""
_LEAD_WEIGHT: Final = 0.8
"""An equal opening clause makes a pair though everything behind it was written anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A demand of the earlier report and the same one of the later; one of them may be missing.

    The stretches are the characters of each text that the other does not have. A demand is
    hardened when it gained strict words and lost none, softened when it only lost some;
    ``gained`` and ``lost`` name them, so that the reader can judge.
    """

    change: Change
    earlier: Passage | None
    later: Passage | None
    former: tuple[Stretch, ...] = ()
    latter: tuple[Stretch, ...] = ()
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def wording_of(earlier: Sequence[Passage], later: Sequence[Passage]) -> tuple[Pair, ...]:
    """The demands of two reports side by side, in the later one's order.

    A dropped demand stands behind the one that it followed in the earlier report.
    """
    partners = _partners(earlier, later)
    taken = set(partners.values())
    pairs: list[Pair] = [
        _pair(earlier[partners[at]], passage)
        if at in partners
        else Pair(change="added", earlier=None, later=passage)
        for at, passage in enumerate(later)
    ]
    for at, passage in enumerate(earlier):
        if at not in taken:
            dropped = Pair(change="dropped", earlier=passage, later=None)
            pairs.insert(_after(pairs, earlier[:at]), dropped)
    return tuple(pairs)


def _partners(earlier: Sequence[Passage], later: Sequence[Passage]) -> dict[int, int]:
    """For passages of the later report those of the earlier one: the most alike go first."""
    before = [(pairs_of(one.text), pairs_of(one.lead)) for one in earlier]
    after = [(pairs_of(one.text), pairs_of(one.lead)) for one in later]
    scored = [
        (-score, abs(at - other), at, other)
        for at, one in enumerate(after)
        for other, former in enumerate(before)
        if (score := _score(former, one)) >= _ALIKE
    ]
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, at, other in sorted(scored):
        if at not in partners and other not in taken:
            partners[at] = other
            taken.add(other)
    return partners


def _score(
    one: tuple[Counter[str], Counter[str]], other: tuple[Counter[str], Counter[str]]
) -> float:
    return max(likeness(one[0], other[0]), _LEAD_WEIGHT * likeness(one[1], other[1]))


def _pair(earlier: Passage, later: Passage) -> Pair:
    if _letters(earlier.text) == _letters(later.text):
        return Pair(change="unchanged", earlier=earlier, later=later)
    former, latter = differing(earlier.text, later.text)
    before, after = _strict_words(earlier.text), _strict_words(later.text)
    gained, lost = after - before, before - after
    change: Change = "reworded"
    if bool(gained) != bool(lost):
        change = "hardened" if gained else "softened"
    return Pair(
        change=change,
        earlier=earlier,
        later=later,
        former=former,
        latter=latter,
        gained=tuple(gained),
        lost=tuple(lost),
    )


def _letters(text: str) -> str:
    return "".join(one for one in fold(text) if one.isalnum())


def _strict_words(text: str) -> Counter[str]:
    return Counter(_STRICT.findall(fold(text)))


def _after(pairs: Sequence[Pair], passages: Sequence[Passage]) -> int:
    """Where to put what followed these passages: behind the last of them that is there."""
    places = {pair.earlier.span: at for at, pair in enumerate(pairs) if pair.earlier is not None}
    return next((places[one.span] + 1 for one in reversed(passages) if one.span in places), 0)
