"""The series of a meeting: alike over years and levels, apart where the subject differs."""

import pytest

from store.parsing.event_series import series_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("省抗旱工作领导小组会议暨全省视频调度会议", "澜江省抗旱工作领导小组会议暨视频调度会议"),
        ("市政府第23次常务会议", "市政府第41次常务会议"),
        ("2022年第1次全国抗旱工作视频调度会议", "全国抗旱工作视频调度会议"),
        ("全省安全生产工作会议", "全市安全生产工作会议"),
        ("省抗旱工作領導小組會議", "省抗旱工作领导小组会议"),
        ("省委第三十次专题会议", "省委第二十七次专题会议"),
    ],
)
def test_meetings_of_one_series(one, other):
    assert series_of(one) == series_of(other) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("省委常委会会议", "市委常委会会议"),
        ("全省安全生产工作会议", "全省抗旱工作会议"),
        ("防御第6号台风视频调度会", "防御第12号台风视频调度会"),
    ],
)
def test_meetings_of_two_series(one, other):
    assert series_of(one) != series_of(other)


def test_the_title_of_a_document_in_a_name_is_left_whole():
    assert series_of("《2011年东泽市海洋环境公报》评审会") == "《2011年东泽市海洋环境公报》评审会"


def test_a_name_without_anything_of_its_own_has_no_series():
    assert series_of("会议") is None
