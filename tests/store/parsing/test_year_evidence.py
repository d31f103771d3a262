"""Each piece of evidence for a year, and what only looks like it. The examples are invented."""

import pytest

from store.model import Published
from store.parsing.days import find_days
from store.parsing.folded import fold
from store.parsing.years import NameYear, Settled, find_dateline, gather, settle


def settled(
    text: str,
    *,
    published: str | None = None,
    basis: str = "front matter",
    others: tuple[str, ...] = (),
    body: tuple[str, ...] = (),
    name_year: NameYear | None = None,
) -> Settled:
    plain = fold(text)
    stated = Published(published, basis) if published else None
    anchors = gather([plain, *map(fold, body)], stated, [fold(other) for other in others])
    return settle(find_days(plain)[0], anchors, name_year)


@pytest.mark.parametrize("sign", ["电", "讯", "消息", "专电", " 讯", "专讯"])
def test_signs_of_a_dateline(sign: str) -> None:
    assert settled("昨天下午，会", body=(f"澜江社云汀3月13日{sign} 会",)).date == "--03-12"
    assert settled("昨天下午，会", body=("澜江社云汀3月13日，会",)).date is None


@pytest.mark.parametrize(
    "text",
    ["澜江社云汀13日电 会", "澜江社云汀今日电 会", "会" * 60 + "3月13日电", "今天（3月13日）电 会"],
)
def test_what_is_no_dateline(text: str) -> None:
    assert find_dateline([text]) is None
    found = find_dateline([text, "澜江社云汀3月13日电 会"])
    assert found is not None
    assert (found.month, found.day) == (3, 13)


def test_the_year_of_a_dateline_counts_back_over_new_year() -> None:
    line = ("澜江社云汀2031年1月2日电 会",)
    assert settled("12月30日，会", body=line).date == "2030-12-30"
    assert settled("昨天，会", body=line).date == "2031-01-01"
    assert settled("前天，会", body=line).date == "2030-12-31"
    assert settled("12月30日，会", body=("澜江社云汀1月2日电 会",)).date == "--12-30"


def test_29_february_is_counted_in_the_year_of_the_dateline() -> None:
    assert settled("昨天，会", body=("澜江社云汀2032年3月1日电 会",)).date == "2032-02-29"
    undated = ("澜江社云汀3月1日电 会",)
    assert settled("昨天，会", body=undated, published="2032-03-02").date == "2032-02-29"
    assert settled("昨天，会", body=undated, published="2031-03-02").date == "2031-02-28"
    assert settled("昨天，会", body=undated).date is None
    assert settled("昨天，会", body=("澜江社云汀2月29日电 会",)).date == "--02-28"
    assert settled("今天，会", body=undated).date == "--03-01"


def test_tomorrow_and_the_same_day_are_not_counted() -> None:
    line = ("澜江社云汀3月13日电 会",)
    assert settled("明天，会", body=line).date is None
    assert settled("当天，会", body=line).date is None
    assert settled("今天，会", body=line).date == "--03-13"


def test_a_bare_day_takes_the_month_before_when_it_lies_ahead() -> None:
    line = ("澜江社云汀3月13日电 会",)
    assert settled("14日，会", body=line).date == "--03-14"
    assert settled("15日，会", body=line).date == "--02-15"
    assert settled("31日，会", body=("澜江社云汀1月2日电 会",)).date == "--12-31"
    assert settled("31日，会", body=line).basis == "the calendar has no such day"
    assert settled("14日，会", published="2031-03-13").date == "2031-03-14"
    assert settled("15日，会", published="2031-03-13").date == "2031-02-15"


def test_a_bare_day_takes_the_month_printed_with_it_elsewhere() -> None:
    body = ("会期从5月13日开始",)
    assert settled("13日，会", body=body).date == "--05-13"
    assert settled("14日，会", body=body).date is None
    assert settled("13日，会", body=body, published="2031-06-20").date == "2031-05-13"
    assert settled("13日，会", body=("昨天（5月13日），会",)).date is None


