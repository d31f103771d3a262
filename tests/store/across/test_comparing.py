"""Which reports of two meetings stand side by side: those of one paper where there are any."""

from across_sample import a_report, library_of
from msgspec.structs import replace

from store.across import fullest, of_one_paper
from store.library.interface import MeetingRow, ReportRow
from store.query.expression import Everything


def report(number, source, demands=("逐桥登记。",)):
    return replace(a_report(number, "2023-03-01", demands=demands), source=source)


def row(*sources):
    reports = tuple(ReportRow(id=f"r{at}", title="会", kind="meeting", date=None, published=None,
                              daypart=None, event=None, series=None, level=None, place=None,
                              source=source, presided=(), requirements=0, directives=0)
                    for at, source in enumerate(sources))  # fmt: skip
    return MeetingRow(key="k", date="2023-03-01", reports=reports)


def test_the_earlier_report_is_of_the_same_paper_and_else_the_fullest():
    library = library_of(
        report(1, "澜江日报"),
        report(2, "云汀晚报", ["逐桥登记。", "备足物资。"]),
        report(3, "澜江日报", ["逐桥登记。", "备足物资。", "开展演练。"]),
    )
    reports = [one for row in library.meetings(Everything()) for one in row.reports]
    meeting = MeetingRow(key="k", date="2023-03-01", reports=tuple(reports))
    assert fullest(library, meeting).id == "r03"
    assert fullest(library, meeting, "云汀晚报").id == "r02"
    assert fullest(library, meeting, "柳溪时报").id == "r03"


def test_the_report_in_hand_stays_unless_another_is_of_a_paper_that_has_both():
    later = row("澜江新闻网", "云汀日报", "澜江日报")
    assert of_one_paper(row("云汀日报"), later, later.reports[0]) == later.reports[1]
    assert of_one_paper(row("云汀日报", "澜江日报"), later, later.reports[2]) == later.reports[2]
    assert of_one_paper(row("柳溪时报", None), later, later.reports[0]) == later.reports[0]
    nameless = row(None, "云汀日报")
    assert of_one_paper(row(None), nameless, nameless.reports[1]) == nameless.reports[1]
