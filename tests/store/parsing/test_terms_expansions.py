"""What a shorthand stands for, and the passages that only look like it. Invented examples."""

import pytest

from store.model import Paragraph
from store.parsing.terms import find_terms


def expansions(*texts: str) -> list[tuple[str, ...] | None]:
    return [term.expansion for term in find_terms([Paragraph("text", text) for text in texts])]


THREE = ("早查", "早治", "早防")


@pytest.mark.parametrize(
    "noun",
    [
        "", "要求", "原则", "机制", "工作", "措施", "政策", "任务", "目标", "标准", "思路", "制度", "行动", "活动", "方针", "理念",
        "内容", "做法", "模式", "工作要求", " 要求",
    ],
)  # fmt: skip
@pytest.mark.parametrize("by", ["即", "，即", "：", "（", "（即", "：即"])
def test_a_key_and_its_items(noun: str, by: str) -> None:
    assert expansions(f"实行“三早”{noun}{by}早查、早治、早防。") == [THREE]
    assert expansions(f"实行“三早”{noun}并{by}早查、早治、早防。") == [None]
    assert expansions(f"实行“三早”水渠{by}早查、早治、早防。") == [None]


@pytest.mark.parametrize(
    "by",
    [
        "即",
        "是指",
        "指的是",
        "就是",
        "分别是",
        "分别为",
        "，也就是",
        "，这就是",
        "即是",
        "即：",
        "即，",
        "就是：",
    ],
)
def test_words_that_explain(by: str) -> None:
    assert expansions(f"“三早”{by}早查、早治、早防。") == [THREE]
    assert expansions(f"“三早”{by}查水、治水、防水。") == [("查水", "治水", "防水")]
    assert expansions("“三早”谈及早查、早治、早防。") == [None]


def test_without_a_word_that_explains_each_item_repeats_the_head() -> None:
    assert expansions("实行“三早”：早查、早治、早防。") == [THREE]
    assert expansions("实行“三早”：查水、治水、防水。") == [None]
    assert expansions("实行“三早”（查水、治水、防水）。") == [("查水", "治水", "防水")]
    assert expansions("实行“三早”，早查，早治，早防。") == [THREE]
    assert expansions("实行“三早”，早查。早治，早防。") == [None]


@pytest.mark.parametrize("mark", "。；！？）")
def test_items_stand_in_one_sentence(mark: str) -> None:
    assert expansions(f"“三早”即早查、早治、早防{mark}早收。") == [THREE]
    assert expansions(f"“三早”即早查、早治{mark}早防、早收。") == [None]
    assert expansions("“三早”即早查、早治、早防") == [THREE]


def test_as_many_items_as_the_numeral_says() -> None:
    assert expansions("“三早”即早查、早治。") == [None]
    assert expansions("“三早”即早查、早治、早防、早收。") == [None]
    assert expansions("“三早”即早查、早治、早防，要抓好。") == [THREE]
    assert expansions("“三早”即早查，早治，早防，早收。") == [None]
    assert expansions("“三早”即早查、早治，早防。") == [THREE]
    long = "早" + "查" * 30
    assert expansions(f"“三早”即{long}、早治、早防。") == [None]
    assert expansions(f"“三早”即{'查' * 16}、治水、防水。") == [None]


@pytest.mark.parametrize("word", ["和", "及", "以及"])
def test_the_last_item_behind_a_conjunction(word: str) -> None:
    assert expansions(f"“三早”即早查、早治{word}早防。") == [THREE]
    assert expansions(f"“三早”即早查、早治{word}早防{word}早收。") != [THREE]
    assert expansions("“三早”即早查、早治与早防。") == [None]
    assert expansions(f"“三早”即早查{word}早治。") == [None]


