"""The place, the form and the level of an event, and the words that say so. Invented examples."""

import pytest

from store.model import Event, Paragraph
from store.parsing.events import find_events

SAID = "会议指出，要压实责任，抓好各项措施落实。"


def event(*texts: str) -> Event:
    found = find_events([Paragraph("text", text) for text in texts], None, ()).event
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("3月5日，全省抗旱工作会议在云汀召开。", "云汀"),
        ("3月5日，全国抗旱工作会议在京召开。", "北京"),
        ("3月5日，市长在市政府二楼会议室主持召开抗旱工作会议。", "市政府二楼会议室"),
        ("3月5日，全省抗旱工作会议在“澜江之源”的东泽市柳河县召开。", "东泽市柳河县"),
        ("3月5日，学校组织全体教职工在五楼多功能厅召开抗旱工作会议。", "五楼多功能厅"),
        ("3月5日，省政府在我市召开抗旱工作会议。", None),
        ("3月5日，省政府在收听收看会议后召开抗旱工作会议。", None),
        ("3月5日，省政协四次会议在新疆人民会堂举行大会发言。", "新疆人民会堂"),
        ("3月5日，市政协四次会议在新会场举行大会发言。", None),
        ("3月5日，医院党委中心组在门诊楼七楼会议室开展集体学习。", "门诊楼七楼会议室"),
        ("3月5日，公司召开抗旱视频会议。班子成员在成都主会场参会。", "成都"),
        ("3月5日，公司召开抗旱视频会议。班子成员在集团主会场参会。", None),
        ("3月5日，省政府召开抗旱工作会议，在全省上下形成合力。", None),
    ],
)
def test_the_place_when_the_text_gives_one(text: str, place: str | None) -> None:
    assert event(text, SAID).place == place


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("会议以视频会议形式召开，各市设分会场。", "视频会议"),
        ("会议以广电网络视频会议形式召开，市委设主会场，市政府设分会场。", "广电网络视频会议"),
        ("会议采取线上线下相结合的方式召开。", "线上线下"),
        ("市委设主会场，各县设分会场。", "主会场+分会场"),
        ("报告采取书面形式。", None),
    ],
)
def test_the_mode(text: str, mode: str | None) -> None:
    assert event("3月7日，市委召开抗旱工作会议。", text, SAID).mode == mode


def test_the_mode_in_the_name_and_the_venues() -> None:
    found = event(
        "3月7日，全省抗旱电视电话会议召开。",
        "会议以电视电话形式召开，市委设主会场，各县（市、区）设分会场。",
    )
    assert found.mode == "电视电话"
    assert found.venues == ("市委设主会场", "各县（市、区）设分会场")
    assert event("3月7日，全省抗旱电视电话会议召开。", SAID).mode == "电视电话会议"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("3月7日，全国抗旱工作会议召开。", "centre"),
        ("3月7日，省委书记主持召开抗旱工作会议。", "province"),
        ("3月7日，市政府召开抗旱工作会议。", "city"),
        ("3月7日，我县召开抗旱工作会议。", "county"),
        ("3月7日，柳溪镇召开抗旱工作会议。", "township"),
        ("3月7日，云汀大学召开抗旱工作会议。", "institution"),
        ("3月7日，抗旱工作会议召开。", None),
    ],
)
def test_the_level(text: str, level: str | None) -> None:
    assert event(text, SAID).level == level


@pytest.mark.parametrize(
    ("text", "level", "words"),
    [
        ("3月7日，全国抗旱工作会议召开。", "centre", "全国"),
        ("3月7日，澜江省东泽市柳河县召开抗旱工作会议。", "county", "澜江省东泽市柳河县"),
        ("3月7日，自治区召开抗旱工作会议。", "province", "自治区"),
        ("3月7日，东泽市第一中学召开抗旱工作会议。", "institution", "中学"),
        ("3月7日，云汀医院党委中心组开展集体学习。", "institution", "医院"),
    ],
)
def test_the_level_points_at_the_words_that_say_it(text: str, level: str, words: str) -> None:
    found = event(text, SAID)
    (evidence,) = [e for e in found.evidence if e.field == "level"]
    span = evidence.span
    assert (found.level, evidence.value) == (level, level)
    assert words in text[span.start : span.end]
