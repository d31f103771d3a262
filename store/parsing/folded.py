"""Text made even for the pattern rules, one character for one character.

Papers mix half-width and full-width punctuation, full-width digits, and traditional
characters. The rules are written once, for simplified characters and full-width
punctuation; because nothing changes its length, what they find in the folded text has the
same offsets in the printed one.
"""

from store.lexicon.loader import load

_FURTHER = str.maketrans({"\t": " ", "\r": " ", "＋": "+", "．": ".", "﹑": "、", "｡": "。"})


def fold(text: str) -> str:
    """The text with variants of characters, digits and punctuation made one; same length."""
    return text.translate(load().plain).translate(_FURTHER)
