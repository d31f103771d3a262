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


@pytest.mark.parametrize(
    "count",
    [
        "2031年", "1999年", "2031 年度", "二〇三一年", "一九九九年", "二零三一年", "2031届", "第三次", "第12届", "第十场", "第2期",
        "第三轮", "第一季度", "十届三次", "第十届第三次", "本年度第三届", "今年五届", "年内三届",
    ],
)  # fmt: skip
def test_what_only_counts_the_meetings_of_a_series(count):
    assert series_of(f"{count}抗旱会商会议") == "抗旱会商会议"
    assert series_of(f"第{count}号抗旱会商会议") != "抗旱会商会议"


@pytest.mark.parametrize("before", "届委会")
@pytest.mark.parametrize("after", ["全会", "常委会", "会议"])
def test_an_ordinal_without_di_between_a_body_and_its_session(before, after):
    assert series_of(f"抗旱协{before}三次{after}") == f"抗旱协{before}{after}"
    assert series_of(f"抗旱局三次{after}") == f"抗旱局三次{after}"
    assert series_of(f"抗旱协{before}三次推演") == f"抗旱协{before}三次推演"


@pytest.mark.parametrize(
    "level",
    [
        *(f"全{x}" for x in ("国", "省", "市", "县", "区", "州", "旗", "镇", "乡", "校", "院", "系统", "自治区")),
        *("自治区", "省", "市", "县", "区", "州", "旗", "镇", "乡", "校"), "中共全市", "中国共产党全县", "中国共产党市",
    ],
)  # fmt: skip
def test_the_level_is_no_part_of_a_series(level):
    assert series_of(f"{level}抗旱会商会议") == "抗旱会商会议"
    assert series_of(f"抗旱{level}会商会议") != "抗旱会商会议"


def test_words_that_begin_like_a_level():
    for name in ("市委抗旱会议", "省级抗旱会议", "区内抗旱会议", "市直抗旱会议", "校长抗旱会议", "区管抗旱会议", "市辖抗旱会议",
                 "市场抗旱会议", "区区抗旱会议", "市府抗旱会议", "省政抗旱会议", "市人抗旱会议", "省纪抗旱会议", "市监抗旱会议",
                 "国际抗旱会议", "市办抗旱会议", "区域抗旱会议", "全国人大抗旱会议", "全国政协抗旱会议"):  # fmt: skip
        assert series_of(name) == name


def test_the_place_is_no_part_of_a_series():
    assert series_of("四川抗旱会商会议") == "抗旱会商会议"
    assert series_of("成都市抗旱会商会议") == "抗旱会商会议"
    assert series_of("东泽市抗旱会商会议") == "抗旱会商会议"
    assert series_of("澜江自治区抗旱会商会议") == "抗旱会商会议"
    assert series_of("东泽市委抗旱会议") == "东泽市委抗旱会议"


def test_quoted_names_keep_their_places():
    assert series_of("“四川水”抗旱会议") == "“四川水”抗旱会议"
    assert series_of("《四川水》评审会议") == "《四川水》评审会议"
    assert series_of("《第三次水》评审会议") == "《第三次水》评审会议"


def test_a_part_that_is_only_a_level_goes():
    assert series_of("抗旱会商会议暨2031年") == "抗旱会商会议"
    assert series_of("抗旱 会商会议") == "抗旱会商会议"
    assert series_of("抗旱会") == "抗旱会"
    assert series_of("全市会议") is None
