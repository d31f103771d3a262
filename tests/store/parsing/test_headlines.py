"""Headline stacks in all their shapes, and pages that hold several reports."""

import pytest
from parsed import document

from store.lexicon import load
from store.model import Block, Headline
from store.parsing import parse
from store.parsing.headlines import clean_title, read_headline
from store.parsing.pages import split_reports

LEAD = "本报讯(记者 柯一鸣)11月8日，省长许遥主持召开省防汛会议，研究部署下一步防汛抗旱工作，强调要压实责任、抓好落实。"


def stack(*lines: str) -> Headline:
    blocks = [*(Block("heading", line, 1) for line in lines), Block("text", LEAD)]
    return read_headline(None, blocks)[1]


def test_a_stack_of_kicker_main_and_deck() -> None:
    assert stack(
        "顾望舒在省防汛会议上强调", "压实责任抓好落实", "确保江河安澜", "许遥主持 程朗作工作部署"
    ) == Headline(
        kicker=("顾望舒在省防汛会议上强调",),
        main=("压实责任抓好落实", "确保江河安澜"),
        deck=("许遥主持", "程朗作工作部署"),
    )


def test_a_stack_flattened_into_one_line() -> None:
    assert stack("顾望舒主持召开省防汛会议强调 压实责任抓好落实 确保江河安澜") == Headline(
        kicker=("顾望舒主持召开省防汛会议强调",), main=("压实责任抓好落实 确保江河安澜",)
    )


def test_a_single_line_is_main_though_it_ends_like_a_kicker() -> None:
    assert stack("顾望舒在省防汛会议上强调").main == ("顾望舒在省防汛会议上强调",)


@pytest.mark.parametrize(
    ("title", "clean"),
    [
        ("原标题：压实责任抓好落实确保安澜", "压实责任抓好落实确保安澜"),
        ("[视频]许遥主持召开省防汛会议", "许遥主持召开省防汛会议"),
        ("许遥主持召开省防汛会议(图)", "许遥主持召开省防汛会议"),
        ("澜江大学->许遥主持召开省防汛会议 | 澜江网", "许遥主持召开省防汛会议"),
        ("许遥：压实责任抓好落实", "许遥：压实责任抓好落实"),
    ],
)
def test_wrappers_go(title: str, clean: str) -> None:
    assert clean_title(title) == clean


def test_a_title_repeated_in_the_text_describes_a_picture() -> None:
    blocks = [
        Block("heading", "压实责任抓好落实", 1),
        Block("text", LEAD),
        Block("text", "压实责任抓好落实"),
    ]
    assert [b.kind for b in read_headline(None, blocks)[2]] == ["text", "caption"]


def test_a_page_of_two_reports_and_a_box() -> None:
    page = (
        Block("heading", "许遥主持召开省防汛会议", 1),
        Block("text", LEAD),
        Block("heading", "程朗在云汀调研", 2),
        Block("text", LEAD),
        Block("heading", "三清两建内容:", 4),
        Block("text", "“三清”即清淤、清障、清漂;“两建”即建闸、建坝。"),
    )
    assert [len(part) for part in split_reports(page)] == [2, 2, 2]


def test_a_heading_inside_a_report_does_not_split_it() -> None:
    page = (
        Block("heading", "许遥主持召开省防汛会议", 1),
        Block("text", LEAD),
        Block("heading", "压实责任", 2),
        Block("text", "各地各部门要把防汛责任落实到人，把措施落到实处。"),
    )
    assert len(split_reports(page)) == 1


def test_a_masthead_dates_every_report_of_its_page() -> None:
    page = (
        Block("heading", "澜江日报 2023年11月9日 星期四 第01版 要闻", 0),
        Block("heading", "许遥主持召开省防汛会议", 1),
        Block("text", LEAD),
        Block("heading", "程朗主持召开市防汛会议", 1),
        Block("text", LEAD.replace("省长许遥", "市长程朗")),
    )
    articles = parse(document(*page), load())
    assert [(a.published.date if a.published else None, a.source) for a in articles] == [
        ("2023-11-09", "澜江日报"),
        ("2023-11-09", "澜江日报"),
    ]


def test_a_list_of_short_reports_that_open_with_their_day() -> None:
    first = "3月14日，区长翦明主持召开区长办公会议，研究背街小巷改造、一季度经济指标调度等工作，要求抓好落实。"
    page = (
        Block("heading", "第5次区长办公会议", 2),
        Block("text", first),
        Block("heading", "第4次区长办公会议", 2),
        Block("text", first.replace("3月14日", "2月29日")),
        Block("heading", "背景", 2),
        Block(
            "text", "区长办公会议一般每月召开两次，由区长或者受区长委托的副区长召集，讨论全区工作。"
        ),
    )
    assert [len(part) for part in split_reports(page)] == [2, 4]
