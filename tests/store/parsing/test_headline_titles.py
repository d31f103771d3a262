"""Titles in a headline, where blanks divide what stands on one line."""

import pytest
from parsed import article


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("省委召开专题会议 听取巡视专题报告 省委书记顾望舒主持会议", "省委书记"),
        ("云汀市委召开扩大会议 省委常委 市委书记顾望舒主持会议", "省委常委 市委书记"),
        ("省委召开专题会议 省委书记 顾望舒主持会议", "省委书记"),
    ],
    ids=["another line before it", "two posts", "blank before the name"],
)
def test_a_blank_of_a_headline_ends_a_title_unless_a_post_stands_before_it(
    headline: str, title: str
) -> None:
    report = article("会议11月26日在云汀召开。会议指出，要抓好落实。", title=headline)
    assert [person.title for person in report.people] == [title]
