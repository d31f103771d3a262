"""Demands of two meetings side by side: added, hardened, dropped, kept."""

import pytest
from across_sample import FIRST, SECOND, a_report, library_of

from store.across import compare, wording
from store.across.differences import differing
from store.across.passages import passages_of


def pairs(earlier, later):
    return wording(library_of(earlier, later), earlier.id, later.id)


def told(earlier, later):
    return [
        (pair.change, pair.earlier and pair.earlier.text, pair.later and pair.later.text)
        for pair in pairs(earlier, later)
    ]


def test_the_later_order_leads_and_what_was_dropped_stands_where_it_was():
    assert told(FIRST, SECOND) == [
        ("unchanged", "备足物资，专人看管。", "备足物资，专人看管！"),
        ("dropped", "开展一次演练。", None),
        ("hardened", "逐桥登记，底数要清。", "逐桥登记，底数必须清，漏登一律问责。"),
        ("added", None, "用好举报奖励。"),
        ("reworded", "要加强值守。", "要加强值守，带班领导不离岗。"),
    ]


def test_the_words_that_harden_are_named_and_the_differences_are_spans():
    pair = pairs(FIRST, SECOND)[2]
    assert set(pair.gained) == {"必须", "一律", "问责"}
    assert pair.lost == ()
    assert [pair.earlier.text[a:b] for a, b in pair.former] == ["要清"]
    assert "".join(pair.later.text[a:b] for a, b in pair.latter) == "必须清，漏登一律问责"


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("桥梁检测要做好", "桥梁检测必须做好", "hardened"),
        ("桥梁检测必须做好", "桥梁检测要做好", "softened"),
        ("桥梁检测必须做好", "桥梁检测务必做好", "reworded"),
        ("桥梁检测每月一次", "桥梁检测每周一次", "reworded"),
        ("桥梁检测，每月一次", "橋梁檢測:每月一次。", "unchanged"),
    ],
)
def test_only_gained_strict_words_harden(before, after, change):
    (pair,) = pairs(a_report(1, "2023-01-01", demands=[before]),
                    a_report(2, "2023-02-01", demands=[after]))  # fmt: skip
    assert pair.change == change


def test_demands_of_different_things_are_no_pair():
    changes = told(a_report(1, "2023-01-01", demands=["备足物资，专人看管。"]),
                   a_report(2, "2023-02-01", demands=["改造老桥，汛前完工。"]))  # fmt: skip
    assert [change for change, *_ in changes] == ["dropped", "added"]


def test_a_digit_and_its_character_are_alike():
    (pair,) = pairs(a_report(1, "2023-01-01", demands=["用好八支队伍"]),
                    a_report(2, "2023-02-01", demands=["用好 8 支队伍"]))  # fmt: skip
    assert pair.earlier is not None
    assert pair.later is not None


def test_achievements_and_statements_are_no_demands():
    done = a_report(1, "2023-01-01", demands=["建成新桥。"], kind="achievement")
    said = a_report(2, "2023-01-01", directive="形势依然复杂，主要问题在桥面。")
    asked = a_report(3, "2023-01-01", directive="形势依然复杂，各地要查桥面。")
    assert passages_of(done) == passages_of(said) == []
    (passage,) = passages_of(asked)
    assert passage.text == "形势依然复杂，各地要查桥面。"
    assert asked.text_of(passage.span) == passage.text


def test_an_id_that_is_not_there_is_named():
    with pytest.raises(KeyError, match="nobody"):
        wording(library_of(FIRST), FIRST.id, "nobody")


@pytest.mark.parametrize(
    ("before", "after", "former", "latter"),
    [
        ("", "", [], []),
        ("一样", "一样", [], []),
        ("每月一次", "每周一次", ["月"], ["周"]),
        ("甲乙丙丁", "甲X丙Y丁", ["乙丙"], ["X丙Y"]),
        ("甲乙丙丙丁", "甲X丙丙Y丁", ["乙"], ["X", "Y"]),
    ],
)
def test_a_single_character_between_two_changes_is_no_agreement(before, after, former, latter):
    first, second = differing(before, after)
    assert [before[a:b] for a, b in first] == former
    assert [after[a:b] for a, b in second] == latter


def test_a_monotonous_flood_is_compared_by_its_ends_only():
    flood = "头" + "要是" * 50_000 + "尾"
    first, second = differing(flood, flood.replace("要是" * 10, "要" * 11, 1))
    assert len(first) == len(second) == 1
    assert first[0][1] < len(flood)


def test_nothing_differs_between_a_report_and_itself():
    same = compare(SECOND, SECOND)
    assert {pair.change for pair in same.wording} == {"unchanged"}
    assert (same.roster.new, same.roster.gone, same.roster.moved) == ((), (), ())
    assert same.roster.retitled == ()
