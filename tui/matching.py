"""Matching what is typed against entries of a list, also without a Chinese input method."""

from functools import lru_cache

from store.folding import squeeze
from store.library.pinyin import readings

_KEPT = 20_000
"""Entries whose folded text and readings are kept: every person of a large library."""


def matches(typed: str, text: str) -> bool:
    """Whether a text holds what is typed, or is read so: pinyin or initials from its start.

    Width, case and traditional characters make no difference.
    """
    wanted = squeeze(typed)
    if wanted in _squeezed(text):
        return True
    if not wanted.isascii():
        return False
    return any(reading.startswith(wanted) for reading in _readings(text))


@lru_cache(maxsize=_KEPT)
def _squeezed(text: str) -> str:
    return squeeze(text)


@lru_cache(maxsize=_KEPT)
def _readings(text: str) -> tuple[str, ...]:
    return readings(text, person=True)
