"""People named by surname and post alone: 谢院长指出, where the report has one 谢 who is 院长."""

import re
from collections.abc import Collection, Mapping, Sequence

from store.lexicon import Lexicon
from store.parsing.names import Mention

_BEGINS = re.compile(r"(?:^|(?<=[，。；：！？“\s]))(?=[\u4e00-\u9fff]{2})")
_LONGEST_POST = 5
_SURE = 6.0
"""Score of a short form: it is a person's when exactly one fits."""


def short_forms(
    number: int,
    text: str,
    titles: Mapping[str, Collection[str]],
    taken: Sequence[tuple[int, int]],
    lexicon: Lexicon,
) -> list[Mention]:
    """Where a clause of one paragraph begins with a surname and a post of one person of the report.

    ``titles`` are the printed titles of each name, ``taken`` the places of full names.
    """
    found = []
    surnames = {name[0] for name in titles}
    starts = {start for start, _ in taken}
    for mark in _BEGINS.finditer(text):
        start = mark.start()
        if text[start] not in surnames or start in starts:
            continue
        for size in range(_LONGEST_POST, 1, -1):
            surname, post = text[start], text[start + 1 : start + 1 + size]
            if post not in lexicon.titles and post.removeprefix("副") not in lexicon.titles:
                continue
            name = _only_one(surname, post, titles)
            if name is not None:
                end = start + 1 + size
                found.append(Mention(number, start, end, name, ("propagated",), _SURE))
            break
    return found


def _only_one(surname: str, post: str, titles: Mapping[str, Collection[str]]) -> str | None:
    """The person with this surname whose post ends so; a deputy only where there is no other."""
    holders = [
        (name, printed)
        for name, all_printed in titles.items()
        if name.startswith(surname)
        for printed in all_printed
        if printed.endswith(post)
    ]
    chiefs = {name for name, printed in holders if not printed.endswith("副" + post)}
    names = chiefs or {name for name, _ in holders}
    return names.pop() if len(names) == 1 else None
