"""Puts an event together, every field with the characters that say so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from store.model import Event, Evidence, Level, Paragraph, Span
from store.parsing.days import Day
from store.parsing.event_choice import Choice, took_place
from store.parsing.event_lead import Line, day_for, sentence_end, sentence_start
from store.parsing.event_match import is_generic
from store.parsing.event_names import Meeting
from store.parsing.event_series import series_of
from store.parsing.levels import level_of
from store.parsing.modes import BOTH_WAYS, mode_in_name, mode_in_text, venues_in
from store.parsing.places import Place, held_at, main_venue, met_at, visited_at
from store.parsing.years import Anchors, NameYear, settle

_NAME_YEAR = re.compile(
    r"(?:全国|全省|全市|全县|全区|全校|[\u4e00-\u9fff]{0,12}[省市县区州旗局厅委院校团司镇乡会])? ?(?:“[^”]{1,20}”)?"
    r"((?:19|20)\d\d) ?年(?!度)"
)
_COUNTED = re.compile(r"((?:19|20)\d\d) ?年度?第[一二三四五六七八九十\d]{1,3}(?:次|期)")
"""中心组2031年第七次集中学习, 2031年度第一次促进会."""
_LOOKS_BACK = re.compile(r"年[^暨]{0,12}(?:总结|回顾|表彰|考核|述职|决算)")
_ANY_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
_VERB_LENGTH = 2
_NOWHERE = Span(0, 0, 0)
_LEVEL_RULES = ("level of the name", "level of the body", "level of the first post")


@dataclass(slots=True)
class _Found:
    """The fields of one event while they are gathered, with their evidence."""

    values: dict[str, str] = field(default_factory=dict)
    level: Level | None = None
    evidence: list[Evidence] = field(default_factory=list)

    def add(self, name: str, value: str, span: Span, rule: str) -> None:
        self.values.setdefault(name, value)
        self.evidence.append(Evidence(name, value, span, rule))


class EventWriter:
    """Writes the events of one report from its lead and what days can be counted from."""

    def __init__(
        self,
        paragraphs: Sequence[Paragraph],
        lead: Sequence[Line],
        anchors: Anchors,
    ) -> None:
        self._paragraphs = paragraphs
        self._lead = lead
        self._anchors = anchors

    def main(self, choice: Choice) -> Event | None:
        """The event that the report is about."""
        if choice.line is None:
            return None
        if choice.meeting is not None:
            return self.meeting(choice.line, choice.meeting, main=True)
        return self._deed(choice)

    def meeting(self, line: Line, meeting: Meeting, *, main: bool) -> Event:
        """A meeting; ``main`` looks for what its own sentence lacks in the rest of the lead."""
        found = _Found()
        lines = [line, *(x for x in self._lead if main and x is not line)]
        name = self._add_name(found, line, meeting, main=main)
        self._add_place(found, lines, meeting)
        self._add_mode(found, lines if main else [line], line, meeting)
        organ = Span(line.number, *meeting.organ) if meeting.organ else None
        self._add_level(found, name, organ, lines)
        days = self._days(line, meeting, lines)
        return self._written(
            found, days, _own_year(line.masked[meeting.start : meeting.end]), main=main
        )

    def _deed(self, choice: Choice) -> Event:
        found = _Found()
        line = choice.line
        assert line is not None
        rest = [x for x in self._lead if x is not line]
        look = {"visit": visited_at, "talks": met_at}.get(choice.kind, held_at)
        for other in (line, *rest):
            end = (
                sentence_end(other.masked, choice.position) if other is line else len(other.masked)
            )
            if other.kind == "later" or (place := look(other.masked, 0, min(end, 300))) is None:
                continue
            self._put_place(found, other, place, choice.kind)
            break
        self._add_level(found, None, None, [line, *rest])
        days = ((line, day) for day in [day_for(line, choice.position)] if day)
        heads = ((x, x.days[0]) for x in rest if x.is_headline and x.days)
        # the deed may be told in a later paragraph than the day
        opened = (
            (x, x.days[0])
            for x in rest
            if x.kind == "opening" and x.number < line.number and x.days and not x.days[0].guarded
        )
        year = _own_year(found.values.get("name", ""))
        return self._written(found, (*days, *heads, *opened), year, main=True)

    def _text(self, span: Span) -> str:
        return self._paragraphs[span.paragraph].text[span.start : span.end]

    def _add_name(self, found: _Found, line: Line, meeting: Meeting, *, main: bool) -> Span | None:
        """Adds the name and returns the characters it begins with."""
        span = Span(line.number, meeting.start, meeting.end)
        printed = self._text(span)
        plain = line.masked[meeting.start : meeting.end]
        if main and is_generic(plain):
            fuller = self._fuller(plain)
            if fuller:
                found.add("name", self._text(fuller), fuller, "fuller name elsewhere in the lead")
                return fuller
        if meeting.compose and meeting.organ and _is_body(line.masked[slice(*meeting.organ)]):
            organ = Span(line.number, *meeting.organ)
            name = self._text(organ) + printed
            found.values["name"] = name
            found.evidence.append(Evidence("name", self._text(organ), organ, "body that holds it"))
            found.evidence.append(Evidence("name", printed, span, "what it holds"))
            return organ
        if plain in ("会议", "大会"):
            return None
        found.add("name", printed, span, f"named as {meeting.frame}")
        return span

    def _fuller(self, plain: str) -> Span | None:
        """A longer name with the same last word in the headline, a caption or the lead."""
        tail = plain.replace("会议", "会")[-3:]
        for line in self._lead:
            for meeting in line.meetings:
                text = line.masked[meeting.start : meeting.end]
                ends_alike = text.replace("会议", "会").endswith(tail)
                real = not is_generic(text) and took_place(line.masked, meeting)
                if real and ends_alike and line.kind != "later":
                    return Span(line.number, meeting.start, meeting.end)
        return None

    def _add_place(self, found: _Found, lines: Sequence[Line], meeting: Meeting) -> None:
        if meeting.frame == "attended":
            return
        key = series_of(lines[0].masked[meeting.start : meeting.end])
        for line in lines:
            if line is lines[0]:
                start = sentence_start(line.masked, min(meeting.start, meeting.verb))
                end = max(meeting.verb + _VERB_LENGTH, meeting.end)
                place = held_at(line.masked, start, end) or _place_of_same(line, key)
            else:
                place = None if line.is_headline else _place_of_same(line, key)
            if place:
                self._put_place(found, line, place, "where it was held")
                return
        for line in lines:
            if not line.is_headline and (place := main_venue(line.masked)):
                self._put_place(found, line, place, "where the main venue was")
                return

    def _put_place(self, found: _Found, line: Line, place: Place, rule: str) -> None:
        span = Span(line.number, place.start, place.end)
        sign = place.end - place.start == 1
        found.add("place", place.name if sign else self._text(span), span, rule)

    def _add_mode(self, found: _Found, lines: Sequence[Line], line: Line, meeting: Meeting) -> None:
        for other in lines:
            stated = mode_in_text(other.masked) if not other.is_headline else None
            if stated:
                span = Span(other.number, stated.start, stated.end)
                name = stated.name if stated.name == BOTH_WAYS else self._text(span)
                found.add("mode", name, span, "form that the text states")
                break
        named = mode_in_name(line.masked, meeting.start, meeting.end)
        if named and "mode" not in found.values:
            span = Span(line.number, named.start, named.end)
            found.add("mode", named.name, span, "form in the name")
        for other in lines:
            for start, end in () if other.is_headline else venues_in(other.masked):
                span = Span(other.number, start, end)
                found.add(f"venue {start}", self._text(span), span, "venue")
        if "mode" not in found.values:
            self._mode_by_venues(found)

    def _mode_by_venues(self, found: _Found) -> None:
        for evidence in found.evidence:
            if evidence.rule == "venue" and "分会场" in evidence.value:
                found.add("mode", "主会场+分会场", evidence.span, "venues")
                return

    def _add_level(
        self, found: _Found, name: Span | None, organ: Span | None, lines: Sequence[Line]
    ) -> None:
        told = [x for x in lines if not x.is_headline and x.kind != "later"]
        asked = [*told[:1], *(x for x in lines if x.is_headline)]
        texts = [self._plain(name), self._plain(organ), *(_who_acts(x) for x in asked)]
        stated = level_of(texts)
        if stated is None:
            return
        begins = [name or _NOWHERE, organ or _NOWHERE, *(Span(x.number, 0, 0) for x in asked)]
        begin = begins[stated.source]
        span = Span(begin.paragraph, begin.start + stated.start, begin.start + stated.end)
        found.level = stated.level
        found.evidence.append(
            Evidence("level", stated.level, span, _LEVEL_RULES[min(stated.source, 2)])
        )

    def _plain(self, span: Span | None) -> str:
        """The masked characters of a span of the lead; nothing for no span."""
        line = next((x for x in self._lead if span and x.number == span.paragraph), None)
        return line.masked[span.start : span.end] if line and span else ""

    def _days(
        self, line: Line, meeting: Meeting, lines: Sequence[Line]
    ) -> Iterator[tuple[Line, Day]]:
        """The day of the meeting's own sentence, then those of its further mentions."""
        day = day_for(line, max(meeting.verb, meeting.start if meeting.frame == "spoken" else 0))
        if day:
            yield line, day
        key = series_of(line.masked[meeting.start : meeting.end])
        for other in lines:
            for again in other.meetings:
                same = key and series_of(other.masked[again.start : again.end]) == key
                itself = other is line and again is meeting
                if same and not itself and (day := day_for(other, again.verb)):
                    yield other, day
        for other in lines:
            if other.is_headline and other.days and not other.days[0].guarded:
                yield other, other.days[0]
        for other in lines:
            for told in () if other.is_headline else _HELD_ON.finditer(other.masked):
                if day := day_for(other, told.end()):
                    yield other, day
        opening = next((x for x in lines if x.kind == "opening"), None)
        if line.is_headline and opening and opening.days:
            first = opening.days[0]
            if _OPENS_WITH.fullmatch(opening.masked, 0, first.start) and not first.guarded:
                yield opening, first

    def _written(
        self,
        found: _Found,
        days: Sequence[tuple[Line, Day]] | Iterator[tuple[Line, Day]],
        name_year: NameYear | None,
        *,
        main: bool,
    ) -> Event:
        basis = "no day in the text"
        date = date_end = daypart = None
        for line, day in days:
            settled = settle(day, self._anchors, name_year)
            basis = settled.basis
            if settled.date:
                date, date_end, daypart = settled.date, settled.date_end, day.daypart
                span = Span(line.number, day.start, day.end)
                found.add("date", date, span, settled.basis)
                break
            daypart = daypart or day.daypart
        values = found.values
        return Event(
            name=values.get("name"),
            series=series_of(values["name"]) if "name" in values else None,
            date=date,
            date_end=date_end,
            date_basis=basis,
            daypart=daypart,
            place=values.get("place"),
            mode=values.get("mode"),
            level=found.level,
            venues=tuple(v for k, v in values.items() if k.startswith("venue ")),
            evidence=tuple(found.evidence),
        )


