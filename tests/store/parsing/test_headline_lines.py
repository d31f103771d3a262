"""Which lines are a headline, and which part of the stack each is. The examples are invented."""

import pytest

from store.model import Block, Headline
from store.parsing.headlines import clean_title, is_headline_line, is_masthead, read_headline

LEAD = Block(
    "text", "本报讯(记者 柯一鸣)11月8日，省长许遥主持召开省防汛会议，研究部署防汛抗旱工作。"
)
MAIN = "压实责任抓好落实"


def stack(*lines: str, title: str | None = None) -> Headline:
    return read_headline(title, [*(Block("heading", line, 1) for line in lines), LEAD])[1]


@pytest.mark.parametrize(
    "end",
    [
        "强调", "強調", "指出", "要求", "提出", "表示", "时说", "時說", "时讲话", "讲话时", "号召", "会上说", "会议",
        "会上", ":", "：", "强调:", "强调：",
    ],
)  # fmt: skip
def test_a_line_that_breaks_off_is_a_kicker(end: str) -> None:
    assert stack(f"许遥，在防汛调度{end}", MAIN).kicker == (f"许遥，在防汛调度{end}",)
    assert stack(f"许遥{end}了防汛工作", MAIN).kicker == ()
    assert stack(MAIN, f"许遥，在防汛调度{end}").kicker == ()
    assert stack(f"许遥，在防汛调度{end}").main == (f"许遥，在防汛调度{end}",)


def test_a_short_line_is_no_kicker_unless_it_speaks() -> None:
    assert stack("省防汛会议", MAIN).main == ("省防汛会议", MAIN)
    assert stack("许遥强调", MAIN).kicker == ("许遥强调",)


def test_only_the_line_before_the_main_one_is_a_kicker() -> None:
    two = Headline(kicker=("许遥强调",), main=("程朗要求",))
    assert stack("许遥强调", "程朗要求") == two
    assert stack(MAIN, "许遥强调", "确保安澜").kicker == ()


def test_a_line_that_opens_with_ji_goes_on_with_the_one_before_it() -> None:
    assert stack("省防汛会议", "暨抗旱会议").main == ("省防汛会议暨抗旱会议",)
    assert stack("暨抗旱会议", "省防汛会议").main == ("暨抗旱会议", "省防汛会议")


def test_a_signature_stands_behind_the_lines() -> None:
    assert stack(MAIN, "程朗") == Headline(main=(MAIN,), deck=("程朗",))
    assert stack("防汛", MAIN).main == ("防汛", MAIN)
    assert stack("防汛").main == ("防汛",)


def test_a_wrapper_alone_is_no_line() -> None:
    assert stack("(图)", MAIN).main == (MAIN,)
    assert stack("(图)") == Headline()


@pytest.mark.parametrize(
    "end",
    ["强调", "強調", "指出", "要求", "提出", "表示", "时说", "上说", "号召", "强调:", "强调："],
)
def test_a_speaking_word_cuts_a_flattened_line(end: str) -> None:
    assert stack(f"许遥{end} {MAIN}").kicker == (f"许遥{end}",)
    assert stack(f"许遥{end}要快 {MAIN}").main == (f"许遥{end}要快 {MAIN}",)


DECKS = [
    "主持", "主持会议", "主持會議",
    *(f"{verb}{what}" for verb in ("出席", "参加", "参会", "到会") for what in ("", "会议", "并讲话")),
    *(f"出席{what}" for what in ("活动", "调研", "会见", "座谈", "仪式", "签约")),
    *(f"出席会议并{deed}" for deed in ("致辞", "发言", "宣布开工", "作报告", "作点评")),
    "部署", "作部署", "作出部署", "做部署", "作工作部署", "作安排", "讲话", "作指导", "致辞", "作报告",
    "列席", "列席会议", "陪同", "陪同调研", "陪同考察", "陪同检查", "分别讲话", "分别主持会议", "分别讲话并点评", "分别主持各场座谈",
]  # fmt: skip


