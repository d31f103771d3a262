"""What one report is before anything is recognised in it: paragraphs and the page's own words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.model import Dated, Headline, Paragraph, ParagraphKind

HEADLINE_KINDS: frozenset[ParagraphKind] = frozenset({"kicker", "main", "deck"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report cut out of a page, headline lines first, and what the page states about it."""

    paragraphs: tuple[Paragraph, ...]
    headline: Headline
    title: str
    stated: Dated | None
    source: str | None
    authors: tuple[str, ...]
    editors: tuple[str, ...]


def body(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, str]]:
    """The running text of a report, paragraph by paragraph, with the paragraph's number."""
    for number, paragraph in enumerate(paragraphs):
        if paragraph.kind in {"text", "heading"}:
            yield number, paragraph.text
