"""Where one report of a page ends and the next begins. The examples are invented."""

import pytest

from store.model import Block
from store.parsing.pages import is_dateline, is_definition, split_reports

BODY = "各地各部门要把防汛责任落实到人，把措施落到实处，确保江河安澜、群众平安，抓好灾后恢复生产。"
FIRST = (Block("heading", "压实责任抓好落实", 1), Block("text", BODY))


def sizes(*blocks: Block, first: tuple[Block, ...] = FIRST) -> list[int]:
    return [len(part) for part in split_reports((*first, *blocks))]


def heading(text: str, level: int = 2) -> Block:
    return Block("heading", text, level)


@pytest.mark.parametrize(
    "text",
    [
        "(记者 柯一鸣)许遥出席", "（記者 柯一鸣）", "通讯员柯一鸣报道", "本报记者 柯一鸣", "本报讯许遥", "本報訊 許遥",
        "本报云汀1月8日电 许遥", "本报云汀电 许遥", "本報雲汀電 许遥", "澜江网讯 许遥", "澜江網訊（记者）", "澜江网讯(柯一鸣)",
        "澜江网讯　许遥", "澜江社云汀1月8日电 许遥", "澜江社云汀1月8日電", "澜江社云汀1月8日讯", "澜江社云汀1月8日訊",
    ],
)  # fmt: skip
def test_datelines(text: str) -> None:
    assert is_dateline(text)
    assert not is_dateline("据了解，" + text.replace("记者", "人").replace("通讯员", "人"))


@pytest.mark.parametrize(
    "text", ["许遥出席会议", "许遥通讯录", "电力设施", "各地，本报讯", "1月8日，许遥出席"]
)
def test_openings_that_are_no_dateline(text: str) -> None:
    assert not is_dateline(text)


@pytest.mark.parametrize("word", ["即", "是指", "指"])
@pytest.mark.parametrize("close", ['"', "”"])
def test_definitions(word: str, close: str) -> None:
    assert is_definition(f"“三清{close}{word}清淤、清障、清漂")
    assert not is_definition(f"“三清{close}工作")
    assert not is_definition("责" * 40 + f"“三清{close}{word}清淤")


@pytest.mark.parametrize(
    "title",
    [
        "许遥主持召开会议", "許遥主持召開會議", "全省召开防汛工作会", "许遥在云汀强调", "许遥調研時強調要快", "许遥开会时强调要快",
        "许遥在云汀调研时看望群众", "许遥会见客商", "许遥与客商会谈", "许遥出席签约", "许遥程朗出席", "许遥主持 程朗讲话",
        "许遥参加", "许遥主持",
    ],
)  # fmt: skip
def test_a_headline_of_news_opens_a_report(title: str) -> None:
    assert sizes(heading(title), Block("text", BODY)) == [2, 2]
    assert sizes(heading(title), first=FIRST) == [3]
    assert sizes(Block("caption", title), Block("text", BODY)) == [4]


@pytest.mark.parametrize(
    "title", ["召开大会", "强调落实", "主持人的话", "出席率高", "参加者众", "讲话要点"]
)
def test_a_heading_of_other_words_does_not(title: str) -> None:
    title = title.replace("召开大会", "召开了一次，很好")
    assert sizes(heading(title), Block("text", BODY)) == [4]


def test_a_bold_line_needs_company_to_open_a_report() -> None:
    bold = Block("heading", "许遥主持召开会议", 0)
    assert sizes(bold, Block("text", BODY)) == [4]
    assert sizes(bold, Block("heading", "抓好落实", 0), Block("text", BODY)) == [2, 3]


@pytest.mark.parametrize(
    "opening",
    [
        "本报讯 许遥出席会议，研究防汛抗旱工作，要求抓好落实。",
        "“三清”即清淤、清障、清漂，各地要抓好落实、按期完成。",
    ],
)
def test_a_dateline_or_a_definition_under_a_heading_opens_a_report(opening: str) -> None:
    assert sizes(heading("抓好防汛", 0), Block("text", opening)) == [2, 2]
    assert sizes(heading("抓好防汛", 0), Block("text", BODY)) == [4]


