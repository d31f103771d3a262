"""The facts of an article as lines of label and value, for the head of its page."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from store.model import Article, Event, Person, Role
from tui.palette import INK_OF_ROLE, Ink
from tui.safe import visible
from tui.widgets.article_marks import Mark, Stop, ink_of

_BASES: Mapping[str, str] = {
    "corrected by the reader": "读者更正",
    "day in the text": "日期见文中",
    "year in the text": "年份见文中",
    "month from the date of the page": "月份据版面日期",
    "year from the date of the page": "年份据版面日期",
    "day counted from the dateline": "日期据电头推算",
    "month from the dateline": "月份据电头",
    "month from the same day elsewhere": "月份据文中他处",
    "month from publication": "月份据发布日期",
    "year from the same day elsewhere in the text": "年份据文中他处",
    "year from the end of the range": "年份据截止日期",
    "year from the dateline": "年份据电头",
    "year from publication": "年份据发布日期",
    "year from the name of the meeting": "年份据会议名称",
    "year from": "年份据",
    "no day in the text": "文中无日期",
    "yesterday of the publication day": "发布日期前一天",
    "no year in the document": "文中无年份",
    "the document speaks of several years": "文中有多个年份",
    "the text says recently, not on which day": "文中只说近日",
    "the calendar has no such day": "历法无此日",
    "the text counts from a day that it does not name": "文中未指明起算日",
    "the text gives a day without a month": "文中有日无月",
    "date line": "日期行",
    "front matter date": "文首元数据",
    "front matter date turned into the day in China": "文首元数据，换算为北京时间",
}
"""The parts of a date's basis, as the parser and the readers of pages write them."""

LABELS: Mapping[str, str] = {
    "meeting": "会议",
    "visit": "调研",
    "talks": "会谈",
    "ceremony": "仪式",
    "notice": "资料框",
    "other": "其他",
    "kind": "类型",
    "event": "活动",
    "series": "系列",
    "date": "日期",
    "place": "地点",
    "form": "形式",
    "level": "级别",
    "source": "来源",
    "byline": "署名",
    "remark": "注意",
    "terms": "提法",
    "presided": "主持",
    "spoke": "讲话",
    "deployed": "部署",
    "conveyed": "传达",
    "reported": "汇报",
    "guided": "指导",
    "attended": "出席",
    "observed": "列席",
    "visited": "调研",
    "accompanied": "陪同",
    "signed": "签约",
    "absent": "缺席",
    "mentioned": "提及",
    "centre": "中央",
    "province": "省级",
    "city": "市级",
    "county": "县级",
    "township": "乡级",
    "institution": "单位",
    "reporters": "记者",
    "photographers": "摄影",
    "editors": "编辑",
    "to": "至",
    "year unknown": "年份不详",
    "date unknown": "日期不详",
    "not expanded": "文中未展开",
    "announced {announced}, found {found}": "预告 {announced} 项，实有 {found} 项",
    **_BASES,
}
"""What the page says in Chinese; another language passes a mapping with the same keys."""

_TITLED: frozenset[Role] = frozenset(
    ("presided", "spoke", "deployed", "conveyed", "reported", "guided", "signed", "visited")
)
_GAP = "  "
_STATED = frozenset(("day in the text", "year in the text"))
_CLAIMED_YEAR = re.compile("year from (“.*”) (?:in the text|on the same page)")
_COUNTED = re.compile(r"announced (\d+) items, found (\d+)")


@dataclass(slots=True)
class Fact:
    """A label and a value that grows piece by piece, with what is set off in the value."""

    label: str
    value: str = ""
    marks: list[Mark] = field(default_factory=list)
    stops: list[Stop] = field(default_factory=list)

    def add(self, text: str, ink: Ink = "plain") -> "Fact":
        """Append untrusted text in an ink."""
        start = len(self.value)
        self.value += visible(text)
        if ink != "plain":
            self.marks.append(Mark(start, len(self.value), ink))
        return self

    def add_person(self, person: Person, *, titled: bool) -> None:
        """Append a name, a stop of the reader's, and the printed title when it is asked for."""
        start = len(self.value)
        self.add(person.name, ink_of(person))
        self.stops.append(Stop(start, len(self.value), person.name))
        if person.certainty == "possible":
            self.add("?", "remark")
        if titled and person.title:
            self.add(f"（{person.title}）", "dim")


def facts_of(article: Article, labels: Mapping[str, str] = LABELS) -> list[Fact]:
    """What was read out of the article, a fact a line: event, day, place, source, people, remarks.

    Every value is given as it was read; an unknown year or an inferred one comes with its reason.
    """
    return [
        *_events(article, labels),
        *_source(article, labels),
        *_people(article, labels),
        *_byline(article, labels),
        *_remarks(article, labels),
    ]


