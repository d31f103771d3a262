"""What typed queries mean, with the near miss beside each."""

from datetime import date

import pytest

from store.query import QueryError, parse
from store.query.expression import (
    And,
    Between,
    Everything,
    Has,
    HasAny,
    Is,
    Not,
    Or,
    Word,
)

TODAY = date(2022, 3, 16)


def meaning(text):
    return parse(text, TODAY)


def test_nothing_typed_is_everything():
    assert meaning("") == meaning(" 　") == Everything()


def test_chinese_with_blanks_is_several_words_all_required():
    assert meaning("安全　生产 防汛") == And((Word("安全"), Word("生产"), Word("防汛")))
    assert meaning("安全生产") == Word("安全生产")


@pytest.mark.parametrize("typed", ['"八支 队伍"', "“八支 队伍”", "＂八支 队伍＂", '"八支 队伍＂'])
def test_quotes_of_any_width_make_one_phrase(typed):
    assert meaning(typed) == Word("八支 队伍", quoted=True)


def test_straight_quotes_may_hold_curled_ones():
    assert meaning('"建设“八支队伍”"') == Word("建设“八支队伍”", quoted=True)
    assert meaning("建设“八支队伍”") == And((Word("建设"), Word("八支队伍", quoted=True)))


def test_backslash_keeps_a_quote():
    assert meaning(r'"a\"b\\c\d"') == Word('a"b\\c\\d', quoted=True)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("person:林一川", Has("person", "林一川")),
        ("人物：林一川", Has("person", "林一川")),
        ("Person: 林一川", Has("person", "林一川")),
        ('person:"林 一川"', Has("person", "林 一川")),
        ("人物：＝林一川", Has("person", "林一川", exact=True)),
        ("职务:市长", Has("title", "市长")),
        ("地点:云汀市", Has("place", "云汀市")),
        ("机构:水利局", Has("org", "水利局")),
        ("来源:澜江日报", Has("source", "澜江日报")),
        ("系列:常务会议", Has("series", "常务会议")),
        ("提法:六有", Has("term", "六有")),
        ("标签:待查", Has("tag", "待查")),
        ("role:presided", Has("role", "presided")),
        ("角色:主持", Has("role", "presided")),
        ("角色:参加", Has("role", "attended")),
        ("类型:调研", Has("kind", "visit")),
        ("角色:调研", Has("role", "visited")),
        ("级别:省", Has("level", "province")),
        ("is:unread", Is("unread")),
        ("是:未读", Is("unread")),
        ("has:note", HasAny("note")),
        ("有:要求", HasAny("requirements")),
    ],
)
def test_fields_and_values_in_both_languages(typed, expected):
    assert meaning(typed) == expected


def test_a_time_of_day_is_no_field():
    assert meaning("10:30") == Word("10:30")
    assert meaning(":甲") == Word(":甲")


def test_a_colon_in_quotes_is_text():
    assert meaning('"会议强调：要"') == Word("会议强调：要", quoted=True)


def test_a_role_goes_with_its_person_inside_one_bracket_only():
    apart = And((Has("person", "甲"), Has("role", "presided")))
    assert meaning("person:甲 role:主持") == apart
    assert meaning("(person:甲 role:主持)") == Has("person", "甲", role="presided")
    assert meaning("((person:甲) role:主持)") == apart
    assert meaning("（角色：主持 人物：甲 地点：乙）") == And(
        (Has("person", "甲", role="presided"), Has("place", "乙"))
    )
    assert meaning("(person:甲 -role:主持)") == And(
        (Has("person", "甲"), Not(Has("role", "presided")))
    )
    assert meaning("(person:甲 role:主持 or person:乙 role:讲话)") == Or(
        (Has("person", "甲", role="presided"), Has("person", "乙", role="spoke"))
    )


