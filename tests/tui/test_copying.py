from fake_library import invented_article
from msgspec.structs import replace

from store.model import Byline, Item, Paragraph, Published, Requirements, Span
from tui.copying import citation, pieces
from tui.language import Language

ARTICLE = invented_article(1, "2022-02-23", "调度会", requirements=("压实责任", "守住底线"))


def test_a_citation_names_what_is_known_and_nothing_else():
    assert citation(ARTICLE) == "调度会召开[N]. 澜江日报."
    full = replace(
        ARTICLE,
        byline=Byline(reporters=("柯一鸣", "米乐")),
        published=Published("2022-02-24", "front matter"),
    )
    assert citation(full) == "柯一鸣, 米乐. 调度会召开[N]. 澜江日报, 2022-02-24."
    unknown = replace(full, source=None, published=Published("--02-24", "date line"))
    assert citation(unknown) == "柯一鸣, 米乐. 调度会召开[N]. 02-24."


def test_the_smallest_piece_at_the_place_comes_first():
    series = ARTICLE.requirements[0]
    item = series.items[1]
    found = pieces(ARTICLE, item.span, (series, item), Language("en"))
    assert [piece.name for piece in found] == [
        "requirement",
        "paragraph",
        "citation",
        "facts",
        "whole article",
    ]
    assert found[0].text == "二要守住底线。"
    without = pieces(ARTICLE, Span(2, 0, 1), None, Language("en"))
    assert without[0].text == ARTICLE.paragraphs[2].text


def test_a_requirement_is_copied_with_its_marker_as_printed():
    series = Requirements(
        by="会议",
        verb="要求",
        announced=None,
        paragraph=0,
        items=(
            Item(number=1, marker="第一", lead="守", text="守住底线。", span=Span(0, 5, 13)),
            Item(number=2, marker="第二", lead="抓", text="抓早。抓小。", span=Span(0, 13, 19)),
        ),
    )
    text = "会议要求，第一，守住底线。第二，抓早。"
    paragraphs = (Paragraph("text", text), Paragraph("text", "抓小。"))
    article = replace(ARTICLE, paragraphs=paragraphs, requirements=(series,))
    first, second = (
        pieces(article, item.span, (series, item), Language("en"))[0] for item in series.items
    )
    assert first.text == "第一，守住底线。"
    # it goes on in another paragraph: nothing of it is lost
    assert second.text == "第二抓早。抓小。"


def test_what_is_copied_can_be_pasted_into_a_shell():
    hostile = invented_article(2, None, "会\x1b[201~\nrm -rf x")
    for piece in pieces(hostile, None, None, Language("en")):
        assert "\x1b" not in piece.text
