"""What a report says of one person, put together from all its places."""

import pytest
from parsed import article, document

from store.lexicon import load
from store.model import Block, Person
from store.parsing import parse


def person(*texts: str, name: str = "顾望舒") -> Person:
    return next(p for p in article(*texts).people if p.name == name)


def test_roles_come_in_one_order_wherever_they_were_given() -> None:
    text = "副省长顾望舒{}。"
    verbs = ("出席会议", "来到大堤", "签署协议", "陪同客人", "列席会议", "到会指导", "汇报工作")
    more = ("传达精神", "进行部署", "讲话", "主持会议")
    found = person(*(text.format(verb) for verb in (*verbs, *more)))
    assert found.roles == (
        *("presided", "spoke", "deployed", "conveyed", "reported", "guided"),
        *("signed", "visited", "accompanied", "attended", "observed"),
    )


def test_who_did_nothing_is_mentioned() -> None:
    assert person("大家感谢省长顾望舒。").roles == ("mentioned",)
    assert person("省长顾望舒讲话。").roles == ("spoke",)


@pytest.mark.parametrize(
    ("texts", "roles"),
    [
        (("省长顾望舒请假。", "省长顾望舒出席会议。"), ("absent",)),
        (("省长顾望舒请假。", "省长顾望舒讲话。"), ("spoke", "absent")),
        (("省长顾望舒出席会议。", "省长顾望舒讲话。"), ("spoke", "attended")),
    ],
)
def test_who_is_absent_did_not_attend(texts: tuple[str, ...], roles: tuple[str, ...]) -> None:
    assert person(*texts).roles == roles


@pytest.mark.parametrize(
    ("texts", "certainty"),
    [
        (("大家和顾望舒来了。", "省长顾望舒强调，要抓落实。"), "certain"),
        (("顾望舒强调，要抓落实。", "大家学习顾望舒书记的文章。"), "certain"),
        (("顾望舒强调，要抓落实。", "大家说顾望舒好。"), "strong"),
        (("副主席阿依努尔·买买提到会。",), "certain"),
    ],
)
def test_certainty(texts: tuple[str, ...], certainty: str) -> None:
    assert article(*texts).people[0].certainty == certainty


def test_the_longest_title_of_a_persons_own_is_given() -> None:
    assert person("副省长顾望舒讲话。", "省委常委、副省长顾望舒强调。").title == "省委常委、副省长"
    assert person("副省长顾望舒讲话。", "大家学习顾望舒副委员长的文章。").title == "副省长"
    assert person("大家学习顾望舒副委员长的文章。").title == "副委员长"


def test_a_name_of_two_characters_is_not_sought_in_the_next_report() -> None:
    body = "本报讯(记者 柯一鸣)连日来云汀市加固堤防，干部群众分段包干，日夜巡查，大家说{}的叮嘱记在心上，要抓好落实。"
    first = "本报讯(记者 柯一鸣)省委书记{}在省防汛会议上强调，要抓好各项措施的落实，确保群众安全。"
    for name, found in (("顾望舒", True), ("许遥", False)):
        blocks = (
            Block("heading", "全省防汛会议召开", 1),
            Block("text", first.format(name)),
            Block("heading", "云汀加固堤防", 1),
            Block("text", body.format(name)),
        )
        _, second = parse(document(*blocks), load())
        assert (name in {p.name for p in second.people}) == found
