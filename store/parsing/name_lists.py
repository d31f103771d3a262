"""Names in lists: 甲、乙、丙, or set apart by blanks."""

import re
from collections.abc import Iterator
from dataclasses import replace

from store.parsing.name_shapes import Candidate, Shapes

_REMARK = r"（[^（）。；]{1,12}）"
"""What is said of one person of a list behind the name: （女）, （挂职）."""
_RUN = re.compile(rf"(?:[^，。；：！？（）“”《》\n]++|{_REMARK}(?=[、，。；和]|$))++")
"""Text between marks; what holds a 、 is a list."""
_REMARK_BEHIND = re.compile(rf"{_REMARK}$")
_GOES_ON = frozenset("及和与")
"""What joins the last name of a list to people of no name."""
_JOINT = re.compile(r"(?P<one>[\u4e00-\u9fff]{2,4}?)(?:以及|[和与及])(?=[\u4e00-\u9fff]{2})")
_LEADS = frozenset("为有是由请与和同对向")
"""Words of one character that may stand before the first name of a list."""
_SPACED = re.compile(
    r"(?:(?<=[\s，。；：（、])|^)[\u4e00-\u9fff](?:[\u4e00-\u9fff]{1,3}| [\u4e00-\u9fff])"
    r"(?:\s+[\u4e00-\u9fff](?:[\u4e00-\u9fff]{1,3}| [\u4e00-\u9fff])){2,}"
)
_SPACED_ITEM = re.compile(r"(?<!\S)[\u4e00-\u9fff] [\u4e00-\u9fff](?!\S)|\S+")
"""A word between blanks; one blank within a name of two characters brings it to the width of three."""
_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,7})+")
_SOUNDED = 6.0
"""Score of an item with a middle dot: what stands beside it may well be a name."""
_COMMON = 12.0
"""Words that cost less are a slogan's when nothing else stands between its dots: 和平·发展."""
_SURE = 8.0
"""Score above which a name needs nothing beside it."""
_AMONG_SURE = 8.0
"""Score of a name that stands in a list between sure ones."""
_ANYWHERE = 12.0
_BEHIND_A_JOINT = 4.0
_BEHIND_ITS_POST = -6.0
"""Scores from which on the end of an item is a name: whatever stands before it, 和, its post."""
_BEHIND_A_POST = 5.9
"""Score of what only the sure names beside it prove."""
_UNIT = re.compile(
    r"(?:公司|集团|中心|支队|分局|医院|学院)(?:(?:主要|有关|相关)?(?:领导|负责人|负责同志|人员|代表)[^、]*)?$"
)
_LONGEST_NAME = 4
"""Characters between blanks that may be a name; 许 遥 has one in its middle."""
_LONGEST_POST = 10
"""Characters that are looked at before the name of an item that carries its post."""


def listed(text: str, shapes: Shapes) -> Iterator[Candidate]:
    """Items of lists that look like names beside others that do."""
    if "、" in text:
        for stretch in _RUN.finditer(text):
            if "、" in stretch.group():
                items = _items(text, *stretch.span())
                parted = [part for item in items for part in _parted(text, *item, shapes)]
                yield from _chain(text, parted, shapes)
    for stretch in _SPACED.finditer(text):
        yield from _spaced(text, *stretch.span(), shapes)


def _chain(text: str, items: list[tuple[int, int]], shapes: Shapes) -> Iterator[Candidate]:
    """An item may carry a post before its name, the last one a verb after it."""
    found = [_item(text, a, b, shapes, last=(a, b) == items[-1]) for a, b in items]
    units = [index for index, (a, b) in enumerate(items) if _UNIT.search(text, a, b)]
    if len(units) > 1:
        # 投资公司、六安、贵金、紫望公司负责人: what stands between units is one
        found[units[0] : units[-1]] = [None] * (units[-1] - units[0])
    if found[0] is None and all(one and one.score > _SURE for one in found[1:3]) and found[2:]:
        first = _in_sure_company(text, *items[0], shapes)
        if first:
            yield first
    for index, candidate in enumerate(found):
        near = (*found[max(0, index - 2) : index], *found[index + 1 : index + 3])
        beside = max((other.score for other in near if other), default=-9.0)
        if candidate and beside > 8:
            yield replace(candidate, score=max(candidate.score, _AMONG_SURE))
        elif candidate and (beside > 6 or (beside > 0 and candidate.score > 6)):
            yield candidate
        elif (
            beside > 8
            and index
            and sum(map(bool, near)) > 1
            and shapes.imaginable(
                text, *items[index], enclosed=all(found[index - 1 : index + 2 : 2])
            )
        ):
            found[index] = Candidate(*items[index], _AMONG_SURE, "in a list")
            yield Candidate(*items[index], _AMONG_SURE, "in a list")


def _parted(text: str, start: int, end: int, shapes: Shapes) -> list[tuple[int, int]]:
    """An item of a list, or two: 甲和书记乙, 甲以及组员乙, 甲和乙组成."""
    joint = _JOINT.match(text, start, end)
    if joint is None or shapes.exact(joint["one"]) <= 0:
        return [(start, end)]
    # 李仁和出席, 那顺孟和主持: the character is the end of the name
    own = shapes.is_minority(joint["one"] + "和") or shapes.follows(text, joint.end())
    return [(start, end)] if own else [(start, joint.end("one")), (joint.end(), end)]


