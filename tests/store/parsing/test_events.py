"""What a report is about, with the counter-examples that must be given no event."""

import pytest

from store.model import Paragraph, Published
from store.parsing.events import find_events


def report(*texts, main=(), kicker=(), deck=(), caption=()):
    return [
        *(Paragraph("kicker", t) for t in kicker),
        *(Paragraph("main", t) for t in main),
        *(Paragraph("deck", t) for t in deck),
        *(Paragraph("caption", t) for t in caption),
        *(Paragraph("text", t) for t in texts),
    ]


def events(*texts, published=None, others=(), **headline):
    stated = Published(published, "front matter") if published else None
    return find_events(report(*texts, **headline), stated, others)


SAID = "会议指出，要压实责任，抓好各项措施落实。"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "1月18日晚，省抗旱工作领导小组会议暨视频调度会议在云汀召开。",
            "省抗旱工作领导小组会议暨视频调度会议",
        ),
        ("1月18日，市长顾某主持召开市政府第23次常务会议，研究抗旱工作。", "市政府第23次常务会议"),
        ("1月18日，学校在主楼会议室举行党委常委会会议，传达有关精神。", "党委常委会会议"),
        ("9月7日，县委常委会（扩大）会议召开，传达市委全会精神。", "县委常委会（扩大）会议"),
        ("省委书记18日上午在全省“三夏”工作推进会上强调，要抓好麦收。", "全省“三夏”工作推进会"),
        (
            "9月7日，我局召开“守水护田、奋发有为”大讨论交流总结会议。",
            "“守水护田、奋发有为”大讨论交流总结会议",
        ),
        ("中央抗旱工作会议9月27日至28日在云汀召开。", "中央抗旱工作会议"),
        (
            "由省文联组织的长篇小说《澜江水》创作座谈会今天（1月26日）在云汀举行。",
            "长篇小说《澜江水》创作座谈会",
        ),
        ("9月7日，为期两天的省政协十届十九次常委会议开幕。", "省政协十届十九次常委会议"),
        (
            "4月9日，省委書記主持召開省委第三十次專題會議暨省抗旱工作領導小組會議。",
            "省委第三十次專題會議暨省抗旱工作領導小組會議",
        ),
        ("3月7日，市委以电视电话会议形式召开全市教育工作会议。", "全市教育工作会议"),
        ("3月7日，我局主持召开《海洋环境公报》评审会，专家参加会议。", "《海洋环境公报》评审会"),
    ],
)
def test_the_name_as_printed(text, name):
    found = events(text, SAID)
    assert found.kind == "meeting"
    assert found.event.name == name


def test_the_body_completes_a_name_that_says_nothing_alone():
    found = events("省委常委会7月28日召开会议，研究抗旱工作。", SAID)
    assert found.event.name == "省委常委会会议"
    assert [e.value for e in found.event.evidence if e.field == "name"] == ["省委常委会", "会议"]


def test_a_government_and_a_bare_meeting_make_no_name():
    assert events("7月28日，我县召开会议，研究抗旱工作。", SAID).event.name is None


def test_a_mere_form_takes_the_fuller_name_of_the_headline():
    found = events(
        "12月25日，省长主持召开座谈会，听取意见。", SAID, main=["省长主持召开基层干部代表座谈会"]
    )
    assert found.event.name == "基层干部代表座谈会"


def test_a_headline_with_the_short_name_leaves_the_full_name_of_the_body():
    found = events(
        "1月17日至18日，澜江省第五届纪律检查委员会第三次全体会议在云汀举行。",
        "出席这次全会的有委员45人。",
        SAID,
        main=["五届省纪委三次全会在云汀召开"],
    )
    assert found.event.name == "澜江省第五届纪律检查委员会第三次全体会议"
    assert (found.event.date, found.event.date_end) == ("--01-17", "--01-18")


def test_a_study_session_of_a_body_is_a_meeting():
    found = events("6月23日，医院党委理论学习中心组开展2022年第五次集体学习。", SAID)
    assert found.kind == "meeting"
    assert found.event.name == "医院党委理论学习中心组2022年第五次集体学习"
    assert events("6月23日，医院党委理论学习中心组开展防汛演练。", SAID).event is None


