"""Dates, headlines and sources as pages of other papers print them."""

import pytest
from parsed import article

from store.model import Block

LEAD = "7月21日，集团召开{name}，集团董事长程朗主持会议。会议指出，要抓好落实。"


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2031年安全生产工作会议", "2031-07-21"),
        ("2030年工作总结暨2031年发展务虚会", "--07-21"),
        ("2030年总结表彰大会", "--07-21"),
    ],
)
def test_a_name_that_looks_back_does_not_tell_the_year(name: str, day: str) -> None:
    event = article(LEAD.format(name=name)).event
    assert event
    assert event.date == day


def test_a_line_that_begins_with_a_joiner_goes_on_with_the_headline() -> None:
    found = article(
        Block("heading", "澜江省水利工作会议"),
        Block("heading", "暨防汛现场会议召开"),
        LEAD.format(name="会议"),
    )
    assert found.headline.main == ("澜江省水利工作会议暨防汛现场会议召开",)


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("文章来源： 发布时间：2031-01-10 09:35", None),
        ("来源：云汀日报 发布时间：2031-01-10", "云汀日报"),
        ("来源：云汀发布 时间：2031-01-10", "云汀发布"),
    ],
)
def test_the_next_label_is_no_source(line: str, source: str | None) -> None:
    assert article(Block("meta", line), LEAD.format(name="调度会")).source == source


def test_a_name_behind_a_headline_is_no_headline() -> None:
    found = article(
        Block("heading", "市政协会议举行第一次全体会议 程朗主持 许遥"), LEAD.format(name="会议")
    )
    assert found.headline.main == ("市政协会议举行第一次全体会议",)
    assert found.headline.deck == ("程朗主持", "许遥")


def test_a_dateline_among_the_headlines_is_none() -> None:
    found = article(
        Block("heading", "云汀市召开防汛会议"),
        Block("heading", "云汀网济南讯 (特派记者 柯一鸣)"),
        LEAD.format(name="会议"),
    )
    assert found.headline.main == ("云汀市召开防汛会议",)
    assert found.byline.reporters == ("柯一鸣",)