@pytest.mark.parametrize("deed", DECKS)
def test_who_took_part_is_a_deck(deed: str) -> None:
    assert stack(MAIN, f"许遥程朗{deed}").deck == (f"许遥程朗{deed}",)
    assert stack(f"{MAIN} 许遥程朗{deed}").deck == (f"许遥程朗{deed}",)
    assert stack(MAIN, f"许遥，程朗{deed}").deck == ()
    assert stack(MAIN, f"许遥程朗{deed}的重大历史和现实意义").deck == ()
    assert stack(f"许遥程朗{deed}").deck == ()
    assert stack(f"许遥程朗{deed}", MAIN).deck == (f"许遥程朗{deed}",)


@pytest.mark.parametrize("verb", ["召开", "召開", "举行", "舉行", "闭幕", "开幕", "主持召"])
def test_a_line_that_tells_the_event_is_no_deck(verb: str) -> None:
    line = f"省防汛会议{verb}许遥出席"
    assert stack(MAIN, line).main == (MAIN, line)
    assert stack(f"{MAIN} {line}").main == (f"{MAIN} {line}",)
    assert stack(MAIN, "许遥出席").deck == ("许遥出席",)


def test_a_repeated_line_counts_once() -> None:
    assert stack(MAIN, "压实责任 抓好落实", "许遥出席").main == (MAIN,)
    assert stack(MAIN, "压实责任抓好监督").main == (MAIN, "压实责任抓好监督")


def test_the_title_of_the_page_joins_the_stack_once() -> None:
    assert stack(MAIN, title="许遥主持召开防汛会议").main == ("许遥主持召开防汛会议", MAIN)
    assert stack(MAIN, title=f"原标题：{MAIN}").main == (MAIN,)
    assert stack(title=MAIN).main == (MAIN,)
    assert stack(MAIN, title="").main == (MAIN,)
    assert stack() == Headline()


def test_the_last_line_is_main_where_no_other_is() -> None:
    assert stack("许遥强调 许遥出席") == Headline(kicker=("许遥强调",), main=("许遥出席",))
    assert stack("许遥出席", "程朗强调") == Headline(main=("程朗强调",), deck=("许遥出席",))


@pytest.mark.parametrize(
    "wrapper",
    [
        "原标题：", "原標題：", "标题：", "標題：", "题目：", "标题:", "标题 ",
        "[视频]", "【視頻】", "(图文)", "（组图）", "[图]", "[时文]", "[时政]", "[要闻]", "[快讯]", "[头条]", "[关注]",
        "[专题]", "[权威发布]",
    ],
)  # fmt: skip
def test_a_wrapper_before_a_title_goes(wrapper: str) -> None:
    assert clean_title(wrapper + "许遥主持召开省防汛会议") == "许遥主持召开省防汛会议"
    inside = f"许遥{wrapper}主持召开省防汛会议"
    assert clean_title(inside) == inside


@pytest.mark.parametrize("wrapper", ["(图)", "（组图）", "(附图)", "(多图)", "(视频)"])
def test_a_wrapper_behind_a_title_goes(wrapper: str) -> None:
    assert clean_title("许遥主持召开省防汛会议" + wrapper) == "许遥主持召开省防汛会议"
    inside = f"许遥{wrapper}主持召开省防汛会议"
    assert clean_title(inside) == inside


@pytest.mark.parametrize("mark", [" | ", "—", "——", "_", "-", "--"])
def test_the_name_of_the_site_goes(mark: str) -> None:
    assert clean_title(f"许遥主持召开省防汛会议{mark}澜江网") == "许遥主持召开省防汛会议"
    assert clean_title(f"省防汛会议{mark}澜江网") == f"省防汛会议{mark}澜江网"
    long = f"许遥主持召开省防汛会议{mark}" + "澜江网" * 7
    assert clean_title(long) == long


def test_a_dash_before_a_figure_and_an_arrow_behind_a_comma_stay() -> None:
    for title in ("许遥谈省防汛规划2030-2035", "许遥指出，要快->省防汛会议"):
        assert clean_title(title) == title
    assert clean_title("澜江网->许遥主持召开省防汛会议") == "许遥主持召开省防汛会议"
    assert clean_title("看澜江网->许遥主持召开防汛会议") == "许遥主持召开防汛会议"


