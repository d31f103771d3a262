"""Which meetings a report holds and how they are called, and which it only speaks of."""

import pytest
from parsed import article

from store.model import Block
from store.parsing.event_series import series_of

LEAD = "1月5日，云汀市委召开常委会会议，市委书记顾望舒主持会议。"


@pytest.mark.parametrize(
    "text",
    [
        "会议同意市委办公室提交的《关于召开中共云汀市委第九次全体会议的建议》。",
        "会议审议通过了关于召开云汀市政协五届一次会议的决定。",
        "会议决定云汀市政协五届一次会议于1月30日在云汀召开。",
        "会议建议这次会议于1月12日至13日在云汀召开。",
        "会上领学了《市委召开民主生活会强调 抓好落实》。",
        "会议推举顾望舒在市政协五届一次会议上作报告。",
        "各代表要以饱满的热情参加好本次大会。",
        "各代表团第一召集人参加会议。",
        "会议讨论通过了市政协五届八次常委会议召开的时间、地点等事项。",
        "截至本次会议召开，共有应出席代表三百名。",
        "有关领导就座，祝贺大会召开。",
        "有关负责人参加主会场会议。",
    ],
)
def test_a_meeting_that_is_only_spoken_of_is_no_event(text: str) -> None:
    found = article(LEAD + text)
    assert found.event is not None
    assert found.event.name == "常委会会议"
    assert found.further_events == ()


def test_a_second_meeting_that_was_held_is_one() -> None:
    found = article(LEAD + "会后，市政府召开防汛工作会议，部署下一步工作。")
    assert [event.name for event in found.further_events] == ["防汛工作会议"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "1月5日，云汀市政协召开十一届八次主席会议。会议要求抓好落实。",
            "云汀市政协十一届八次主席会议",
        ),
        (
            "1月5日，市人大三次会议主席团举行第三次会议。会议要求抓好落实。",
            "市人大三次会议主席团第三次会议",
        ),
        (
            "1月5日上午，历时3天半的云汀市政协五届一次会议圆满完成各项议程后，在文化中心胜利闭幕。",
            "云汀市政协五届一次会议",
        ),
        (
            "1月5日，云区安委会召开全体成员会议，推进工作。会议要求抓好落实。",
            "云区安委会全体成员会议",
        ),
        (
            "中共云汀市委九届一次全会15日下午此间在银塘举行。会议由顾望舒主持。",
            "中共云汀市委九届一次全会",
        ),
    ],
)
def test_names(text: str, name: str) -> None:
    event = article(text).event
    assert event is not None
    assert event.name == name


@pytest.mark.parametrize(
    ("name", "series"),
    [
        ("108次常委会会议", "常委会会议"),
        ("市七届人大四次会议", "市人大会议"),
        ("十三届全国人大一次会议", "全国人大会议"),
        ("云汀·柳溪对口协作座谈会", "云汀·柳溪对口协作座谈会"),
        ("多次协商座谈会", "多次协商座谈会"),
    ],
)
def test_series(name: str, series: str) -> None:
    assert series_of(name) == series


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("听取了云汀市安全生产工作情况汇报。", []),
        ("会议听取市防汛指挥部成员单位工作情况汇报。", []),
        ("各街道和有关主管部门负责人汇报了工作。", []),
        ("市委副书记程朗通报了情况。", []),
        ("州委州政府在云汀向老干部通报了情况。", []),
        ("市安委办通报了全市安全生产工作情况。", ["市安委办"]),
        ("云汀市、省水利厅负责同志汇报了工作。", ["云汀市", "省水利厅"]),
    ],
)
def test_bodies_that_acted(text: str, names: list[str]) -> None:
    assert [body.name for body in article(LEAD, text).organisations] == names


def test_where_our_body_only_listened_the_meeting_that_the_headline_means_is_the_event() -> None:
    text = (
        "1月4日上午，我镇组织干部收看收听市召开统筹推进疫情防控工作电视电话会议，"
        "会议结束后，紧接召开云岭镇森林防灭火专题会议。会上，镇长程朗作部署。"
    )
    own = article(Block("heading", "云岭镇召开森林防灭火工作会议"), text).event
    other = article(Block("heading", "我镇组织收看统筹推进疫情防控工作电视电话会议"), text).event
    assert own is not None
    assert own.name == "云岭镇森林防灭火专题会议"
    assert other is not None
    assert other.name.endswith("统筹推进疫情防控工作电视电话会议")
