"""提法: numeric shorthand such as 六有, and what the text says it stands for."""

from collections.abc import Sequence

from store.model import Paragraph, Term


def find_terms(paragraphs: Sequence[Paragraph]) -> tuple[Term, ...]:
    """Every numeric shorthand of a report, in the order of its first mention."""
    return ()
