"""The people of each meeting as rows of the index: those of the meeting, and those of its reports.

Most questions are about all reports of a meeting. Its people stand in one row then, each once,
so that counting them takes no set of anything.
"""

import sqlite3
from array import array

from store.library import held


class Casts:
    """Collects the meetings whose reports changed, and writes their people at once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sql = connection
        self._touched: set[int] = set()

    def touch(self, meeting: int) -> None:
        """A report has come to a meeting or left it."""
        self._touched.add(meeting)

    def flush(self) -> None:
        """Write what was collected, from the rows of the articles."""
        for meeting in sorted(self._touched):
            self._write(meeting)
        self._touched.clear()

    def _write(self, meeting: int) -> None:
        found = self._sql.execute(
            "SELECT plane, vids FROM article WHERE m = ? ORDER BY plane", (meeting,)
        )
        reports = [(plane, held.of_field(packed, held.PEOPLE)) for plane, packed in found]
        first = held.people_cell(meeting, 0)
        self._sql.execute(
            "DELETE FROM people WHERE cell BETWEEN ? AND ?", (first, first + held.PLANES - 1)
        )
        if not reports:
            self._sql.execute("DELETE FROM everyone WHERE m = ?", (meeting,))
            return
        everyone = reports[0][1]
        if len(reports) > 1:
            together = array("I", b"".join(people for _, people in reports))
            everyone = array("I", sorted(set(together))).tobytes()
            cells = [(first + plane, people) for plane, people in reports]
            self._sql.executemany("INSERT INTO people VALUES (?, ?)", cells)
        self._sql.execute("INSERT OR REPLACE INTO everyone VALUES (?, ?)", (meeting, everyone))
