"""``policyreader compare``: a meeting beside the one before it in its series."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from tui.commandline import codes
from tui.commandline.libraries import opened
from tui.commandline.options import Refused, form_of, format_option, library_option

if TYPE_CHECKING:
    from store.across import Comparison, Pair, Passage, Seat
    from store.export import Format
    from store.library.interface import Library
    from store.model import Article

WHY_NOT = {
    "no series": "this meeting belongs to no series",
    "no year": "of this meeting no year is known, so nothing is known to come before it",
    "first": "this is the earliest meeting of its series",
}
"""Why a meeting has nothing to be compared with."""


class Told(NamedTuple):
    """A change of a person or a demand, as a row of the answer."""

    what: str
    change: str
    earlier: str | None
    later: str | None
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


@click.command(short_help="Compare a meeting with the one before it: wording and roster.")
@click.argument("id")
@click.argument("later_id", metavar="[ID]", required=False)
@format_option
@library_option
def command(id: str, later_id: str | None, library: Path, form: str) -> int:  # noqa: A002
    """Compare the article ID with the previous meeting of its series, or two articles.

    Of two, the first is the earlier. What was demanded is paired by its wording: added,
    hardened (strict words came in), softened, reworded, unchanged, dropped. Of the rosters it
    says who is new, who is not named any more, who moved, and whose title is another.
    """
    from store.across import compare
    from tui.commandline.output import say, write

    with opened(library) as opened_library:
        earlier, later = _pair_of(opened_library, id, later_id)
    if isinstance(earlier, str):
        say(WHY_NOT[earlier])
    else:
        write(_pieces(compare(earlier, later), form_of(form)), form_of(form))
    return codes.DONE


def _pair_of(library: "Library", first: str, second: str | None) -> "tuple[Article | str, Article]":
    """The earlier article, or why there is none, and the later one."""
    from store.across import fullest, previous_meeting
    from store.library.rows import report_row

    article = _article(library, first)
    if second is not None:
        return article, _article(library, second)
    before = previous_meeting(library, report_row(article))
    if isinstance(before, str):
        return before, article
    return fullest(library, before, article.source) or "first", article


def _article(library: "Library", article_id: str) -> "Article":
    article = library.article(article_id)
    if article is None:
        raise Refused(f"no article {article_id}; policyreader list shows the ids")
    return article


def _pieces(comparison: "Comparison", form: "Format") -> Iterator[str]:
    from store.export import Table, table_as
    from store.export.forms import json_lines

    if form in ("json", "jsonl"):
        return json_lines(_changes(comparison), as_list=form == "json")
    if form == "text":
        return _lines(comparison)
    return table_as(Table(Told._fields, _told(comparison)), form)


def _lines(comparison: "Comparison") -> Iterator[str]:
    """The comparison to read: the earlier wording behind ``-``, the later one behind ``+``."""
    from store.export import plain

    for sign, article in (("-", comparison.earlier), ("+", comparison.later)):
        event = article.event
        parts = (event.date if event else None, article.source, article.title, article.id)
        yield f"{sign} {plain('  '.join(part for part in parts if part))}\n"
    for told in _told(comparison):
        words = [f"+{word}" for word in told.gained] + [f"-{word}" for word in told.lost]
        yield "\n" + "  ".join([f"{told.what}: {told.change}", *words]) + "\n"
        if told.earlier is not None and told.change != "unchanged":
            yield f"- {plain(told.earlier)}\n"
        if told.later is not None:
            yield f"{'=' if told.change == 'unchanged' else '+'} {plain(told.later)}\n"


def _told(comparison: "Comparison") -> Iterator[Told]:
    """What changed among the people, then what became of the demands."""
    roster = comparison.roster
    for seat in roster.new:
        yield Told("person", "new", None, _seated(seat))
    for seat in roster.gone:
        yield Told("person", "not named now", _seated(seat), None)
    for move in roster.moved:
        yield Told("person", "order", f"{move.former} {move.name}", f"{move.now} {move.name}")
    for before, after in roster.retitled:
        yield Told("person", "title", _seated(before), _seated(after))
    for pair in comparison.wording:
        texts = _demand(pair.earlier), _demand(pair.later)
        yield Told("demand", pair.change, *texts, pair.gained, pair.lost)


def _seated(seat: "Seat") -> str:
    return f"{seat.name}（{seat.title}）" if seat.title else seat.name


def _demand(passage: "Passage | None") -> str | None:
    if passage is None:
        return None
    return passage.text if passage.number is None else f"{passage.number}. {passage.text}"


def _changes(comparison: "Comparison") -> Iterator[dict[str, Any]]:
    """Each change as a JSON object; ``former`` and ``latter`` are spans of the two texts."""
    from store.model import FORMAT

    both = {"format": FORMAT, "earlier_id": comparison.earlier.id, "later_id": comparison.later.id}
    for told in _told(comparison):
        if told.what == "person":
            yield both | told._asdict()
    for pair in comparison.wording:
        yield both | {"what": "demand", **_plain(pair)}


def _plain(pair: "Pair") -> dict[str, Any]:
    return {
        "change": pair.change,
        "gained": pair.gained,
        "lost": pair.lost,
        "earlier": pair.earlier,
        "later": pair.later,
        "former": pair.former,
        "latter": pair.latter,
    }
