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
