"""Clauses of a masked text: where one begins and ends, brackets and quotes left whole."""

from collections.abc import Sequence

from store.parsing.days import Day

DAY = "\x01"
"""Stands for each character of a day expression, so that a pattern can step over it."""

_LONGEST_CLAUSE = 160
_BREAK = frozenset("，。；！？：,;!?:\n")
_OPEN, _CLOSE = frozenset("（《“‘【"), frozenset("）》”’】")
_PAIRS = dict(zip("）》”’】", "（《“‘【", strict=True))


def mask(plain: str, days: Sequence[Day]) -> str:
    """The text with every day expression turned into as many DAY characters."""
    parts, position = [], 0
    for day in days:
        parts += [plain[position : day.start], DAY * (day.end - day.start)]
        position = day.end
    return "".join((*parts, plain[position:]))


def clause_start(masked: str, end: int) -> int:
    """Where the clause that ends at ``end`` begins; marks inside brackets and quotes do not count."""
    depth: list[str] = []
    for position in range(end - 1, max(-1, end - _LONGEST_CLAUSE), -1):
        char = masked[position]
        if char in _CLOSE:
            depth.append(_PAIRS[char])
        elif char in _OPEN:
            if not depth or char != depth.pop():
                return position + 1
        elif not depth and (char in _BREAK or (char == " " and _is_gap(masked, position))):
            return position + 1
    return max(0, end - _LONGEST_CLAUSE)


def clause_end(masked: str, start: int, longest: int) -> int:
    """Where the clause that begins at ``start`` ends, at most ``longest`` characters on."""
    depth: list[str] = []
    stop = min(len(masked), start + longest)
    for position in range(start, stop):
        char = masked[position]
        if char in _OPEN:
            depth.append(char)
        elif char in _CLOSE:
            if not depth or _PAIRS[char] != depth.pop():
                return position
        elif not depth and (char in _BREAK or (char == " " and _is_gap(masked, position))):
            return position
    return stop


def _is_gap(masked: str, position: int) -> bool:
    """Whether a space parts two clauses: not beside a digit, a letter or a day, nor before （扩大）."""
    if masked.startswith("（扩大）", position + 1):
        return False
    around = masked[max(0, position - 1) : position] + masked[position + 1 : position + 2]
    return not any(char.isascii() for char in around) and len(around) == 2
