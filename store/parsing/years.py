"""Gives a day expression its month and year from the evidence of its own document, or leaves them.

A year is taken, in this order, from the expression itself, from the same day printed with a
year elsewhere in the document, from the dateline, from the publication date, from the name of
the meeting, and from a sentence like 2031年是…之年. Whatever is left open stays open.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from store.model import Published
from store.parsing.days import Day, Word, exists, find_days
from store.parsing.year_claims import Claim, claimed_year, claims_in, document_claims

LONGEST_LAG = 120
"""Days between a meeting and its publication beyond which the publication gives no year."""

MOST_NEAR = 50_000
"""Characters of the other reports of a page that are asked for a year."""

LONGEST_LEAD = 3
"""Days by which a meeting may be later than the stated publication (time zones, notices)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """What a document gives to count days from.

    ``dateline`` is the day of …社…1月3日电, ``published`` the publication or else the date of
    the page (``source`` says which), ``printed_day`` the publication as a date line of the report
    prints it, ``printed`` the days that the document prints with a year,
    ``months`` bare days whose month it prints elsewhere, ``claims`` the years it speaks about.
    """

    dateline: Day | None
    published: date | None
    source: Literal["publication", "the date of the page"]
    printed_day: date | None
    printed: dict[tuple[int, int], int]
    months: dict[int, int]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """A day as ISO (``2031-01-18`` or ``--01-18``) or None, the end of its range, and why."""

    date: str | None
    date_end: str | None
    basis: str


_COMPACT = re.compile(r"(?<![\d/])((?:19|20)\d\d)(\d\d)(\d\d)(?![\d/])")
_LONGEST_DATE_LINE = 40
_DATELINE_END = re.compile(r" ?(?:专)?(?:电|讯|消息)")
_DATELINE_ROOM = 60
_BACK: dict[Word, int] = {"today": 0, "yesterday": 1, "before yesterday": 2}


def find_dateline(texts: Iterable[str]) -> Day | None:
    """The day of the first dateline: 新华社云汀1月3日电, 本报9月29日讯; texts are plain."""
    for text in texts:
        for day in find_days(text[:_DATELINE_ROOM]):
            if day.month and day.day and not day.word and _DATELINE_END.match(text, day.end):
                return day
    return None


def gather(
    texts: Sequence[str], published: Published | None, surroundings: Iterable[str]
) -> Anchors:
    """Everything the document gives to count days from; texts are plain paragraphs in order."""
    printed: dict[tuple[int, int], int] = {}
    months: dict[int, int] = {}
    for text in texts:
        for day in find_days(text) if "日" in text else ():
            if day.month and day.day and not day.word:
                if day.year:
                    printed.setdefault((day.month, day.day), day.year)
                months.setdefault(day.day, day.month)
    stated = _full_date(published)
    own = [claim for text in texts for claim in claims_in(text, elsewhere=False)]
    near = [] if stated else list(_near(surroundings))
    others = [claim for text in near if not own for claim in claims_in(text, elsewhere=True)]
    return Anchors(
        dateline=find_dateline(texts),
        published=stated or _page_date(near),
        source="publication" if stated else "the date of the page",
        printed_day=stated if published and published.basis.startswith("date line") else None,
        printed=printed,
        months=months,
        claims=tuple(own or others or ([] if stated else document_claims(texts))),
    )


def _near(surroundings: Iterable[str]) -> Iterator[str]:
    """The texts of the page up to MOST_NEAR characters: a long page must not cost its square."""
    room = MOST_NEAR
    for text in surroundings:
        room -= len(text) + 1
        if room < 0:
            return
        yield text


def _page_date(texts: Iterable[str]) -> date | None:
    """The one day with a year that short lines of the page name: 《…》（20310118）, a date line."""
    found: set[date] = set()
    for text in texts:
        if len(text) > _LONGEST_DATE_LINE:
            continue
        for day in find_days(text):
            if day.year and day.month and day.day and day.end_day is None:
                found.add(date(day.year, day.month, day.day))
        for year, month, number in _COMPACT.findall(text):
            if exists(int(year), int(month), int(number)):
                found.add(date(int(year), int(month), int(number)))
    return found.pop() if len(found) == 1 else None


def _full_date(published: Published | None) -> date | None:
    if published is None:
        return None
    try:
        return date.fromisoformat(published.date[:10])
    except ValueError:
        return None


class NameYear(NamedTuple):
    """The year that the name of a meeting has; ``numbered`` says that meetings are counted in it."""

    year: int
    numbered: bool


def settle(day: Day, anchors: Anchors, name_year: NameYear | None = None) -> Settled:
    """The day that an expression means in its document; ``name_year`` is printed in the name."""
    if day.word == "recently":
        return Settled(None, None, "the text says recently, not on which day")
    place = _month_and_day(day, anchors)
    if isinstance(place, str):
        return Settled(None, None, place)
    month, number, origin = place
    year, evidence = _year(day, month, number, anchors, name_year)
    if not exists(year, month, number):
        return Settled(None, None, "the calendar has no such day")
    basis = f"{origin}, {evidence}" if evidence else origin
    return Settled(_iso(year, month, number), _end(day, year, month, number), basis)


