"""The places where names stand in this genre, each a rule that proposes candidates.

A rule fixes one end or both from the context (a post, a separator, a role verb); the
dictionary settles the other. Texts are the folded ones, so that one form of every
character and mark is enough.
"""

from collections.abc import Iterator, Set

from store.lexicon import Lexicon
from store.parsing.name_clauses import agents, appointed, clause_starts
from store.parsing.name_lists import listed
from store.parsing.name_posts import after_titles, before_brackets, before_titles, title_ends
from store.parsing.name_shapes import Candidate, Shapes
from store.parsing.name_sounds import dotted


class NameRules:
    """Proposes names in one text at a time."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._shapes = Shapes(lexicon)
        self._title_ends = title_ends(self._shapes)

    def candidates(
        self, text: str, *, headline: bool, known: Set[str] = frozenset()
    ) -> Iterator[Candidate]:
        """Everything that any rule takes for a name, overlapping ones included.

        ``known`` are names that the report's text proves: they settle how a headline splits.
        """
        shapes = self._shapes
        holders = list(after_titles(text, shapes, self._title_ends))
        yield from holders
        yield from before_titles(text, shapes, {one.start for one in holders})
        yield from clause_starts(text, shapes, known, headline=headline)
        yield from agents(text, shapes)
        yield from appointed(text, shapes)
        yield from listed(text, shapes)
        yield from dotted(text, shapes, known)
        yield from before_brackets(text, shapes)
