"""Rules that reports by a stranger to the parser asked for; each with what it must leave alone."""

import pytest
from parsed import article, roles_of

from store.lexicon import load
from store.model import Paragraph
from store.parsing import parse
from store.parsing.kinds import no_report
from store.reading import read_bytes
from store.reading.line_kinds import kind_of

OPENING = "6月2日，云汀市召开防汛工作会议。市委书记程朗主持会议。"


def people(text):
    return {person.name for person in article(OPENING + text).people} - {"程朗"}


@pytest.mark.parametrize("verb", ["任命", "提名", "聘任", "推荐", "补选", "推选"])
def test_who_gets_a_post_is_named(verb):
    assert people(f"会议决定{verb}步云飞为市教育局局长。") == {"步云飞"}
    assert people(f"会议决定{verb}一批干部为市教育局局长。") == set()


@pytest.mark.parametrize("verb", ["免去", "撤销"])
def test_who_loses_a_post_is_named(verb):
    assert people(f"{verb}阚学礼的市教育局局长职务。") == {"阚学礼"}
    assert people(f"{verb}不合理的收费项目。") == set()


@pytest.mark.parametrize("there", ["在家", "在家的", "在京", "在京的", "在岗的"])
def test_those_who_are_not_away_are_the_subject(there):
    text = f"{OPENING}{there}市领导龚毓秀、车延庆参加会议。"
    assert roles_of(text)["车延庆"] == ("attended",)
    found = {person.name: person.title for person in article(text).people}
    assert found["龚毓秀"] == "市领导"


def test_the_body_of_a_school_that_is_at_hand_is_the_subject():
    text = "{}龚毓秀、车延庆出席会议。"
    own = roles_of(OPENING + text.format("在校党委常委"))
    assert own["车延庆"] == ("attended",)
    away = roles_of(OPENING + text.format("大家感谢在县委书记"))
    assert away["车延庆"] == ("mentioned",)


def test_what_somebody_arranged_is_a_deed_whatever_it_carries_out():
    assert roles_of(OPENING + "县长靳小川就贯彻会议精神作了安排。")["靳小川"] == ("deployed",)
    planned = roles_of(OPENING + "县长靳小川就贯彻落实会议精神进行部署。")
    assert planned["靳小川"] == ("deployed",)
    assert roles_of(OPENING + "县长靳小川要求贯彻市委部署。")["靳小川"] == ("spoke",)


def test_a_visit_that_is_reported_on_is_none():
    assert roles_of(OPENING + "县长靳小川介绍专题调研情况。")["靳小川"] == ("reported",)


def test_who_writes_is_not_heard():
    assert roles_of(OPENING + "省长庄伯安在批示中指出，要抓好防汛。")["庄伯安"] == ("mentioned",)
    assert roles_of(OPENING + "省长庄伯安在讲话中指出，要抓好防汛。")["庄伯安"] == ("spoke",)


def test_a_report_that_was_heard_is_a_report_only():
    heard = "会议听取了市财政局局长钱可立所作的关于市级决算的报告。"
    assert roles_of(OPENING + heard)["钱可立"] == ("reported",)


@pytest.mark.parametrize("thing", ["柿子沟村民宿集群等8个点位", "鼓起村民钱袋子", "服务学生社团们"])
def test_a_thing_behind_a_weak_post_is_no_person(thing):
    assert people(f"会议指出，要建好{thing}。") == set()


@pytest.mark.parametrize("name", ["王大山", "田桂兰", "于海"])
def test_a_person_behind_a_weak_post_stays_one(name):
    assert people(f"村民{name}表示，要建好家园。") == {name}


@pytest.mark.parametrize(
    "line",
    [
        "原创 岭溪发布 岭溪发布 2025年4月18日 20:15 云川",
        "岭溪发布 2025-04-18 20:15 云川",
        "(2005年7月8日　平泽通讯)",
        "安澜市融媒体中心　2020-03-31 10:27　编辑：褚文静",
        "中国内河航运网　　2025-09-04 17:20　　作者：办公室　　打印 | 收藏",
        "安澜新闻网 2020-03-31　编辑：褚文静",
    ],
)
def test_lines_that_date_a_post_or_a_page(line):
    assert kind_of(line) == "meta"


@pytest.mark.parametrize(
    "line",
    [
        "会议定于2025年4月18日 云川召开",
        "我县将于2025年4月18日 20:15，启动演练。",
        "会议通知 2025年4月18日 全县动员",
    ],
)
def test_a_sentence_with_a_day_dates_nothing(line):
    assert kind_of(line) == "text"


ENTRY = "{}上午，县长池国强主持召开县政府第{}次常务会议，研究防汛备汛、校外培训机构整治等事项，听取有关部门的汇报。"