_HELD_ON = re.compile(
    r"(?:这次|本次|此次)(?:会议|大会|全会)于?(?=\x01)[^。；]{0,40}?(?:召开|举行|开幕|闭幕)"
)
"""这次会议于5日至21日在北京召开: the day in a later sentence."""
_OPENS_WITH = re.compile(r"(?:[^。，]{0,24}(?:讯|消息)[ ]*)?(?:（[^（）]{0,40}）)?\s*")
"""What stands before the day with which a report opens: its event has that day."""
_CONTENT = re.compile(r"传达|学习|贯彻|落实|听取")


def _who_acts(line: Line) -> str:
    """The opening of a line without the names of meetings, up to what was dealt with there."""
    text = line.masked[:240]
    for meeting in line.meetings:
        text = text[: meeting.start] + "　" * (meeting.end - meeting.start) + text[meeting.end :]
    content = _CONTENT.search(text)
    return text[: content.start()] if content else text


_BODY = re.compile(
    r"(?:政治局|委员会|常委会|党组|党委|领导小组|指挥部|党工委|理事会|中心组|政协|人大|安委会|全委会|董事会|主席团|代表团|支部|总支|办公室|政府|会议)$"
)
_SITE = re.compile(
    r"(?:会议|座谈会|大会|学习|全会|[度进员署]会)(?:\x01|，|于(?=\x01))*在|聚会|齐聚|云集"
)


