"""Credits as small papers and portals print them, and the endings that are none."""

import pytest
from parsed import article, document

from store.lexicon import load
from store.model import Block
from store.parsing import parse

TEXT = "云汀市召开防汛会议，部署下一步工作，要求各地各部门压实责任、抓好落实。"


@pytest.mark.parametrize(
    ("text", "reporters", "photographers"),
    [
        (f"【全媒体记者 柯一鸣】{TEXT}", ("柯一鸣",), ()),
        (f"本报讯(记者柯一鸣见习记者阮小棠){TEXT}", ("柯一鸣", "阮小棠"), ()),
        (f"(记者刘遥马一鸣){TEXT}", ("刘遥", "马一鸣"), ()),
        (f"云汀信息港讯 通讯员柯一鸣 阮小棠 6月12日,{TEXT}", ("柯一鸣", "阮小棠"), ()),
        (f"{TEXT}(集团办公室 文/柯一鸣 图/阮小棠)", ("柯一鸣",), ("阮小棠",)),
        (f"{TEXT}(文 柯一鸣)", ("柯一鸣",), ()),
        (f"(全媒体记者 晁盖文 通讯员 柯一鸣){TEXT}", ("晁盖文", "柯一鸣"), ()),
        (f"{TEXT}柯一鸣", ("柯一鸣",), ()),
        (f"{TEXT}(县电视台柯一鸣)", ("柯一鸣",), ()),
        (f"{TEXT}(县电视台宣传部)", (), ()),
        (f"云汀在线消息(柯一鸣)：{TEXT}", ("柯一鸣",), ()),
        (f"{TEXT}谢谢", (), ()),
        (f"{TEXT}会议室", (), ()),
        (f"{TEXT}【记者看到的变化】", (), ()),
    ],
)
def test_credits(text: str, reporters: tuple[str, ...], photographers: tuple[str, ...]) -> None:
    byline = article(text).byline
    assert (byline.reporters, byline.photographers) == (reporters, photographers)


@pytest.mark.parametrize(
    ("line", "reporters"),
    [("柯一鸣 程 朗", ("柯一鸣", "程朗")), ("高清图集", ()), ("高度重视 全力推进", ())],
)
def test_a_last_line_of_names_signs_the_report(line: str, reporters: tuple[str, ...]) -> None:
    assert article(TEXT, line).byline.reporters == reporters


@pytest.mark.parametrize(
    ("line", "reporters"),
    [
        ("来源：云汀日报客户端 柯一鸣 程朗", ("柯一鸣", "程朗")),
        ("来源：石云 作者：石云", ()),
        ("来源：云汀日报 要闻", ()),
        ("文:柯一鸣 图:程朗 来源:云汀医院", ("柯一鸣",)),
    ],
)
def test_names_beside_the_source(line: str, reporters: tuple[str, ...]) -> None:
    assert article(Block("meta", line), TEXT).byline.reporters == reporters


@pytest.mark.parametrize(
    ("line", "reporters", "photographers"),
    [
        ("文字：柯一鸣 程朗", ("柯一鸣", "程朗"), ()),
        ("座谈会现场 摄影 柯一鸣", (), ("柯一鸣",)),
        ("文字工作会议召开", (), ()),
    ],
)
def test_a_credit_on_a_line_of_its_own(
    line: str, reporters: tuple[str, ...], photographers: tuple[str, ...]
) -> None:
    byline = article(TEXT, line, TEXT).byline
    assert (byline.reporters, byline.photographers) == (reporters, photographers)


def test_each_entry_of_a_digest_is_a_report_with_its_own_credit() -> None:
    first = f"●9月2日，副市长程朗到青浦岭市调研。{TEXT}（柯一鸣）"
    second = f"●9月3日，{TEXT}（阮小棠）"
    found = parse(document(first, second), load())
    assert [a.byline.reporters for a in found] == [("柯一鸣",), ("阮小棠",)]
    assert len(parse(document(first, f"9月3日，{TEXT}"), load())) == 1
