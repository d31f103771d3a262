"""Text made even for the pattern rules, one character for one character.

Papers mix half-width and full-width punctuation, full-width digits, and traditional
characters. The rules are written once, for simplified characters and full-width
punctuation; because nothing changes its length, what they find in the folded text has the
same offsets in the printed one.
"""

from collections.abc import Mapping
from functools import cache

from store.lexicon.loader import load

_FURTHER = {"\t": " ", "\r": " ", "＋": "+", "．": ".", "﹑": "、", "｡": "。", "｜": "|", "丨": "|"}


def fold(text: str) -> str:
    """Make variants of characters, digits and punctuation one, without changing the length."""
    return text.translate(_table())


@cache
def _table() -> Mapping[int, int | str]:
    return {**load().plain, **{ord(given): wanted for given, wanted in _FURTHER.items()}}