def _is_body(text: str) -> bool:
    """Whether a name may be made of this body and 会议: an organ that meets, no government."""
    return _BODY.search(text) is not None


def _place_of_same(line: Line, key: str | None) -> Place | None:
    """The place that a line gives for a meeting of this series, or for 会议 as such."""
    for meeting in line.meetings:
        same = key and series_of(line.masked[meeting.start : meeting.end]) == key
        if same and meeting.frame == "held":
            start = sentence_start(line.masked, min(meeting.start, meeting.verb))
            place = held_at(line.masked, start, meeting.verb + _VERB_LENGTH)
            if place:
                return place
    return _site_of_session(line.masked)


def _site_of_session(masked: str) -> Place | None:
    """The place in a later sentence: 会议在东泽召开."""
    match = _SITE.search(masked)
    if match is None:
        return None
    return held_at(masked, match.start(), sentence_end(masked, match.end()))


def _own_year(name: str) -> NameYear | None:
    """The year that a name begins with, if the meeting is held in it, or in which it is counted.

    2030年工作总结暨2031年部署会 may have been held in either, a 总结表彰会 in the year after.
    """
    if len(set(_ANY_YEAR.findall(name))) > 1:
        return None
    counted = _COUNTED.search(name)
    if counted:
        return NameYear(int(counted[1]), numbered=True)
    year = _NAME_YEAR.match(name)
    if year is None or _LOOKS_BACK.search(name):
        return None
    return NameYear(int(year[1]), numbered=False)
