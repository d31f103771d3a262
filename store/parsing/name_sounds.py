"""Names with a middle dot: 阿依努尔·买买提."""

import re
from collections.abc import Iterator, Set

from store.parsing.name_shapes import HAN, Candidate, Shapes

_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,6}(?: ?· ?[\u4e00-\u9fff]{1,10})+")
_PROVED = 40.0
"""Score: a dotted name is never cut by what another rule makes of its parts."""
_KNOWN = 60.0
"""Score of a dotted name in a headline that the text below proves."""
_LONGEST_OF_A_ROLL = 9
"""Characters of a dotted name that only its place in a roll proves."""
_ENDS = frozenset("等说在的作将就为率")
"""Characters that follow a name and are hardly ever written for a sound."""


def dotted(text: str, shapes: Shapes, known: Set[str]) -> Iterator[Candidate]:
    """Names written by their sounds with a dot between the parts; slogans with a dot are none.

    Beside a sure one an item of a roll is one too, whatever its characters. ``known`` names
    tell where those of a headline part that touch each other.
    """
    if "·" not in text:
        return
    sounds = shapes.lexicon.transliteration
    unsure: list[Candidate] = []
    sure = False
    proved = [name for name in known if "·" in name and name in text]
    for name in proved:
        for match in re.finditer(re.escape(name), text):
            yield Candidate(*match.span(), _KNOWN, "with a middle dot")
    for mark in _DOTTED.finditer(text):
        if any(name in mark.group() for name in proved):
            continue
        start = _start(text, mark.start(), text.index("·", mark.start()), shapes)
        end = _end(text, text.rindex("·", mark.start(), mark.end()) + 1, mark.end(), shapes)
        heard = sum(character in sounds for character in text[start:end])
        if end - start >= 4 and heard * 3 >= (end - start - 1) * 2:
            sure = True
            yield Candidate(start, end, _PROVED, "with a middle dot")
        elif end - start <= _LONGEST_OF_A_ROLL and _in_a_roll(text, start, end, shapes):
            unsure.append(Candidate(start, end, _PROVED, "with a middle dot"))
    if sure:
        yield from unsure


def _in_a_roll(text: str, start: int, end: int, shapes: Shapes) -> bool:
    """Whether a place is set off as an item of a list of names."""
    opens = text[start - 1 : start] == "、" or shapes.ends_title(text, start)
    return opens and (text[end : end + 1] in "、和，" or shapes.follows(text, end))


def _start(text: str, start: int, dot: int, shapes: Shapes) -> int:
    """After a post, else after a mark, else as far back as sounds are written."""
    for cut in range(dot - 1, start, -1):
        if shapes.ends_title(text, cut):
            return cut
    if start == 0 or not HAN.match(text[start - 1]) or shapes.ends_title(text, start):
        return start
    at = dot
    while at > start and text[at - 1] in shapes.lexicon.transliteration:
        at -= 1
    return at


def _end(text: str, start: int, end: int, shapes: Shapes) -> int:
    """Before a verb, else at a mark, else as far as sounds are written."""
    for stop in range(start + 1, end):
        if shapes.follows(text, stop) or shapes.post_at(text, stop) or text[stop] in _ENDS:
            return stop
        if text[stop : end - 1].startswith(("和", "与")) and (
            text[stop + 1] not in shapes.lexicon.transliteration
            or any(text[stop + 1 : stop + n] in shapes.lexicon.words for n in (4, 5))
            or shapes.ends_title(text, stop + 4, stop + 1)
        ):
            return stop
    if end == len(text) or not HAN.match(text[end]):
        return end
    at = start
    while at < end and text[at] in shapes.lexicon.transliteration:
        at += 1
    return at
