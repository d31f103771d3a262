"""What a reading as a name costs, and what the same characters cost as words."""

import pytest
from parsed import names_in

from store.lexicon import load
from store.parsing.boundaries import GIVEN, Boundaries
from store.parsing.name_shapes import Shapes

LEXICON = load()
BOUNDARIES = Boundaries(LEXICON)
SHAPES = Shapes(LEXICON)


@pytest.mark.parametrize(("text", "size"), [("程朗", 1), ("欧阳澜", 2), ("会议", 0), ("的人", 0)])
def test_the_longest_surname_counts(text: str, size: int) -> None:
    assert BOUNDARIES.surname(text, 0) == size
    assert BOUNDARIES.surname("在" + text, 1) == size


def test_a_name_costs_its_surname_its_length_and_its_given_characters() -> None:
    cheng, ouyang = LEXICON.surnames["程"], LEXICON.surnames["欧阳"]
    assert BOUNDARIES.as_name("程朗") == pytest.approx(cheng + 1.4 + GIVEN)
    assert BOUNDARIES.as_name("程朗春") == pytest.approx(cheng + 0.3 + 2 * GIVEN)
    # a surname of two characters counts as one
    assert BOUNDARIES.as_name("欧阳澜") == pytest.approx(ouyang + 1.4 + GIVEN)
    assert BOUNDARIES.as_name("欧阳澜春") == pytest.approx(ouyang + 0.3 + 2 * GIVEN)
    # what is no surname costs more than any that is
    assert BOUNDARIES.as_name("的朗") > BOUNDARIES.as_name("程朗") + 3


def test_the_cheapest_words_are_read_to_the_end() -> None:
    word, single = LEXICON.words["会议"], LEXICON.words["会"]
    assert BOUNDARIES.tails("会议", 0, 2)[0] == pytest.approx(word)
    assert BOUNDARIES.heads("会议", 0, 2)[-1] == pytest.approx(word)
    assert BOUNDARIES.heads("会议", 0, 2)[1] == pytest.approx(single)
    assert BOUNDARIES.tails("会议", 0, 2)[2] == 0.0
    unknown = "\u9fa5"
    assert BOUNDARIES.tails(unknown, 0, 1)[0] == LEXICON.words.get(unknown, LEXICON.unknown)


def test_no_word_of_three_characters_counts_against_a_name() -> None:
    three = next(w for w in ("办公室", "共产党", "社会主义") if len(w) == 3 and w in LEXICON.words)
    word = LEXICON.words[three]
    assert BOUNDARIES.tails(three, 0, 3)[0] > word
    assert BOUNDARIES.heads(three, 0, 3)[-1] > word
    # elsewhere it does
    assert BOUNDARIES.tails("的" + three, 0, 4)[0] == pytest.approx(LEXICON.words["的"] + word)
    assert BOUNDARIES.heads(three + "的", 0, 4)[-1] == pytest.approx(LEXICON.words["的"] + word)


@pytest.mark.parametrize("mark", "，。；：！？、（）“”《》 \n\t·—…")
def test_a_stretch_ends_at_a_mark_or_after_seven_characters(mark: str) -> None:
    assert BOUNDARIES.stretch_end(f"程朗{mark}出席会议", 0) == 2
    assert BOUNDARIES.stretch_start(f"出席会议{mark}程朗", 7) == 5
    assert BOUNDARIES.stretch_end("程朗出席会议并讲话", 0) == 7
    assert BOUNDARIES.stretch_start("会议学习了程朗的文章", 10) == 3


@pytest.mark.parametrize("name", ["许遥", "程朗", "顾望舒", "程朗春", "欧阳澜", "欧阳澜春"])
def test_what_is_likelier_a_name(name: str) -> None:
    assert BOUNDARIES.exact(name) > 0


@pytest.mark.parametrize("word", ["方法", "文明", "时间", "成员"])
def test_what_is_likelier_a_word(word: str) -> None:
    assert BOUNDARIES.exact(word) < 0


@pytest.mark.parametrize(
    ("name", "beside", "between"),
    [
        ("严正之", True, True),
        ("卓然", True, True),  # a word, but a rare one
        ("文明", False, True),  # a common word that begins with a surname
        ("禾澜遥", True, True),  # a surname that is not listed
        ("丑丙丁", False, True),  # nor this, and it holds a word, but a rare one
        ("丑安全", False, False),  # a common one
        ("会议室", False, False),
        ("程某", False, False),
        ("程朗的", False, False),
        ("程", False, False),
        ("欧阳澜春风", False, False),
    ],
)
def test_what_can_be_imagined_as_a_name_among_sure_ones(
    name: str, beside: bool, between: bool
) -> None:
    assert SHAPES.imaginable(name, 0, len(name), enclosed=False) == beside
    assert SHAPES.imaginable(name, 0, len(name), enclosed=True) == between


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # an imagined name needs two sure neighbours, and not to be the first of its list
        ("省领导顾望舒、许遥春、严正之、程朗春参加。", ["顾望舒", "许遥春", "严正之", "程朗春"]),
        ("要抓好严正之、安全、顾望舒。", []),
        ("文明、顾望舒、许遥春、程朗春参加。", ["顾望舒", "许遥春", "程朗春"]),
        # a post before the name of an item, a verb behind the last
        ("顾望舒、市长许遥、副市长程朗参加。", ["顾望舒", "许遥", "程朗"]),
        ("顾望舒、许遥春、程朗春出席会议。", ["顾望舒", "许遥春", "程朗春"]),
        ("顾望舒、许遥春、程朗春树木。", ["顾望舒", "许遥春"]),
        # a dotted name is one beside a sure one and alone a slogan
        ("顾望舒、阿依努尔·买买提、程朗春参加。", ["顾望舒", "阿依努尔·买买提", "程朗春"]),
        ("和平·发展、合作·开放、交流·学习。", []),
        # names set in the width of three characters
        ("顾望舒 许 遥 程 朗 讲 话", ["顾望舒", "许遥", "程朗"]),
        ("会 议 讲 话 顾望舒", []),
        ("省领导许 遥、程 朗、顾望舒参加会议。", ["许遥", "程朗", "顾望舒"]),
        ("要做到安 全、高 效、顾望舒。", []),
    ],
)
def test_scores_within_a_list(text: str, names: list[str]) -> None:
    assert names_in(text) == names
