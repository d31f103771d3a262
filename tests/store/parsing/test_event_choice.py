"""Which meeting or deed a report is about, and which it only speaks of. Invented examples."""

import pytest

from store.model import Paragraph, Published
from store.parsing.event_choice import is_ceremony, took_place
from store.parsing.event_match import is_generic
from store.parsing.event_names import meetings_in
from store.parsing.events import Events, find_events

SAID = "会议指出，要压实责任，抓好各项措施落实。"


def events(*texts: str, main: tuple[str, ...] = (), caption: tuple[str, ...] = ()) -> Events:
    paragraphs = [
        *(Paragraph("main", text) for text in main),
        *(Paragraph("caption", text) for text in caption),
        *(Paragraph("text", text) for text in texts),
    ]
    return find_events(paragraphs, None, ())


def name(*texts: str, main: tuple[str, ...] = (), caption: tuple[str, ...] = ()) -> str | None:
    event = events(*texts, main=main, caption=caption).event
    return event.name if event else None


def held(text: str) -> bool:
    return any(took_place(text, meeting) for meeting in meetings_in(text))


FORMS = [
    "本次", "此次", "专门", "视频", "电视", "电话", "网络", "专题", "紧急", "工作", "全体", "全", "现场", "调度", "部署", "座谈",
    "推进", "动员", "汇报", "报告", "交流", "总结", "协调", "会商", "专项", "学校", "重要", "小型", "扩大", "党员",
    *(f"{a}{b}" for a in "我本" for b in "省市县区州校院局"),
]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("head", ["会议", "大会", "会", "仪式", "典礼"])
def test_names_that_say_only_a_form(form: str, head: str) -> None:
    assert is_generic(form + head)
    assert is_generic(head)
    assert not is_generic(f"抗旱{form}{head}")
    assert not is_generic(form)


def test_ceremonies_without_a_subject() -> None:
    for word in ("揭牌", "授牌", "签约", "颁奖"):
        assert is_generic(f"{word}仪式")
    assert not is_generic("开工仪式")
    for word in ("揭牌仪式", "开学典礼", "开班式", "开学式"):
        assert is_ceremony(word)
    assert not is_ceremony("仪式会")


FUTURE = ["将", "将于", "拟", "拟于", "即将", "定于", "准备", "计划", "筹备", "预计", "决定"]


@pytest.mark.parametrize("word", FUTURE)
@pytest.mark.parametrize("between", ["", "\x01\x01", "在县城", " "])
def test_meetings_to_come(word: str, between: str) -> None:
    assert not held(f"县里{word}{between}召开抗旱座谈会。")
    assert not held(f"抗旱座谈会{word}{between}召开。") or between == " "
    assert held(f"县里{word}水利，召开抗旱座谈会。")


@pytest.mark.parametrize(
    "start", ["贯彻", "落实", "传达", "学习", "根据", "按照", "是继", "迎接", "喜迎", "确保"]
)
def test_meetings_that_are_carried_out(start: str) -> None:
    assert not held(f"县里{start}县委召开的抗旱座谈会要点")
    assert held(f"县里{start}水利，县委召开抗旱座谈会")
    assert held("县里学习会召开抗旱座谈会")
    assert held("县里学习中心组召开抗旱座谈会")


@pytest.mark.parametrize(
    "value",
    ["十分重要的会议", "重要大会", "团结的大会", "胜利的会议", "一次抗旱会议", "首次抗旱会议"],
)
def test_meetings_that_are_only_valued(value: str) -> None:
    assert not held(f"{value}在县城召开。")
    assert held("代表参加重要抗旱会议。")
    assert held("代表参加抗旱首次会议。")


def test_fairs_are_no_meetings() -> None:
    assert not held("县里举办抗旱学术会议。")
    assert held("县里举办抗旱会议。")
    assert not held("县长出席全体会议。")
    assert held("县委召开全体会议。")


