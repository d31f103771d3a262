"""Where a name ends: the cost of reading characters as a name or as words of the dictionary.

Costs are negative natural logarithms, so a lower sum is a likelier reading. A name is
weighed together with the words that would remain on either side of it.
"""

from store.lexicon import Lexicon

GIVEN = 6.2
"""Cost of one character of a given name, as if 500 characters were equally likely."""
_LENGTH = {2: 1.4, 3: 0.3}
"""Cost of a name's length, a surname of two counted as one: a quarter has two, the rest three."""
_HORIZON = 7
"""Characters read on after a name: enough for two words."""
_STOPS = frozenset("，。；：！？、（）“”《》 \n\t·—…")


class Boundaries:
    """Weighs readings of a text with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = lexicon.words
        self._unknown = lexicon.unknown
        self._surnames = lexicon.surnames

    def surname(self, text: str, start: int) -> int:
        """The length of the surname at a place, longest first; 0 where there is none."""
        if text[start : start + 2] in self._surnames:
            return 2
        return 1 if text[start : start + 1] in self._surnames else 0

    def as_name(self, name: str) -> float:
        """The cost of these characters as a name; a surname that is none costs like any character."""
        size = 2 if len(name) > 2 and name[:2] in self._surnames else 1
        surname = self._surnames.get(name[:size], 12.0)
        length = _LENGTH[len(name) - (size - 1)]
        return surname + length + GIVEN * (len(name) - size)

    def tails(self, text: str, start: int, end: int) -> list[float]:
        """For each place from start to end the cost of the cheapest reading from there on as words.

        No three-character word may begin at start: the dictionary lists many people, and its
        knowing a name must not count against the name.
        """
        words, unknown = self._words, self._unknown
        costs = [0.0] * (end - start + 1)
        for at in range(end - 1, start - 1, -1):
            best = words.get(text[at], unknown) + costs[at + 1 - start]
            for stop in range(at + 2, min(at + 4, end) + 1):
                cost = words.get(text[at:stop])
                if (
                    cost is not None
                    and cost + costs[stop - start] < best
                    and (stop != start + 3 or at != start)
                ):
                    best = cost + costs[stop - start]
            costs[at - start] = best
        return costs

    def heads(self, text: str, start: int, end: int) -> list[float]:
        """For each place from start to end the cost of the cheapest reading up to there as words.

        No three-character word may end at end, for the reason given at ``tails``.
        """
        words, unknown = self._words, self._unknown
        costs = [0.0] * (end - start + 1)
        for stop in range(start + 1, end + 1):
            best = costs[stop - 1 - start] + words.get(text[stop - 1], unknown)
            for at in range(max(start, stop - 4), stop - 1):
                cost = words.get(text[at:stop])
                if (
                    cost is not None
                    and costs[at - start] + cost < best
                    and (stop != end or at != end - 3)
                ):
                    best = costs[at - start] + cost
            costs[stop - start] = best
        return costs

    def stretch_end(self, text: str, start: int) -> int:
        """The end of the unbroken run from a place, at most a few words on."""
        end, limit = start, min(len(text), start + _HORIZON)
        while end < limit and text[end] not in _STOPS:
            end += 1
        return end

    def stretch_start(self, text: str, end: int) -> int:
        """The start of the unbroken run before a place, at most a few words back."""
        start, limit = end, max(0, end - _HORIZON)
        while start > limit and text[start - 1] not in _STOPS:
            start -= 1
        return start

    def exact(self, name: str) -> float:
        """How much likelier the characters are a name than words, both ends being fixed."""
        return self.tails(name, 0, len(name))[0] - self.as_name(name)