@pytest.mark.parametrize("between", ["”“", "”、“", "”和“", "’‘", '""'])
def test_keys_that_touch_and_their_groups(between: str) -> None:
    first, last = ("“", "”") if "“" in between else ("‘", "’") if "‘" in between else ('"', '"')
    text = f"落实{first}三早{between}两到位{last}，即：早查、早治、早防；人到位、物到位。"
    assert expansions(text) == [THREE, ("人到位", "物到位")]
    apart = text.replace(between, f"{last}以及{first}")
    assert expansions(apart) != [THREE, ("人到位", "物到位")]
    assert expansions(text.replace("人到位、物到位", "人到位")) == [None, None]
    assert expansions(text.replace("；", "。")) == [THREE, ("人到位", "物到位")]


def test_keys_in_two_paragraphs_do_not_touch() -> None:
    assert expansions("落实“三早”", "“两到位”即人到位、物到位。") == [None, ("人到位", "物到位")]


@pytest.mark.parametrize("tail", ["。", "：", "，", "；", "要求。", "工作。"])
def test_a_numbered_series_behind_a_key(tail: str) -> None:
    assert expansions(f"做到“两到位”{tail}一要人到位，二要物到位。") == [("人到位", "物到位")]
    assert expansions(f"做到“两到位”水渠{tail}一要人到位，二要物到位。") == [None]
    assert expansions(f"做到“两到位”{tail}一要有人，二要有物。") == [None]
    assert expansions(f"做到“两到位”{tail}一要人到位。") == [None]
    if tail not in ("：", "，"):
        assert expansions(f"做到“两到位”{tail}一要人到位，三要物到位。") == [None]


@pytest.mark.parametrize("mark", "，。；：！？")
def test_an_item_of_a_series_ends_with_its_clause(mark: str) -> None:
    text = f"做到“两到位”。一要人到位{mark}二要物到位{mark}要快。"
    assert expansions(text) == [("人到位", "物到位")]
    assert expansions("做到“两到位”。一要人到位，二要物到位") == [("人到位", "物到位")]


VERBS = [
    "做到", "落实", "实现", "确保", "坚持", "按照", "严格", "达到", "突出", "围绕", "抓好", "强化", "做好", "推动", "保障", "完善",
    "开展", "执行", "压实", "通过", "形成",
]  # fmt: skip
BEFORE = [
    "",
    "要",
    "并",
    "和",
    "以",
    "把",
    "将",
    "对",
    "从",
    "切实",
    "认真",
    "严格",
    "全面",
    "坚决",
]


@pytest.mark.parametrize("verb", [*VERBS, *(before + "落实" for before in BEFORE), "要"])
def test_items_before_a_key_lose_their_verb(verb: str) -> None:
    assert expansions(f"{verb}人员到位、物资到位“两到位”。") == [("人员到位", "物资到位")]
    uneven = f"{verb}人到位、物资到位、资金都到位“三到位”。"
    assert expansions(uneven) == [("人到位", "物资到位", "资金都到位")]
    assert expansions(f"水利{verb}人员到位、物资到位“两到位”。") == [None]


def test_items_before_a_key_repeat_its_head_and_its_number() -> None:
    assert expansions("做到早查、早治、早防“三早”。") == [THREE]
    assert expansions("做到早查、早治、早防的“三早”。") == [THREE]
    assert expansions("做到早查、早治、早防等“三早”。") == [THREE]
    assert expansions("做到早查、早治和早防“三早”。") == [THREE]
    assert expansions("做到早查、早治“三早”。") == [None]
    assert expansions("做到查水、治水、防水“三早”。") == [None]
    assert expansions("做到早查、早治、早防水渠“三早”。") != [THREE]
    for mark in "，。；：！？（":
        assert expansions(f"水利{mark}早查、早治、早防“三早”。") == [THREE]
    assert expansions("人员到位、物资到位“两到位”和“三早”。") == [None, None]


def test_only_the_first_passage_that_explains_counts() -> None:
    text = "“三早”即早查、早治、早防。“三早”即早收、早种、早藏。"
    assert expansions(text) == [THREE]
    assert expansions("“三早”好。" * 29 + "“三早”即早查、早治、早防。") == [THREE]
    assert expansions("“三早”好。" * 30 + "“三早”即早查、早治、早防。") == [None]
    far = "“三早”即早查、" + "水" * 300 + "早治、早防。"
    assert expansions(far) == [None]
