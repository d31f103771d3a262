"""Each word that makes a figure a day, a part of a day, or neither. The examples are invented."""

import pytest

from store.parsing.days import Day, exists, find_days, number

PARTS = [
    "上午", "下午", "晚上", "晚间", "晚", "夜间", "深夜", "凌晨", "清晨", "早上", "早晨", "中午", "傍晚", "午后", "夜",
]  # fmt: skip


def days(text: str) -> list[tuple[int | None, int | None, int | None]]:
    return [(day.year, day.month, day.day) for day in find_days(text)]


def only(text: str) -> Day:
    (day,) = find_days(text)
    return day


@pytest.mark.parametrize("part", PARTS)
def test_parts_of_a_day(part: str) -> None:
    assert only(f"3月5日{part}，会").daypart == part
    assert only(f"5日 {part}，会").daypart == part
    assert only(f"昨日（5日{part}），会").daypart == part
    assert only(f"3月5日会{part}").daypart is None
    for char in "报会饭餐宴期稻些日":
        assert only(f"3月5日{part}{char}").daypart != part


@pytest.mark.parametrize("word", [*(f"{w}天" for w in "今昨前明当同"), *(f"{w}日" for w in "今昨前明当同"),
                                  *(f"{w}{p}" for w in "今昨前明" for p in ("晚", "晨", "夜", "上午", "下午"))])  # fmt: skip
def test_relative_words(word: str) -> None:
    assert only(f"{word}，会").word
    for before in "如目空从至截到":
        assert not any(day.word for day in find_days(f"{before}{word}，会"))
    if word.endswith(("天", "日")):
        assert days(f"{word}（5日），会")[0][2] == 5
        assert days(f"{word}（3月5号），会")[0][1:] == (3, 5)
        assert days(f"{word}（2031年3月5日），会")[0] == (2031, 3, 5)


def test_words_that_only_look_relative() -> None:
    for text in ("今日头条", "当晚会", "同晨练", "明年", "今夕"):
        assert find_days(text) == ()


@pytest.mark.parametrize("word", ["近日", "日前", "近期", "不久前", "前不久", "连日来", "近日来"])
def test_words_that_leave_the_day_open(word: str) -> None:
    assert only(f"{word}，会").word == "recently"
    for before in "最连":
        assert not any(
            d.start == 1 and d.word == "recently" for d in find_days(f"{before}{word}，会")
        )
    assert find_days("日前往县城") == ()
    assert find_days("30日前完成") == find_days("三十日前完成") == ()


@pytest.mark.parametrize("behind", ["线", "台风", "楼", "文", "院", "馆", "厅", "会议室"])
def test_numbers_that_are_no_day(behind: str) -> None:
    assert find_days(f"在5号{behind}，会") == ()
    assert not any(day.end_day for day in find_days("3月4日至5号线"))
    assert days("在5号，会") == [(None, None, 5)]
    assert days("在5号在县城，会") == [(None, None, 5)]
    assert days("在5号上午，会") == [(None, None, 5)]
    assert find_days("在5号水渠") == ()


@pytest.mark.parametrize(
    "behind", ["内", "后", "前", "以", "均", "游", "常", "间", "报", "程", "元", "龄", "照", "至今"]
)
def test_days_that_are_counted(behind: str) -> None:
    assert find_days(f"在5日{behind}水") == ()
    assert days("在5日，会") == [(None, None, 5)]
    assert days(f"在3月5日{behind}水") == [(None, 3, 5)]


@pytest.mark.parametrize("before", [*".第月年之近共满达约超每百千万/%-9一十廿"])
def test_what_before_a_figure_makes_it_no_day(before: str) -> None:
    assert (None, None, 5) not in days(f"水{before}5日，会")
    assert days("水5日，会") == [(None, None, 5)]


