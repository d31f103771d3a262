"""Where each field of an event is looked for, rule by rule. The examples are invented."""

import pytest

from store.model import Event, Paragraph
from store.parsing.events import find_events

SAID = "会议指出，要压实责任，抓好各项措施落实。"
HELD = "3月7日，市委召开抗旱工作会议。"


def event(*texts: str, main: str | None = None) -> Event:
    lines = [Paragraph("main", main)] if main else []
    found = find_events([*lines, *(Paragraph("text", text) for text in texts)], None, ()).event
    assert found is not None
    return found


@pytest.mark.parametrize(
    "session",
    [
        "会议在", "座谈会在", "大会在", "集体学习在", "全会在", "调度会在", "推进会在", "动员会在", "部署会在", "会议3月8日在",
        "会议，在", "会议3月8日，在",
    ],
)  # fmt: skip
def test_a_later_sentence_says_where_the_session_was(session: str) -> None:
    assert event(HELD, f"{session}柳溪村举行。", SAID).place == "柳溪村"
    assert event(HELD, f"{session}柳溪村总结。", SAID).place is None
    assert event(HELD, "运动在柳溪村举行。", SAID).place is None


@pytest.mark.parametrize("verb", ["聚会", "齐聚", "云集"])
def test_a_later_sentence_says_where_the_guests_gathered(verb: str) -> None:
    assert event(HELD, f"各方代表{verb}成都市，共商抗旱。", SAID).place == "成都市"
    assert event(HELD, f"各方代表{verb}柳溪市，共商抗旱。", SAID).place is None


def test_the_place_of_another_meeting_or_of_a_headline_is_not_taken() -> None:
    other = "随后，市政府在柳溪村召开防汛视频调度会。"
    assert event(HELD, other, SAID).place is None
    again = "3月7日，市委在柳溪村召开抗旱工作会议。"
    assert event("市委召开抗旱工作会议。", again, SAID).place == "柳溪村"


@pytest.mark.parametrize("word", ["总结", "回顾", "表彰", "考核", "述职", "决算"])
def test_the_year_of_a_name_that_looks_back_is_not_that_of_the_day(word: str) -> None:
    assert event("5月8日，市委召开2031年抗旱工作会议。", SAID).date == "2031-05-08"
    assert event(f"5月8日，市委召开2031年抗旱{word}会议。", SAID).date == "--05-08"


@pytest.mark.parametrize(
    ("month", "date"), [(1, "--01-08"), (2, "2031-02-08"), (10, "2031-10-08"), (11, "--11-08")]
)
def test_a_meeting_at_the_turn_of_the_year_may_be_of_either(month: int, date: str) -> None:
    assert event(f"{month}月8日，市委召开2031年抗旱工作会议。", SAID).date == date


def test_two_years_in_a_name_settle_none() -> None:
    two = "5月8日，市委召开2031年抗旱暨2032年防汛工作会议。"
    assert event(two, SAID).date == "--05-08"
    assert event(two.replace("2032", "2031"), SAID).date == "2031-05-08"
    assert event(two.replace("2032年", "2032户"), SAID).date == "2031-05-08"
    assert event("5月8日，市委召开2031年度抗旱工作会议。", SAID).date == "--05-08"


BODIES = [
    "政治局", "委员会", "常委会", "党组", "党委", "领导小组", "指挥部", "党工委", "理事会", "中心组", "政协", "人大", "安委会",
    "董事会", "主席团", "支部", "总支",
]  # fmt: skip


@pytest.mark.parametrize("body", BODIES)
def test_a_body_that_meets_completes_the_name(body: str) -> None:
    assert event(f"云汀{body}7月28日召开会议，研究抗旱工作。", SAID).name == f"云汀{body}会议"
    assert event(f"云汀{body}办7月28日召开会议，研究抗旱工作。", SAID).name is None


@pytest.mark.parametrize("mere", ["会议", "大会"])
def test_a_mere_form_is_no_name(mere: str) -> None:
    assert event(f"7月28日，我县召开{mere}，研究抗旱工作。", SAID).name is None
    assert event(f"7月28日，我县召开抗旱{mere}，研究抗旱工作。", SAID).name == f"抗旱{mere}"


def test_a_fuller_name_ends_alike_and_was_held() -> None:
    text = "12月25日，省长主持召开座谈会，听取意见。"
    assert event(text, SAID, main="省长主持召开基层代表座谈会").name == "基层代表座谈会"
    assert event(text, SAID, main="省长主持召开基层抗旱动员会").name != "基层抗旱动员会"


def test_the_mode_that_the_text_states_outweighs_the_one_in_the_name() -> None:
    name = "3月7日，全省抗旱电视电话会议召开。"
    assert event(name, SAID).mode == "电视电话会议"
    assert event(name, "会议以视频形式召开。").mode == "视频"
    assert event(HELD, SAID).mode is None


def test_venues_alone_tell_the_mode_when_one_is_a_branch() -> None:
    assert event(HELD, "市委设主会场，各县设分会场。", SAID).mode == "主会场+分会场"
    assert event(HELD, "市委设主会场。", SAID).mode is None


def test_the_part_of_the_day_is_kept_though_the_day_is_unknown() -> None:
    found = event("昨日上午，市委召开抗旱工作会议。", SAID)
    assert (found.date, found.daypart) == (None, "上午")
    assert event("昨日，市委召开抗旱工作会议。", SAID).daypart is None


def test_a_headline_gives_the_day_that_the_text_lacks() -> None:
    text = "市委召开抗旱工作会议。"
    assert event(text, SAID, main="市委3月7日召开抗旱工作会议").date == "--03-07"
    assert event("3月8日，" + text, SAID, main="市委3月7日召开抗旱工作会议").date == "--03-08"
    assert event(text, SAID, main="市委召开抗旱工作会议 截至3月7日").date is None


def test_the_day_of_a_further_mention_is_that_of_the_meeting() -> None:
    text = "市委召开抗旱工作会议。"
    assert event(text, "3月7日召开的抗旱工作会议由许遥主持。", SAID).date == "--03-07"
    assert event(text, "3月7日召开的防汛动员会由许遥主持。", SAID).date is None


def test_the_level_is_that_of_the_name_before_body_and_post() -> None:
    found = event("3月7日，县委召开全省抗旱工作会议。", SAID)
    rules = [(e.value, e.rule) for e in found.evidence if e.field == "level"]
    assert rules == [("province", "level of the name")]
    found = event("3月7日，柳溪县委召开抗旱工作会议。", SAID)
    assert [e.rule for e in found.evidence if e.field == "level"] == ["level of the body"]
    found = event("3月7日，抗旱工作会议召开，市长许遥出席。", SAID)
    assert [e.rule for e in found.evidence if e.field == "level"] == ["level of the first post"]


@pytest.mark.parametrize("word", ["传达", "学习", "贯彻", "落实", "听取"])
def test_who_is_only_spoken_of_gives_no_level(word: str) -> None:
    text = "3月7日，抗旱工作会议召开，{}省长许遥讲话。"
    assert event(text.format(word), SAID).level is None
    assert event(text.format("由"), SAID).level == "province"
