import pytest

from tui.matching import matches


@pytest.mark.parametrize("typed", ["", "明", "桑明远", "sangming", "smy", "ＳＭＹ", "SMY"])
def test_a_name_is_found_by_characters_pinyin_or_initials(typed):
    assert matches(typed, "桑明远")


@pytest.mark.parametrize("typed", ["鹿", "mingyuan", "my", "smyx"])
def test_readings_count_from_the_start_and_whole(typed):
    assert not matches(typed, "桑明远")


def test_traditional_and_simplified_are_one():
    assert matches("雲汀", "云汀市")


def test_english_labels_are_found_inside():
    assert matches("text", "Source text")
