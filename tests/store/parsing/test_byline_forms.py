"""Every mark of a credit and every shape that one has."""

import pytest
from parsed import article

from store.model import Block, Byline

TEXT = "云汀市召开防汛会议，部署下一步工作，要求各地各部门压实责任、抓好落实。"


def byline(text: str, kind: str = "text") -> Byline:
    if kind == "text":
        return article(text).byline
    return article(Block(kind, text), TEXT).byline  # type: ignore[arg-type]


def credited(text: str, kind: str = "text") -> tuple[tuple[str, ...], ...]:
    found = byline(text, kind)
    return found.reporters, found.photographers, found.editors


WROTE = (("柯一鸣",), (), ())
TOOK = ((), ("柯一鸣",), ())
BOTH = (("柯一鸣",), ("柯一鸣",), ())
EDITED = ((), (), ("柯一鸣",))
NOBODY: tuple[tuple[str, ...], ...] = ((), (), ())


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        *(
            (f"{mark} 柯一鸣", WROTE)
            for mark in ("记者", "通讯员", "撰文", "撰稿", "供稿", "实习生")
        ),
        ("作者 柯一鸣", WROTE),
        *((f"{mark} 柯一鸣", TOOK) for mark in ("摄影", "摄")),
        *((f"{mark} 柯一鸣", BOTH) for mark in ("文/图", "图/文", "图文")),
        ("编辑 柯一鸣", EDITED),
        ("柯一鸣摄", TOOK),
        ("市委宣传部 柯一鸣", NOBODY),
        ("记者", NOBODY),
        ("记者到场。柯一鸣", NOBODY),
    ],
)
def test_credits_in_brackets(inside: str, found: tuple[tuple[str, ...], ...]) -> None:
    assert credited(f"（{inside}）{TEXT}") == found


@pytest.mark.parametrize("sign", ["■", "□", "◆", "◎", "●", " ", "大家到齐。", "（图）", ""])
@pytest.mark.parametrize("rank", ["", "首席", "见习", "特约", "全媒体", "实习"])
def test_a_credit_that_reports(sign: str, rank: str) -> None:
    assert credited(f"{sign}{rank}记者柯一鸣报道：{TEXT}") == WROTE


@pytest.mark.parametrize(
    "paper", ["本报", "新华社", "澜江晨报", "澜江通讯社", "云汀网", "云汀电视台"]
)
@pytest.mark.parametrize("verb", ["报道", "报导"])
def test_a_credit_of_a_paper_that_reports(paper: str, verb: str) -> None:
    assert credited(f"据说{paper}云汀通讯员柯一鸣{verb}，{TEXT}") == WROTE


@pytest.mark.parametrize("text", ["会上有记者柯一鸣提问", "会上，有位记者，柯一鸣，作了报道"])
def test_a_reporter_of_the_story_wrote_nothing(text: str) -> None:
    assert credited(f"{text}，{TEXT}") == NOBODY


@pytest.mark.parametrize(
    ("label", "found"),
    [
        *(
            (label, EDITED)
            for label in [
                "责任编辑",
                "值班编辑",
                "责任校对",
                "编辑",
                "责编",
                "编审",
                "审核",
                "校对",
                "主编",
                "终审",
                "初审",
                "复审",
                "编校",
            ]
        ),
        *((label, WROTE) for label in ["作者", "撰稿", "撰文", "供稿", "通讯员", "记者", "文字"]),
        *((label, TOOK) for label in ("摄影", "图片", "供图")),
        *((label, BOTH) for label in ("文/图", "图/文", "图文")),
    ],
)
def test_labels(label: str, found: tuple[tuple[str, ...], ...]) -> None:
    for mark in ("：", "/", " ： "):
        assert credited(f"{label}{mark}柯一鸣", "meta") == found
    assert credited(f"{label}的柯一鸣", "meta") == NOBODY
    assert credited(f"{TEXT}{label}：柯一鸣") == found
    assert credited(f"{label}：柯一鸣{TEXT * 4}") == NOBODY


@pytest.mark.parametrize(
    ("label", "found"),
    [
        *((x, EDITED) for x in ("责任编辑", "责编", "编辑", "校对", "审核")),
        *((x, WROTE) for x in ("撰文", "撰稿", "作者", "记者", "通讯员")),
        ("摄影", TOOK),
    ],
)
@pytest.mark.parametrize("sign", ["|", "丨", "｜", " ", " | "])
def test_labels_before_a_bar(label: str, found: tuple[tuple[str, ...], ...], sign: str) -> None:
    assert credited(f"{label}{sign}柯一鸣", "meta") == found
    assert credited(f"{label}{sign}柯一鸣 | 阮小棠", "meta")[0:] == found
    assert credited(f"{label}{sign}柯一鸣等人的作品", "meta") == NOBODY


@pytest.mark.parametrize("verb", ["摄", "供图", "摄影"])
@pytest.mark.parametrize("who", ["柯一鸣", "记者柯一鸣", "通讯员 柯一鸣", "记者柯一鸣 "])
@pytest.mark.parametrize("end", ["", "。", "）", " "])
def test_captions(verb: str, who: str, end: str) -> None:
    found = article(TEXT, Block("caption", f"会议现场。{who}{verb}{end}")).byline
    assert (found.reporters, found.photographers) == ((), ("柯一鸣",))


