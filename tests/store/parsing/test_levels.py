"""The level of what is said to hold an event, rule by rule. The examples are invented."""

import pytest

from store.parsing.levels import level_of


def level(name: str = "", organ: str = "", *rest: str) -> str | None:
    found = level_of([name, organ, *rest])
    return found.level if found else None


@pytest.mark.parametrize("before", ["", "2031年", "2031年度", "第三次", "中共", "我", "中共第十次"])
def test_a_count_before_the_name_is_stepped_over(before: str) -> None:
    assert level(f"{before}省防汛工作会议") == "province"
    assert level(f"{before}防汛工作会议") is None


def test_the_words_that_say_the_level_are_pointed_at() -> None:
    found = level_of(["", "云汀柳溪学院党委"])
    assert found is not None
    assert (found.level, found.source, found.start, found.end) == ("institution", 1, 4, 6)
    found = level_of(["2031年全市防汛工作会议", ""])
    assert found is not None
    assert (found.level, found.source, found.start, found.end) == ("city", 0, 5, 7)


@pytest.mark.parametrize(
    "body", ["学院", "大学", "学校", "中学", "医院", "研究所", "林场", "日报", "日报社"]
)
def test_a_house_is_an_institution(body: str) -> None:
    assert level("", f"云汀柳溪{body}党委") == "institution"
    assert level("", "云汀柳溪县党委") == "county"


@pytest.mark.parametrize("court", ["法院", "检察院", "国务院"])
def test_a_court_is_no_institution_of_its_own(court: str) -> None:
    assert level("", f"柳溪{court}") != "institution"
    assert level("", "柳溪养老院") == "institution"


@pytest.mark.parametrize("place", ["省", "市", "县", "区"])
def test_a_ministry_is_of_the_centre_unless_a_place_stands_before_it(place: str) -> None:
    assert level("", "", "会议由教育部主持") == "centre"
    assert level("", "", f"会议由柳溪{place}教育部主持") is None
    assert level("", "", "会议由教育部门主持") is None


@pytest.mark.parametrize("word", ["各", "有关", "相关", "所有", "部分", "十大", "百大"])
def test_places_in_general_give_no_level(word: str) -> None:
    assert level(f"{word}重点县防汛工作会议") is None
    assert level("柳溪县防汛工作会议") == "county"


@pytest.mark.parametrize(
    "zone",
    ["自然保区", "维护区", "柳溪社区", "柳溪园区", "柳溪校区", "柳溪景区", "柳溪片区", "综治区"],
)
def test_a_zone_that_is_no_district_gives_no_level(zone: str) -> None:
    assert level(f"{zone}防汛工作会议") is None
    assert level("柳溪区防汛工作会议") == "county"


def test_the_name_comes_before_the_body_and_the_body_before_the_opening() -> None:
    assert level("全省防汛工作会议", "柳溪县", "市委书记") == "province"
    assert level("防汛工作会议", "柳溪县", "市委书记") == "county"
    assert level("防汛工作会议", "", "市委书记") == "city"
    assert level("防汛工作会议", "", "许遥", "镇长") == "township"
    assert level("防汛工作会议", "", "许遥") is None