@pytest.mark.parametrize("end", "。！？；!?;…")
def test_a_sentence_is_no_headline(end: str) -> None:
    assert not is_headline_line(Block("text", MAIN + end))
    assert is_headline_line(Block("heading", MAIN + end, 1))
    assert is_headline_line(Block("text", MAIN))


@pytest.mark.parametrize("end", ["！”", "！’", "？）", "？)", "。”"])
def test_a_sentence_in_quotes_or_brackets_is_no_headline(end: str) -> None:
    assert not is_headline_line(Block("text", f"“{MAIN}{end}"))
    assert is_headline_line(Block("text", f"“{MAIN}{end[1:]}"))


@pytest.mark.parametrize("inside", ["！", "；", "…", "！”", "？）"])
def test_a_headline_may_hold_the_end_of_a_sentence(inside: str) -> None:
    assert is_headline_line(Block("text", f"“压实责任{inside}抓好落实"))


def test_a_line_of_text_may_be_a_headline_by_length_and_weight() -> None:
    assert is_headline_line(Block("text", "责" * 64))
    assert not is_headline_line(Block("text", "责" * 65))
    assert is_headline_line(Block("text", "责" * 65, strong=True))
    assert not is_headline_line(Block("text", "责" * 129, strong=True))
    assert is_headline_line(Block("heading", "责" * 192, 1))
    assert not is_headline_line(Block("heading", "责" * 193, 1))
    assert not is_headline_line(Block("text", "压实责任。抓好落实"))
    assert not is_headline_line(Block("text", " "))
    assert not is_headline_line(Block("text", "“三清”即清淤、清障、清漂"))
    assert not is_headline_line(Block("text", "本报讯 昨日，许遥出席"))
    assert not is_headline_line(Block("heading", "本报讯 昨日，许遥出席", 0))
    assert is_headline_line(Block("heading", "本报讯 昨日，许遥出席", 1))


@pytest.mark.parametrize("kind", ["meta", "caption", "rule", "jump"])
def test_what_stands_between_the_lines_is_kept_aside(kind: str) -> None:
    blocks = [
        Block("heading", MAIN, 1),
        Block(kind, "图为会场"),
        Block("heading", "确保安澜", 1),
        LEAD,
    ]
    _, found, rest = read_headline(None, blocks)
    assert found.main == (MAIN, "确保安澜")
    assert [block.kind for block in rest] == [kind, "text"]
    assert read_headline(None, [blocks[0], LEAD, blocks[2]])[1].main == (MAIN,)


def test_a_page_of_headlines_alone_keeps_its_photos() -> None:
    blocks = [Block("heading", MAIN, 1), Block("caption", "图为会场")]
    assert [block.kind for block in read_headline(None, blocks)[2]] == ["caption"]


@pytest.mark.parametrize("kind", ["text", "heading"])
def test_a_line_of_the_stack_that_stands_again_is_a_caption(kind: str) -> None:
    blocks = [Block("heading", MAIN, 1), LEAD, Block(kind, MAIN), Block("meta", MAIN)]
    assert [b.kind for b in read_headline(None, blocks)[2]] == ["text", "caption", "meta"]


@pytest.mark.parametrize(
    "text",
    [
        "澜江日报 2031年1月8日 星期三 第01版", "澜江日报|2031年1月8日　周三", "2031年1月8日", "２０３１年１月８日",
        "二〇三一年一月八日 礼拜三", "2031年1月8日 要闻 A01版", "澜江日报　2031年1月8日|3版",
        "澜江日报" + "　" * 12 + "2031年1月8日", "澜江日报" + "|" * 12 + "2031年1月8日 第三版", "2031年1月8日|星期日",
    ],
)  # fmt: skip
def test_the_head_of_a_page(text: str) -> None:
    assert is_masthead(text)


@pytest.mark.parametrize(
    "text",
    [
        "许遥，2031年1月8日 星期三", "2031年1月8日许遥出席", "2031年1月", "自2031年1月8日起", "日报2031年1月8日" + "版" * 60,
        "省防汛会议于2031年1月8日召开，许遥出席",
        "澜江日报 2031年1月8日 星期三 " + "许遥出席" * 12,
    ],
)  # fmt: skip
def test_what_is_no_head_of_a_page(text: str) -> None:
    assert not is_masthead(text)