def test_in_a_list_of_short_reports_each_title_goes_with_the_day_behind_it():
    page = "\n".join(
        line
        for number, day in ((9, 21), (8, 3))
        for line in (
            f"县政府召开第{number}次常务会议",
            f"2031-06-{day + 1:02}",
            ENTRY.format(f"6月{day}日", number),
        )
    )
    found = parse(read_bytes(page.encode(), "list.txt"), load())
    assert [one.title for one in found] == ["县政府召开第9次常务会议", "县政府召开第8次常务会议"]
    assert [one.event and one.event.date for one in found] == ["2031-06-21", "2031-06-03"]
    # the end of a report is no title of the next
    closed = page.replace("县政府召开第8次常务会议\n", "会议还研究了其他事项。\n", 1)
    found = parse(read_bytes(closed.encode(), "list.txt"), load())
    assert found[1].title != "会议还研究了其他事项。"


def test_headings_that_ask_are_no_requirements():
    ask = "一、为什么要制定《条例》\n{0}\n二、《条例》有哪些内容\n{0}\n三、违反规定会怎样\n{0}\n"
    text = OPENING + "\n" + ask.format("本市车辆已有八十万辆，隐患较多。")
    assert article(text).requirements == ()
    do = ask.replace("为什么要制定", "加快制定").replace("有哪些内容", "抓好落实").replace("违反规定会怎样", "严查违规行为")  # fmt: skip
    (series,) = article("会议要求：\n" + do.format("本市车辆已有八十万辆，隐患较多。")).requirements
    assert len(series.items) == 3


def links(*lines):
    paragraphs = [Paragraph("text", line) for line in lines]
    return no_report(paragraphs, [paragraph.text for paragraph in paragraphs])


def test_a_page_of_links_is_no_report():
    titles = (
        "全县防汛工作会议召开",
        "程朗主持召开常务会议",
        "我县举行集中开工活动",
        "县委常委会会议召开",
    )
    assert links(*(f"{title} [2031-07-2{at}]" for at, title in enumerate(titles)))
    assert not links(*titles)
    assert not links(OPENING, f"{titles[0]} [2031-07-20]", OPENING)


def test_a_briefing_of_the_press_is_no_meeting():
    for name, held in (("防汛新闻通气会", False), ("防汛工作通气会", True)):
        found = article(
            f"6月2日，云汀市召开{name}。市委书记程朗主持会议。", title=f"云汀市召开{name}"
        )
        assert (found.event is not None) is held


def test_a_congress_of_staff_is_a_meeting_and_part_of_a_compound_name():
    text = "1月15日，北山集团2031年工作会议暨一届四次职代会在集团礼堂召开。"
    assert article(text).event.name == "北山集团2031年工作会议暨一届四次职代会"


def test_the_picture_s_author_behind_a_bar():
    text = (
        "云汀市召开防汛会议\n\n" + OPENING * 2 + "\n\n撰稿 | 向红梅\n图片 | 贺小川\n编辑 | 龚雪\n"
    )
    (found,) = parse(read_bytes(text.encode(), "post.txt"), load())
    assert found.byline.reporters == ("向红梅",)
    assert found.byline.photographers == ("贺小川",)
    assert found.byline.editors == ("龚雪",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("市水利局局长汪学文汇报了水情。", "汪学文"),
        ("市水利局局长汪学汇报了水情。", "汪学"),
        ("市统计局总统计师蓝少波表示，数据平稳。", "蓝少波"),
        ("在退休职工贺庆云家中，大家座谈。", "贺庆云"),
        ("搬迁户陆桂香说，日子好了。", "陆桂香"),
    ],
)
def test_where_a_name_ends(text, name):
    assert people(text) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "县乡村三级书记包山头、护林员包地块。",
        "省卫生计生委副主任到会。",
        "会议决定，史宏伟同志任区财政局副局长。",
    ],
)
def test_what_looks_like_a_name_beside_a_post_and_is_none(text):
    assert people(text) <= {"史宏伟"}


def reporters(*lines):
    return article(OPENING, *lines).byline.reporters


def test_credits_at_the_end_of_a_report():
    assert reporters("（党委办公室 花晓峰供稿）") == ("花晓峰",)
    assert reporters("（李保国）", "1998年8月8日《瑞阳日报》") == ("李保国",)
    assert (
        reporters("（李保国）", "会议还研究了其他事项，并提出了下一步工作的具体要求和时间安排。")
        == ()
    )


YEAR = "1月12日，云汀医院召开2031年行风建设工作会议。市委书记程朗主持会议。"


def test_in_january_the_year_of_a_name_needs_the_year_before_to_be_over():
    assert article(YEAR).event.date == "--01-12"
    assert article(YEAR + "程朗总结了2030年医院行风工作。").event.date == "2031-01-12"
    assert article(YEAR + "程朗总结了2029年医院行风工作。").event.date == "--01-12"


def test_the_year_of_a_name_may_stand_behind_its_place():
    held = "2月18日上午，云汀市{}第一季度项目集中开工仪式在新区举行。市委书记程朗宣布开工。"
    assert article(held.format("2032年")).event.date == "2032-02-18"
    assert article(held.format("2032年度")).event.date == "--02-18"


def test_the_day_of_a_visit_may_stand_before_the_paragraph_that_tells_of_it():
    first = "9月14日晚，台风来袭，市委书记程朗坐镇指挥。"
    told = "在海塘，程朗走访群众，实地察看防汛物资。"
    assert article(first, told, title="程朗察看海塘").event.date == "--09-14"
    assert article(told, first, title="程朗察看海塘").event.date is None
