"""Directives: the passages that 会议强调 and its like lead in. The examples are invented."""

import pytest

from store.model import Directive, Paragraph
from store.parsing.directives import find_directives
from store.parsing.requirements import find_requirements


def directives(*texts: str) -> tuple[Directive, ...]:
    paragraphs = tuple(Paragraph("text", text) for text in texts)
    return find_directives(paragraphs, find_requirements(paragraphs))


def test_a_passage_with_its_speaker_lead_and_span() -> None:
    text = "会议强调，要加快修渠，通到田头。要抓紧挖塘。"
    (one,) = directives("会上，各县作了汇报。", text)
    assert (one.by, one.verb, one.paragraph, one.lead) == ("会议", "强调", 1, "要加快修渠")
    assert text[one.span.start : one.span.end] == text


@pytest.mark.parametrize(
    ("lead", "by", "verb"),
    [
        ("会议还指出，", "会议", "指出"),
        ("全会认为，", "全会", "认为"),
        ("会议明确，", "会议", "明确"),
        ("他强调，", "他", "强调"),
        ("周均还强调，", "周均", "强调"),
        ("县长周明川要求，", "周明川", "要求"),
        ("會議要求,", "會議", "要求"),
    ],
)
def test_those_who_lead_in(lead: str, by: str, verb: str) -> None:
    (one,) = directives(lead + "要加快修渠。")
    assert (one.by, one.verb) == (by, verb)


@pytest.mark.parametrize(
    "text",
    [
        "要按照会议要求，加快修渠。",
        "大家一致表示要加快修渠。",
        "会议听取了修渠情况汇报。",
        "某某文章指出，渠要修好。",
        "周明川在会上强调",
        "会议明确了分工和时限。",
        "会议部署了下一步工作。",
        "从最初提出修渠到现在已有三年。",
        "周明川对各县要求以及背景作了说明。",
    ],
)
def test_sentences_that_lead_nothing_in(text: str) -> None:
    assert directives(text) == ()


def test_a_passage_ends_where_somebody_else_speaks() -> None:
    one, two = directives("会议指出，渠已修好。会议强调，要管好用好。会上，各县作了汇报。")
    assert (one.lead, two.lead) == ("渠已修好", "要管好用好")
    assert two.span.end == len("会议指出，渠已修好。会议强调，要管好用好。")


def test_a_numbered_series_is_no_directive() -> None:
    assert directives("会议提出两点要求。一要修渠。二要挖塘。") == ()
    assert directives("会议要求，要认真落实，一要修渠，二要挖塘。") == ()
    text = "会议强调，要认清形势，加快进度。一要修渠。二要挖塘。"
    (one,) = directives(text)
    assert text[one.span.start : one.span.end] == "会议强调，要认清形势，加快进度。"


def test_a_short_opening_is_no_lead_by_itself() -> None:
    (one,) = directives("会议指出，当前，防汛形势依然严峻，不能松懈。")
    assert one.lead == "当前，防汛形势依然严峻"
    (other,) = directives("会议指出，要快。要实。")
    assert other.lead == "要快"


def test_headlines_lead_nothing_in() -> None:
    paragraphs = [Paragraph("deck", "周明川强调，要加快修渠")]
    assert find_directives(paragraphs, ()) == ()


@pytest.mark.parametrize("verb", ["强调指出", "强调", "指出", "要求", "认为", "希望", "号召"])
def test_verbs_that_lead_in_by_themselves(verb: str) -> None:
    (one,) = directives(f"会议{verb}各县加快修渠。")
    assert (one.verb, one.lead) == (verb, "各县加快修渠")
    assert directives(f"会上，会议{verb}，加快修渠。") == ()


@pytest.mark.parametrize("verb", ["提出", "明确", "决定"])
def test_verbs_that_lead_in_before_a_pause(verb: str) -> None:
    for pause in "，：":
        wanted = [] if (verb, pause) == ("决定", "：") else [verb]
        assert [one.verb for one in directives(f"会议{verb}{pause}加快修渠。")] == wanted
    assert directives(f"会议{verb}加快修渠。") == ()
    assert directives("会议表示，加快修渠。") == ()


@pytest.mark.parametrize("mark", "，。；：！？")
def test_a_lead_is_the_first_clause(mark: str) -> None:
    (one,) = directives(f"会议指出，加快修渠{mark}通到田头。")
    assert one.lead == "加快修渠"
    (short,) = directives(f"会议指出，要快{mark}通到田头。")
    assert short.lead == ("要快" if mark in "。；！？" else f"要快{mark}通到田头")


def test_a_passage_before_a_series_counts_when_it_says_more_than_its_announcement() -> None:
    assert directives("会议强调三点要求。一要修渠。二要挖塘。") == ()
    (one,) = directives("会议强调三点，都很重要。一要修渠。二要挖塘。")
    assert one.lead == "三点，都很重要"
