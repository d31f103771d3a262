"""Every extracted thing points at the characters that say it, on every text at hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from seeds import reports
from store.lexicon import load
from store.model import Article, Span
from store.parsing import parse
from store.reading import ReadingError, read_file

SHARED = Path(__file__).parents[4] / "shared" / "corpus"


def files() -> list[Path]:
    found = [Path(str(report)) for report in reports()]
    if SHARED.is_dir():
        found += sorted(path for path in SHARED.rglob("*") if path.is_file())
    return found


def claims(article: Article) -> Iterator[tuple[str, Span, str]]:
    """Everything with a span: what it is, where it is said to be, and what should stand there."""
    for person in article.people:
        yield from (("mention", span, person.name) for span in person.mentions)
        yield from (("title", e.span, e.value) for e in person.evidence if e.field == "title")
    for press in article.byline.mentions:
        if press.span:
            yield "press", press.span, press.name
    for body in article.organisations:
        yield from (("organisation", span, body.name) for span in body.mentions)
    for series in article.requirements:
        yield from (("marker", item.span, item.marker) for item in series.items)
    for directive in article.directives:
        yield "directive", directive.span, directive.lead
    for term in article.terms:
        yield "term", term.span, term.text


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("path", files(), ids=lambda path: path.name)
def test_spans_hold_what_is_claimed(path: Path) -> None:
    try:
        document = read_file(path)
    except ReadingError:
        pytest.skip("not a text that the reader takes")
    for article in parse(document, load()):
        for what, span, text in claims(article):
            printed = squeezed(article.text_of(span))
            assert squeezed(text) in printed, (what, span, text, printed)
        if article.event:
            for evidence in article.event.evidence:
                assert article.text_of(evidence.span), evidence
        for person in article.people:
            assert person.mentions
            for evidence in person.evidence:
                assert article.text_of(evidence.span), evidence


def test_the_shared_corpus_is_there() -> None:
    if not SHARED.is_dir():
        pytest.skip(f"{SHARED} is not beside the project: spans were checked on seeds/ only")
    assert len(files()) > 100
