"""Text as the full-text index holds it."""

import pytest

from store.library import tokens


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["云汀市"], "云汀 汀市 市"),
        (["云汀", "市委"], "云汀 汀 市委 委"),
        (["云", "市"], "云 市"),
        (["", "云汀", ""], "云汀 汀"),
        (["𠮷市a"], "𠮷市 市a a"),
        ([], ""),
        ([""], ""),
    ],
)
def test_pairs_end_with_the_paragraph(paragraphs: list[str], expected: str) -> None:
    assert tokens.pairs(paragraphs).split() == expected.split()


def test_no_pair_reaches_over_a_break() -> None:
    assert "汀市" not in tokens.pairs(["云汀", "市委"]).split()
    assert "汀市" in tokens.pairs(["云汀市委"]).split()


def test_every_character_stands_once_among_the_single_ones() -> None:
    assert sorted(tokens.singles(["要落实要", "落"])) == sorted("  要落实")


def test_a_phrase_is_the_run_of_its_pairs() -> None:
    assert tokens.phrase('要"落') == '"要"" ""落"'


def test_a_pair_is_frequent_that_a_fifth_of_the_texts_have():
    texts = [["会议要求", "要求"], ["会议"], ["柳溪"], ["东泽"], ["云汀"], ["云汀"]]
    assert tokens.frequent_pairs(texts) == {"会议", "云汀"}
    # how often a text has it makes no difference
    assert "要求" not in tokens.frequent_pairs(texts)


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["要压实责任"], "要压实责 压实责任"),
        (["压实责任"], "压实责任"),
        # a stretch of three characters is found by its pairs
        (["压实责"], ""),
        # two stretches are kept apart, within a paragraph and at a break
        (["压实责任了压实责任"], "压实责任 - 压实责任"),
        (["要压实责", "任要压实"], "要压实责 - 任要压实"),
        (["压实", "责任"], ""),
        (["𠮷要压实责"], "要压实责"),
        ([], ""),
    ],
)
def test_runs_are_where_every_pair_is_frequent(paragraphs: list[str], expected: str):
    runs = tokens.Runs(["要压", "压实", "实责", "责任", "任要"])
    assert runs(paragraphs) == expected


def test_a_phrase_of_runs_has_three_tokens_less_than_characters():
    assert tokens.run_phrase("要压实责任") == '"要压实责 压实责任"'
    assert tokens.run_phrase('位"要落') == '"位""要落"'
