"""Where the items of a series end. The examples are invented."""

import pytest

from store.model import Paragraph, Requirements
from store.parsing.requirements import find_requirements


def series(*texts: str) -> tuple[Requirements, ...]:
    return find_requirements(tuple(Paragraph("text", text) for text in texts))


def last(*texts: str) -> str:
    return series(*texts)[0].items[-1].text


@pytest.mark.parametrize(
    "word",
    [
        "确保", "从而", "切实", "努力", "推动", "全力", "奋力", "不断", "坚决", "真正", "以", "为", "共同", "保障",
        "促进", "实现", "把",
    ],
)  # fmt: skip
def test_the_words_that_close_a_comma_series(word: str) -> None:
    text = f"会议要求，一要修渠，通到田头，二要挖塘，蓄足水源，{word}水利大业。"
    assert last(text) == "挖塘，蓄足水源"
    assert last(text.replace("，二要", "；二要")) == f"挖塘，蓄足水源，{word}水利大业。"
    own = f"会议要求，一要修渠，{word}通水大业，二要挖塘，{word}蓄水大业。"
    assert last(own) == f"挖塘，{word}蓄水大业。"


@pytest.mark.parametrize(
    "voice",
    [
        "会上，", "会前，", "会后，", "会议期间，", "会议结束，", "会议听取汇报。", "会议还审议文件。", "会议研究人事。",
        "会议讨论文件。", "会议通报情况。", "会议传达文件。", "会议通过文件。", "会议以视频召开。", "会议由县长主持。",
        "会议还研究人事。", "随后，", "据悉，", "据了解，", "当天，", " 会上，",
    ],
)  # fmt: skip
def test_the_words_with_which_a_report_goes_on(voice: str) -> None:
    text = "会议要求，一要修渠。通到田头。二要挖塘。蓄足水源。"
    assert last(text + voice + "大家鼓掌。") == "挖塘。蓄足水源。"
    assert last(text + "各级在" + voice + "大家鼓掌。").endswith("大家鼓掌。")


