"""The timeline's meetings in every format."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from store.export.forms import Format, json_lines
from store.export.tables import JOINT, Cell, Table, table_as
from store.library.interface import MeetingRow
from store.model import FORMAT

COLUMNS = (
    "date",
    "daypart",
    "kind",
    "level",
    "event",
    "series",
    "place",
    "presided",
    "requirements",
    "directives",
    "reports",
    "sources",
    "ids",
)


def meetings_as(meetings: Iterable[MeetingRow], form: Format) -> Iterator[str]:
    """Meetings in one of the formats; JSON keeps every report, the others one line a meeting."""
    if form in ("json", "jsonl"):
        return json_lines(map(_plain, meetings), as_list=form == "json")
    if form == "text":
        return map(_line, meetings)
    return table_as(Table(COLUMNS, map(_cells, meetings)), form)


def _plain(meeting: MeetingRow) -> dict[str, Any]:
    return {"format": FORMAT, **msgspec.to_builtins(meeting)}


def _cells(meeting: MeetingRow) -> tuple[Cell, ...]:
    first = meeting.reports[0]
    return (
        meeting.date,
        first.daypart,
        first.kind,
        first.level,
        first.event,
        first.series,
        first.place,
        first.presided,
        max(report.requirements for report in meeting.reports),
        max(report.directives for report in meeting.reports),
        len(meeting.reports),
        tuple(dict.fromkeys(report.source for report in meeting.reports if report.source)),
        tuple(report.id for report in meeting.reports),
    )


def _line(meeting: MeetingRow) -> str:
    """One line that a person reads and ``rg`` finds: fixed columns first, unknown ones left out."""
    first = meeting.reports[0]
    requirements = max(report.requirements for report in meeting.reports)
    parts = [
        f"{meeting.date or 'undated':<10}",
        f"{requirements or '-':>3}",
        f"{len(meeting.reports):>2}",
        first.event or first.title,
    ]
    parts += [first.place] if first.place else []
    parts += [f"{JOINT.join(first.presided)} 主持"] if first.presided else []
    return "  ".join(" ".join(part.splitlines()) for part in parts) + f"  {first.id}\n"
