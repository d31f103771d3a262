"""The paper or portal that a report names as its origin. The examples are invented."""

import pytest

from store.model import Byline, Paragraph, ParagraphKind
from store.parsing.sources import find_source


def source(text: str, kind: ParagraphKind = "meta") -> str | None:
    return find_source([Paragraph(kind, text)], [text], Byline())


@pytest.mark.parametrize("label", ["来源", "稿源", "信息来源", "文章来源", "转自", "摘自"])
@pytest.mark.parametrize("colon", [":", "："])
def test_a_label_names_the_source(label: str, colon: str) -> None:
    assert source(f"{label}{colon}云汀在线") == "云汀在线"
    assert source(f"{label} {colon} 云汀在线") == "云汀在线"
    assert source(f"{label}云汀在线") is None
    assert source(f"{label}{colon}云") is None


@pytest.mark.parametrize(
    "rest",
    [
        " 许遥", "编辑许遥", "责编许遥", "责任编辑许遥", "作者许遥", "记者许遥", "发布于今", "时间今日", "浏览次数", "字体大小",
        "，", "。", "；", "（", "）", "|", "【", "】", "2031-01-08",
    ],
)  # fmt: skip
def test_what_may_stand_behind_a_labelled_source(rest: str) -> None:
    assert source("来源：云汀在线" + rest) == "云汀在线"
    assert source("来源：云汀在线" + "某" * 20 + rest) is None


@pytest.mark.parametrize("kind", ["meta", "byline", "text"])
def test_where_a_labelled_source_stands(kind: ParagraphKind) -> None:
    assert source("来源：云汀在线", kind) == "云汀在线"
    assert source("来源：云汀在线", "caption") is None
    assert source("责" * 200 + "来源：云汀在线", kind) is None


@pytest.mark.parametrize(
    "end", ["日报", "晚报", "早报", "时报", "新闻网", "报", "网", "通讯社", "电视台", "广播电台"]
)
def test_a_line_that_is_the_name_of_a_paper(end: str) -> None:
    name = "澜江云汀东泽" if end == "报" else "云汀东泽青浦银塘"
    assert source(name + end) == name + end
    assert source(f" 《{name}{end}》 ", "byline") == name + end
    assert source(name + end, "text") is None
    assert source(name + end + "社区") is None
    assert source("看，" + name + end) is None


def test_the_head_of_a_page_names_its_paper() -> None:
    assert source("澜江侨报 2031年1月8日 星期三") == "澜江侨报"
    assert source("澜江侨报 2031年1月8日 星期三", "text") is None
    assert source("看，澜江侨报 2031年1月8日") is None
    assert source("澜江侨报 1月8日") is None


@pytest.mark.parametrize("paper", ["日报", "晚报", "早报", "时报", "商报", "都市报"])
@pytest.mark.parametrize(
    "who", ["记者", "通讯员", "社记者", "首席记者", "见习记者", "特约记者", "全媒体记者"]
)
def test_the_paper_of_a_reporter(paper: str, who: str) -> None:
    for kind in ("text", "byline", "caption"):
        assert source(f"（云汀{paper}{who} 许遥）", kind) == f"云汀{paper}"
    assert source(f"（云汀{paper}{who} 许遥）", "heading") is None
    assert source(f"（云汀{paper}，读者{who} 许遥）", "text") is None


@pytest.mark.parametrize(
    "name",
    [
        "新华社", "中新社", "中新网", "新华网", "人民网", "央视网", "云汀东泽新闻网", "云汀东泽青浦网", "云汀晚报", "云汀日报",
    ],
)  # fmt: skip
@pytest.mark.parametrize("sign", ["电", "讯"])
def test_the_agency_of_a_dateline(name: str, sign: str) -> None:
    assert source(f"{name}云汀1月8日{sign} 许遥出席", "text") == name
    assert source(f"（{name}云汀1月8日{sign}）许遥出席", "text") == name
    assert source(f"　{name}云汀1月8日{sign} 许遥出席", "text") == name
    assert source(f"{name}云汀1月8日{sign} 许遥出席", "meta") is None
    assert source(f"据报道：{name}云汀1月8日{sign}", "text") is None
    assert source(f"{name}，云汀1月8日{sign}", "text") is None


def test_a_label_comes_before_a_reporter_and_a_dateline() -> None:
    texts = ["云汀日报1月8日电（东泽晚报记者 许遥）", "来源：云汀在线"]
    paragraphs = [Paragraph("text", text) for text in texts]
    assert find_source(paragraphs, texts, Byline()) == "云汀在线"
    assert find_source(paragraphs[:1], texts[:1], Byline()) == "东泽晚报"
