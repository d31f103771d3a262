"""Readings of names: how they are typed without a Chinese input method."""

import pytest

from store.library.pinyin import readings


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("林知远", ("linzhiyuan", "lzy")),
        ("单于飞", ("chanyufei", "cyf")),
        ("单铁", ("shantie", "st")),
        ("曾乐", ("zengle", "zl")),
        ("仇和", ("qiuhe", "qh")),
        ("吕绿", ("lvlv", "ll")),
        ("尉迟恭", ("yuchigong", "ycg")),
        ("努尔兰·阿不都", ("nuerlanabudou", "nelabd")),
        ("Tom Lin", ("tomlin", "tomlin")),
        ("林T", ("lint", "lt")),
    ],
)
def test_the_surname_is_read_as_a_surname_first(name: str, first: tuple[str, str]):
    found = readings(name, person=True)
    assert found[0] == first[0]
    assert first[1] in found


def test_a_place_is_not_read_as_a_surname():
    assert readings("曾乐", person=False)[0].startswith("ceng")


def test_other_readings_follow():
    assert {"zhongqing", "chongqing", "zq", "cq"} <= set(readings("重庆", person=False))


def test_what_has_no_reading_has_none():
    assert readings("", person=True) == ()
    assert readings("—…", person=True) == ()
    assert readings("123", person=True) == ()


def test_a_long_name_does_not_multiply_without_end():
    assert len(readings("重" * 40, person=True)) <= 16
