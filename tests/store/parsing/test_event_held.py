"""Which of the named meetings a report says was held, each rule beside its counter-example."""

import pytest
from parsed import article

from store.model import Block

TOLD = "会议指出，要抓好落实。"


def event_of(*blocks: Block | str, title: str | None = None) -> tuple[str, str | None]:
    report = article(*blocks, title=title)
    return report.kind, report.event.name if report.event else None


HELD = ("meeting", "防汛工作会议")
NOTHING = ("other", None)


@pytest.mark.parametrize(
    "word",
    ["将", "将于", "拟", "拟于", "即将", "定于", "准备", "计划", "筹备", "预计", "决定", "关于"],
)
def test_a_planned_meeting_was_not_held(word: str) -> None:
    day = "11月26日，"
    assert event_of(f"{day}云汀市{word}召开防汛工作会议。{TOLD}") == NOTHING
    assert event_of(f"{day}云汀市召开防汛工作会议。{TOLD}") == HELD


def test_a_meeting_that_is_only_praised_has_no_name() -> None:
    assert event_of(f"11月26日，云汀市召开重要会议。{TOLD}") == NOTHING
    assert event_of(f"11月26日，云汀市召开重要工作会议。{TOLD}")[0] == "meeting"


def test_our_own_meeting_goes_before_the_one_we_listened_to() -> None:
    title = "云岭镇安排防汛"
    heard = "11月26日，云岭镇收看全市防汛工作会议。"
    both = event_of(heard + f"随后，我镇立即召开防汛会议。{TOLD}", title=title)
    assert both == ("meeting", "防汛会议")
    assert event_of(heard + TOLD, title=title) == ("meeting", "全市防汛工作会议")


def test_a_caption_names_the_meeting_only_where_the_text_does_not() -> None:
    caption = Block("caption", "图为云汀市召开防汛工作会议现场。")
    assert event_of(caption, TOLD, title="压实责任") == HELD
    other = "11月26日，柳溪市召开招商引资大会。" + TOLD
    assert event_of(caption, other, title="压实责任") == ("meeting", "招商引资大会")


def test_a_ceremony_goes_by_its_name() -> None:
    said = "许遥出席仪式并致辞。"
    title = "云汀市防汛物资仓库揭牌"
    named = event_of(f"11月26日，云汀市举行防汛物资仓库揭牌仪式。{said}", title=title)
    assert named == ("ceremony", "防汛物资仓库揭牌仪式")
    bare = event_of(f"11月26日，云汀市防汛物资仓库揭牌。{said}", title=title)
    assert bare[1] is None


def test_a_meeting_during_a_visit_is_a_further_event() -> None:
    report = article(
        "11月26日，许遥到云汀市调研防汛工作，并主持召开防汛工作座谈会。", title="许遥在云汀市调研"
    )
    assert report.kind == "visit"
    assert [event.name for event in report.further_events] == ["防汛工作座谈会"]
    met = article("11月26日，许遥主持召开防汛工作座谈会，部署调研。会议要求抓好落实。")
    assert (met.kind, met.event and met.event.name) == ("meeting", "防汛工作座谈会")


def test_meetings_spoken_about_alone_make_no_event() -> None:
    assert event_of("防汛工作会议很多。", title="谈谈会议") == NOTHING


def test_a_paragraph_that_only_renders_what_was_said_names_other_meetings() -> None:
    told = "会上，许遥通报情况。"
    assert event_of("程朗指出，云汀市召开防汛工作会议，要求抓好落实。", told) == NOTHING
    assert event_of("11月26日，云汀市召开防汛工作会议，要求抓好落实。", told) == HELD
    quoted = "程朗强调，柳溪市召开招商引资大会很好。"
    report = article("11月26日，云汀市召开防汛工作会议。会议指出要快。", quoted)
    assert not report.further_events
    # the same words by the paper itself
    report = article("11月26日，云汀市召开防汛工作会议。会议指出要快。", quoted[5:])
    assert [event.name for event in report.further_events] == ["招商引资大会"]


def test_the_first_sentence_that_tells_a_visit_is_a_sign_of_one() -> None:
    assert event_of("11月26日，许遥到云汀市调研防汛工作。")[0] == "visit"
    assert event_of("许遥到云汀市调研防汛工作。", title="许遥在云汀市调研")[0] == "visit"
    assert event_of("11月26日，天气晴。许遥爱到云汀市调研。")[0] == "other"


def test_the_meeting_of_another_body_goes_behind_the_one_we_listened_to() -> None:
    heard = "11月26日，我镇组织干部收看全市防汛工作会议。"
    other = f"随后，柳溪镇召开防汛会议。{TOLD}"
    assert event_of(heard + other, title="安排防汛") == ("meeting", "全市防汛工作会议")
