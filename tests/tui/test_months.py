from hypothesis import given
from hypothesis import strategies as st

from store.library.interface import FacetCount
from tui.filtering import UNDATED
from tui.months import month_lines


def test_headings_stand_before_the_rows_of_their_month_and_the_unknown_year_last():
    months = [FacetCount(UNDATED, 1), FacetCount("2022-01", 1), FacetCount("2022-02", 2)]
    lines = month_lines(months, rows=4)
    names = [lines.heading(at).value if lines.heading(at) else lines.row(at) for at in range(7)]
    assert names == ["2022-02", 0, 1, "2022-01", 2, UNDATED, 3]


def test_all_that_is_no_month_goes_under_one_heading():
    lines = month_lines([FacetCount("--11", 1), FacetCount("", 2)], rows=3)
    assert lines.months == (FacetCount(UNDATED, 3),)


def test_counts_that_do_not_add_up_give_no_heading_at_all():
    lines = month_lines([FacetCount("2022-01", 2)], rows=1)
    assert lines.heading(0) is None
    assert lines.row(0) == 0


@given(st.lists(st.integers(1, 9), max_size=8))
def test_line_and_row_are_each_others_way_back(sizes):
    months = [FacetCount(f"2022-{at + 1:02}", size) for at, size in enumerate(sizes)]
    lines = month_lines(months, sum(sizes))
    assert [lines.row(lines.line(row)) for row in range(lines.rows)] == list(range(lines.rows))
    assert all(lines.heading(lines.line(row)) is None for row in range(lines.rows))
