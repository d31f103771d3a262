"""The month and the year of a day, from the document's own evidence and nothing else."""

import pytest

from store.model import Dated, Paragraph, Published
from store.parsing.days import find_days
from store.parsing.folded import fold
from store.parsing.published import find_published
from store.parsing.years import NameYear, gather, settle


def settled(text, *, published=None, basis="front matter", others=(), name_year=None, body=()):
    plain = fold(text)
    stated = Published(published, basis) if published else None
    anchors = gather([plain, *map(fold, body)], stated, [fold(x) for x in others])
    days = [d for d in find_days(plain) if not plain.startswith(("电", "讯"), d.end)]
    return settle(days[0], anchors, name_year)


def test_the_year_comes_from_publication_and_the_basis_says_so():
    found = settled("1月18日晚，省抗旱会议召开", published="2022-01-20")
    assert (found.date, found.basis) == ("2022-01-18", "day in the text, year from publication")


def test_new_year_is_crossed():
    assert settled("12月30日，市委召开会议", published="2022-01-02").date == "2021-12-30"
    assert settled("1月2日，市委召开会议", published="2022-01-02").date == "2022-01-02"


def test_a_day_shortly_after_the_stated_publication_keeps_its_year():
    assert settled("1月20日，市委召开会议", published="2022-01-19").date == "2022-01-20"


def test_a_publication_too_far_away_gives_no_year():
    assert settled("3月20日，市委召开会议", published="2022-03-01").date == "--03-20"
    assert settled("3月17日，市委召开会议", published="2022-04-01").date == "2022-03-17"


def test_without_evidence_the_year_stays_open():
    found = settled("11月26日晚，省抗旱会议召开")
    assert (found.date, found.basis) == ("--11-26", "day in the text, no year in the document")


def test_a_printed_year_beats_the_publication():
    assert settled("2021年3月5日，市委召开会议", published="2022-03-06").date == "2021-03-05"


def test_the_same_day_with_a_year_elsewhere_in_the_text():
    found = settled("3月5日，市委召开会议", body=["图为2021年3月5日会议现场"])
    assert found.date == "2021-03-05"
    assert settled("3月5日，市委召开会议", body=["2021年4月5日完成"]).date == "--03-05"


@pytest.mark.parametrize(
    ("day", "sentence", "date"),
    [
        ("2月23日", "2022年是澜江发展的关键之年。", "2022-02-23"),
        ("5月23日", "2022年是建市五十周年。", "2022-05-23"),
        ("1月23日", "2022年是建市五十周年。", "--01-23"),
        ("1月23日", "2022年是极不平凡的一年。", "--01-23"),
        ("12月23日", "2022年是澜江发展的关键之年。", "--12-23"),
        ("12月23日", "2022年是关键之年，做好明年工作意义重大。", "2021-12-23"),
        ("12月23日", "今年是2022年，任务很重。", "2022-12-23"),
        ("1月23日", "会议总结2021年工作，部署2022年工作。", "2022-01-23"),
        ("12月23日", "会议总结2021年工作，部署2022年工作。", "2021-12-23"),
        ("6月23日", "会议总结2021年工作，部署2022年工作。", "--06-23"),
    ],
)
def test_a_sentence_about_the_year(day, sentence, date):
    assert settled(f"{day}，市委召开会议", body=[sentence]).date == date


def test_the_sentence_may_stand_in_another_report_of_the_page():
    found = settled("2月23日，市委召开会议", others=["2022年是关键之年。"])
    assert found.date == "2022-02-23"
    assert "on the same page" in found.basis


def test_sentences_that_disagree_decide_nothing():
    found = settled("5月23日，会", body=["2022年是关键之年。", "2023年是攻坚之年。"])
    assert found.date == "--05-23"


def test_the_date_line_of_the_page_counts_when_there_is_one_only():
    assert settled("5月23日，会", others=["澜江日报 2022年5月24日 星期二"]).date == "2022-05-23"
    assert settled("5月23日，会", others=["2022年5月24日", "2021年5月24日"]).date == "--05-23"


def test_a_bare_day_takes_the_month_of_the_dateline_or_the_publication():
    assert settled("13日上午，会", body=["云汀日报3月13日讯 会议召开"]).date == "--03-13"
    assert settled("28日上午，会", published="2022-03-02").date == "2022-02-28"
    assert settled("28日上午，会").date is None


def test_today_needs_a_day_that_the_document_names():
    assert settled("今天下午，会", body=["本报云汀9月29日讯 消息"]).date == "--09-29"
    assert settled("昨天下午，会", body=["本报云汀9月1日讯 消息"]).date == "--08-31"
    assert settled("昨日下午，会", published="2022-03-02").date is None
    assert settled("昨日（1日）下午，会", published="2022-03-02").date == "2022-03-01"


