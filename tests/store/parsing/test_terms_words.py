"""Every word by which a numeral is a term, or is none. The examples are invented."""

import pytest

from store.model import Paragraph, Term
from store.parsing.shorthand import count_of, is_quoted_shorthand, normal_form, parts_of
from store.parsing.terms import find_terms


def terms(*texts: str) -> tuple[Term, ...]:
    return find_terms([Paragraph("text", text) for text in texts])


def words(text: str) -> list[str]:
    return [term.text for term in terms(text)]


QUANTITIES = [
    "年", "月", "日", "天", "周", "季", "小时", "分钟", "分之", "点钟", "岁", "元", "倍", "万", "亿", "千", "百", "公里", "里", "米",
    "吨", "斤", "公斤", "亩", "平方", "度", "名", "位", "户", "家", "所", "座", "台", "辆", "部", "期", "版", "楼", "星", "角",
    "国集团", "国", "省", "市", "县", "乡", "镇", "村", "折", "号", "届", "个月", "个小时", "个人", "个多", "个省", "个市",
    "个县", "个区", "个国家", "个工作日", "个亿", "个万", "个半", "个百分点", "个季度", "个季节", "个学期", "个星期", "中全会", "代会",
]  # fmt: skip


@pytest.mark.parametrize("unit", QUANTITIES)
def test_quantities(unit: str) -> None:
    assert not is_quoted_shorthand(f"三{unit}水")
    assert is_quoted_shorthand(f"三渠{unit}")
    if unit not in ("中全会", "代会"):
        assert not is_quoted_shorthand(f"6 {unit}水")
        assert is_quoted_shorthand(f"6渠{unit}")


@pytest.mark.parametrize("unit", ["人", "次", "成", "强", "后", "个点", "个字"])
def test_quantities_that_stand_alone(unit: str) -> None:
    assert not is_quoted_shorthand(f"三{unit}")
    assert not is_quoted_shorthand(f"三 {unit}")
    assert is_quoted_shorthand(f"三{unit}水")


@pytest.mark.parametrize(
    "name",
    [
        *(f"两{x}" for x in ("会", "院", "岸", "江", "广", "湖", "头", "回事")),
        *(f"十四五{x}" for x in ("", "规划", "时期", "期间", "末", "开局", "以来", "收官", "远景")),
        "十大", "十大精神", "十大报告", "十大代表", "三届水", "三号水", "三代会水",
        "五一", "五四", "六一", "七一", "七七", "八一", "十一", "三八", "九一八", "一二九", "一二·九", "双11", "双12", "双十一",
        "双十二", "七夕", "十佳", "十强", "三叉", "三国", "三峡", "三亚", "三明", "四川", "六安", "六盘", "七台河", "八宝", "九江",
        "九寨", "九龙", "十堰", "五台", "五指", "五粮", "三沙", "三门", "三星", "两江", "四平", "五常", "二等奖", "三等奖", "两等奖",
        *(f"三级{x}" for x in ("医院", "响应", "以上", "甲等", "地震", "防护", "标准", "警报")),
        "双月", "双周", "十二个月", "双个月", "十二届", "二十号", "十二年", "十强企业", "多措并举", "一水", "三", "一", "双11大促",
    ],
)  # fmt: skip
def test_names_that_begin_with_a_numeral(name: str) -> None:
    assert not is_quoted_shorthand(name)
    assert is_quoted_shorthand("三渠" + name[1:])


@pytest.mark.parametrize(
    "name",
    [
        "三渠", "6渠", "双渠", "三 渠", "三渠、四塘", "三渠·塘", "三渠 塘", "三渠2塘", "三位一体", "十大渠",
        "一渠二塘", "一渠双塘", "一渠多塘", "一渠两塘", "一渠一", "1主2副", "1主12辅", "十五个坚持", "二十五条渠", "6+1", "N+X", "1+n", "2+x", "n+1", "x+1", "1+N+A", "6+1工程", "X+3",
        "百千工程", "千万行动", "百万计划", "百千万水利工程",
    ],
)  # fmt: skip
def test_quoted_shorthand(name: str) -> None:
    assert is_quoted_shorthand(name)