def test_the_initials_of_a_suspect_make_no_template():
    text = "7月18日，柳河县检察院召开第9次检察委员会会议。胡某某案由承办人汇报。"
    assert events(text, SAID).kind == "meeting"
    assert events("7月18日，某某县检察院召开第9次检察委员会会议。", SAID).kind == "other"


def test_a_congress_that_closes_after_a_clause_about_its_agenda():
    congress = "柳河乡第五届人民代表大会第四次会议"
    found = events(
        f"{congress}，圆满完成各项议程，于1月8日胜利闭幕。", SAID, main=[f"{congress}胜利闭幕"]
    )
    assert (found.event.name, found.event.date) == (congress, "--01-08")
    other = events(
        f"{congress}，选举了乡长，运动会于1月8日胜利闭幕。", SAID, main=[f"{congress}胜利闭幕"]
    )
    assert other.event.name == congress
    assert other.event.date is None


def test_a_meeting_that_was_only_resolved_on_is_no_event():
    found = events("7月30日，省委常委会召开会议。会议决定召开五届三次全会。", SAID)
    assert found.event.name == "省委常委会会议"
    assert found.further == ()


def test_our_own_meeting_comes_before_the_one_that_was_listened_to():
    found = events("1月2日，我市收听收看全省抗旱视频会议。紧接着，我市召开全市抗旱工作会议。", SAID)
    assert found.event.name == "全市抗旱工作会议"
    assert [event.name for event in found.further] == ["全省抗旱视频会议"]
    listened = events("1月2日，我市收听收看全省抗旱视频会议。", SAID)
    assert listened.event.name == "全省抗旱视频会议"


def test_the_headline_tells_which_of_two_meetings_the_report_is_about():
    texts = ("9月13日下午，在收听收看了全省防汛视频调度会议后，我市召开防汛视频调度会议。", SAID)
    found = events(*texts, main=["我市召开防汛视频调度会议"])
    assert found.event.name == "防汛视频调度会议"
    assert [event.name for event in found.further] == ["全省防汛视频调度会议"]


def test_the_meeting_that_follows_is_a_further_event():
    found = events(
        "11月5日，全省教育系统防汛视频调度会议召开。", "随后，我市召开教育系统防汛工作会议。", SAID
    )
    assert found.event.name == "全省教育系统防汛视频调度会议"
    assert [event.name for event in found.further] == ["教育系统防汛工作会议"]


@pytest.mark.parametrize(
    "text",
    [
        "1月18日，市委召开抗旱工作会议，传达17日召开的省委全会精神。",
        "1月18日，市委召开抗旱工作会议，以优异成绩迎接市第十一次党代会胜利召开。",
        "1月18日，市委召开抗旱工作会议。会议强调，即将召开的全市农村工作会议十分重要。",
    ],
)
def test_meetings_in_the_background_are_no_further_events(text):
    found = events(text, SAID)
    assert found.event.name == "抗旱工作会议"
    assert found.further == ()


def test_a_visit_has_a_place_and_no_name():
    found = events(
        "11月26日上午，省委书记在东泽市调研。他强调，要抓好抗旱。",
        kicker=["省委书记在东泽市调研时强调"],
    )
    assert (found.kind, found.event.name, found.event.place) == ("visit", None, "东泽市")


def test_a_visit_with_a_nameless_meeting_stays_a_visit():
    found = events("8月1日，县委书记到柳溪中学调研，并主持召开座谈会。座谈会上，校长汇报了情况。")
    assert found.kind == "visit"
    assert [event.name for event in found.further] == ["座谈会"]


def test_an_inspection_before_a_named_meeting_makes_it_a_meeting():
    found = events(
        "1月28日，市长到社区检查防汛工作。随后，市长主持召开全市防汛调度会，要求压实责任。", SAID
    )
    assert (found.kind, found.event.name) == ("meeting", "全市防汛调度会")


