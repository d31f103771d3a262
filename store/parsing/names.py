"""Every mention of every person: the candidates of the rules, settled against each other.

A name that one place proves is then found wherever it stands in the document.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from store.lexicon import Lexicon
from store.parsing.name_rules import NameRules
from store.parsing.name_shapes import Candidate, Rule

_PLACE = re.compile(r"[\u4e00-\u9fff](?:市|县|省|新区|日报|晚报)(?!长)")
_NO_PLACE_END = frozenset(
    "等各全我本该此每都和与及、多数两几的在由对向于到从经至赴是为了来让把将任以并省访"
)
_SURE = 6.0
"""A score from which one place alone proves a name."""
_PREPOSITIONS = frozenset("向和同于")
"""Surnames that are prepositions too: 向 before a name that is proved elsewhere is none."""
_COMMON = 12.5
"""A dictionary word that costs less than this is too common to be taken for a name unasked."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands: characters [start, end) of a paragraph, and the rules that saw it."""

    paragraph: int
    start: int
    end: int
    name: str
    rules: tuple[Rule, ...]
    score: float


class Names:
    """Finds the mentions of people in the folded texts of one report."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._rules = NameRules(lexicon)

    def anchored(
        self,
        texts: Sequence[str],
        headline: Sequence[bool],
        taken: Sequence[Sequence[tuple[int, int]]],
    ) -> list[Mention]:
        """Mentions that a rule proves where they stand; ``taken`` are places of press names."""
        places = {p for p in _places(texts) if self._lexicon.words.get(p, 99.0) > 11.0}
        found: list[Mention] = []
        for number in sorted(range(len(texts)), key=lambda n: headline[n]):
            known = {m.name for m in found} if headline[number] else set()
            candidates = self._rules.candidates(
                texts[number], headline=headline[number], known=known
            )
            found += self._settled(number, texts[number], candidates, taken[number], places)
        found.sort(key=lambda m: (m.paragraph, m.start))
        return _consistent(found, texts, self._lexicon)

    def _settled(
        self,
        number: int,
        text: str,
        candidates: Iterable[Candidate],
        taken: Iterable[tuple[int, int]],
        places: set[str],
    ) -> Iterator[Mention]:
        for start, end, score, rules in _settle(candidates, _marked(text, taken)):
            name = _bare(text[start:end])
            proved = "after a title" in rules
            if name not in places and not _holds_place(text, start, end, places, proved=proved):
                yield Mention(number, start, end, name, rules, score)

    def propagated(
        self,
        texts: Sequence[str],
        anchored: Sequence[Mention],
        elsewhere: Iterable[str],
        taken: Sequence[Sequence[tuple[int, int]]],
    ) -> list[Mention]:
        """All mentions in reading order: the anchored ones and every repetition of their names.

        ``elsewhere`` are names proved in other reports of the same document.
        """
        names = {m.name for m in anchored} | set(elsewhere)
        names = {name for name in names if self._may_spread(name)}
        spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for mention in anchored:
            spans[mention.paragraph].append((mention.start, mention.end))
        everywhere = list(anchored)
        if names:
            pattern = re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))
            for number, text in enumerate(texts):
                busy = _marked(text, [*spans[number], *taken[number]])
                for match in pattern.finditer(text):
                    start, end = match.span()
                    if not any(busy[start:end]):
                        everywhere.append(
                            Mention(number, start, end, match.group(), ("propagated",), 1.0)
                        )
        return sorted(everywhere, key=lambda m: (m.paragraph, m.start))

    def _may_spread(self, name: str) -> bool:
        """A name that is also a common word would be found where nobody is meant."""
        return self._lexicon.words.get(name, 99.0) > _COMMON


def _places(texts: Sequence[str]) -> set[str]:
    """What stands before 市, 县 or 区 in this document is a place wherever it stands."""
    places = set()
    for text in texts:
        for match in _PLACE.finditer(text):
            at = match.start() + 1
            if text[at - 1] not in _NO_PLACE_END:
                places |= {text[max(0, at - size) : at] for size in (2, 3)}
    return places


def _holds_place(text: str, start: int, end: int, places: set[str], *, proved: bool) -> bool:
    """任云汀市委书记 holds 云汀, though 任 is a surname; 县长施望潮 is called so all the same."""
    return any(
        text[at : at + size] in places
        for at in range(start, end)
        for size in (2, 3)
        if (at + size == end + 1 and at > start) or (at + size <= end and not proved)
    )


def _bare(name: str) -> str:
    return "".join(name.split())


def _marked(text: str, spans: Iterable[tuple[int, int]]) -> bytearray:
    """One byte a character: 1 where a name already stands."""
    busy = bytearray(len(text))
    for start, end in spans:
        busy[start:end] = b"\x01" * (end - start)
    return busy


def _settle(
    candidates: Iterable[Candidate], busy: bytearray
) -> Iterator[tuple[int, int, float, tuple[Rule, ...]]]:
    """The best candidates that do not overlap; two rules that agree strengthen each other."""
    merged: dict[tuple[int, int], dict[Rule, float]] = defaultdict(dict)
    for found in candidates:
        scores = merged[(found.start, found.end)]
        scores[found.rule] = max(scores.get(found.rule, 0.0), found.score)
    ranked = sorted(
        ((max(s.values()) + 3 * (len(s) - 1), span, tuple(s)) for span, s in merged.items()),
        key=lambda entry: (-entry[0], entry[1]),
    )
    for score, (start, end), rules in ranked:
        if not any(busy[start:end]):
            busy[start:end] = b"\x01" * (end - start)
            yield start, end, score, rules


def _consistent(mentions: list[Mention], texts: Sequence[str], lexicon: Lexicon) -> list[Mention]:
    """One person is not two: where 许遥 is proved, 许遥主 before 持 was 许遥 too, and 徐朗 before 春 徐朗春."""
    best: dict[str, float] = defaultdict(float)
    count: dict[str, int] = defaultdict(int)
    for mention in mentions:
        best[mention.name] = max(best[mention.name], mention.score)
        count[mention.name] += 1

    def settled(mention: Mention) -> Mention:
        text, end = texts[mention.paragraph], mention.end
        longer, shorter = mention.name + text[end : end + 1], mention.name[:-1]
        if text[mention.start] in _PREPOSITIONS and best.get(mention.name[1:], 0.0) >= _SURE:
            return replace(mention, start=mention.start + 1, name=mention.name[1:])
        if "·" in mention.name and longer in best:
            return replace(mention, end=end + 1, name=longer)
        if best.get(longer, 0.0) > mention.score or count.get(longer, 0) > count[mention.name]:
            return replace(mention, end=end + 1, name=longer)
        known = count.get(shorter, 0) >= count[mention.name] and best[shorter] >= _SURE
        if len(shorter) >= 2 and known and _follows(text, end - 1, lexicon):
            return replace(mention, end=end - 1, name=shorter)
        return mention

    return [settled(mention) for mention in mentions]


def _follows(text: str, at: int, lexicon: Lexicon) -> bool:
    return any(text[at : at + size] in lexicon.follow for size in (1, 2, 3))


def proved(mentions: Sequence[Mention]) -> set[str]:
    """Names sure enough to be looked for in the other reports of the document."""
    return {m.name for m in mentions if m.score >= _SURE and len(m.name) >= 3}
