"""The day of publication, and the dates of a page that are none. The examples are invented."""

import pytest

from store.model import Paragraph, Published
from store.parsing.published import find_published


def published(*paragraphs: tuple[str, str]) -> Published | None:
    return find_published([Paragraph(kind, text) for kind, text in paragraphs], None)


def day(*paragraphs: tuple[str, str]) -> str | None:
    found = published(*paragraphs)
    return found.date if found else None


TITLE = ("main", "省委召开会议")
BODY = ("text", "会议指出，要抓好工作。")
LABELS = [
    "来源", "发布", "发表", "时间", "日期", "浏览", "点击", "阅读", "编辑", "责编", "作者", "撰稿", "字体", "字号", "稿源",
    "更新", "录入", "供稿",
]  # fmt: skip


@pytest.mark.parametrize("label", LABELS)
def test_a_label_makes_a_date_line(label: str) -> None:
    line = f"2031年1月8日 {label}：云汀，东泽"
    assert day(TITLE, ("text", line), BODY) == "2031-01-08"
    assert day(TITLE, ("text", line.replace(label, "地点")), BODY) is None
    assert day(TITLE, ("text", "会场" * 21 + line), BODY) is None


@pytest.mark.parametrize(
    "word",
    ["成立", "生效", "施行", "截止", "有效期", "版权", "Copyright", "copyright", "©", "备12"],
)
def test_a_date_of_something_else_is_no_publication(word: str) -> None:
    for kind in ("meta", "byline", "text"):
        assert day(TITLE, (kind, f"2031年1月8日 {word}"), BODY) is None
        assert day(TITLE, (kind, "2031年1月8日"), BODY) == "2031-01-08"


def test_metadata_and_bylines_date_a_report_wherever_they_stand() -> None:
    lines = [BODY] * 14
    for kind in ("meta", "byline"):
        assert day(*lines, (kind, "许遥，2031年1月8日，要闻"), *lines) == "2031-01-08"
    assert day(*lines, ("caption", "许遥，2031年1月8日，要闻"), *lines) is None
    assert day(("meta", "1月8日"), ("meta", "2031年1月8日")) == "2031-01-08"
    assert day(("meta", "2031年1月8日至9日"), BODY) is None
    assert day(("text", "2031年1月8日"), ("meta", "2031年1月9日")) == "2031-01-09"


@pytest.mark.parametrize(
    "word", ["星期三", "第01版", "第 一 版", "A2版", "B版", "12 版", "农历初一"]
)
def test_the_head_of_a_page_among_the_headlines(word: str) -> None:
    found = published(("main", f"澜江日报 2031年1月8日 {word}"), BODY)
    assert found == Published("2031-01-08", "date line of the page", found.span if found else None)
    assert day(("main", "回顾2031年1月8日 会议"), BODY) is None
    assert day(("main", f"澜江日报 1月8日 {word} 2031年1月8日"), BODY) == "2031-01-08"
    assert day(("main", f"{word} 澜江日报"), BODY) is None


@pytest.mark.parametrize(
    "rest",
    [
        "", "云汀日报", "云汀社", "云汀网", "（云汀台）", "(县委)", "|县府办|", "水利局", "办公室", "秘书处", "宣传部", "新闻中心",
        "供水公司", "云汀学院", "云汀大学", " 08:30", "T08:30:15", " 8：30：15 云汀网",
    ],
)  # fmt: skip
def test_what_may_stand_behind_a_bare_date_line(rest: str) -> None:
    assert day(TITLE, ("text", f"2031年1月8日{rest}"), BODY) == "2031-01-08"
    assert day(TITLE, ("text", f"2031年1月8日{rest}，许遥出席"), BODY) is None
    assert day(TITLE, ("text", f"许遥，2031年1月8日{rest}"), BODY) is None


