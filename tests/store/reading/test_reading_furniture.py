"""Lines that a page puts around a report, in either script, and what looks like one and is none."""

import pytest

from store.model import Block, Page
from store.reading.boilerplate import is_breadcrumb, without_clutter, without_counts
from store.reading.line_kinds import kind_of
from store.reading.tidy import tidied


@pytest.mark.parametrize(
    "line",
    [
        "來源:雲汀日報 發布時間:2031-04-28 字體:[ ]",
        "發布時間:2031/1/3 13:22:31 瀏覽量:",
        "發布:2031-03-04 14:12:24",
        "• 信息来源: 云汀市水务局",
        "公开范围: 面向全社会",
        "作者:     日期: 2031-12-26    浏览量: 166",
        "第A1版:要闻",
        "二版:要闻总第1495期 >2031-01-22编印",
        "当前位置:云汀日报 第2031-12-23期 第A1版:要闻",
    ],
)
def test_a_line_about_the_report_is_metadata(line: str) -> None:
    assert without_clutter(line)
    assert kind_of(line) == "meta"


@pytest.mark.parametrize(
    "line", ["全市防汛工作會議召開", "时间紧任务重 云汀打响攻坚战", "发布会召开"]
)
def test_a_headline_is_no_metadata(line: str) -> None:
    assert kind_of(without_clutter(line)) == "text"


@pytest.mark.parametrize(
    "line",
    [
        "當前位置: 首頁 > 市政府會議 > 政府專題會議",
        "当前所在:首页 > 要闻 > 正文",
        "网站首页 >> 综合新闻 >> 文章内容",
        "• 当前位置:",
        "• 浏览次数:",
        "• 听全文",
        "找回密码",
        "重点工作 首页 > 重点工作",
        "打印網摘糾錯商城分享推薦 字號",
        "【字体:",
        "中",
        "欢迎访问云汀在线官方网站,邮箱:a@b.cn",
    ],
)
def test_furniture_is_left_out(line: str) -> None:
    assert without_clutter(line) == ""


@pytest.mark.parametrize("line", ["中共云汀市委召开会议", "首页制作培训会举行", "推荐人选公示"])
def test_words_of_furniture_in_a_headline_stay(line: str) -> None:
    assert without_clutter(line) == line


def test_counts_go_and_the_day_before_them_stays() -> None:
    assert without_counts("发布日期:2031-10-21 浏览次数: 字号:〖") == "发布日期:2031-10-21"
    assert without_counts("發布時間:2031-10-21 點擊量:0") == "發布時間:2031-10-21"
    assert without_counts("2031-10-21 668 次浏览") == "2031-10-21"


def test_a_place_on_the_site_that_names_a_day_is_kept() -> None:
    assert is_breadcrumb("当前位置:云汀日报 第2031-12-23期 第A1版:要闻")
    assert without_clutter("当前位置:云汀日报 第2031-12-23期 第A1版:要闻")
    assert not without_clutter("当前位置:云汀日报 > 要闻")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("记者柯一鸣通讯员茂府信", "meta"),
        ("记者柯一鸣 通讯员阮小棠", "meta"),
        ("澜江在线记者 柯一鸣", "meta"),
        ("记者走进通讯员培训班", "text"),
        ("记者节慰问活动举行", "text"),
    ],
)
def test_touching_labels(line: str, kind: str) -> None:
    assert kind_of(line) == kind


def test_a_label_alone_on_its_line_takes_the_name_below() -> None:
    page = Page(blocks=(Block("text", "责任编辑:"), Block("text", "阮小棠"), Block("text", "提要")))
    texts = [block.text for block in tidied(page)[0].blocks]
    assert texts[0] == "责任编辑:阮小棠"
