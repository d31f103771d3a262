"""Which characters of two texts differ, in pieces that a reader can take in."""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from store.folding import fold

Stretch = tuple[int, int]
"""Characters [start, end) of a text."""

_LEAST_KEPT = 2
"""Characters in a row that two texts must share between two changes to count as kept: single
characters of Chinese agree by chance."""
_WORK: Final = 400_000
"""Pairs of equal characters up to which two texts are compared in full (about 0.1 s)."""

_NUMERALS: Final = MappingProxyType(dict(zip("0123456789", "零一二三四五六七八九", strict=True)))


def differing(earlier: str, later: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """The stretches of each text that the other does not have, in order.

    Width, script and kind of punctuation make no difference. Texts so long or so monotonous
    that comparing them would take long differ in all that lies between their common ends.
    """
    left, right = fold(earlier), fold(later)
    head = _common(left, right)
    tail = _common(left[head:][::-1], right[head:][::-1])
    middle = left[head : len(left) - tail], right[head : len(right) - tail]
    former: list[Stretch] = []
    latter: list[Stretch] = []
    for start, end, other_start, other_end in _changed(*middle):
        if start < end:
            former.append((head + start, head + end))
        if other_start < other_end:
            latter.append((head + other_start, head + other_end))
    return tuple(former), tuple(latter)


def likeness(earlier: Counter[str], later: Counter[str]) -> float:
    """How much two counts of pairs have in common, 0 to 1 (Dice's coefficient)."""
    total = earlier.total() + later.total()
    return 2 * (earlier & later).total() / total if total else 0.0


def pairs_of(text: str) -> Counter[str]:
    """The pairs of neighbouring letters and digits of a folded text with their counts.

    ``8`` and ``八`` are one: papers print either.
    """
    kept = [_NUMERALS.get(one, one) for one in fold(text) if one.isalnum()]
    return Counter(first + second for first, second in pairwise(kept))


def _common(left: str, right: str) -> int:
    """How many characters two texts share at their beginning."""
    least = min(len(left), len(right))
    return next((at for at in range(least) if left[at] != right[at]), least)


def _changed(left: str, right: str) -> Sequence[tuple[int, int, int, int]]:
    if not left and not right:
        return ()
    counts = Counter(right)
    if sum(times * counts[one] for one, times in Counter(left).items()) > _WORK:
        return ((0, len(left), 0, len(right)),)
    changes: list[tuple[int, int, int, int]] = []
    for kind, start, end, other, other_end in SequenceMatcher(
        None, left, right, autojunk=False
    ).get_opcodes():
        if kind == "equal":
            continue
        if changes and start - changes[-1][1] < _LEAST_KEPT:
            first = changes.pop()
            start, other = first[0], first[2]
        changes.append((start, end, other, other_end))
    return changes