def _iso(year: int | None, month: int, day: int) -> str:
    return f"{year:04d}-{month:02d}-{day:02d}" if year else f"--{month:02d}-{day:02d}"


def _end(day: Day, year: int | None, month: int, number: int) -> str | None:
    if day.end_day is None:
        return None
    end_month = day.end_month or month
    if (end_month, day.end_day) < (month, number):
        if day.end_month is None:
            return None
        year = year + 1 if year else None
    year = day.end_year or year
    return _iso(year, end_month, day.end_day) if exists(year, end_month, day.end_day) else None


def _month_and_day(day: Day, anchors: Anchors) -> tuple[int, int, str] | str:
    """Month, day and where they come from; or the sentence that says why there are none."""
    if day.month is not None and day.day is not None:
        return day.month, day.day, "day in the text"
    if day.day is not None:
        return _month_of(day.day, anchors)
    return _counted(day.word, anchors)


def _counted(word: Word, anchors: Anchors) -> tuple[int, int, str] | str:
    """The day that a relative word means.

    A dateline is the day of writing. Of a printed day of publication only 昨天 is counted: what
    a newspaper calls so is the day before it, while 今天 may have been written days earlier. A
    day that stands outside the text (a crawl, a front matter) counts for neither.
    """
    line, back = anchors.dateline, _BACK.get(word)
    if line is not None and line.month and line.day and back is not None:
        published = anchors.published
        near = _nearest(published, line.month, line.day) if published else None
        days = _days_back(line.year or near, line.month, line.day, back)
        if len(days) == 1:
            return *days.pop(), "day counted from the dateline"
    if line is None and word == "yesterday" and anchors.printed_day is not None:
        counted = anchors.printed_day - timedelta(days=1)
        return counted.month, counted.day, "yesterday of the publication day"
    return "the text counts from a day that it does not name"


def _days_back(year: int | None, month: int, day: int, back: int) -> set[tuple[int, int]]:
    """Month and day so many days earlier; two where it takes the year to know (before 1 March)."""
    days = set()
    for any_year in (year,) if year else (2000, 2001):
        if exists(any_year, month, day):
            counted = date(any_year, month, day) - timedelta(days=back)
            days.add((counted.month, counted.day))
    return days


def _month_of(number: int, anchors: Anchors) -> tuple[int, int, str] | str:
    """The month of a bare day: that of the dateline or of the publication, or the one before."""
    line, published = anchors.dateline, anchors.published
    if line is not None and line.month and line.day:
        month = line.month if number <= line.day + 1 else (line.month - 2) % 12 + 1
        return month, number, "day in the text, month from the dateline"
    if number in anchors.months:
        return anchors.months[number], number, "day in the text, month from the same day elsewhere"
    if published is None:
        return "the text gives a day without a month"
    month = published.month if number <= published.day + 1 else (published.month - 2) % 12 + 1
    return month, number, "day in the text, month from " + anchors.source


def _year(
    day: Day, month: int, number: int, anchors: Anchors, name_year: NameYear | None
) -> tuple[int | None, str]:
    """The year of a month and day, and the evidence as the end of a sentence."""
    if day.year:
        return day.year, "year in the text"
    from_publication = day.day is None and anchors.dateline is None
    if (month, number) in anchors.printed and not from_publication:
        return anchors.printed[month, number], "year from the same day elsewhere in the text"
    if day.end_year and day.end_month:
        crossed = (day.end_month, day.end_day or 0) < (month, number)
        return day.end_year - crossed, "year from the end of the range"
    if anchors.dateline is not None and anchors.dateline.year:
        line = date(anchors.dateline.year, anchors.dateline.month or 1, anchors.dateline.day or 1)
        return _nearest(line, month, number), "year from the dateline"
    if anchors.published is not None:
        year = _nearest(anchors.published, month, number)
        if year:
            return year, "year from " + anchors.source
    if name_year and (name_year.numbered or _is_held_in(name_year.year, month, anchors.claims)):
        return name_year.year, "year from the name of the meeting"
    return claimed_year(month, anchors.claims)


def _is_held_in(year: int, month: int, claims: Sequence[Claim]) -> bool:
    """Whether a meeting named after a year is held in it: in January if the year before is over."""
    over = any(claim.kind == "looked back" and claim.year == year - 1 for claim in claims)
    return 2 <= month <= 10 or (month == 1 and over)


def _nearest(anchor: date, month: int, number: int) -> int | None:
    """The year in which a day stands at most LONGEST_LAG days before the anchor."""
    for year in (anchor.year + 1, anchor.year, anchor.year - 1):
        if exists(year, month, number):
            lag = (anchor - date(year, month, number)).days
            if -LONGEST_LEAD <= lag <= LONGEST_LAG:
                return year
    return None
