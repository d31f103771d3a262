"""The day on which a report was published, from what its page says about itself."""

import re
from collections.abc import Sequence
from datetime import date

from store.model import Dated, Paragraph, Published, Span
from store.parsing.days import Day, find_days
from store.parsing.folded import fold
from store.parsing.report import HEADLINE_KINDS

_LABEL = re.compile(
    r"来源|发布|发表|时间|日期|浏览|点击|阅读|编辑|责编|作者|撰稿|字体|字号|稿源|更新|录入|供稿"
)
_HEAD, _TAIL = 12, 4
"""Paragraphs at the front and the end of a report among which its date line stands."""
_LONGEST_LINE = 120
_NOT_PUBLISHED = re.compile(r"成立|生效|施行|截止|有效期|版权|[Cc]opyright|©|备\d")
_SOURCE_NAME = re.compile(r"[ （|]*[^。，；]{0,16}[ ）|]*$")
_BEFORE_A_DAY = (
    "报",
    "社",
    "网",
    "台",
    "刊",
    "部",
    "室",
    "局",
    "委",
    "办",
    "：",
    "于",
    "|",
    "》",
)
"""What may touch a date line's day; a title that does is a link to another report."""
_MASTHEAD = re.compile(r"星期|第 ?[\d一二三四五六七八九十]{1,3} ?版|[\dA-Z]{1,3} ?版|农历")
_CLOCK = re.compile(r"[ T]*(?:\d{1,2}：\d\d(?:：\d\d)?)?[ ]*")
_DATELINE = re.compile(r" ?(?:专)?(?:电|讯|消息)")


def find_published(paragraphs: Sequence[Paragraph], stated: Dated | None) -> Published | None:
    """The day of publication: as stated, else from a date line, else from a dated dateline.

    ``stated`` is what the page's metadata says outside its text. A day without a year is no
    publication date: the report may have been reprinted in any year.
    """
    if stated is not None:
        return Published(stated.date, stated.basis)
    plain = [fold(p.text) if len(p.text) <= _LONGEST_LINE else "" for p in paragraphs]
    return (
        _in_meta(paragraphs, plain)
        or _in_masthead(paragraphs, plain)
        or _in_date_line(paragraphs, plain)
        or _in_dateline(paragraphs)
    )


def _published(day: Day, paragraph: int, basis: str) -> Published | None:
    if not (day.year and day.month and day.day) or day.end_day is not None:
        return None
    iso = date(day.year, day.month, day.day).isoformat()
    return Published(iso, basis, Span(paragraph, day.start, day.end))


def _in_meta(paragraphs: Sequence[Paragraph], plain: Sequence[str]) -> Published | None:
    for number, paragraph in enumerate(paragraphs):
        text = plain[number]
        if paragraph.kind in {"meta", "byline"} and not _NOT_PUBLISHED.search(text):
            for day in find_days(text):
                found = _published(day, number, "date line")
                if found:
                    return found
    return None


def _in_masthead(paragraphs: Sequence[Paragraph], plain: Sequence[str]) -> Published | None:
    """The head of a newspaper page among the headlines: 澜江日报 2031年1月18日 星期六."""
    for number, paragraph in enumerate(paragraphs):
        if paragraph.kind in HEADLINE_KINDS and _MASTHEAD.search(plain[number]):
            for day in find_days(plain[number]):
                found = _published(day, number, "date line of the page")
                if found:
                    return found
    return None


def _in_date_line(paragraphs: Sequence[Paragraph], plain: Sequence[str]) -> Published | None:
    """A line of its own with a date: labelled among the first, or bare among first and last."""
    last = len(paragraphs) - _TAIL
    for number, paragraph in enumerate(paragraphs):
        if _HEAD <= number < last or paragraph.kind in HEADLINE_KINDS:
            continue
        found = _line_date(plain[number], number)
        if found:
            return found
    return None


def _line_date(text: str, number: int) -> Published | None:
    if _NOT_PUBLISHED.search(text) or "。" in text:
        return None
    for day in find_days(text):
        before, rest = text[: day.start].strip(), _CLOCK.sub("", text[day.end :], count=1)
        glued = (
            bool(before) and not before.endswith(_BEFORE_A_DAY) and text[day.start - 1] not in " （"
        )
        bare = len(before) <= 20 and _SOURCE_NAME.match(rest) is not None and "，" not in before
        bare = bare and not glued
        if (_LABEL.search(before + rest) and len(before) <= 40) or (bare and len(text) <= 50):
            return _published(day, number, "date line")
    return None


def _in_dateline(paragraphs: Sequence[Paragraph]) -> Published | None:
    for number, paragraph in enumerate(paragraphs):
        if paragraph.kind != "text":
            continue
        text = fold(paragraph.text[:_LONGEST_LINE])
        for day in find_days(text):
            if day.start < 60 and _DATELINE.match(text, day.end):
                return _published(day, number, "dateline")
    return None