def _events(article: Article, labels: Mapping[str, str]) -> Iterator[Fact]:
    kind = labels.get(article.kind, article.kind)
    if article.event is None:
        yield Fact(labels["kind"]).add(kind)
    for event in (article.event, *article.further_events):
        if event is None:
            continue
        yield Fact(kind if event is article.event else labels["event"]).add(event.name or "-")
        if event.series and event.series not in (event.name or ""):
            yield Fact(labels["series"]).add(event.series)
        yield _day(event, labels)
        level = labels.get(event.level, event.level) if event.level else None
        where = [part for part in (event.place, event.mode, level, *event.venues) if part]
        if where:
            placed = event.place or event.venues
            label = "place" if placed else "form" if event.mode else "level"
            yield Fact(labels[label]).add(_GAP.join(where))


def _day(event: Event, labels: Mapping[str, str]) -> Fact:
    fact = Fact(labels["date"])
    if event.date is None:
        return _with_basis(fact.add(labels["date unknown"], "remark"), event.date_basis, labels)
    days = [day.removeprefix("--") for day in (event.date, event.date_end) if day]
    fact.add(f" {labels['to']} ".join(days))
    if event.daypart:
        fact.add(f" {event.daypart}")
    if event.date.startswith("--"):
        fact.add(_GAP + labels["year unknown"], "remark")
    return _with_basis(fact, event.date_basis, labels)


def _source(article: Article, labels: Mapping[str, str]) -> Iterator[Fact]:
    published = article.published
    if not article.source and published is None:
        return
    fact = Fact(labels["source"])
    if article.source:
        fact.add(article.source + (_GAP if published else ""))
    if published is not None:
        _with_basis(fact.add(published.date.removeprefix("--")), published.basis, labels)
    yield fact


def _with_basis(fact: Fact, basis: str, labels: Mapping[str, str]) -> Fact:
    said = said_basis(basis, labels)
    return fact.add(f" ({said})", "dim") if said else fact


def said_basis(basis: str, labels: Mapping[str, str], *, stated: bool = False) -> str:
    """A basis in the reader's language; what is simply stated in the text only with ``stated``.

    A part without a label stays as it is.
    """
    left_out = frozenset[str]() if stated else _STATED
    if basis in labels and basis not in left_out:
        return labels[basis]
    parts = (_CLAIMED_YEAR.sub(labels["year from"] + r" \1", part) for part in basis.split(", "))
    return ", ".join(labels.get(part, part) for part in parts if part not in left_out)


def _people(article: Article, labels: Mapping[str, str]) -> Iterator[Fact]:
    """People and bodies by role, in printed order; a title stands at the first sight of a name."""
    titled: set[int] = set()
    for role in INK_OF_ROLE:
        people = [(at, one) for at, one in enumerate(article.people) if _has(one, role)]
        bodies = [body.name for body in article.organisations if role in body.roles]
        if not people and not bodies:
            continue
        fact = Fact(labels.get(role, role))
        for at, person in people:
            fact.add("、" if fact.value else "")
            fact.add_person(person, titled=role in _TITLED and at not in titled)
            if role in _TITLED:
                titled.add(at)
        for body in bodies:
            fact.add("、" if fact.value else "").add(body, "organisation")
        yield fact


def _has(person: Person, role: Role) -> bool:
    return role in person.roles or (role == "mentioned" and not person.roles)


def _byline(article: Article, labels: Mapping[str, str]) -> Iterator[Fact]:
    byline = article.byline
    groups = {
        "reporters": byline.reporters,
        "photographers": byline.photographers,
        "editors": byline.editors,
    }
    parts = [byline.agency] if byline.agency else []
    parts += [f"{labels[key]} {'、'.join(names)}" for key, names in groups.items() if names]
    if parts:
        yield Fact(labels["byline"]).add(_GAP.join(parts), "press")


def _remarks(article: Article, labels: Mapping[str, str]) -> Iterator[Fact]:
    """What the reader should know, in one fact; a count that was kept is no cause for alarm."""
    fact = Fact(labels["remark"])
    for remark in article.remarks:
        fact.add("；" if fact.value else "")
        counted = _COUNTED.fullmatch(remark)
        if counted is None:
            fact.add(labels.get(remark, remark), "remark")
            continue
        announced, found = counted.groups()
        said = labels["announced {announced}, found {found}"]
        ink: Ink = "plain" if announced == found else "remark"
        fact.add(said.format(announced=announced, found=found), ink)
    if fact.value:
        yield fact
