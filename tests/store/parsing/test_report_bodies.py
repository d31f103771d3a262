"""Which paragraphs are the running text of a report. The examples are invented."""

from store.model import Paragraph
from store.parsing.report import HEADLINE_KINDS, body


def test_the_running_text_is_what_is_neither_headline_nor_furniture() -> None:
    kinds = ("kicker", "main", "deck", "text", "caption", "heading", "meta", "byline")
    paragraphs = [Paragraph(kind, f"柳溪{kind}") for kind in kinds]
    assert list(body(paragraphs)) == [(3, "柳溪text"), (5, "柳溪heading")]


def test_the_parts_of_a_headline() -> None:
    assert {"kicker", "main", "deck"} == HEADLINE_KINDS
