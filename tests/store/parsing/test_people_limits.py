"""Rules that ask for more, or for less, where a name, a role or a credit is doubtful."""

import re

import pytest
from parsed import article, names_in, roles_of

from store.model import Block
from store.parsing.names import Mention, proved
from store.parsing.role_limits import at_a_meeting


@pytest.mark.parametrize("name", ["严平", "林明", "尤春", "喻明"])
@pytest.mark.parametrize("post", ["总书记", "同志", "总理", "副总理", "主席", "先生", "女士"])
def test_a_form_of_address_proves_more_than_an_office(name: str, post: str) -> None:
    assert names_in(f"大家学习{name}{post}的做法。") == [name]
    assert names_in(f"大家学习{name}局长的做法。") == []


@pytest.mark.parametrize("name", ["卫澜", "尤遥", "柏春", "云禾", "喻学文"])
def test_a_rare_surname_asks_for_a_verb_of_its_genre(name: str) -> None:
    assert names_in(f"{name}主持大家。") == [name]
    assert names_in(f"{name}对大家很好。") == []
    assert names_in("程朗春对大家很好。") == ["程朗春"]


GENRE = "主持 出席 强调 指出 要求 讲话 表示 参加 一行 同志 传达 作 ： 汇报 陪同 分别"


@pytest.mark.parametrize("verb", GENRE.split())
def test_a_verb_of_the_genre(verb: str) -> None:
    assert names_in(f"卫澜{verb}大家。") == ["卫澜"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("省人大代表程朗说，很好。", ["程朗"]),
        ("省人大代表团程朗说，很好。", []),
        ("主席程朗讲话。", ["程朗"]),
        ("主席台程朗讲话。", []),
    ],
)
def test_a_post_that_goes_on_is_another_word(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("到会的有程朗（女，藏族）。", ["程朗"]),
        ("到会的有程朗（男）。", ["程朗"]),
        ("到会的有程朗（新任）。", []),
        ("到会的有程朗（藏族自治县）。", []),
    ],
)
def test_what_brackets_say_of_a_person(text: str, names: list[str]) -> None:
    assert names_in(text) == names


def test_only_a_sure_name_of_three_characters_is_looked_for_in_other_reports() -> None:
    def one(name: str, score: float) -> Mention:
        return Mention(0, 0, len(name), name, ("in a list",), score)

    assert proved([one("顾望舒", 6.0), one("程朗春", 5.9), one("许遥", 20.0)]) == {"顾望舒"}


TOPICS = """开展 推进 贯彻 学习 研究 研判 分析 实施 人心 落实 推动 排查 细致 交流 宣传 领会 剖析 解读
查找 讨论 探讨 践行 挖掘 思考"""


@pytest.mark.parametrize("word", TOPICS.split())
def test_going_deep_into_a_matter_is_no_visit(word: str) -> None:
    assert "visited" not in roles_of(f"省长程朗深入{word}问题。")["程朗"]
    assert "visited" in roles_of(f"省长程朗深入农户{word}问题。")["程朗"]


DIRECT = """主持 传达 宣读 宣布 致辞 发言 汇报 通报 作 做了 分别汇报 先后发言 依次通报 就防汛作 围绕防汛做
对防汛作"""


@pytest.mark.parametrize("verb", DIRECT.split())
def test_a_comma_between_a_subject_and_its_verb(verb: str) -> None:
    # only what directly follows: the next clause is its own as well
    roles = roles_of(f"总指挥程朗，{verb}报告，传达精神。")["程朗"]
    assert "conveyed" in roles
    assert "conveyed" not in roles_of(f"总指挥程朗，各县{verb}报告，传达精神。")["程朗"]


@pytest.mark.parametrize("noun", ["站位高", "精辟", "通俗", "内涵丰富", "立意高", "语重心长"])
def test_who_owns_a_speech_is_not_its_subject(noun: str) -> None:
    assert roles_of(f"省长程朗讲话{noun}，主持有力。") == {"程朗": ("mentioned",)}
    assert roles_of("省长程朗讲话后主持会议。") == {"程朗": ("presided", "spoke")}


@pytest.mark.parametrize("verb", ["指出", "强调", "表示", "认为", "说", "道", "介绍"])
def test_who_is_spoken_of_did_nothing(verb: str) -> None:
    for mark in "，：":
        text = f"大家{verb}{mark}省长程朗主持会议。"
        assert roles_of(text) == {"程朗": ("mentioned",)}
    # a semicolon or a sentence of its own ends what was said
    for mark in "；。":
        assert roles_of(f"大家{verb}，很好{mark}省长程朗主持会议。") == {"程朗": ("presided",)}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("大家学习省长程朗在会上发表的重要讲话。", ("mentioned",)),
        ("省长程朗在会上的讲话很长。", ("mentioned",)),
        ("省长程朗发表了很好的讲话。", ("spoke",)),
        ("省长程朗作总体安排的讲话。", ("spoke", "deployed")),
        ("省长程朗工作方面的讲话很长。", ("mentioned",)),
    ],
)
def test_a_speech_that_is_a_noun(text: str, roles: tuple[str, ...]) -> None:
    assert roles_of(text)["程朗"] == roles


@pytest.mark.parametrize(
    ("blocks", "reporters"),
    [
        # behind a dateline, up to a comma or a figure
        (["云汀日报讯 记者 柯一鸣 3日从市里获悉，会议召开。"], ("柯一鸣",)),
        (["云汀日报讯 首席记者柯一鸣，会议召开。"], ("柯一鸣",)),
        (["云汀日报讯 记者柯一鸣表示会议召开。"], ()),
        (["会议召开，记者柯一鸣，来自云汀日报。"], ()),
        # beside the source of a line of metadata
        ([Block("meta", "来源：云汀日报 柯一鸣 阮小棠"), "会议召开。"], ("柯一鸣", "阮小棠")),
        ([Block("meta", "来源：云汀日报 会议 柯一鸣"), "会议召开。"], ()),
        ([Block("meta", "发布：云汀日报 柯一鸣"), "会议召开。"], ()),
        # alone behind the last sentence
        (["会议召开，部署工作。柯一鸣 阮小棠"], ("柯一鸣", "阮小棠")),
        (["会议召开，部署工作。 柯 鸣"], ("柯鸣",)),
        (["会议召开，部署工作。会议 柯一鸣"], ()),
        (["会议召开，部署工作，柯一鸣"], ()),
        (["会议召开。柯一鸣", "会议结束。"], ()),
    ],
)
def test_credits_that_nothing_labels(blocks: list[Block | str], reporters: tuple[str, ...]) -> None:
    assert article(*blocks).byline.reporters == reporters


@pytest.mark.parametrize(
    ("clause", "spoken"),
    [
        ("检查大堤。", False),
        ("检查工作。", True),
        ("要检查大堤。", True),
        ("检查大堤的会议。", True),
        ("不打招呼再多次连夜检查大堤。", True),
        ("先后不打招呼再多次连夜检查大堤。", False),
    ],
)
def test_at_a_meeting_most_checks_are_only_spoken_about(clause: str, spoken: bool) -> None:
    verb = re.search("检查", clause)
    assert verb is not None
    assert at_a_meeting(clause, 0, verb, len(clause)) == spoken


def test_what_a_headline_quotes_is_still_done() -> None:
    heading = Block("heading", "代表介绍：省长程朗主持防汛会议", 1)
    [person] = article(heading, "大家说，省长程朗辛苦了。").people
    assert person.roles == ("presided",)
