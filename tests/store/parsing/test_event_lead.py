"""Which lines of a report are asked for its event, and which day is told. Invented examples."""

import pytest

from store.model import Paragraph
from store.parsing.event_lead import (
    MOST_LINES,
    Line,
    day_for,
    read_lead,
    sentence_end,
    sentence_start,
)
from store.parsing.events import find_events

SAID = "会议指出，要压实责任，抓好各项措施落实。"


def lead(*paragraphs: tuple[str, str]) -> list[Line]:
    listed = [Paragraph(kind, text) for kind, text in paragraphs]
    return read_lead(listed, [text for _, text in paragraphs])


def kinds(*paragraphs: tuple[str, str]) -> list[str]:
    return [line.kind for line in lead(*paragraphs)]


LONG = ("text", "水利工作一直以来都是县里的头等大事，各级各部门十分重视。")


def test_the_first_paragraphs_are_the_opening() -> None:
    assert kinds(*[LONG] * 6) == ["opening"] * 4
    assert kinds(*[("text", "水很好。")] * 6) == ["opening"] * 6
    assert kinds(("text", "水" * 1700), LONG) == ["opening"]
    assert kinds(("caption", "水" * 1700), LONG) == ["caption", "opening"]
    assert kinds(("main", "水"), ("kicker", "水"), ("deck", "水"), ("heading", "水")) == [
        "headline", "headline", "headline", "opening",
    ]  # fmt: skip
    assert kinds(("meta", "3月5日"), ("byline", "许遥")) == []


SEQUELS = [
    "随后", "随即", "会后", "会前", "之后", "紧接着", "接着", "座谈会上", "同日", "当天", "当日", "会议以", "会议采用", "会议采取", "会议在",
    "省会议", "视频会议后", "3月5日会议", "3月5日，座谈会", "“随后",
]  # fmt: skip


@pytest.mark.parametrize("word", SEQUELS)
def test_words_with_which_a_later_paragraph_counts(word: str) -> None:
    text = word.replace("3月5日", "\x01\x01\x01")
    assert kinds(*[LONG] * 4, ("text", f"{text}，水很好。")) == [*["opening"] * 4, "later"]
    assert kinds(*[LONG] * 4, ("caption", f"{text}，水很好。")) == [*["opening"] * 4, "caption"]
    assert kinds(*[LONG] * 4, ("text", f"水{text}，水很好。")) == ["opening"] * 4


def test_only_so_many_lines_of_a_kind_are_read() -> None:
    assert len(lead(*[("text", "水")] * 20)) == MOST_LINES
    assert len(lead(*[("main", "水")] * 20, ("text", "水"))) == MOST_LINES + 1


@pytest.mark.parametrize("mark", "。！？；")
def test_sentences(mark: str) -> None:
    text = f"水很好{mark}县里开会{mark}"
    assert (sentence_start(text, 5), sentence_end(text, 5)) == (4, 8)
    assert (sentence_start("水，很好", 3), sentence_end("水，很好", 1)) == (0, 4)


def told(text: str, word: str = "召开") -> tuple[int | None, int | None] | None:
    (line,) = lead(("text", text))
    day = day_for(line, line.masked.index(word))
    return (day.month, day.day) if day else None


def test_the_day_of_a_clause() -> None:
    assert told("3月5日，县里召开会议。") == (3, 5)
    assert told("3月4日修渠，3月5日，县里召开会议。") == (3, 5)
    assert told("县里召开会议3月5日结束。") == (3, 5)
    assert told("县里召开会议，3月5日结束。") is None
    assert told("县里召开会议：3月5日结束。") is None
    assert told("县里召开会议。3月5日结束。") is None
    assert told("3月4日修渠。3月5日挖塘。县里召开会议。") == (3, 5)
    assert told("县里召开会议。") is None


@pytest.mark.parametrize("sign", ["电", "讯", "消息", "专电", " 讯", " 专讯"])
def test_a_dateline_is_not_the_day_of_the_meeting(sign: str) -> None:
    assert told(f"云汀3月5日{sign} 县里召开会议。") is None
    assert told("云汀3月5日，县里召开会议。") == (3, 5)


def test_a_limit_is_not_the_day_of_the_meeting() -> None:
    assert told("截至3月5日，县里召开会议。") is None
    assert told("3月4日，截至3月5日，县里召开会议。") == (3, 4)


