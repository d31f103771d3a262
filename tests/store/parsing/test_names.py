"""Each rule that finds a name, with a text on which it must not fire."""

import pytest
from parsed import article, document, names_in

from store.lexicon import load
from store.model import Block
from store.parsing import parse


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # after a title; the dictionary settles where the name ends
        ("省委书记顾望舒出席会议。", ["顾望舒"]),
        ("省长许遥主持会议。", ["许遥"]),
        ("市委副书记欧阳澜讲话。", ["欧阳澜"]),
        ("副市长程朗代表市政府讲话。", ["程朗"]),
        ("省委书记高度重视这项工作。", []),
        # a common word that begins like a name is one between a post and a mark
        ("镇党委书记夏天，各县负责人参加会议。", ["夏天"]),
        ("镇党委书记夏天来得早。", []),
        # minority names by their parts
        ("县委书记才让东珠出席会议。", ["才让东珠"]),
        ("各级党委书记要靠前指挥。", []),
        ("中共代表团一行来访。", []),
        ("会议号召广大青年成长成才。", []),
        # before a title
        ("会议学习了顾望舒书记的批示。", ["顾望舒"]),
        ("按照陈全安省长要求抓好落实。", ["陈全安"]),
        ("省政府安办主任作了说明。", []),
        ("有关负责同志参加。", []),
        # in a list, with open ends
        ("省领导顾望舒、许遥、严正山、武卫南参加会议。", ["顾望舒", "许遥", "严正山", "武卫南"]),
        ("市委书记顾望舒、市长许遥、副市长程朗等参加。", ["顾望舒", "许遥", "程朗"]),
        ("校长助理严如岭、赵玉青参加会议。", ["严如岭", "赵玉青"]),
        ("坚持安全、高效、文明、有序。", []),
        ("要做好招商、安商、稳商工作。", []),
        ("苏州、温州、杭州等地作了交流。", []),
        # a rare surname between sure names
        ("省领导顾望舒、郑青禾、四明磊、许遥参加。", ["顾望舒", "郑青禾", "四明磊", "许遥"]),
        ("按照“调结构、强改革、优环境、惠民生”的思路推进。", []),
        # at the start of a clause
        ("顾望舒强调，要抓好春耕。", ["顾望舒"]),
        ("会前，许遥会见了客商。", ["许遥"]),
        ("高度重视防汛工作，强化措施。", []),
        ("周密部署，精心组织。", []),
        ("白方高度评价双方合作。", []),
        # 由 and 和
        ("会议由程朗主持。", ["程朗"]),
        ("对于从严治党的要求，要坚决落实。", []),
        # names with and without a middle dot
        ("自治区副主席阿依努尔·买买提到会。", ["阿依努尔·买买提"]),
        ("自治州州长洛桑次仁、副州长扎西平措参加。", ["洛桑次仁", "扎西平措"]),
        ("活动以“中国梦·劳动美”为主题。", []),
        # 等 and 和 end a name
        ("市政府秘书长魏正平等出席会议。", ["魏正平"]),
        ("市长林安年和市委副书记徐青岚出席会议。", ["林安年", "徐青岚"]),
    ],
)
def test_names_in_text(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("顾望舒主持 许遥作工作部署", ["顾望舒", "许遥"]),
        ("顾望舒许遥出席并讲话", ["顾望舒", "许遥"]),
        ("程朗严如岭赵玉青参加", ["程朗", "严如岭", "赵玉青"]),
        ("坚决打赢防汛救灾攻坚战", []),
        ("高标准推进项目建设", []),
    ],
)
def test_names_in_headlines(text: str, names: list[str]) -> None:
    assert names_in(text, headline=True) == names


def test_a_place_of_the_document_is_no_person() -> None:
    text = "任云汀市委书记期间，他多次到云汀市东片调研。云汀、银塘要带头。"
    assert names_in(text) == []


def test_a_person_named_like_a_place_is_one_after_a_title() -> None:
    assert names_in("望潮县县长施望潮汇报了情况。") == ["施望潮"]


def test_a_shorter_name_proved_elsewhere_cuts_the_longer() -> None:
    people = article("省长许遥出席会议。", "许遥主持会议。", "许遥强调，要抓好落实。").people
    assert [p.name for p in people] == ["许遥"]


def test_alike_names_stay_apart() -> None:
    people = article("省领导徐朗、徐朗春、张望华、张古川参加会议。").people
    assert [p.name for p in people] == ["徐朗", "徐朗春", "张望华", "张古川"]


def test_a_name_is_found_again_where_nothing_else_proves_it() -> None:
    [person] = article("省委书记顾望舒出席会议。", "大家对顾望舒的话印象很深。").people
    assert [tuple(span) for span in person.mentions] == [(0, 4, 7), (1, 3, 6)]


def test_a_common_word_is_not_spread_though_it_is_also_a_name() -> None:
    [person] = article("副市长高峰出席会议。", "客流高峰期间要加密班次。").people
    assert len(person.mentions) == 1


def test_a_name_of_one_report_is_found_in_the_next() -> None:
    first = (
        Block("heading", "全省防汛会议召开", 1),
        Block(
            "text",
            "本报讯(记者 柯一鸣)省委书记顾望舒在省防汛会议上强调，要抓好各项防汛措施的落实，确保群众生命财产安全。",
        ),
    )
    second = (
        Block("heading", "云汀加固堤防", 1),
        Block(
            "text",
            "本报讯(记者 柯一鸣)云汀市连日来加固堤防，干部群众说，顾望舒的叮嘱记在心上，大家分段包干，日夜巡查。",
        ),
    )
    articles = parse(document(*first, *second), load())
    assert ["顾望舒" in {p.name for p in a.people} for a in articles] == [True, True]


def test_a_name_keeps_the_characters_of_the_page() -> None:
    [person] = article("省委書記顧望舒主持召開會議。").people
    assert person.name == "顧望舒"


def test_certainty_says_how_many_kinds_of_places_agree() -> None:
    people = article(
        "省委书记顾望舒出席会议。", "顾望舒强调，要抓好落实。", "丁一凡介绍了情况。"
    ).people
    assert {p.name: p.certainty for p in people} == {"顾望舒": "certain", "丁一凡": "strong"}
