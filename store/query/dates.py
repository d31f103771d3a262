"""Days, months, years, spans and relative dates of a query, as a first and a last day."""

import re
import unicodedata
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from types import MappingProxyType
from typing import Final, Literal

from store.query.errors import QueryError

DaySpan = tuple[date, date]
"""The first and the last day of a day, a week, a month or a year."""

_Unit = Literal["day", "week", "month", "year"]

_WRITTEN: Final = re.compile(
    r"(?P<year>\d{4})(?:年|[-/.]|$)(?:(?P<month>\d{1,2})(?:月|[-/.]|$)(?:(?P<day>\d{1,2})[日号號]?)?)?"
)
_COMPACT: Final = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})")
_DANGLING: Final = re.compile(r"[-/.]$")

_RELATIVE: Final[MappingProxyType[str, tuple[_Unit, int]]] = MappingProxyType(
    {
        "today": ("day", 0),
        "yesterday": ("day", -1),
        "this week": ("week", 0),
        "last week": ("week", -1),
        "this month": ("month", 0),
        "last month": ("month", -1),
        "this year": ("year", 0),
        "last year": ("year", -1),
        "今天": ("day", 0),
        "今日": ("day", 0),
        "昨天": ("day", -1),
        "昨日": ("day", -1),
        "前天": ("day", -2),
        "本周": ("week", 0),
        "这周": ("week", 0),
        "上周": ("week", -1),
        "本月": ("month", 0),
        "这个月": ("month", 0),
        "上月": ("month", -1),
        "上个月": ("month", -1),
        "今年": ("year", 0),
        "本年": ("year", 0),
        "去年": ("year", -1),
        "上年": ("year", -1),
        "前年": ("year", -2),
    }
)
_YEAR, _MONTH, _DAY = len("2022"), len("2022-01"), len("2022-01-18")

RELATIVE_STARTS: Final = frozenset({"this", "last"})
"""Words that begin a relative date of two words, such as ``last month``."""


def read_span(typed: str, today: date, position: int) -> tuple[date | None, date | None]:
    """The days of a date or of a span ``A..B``; an end left out is None.

    Raises QueryError at the end that cannot be read, or where a span runs backwards.
    """
    first_typed, dots, last_typed = typed.partition("..")
    if not dots:
        return read_date(typed, today, position)
    first = read_date(first_typed, today, position)[0] if first_typed else None
    behind = position + len(first_typed) + len(dots)
    last = read_date(last_typed, today, behind)[1] if last_typed else None
    if first and last and first > last:
        raise QueryError("the span ends before it begins", behind, f"{last_typed}..{first_typed}")
    return first, last


def read_date(typed: str, today: date, position: int) -> DaySpan:
    """The first and last day of a written or relative date; raises QueryError."""
    plain = unicodedata.normalize("NFKC", typed)
    relative = _RELATIVE.get(" ".join(plain.lower().split()))
    if relative is not None:
        return _relative(*relative, today)
    try:
        written = _written(plain)
    except ValueError as error:
        raise QueryError("{typed} is not in the calendar", position, typed=typed) from error
    if written is None:
        raise QueryError(
            "{typed} is no date; write 2022, 2022-01, 2022-01-18, last month or 上月",
            position,
            today.isoformat(),
            typed=typed,
        )
    return written


def print_span(first: date | None, last: date | None) -> str:
    """The shortest date or span of whole years, months or days that ``read_span`` reads back."""
    for length in (_YEAR, _MONTH, _DAY):
        begins, ends = (day.isoformat()[:length] if day else "" for day in (first, last))
        if _whole(begins, first, 0) and _whole(ends, last, 1):
            break
    return begins if begins and begins == ends else f"{begins}..{ends}"


def print_start(first: date) -> str:
    """The shortest year, month or day that begins on a day."""
    return print_span(first, None).removesuffix("..")


def _whole(written: str, day: date | None, end: Literal[0, 1]) -> bool:
    """Whether the year, month or day that is written begins (or ends) on the day meant."""
    if day is None:
        return True
    days = _written(written)
    return days is not None and days[end] == day


def _written(text: str) -> DaySpan | None:
    """The days of a written date, or None; ValueError when the calendar has no such day."""
    match = _COMPACT.fullmatch(text) or _WRITTEN.fullmatch(text)
    if match is None or _DANGLING.search(text):
        return None
    year, month, day = match.group("year", "month", "day")
    return _days(int(year), int(month) if month else None, int(day) if day else None)


def _days(year: int, month: int | None, day: int | None) -> DaySpan:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def _relative(unit: _Unit, steps: int, today: date) -> DaySpan:
    """The day, week (from Monday), month or year that lies ``steps`` from the one of today."""
    if unit == "day":
        day = today + timedelta(days=steps)
        return day, day
    if unit == "week":
        monday = today + timedelta(days=7 * steps - today.weekday())
        return monday, monday + timedelta(days=6)
    if unit == "month":
        year, month = divmod(today.year * 12 + today.month - 1 + steps, 12)
        return _days(year, month + 1, None)
    return _days(max(MINYEAR, min(MAXYEAR, today.year + steps)), None, None)
