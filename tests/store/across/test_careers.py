"""One name over time: titles, roles, company, months, and names that may be two people."""

import pytest
from across_sample import FIRST, SECOND, a_report, library_of

from store.across import glance, person
from store.across.homes import Printed, clashes, homes_of
from store.library.interface import Interrupted
from store.query.expression import Between


def one(name, title, role="attended", **about):
    number, date = about.pop("number"), about.pop("date")
    return a_report(number, date, [(name, title, role)], name=f"会议{number}", **about)


LIBRARY = library_of(
    FIRST,
    SECOND,
    one("林一川", "省长", "spoke", number=3, date="2024-02-01"),
    one("林一川", "代省长", number=4, date="--12-01"),
    one("林一", "副省长", number=5, date="2022-01-01"),
    one("林一川", None, number=6, date="2024-02-20"),
)


def test_titles_in_the_order_they_came_with_their_days():
    career = person(LIBRARY, "林一川")
    assert [(use.title, use.first, use.last, use.reports) for use in career.titles] == [
        ("副省长", "2023-03-01", "2023-03-01", 1),
        ("代省长", "2023-09-01", "2023-09-01", 2),
        ("省长", "2024-02-01", "2024-02-01", 1),
    ]
    assert career.titles[1].latest.reports[0].id == SECOND.id


def test_meetings_roles_company_and_months():
    career = glance(LIBRARY, "林一川")
    assert (career.meetings, career.undated) == (5, 1)
    assert (career.first, career.last) == ("2023-03-01", "2024-02-20")
    assert {role.role: role.count for role in career.roles} == {
        "presided": 2, "attended": 2, "spoke": 1,
    }  # fmt: skip
    assert [row.reports[0].id for row in LIBRARY.meetings(career.roles[0].query)] == ["r02", "r01"]
    assert {month.value: month.count for month in career.months} == {
        "2023-03": 1, "2023-09": 1, "2024-02": 2, "--12": 1,
    }  # fmt: skip
    assert career.titles is career.others is None


def test_company_are_those_with_a_role_beside_the_name():
    others = person(LIBRARY, "林一川").others
    assert [(one.value, one.count) for one in others] == [
        ("何一苇", 2),
        ("白小舟", 2),
        ("杜若飞", 1),
        ("石望", 1),
    ]
    report = a_report(1, "2023-01-01", [("林一川", None, "spoke"), ("何一苇", None, "mentioned"),
                                        ("石望", None, "absent")])  # fmt: skip
    assert person(library_of(report), "林一川").others == ()
    assert person(library_of(report), "石望").others == ()


def test_a_name_that_is_alike_is_another_name():
    assert person(LIBRARY, "林一").meetings == 1
    assert person(LIBRARY, "林").meetings == 0


def test_nobody_of_the_name_has_an_empty_career():
    career = person(LIBRARY, "云无心")
    assert (career.meetings, career.first, career.titles, career.others) == (0, None, (), ())


def test_a_query_narrows_a_career():
    career = person(LIBRARY, "林一川", Between("2023-09-01", None))
    assert [use.title for use in career.titles] == ["代省长", "省长"]
    assert career.undated == 0


def test_a_title_known_from_yearless_reports_only_comes_last_without_days():
    library = library_of(
        one("石望", "市长", number=1, date="--12-01"),
        one("石望", "省长", number=2, date="2023-01-01"),
    )
    uses = person(library, "石望").titles
    assert [(use.title, use.first) for use in uses] == [("省长", "2023-01-01"), ("市长", None)]


def test_a_form_of_address_is_no_title():
    library = library_of(one("石望", "同志", number=1, date="2023-01-01"))
    assert person(library, "石望").titles == ()


def test_reading_stops_when_nobody_waits():
    with pytest.raises(Interrupted):
        person(LIBRARY, "林一川", stopped=lambda: True)


@pytest.mark.parametrize(
    ("title", "homes"),
    [
        ("云汀市委书记", [("云汀市", "city")]),
        ("省委常委、柳溪市市长", [("柳溪市", "city")]),
        ("归雁县委书记", [("归雁县", "county")]),
        ("澜江省副省长", [("澜江省", "province")]),
        ("市委书记", []),
        ("副省长", []),
        ("常务副市长", []),
        ("高新区管委会主任", []),
        ("幸福社区书记", []),
        ("国家市场监管总局局长", []),
        ("原云汀市市长", []),
    ],
)
def test_the_place_of_a_title_is_the_one_it_prints(title, homes):
    assert homes_of(title) == homes


@pytest.mark.parametrize(
    ("printed", "places"),
    [
        # two posts at one time: perhaps two people
        ([("2023-01-01", "云汀市市长"), ("2023-03-01", "柳溪市市长"), ("2023-05-01", "云汀市市长")],
         ("云汀市", "柳溪市")),
        ([("2023-01-01", "柳溪市市长"), ("2023-01-01", "云汀市市长")], ("云汀市", "柳溪市")),
        # from one post to the next
        ([("2023-01-01", "云汀市市长"), ("2023-03-01", "柳溪市市长")], None),
        # back after years
        ([("2020-01-01", "云汀市市长"), ("2021-03-01", "柳溪市市长"), ("2023-05-01", "云汀市市长")],
         None),
        # a county lies in a city, a city in a province
        ([("2023-01-01", "云汀市副市长、归雁县委书记"), ("2023-01-01", "云汀市副市长")], None),
        ([("2023-02-30", "云汀市市长"), ("2023-02-30", "柳溪市市长")], None),
    ],
)  # fmt: skip
def test_titles_of_two_places_at_one_time_are_remarked(printed, places):
    found = clashes(Printed(day, title) for day, title in printed)
    assert [set(one.places) for one in found] == ([set(places)] if places else [])