@pytest.mark.parametrize("word", ["贯彻", "落实", "传达", "学习", "根据", "按照"])
def test_a_day_of_what_is_carried_out_is_not_the_day_of_the_meeting(word: str) -> None:
    assert told(f"{word}3月5日省委的精神，县里召开会议。") is None
    assert told(f"{word}水利，3月5日省委的人员，县里召开会议。") == (3, 5)
    assert told(f"{word}3月5日省委精神，县里召开会议。") == (3, 5)


def event_of(*texts: str, main: str | None = None) -> tuple[str | None, str | None, str | None]:
    paragraphs = [Paragraph("main", main)] if main else []
    paragraphs += [Paragraph("text", text) for text in texts]
    event = find_events(paragraphs, None, ()).event
    assert event is not None
    return event.name, event.date, event.place


def test_what_the_sentence_lacks_comes_from_later_mentions() -> None:
    first = "日前，县里召开抗旱座谈会。"
    name = "抗旱座谈会"
    assert event_of(first, "抗旱座谈会于3月5日在云汀举行。", SAID) == (name, "--03-05", "云汀")
    assert event_of(first, "水利调度会于3月5日在云汀举行。", SAID)[1] is None
    assert event_of(first, SAID, main="3月5日县里召开抗旱座谈会")[1] == "--03-05"
    assert event_of(first, SAID, main="截至3月5日县里召开抗旱座谈会")[1] is None
    assert event_of(first, "会议在云汀召开。", SAID)[2] == "云汀"
    assert event_of(first, "许遥在云汀主会场参会。".replace("云汀", "成都"), SAID)[2] == "成都"


def test_an_attended_meeting_has_no_place_of_ours() -> None:
    assert event_of("3月5日，县里在云汀收看全省抗旱会议。", "会议在云汀召开。", SAID)[2] is None
    assert event_of("3月5日，县里在云汀召开抗旱会议。", SAID)[2] == "云汀"


def test_a_visit_has_the_place_and_the_day_of_its_own_line() -> None:
    text = "3月5日，县长到柳河镇查看水渠，并调研。"
    assert event_of("3月5日，县长到柳河镇调研。", "县长参加调研。", main="县长调研水利")[1:] == (
        "--03-05",
        "柳河镇",
    )
    assert (
        event_of("日前，县长到柳河镇调研。", "县长参加调研。", main="3月5日县长调研水利")[1]
        == "--03-05"
    )
    assert event_of(text, "县长参加调研。", main="县长到东泽镇调研")[2] in ("柳河镇", "东泽镇")


def test_the_year_in_a_name() -> None:
    for unit in ("", "全国", "全省", "全市", "全县", "全区", "全校", "省", "市", "县", "区"):
        assert event_of(f"3月5日，{unit}2031年抗旱会议召开。", SAID)[1] == "2031-03-05"
    assert event_of("3月5日，全县2031年度抗旱会议召开。", SAID)[1] == "--03-05"
    assert event_of("3月5日，全县抗旱2031年会议召开。", SAID)[1] == "--03-05"
    assert event_of("3月5日，全县1999年抗旱会议召开。", SAID)[1] == "1999-03-05"


@pytest.mark.parametrize(
    "body",
    [
        "政治局", "委员会", "常委会", "党组", "党委", "领导小组", "指挥部", "党工委", "理事会", "中心组", "政协", "人大", "安委会", "董事会",
        "支部", "总支",
    ],
)  # fmt: skip
def test_a_body_that_meets_completes_a_bare_name(body: str) -> None:
    assert event_of(f"3月5日，水利{body}召开会议。", SAID)[0] == f"水利{body}会议"
    assert event_of("3月5日，水利局召开会议。", SAID)[0] is None


@pytest.mark.parametrize("word", ["传达", "学习", "贯彻", "落实", "听取"])
def test_who_acts_stands_before_what_is_dealt_with(word: str) -> None:
    paragraphs = [
        Paragraph("text", f"3月5日，抗旱会议召开，{word}省委意见。"),
        Paragraph("text", SAID),
    ]
    event = find_events(paragraphs, None, ()).event
    assert event is not None
    assert event.level is None
    other = [Paragraph("text", "3月5日，抗旱会议召开，省委书记出席。"), Paragraph("text", SAID)]
    event = find_events(other, None, ()).event
    assert event is not None
    assert event.level == "province"