def test_a_range_gives_its_year_to_its_first_day() -> None:
    found = settled("12月30日至2031年1月2日，会")
    assert (found.date, found.date_end) == ("2030-12-30", "2031-01-02")
    found = settled("3月30日至2031年4月2日，会")
    assert (found.date, found.date_end) == ("2031-03-30", "2031-04-02")
    assert settled("3月30日至2031年4月2日，会", published="2032-04-03").date == "2031-03-30"


def test_the_end_of_a_range_lies_behind_its_beginning() -> None:
    assert settled("3月30日至2日，会").date_end is None
    assert settled("3月2日至30日，会").date_end == "--03-30"
    assert settled("2月27日至29日，会", published="2031-03-01").date_end is None
    assert settled("2月27日至29日，会", published="2032-03-01").date_end == "2032-02-29"
    assert settled("12月30日至1月2日，会").date_end == "--01-02"


def test_a_day_that_its_year_lacks_is_none() -> None:
    assert settled("2月29日，会", published="2032-03-01").date == "2032-02-29"
    assert settled("2月29日，会", published="2031-03-01").date == "--02-29"
    assert (
        settled(
            "2月29日，会", body=("2031年是关键之年。",), name_year=NameYear(2031, numbered=False)
        ).date
        is None
    )


def test_the_page_gives_its_date_when_nothing_is_stated() -> None:
    day = "5月23日，会"
    assert settled(day, others=("《澜江侨报》（20310524）",)).date == "2031-05-23"
    assert settled(day, others=("2031年5月24日",)).basis.endswith("year from the date of the page")
    assert settled(day, others=("2031年5月24日",), published="2030-05-24").date == "2030-05-23"
    assert settled(day, others=("2031年5月24日，" + "会" * 40,)).date == "--05-23"
    assert settled(day, others=("2031年5月24日至25日",)).date == "--05-23"
    assert settled(day, others=("5月24日",)).date == "--05-23"


@pytest.mark.parametrize(
    "text", ["20311324", "120310524", "203105241", "/20310524", "20310524/1", "18310524"]
)
def test_eight_figures_that_are_no_date(text: str) -> None:
    assert settled("5月23日，会", others=(f"（{text}）",)).date == "--05-23"


def test_eight_figures_of_both_centuries() -> None:
    assert settled("5月23日，会", others=("（19990524）",)).date == "1999-05-23"
    assert settled("5月23日，会", others=("（20310524）",)).date == "2031-05-23"


def test_only_so_much_of_a_page_is_asked() -> None:
    date = "2031年5月24日"
    assert settled("5月23日，会", others=("会" * 49_000, date)).date == "2031-05-23"
    assert settled("5月23日，会", others=("会" * 50_000, date)).date == "--05-23"


def test_the_same_day_elsewhere_gives_its_year_to_a_printed_day_only() -> None:
    body = ("2029年3月1日起施行",)
    assert settled("3月1日，会", body=body).date == "2029-03-01"
    assert (
        settled("昨日，会", body=body, published="2031-03-02", basis="date line").date
        == "2031-03-01"
    )
    dated = ("澜江社云汀3月2日电 会", "2029年3月1日起施行")
    assert settled("昨日，会", body=dated).date == "2029-03-01"
    assert settled("3月1日，会", body=("昨天（2029年3月1日），会",)).date == "--03-01"


def test_yesterday_of_a_date_line_gives_way_to_a_dateline() -> None:
    dated = ("澜江社云汀3月13日电 会",)
    assert (
        settled("昨日，会", body=dated, published="2031-03-15", basis="date line").date
        == "2031-03-12"
    )


def test_a_publication_of_a_year_alone_gives_nothing() -> None:
    assert settled("3月1日，会", published="2031").date == "--03-01"
    assert settled("3月1日，会", published="2031-03-02T08:00").date == "2031-03-01"


def test_the_year_of_the_name_is_that_of_the_middle_of_the_year() -> None:
    for month, date in ((1, "--01-05"), (2, "2031-02-05"), (10, "2031-10-05"), (11, "--11-05")):
        assert settled(f"{month}月5日，会", name_year=NameYear(2031, numbered=False)).date == date


