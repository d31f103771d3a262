"""Who is new in the room, who is gone, who moved, and which meeting is the one before."""

import pytest
from across_sample import FIRST, SECOND, a_report, library_of

from store.across import next_meeting, previous_meeting, roster_change, roster_changes
from store.query.expression import Everything


def names(seats):
    return [seat.name for seat in seats]


def room(*people, number=1, date="2023-01-01"):
    return a_report(number, date, [(name, None, "attended") for name in people])


def test_new_gone_moved_and_retitled():
    change = roster_change(FIRST, SECOND)
    assert names(change.new) == ["石望"]
    assert names(change.gone) == ["杜若飞"]
    assert [(one.name, one.former, one.now, one.behind) for one in change.moved] in (
        [("白小舟", 3, 2, "林一川")],
        [("何一苇", 2, 3, "白小舟")],
    )
    assert [(a.title, b.title) for a, b in change.retitled] == [("副省长", "代省长")]


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        ("甲乙丙丁", "甲乙丙丁", []),
        ("甲乙丙丁", "丁甲乙丙", [("丁", 4, 1, None)]),
        ("甲乙丙丁", "甲丁", []),
        ("甲乙丙丁", "戊甲乙己丙丁", []),
        ("甲乙丙丁", "甲丙丁乙", [("乙", 2, 4, "丁")]),
    ],
)
def test_only_those_who_changed_places_moved(before, after, moved):
    change = roster_change(room(*before), room(*after, number=2))
    assert [(one.name, one.former, one.now, one.behind) for one in change.moved] == moved


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("代省长", "省长", True),
        ("省委书记", "澜江省委书记", False),
        ("副省长", "省领导", False),
        ("副省长", None, False),
        ("副市长", "市长", True),
    ],
)
def test_a_title_is_another_one_only_when_it_is_another_post(before, after, told):
    change = roster_change(
        a_report(1, "2023-01-01", [("林一川", before, "attended")]),
        a_report(2, "2023-02-01", [("林一川", after, "attended")]),
    )
    assert bool(change.retitled) == told


def test_who_is_absent_or_only_mentioned_is_not_in_the_room():
    report = a_report(1, "2023-01-01", [("甲某", None, "absent"), ("乙某", None, "mentioned"),
                                        ("丙某", None, "observed")])  # fmt: skip
    assert names(roster_change(report, report).later) == ["丙某"]


def before(library, report):
    (row,) = (row for m in library.meetings(Everything()) for row in m.reports
              if row.id == report.id)  # fmt: skip
    found = previous_meeting(library, row)
    return found if isinstance(found, str) else found.reports[0].id


def test_the_previous_meeting_is_the_last_one_on_an_earlier_day():
    third = a_report(3, "2023-12-01")
    undated = a_report(4, "--05-01")
    library = library_of(FIRST, SECOND, third, undated)
    assert before(library, third) == SECOND.id
    assert before(library, FIRST) == "first"
    assert before(library, undated) == "no year"


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ({"level": "city", "place": "云汀市"}, "r01"),
        ({"level": "city", "place": "柳溪市"}, "first"),
        ({"level": "city", "place": None}, "r01"),
        ({"level": "county", "place": "云汀市"}, "first"),
    ],
)
def test_a_meeting_of_the_same_name_elsewhere_is_not_the_previous_one(other, found):
    later = a_report(2, "2023-02-01", level="city", place="云汀市")
    library = library_of(a_report(1, "2023-01-01", **other), later)
    assert before(library, later) == found


def test_the_neighbours_are_found_behind_many_meetings_elsewhere():
    first = a_report(1, "2023-01-01", level="city", place="柳溪市")
    last = a_report(2, "2023-12-01", level="city", place="柳溪市")
    others = [
        a_report(number, f"2023-06-{number % 28 + 1:02}", level="city", place=f"青浦{number}市")
        for number in range(10, 60)
    ]
    library = library_of(first, last, *others)
    rows = {row.id: row for m in library.meetings(Everything()) for row in m.reports}
    assert previous_meeting(library, rows["r02"]).reports[0].id == "r01"
    assert next_meeting(library, rows["r01"]).reports[0].id == "r02"
    assert next_meeting(library, rows["r02"]) is None


def test_a_province_meets_anywhere():
    later = a_report(2, "2023-02-01", place="柳溪市")
    assert before(library_of(a_report(1, "2023-01-01"), later), later) == "r01"


def test_the_changes_of_a_series_come_meeting_by_meeting():
    third = a_report(3, "2023-12-01", [("石望", None, "presided")])
    library = library_of(third, FIRST, SECOND, a_report(4, "--05-01"))
    changes = list(roster_changes(library, FIRST.event.series))
    assert [(a, b) for a, b, _ in changes] == [("r01", "r02"), ("r02", "r03")]
    assert names(changes[1][2].gone) == ["林一川", "白小舟", "何一苇"]
