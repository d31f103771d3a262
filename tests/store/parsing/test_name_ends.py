"""Where a name ends: before the verb, the adverb or the mark that follows it."""

import pytest
from parsed import names_in, titles_of


@pytest.mark.parametrize(
    "after",
    [
        *("未出席会议", "未能参加会议", "参会", "莅会指导", "莅临指导", "领学文件", "领誓", "述职"),
        *("述廉", "提要求", "诉说往事", "作部署", "作点评", "作汇报", "做部署", "说"),
        *("将出席会议", "就防汛讲话", "对会议作总结", "还要求", "也参加会议", "则表示", "已到会"),
        *("致辞", "任组长", "率队调研", "赴云汀调研", "颁奖", "讲党课", "请假"),
        *("，", "。", "等参加会议", "和大家见面", "在会上强调", "同志讲话"),
    ],
)
def test_a_short_name_ends_before_what_follows_it(after: str) -> None:
    assert names_in(f"副市长程朗{after}。") == ["程朗"]
    assert names_in(f"副市长程朗春{after}。") == ["程朗春"]


@pytest.mark.parametrize(
    "word", ["督导", "督查", "督办", "督促", "督察", "督战", "高度", "安全", "严格", "应急"]
)
def test_a_word_that_begins_with_a_surname_is_no_name(word: str) -> None:
    assert titles_of(f"副市长顾望舒同志{word}。") == {"顾望舒": "副市长"}


SELDOM = "要赴还将厅做县办局已致颁就率未任说对作请靠组讲省所领也提镇因村业则部市乡"


@pytest.mark.parametrize("last", SELDOM)
def test_a_character_that_begins_the_next_word_ends_no_name(last: str) -> None:
    assert f"程朗{last}" not in names_in(f"副市长程朗{last}同意。")
    assert names_in("副市长程朗春同意。") == ["程朗春"]


@pytest.mark.parametrize("end", "市县区镇乡局厅")
def test_what_ends_like_a_place_or_an_office_is_nobody(end: str) -> None:
    assert names_in(f"省领导顾望舒、云汀{end}、许遥春参加会议。") == ["顾望舒", "许遥春"]
    assert f"程朗{end}" not in names_in(f"省长程朗{end}出席会议。")
