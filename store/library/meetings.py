"""Which reports speak of one meeting, and where an article stands in the timeline. Pure."""

import re
from collections.abc import Iterable
from typing import Final

from store.folding import fold
from store.model import Article

_FULL: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEARLESS: Final = re.compile(r"--(\d{2})-(\d{2})")
_SEPARATOR: Final = "\x1f"

_DAYS: Final = 4_000_000
"""Above every ordinal of datetime.date (3,652,059): days count down, the newest first."""

UNDATED_DAY: Final = _DAYS + 2_000
"""The first place after all full and yearless days."""

YEARLESS_DAY: Final = _DAYS
"""The first place of a day without a year."""


def meeting_keys(article: Article) -> tuple[str, ...]:
    """What reports of one meeting have in common: those that share a key are of one meeting.

    A key names the full date, the series, the level, the kind and one who presided (or the only
    main speaker); a report that also tells of a further meeting has a key for each who presided.
    Merging two meetings would invent one, so a report that lacks any of these has no key and
    stands alone.
    """
    event = article.event
    if event is None or not event.series or not event.date or not _FULL.fullmatch(event.date):
        return ()
    parts = (event.date, fold(event.series), event.level or "", article.kind)
    return tuple(_SEPARATOR.join((*parts, chair)) for chair in _chairs(article))


def meeting_name(keys: Iterable[str], article_id: str) -> str:
    """The key of a row of the timeline: the least of its reports' keys, or the article's id."""
    return min(keys, default=article_id)


def sort_date(article: Article) -> str | None:
    """The date that orders an article: the event's, or without one the publication's."""
    if article.event is not None and article.event.date:
        return article.event.date
    return article.published.date if article.published is not None else None


def timeline_day(date: str | None) -> int:
    """A number that grows from the newest day to the oldest, then yearless, then undated."""
    if date is None:
        return UNDATED_DAY
    if _FULL.fullmatch(date):
        year, month, day = (int(part) for part in date.split("-"))
        # not datetime.date: a day that does not exist must have a place too
        return _DAYS - 1 - (year * 372 + month * 31 + day)
    yearless = _YEARLESS.fullmatch(date)
    if yearless is None:
        return UNDATED_DAY
    return YEARLESS_DAY + max(0, 1_999 - (int(yearless[1]) * 100 + int(yearless[2])))


def month_of(date: str | None) -> str | None:
    """The month of a date as a facet: ``2022-01``, ``--11`` without a year, or None."""
    if date is None:
        return None
    if _FULL.fullmatch(date):
        return date[:7]
    return date[:4] if _YEARLESS.fullmatch(date) else None


def _chairs(article: Article) -> list[str]:
    presided = [person.name for person in article.people if "presided" in person.roles]
    if presided:
        return sorted({f"presided:{fold(name)}" for name in presided})
    spoke = [person.name for person in article.people if "spoke" in person.roles]
    return [f"spoke:{fold(spoke[0])}"] if len(spoke) == 1 else []
