"""Ordinals that number items, and those that number nothing. The examples are invented."""

import pytest

from store.parsing.ordinals import chinese, find_markers, number_of


def found(text: str) -> list[tuple[int, str]]:
    return [(marker.number, text[marker.start : marker.end]) for marker in find_markers(text)]


@pytest.mark.parametrize(
    "row", ["①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽", "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑"]
)
def test_circled_numbers(row: str) -> None:
    for number, char in enumerate(row, start=1):
        assert found(f"。{char}修渠") == [(number, char)]
        assert found(f"见{char}修渠") == []


def test_numerals() -> None:
    pairs = [
        ("一", 1),
        ("两", 2),
        ("十", 10),
        ("十九", 19),
        ("二十", 20),
        ("九十九", 99),
        ("12", 12),
    ]
    for text, number in pairs:
        assert number_of(text) == number
    for text in ("", "二二", "一二十", "十二三", "百", "十百", "1" * 10, "²"):
        assert number_of(text) is None
    assert [chinese(n) for n in (1, 10, 11, 20, 25, 99, 100)] == [
        "一",
        "十",
        "十一",
        "二十",
        "二十五",
        "九十九",
        "100",
    ]
    assert found("。二十一要修渠") == [(21, "二十一要")]
    assert found("。十要修渠") == [(10, "十要")]


@pytest.mark.parametrize(
    "marker",
    [
        "第一，", "第十二，", "第3、", "第一：", "第一是", "第一就是", "第二点，", "第二条，", "第二件，", "第二件事，", "第二项，",
        "第二项工作，", "第二项任务，", "第二个，", *(f"第二个{x}，" for x in ("方面", "问题", "层面", "关键", "关键词", "任务", "重点")),
        "第二方面，", "第二步，", "第二句话，", "其一，", "其十二、", "其一：", "首先，", "首先、", "首先：", "首先", "其次", "其次，",
        "再次，", "再次、", "最后：", "十一、", "（十一）", "（1）", "（12）、", "（一），", "1、", "12.", "1．", "1）", "二是", "十一要",
    ],
)  # fmt: skip
def test_markers(marker: str) -> None:
    assert [text for _, text in found(f"。{marker}修渠")] == [marker]
    assert found(f"关于{marker}修渠") == []


@pytest.mark.parametrize("marker", ["第一", "其一", "再次", "最后"])
def test_words_that_number_before_yao(marker: str) -> None:
    for verb in "要是":
        assert len(found(f"。{marker}{verb}修渠")) == 1
    assert found(f"。{marker}修渠") == []


@pytest.mark.parametrize("word", ["要素", "要件", "要么", "要不然", "要求"])
def test_words_that_begin_with_yao(word: str) -> None:
    assert found(f"。三{word}齐全") == []
    assert found("。三要齐全") == [(3, "三要")]


@pytest.mark.parametrize("char", "真实新变进稳突精同")
def test_to_strive_for_is_an_item(char: str) -> None:
    assert found(f"。三要求{char}") == [(3, "三要")]


@pytest.mark.parametrize("mark", "，。、；”")
def test_one_is_one(mark: str) -> None:
    assert found(f"。一是一{mark}修渠") == []
    assert found("。一是一线人员") == [(1, "一是")]


def test_idioms_with_the_verbs_of_lists() -> None:
    for verb in "靠抓查盯促保防强":
        assert found(f"。一{verb}到底") == []
        assert found(f"。一{verb}修渠") == [(1, f"一{verb}")]
    assert found("。一看便知") == []


def test_a_bare_ordinal_with_a_comma() -> None:
    assert found("。一，修渠") == [(1, "一，")]
    assert found("。一，”") == [(1, "一，")]
    assert found("，一，修渠") == []


def test_decimals_and_ranges_are_no_figures() -> None:
    assert found("。3.5公里") == []
    assert found("。3.修渠") == [(3, "3.")]
    for text in ("，1、2号", "，一、二期", "，一、十期", "，1、，"):
        assert found(text) == []
    assert found("，1、修渠") == [(1, "1、")]


PAUSES = "，。；：！？、…．.·•●■◆— \n”’》）】]“‘*#,;-"
STOPS = "。；：！？…  \n”’》）】]*#●■◆•"


@pytest.mark.parametrize("mark", PAUSES)
def test_marks_before_a_spoken_ordinal(mark: str) -> None:
    assert found(f"修渠{mark}二要挖塘") == [(2, "二要")]
    assert found("修渠及二要挖塘") == []


@pytest.mark.parametrize("mark", sorted(set(PAUSES) | set(STOPS)))
def test_marks_before_a_written_ordinal(mark: str) -> None:
    wanted = [(2, "二、")] if mark in STOPS + "，" else []
    assert found(f"修渠{mark}二、挖塘") == wanted


@pytest.mark.parametrize("mark", "”’。；！？）》、")
def test_a_marker_needs_text(mark: str) -> None:
    assert found(f"。一要{mark}") == []
    assert found("。一要修渠") == [(1, "一要")]


@pytest.mark.parametrize(
    "char", "统唯单同专合第之万不如归划逐任周期其初五六七八九十三二这那每某另有"
)
def test_characters_that_make_a_word_with_one(char: str) -> None:
    assert found(f"各级{char}一要修渠") == []
    assert found(f"各级{char}一是修渠") == []
    assert found("各级一要修渠") == [(1, "一要")]
    assert found("各级二要修渠") == []
    assert found("各级一抓修渠") == []


def test_yao_behind_a_marker_may_belong_to_it() -> None:
    for text, wish in (
        ("一是要快", 1),
        ("第一要快", 1),
        ("其一要快", 1),
        ("首先要快", 1),
        ("第一，要快", 0),
        ("一抓要快", 0),
        ("再次要快", 0),
    ):
        (marker,) = find_markers(text)
        assert marker.wish - marker.end == wish, text


def test_only_spoken_ordinals_are_weak() -> None:
    weak = {
        text: [m.weak for m in find_markers(text)]
        for text in ("一要快", "各级一要快", "，一要快", "。一、快")
    }
    assert weak == {
        "一要快": [False],
        "各级一要快": [True],
        "，一要快": [False],
        "。一、快": [False],
    }