def test_yesterday_is_counted_from_a_printed_date_line_and_from_no_other_day():
    found = settled("昨天下午，会", published="2022-03-01", basis="date line")
    assert (found.date, found.basis) == (
        "2022-02-28",
        "yesterday of the publication day, year from publication",
    )
    assert settled("昨日，会", published="2022-01-01", basis="date line").date == "2021-12-31"
    assert settled("昨日，会", published="2022-03-01", basis="json field pubtime").date is None
    assert settled("今天下午，会", published="2022-03-01", basis="date line").date is None


def test_yesterday_of_the_publication_takes_no_year_from_another_day():
    found = settled(
        "昨日，会", published="2022-03-02", basis="date line", body=["自2019年3月1日起施行"]
    )
    assert found.date == "2022-03-01"


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("镇长宣读了《柳河镇2022年秋季禁烧工作实施方案》。", "2022-09-18"),
        ("镇长宣读了《柳河镇2022年度禁烧工作实施方案》。", "--09-18"),
        ("镇长宣读了《柳河镇2022年禁烧工作考核方案》。", "--09-18"),
        ("镇长宣读了《柳河镇2022年秋季禁烧工作实施方案》，2021年已完成。", "--09-18"),
        ("会议落实《柳河镇2022年秋季禁烧工作实施方案》。", "--09-18"),
    ],
)
def test_a_plan_read_out_at_the_meeting_gives_the_only_year(sentence, date):
    assert settled("9月18日，柳河镇召开动员会", body=[sentence]).date == date


def test_a_plan_read_out_decides_nothing_around_new_year_or_against_a_publication():
    plan = ["镇长宣读了《柳河镇2022年禁烧工作实施方案》。"]
    assert settled("12月18日，会", body=plan).date == "--12-18"
    assert settled("9月18日，会", body=plan, published="2022-03-01").date == "--09-18"


def test_recently_gives_no_day():
    found = settled("近日，省抗旱会议召开", published="2022-01-20")
    assert (found.date, found.basis) == (None, "the text says recently, not on which day")


def test_the_end_of_a_range_follows_into_the_next_year():
    found = settled("12月30日至1月2日，会", published="2022-01-05")
    assert (found.date, found.date_end) == ("2021-12-30", "2022-01-02")


def test_the_year_of_the_name_counts_except_around_new_year():
    assert settled("2月27日，会", name_year=NameYear(2022, numbered=False)).date == "2022-02-27"
    assert settled("12月27日，会", name_year=NameYear(2022, numbered=False)).date == "--12-27"


def published(*paragraphs, stated=None):
    return find_published([Paragraph(kind, text) for kind, text in paragraphs], stated)


def test_what_the_page_states_comes_first():
    found = published(
        ("meta", "2021-08-06 16:43:57来源:云汀网"), stated=Dated("2022-01-20", "front matter")
    )
    assert (found.date, found.basis) == ("2022-01-20", "front matter")


@pytest.mark.parametrize(
    ("kind", "text", "date"),
    [
        ("meta", "2021-08-06 16:43:57来源:云汀网编辑:某某", "2021-08-06"),
        ("text", "2021年01月06日", "2021-01-06"),
        ("text", "2023/02/01", "2023-02-01"),
        ("text", "发布日期：2020-07-21 来源：融媒体中心 浏览次数：", "2020-07-21"),
        ("main", "澜江日报 2023年11月9日 星期四 第01版 要闻", "2023-11-09"),
        ("text", "新华社云汀2022年1月3日电 省委召开会议。", "2022-01-03"),
    ],
)
def test_date_lines(kind, text, date):
    found = published(("main", "省委召开会议"), (kind, text), ("text", "会议指出，要抓好工作。"))
    assert found.date == date
    assert found.span is not None
    assert found.span.paragraph == 1


@pytest.mark.parametrize(
    "text",
    [
        "2021年1月6日，市委召开会议。会议指出，要抓好工作。",
        "Copyright 2015-01-02 版权所有",
        "1月6日",
        "新华社云汀1月3日电 省委召开会议。",
        "本办法自2021年1月6日起施行",
    ],
)
def test_a_date_in_running_text_is_no_publication(text):
    assert (
        published(("main", "省委召开会议"), ("text", text), ("text", "会议指出，要抓好工作。"))
        is None
    )


def test_a_year_in_which_meetings_are_counted_is_that_of_any_month():
    for day, date in (("1月5日", "2022-01-05"), ("12月27日", "2022-12-27")):
        assert settled(f"{day}，会", name_year=NameYear(2022, numbered=True)).date == date
