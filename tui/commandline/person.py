"""``policyreader person``: one name over time."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tui.commandline import codes
from tui.commandline.libraries import opened
from tui.commandline.options import (
    QueryCommand,
    expression_of,
    form_of,
    format_option,
    library_option,
    query_argument,
)

if TYPE_CHECKING:
    from store.across import Career
    from store.export import Cell, Format, Table
    from store.library.interface import Library, MeetingRow
    from store.model import Article, Person

APPEARANCE = ("date", "name", "title", "roles", "meeting", "series", "level", "place", "id")
_MOST_LIKE = 8


@click.command(cls=QueryCommand, short_help="Show the career of one name.")
@click.argument("name")
@query_argument
@format_option
@library_option
def command(name: str, query: tuple[str, ...], library: Path, form: str) -> int:
    """Show titles over time, roles, company and meetings of NAME, in the meetings of QUERY.

    The name as printed is the key; two people of one name are not told apart, but a remark says
    when titles of different places were printed at one time. CSV has one line a report.
    """
    from store.across import person
    from tui.commandline.output import say, write

    expression = expression_of(query)
    with opened(library) as opened_library:
        career = person(opened_library, name, expression)
        if career.meetings:
            write(_pieces(opened_library, career, form_of(form)), form_of(form))
        else:
            say(_nobody(opened_library, name))
    return codes.DONE


def _nobody(library: "Library", name: str) -> str:
    """That nobody has the name, and who is named like it."""
    from store.query.expression import Has
    from tui.matching import matches

    found = library.facets(Has("person", name), "person", 100_000)
    alike = [one.value for one in found if matches(name, one.value)][:_MOST_LIKE]
    hint = f"; did you mean {', '.join(alike)}?" if alike else ""
    return f"nobody of the name {name} is in a meeting that matches{hint}"


def _pieces(library: "Library", career: "Career", form: "Format") -> Iterator[str]:
    from store.export import Table, table_as
    from store.export.forms import json_lines

    if form in ("json", "jsonl"):
        return json_lines([_plain(library, career)], as_list=form == "json")
    if form == "csv":
        return table_as(Table(APPEARANCE, _appearances(library, career)), form)
    return _page(library, career, form)


def _page(library: "Library", career: "Career", form: "Format") -> Iterator[str]:
    """The career in sections, each a table."""
    from store.export import plain, table_as

    mark, bullet = ("## ", "- ") if form == "md" else ("", "  ")
    yield f"{'# ' if form == 'md' else ''}{plain(career.name)}\n\n"
    for fact in _facts(career):
        yield f"{bullet}{plain(fact)}\n"
    for name, table in _sections(library, career):
        yield f"\n{mark}{name}\n{'' if form == 'text' else chr(10)}"
        for line in table_as(table, form):
            yield f"  {line}" if form == "text" else line


def _facts(career: "Career") -> Iterator[str]:
    yield f"{career.meetings} meetings"
    if career.first:
        yield f"{career.first} to {career.last}"
    if career.undated:
        yield f"{career.undated} of unknown year"
    for clash in career.clashes:
        one, other = clash.titles
        yield f"perhaps two people: {one} and {other} at one time ({clash.day})"


def _sections(library: "Library", career: "Career") -> Iterator[tuple[str, "Table"]]:
    from store.export import Table

    uses = ((u.first, u.last, u.reports, u.title) for u in career.titles or ())
    yield "titles", Table(("first", "last", "reports", "title"), uses)
    yield "roles", Table(("role", "meetings"), ((one.role, one.count) for one in career.roles))
    months = ((one.value, one.count) for one in career.months)
    yield "months", Table(("month", "meetings"), months)
    others = ((one.value, one.count) for one in career.others or ())
    yield "who else is there", Table(("name", "meetings"), others)
    rows = ((a[0], a[3], a[4], a[7], a[8]) for a in _appearances(library, career))
    yield "reports", Table(("date", "roles", "meeting", "place", "id"), rows)


def _appearances(library: "Library", career: "Career") -> "Iterator[tuple[Cell, ...]]":
    """A row a report, newest first."""
    for meeting in library.meetings(career.query):
        for report in meeting.reports:
            article = library.article(report.id)
            for one in article.people if article else ():
                if article and one.name == career.name:
                    yield _appearance(meeting, article, one)


def _appearance(meeting: "MeetingRow", article: "Article", one: "Person") -> "tuple[Cell, ...]":
    event = article.event
    return (
        meeting.date,
        one.name,
        one.title,
        tuple(one.roles),
        (event.name if event else None) or article.title,
        event.series if event else None,
        event.level if event else None,
        event.place if event else None,
        article.id,
    )


def _plain(library: "Library", career: "Career") -> dict[str, Any]:
    """The career as one JSON object."""
    from store.model import FORMAT

    return {
        "format": FORMAT,
        "name": career.name,
        "meetings": career.meetings,
        "undated": career.undated,
        "first": career.first,
        "last": career.last,
        "titles": [
            {"title": u.title, "first": u.first, "last": u.last, "reports": u.reports}
            for u in career.titles or ()
        ],
        "perhaps_two_people": career.clashes,
        "roles": [{"role": one.role, "meetings": one.count} for one in career.roles],
        "months": [{"month": one.value, "meetings": one.count} for one in career.months],
        "others": [{"name": one.value, "meetings": one.count} for one in career.others or ()],
        "reports": [
            dict(zip(APPEARANCE, row, strict=True)) for row in _appearances(library, career)
        ],
    }