@pytest.mark.parametrize(
    "who",
    [
        "县领导", "书记", "省长", "市长", "县长", "区长", "州长", "主任", "主席", "组长", "部长", "局长", "厅长",
        "负责同志", "负责人",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "deed", ["参加", "出席会议", "陪同调研", "列席了座谈", "参加活动", "参加上述活动"]
)
def test_a_roll_call_ends_the_last_item(who: str, deed: str) -> None:
    text = "会议要求，一要修渠。通到田头。二要挖塘。蓄足水源。"
    assert last(f"{text}有关{who}柳青{deed}。") == "挖塘。蓄足水源。"
    assert last(f"{text}有关{who}要{deed}，一线指挥。").endswith("一线指挥。")


@pytest.mark.parametrize("stop", ["。", "！", "？", "。”"])
def test_a_voice_begins_behind_a_sentence(stop: str) -> None:
    text = f"会议要求，一要修渠。要快。二要挖塘{stop}会上，各县作了汇报。"
    assert "汇报" not in last(text)
    assert last("会议要求，一要修渠。要快。二要挖塘。落实会上，各县的汇报。").endswith("汇报。")


def test_a_voice_at_the_head_of_a_paragraph() -> None:
    text = ("会议要求，一要修渠。要快。二要挖", "会上，各县作了汇报。")
    assert last(*text) == "挖"
    assert last(text[0], "塘。要实。") == "挖塘。要实。"
    assert last(text[0]) == "挖"


@pytest.mark.parametrize("stop", "。！？")
def test_the_last_of_items_in_one_sentence_ends_with_it(stop: str) -> None:
    assert last(f"他说，一是修渠；二是挖塘{stop}大家鼓掌。") == f"挖塘{stop}"
    assert last(f"他说：“一是修渠；二是挖塘{stop}”大家鼓掌。") == f"挖塘{stop}”"
    assert last(f"他说，一是修渠{stop}二是挖塘{stop}大家鼓掌。").endswith("大家鼓掌。")
    assert last(f"他说，一是修渠{stop}快，二是挖塘{stop}大家鼓掌。").endswith("大家鼓掌。")


def test_items_in_paragraphs_of_their_own_are_several_sentences() -> None:
    assert last("会议要求，一要修渠；", "二要挖塘。要蓄足水源。") == "挖塘。要蓄足水源。"
    assert last("会议要求，一要修渠，", "二要挖塘。要蓄足水源。") == "挖塘。要蓄足水源。"
    assert last("会议要求，一要修渠，二要挖塘。要蓄足水源。") == "挖塘。"


def test_a_closing_clause_is_looked_for_where_the_last_marker_stands() -> None:
    broken = ("会议要求，一要修渠，通到田头，二要挖", "塘，蓄足水源，确保见效。")
    assert last(*broken) == "挖塘，蓄足水源，确保见效。"
    assert last("".join(broken)) == "挖塘，蓄足水源"
    over = ("会议要求，一要修渠，通到", "田头，二要挖塘，三要植树，护好林，确保见效。")
    assert last(*over) == "植树"


def test_a_broken_column_goes_on_and_a_whole_sentence_does_not() -> None:
    assert last("他说，一是修渠。要快。二是挖", "塘。要实。") == "挖塘。要实。"
    assert last("他说，一是修渠。要快。二是挖塘。", "各县落实。") == "挖塘。"
    assert last("他说，一是修渠。要快。二是挖塘。会议强调，要稳", "各县落实。") == "挖塘。"
    assert last("他说，一是修渠。要快。二是挖", "会议强调，要稳。") == "挖"


def test_a_nested_series_ends_with_the_item_around_it() -> None:
    one, two = series("会议强调，一要抓水利。一是修渠。要快。二是挖塘。要实。二要抓林业。")
    assert two.items[-1].text == "挖塘。要实。"
    assert one.items[0].text.endswith("要实。")
    over = series("会议要求：", "一、抓水利。第一，修渠。要快。第二，挖塘。要实。", "二、抓林业。")
    assert over[1].items[-1].text == "挖塘。要实。"
    last_one = series("会议强调，一要抓林业。二要抓水利。一是修渠。要快。二是挖塘。要实。")
    assert last_one[1].items[-1].text == "挖塘。要实。"


def test_a_series_ends_before_the_sentence_that_leads_the_next_in() -> None:
    one, _ = series("他说，一是渠通。渠通了。二是水足。水足了。也有问题：一是路窄，二是灯暗。")
    assert one.items[-1].text == "水足。水足了。"
    same, _ = series("他说，一是渠通，二是水足，一是路窄，二是灯暗。")
    assert same.items[-1].text == "水足"
    apart = series("他说，一是渠通。渠通了。二是水足。水足了。", "也有问题：一是路窄，二是灯暗。")
    assert apart[0].items[-1].text == "水足。水足了。"


@pytest.mark.parametrize("mark", "，。；：！？")
def test_the_lead_of_an_item_is_its_first_clause(mark: str) -> None:
    (one,) = series(f"会议要求，一要修渠{mark}通到田头。二要挖塘。")
    assert one.items[0].lead == "修渠"


def test_paragraphs_of_an_item_are_joined_where_a_column_broke_them() -> None:
    (one,) = series("会议要求：", "一、修渠。", "通到", "田头。", "二、挖塘。")
    assert one.items[0].text == "修渠。\n通到田头。"
    paragraphs = [
        Paragraph("text", "会议要求："),
        Paragraph("text", "一、修渠，通到"),
        Paragraph("caption", "图为修渠"),
        Paragraph("text", "田头。"),
        Paragraph("text", "二、挖塘。"),
    ]
    (one,) = find_requirements(paragraphs)
    assert one.items[0].text == "修渠，通到田头。"


def test_yao_behind_an_order_stays_with_the_text() -> None:
    (one,) = series("会议强调，其一要修渠，其二要挖塘。")
    assert [item.text for item in one.items] == ["要修渠", "要挖塘。"]
    (two,) = series("会议强调，第一要修渠，第二要挖塘。")
    assert [item.text for item in two.items] == ["要修渠", "要挖塘。"]