def test_not_or_and_brackets():
    a, b, c = Word("甲"), Word("乙"), Word("丙")
    assert meaning("甲 -乙") == And((a, Not(b)))
    assert meaning("甲 －乙") == And((a, Not(b)))
    assert meaning("甲-乙") == Word("甲-乙")
    assert meaning("--甲") == a
    assert meaning("甲 乙 or 丙") == Or((And((a, b)), c))
    assert meaning("甲 （乙 或 丙）") == And((a, Or((b, c))))
    assert meaning("甲 OR 乙 或者 丙") == Or((a, b, c))
    assert meaning("-(甲 乙)") == Not(And((a, b)))
    assert meaning("甲或乙") == Word("甲或乙")
    assert meaning('"or"') == Word("or", quoted=True)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("on:2022", "2022-01-01", "2022-12-31"),
        ("on:2022-02", "2022-02-01", "2022-02-28"),
        ("on:2022-1-8", "2022-01-08", "2022-01-08"),
        ("于：2022年1月8日", "2022-01-08", "2022-01-08"),
        ("on:2022年1月", "2022-01-01", "2022-01-31"),
        ("on:2022年", "2022-01-01", "2022-12-31"),
        ("on:2022.1.8", "2022-01-08", "2022-01-08"),
        ("on:20220108", "2022-01-08", "2022-01-08"),
        ("on:２０２２－０１", "2022-01-01", "2022-01-31"),
        ("on:2022-01..2022-03", "2022-01-01", "2022-03-31"),
        ("on:2022-01..", "2022-01-01", None),
        ("on:..2022-01", None, "2022-01-31"),
        ("on:..", None, None),
        ("on:last month", "2022-02-01", "2022-02-28"),
        ('on:"last month"', "2022-02-01", "2022-02-28"),
        ("on:this year", "2022-01-01", "2022-12-31"),
        ("on:上月", "2022-02-01", "2022-02-28"),
        ("日期:今年", "2022-01-01", "2022-12-31"),
        ("on:本周", "2022-03-14", "2022-03-20"),
        ("on:昨天", "2022-03-15", "2022-03-15"),
        ("on:去年..上月", "2021-01-01", "2022-02-28"),
        ("after:2022", "2022-01-01", None),
        ("之后:2022-02", "2022-02-01", None),
        ("before:2022", None, "2021-12-31"),
        ("之前:last year", None, "2020-12-31"),
    ],
)
def test_dates(typed, first, last):
    assert meaning(typed) == Between(first, last)


def test_last_month_in_january_is_december():
    assert parse("on:上月", date(2022, 1, 31)) == Between("2021-12-01", "2021-12-31")


def test_after_and_before_share_no_day_and_leave_none_out():
    before, after = meaning("before:2022-02"), meaning("after:2022-02")
    assert (before.last, after.first) == ("2022-01-31", "2022-02-01")


def test_a_relative_date_takes_only_its_own_second_word():
    assert meaning("on:last month 防汛") == And((Between("2022-02-01", "2022-02-28"), Word("防汛")))
    assert meaning("上月") == Word("上月")


@pytest.mark.parametrize(
    ("typed", "position", "suggestion", "says"),
    [
        ("防汛 persn:甲", 3, "person:", "no field is called persn"),
        ("人员:甲", 0, "人物:", "人员"),
        ("pers:甲", 0, "person:", "pers"),
        ("zzz:甲", 0, None, "zzz"),
        ("会议强调：要", 0, None, "in quotes"),
        ("role:主特", 5, "主持", "主特"),
        ("kind:meting", 5, "meeting", "meting"),
        ("is:red", 3, "unread", "red"),
        ("person:", 7, None, "wants a value"),
        ("person: or 甲", 7, None, "wants a value"),
        ("has: ", 4, "requirements", "wants a value"),
        ("甲 or", 4, None, "missing"),
        ("or 甲", 0, None, "between two"),
        ("甲 or or 乙", 5, None, "between two"),
        ("甲 - 乙", 2, None, "right behind"),
        ("-", 1, None, "missing"),
        ("-)", 1, None, "missing"),
        ("甲 (乙", 2, ")", "not closed"),
        ("甲) 乙", 1, None, "never opened"),
        ('甲 "乙', 2, '"乙"', "not closed"),
        ('甲 ""', 2, None, "between the quotes"),
        ("on:soon", 3, "2022-03-16", "no date"),
        ("on:2022-13", 3, None, "calendar"),
        ("on:2022-", 3, "2022-03-16", "no date"),
        ("on:01-18", 3, "2022-03-16", "no date"),
        ("on:2022-03..2022-x", 12, "2022-03-16", "no date"),
        ("on:2022-03..2022-01", 12, "2022-01..2022-03", "before it begins"),
        ("before:0001", 7, None, "before that"),
        ("is:=unread", 3, None, "takes no ="),
    ],
)
def test_errors_point_at_the_character_and_suggest(typed, position, suggestion, says):
    with pytest.raises(QueryError) as caught:
        meaning(typed)
    error = caught.value
    assert (error.position, error.suggestion) == (position, suggestion)
    assert says in error.message


def test_a_suggested_field_is_one_that_the_language_knows():
    with pytest.raises(QueryError) as caught:
        meaning("persn:甲")
    assert meaning(f"{caught.value.suggestion}甲") == Has("person", "甲")


def test_a_long_pasted_text_is_read_whole():
    words = meaning("甲 " * 50_000)
    roles = meaning("(" + "人物:甲 " * 30_000 + "角色:主持)")
    assert len(words.terms) == 50_000
    assert len(roles.terms) == 30_000


def test_brackets_without_end_are_refused_before_they_use_up_the_stack():
    with pytest.raises(QueryError, match="too many brackets"):
        meaning("(" * 100_000)
    assert meaning("-" * 100_000 + "甲") == Word("甲")