@pytest.mark.parametrize(
    "day",
    ["1月8日上午，", "8日下午，", "1月8日晚上，", "8日晚,", "1月8日，", "今天上午，", "昨日，"],
)
@pytest.mark.parametrize("verb", ["召开", "主持", "召開", "会见", "调研", "举行", "出席"])
def test_a_day_under_a_heading_opens_a_report(day: str, verb: str) -> None:
    opening = Block("text", f"{day}许遥{verb}有关防汛的事项，研究抗旱工作，要求各地抓好落实。")
    assert sizes(heading("第五次办公会"), opening) == [2, 2]
    assert sizes(heading("第五次办公会", 0), opening) == [4]
    assert sizes(heading("第五次办公会"), Block("text", "去年" + opening.text)) == [4]


def test_a_second_dateline_in_running_text_opens_a_report() -> None:
    for opening in ("本报讯 许遥出席会议。", "　　本報訊 許遥出席会议。"):
        assert sizes(Block("text", opening)) == [2, 1]
        assert sizes(Block("caption", "图"), Block("text", opening)) == [4]
    assert sizes(Block("text", "许遥出席会议。")) == [3]


def test_a_heading_behind_the_jump_of_another_report_opens_one() -> None:
    after = (heading("抓好防汛"), Block("text", BODY))
    assert sizes(Block("jump", "下转04版"), *after) == [3, 2]
    assert sizes(Block("jump", "下转04版"), Block("caption", "图"), Block("rule", ""), *after) == [
        5,
        2,
    ]
    assert sizes(Block("jump", "下转04版"), Block("text", "完"), *after) == [6]


def test_short_lines_under_a_heading_belong_to_its_stack() -> None:
    opening = Block("text", "本报讯 许遥出席会议，研究防汛抗旱工作，要求抓好落实。")
    assert sizes(heading("抓好防汛"), Block("text", "许遥出席"), opening) == [2, 3]
    for end in "。；;":
        assert sizes(heading("抓好防汛"), Block("text", "许遥在会" + end), opening)[0] != 2
    assert sizes(heading("抓好防汛"), Block("text", "许" * 30), opening)[0] != 2
    assert sizes(heading("许遥主持召开会议"), Block("text", "许遥出席")) == [4]


def test_a_lead_in_is_no_report_of_its_own() -> None:
    short = (heading("抓好防汛", 1), Block("text", "要闻导读"), Block("caption", BODY))
    after = (heading("许遥主持召开会议"), Block("text", BODY))
    assert sizes(*after, first=short) == [5]
    assert sizes(*after) == [2, 2]


def test_a_second_heading_line_opens_nothing() -> None:
    assert sizes(heading("抓好防汛"), heading("许遥主持召开会议"), Block("text", BODY)) == [2, 3]
    stack = (heading("许遥主持召开会议"), heading("程朗出席"), Block("text", BODY))
    assert sizes(*stack) == [2, 3]


@pytest.mark.parametrize(
    "day", ["2031-01-08", "2031/1/8", "2031年1月8日", "2031.1.8", " 2031-01-08 "]
)
def test_days_between_short_reports_part_them(day: str) -> None:
    other = Block("meta", "2031-01-05")
    entry = Block("text", BODY)
    assert sizes(Block("meta", day), entry, other, entry) == [2, 2, 2]
    assert sizes(Block("meta", day), entry) == [4]
    assert sizes(Block("meta", "来源" + day), entry, Block("meta", "来源"), entry) == [6]
    assert sizes(entry, Block("meta", day)) == [4]


def test_a_page_without_text_holds_no_report() -> None:
    assert split_reports([Block("text", " ")]) == []
    assert split_reports([]) == []