@pytest.mark.parametrize("names", ["柯一鸣、阮小棠", "柯一鸣 阮小棠", "柯一鸣阮小棠"])
def test_two_photographers(names: str) -> None:
    found = article(TEXT, Block("caption", f"会议现场。{names}摄")).byline
    assert found.photographers == ("柯一鸣", "阮小棠")


@pytest.mark.parametrize(
    "text", ["会议现场。柯一鸣摄制组", "他们的摄像机", "企图：柯一鸣", "柯一鸣摄取"]
)
def test_what_is_no_credit_of_a_caption(text: str) -> None:
    found = article(TEXT, Block("caption", text)).byline
    assert (found.reporters, found.photographers) == ((), ())


@pytest.mark.parametrize("sign", "■□◆◎●")
@pytest.mark.parametrize("who", ["记者", "澜江日报通讯员 ", " 记者 "])
def test_credits_after_a_square(sign: str, who: str) -> None:
    assert credited(f"{TEXT}{sign}{who}柯一鸣") == WROTE
    assert credited(f"{TEXT}{sign}{who}柯一鸣，{TEXT}") == NOBODY


@pytest.mark.parametrize("inside", ["柯一鸣", "柯一鸣 阮小棠", "柯一鸣、阮小棠", "阿依努尔·买买提"])
def test_names_in_the_last_bracket(inside: str) -> None:
    names = tuple(inside.replace("、", " ").split())
    assert credited(f"{TEXT}（{inside}） ") == (names, (), ())
    assert article(f"{TEXT}（{inside}）", TEXT).byline.reporters == ()
    assert credited(f"云汀2月3日电 （{inside}）{TEXT}") == (names, (), ())
    assert credited(f"云汀2月3日讯（{inside}）{TEXT}") == (names, (), ())
    assert credited(f"云汀2月3日（{inside}）{TEXT}") == NOBODY


@pytest.mark.parametrize(
    "agency",
    [
        "新华社",
        "中新社",
        "中新网",
        "新华网",
        "人民网",
        "央视网",
        "澜江网",
        "澜江社",
        "澜江台",
        "澜江报",
    ],
)
@pytest.mark.parametrize("verb", ["电", "讯"])
def test_agencies(agency: str, verb: str) -> None:
    assert byline(f"（{agency}云汀1月3日{verb}）{TEXT}").agency == agency
    assert byline(f" {agency}{verb} {TEXT}").agency == agency
    assert byline(f"{agency}，云汀{verb} {TEXT}").agency is None
    assert byline(f"{TEXT}{agency}云汀{verb}").agency is None


@pytest.mark.parametrize(
    "office",
    [
        "监察室",
        "财务科",
        "秘书处",
        "区法办",
        "林草局",
        "宣传部",
        "编委",
        "二中校",
        "二院",
        "报社",
        "晚报",
        "官网",
        "电台",
        "中文系",
        "研究所",
        "站",
        "工会",
        "水利厅",
        "文稿组",
        "支队",
        "中心",
        "公司",
        "集团",
        "学院",
        "学生",
        "整理",
        "综合",
        "来源",
        "转载",
        "配图",
        "云汀市",
        "望潮县",
        "东泽区",
        "澜江省",
        "本报",
        "报道",
        "摄影",
        "记者",
        "通讯员",
        "本网",
        "特约",
        "首席",
        "见习",
        "编辑",
        "责编",
        "审核",
        "校对",
        "图片",
        "资料",
        "作者",
        "佚名",
        "管理员",
        "匿名",
        "本站",
        "网络",
        "发布",
        "时间",
        "实习",
        "全媒体",
        "文字",
        "视频",
        "供稿",
        "投稿",
        "讯",
        "电",
        "日电",
        "日讯",
        "一审",
        "二审",
        "三审",
        "终审",
        "未知",
        "单位",
        "版式",
        "美编",
        "监制",
        "策划",
        "原创",
        "我要",
        "本台张",
    ],
)
def test_what_stands_for_a_name_and_is_none(office: str) -> None:
    assert credited(f"编辑：{office}", "meta") == NOBODY


STOPS = (
    "发布 时间 来源 浏览 点击 阅读 字体 字号 日期 分享 打印 关闭 【 】 12 http https www 更新 稿源"
)


@pytest.mark.parametrize("stop", STOPS.split(" "))
def test_what_ends_a_credit(stop: str) -> None:
    assert credited(f"编辑：柯一鸣 {stop} 阮小棠", "meta") == EDITED


@pytest.mark.parametrize("between", [" ", "、"])
def test_what_goes_on_with_a_credit(between: str) -> None:
    assert credited(f"编辑：柯一鸣{between}阮小棠", "meta")[2] == ("柯一鸣", "阮小棠")


def test_a_name_of_two_characters_set_apart() -> None:
    assert credited("编辑：柯 鸣", "meta")[2] == ("柯鸣",)
    assert credited("编辑：欧阳澜明", "meta")[2] == ("欧阳澜明",)
    assert credited("编辑：好好学习", "meta") == NOBODY
