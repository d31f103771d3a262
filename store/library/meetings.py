"""Which reports speak of one meeting, and where an article stands in the timeline. Pure."""

import re
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


def meeting_key(article: Article) -> str:
    """The key that reports of one meeting share; the article's own id when in any doubt.

    Two reports are of one meeting only when a full date, the series, the level and the one
    who presided (or the main speaker) all are stated and all agree. Merging two meetings would
    invent one, so weak evidence leaves them apart.
    """
    event = article.event
    if event is None or not event.series or not event.date or article.further_events:
        return article.id
    chair = _chair(article)
    if chair is None or not _FULL.fullmatch(event.date):
        return article.id
    parts = (event.date, fold(event.series), event.level or "", chair, article.kind)
    return _SEPARATOR.join(parts)


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


def _chair(article: Article) -> str | None:
    for role in ("presided", "spoke"):
        names = sorted(person.name for person in article.people if role in person.roles)
        if len(names) == 1:
            return f"{role}:{fold(names[0])}"
        if names:
            return None
    return None
