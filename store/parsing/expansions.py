"""What a shorthand stands for, where the text says so.

Four forms are read: keys and then groups (“甲”“乙”，即：a、b；c、d), a key that is directly
explained (“甲”即a，b，c), brackets behind it, and the items right before it (早a、早b“二早”).
The number of items must be the numeral; without 即 or brackets each item must also repeat
the head. Otherwise nothing is claimed.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from store.model import Span
from store.parsing.ordinals import find_markers
from store.parsing.shorthand import Part, parts_of

_LONGEST = 300
_TRIES = 30
"""How many mentions of a term are looked at for an expansion; it hardly ever comes later."""
_LONGEST_ITEM = 30
_TAIL = re.compile(
    r"[”’\"]? ?(?:工作)?(?:要求|原则|机制|工作|措施|政策|任务|目标|标准|思路|制度|行动|活动|方针|理念|内容|做法|模式)?"
    r"(?P<by>，?(?:也就?|这就?)?(?:即|是指|指的是|就是|分别是|分别为)[是：，]?|：即?|（即?|，(?=[^，]{2,20}，))"
)
_RIGHT_BEHIND = re.compile(r"[”’\"]?(?:要求|工作)?[。：，；]")
_CLAUSE = re.compile(r"[，。；：！？]")
_BETWEEN = re.compile(r"[”’\"]?[、和]?[“‘\"]?")
_SENTENCE = re.compile(r"[。；！？）]|$")
_LEAD_VERB = re.compile(
    r"^(?:要|并|和|以|把|将|对|从|切实|认真|严格|全面|坚决)*"
    r"(?:做到|落实|实现|确保|坚持|按照|严格|达到|突出|围绕|抓好|强化|做好|推动|保障|完善|开展|执行|压实|通过|形成)?$"
)


def find_expansions(
    texts: Mapping[int, str], mentions: Mapping[str, Sequence[Span]]
) -> dict[str, list[Span]]:
    """For each term that the text explains, its items as spans; terms by their normal form."""
    found: dict[str, list[Span]] = {}
    places = sorted((span, term) for term, spans in mentions.items() for span in spans)
    tries: Counter[str] = Counter()
    index = 0
    while index < len(places):
        run = _run(places, index, texts)
        keys = [parts_of(term) for _, term in run]
        last = run[-1][0]
        text = texts[last.paragraph]
        tries.update(term for _, term in run)
        if all(keys) and tries[run[0][1]] <= _TRIES and run[0][1] not in found:
            groups = _groups_after(text, last.end, keys)
            if groups is None and len(run) == 1:
                before = _items_before(text, last.start, _heads(keys[0]))
                groups = [before] if before else None
            for (_, term), group in zip(run, groups or (), strict=False):
                found.setdefault(term, [Span(last.paragraph, *item) for item in group])
        index += len(run)
    return found


def _run(
    places: Sequence[tuple[Span, str]], index: int, texts: Mapping[int, str]
) -> list[tuple[Span, str]]:
    """The mention at an index and those that touch it: “六有”“六保”“六到位”."""
    run = [places[index]]
    for following in range(index + 1, len(places)):
        before, after = run[-1][0], places[following][0]
        if before.paragraph != after.paragraph or after.start - before.end > 3:
            break
        if not _BETWEEN.fullmatch(texts[before.paragraph], before.end, after.start):
            break
        run.append(places[following])
    return run


def _heads(parts: Sequence[Part]) -> list[str]:
    """The head that each item repeats, in order: [有, 有, 有, 有, 提高, 提高, 提高]."""
    return [part.head for part in parts for _ in range(part.count)]


def _groups_after(
    text: str, end: int, keys: Sequence[Sequence[Part]]
) -> list[list[tuple[int, int]]] | None:
    """The items of each key, in order, as offsets; None unless every key has its group."""
    numbered = _numbered_after(text, end, _heads(keys[0])) if len(keys) == 1 else None
    if numbered:
        return [numbered]
    tail = _TAIL.match(text, end)
    if tail is None:
        return None
    by = tail["by"]
    explicit = "（" in by or len(by.strip("，：")) > 0
    groups, position = [], tail.end()
    for key in keys:
        group = _items_after(text, position, _heads(key), explicit)
        if group is None:
            return None
        groups.append(group)
        position = group[-1][1]
        while position < len(text) and text[position] in "；，。、 ":
            position += 1
    return groups


def _numbered_after(text: str, end: int, heads: Sequence[str]) -> list[tuple[int, int]] | None:
    """The items of a series right behind a key: “二到位”。一要甲到位，二要乙到位."""
    ahead = text[end : end + _LONGEST]
    if not _RIGHT_BEHIND.match(ahead):
        return None
    items: list[tuple[int, int]] = []
    for marker in find_markers(ahead):
        if marker.number == len(items) + 1 <= len(heads):
            stop = _CLAUSE.search(ahead, marker.end)
            stop_at = stop.start() if stop else len(ahead)
            items.append((end + marker.end, end + stop_at))
    return items if len(items) == len(heads) and _repeat(text, items, heads) else None


def _items_after(
    text: str, start: int, heads: Sequence[str], explicit: bool
) -> list[tuple[int, int]] | None:
    stop = _SENTENCE.search(text, start, min(len(text), start + _LONGEST))
    end = stop.start() if stop else min(len(text), start + _LONGEST)
    comma = text.find("，", start, end)
    first_clause = _split(text, start, comma if comma >= 0 else end, "、")
    exact = _joined(text, first_clause, len(heads))
    candidates = (exact, _split(text, start, end, "，"), _split(text, start, end, "、，"))
    for pieces in candidates:
        items = pieces[: len(heads)]
        if pieces is exact and len(pieces) != len(heads):
            continue
        if _repeat(text, items, heads) and not _goes_on(text, pieces, heads):
            return items
    return next((pieces for pieces in candidates if explicit and _fits(pieces, heads)), None)


def _goes_on(text: str, pieces: Sequence[tuple[int, int]], heads: Sequence[str]) -> bool:
    """Whether one piece more repeats the head than the numeral says."""
    return len(pieces) > len(heads) and text.startswith(heads[-1], pieces[len(heads)][0])


def _fits(pieces: Sequence[tuple[int, int]], heads: Sequence[str]) -> bool:
    """Whether there are as many pieces as the numeral says, none of them a whole sentence."""
    return len(pieces) == len(heads) and all(
        end - start <= _LONGEST_ITEM // 2 for start, end in pieces
    )


def _items_before(text: str, start: int, heads: Sequence[str]) -> list[tuple[int, int]] | None:
    """The items that stand directly before a key, each of which repeats the head."""
    end = len(text[max(0, start - 4) : start].rstrip('“‘"的等这')) + max(0, start - 4)
    floor = max(0, end - _LONGEST // 2)
    begin = max(floor, *(text.rfind(mark, floor, end) + 1 for mark in "，。；：！？（“”"))
    items = _joined(text, _split(text, begin, end, "、"), len(heads))
    if len(items) != len(heads) or not _repeat(text, items, heads):
        return None
    first = _without_verb(text, items, heads[0])
    return None if first is None else [first, *items[1:]]


def _without_verb(text: str, items: Sequence[tuple[int, int]], head: str) -> tuple[int, int] | None:
    """The first of some items without the verb before it; None where it cannot be told."""
    start, end = items[0]
    first = text[start:end]
    others = [text[slice(*item)] for item in items[1:]]
    if all(other.startswith(head) for other in others):
        return start + first.rindex(head), end
    lengths = {len(other) for other in others}
    if len(lengths) == 1 and (length := lengths.pop()) <= len(first):
        cut = len(first) - length
        return (start + cut, end) if _LEAD_VERB.match(first[:cut]) else None
    cuts = [cut for cut in range(1, len(first)) if _LEAD_VERB.match(first[:cut])]
    if not cuts and len(first) > max(map(len, others)) + 1:
        return None
    return start + max(cuts, default=0), end


def _joined(text: str, pieces: list[tuple[int, int]], wanted: int) -> list[tuple[int, int]]:
    """Split the last of some pieces at 和 when one is wanting: a、b和c."""
    if len(pieces) != wanted - 1 or not pieces:
        return pieces
    start, end = pieces[-1]
    for word in ("以及", "和", "及"):
        at = text.rfind(word, start + 1, end)
        if at > 0:
            return [*pieces[:-1], (start, at), (at + len(word), end)]
    return pieces


def _split(text: str, start: int, end: int, marks: str) -> list[tuple[int, int]]:
    pieces = []
    for match in re.compile(f"[^{marks}]+").finditer(text, start, end):
        piece = match.group()
        if piece.strip():
            indent = len(piece) - len(piece.lstrip(" “"))
            pieces.append((match.start() + indent, match.start() + len(piece.rstrip(" ”"))))
    return pieces


def _repeat(text: str, items: Sequence[tuple[int, int]], heads: Sequence[str]) -> bool:
    return len(items) == len(heads) and all(
        head in text[start:end] and len(head) <= end - start <= _LONGEST_ITEM
        for (start, end), head in zip(items, heads, strict=False)
    )