@pytest.mark.parametrize(
    "back", ["不平凡", "极不寻常", "过去", "回顾", "圆满收官", "取得了", "完成了", "实现了"]
)
def test_a_year_that_is_looked_back_on_is_not_the_meetings(back: str) -> None:
    assert settled("5月5日，会", body=("2031年是关键之年。",)).date == "2031-05-05"
    assert settled("5月5日，会", body=(f"2031年是{back}的一年。",)).date == "--05-05"


def test_words_that_claim_a_year() -> None:
    assert settled("5月5日，会", body=("1999年是关键之年。",)).date == "1999-05-05"
    assert settled("1月5日，会", body=("2031年是攻坚的一年。",)).date == "2031-01-05"
    assert settled("1月5日，会", body=("2031年是一年来最好的。",)).date == "--01-05"
    assert settled("12月5日，会", body=("今年是2031年。",)).date == "2031-12-05"
    assert settled("12月5日，会", body=("今年（2031年",)).date == "2031-12-05"
    assert settled("12月5日，会", body=("2031年",)).date == "--12-05"
    assert settled("5月5日，会", body=("2031年是关键之年，明年更好。",)).date == "2031-05-05"


@pytest.mark.parametrize("verb", ["部署", "安排", "谋划", "研究"])
def test_a_meeting_that_looks_from_one_year_to_the_next(verb: str) -> None:
    assert (
        settled("1月5日，会", body=(f"会议总结2030年工作，{verb}2031年工作。",)).date
        == "2031-01-05"
    )
    assert (
        settled("1月5日，会", body=(f"会议总结2029年工作，{verb}2031年工作。",)).date == "--01-05"
    )
    assert (
        settled("1月5日，会", body=(f"会议听取2030年汇报，{verb}2031年工作。",)).date == "--01-05"
    )
    assert (
        settled("1月5日，会", body=(f"会议总结1998年工作，{verb}1999年工作。",)).date
        == "1999-01-05"
    )


@pytest.mark.parametrize("verb", ["宣读", "解读", "印发", "下发", "通过", "宣读了"])
@pytest.mark.parametrize("paper", ["方案", "计划", "安排", "要点"])
def test_a_plan_that_is_given_out_names_its_year(verb: str, paper: str) -> None:
    plan = f"镇长{verb}《柳河镇2031年禁烧工作{paper}》。"
    assert settled("9月5日，会", body=(plan,)).date == "2031-09-05"
    assert settled("9月5日，会", body=(plan.replace(verb, "参考"),)).date == "--09-05"
    assert settled("9月5日，会", body=(plan.replace(paper, "通报"),)).date == "--09-05"


@pytest.mark.parametrize("word", ["考核", "考评", "评价", "评选", "表彰", "奖励", "总结", "整改"])
def test_a_plan_about_the_past_does_not(word: str) -> None:
    plan = f"镇长宣读《柳河镇2031年禁烧{word}方案》。"
    assert settled("9月5日，会", body=(plan,)).date == "--09-05"
    assert settled("9月5日，会", body=(plan.replace(word, "工作"),)).date == "2031-09-05"


def test_a_plan_counts_beside_figures_that_are_no_year() -> None:
    plan = "镇长宣读《柳河镇2031年禁烧工作方案》。"
    assert settled("9月5日，会", body=(plan, "编号12029号、20291号")).date == "2031-09-05"
    assert settled("9月5日，会", body=(plan, "自2029年起")).date == "--09-05"
    assert settled("9月5日，会", body=(plan, "自1999年起")).date == "--09-05"
    old = plan.replace("2031", "1999")
    assert settled("9月5日，会", body=(old,)).date == "1999-09-05"


def test_the_texts_own_year_comes_before_the_pages() -> None:
    own = ("2031年是关键之年。",)
    found = settled("5月5日，会", body=own, others=("2029年是关键之年。",))
    assert (found.date, "in the text" in found.basis) == ("2031-05-05", True)
    assert settled("5月5日，会", others=own, published="2029").date == "2031-05-05"


def test_a_claim_around_new_year() -> None:
    coming = ("2031年是关键之年，做好明年工作意义重大。",)
    assert settled("12月5日，会", body=coming).date == "2030-12-05"
    assert settled("5月5日，会", body=coming).date == "2031-05-05"
    assert settled("1月5日，会", body=coming).date == "--01-05"