SUPPORT = [
    *(f"会议{x}" for x in (
        "指出", "强调", "要求", "认为", "听取汇报", "审议文件", "传达文件", "决定", "提出", "研究", "通报", "讨论", "明确", "由县长主持",
        "以票决", "原则同意", "还指出", "进一步强调", "最后要求")),
    "会上，", "会上,", "县长主持会议", "县长主持召开", "县长主持并讲话", "与会人员", "县长并讲话", "座谈会上",
    *(f"县长{verb}{which}" for verb in ("出席", "参加", "列席", "收听收看") for which in (
        "会议", "座谈", "大会", "学习", "活动", "调研", "了会议", "此次会议", "本次会议")),
]  # fmt: skip


@pytest.mark.parametrize("text", SUPPORT)
def test_what_tells_that_a_meeting_was_held(text: str) -> None:
    lead = "旧事不少。去年，县城召开抗旱座谈会。"
    title = ("县里召开抗旱座谈会",)
    assert name(lead, text + "。", main=title) == "抗旱座谈会"
    assert events(lead, "水很好。", main=title).kind == "other"


@pytest.mark.parametrize(
    "sign", ["3月5日", "本报讯", "云汀讯 ", "云汀讯（", "云汀电 ", "云汀电（", "日前"]
)
def test_what_dates_a_report(sign: str) -> None:
    text = f"{sign}水很好。此时县里召开抗旱座谈会。"
    assert name(text, main=("县里召开抗旱座谈会",)) == "抗旱座谈会"
    assert events("水很好。此时县里召开抗旱座谈会。").kind == "other"


def test_two_signs_are_asked_for() -> None:
    assert events("县里召开抗旱座谈会。").kind == "other"
    assert events("县里召开抗旱座谈会。", SAID).kind == "meeting"
    assert events("3月5日，县里召开抗旱座谈会。").kind == "meeting"
    assert events("水很好。" * 20, "3月5日，水很好。", SAID).kind == "other"


SAYS = ["指出", "强调", "要求", "认为", "表示", "明确", "提出", "说"]


@pytest.mark.parametrize("verb", SAYS)
def test_a_paragraph_that_renders_what_was_said_names_other_meetings(verb: str) -> None:
    said = f"县长{verb}，去年召开抗旱座谈会很好。"
    first = "3月5日，县里召开水利调度会。"
    assert events(first, said, SAID).further == ()
    assert len(events(first, "县长说起，去年召开抗旱座谈会很好。", SAID).further) == 1
    if verb not in ("认为", "明确"):
        at = f"县长在抗旱座谈会上{verb}，要快。"
        assert len(events(first, at, SAID).further) == 1


def test_a_headline_tells_its_meeting_or_its_deed_by_what_comes_first() -> None:
    body = ("3月5日，县长到村里查看水渠，并召开抗旱座谈会。", SAID)
    assert events(*body, main=("县长查看水渠并召开抗旱座谈会",)).kind == "visit"
    assert events(*body, main=("县长召开抗旱座谈会并查看水渠",)).kind == "meeting"
    assert events(*body, main=("县长将召开抗旱座谈会",)).kind != "other"


def test_a_meeting_in_the_name_of_which_a_deed_stands() -> None:
    assert (
        events("3月5日，县里召开水库调研座谈会。", SAID, main=("县里召开水库调研座谈会",)).kind
        == "meeting"
    )
    assert events("3月5日，县里召开走访慰问工作座谈会。", SAID).kind == "meeting"


def test_a_named_meeting_of_ones_own_beats_the_visit_before_it() -> None:
    visit = "3月5日，县长到村里查看水渠。"
    assert events(visit + "随后，召开抗旱座谈会。", SAID).kind == "meeting"
    assert events(visit + "随后，召开座谈会。", SAID).kind == "visit"
    assert events(visit + "随后，参加抗旱座谈会。", SAID).kind == "visit"
    assert events("3月5日，县长会见客商。随后，召开抗旱座谈会。", SAID).kind == "talks"
    assert events("3月5日，县长主持召开抗旱座谈会，到村里查看水渠。", SAID).kind == "meeting"


