"""Which reports are of one meeting, and their order."""

import pytest
from invented_reports import an_article

from store.library.meetings import meeting_keys, meeting_name, month_of, sort_date, timeline_day

ONE = an_article(path="a.txt")


@pytest.mark.parametrize(
    "other",
    [
        an_article("另一标题", "别的话。", path="b.txt"),
        an_article(source="云汀晚报", published="2023-05-09", path="b.txt"),
        an_article(people={"林知远": ("presided", "spoke")}, path="b.txt"),
        an_article(people={"林知远": ("presided",), "苏曼青": ("presided",)}, path="b.txt"),
    ],
)
def test_reports_that_agree_are_of_one_meeting(other):
    assert set(meeting_keys(other)) & set(meeting_keys(ONE))


@pytest.mark.parametrize(
    "changes",
    [
        {"date": "2023-05-05"},
        {"date": "--05-04"},
        {"date": None},
        {"series": None},
        {"series": "常务会议"},
        {"level": "county"},
        {"kind": "visit"},
        {"people": {"苏曼青": ("presided",)}},
        {"people": {"林知远": ("attended",)}},
        {"people": {"林知远": ("spoke",)}},
        {"people": {}},
    ],
)
def test_in_any_doubt_a_report_stands_alone(changes):
    other = an_article(path="b.txt", **changes)
    assert not set(meeting_keys(other)) & set(meeting_keys(ONE))


def test_two_reports_without_a_year_are_never_merged():
    assert meeting_keys(an_article(date="--05-04")) == ()


def test_only_a_single_speaker_stands_for_who_presided():
    one = an_article(people={"林知远": ("spoke",), "苏曼青": ("attended",)})
    two = an_article(people={"林知远": ("spoke",), "苏曼青": ("spoke",)})
    assert len(meeting_keys(one)) == 1
    assert meeting_keys(two) == ()


def test_a_meeting_is_named_by_its_keys_or_its_only_report():
    assert meeting_name((), "the id") == "the id"
    assert meeting_name({"b", "a"}, "the id") == "a"


def test_the_publication_dates_what_has_no_event_date():
    assert sort_date(an_article(date=None)) == "2023-05-05"
    assert sort_date(an_article(date="--11-26")) == "--11-26"
    assert sort_date(an_article(date=None, published=None)) is None


def test_days_go_from_the_newest_to_the_unknown():
    days = ["9999-12-31", "2023-05-04", "2023-05-03", "2022-12-31", "0001-01-01"]
    days += ["--12-31", "--11-26", "--11-25", "--01-01"]
    places = [timeline_day(day) for day in [*days, None]]
    assert places == sorted(places)
    assert len(set(places)) == len(places)


@pytest.mark.parametrize("odd", ["", "2023", "2023-05", "近日", "2023-5-4"])
def test_what_is_no_day_is_undated(odd: str):
    assert timeline_day(odd) == timeline_day(None)


def test_months():
    assert [month_of(one) for one in ("2023-05-04", "--11-26", None, "近日")] == [
        "2023-05",
        "--11",
        None,
        None,
    ]
