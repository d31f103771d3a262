"""Numeric shorthand without quotation marks, word by word. The examples are invented."""

import pytest

from store.parsing.bare_terms import find_bare


def bare(text: str) -> list[str]:
    return [text[start:end] for start, end in find_bare(text)]


SLOGANS = [
    "到位", "坚持", "确保", "必须", "着力", "加强", "聚焦", "务必", "毫不动摇", "坚定不移", "维护", "确立", "意识", "自信", "服务",
    "提升", "提高", "转变", "突破", "覆盖", "清零", "统筹", "结合", "跃升", "落实", "严禁", "面向", "从严", "强化", "推进", "更加",
    "进一步", "一律", "相统一", "代表", "破除", "狠抓", "严格", *(f"不{c}" for c in "变减摘准得能让漏留放出发停断松误降低"), "全覆盖",
     "全面", "百分百", "百分之百", "最", "始终", "牢牢", "优先", "带头", "看齐", "善于", "有利于", "敢于", "主动", "融合",
    "协同", "衔接", "同步", "大局", "积极性", "一",
]  # fmt: skip


@pytest.mark.parametrize("slogan", SLOGANS)
def test_slogans_that_are_counted(slogan: str) -> None:
    for end in "，。；、":
        assert bare(f"做到三个{slogan}{end}") == [f"三个{slogan}"]
    assert bare(f"做到一个{slogan}，") == []
    for char in "组团队区站点中平项单人窗处办部会机小对系体课网线楼者业商":
        assert bare(f"做到三个{slogan}{char}，") == []


def test_slogans_that_need_their_end() -> None:
    assert bare("做到三个全面战略布局，") == ["三个全面"]
    for text in ("三个全面的，", "三个最好，", "三个一水，", "三个水渠，"):
        assert bare(f"做到{text}") == []
    for char in "原要工标":
        assert bare(f"做到三个一{char}，") == ["三个一"]


@pytest.mark.parametrize(
    "known",
    [
        "道防线",
        "道水利防线",
        "道关口",
        "道屏障",
        "场硬仗",
        "场攻坚战",
        "场战役",
        "方责任",
        "种形态",
    ],
)
def test_things_that_only_slogans_count(known: str) -> None:
    assert bare(f"三{known}") == [f"三{known}"]
    assert bare(f"一{known}") == []
    assert bare(f"第三{known}") == []
    assert bare(f"二十三{known}") == [f"二十三{known}"]
    assert bare(f"“三{known}") == []
    assert bare(f"3 {known}") == [f"3 {known}"]


DEFINITE = [
    *(f"类水利{x}" for x in ("人群", "人员", "群体", "场所", "对象")), "支水利队伍", "支力量", *(f"套水利{x}" for x in ("系统", "机制", "体系", "办法")),
    *(f"条{x}" for x in ("措施", "举措", "禁令", "底线", "红线", "政策")), *(f"项{x}" for x in ("重点", "规定", "原则", "机制", "纪律", "禁令", "制度")),
    *(f"大{x}" for x in ("攻坚战", "战略", "行动", "行动计划", "工程", "战役", "硬仗", "倡议", "理念", "计划", "保卫战")),
]  # fmt: skip


@pytest.mark.parametrize("thing", DEFINITE)
def test_things_that_everybody_knows(thing: str) -> None:
    assert bare(f"落实三{thing}") == [f"三{thing}"]
    assert bare(f"推出三{thing}") == []
    assert bare(f"三{thing}") == []


@pytest.mark.parametrize("word", ["工作", "任务", "项目", "举措", "工程", "内容"])
def test_key_works_are_a_quantity(word: str) -> None:
    assert bare(f"落实三项重点{word}") == []
    assert bare("落实三项重点，") == ["三项重点"]


KNOWING = [
    "落实",
    "执行",
    "围绕",
    "按照",
    "坚持",
    "完善",
    "健全",
    "加强",
    "推进",
    "深化",
    "贯彻",
    "做到",
    "做好",
    "抓好",
    "打好",
    "打赢",
    "筑牢",
    "守牢",
    "守好",
    "守住",
    "强化",
    "聚焦",
    "突出",
    "严守",
    "严把",
    "把好",
    "实施",
    "压实",
    "用好",
    "建强",
    "管好",
    "紧盯",
    "盯紧",
    "瞄准",
    "突破",
    "遵守",
    "违反",
    "扛牢",
    "夯实",
    "巩固",
    "加固",
    "兑现",
    "运用",
    "优化",
    "关注",
    "对照",
    "对标",
    "依托",
    "打响",
    "管控",
    "排查",
    "扭住",
    "抓住",
    "践行",
    "推动",
    "遵循",
]
TELLING = [
    "提出",
    "制定",
    "出台",
    "印发",
    "安排",
    "新增",
    "新建",
    "收集",
    "建成",
    "开工",
    "完成",
    "取得",
    "确定",
    "公布",
    "推出",
    "列出",
    "形成",
    "签署",
    "发布",
    "共",
    "其中",
    "梳理",
    "等",
    "建立",
    "修订",
    "组建",
    "派出",
    "的",
]


@pytest.mark.parametrize("verb", KNOWING)
def test_verbs_of_what_is_known(verb: str) -> None:
    assert bare(f"{verb}三大战略") == ["三大战略"]
    assert bare(f"{verb}水利，三大战略") == []
    assert bare(f"{verb}{'水' * 24}三大战略") == []


@pytest.mark.parametrize("verb", TELLING)
def test_verbs_of_what_is_new(verb: str) -> None:
    assert bare(f"落实水利{verb}三大战略") == []
    if verb not in ("等", "的"):
        assert bare(f"{verb}并落实三大战略") == ["三大战略"]
    else:
        assert bare(f"落实水利{verb}相关三大战略") == ["三大战略"]


@pytest.mark.parametrize(
    "noun",
    [
        "策",
        "档",
        "案",
        "码",
        "卡",
        "册",
        "表",
        "账",
        "法",
        "图",
        "台账",
        "预案",
        "专班",
        "清单",
        "方案",
    ],
)
def test_one_each(noun: str) -> None:
    assert bare(f"实行一河一{noun}") == [f"一河一{noun}"]
    assert bare(f"实行一村一户一{noun}") == [f"一村一户一{noun}"]
    for before in "第一-":
        assert bare(f"实行{before}一河一{noun}") != [f"一河一{noun}"] or before == "一"
    for behind in "例件子律术书":
        assert bare(f"实行一河一{noun}{behind}") == []


@pytest.mark.parametrize("noun", ["要求", "原则", "制度", "机制", "方针"])
@pytest.mark.parametrize("term", ["三区两通道", "四不两直", "四有", "四有水"])
def test_short_terms_before_their_noun(noun: str, term: str) -> None:
    for end in ("，", "。", "；", "、", "和", ""):
        assert bare(f"落实{term}{noun}{end}") == [term]
    assert bare(f"提出{term}{noun}，") == []
    assert bare(f"落实{term}{noun}水") == []
    if term.startswith("四有"):
        assert bare(f"落实第{term}{noun}，") == []
    assert bare(f"落实{term}水渠，") == []