@pytest.mark.parametrize(
    "end",
    [
        "报",
        "社",
        "网",
        "台",
        "刊",
        "部",
        "室",
        "局",
        "委",
        "办",
        "：",
        "于",
        "|",
        "｜",
        "》",
        " ",
        "（",
        "(",
    ],
)
def test_what_may_touch_the_day_of_a_date_line(end: str) -> None:
    assert day(TITLE, ("text", f"云汀{end}2031年1月8日"), BODY) == "2031-01-08"
    assert day(TITLE, ("text", "云汀树2031年1月8日"), BODY) is None
    assert day(TITLE, ("text", f"许遥，云汀{end}2031年1月8日"), BODY) is None


@pytest.mark.parametrize("clock", [" 08:30", "T08:30:15", "08：30：15", "  8:30  ", "   "])
def test_the_clock_counts_for_nothing_in_the_length_of_a_date_line(clock: str) -> None:
    house = "云汀市人民政府办公厅政务公开处室"
    assert day(TITLE, ("text", f"2031年1月8日{clock}{house}"), BODY) == "2031-01-08"
    assert day(TITLE, ("text", f"2031年1月8日{clock}{house}二"), BODY) is None
    assert day(TITLE, ("text", f"2031年1月8日{clock}（| {house}）| "), BODY) == "2031-01-08"


def test_a_day_that_is_not_whole_is_passed_by() -> None:
    assert day(("meta", "1月8日开会，2031年1月9日"), BODY) == "2031-01-09"
    assert day(("meta", "今天（2031年8日）"), BODY) is None
    assert day(("meta", "今天（2031年1月8日）"), BODY) == "2031-01-08"


def test_a_bare_date_line_is_short() -> None:
    assert day(TITLE, ("text", "2031年1月8日" + " " * 40 + "报"), BODY) == "2031-01-08"
    assert day(TITLE, ("text", "2031年1月8日" + " " * 41 + "报"), BODY) is None
    assert day(TITLE, ("text", "会" * 19 + "报2031年1月8日"), BODY) == "2031-01-08"
    assert day(TITLE, ("text", "会" * 20 + "报2031年1月8日"), BODY) is None
    assert day(TITLE, ("text", "全民健身迎国庆2031-01-08"), BODY) is None
    assert day(TITLE, ("text", "2031年1月8日" + "会" * 18), BODY) is None
    assert day(TITLE, ("text", "2031年1月8日" + " " * 60 + "。"), BODY) is None
    assert day(TITLE, ("text", "2031年1月8日 来源：云汀。"), BODY) is None


def test_a_date_line_stands_among_the_first_or_the_last() -> None:
    lines = [BODY] * 13
    line = ("text", "2031年1月8日")
    assert day(*lines[:11], line, *lines) == "2031-01-08"
    assert day(*lines, line, *lines[:3]) == "2031-01-08"
    assert day(*lines, line, *lines[:5]) is None
    assert day(("deck", "2031年1月8日"), BODY) is None
    assert day(*lines[:2], ("text", "5月8日"), line) == "2031-01-08"


@pytest.mark.parametrize("sign", ["电", "讯", "消息", "专电", " 讯"])
def test_a_dateline_with_a_year(sign: str) -> None:
    text = f"澜江社云汀2031年1月8日{sign} 许遥出席会议。"
    assert day(TITLE, ("text", text), BODY) == "2031-01-08"
    assert day(TITLE, ("caption", text), BODY) is None
    assert day(TITLE, ("text", "许遥出席会议，" * 9 + text), BODY) is None
    assert day(TITLE, ("text", text.replace("2031年", "")), BODY) is None
    assert day(TITLE, ("text", text.replace(sign, "，")), BODY) is None


def test_a_line_too_long_for_a_date_line_is_not_looked_at() -> None:
    assert day(("meta", "2031年1月8日" + "会" * 113)) is None
    assert day(("meta", "2031年1月8日" + "会" * 111)) == "2031-01-08"
