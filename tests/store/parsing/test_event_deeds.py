"""Visits, talks and ceremonies in headlines and leads. The examples are invented."""

import pytest

from store.parsing.kinds import deed_in_headline, deed_in_lead

DEEDS = {
    "talks": ["会见客商", "与客商会谈", "接见客商", "拜会客商", "座谈交流", "工作洽谈", "举行洽谈", "举行座谈", "与客商座谈", "同客商座谈",
              "和客商座谈"],
    "ceremony": [
        *(f"{x}仪式" for x in (
            "签约", "揭牌", "开工", "奠基", "启动", "开幕", "颁奖", "授牌", "竣工", "通车", "落成", "揭幕", "剪彩", "升旗", "入列", "交付",
            "开班", "首发", "投运", "开馆", "宣誓", "敬献花篮", "捐赠")),
        *(f"{x}活动" for x in ("签约", "揭牌", "开工", "奠基", "启动", "开幕", "颁奖", "授牌", "竣工", "通车", "落成", "揭幕", "升旗",
                             "入列", "交付", "开班", "首发", "投运", "开馆", "宣誓", "敬献花篮", "捐赠")),
        "启动典礼", "开班式", "放水仪式", "剪彩", "集中开工",
    ],
    "visit": ["调研", "考察", "视察", "慰问", "看望", "走访", "督导", "督查", "检查", "暗访", "巡查", "巡河", "察看", "查看", "下访", "接访",
              "指导工作"],
}  # fmt: skip


@pytest.mark.parametrize(("deed", "text"), [(d, t) for d, texts in DEEDS.items() for t in texts])
def test_deeds_in_a_headline(deed: str, text: str) -> None:
    found = deed_in_headline(f"省长{text}")
    assert found is not None
    assert found[1] == deed
    assert deed_in_headline("省长出席会议") is None


@pytest.mark.parametrize(
    "text",
    [
        "会见传媒",
        "会见记者",
        "会见媒体",
        "检查站",
        "检查组",
        "检查点",
        "与会座谈会",
        "签约",
        "开工",
        "座谈会",
    ],
)
def test_headlines_without_a_deed(text: str) -> None:
    assert deed_in_headline(f"省长谈{text}") is None


VISITS = [
    "调研",
    "考察",
    "视察",
    "慰问",
    "看望",
    "走访",
    "督导",
    "督查",
    "检查",
    "暗访",
    "巡查",
    "察看",
    "查看",
    "调查研究",
]


@pytest.mark.parametrize("verb", VISITS)
def test_visits_in_the_lead(verb: str) -> None:
    assert deed_in_lead(f"省长到村里{verb}") == (2, "visit")
    assert deed_in_lead(f"省长到村里。{verb}") is None


@pytest.mark.parametrize(
    "way",
    [
        "到",
        "赴",
        "来到",
        "深入",
        "前往",
        "走进",
        "在",
        "率队",
        "率",
        "带队",
        "带领",
        "一行",
        "先后",
        "分别",
        "实地",
        "专题",
        "现场",
        "集中",
    ],
)
def test_ways_of_visiting(way: str) -> None:
    assert deed_in_lead(f"省长{way}村里查看") == (2, "visit")
    assert deed_in_lead("省长村里查看") is None


@pytest.mark.parametrize("verb", ["调研", "考察", "视察", "慰问", "看望", "走访", "检查"])
@pytest.mark.parametrize(
    "what", ["工作", "情况", "企业", "群众", "职工", "项目", "学校", "现场", "人员", "一线"]
)
def test_visits_by_what_was_seen(verb: str, what: str) -> None:
    assert deed_in_lead(f"省长{verb}水利{what}") == (0, "visit")
    assert deed_in_lead(f"省长{verb}水利机构") is None
    assert deed_in_lead(f"日前，省长{verb}水利{what}") is None


@pytest.mark.parametrize(
    "text", ["会见客商", "会见了客商", "与客商会谈", "同客商座谈", "和客商洽谈"]
)
def test_talks_in_the_lead(text: str) -> None:
    assert deed_in_lead(f"省长{text}") == (2, "talks")
    for other in ("会见记者", "会见传媒", "会见媒体", "会见", "与客商座谈会", "和客商"):
        assert deed_in_lead(f"省长{other}") is None


@pytest.mark.parametrize(
    "text",
    [
        "仪式举行", "典礼在县城举办", "开班式在县城举行", "举行放水仪式", "举办开班式", "出席开学典礼", "开工建设", "正式通车",
        "为新站揭牌", "共同为新站揭牌",
    ],
)  # fmt: skip
def test_ceremonies_in_the_lead(text: str) -> None:
    assert deed_in_lead(f"省长{text}") == (2, "ceremony")
    assert deed_in_lead("省长谈仪式、典礼、开班式和揭牌") is None
