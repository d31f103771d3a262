"""Days out of the date fields of metadata, as the day in China (UTC+8)."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from store.model import Dated

_CHINA = timezone(timedelta(hours=8))
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"^((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{6})?$")
_MAIL = re.compile(r"^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4}")
_ZONED = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?\s*(?:Z|[+-]\d\d:?\d\d)$")
_UNIX = re.compile(r"^(\d{10})(?:\d{3})?$")
_LARGEST = 10**20
"""Of a number that names a day or a moment; Python refuses to write out very long ones."""
_MOVED = " turned into the day in China"


def dated(value: object, basis: str) -> Dated | None:
    """The day that a metadata value states, with the field as its basis; None when it states none.

    A time with a zone is moved to UTC+8, where these reports are published, and the basis says
    so when that is another clock; a time without a zone is taken as printed.
    """
    if isinstance(value, datetime):
        return _of_moment(value, basis) if value.tzinfo else Dated(value.date().isoformat(), basis)
    if isinstance(value, date):
        return Dated(value.isoformat(), basis)
    if not isinstance(value, str | int) or isinstance(value, bool):
        return None
    if isinstance(value, int) and abs(value) > _LARGEST:
        return None
    return _of_text(str(value).strip()[:100], basis)


def _of_text(text: str, basis: str) -> Dated | None:
    moment = _moment(text)
    if moment is not None:
        return _of_moment(moment, basis)
    match = _DAY.search(text) or _COMPACT.match(text)
    if match is None:
        return None
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
    return Dated(day.isoformat(), basis)


def _moment(text: str) -> datetime | None:
    """The moment of a text that names its zone: a mail date, ISO with a zone, Unix seconds."""
    try:
        if _MAIL.match(text):
            return parsedate_to_datetime(text)
        if _ZONED.match(text):
            return datetime.fromisoformat(text)
        if unix := _UNIX.match(text):
            return datetime.fromtimestamp(int(unix[1]), UTC)
    except (ValueError, OverflowError):
        return None
    return None


def _of_moment(moment: datetime, basis: str) -> Dated:
    if moment.utcoffset() == timedelta(hours=8):
        return Dated(moment.date().isoformat(), basis)
    try:
        there = moment.astimezone(_CHINA)
    except (OverflowError, ValueError):
        return Dated(moment.date().isoformat(), basis)
    return Dated(there.date().isoformat(), basis + _MOVED)