def test_talks_and_ceremonies():
    talks = events(
        "2月23日，市委书记与远川银行行长一行举行会谈。双方交换意见。",
        main=["市委书记会见远川银行行长"],
    )
    assert (talks.kind, talks.event.name, talks.event.date) == ("talks", None, "--02-23")
    ceremony = events(
        "5月27日，东泽港首批泊位开港仪式举行。副省长出席仪式并致辞。", main=["东泽港首批泊位开港"]
    )
    assert (ceremony.kind, ceremony.event.name) == ("ceremony", "东泽港首批泊位开港仪式")


@pytest.mark.parametrize(
    ("title", "texts"),
    [
        (
            "在全省抗旱工作会议上的讲话",
            ["同志们：今天，我们召开全省抗旱工作会议，主要任务是部署工作。"],
        ),
        ("全省抗旱工作会议主持词", ["3月5日，全省抗旱工作会议现在开会。会议共有三项议程。"]),
        (
            "市人大常委会议事规则",
            ["第一条 会议由主任主持。", "第二条 会议每两个月举行一次。", "第三条 会议应当公开。"],
        ),
        ("第21章 新省长", ["3月5日，省长主持召开会议。“坐吧。”他笑道：“开始。”有人问道：“什么？”"]),
        (
            "那年冬天",
            ["1961年3月5日，公社召开万人大会，我坐在台下，我很冷。我记得那天，我没有吃饭。"],
        ),
        ("省长对防汛工作作出重要批示", ["3月5日，省长对防汛工作作出批示。全省防汛工作会议召开。"]),
        ("澜江省新闻发布会在云汀举行", ["3月5日，澜江省新闻发布会在云汀举行。"]),
        ("会议通知模板", ["XX年X月X日，XX市召开XX工作会议，会议指出，要抓好落实。"]),
        ("守住这一江清水", ["去年的全省抗旱工作会议之后，人们常常谈起水。水是有限的。"]),
        ("预告", ["全省抗旱工作会议将于3月5日在云汀召开。"]),
    ],
)
def test_texts_that_report_nothing_held_have_no_event(title, texts):
    found = events(*texts, main=[title])
    assert (found.kind, found.event, found.further) == ("other", None, ())


def test_a_report_under_the_title_of_another_text_is_still_read():
    found = events(
        "3月5日，全县抗旱工作会议在县城召开，县长主持会议。", SAID, main=["设备采购的公告"]
    )
    assert found.event.name == "全县抗旱工作会议"


def test_a_box_of_definitions_is_a_notice():
    found = events(
        "“三统筹”即统筹甲，统筹乙，统筹丙；",
        "“两扩大”即扩大甲，扩大乙；",
        main=["三统筹两扩大内容:"],
    )
    assert (found.kind, found.event) == ("notice", None)


def test_the_dateline_is_no_place_and_no_day():
    found = events("新华社云汀3月6日电 全省抗旱工作会议近日召开，省长出席会议。")
    assert (found.event.place, found.event.date) == (None, None)


def test_a_day_of_what_was_conveyed_is_not_the_day_of_the_meeting():
    found = events(
        "3月7日，市委召开抗旱工作会议，传达3月5日省委会议精神。", SAID, published="2022-03-08"
    )
    assert found.event.date == "2022-03-07"


def test_every_span_says_what_its_evidence_claims():
    paragraphs = report(
        "1月18日晚，省抗旱会商会议在云汀召开。省长出席会议并讲话。",
        "会议以视频会议形式召开，各市设分会场。",
        main=["省抗旱会商会议召开"],
    )
    found = find_events(paragraphs, Published("2022-01-20", "front matter"), ())
    evidence = {e.field: e for e in found.event.evidence}
    for name in ("name", "place", "mode"):
        span = evidence[name].span
        assert paragraphs[span.paragraph].text[span.start : span.end] == evidence[name].value
    span = evidence["date"].span
    assert paragraphs[span.paragraph].text[span.start : span.end] == "1月18日晚"
    assert found.event.daypart == "晚"


def test_nothing_at_all_is_other():
    assert find_events([], None, ()).kind == "other"
