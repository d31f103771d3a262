"""Names with a middle dot: 阿依努尔·买买提."""

import re
from collections.abc import Iterator

from store.parsing.name_shapes import HAN, Candidate, Shapes

_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,6}(?: ?· ?[\u4e00-\u9fff]{1,7})+")
_PROVED = 40.0
"""Score: a dotted name is never cut by what another rule makes of its parts."""


def dotted(text: str, shapes: Shapes) -> Iterator[Candidate]:
    """Names written by their sounds with a dot between the parts; slogans with a dot are none."""
    if "·" not in text:
        return
    sounds = shapes.lexicon.transliteration
    for mark in _DOTTED.finditer(text):
        start = _start(text, mark.start(), text.index("·", mark.start()), shapes)
        end = _end(text, text.rindex("·", mark.start(), mark.end()) + 1, mark.end(), shapes)
        heard = sum(character in sounds for character in text[start:end])
        if end - start >= 4 and heard * 3 >= (end - start - 1) * 2:
            yield Candidate(start, end, _PROVED, "with a middle dot")


def _start(text: str, start: int, dot: int, shapes: Shapes) -> int:
    """After a post, else after a mark, else as far back as sounds are written."""
    for cut in range(dot - 1, start, -1):
        if shapes.ends_title(text, cut):
            return cut
    if start == 0 or not HAN.match(text[start - 1]):
        return start
    at = dot
    while at > start and text[at - 1] in shapes.lexicon.transliteration:
        at -= 1
    return at


def _end(text: str, start: int, end: int, shapes: Shapes) -> int:
    """Before a verb, else at a mark, else as far as sounds are written."""
    for stop in range(start + 1, end):
        if shapes.follows(text, stop) or shapes.post_at(text, stop) or text[stop] in "等说在":
            return stop
    if end == len(text) or not HAN.match(text[end]):
        return end
    at = start
    while at < end and text[at] in shapes.lexicon.transliteration:
        at += 1
    return at