def _item(text: str, start: int, end: int, shapes: Shapes, *, last: bool) -> Candidate | None:
    score = _whole(text, start, end, shapes)
    if score > 0:
        return Candidate(start, end, score + 4, "in a list")
    # 甲等代表、委员: the last name, though the list goes on
    last = last or "等" in text[start + 2 : end]
    return (
        _after_its_post(text, start, end, shapes)
        or _before_its_post(text, start, end, shapes)
        or (_before_a_verb(text, start, shapes) if last else None)
    )


def _whole(text: str, start: int, end: int, shapes: Shapes) -> float:
    name = "".join(text[start:end].split())
    if _DOTTED.fullmatch(name):
        words = shapes.lexicon.words
        common = all(words.get(part, 99.0) < _COMMON for part in name.split("·"))
        return -9.0 if common else _SOUNDED
    return shapes.exact(name) if 2 <= len(name) <= 5 else -9.0


def _after_its_post(text: str, start: int, end: int, shapes: Shapes) -> Candidate | None:
    floor = max(start, end - _LONGEST_POST)
    for at in range(floor + 1, end - 1):
        opens = shapes.ends_title(text, at, floor) or text[at - 1] in _LEADS
        if opens and shapes.is_minority(text[at:end]):
            return Candidate(at, end, 9.0, "in a list")
    found = shapes.ending(text, floor, end, bonus=3.0)
    if found and not shapes.joins(text, found[0]) and _opens(text, found, floor, shapes):
        return Candidate(found[0], end, found[1], "in a list")
    for at in (end - 3, end - 2):
        # between sure names nearly anything behind a post is one
        behind = at > floor and shapes.ends_title(text, at, floor) and not shapes.joins(text, at)
        if (behind or shapes.joins(text, at - 1)) and shapes.imaginable(
            text, at, end, enclosed=True
        ):
            return Candidate(at, end, _BEHIND_A_POST, "in a list")
    return None


def _opens(text: str, found: tuple[int, float], floor: int, shapes: Shapes) -> bool:
    """Whether what stands before the name of an item lets one begin: its post, or 和 and another."""
    start, score = found
    if score > _ANYWHERE:
        return True
    if score > _BEHIND_A_JOINT and text[start - 1] in _GOES_ON:
        return True
    return score > _BEHIND_ITS_POST and shapes.ends_title(text, start, floor)


def _in_sure_company(text: str, start: int, end: int, shapes: Shapes) -> Candidate | None:
    """区领导周密、徐江海、冉仁均: behind a post and before sure names even such a word is one."""
    for at in (end - 3, end - 2):
        named = at > start and shapes.surname(text, at) and shapes.ends_title(text, at, start)
        if named and text[at:end] not in shapes.lexicon.titles:
            return Candidate(at, end, _AMONG_SURE, "in a list")
    return None


def _before_its_post(text: str, start: int, end: int, shapes: Shapes) -> Candidate | None:
    """郑蔼玲主席、叶晓燕: the post of one stands behind the name."""
    for size in (2, 3, 4):
        at = end - size
        if at - start > 1 and text[at:end] in shapes.lexicon.titles:
            score = _whole(text, start, at, shapes)
            if score > 0:
                return Candidate(start, at, score + 2, "in a list")
    return None


def _before_a_verb(text: str, start: int, shapes: Shapes) -> Candidate | None:
    found = shapes.starting(text, start, bonus=3.0)
    if (
        found
        and found[1] > 1.0
        and (shapes.ends_well(text, found[0]) or text[found[0]] in _GOES_ON)
    ):
        return Candidate(start, found[0], found[1] + 2, "in a list")
    return None


def _spaced(text: str, start: int, end: int, shapes: Shapes) -> Iterator[Candidate]:
    """Words between blanks are names when most of them look like one."""
    items = [m.span() for m in _SPACED_ITEM.finditer(text, start, end)]
    scores = [_whole(text, a, b, shapes) for a, b in items]
    if sum(score > 2 for score in scores) * 2 > len(items):
        for (a, b), score in zip(items, scores, strict=True):
            if score > 0:
                yield Candidate(a, b, score + 2, "in a list")


def _last_sentence(part: str) -> int:
    """Where the last stretch without a blank begins, behind a longer one."""
    at = part.rstrip().rfind(" ") + 1
    return at if len(part[:at].rstrip().rpartition(" ")[2]) > _LONGEST_NAME else 0


def _items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The items of a stretch, without the blanks around them."""
    items = []
    at = start
    for part in text[start:end].split("、"):
        bare = _REMARK_BEHIND.sub("", part)
        # in a headline a list goes on behind the blank after another sentence
        left = max(len(bare) - len(bare.lstrip()), _last_sentence(bare))
        items.append((at + left, at + len(bare.rstrip())))
        at += len(part) + 1
    return items