def test_the_opening_is_read_until_a_paragraph_says_enough() -> None:
    later = "3月5日，县长到村里查看水渠。"
    assert events("水很好。", later, "县长参加调研。").kind == "visit"
    assert events("水很好" * 30 + "。", later, "县长参加调研。").kind == "other"


def test_a_caption_tells_a_meeting_that_no_text_names() -> None:
    caption = Paragraph("caption", "县里召开抗旱座谈会。")
    texts = ("水很好。", "3月5日，县里召开水利调度会。")
    for text, wanted in zip(texts, ("抗旱座谈会", "水利调度会"), strict=True):
        found = find_events([Paragraph("text", text), caption, Paragraph("text", SAID)], None, ())
        dated = find_events(
            [Paragraph("text", "3月5日，" + text), caption, Paragraph("text", SAID)], None, ()
        )
        assert dated.event is not None
        assert dated.event.name == wanted
        assert found.further == dated.further == ()


def test_a_named_ceremony_is_the_event_and_a_nameless_one_a_deed() -> None:
    assert name("3月5日，水库放水仪式在县城举行。", "县长出席活动。") == "水库放水仪式"
    nameless = events("3月5日，水库开工建设。仪式在县城举行。", "县长出席活动。")
    assert (nameless.kind, nameless.event and nameless.event.name) == ("ceremony", None)
    both = events(
        "3月5日，水库放水仪式在县城举行。", "县长召开抗旱座谈会。", SAID, main=("水库放水仪式举行",)
    )
    assert (both.kind, both.event and both.event.name) == ("ceremony", "水库放水仪式")


def test_the_headline_picks_the_meeting_most_alike() -> None:
    texts = ("3月5日，县里召开水利调度会。同日，县里召开抗旱座谈会。", SAID)
    assert name(*texts) == "水利调度会"
    assert name(*texts, main=("县里召开抗旱座谈会",)) == "抗旱座谈会"
    assert name(*texts, main=("县里召开全县抗旱座谈会",)) == "抗旱座谈会"
    assert name(*texts, main=("县里召开座谈会",)) == "水利调度会"
    assert name("3月5日，水很好。", SAID, main=("县里召开抗旱座谈会",)) == "抗旱座谈会"


def test_a_meeting_in_passing_is_not_what_the_report_is_about() -> None:
    text = "3月5日，全省水利调度会后，县里召开抗旱座谈会。"
    assert name(text, SAID) == "抗旱座谈会"
    assert name("3月5日，参加全省水利调度会后，县里召开抗旱座谈会。", SAID) == "抗旱座谈会"
    aside = "3月5日，参加全省水利调度会后，大家谈论水利。"
    assert name(aside, SAID) == "全省水利调度会"


def test_further_meetings_are_each_named_once() -> None:
    first = "3月5日，县里召开水利调度会。"
    for count, words in (
        (1, ["抗旱"]),
        (4, ["抗旱", "防汛", "植树", "护林"]),
        (4, ["抗旱", "防汛", "植树", "护林", "修渠"]),
    ):
        more = "".join(f"县里召开{word}座谈会。" for word in words)
        assert len(events(first + more, SAID).further) == count
    assert events(first + "县里召开水利调度会。", SAID).further == ()
    assert events(first + "县里召开全县水利调度会议。", SAID).further == ()
    assert events(first + "县里召开座谈会。", SAID).further == ()
    assert len(events(first + "我县召开座谈会。", SAID).further) == 1
    assert len(events(first + "本县召开座谈会。", SAID).further) == 1
    assert len(events(first + "我县召开水利调度会。", SAID).further) == 1


def test_what_was_published_has_its_year() -> None:
    paragraphs = [Paragraph("text", "3月5日，县里召开抗旱座谈会。"), Paragraph("text", SAID)]
    event = find_events(paragraphs, Published("2031-03-06", "front matter"), ()).event
    assert event is not None
    assert event.date == "2031-03-05"