@pytest.mark.parametrize(
    "name",
    [
        "多渠",
        "一渠",
        "0渠",
        "1渠",
        "三。渠",
        "三渠A",
        "6+1。",
        "百千工程部",
        "百工程",
        "1主2客",
        "三渠" + "塘" * 20,
    ],
)
def test_quoted_text_that_is_none(name: str) -> None:
    assert not is_quoted_shorthand(name)


@pytest.mark.parametrize("measure", "个大项类道支套条场种张方级次层点批轮本")
def test_what_a_measure_counts(measure: str) -> None:
    assert [(p.count, p.head) for p in parts_of(f"三{measure}渠")] == [(3, "渠")]
    assert [(p.count, p.head) for p in parts_of(f"12 {measure}渠")] == [(12, "渠")]
    assert [(p.count, p.head) for p in parts_of(f"三水{measure}渠")] == [(3, f"水{measure}渠")]


@pytest.mark.parametrize(
    ("term", "parts"),
    [
        ("三渠两塘", [(3, "渠"), (2, "塘")]), ("双渠", [(2, "渠")]), ("双渠三塘", [(2, "渠"), (3, "塘")]), ("6+1", []),
        ("一渠一塘", []), ("三渠四", []), ("多渠三塘", []), ("12渠", [(12, "渠")]),
        ("三渠十二塘", [(3, "渠"), (12, "塘")]), ("三渠双塘", [(3, "渠"), (2, "塘")]), ("三渠多塘", []), ("三渠12塘", [(3, "渠"), (12, "塘")]),
        ("双渠十二塘", [(2, "渠"), (12, "塘")]), ("双渠双塘", [(2, "渠"), (2, "塘")]), ("双渠多塘", []), ("双渠12塘", [(2, "渠"), (12, "塘")]),
        ("双渠十塘", [(2, "渠"), (10, "塘")]), ("六 渠", [(6, "渠")]), ("3+2渠", []), ("十二个渠", [(12, "渠")]),
        ("十二渠", [(12, "渠")]), ("双个渠", [(2, "个渠")]), ("一渠", []),
    ],
)  # fmt: skip
def test_what_a_shorthand_counts(term: str, parts: list[tuple[int, str]]) -> None:
    assert [(part.count, part.head) for part in parts_of(term)] == parts
    assert count_of(term) == (parts[0][0] if len(parts) == 1 else None)


def test_the_one_spelling() -> None:
    assert normal_form("12 条渠") == "十二条渠"
    assert normal_form("1 + 2") == "1+2"


@pytest.mark.parametrize("word", ["评为", "荣获", "获", "获得", "授予"])
def test_awards(word: str) -> None:
    assert words(f"该村{word}“三大名渠”。") == []
    assert words(f"该村{word}后，“三大名渠”。") == ["三大名渠"]


@pytest.mark.parametrize(
    "word", ["工作", "行动", "模式", "机制", "战略", "思路", "目标", "举措", "发展", "布局", "计划"]
)
def test_figures_before_a_word(word: str) -> None:
    for quoted in ("“1234”", "‘123’", '"1234"', "“1234” "):
        assert words(f"推行{quoted}{word}") == [quoted.strip().strip('“”‘’"')]
    assert words(f"推行1234{word}") == []
    assert words("推行“1234”热线") == []


@pytest.mark.parametrize("marks", ["“”", "‘’", '""'])
def test_quotation_marks(marks: str) -> None:
    assert words(f"落实{marks[0]}六有{marks[1]}。") == ["六有"]
    assert words("落实六有。") == []


@pytest.mark.parametrize("kind", ["kicker", "main", "deck", "heading", "text"])
def test_where_terms_are_read(kind: str) -> None:
    assert len(find_terms([Paragraph(kind, "落实“六有”")])) == 1
    assert find_terms([Paragraph("byline", "落实“六有”")]) == ()


def test_other_mentions_end_where_the_term_ends() -> None:
    assert len(terms("落实“五防”和“五防水”。", "五防水要抓好。")[1].mentions) == 2
    assert len(terms("落实“五防”。", "5防要抓好，5.5防不算，5防。")[0].mentions) == 3
