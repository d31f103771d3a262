"""Day expressions: what is one, what it gives, and what only looks like one."""

import pytest

from store.parsing.days import exists, find_days, number
from store.parsing.folded import fold


def only(text):
    found = find_days(fold(text))
    assert len(found) == 1, found
    return found[0]


def fields(text):
    day = only(text)
    return day.year, day.month, day.day, day.daypart


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1月18日晚，全省抗旱会议召开", (None, 1, 18, "晚")),
        ("2021年1月18日上午", (2021, 1, 18, "上午")),
        ("９月２７日在云汀召开", (None, 9, 27, None)),
        ("二〇二一年七月二十三日", (2021, 7, 23, None)),
        ("2021-08-06 16:43:57来源", (2021, 8, 6, None)),
        ("2021/8/6", (2021, 8, 6, None)),
        ("2011年09月26来源：某站", (2011, 9, 26, None)),
        ("省长18日上午主持", (None, None, 18, "上午")),
        ("省长19号在云汀主持", (None, None, 19, None)),
        ("4 月10日", (None, 4, 10, None)),
    ],
)
def test_a_day_is_read(text, expected):
    assert fields(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "防御18号台风",
        "10日内完成整改",
        "2月30日",
        "8月底前",
        "版本1.2.3",
        "第18日",
        "30日以内",
        "今日头条",
        "如今",
    ],
)
def test_what_only_looks_like_a_day_is_none(text):
    assert find_days(fold(text)) == ()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("9月27日至28日在云汀召开", (9, 27), (None, 28)),
        ("9月30日—10月2日", (9, 30), (10, 2)),
        ("10月27日、28日", (10, 27), (None, 28)),
        ("2月 17—19日", (2, 17), (None, 19)),
        ("3日至5日到青浦岭市", (None, 3), (None, 5)),
        ("11月24日、25日、26日连续三天", (11, 24), (None, 26)),
    ],
)
def test_ranges_and_lists_keep_their_last_day(text, start, end):
    day = only(text)
    assert (day.month, day.day) == start
    assert (day.end_month, day.end_day) == end


def test_a_range_over_new_year_keeps_the_printed_year():
    day = only("12月30日至2022年1月2日")
    assert (day.end_year, day.end_month, day.end_day) == (2022, 1, 2)


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("昨日（27日），省委", "yesterday", 27),
        ("今天(1月26日)在云汀", "today", 26),
        ("今天下午", "today", None),
        ("当天，", "same day", None),
        ("近日，省长", "recently", None),
        ("日前召开的会议", "recently", None),
    ],
)
def test_relative_words_and_their_brackets(text, word, day):
    found = only(text)
    assert (found.word, found.day) == (word, day)


def test_limits_are_guarded_and_event_days_are_not():
    assert only("截至11月20日，全省").guarded
    assert only("自3月5日起施行").guarded
    assert not only("11月20日，全省").guarded
    assert not only("自3月5日至7日").guarded


def test_offsets_are_those_of_the_printed_text():
    text = "本报訊　９月２７日下午，省委召開會議"
    day = only(text)
    assert text[day.start : day.end] == "９月２７日下午"


def test_dayparts_do_not_swallow_the_next_word():
    assert only("6月29日晚会举行").daypart is None
    assert only("6月29日晚，会议举行").daypart == "晚"


def test_numbers_in_every_script():
    assert [number(x) for x in ("28", "二十八", "十", "廿八", "三十一", "二〇二一")] == [
        28,
        28,
        10,
        28,
        31,
        2021,
    ]


def test_29_february_exists_only_in_leap_years_or_without_a_year():
    assert exists(2024, 2, 29)
    assert exists(None, 2, 29)
    assert not exists(2023, 2, 29)
