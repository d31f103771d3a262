"""The rows of people follow the reports: of a meeting each person once, of several reports apart."""

import random
from array import array
from pathlib import Path

from random_reports import some_report

from store.library import held, open_library
from store.library.library import LogLibrary

Rows = dict[int, list[int]]


def stored(library: LogLibrary) -> tuple[Rows, Rows]:
    """The rows of meetings and those of reports."""
    with library._readers.snapshot() as index:
        everyone = index.execute("SELECT m, vids FROM everyone").fetchall()
        people = index.execute("SELECT cell, vids FROM people").fetchall()
    return ({key: list(array("I", vids)) for key, vids in rows} for rows in (everyone, people))


def expected(library: LogLibrary) -> tuple[Rows, Rows]:
    """The same from the rows of the articles."""
    with library._readers.snapshot() as index:
        found = index.execute("SELECT m, plane, vids FROM article").fetchall()
    reports: dict[int, dict[int, list[int]]] = {}
    for meeting, plane, packed in found:
        people = array("I", held.of_field(packed, held.PEOPLE))
        reports.setdefault(meeting, {})[plane] = list(people)
    together = {
        m: sorted({one for people in planes.values() for one in people})
        for m, planes in reports.items()
    }
    apart = {
        held.people_cell(m, plane): people
        for m, planes in reports.items()
        if len(planes) > 1
        for plane, people in planes.items()
    }
    return together, apart


def test_the_people_of_meetings_follow_what_is_added_and_changed(tmp_path: Path):
    chance = random.Random(11)
    library = open_library(tmp_path / "library", state_dir=tmp_path / "state", write=True)
    several = False
    for _ in range(12):
        library.add([some_report(chance, f"{chance.randrange(12)}.txt") for _ in range(6)])
        everyone, people = stored(library)
        assert (everyone, people) == expected(library)
        several = several or bool(people)
    assert several
    library.database.drop_tables()
    assert list(stored(library)) == [{}, {}]
    library.close()