@pytest.mark.parametrize(
    "limit",
    ["截至", "截止", "截止到", "自", "从", "直到", "早在", "始于", "生于", "定于", "拟于", "将于"],
)
def test_words_before_a_limit(limit: str) -> None:
    assert only(f"{limit}3月5日，会").guarded
    assert only(f"{limit} 3月5日，会").guarded
    assert not only(f"{limit}水利，3月5日，会").guarded
    assert not only(f"{limit}3月5日至6日，会").guarded


@pytest.mark.parametrize(
    "limit",
    [
        "起",
        "以来",
        "之前",
        "以前",
        "前",
        "止",
        "是第三届",
        "是世界水日",
        "是全国水日",
        "出生",
        "内",
        "0时",
        "零时",
        "8时起",
    ],
)
def test_words_behind_a_limit(limit: str) -> None:
    assert only(f"3月5日{limit}").guarded
    assert not only(f"3月5日，{limit}").guarded
    assert not only("3月5日起草").guarded
    assert not only("3月5日前往").guarded


@pytest.mark.parametrize("mark", ["至", "到", "-", "—", "–", "~", "～", "——", "、", "和", " 至 "])
def test_ranges(mark: str) -> None:
    found = only(f"3月5日{mark}6日，会")
    assert (found.end_month, found.end_day) == (None, 6)
    assert only(f"3月5{mark}6日，会").end_day == 6
    assert only(f"3月5{mark}6号，会").end_day == 6
    assert only(f"3月5日{mark}4月6日，会").end_month == 4
    assert only(f"3月5日{mark}2031年4月6日，会").end_year == 2031
    assert only("3月5日或").end_day is None


def test_lists_and_impossible_ends() -> None:
    assert only("3月5日、6日和7日，会").end_day == 7
    assert find_days("2月5日至30日，会")[0].end_day is None
    assert only("3月5日、6日、2031年4月7日，会").end_year == 2031


@pytest.mark.parametrize("sep", "-/.")
def test_days_in_figures(sep: str) -> None:
    assert days(f"水2031{sep}03{sep}05会") == [(2031, 3, 5)]
    assert days(f"水2031{sep}3{sep}5 会") == [(2031, 3, 5)]
    assert days(f"水1999{sep}12{sep}31会") == [(1999, 12, 31)]
    for text in (
        f"水2031{sep}13{sep}05",
        f"水2031{sep}03{sep}32",
        f"水1831{sep}03{sep}05",
        f"9{sep}2031{sep}03{sep}05",
        f"水2031{sep}03{sep}05{sep}6",
        f"水92031{sep}03{sep}05",
    ):
        assert (2031, 3, 5) not in days(text)
    assert days("水2031-03/05会") == []


def test_chinese_figures() -> None:
    assert days("二〇三一年十二月三十一日") == [(2031, 12, 31)]
    assert days("二○三一年一月廿五日") == [(2031, 1, 25)]
    assert days("一九九九年十月十日") == [(1999, 10, 10)]
    assert days("二零三一年三月二十日") == [(2031, 3, 20)]
    assert days("廿五日下午，会") == [(None, None, 25)]
    assert find_days("廿五日水") == ()
    assert number("卅") == 30
    assert number("二十") == 20


def test_impossible_days() -> None:
    assert find_days("2月30日，会") == ()
    assert find_days("2031年2月29日，会") == ()
    assert not exists(2031, 13, 1)
    assert not exists(2031, 0, 1)
    assert not exists(2031, 1, 0)
    assert find_days("水") == ()


def test_a_day_needs_its_sign() -> None:
    assert days("3月5日，会") == [(None, 3, 5)]
    assert find_days("3月5，会") == ()
    assert days("2031年3月5，会") == [(2031, 3, 5)]
    assert days("3 月 5 日，会") == [(None, 3, 5)]
    assert days("2031 年 3 月 5 日，会") == [(2031, 3, 5)]
    for before in "9第一":
        assert days(f"{before}3月5日") != [(None, 3, 5)]
