"""Where month headings stand among the rows of the timeline, without looking at the rows."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from store.library.interface import FacetCount
from tui.filtering import UNDATED, is_month


@dataclass(frozen=True, slots=True)
class MonthLines:
    """Lines of a timeline: each month's heading, then its rows. Lines and rows count from 0.

    ``starts`` holds the line of each heading; without months every line is a row.
    """

    months: tuple[FacetCount, ...]
    starts: tuple[int, ...]
    rows: int

    @property
    def line_count(self) -> int:
        """All lines, headings included."""
        return self.rows + len(self.months)

    def heading(self, line: int) -> FacetCount | None:
        """The month whose heading stands on a line."""
        at = bisect_right(self.starts, line) - 1
        return self.months[at] if at >= 0 and self.starts[at] == line else None

    def row(self, line: int) -> int:
        """The row on a line that is no heading."""
        return line - bisect_right(self.starts, line)

    def line(self, row: int) -> int:
        """The line of a row."""
        firsts = [start - at for at, start in enumerate(self.starts)]
        return row + bisect_right(firsts, row)


def month_lines(months: Sequence[FacetCount], rows: int) -> MonthLines:
    """Headings for the months, newest first, meetings of no known year under one at the end.

    Meetings without any day are in no month and stand under that last heading too. When the
    months count more meetings than there are rows, there are no headings: a wrong one would
    be an invention.
    """
    known = [month for month in months if is_month(month.value)]
    unknown = rows - sum(month.count for month in known)
    known.sort(key=lambda month: month.value, reverse=True)
    sections = [*known, *([FacetCount(UNDATED, unknown)] if unknown else [])]
    if unknown < 0:
        return MonthLines((), (), rows)
    sizes = [section.count + 1 for section in sections]
    starts = list(accumulate(sizes, initial=0))[:-1]
    return MonthLines(tuple(sections), tuple(starts), rows)
