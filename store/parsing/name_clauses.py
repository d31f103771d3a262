"""Names that begin a clause, follow 由, or touch each other in a deck."""

import re
from collections.abc import Iterator, Set

from store.parsing.name_shapes import HAN, Candidate, Rule, Shapes

_CLAUSE = r"(?:^|(?<=[，。；：！？\s（）“”》—]))"
_LEAD = re.compile(
    rf"(?:{_CLAUSE}|(?<=\d日)|(?<=日[上下]午))(?:会上|会前|会后|会议由|会议决定由|由|其中|随后|当日|当天|期间|日前|近日|经)?(?=[\u4e00-\u9fff])"
)
_AGENT = re.compile(
    r"(?:由|会见了?|陪同|看望了?|邀请|听取了?|任命|选举|推选|聘请|以及|和|与|及|同|向|对|请|率)(?=[\u4e00-\u9fff])"
)
_APPOINTED = re.compile(
    r"^ *(?=(?P<new>[\u4e00-\u9fff]{2,4}?|[\u4e00-\u9fff] {1,2}[\u4e00-\u9fff])(?:（[^（）]{1,12}）)?为[^，。；]{2,40}[长任员席记师][；。，]?$)|"
    r"(?:任命|提名|聘任|聘请|推荐|选举|补选|增选|推选)(?=(?P<who>[\u4e00-\u9fff]{2,4}?)(?:同志)?为)"
    r"|(?:免去|免除|撤销|接受|(?:^|(?<=[；：。\n]))(?=[\u4e00-\u9fff ]{2,5}的[^，。；]{2,40}职务[；。，]))(?=(?P<whose>[\u4e00-\u9fff]{2,4}?)(?:同志)?(?:辞去|的[^，。；]{2,40}职务))"
)
"""Both ends of the name are fixed: 任命甲为…, 免去乙的…职务."""
_DECK_VERB = re.compile(r"(?:主持|讲话|出席|参加|部署|致辞|陪同)(?=[\u4e00-\u9fff])")
_ROLE_VERB = re.compile(
    r"主持|出席|列席|到会|强调|指出|要求|讲话|致辞|表示|参加|一行|同志|传达|宣读|作|：|汇报|通报|陪同|分别"
)
_LONGEST_RUN = 48
"""Characters of touching names: a deck seldom holds more than ten people."""
_RARE = 7.3
"""Cost of a surname that fewer than seven in ten thousand people bear."""


def clause_starts(
    text: str, shapes: Shapes, known: Set[str], *, headline: bool
) -> Iterator[Candidate]:
    """Subjects of clauses; in a headline also after a verb and touching each other."""
    for mark in _LEAD.finditer(text):
        yield from _followed(text, mark.end(), shapes, "at the start of a clause")
        if headline:
            yield from _touching(text, mark.end(), shapes, known)
    for mark in _DECK_VERB.finditer(text) if headline else ():
        yield from _followed(text, mark.end(), shapes, "in a deck")
        yield from _touching(text, mark.end(), shapes, known)


def agents(text: str, shapes: Shapes) -> Iterator[Candidate]:
    """Names after 由 and after prepositions, when a verb follows them."""
    for mark in _AGENT.finditer(text):
        word = mark.group()
        if text[mark.start() : mark.end() + 1] in shapes.lexicon.words:
            continue  # 对于, 向前: the preposition is the beginning of another word
        if word == "由":
            yield from _followed(text, mark.end(), shapes, "after 由")
            continue
        for found in _followed(text, mark.end(), shapes, "at the start of a clause"):
            if len(word) > 1 or _ROLE_VERB.match(text, found.end) or found.score > 9.0:
                yield found


def appointed(text: str, shapes: Shapes) -> Iterator[Candidate]:
    """Who gets a post or loses it."""
    for mark in _APPOINTED.finditer(text):
        start, end = mark.span(next(name for name, found in mark.groupdict().items() if found))
        score = shapes.exact("".join(text[start:end].split()))
        if score > -6.0:
            yield Candidate(start, end, 12.0 + score, "at the start of a clause")


def _followed(text: str, start: int, shapes: Shapes, rule: Rule) -> Iterator[Candidate]:
    """A name that a verb or an adverb follows.

    A rare surname alone proves little where any clause may begin: it must score higher.
    """
    agent = rule == "after 由"
    if not any(_goes_on(text, start + size, shapes, agent) for size in (2, 3, 4)):
        return
    found = shapes.starting(text, start, bonus=2.0 if agent else 0.0)
    if found is None or not _goes_on(text, found[0], shapes, agent):
        return
    rare = shapes.lexicon.surnames.get(text[start : start + 1], 99.0) > _RARE
    if found[1] > (7.5 if rare and not _ROLE_VERB.match(text, found[0]) else 4.0):
        yield Candidate(start, found[0], found[1], rule)


def _goes_on(text: str, at: int, shapes: Shapes, agent: bool) -> bool:
    """Whether a verb stands here, or behind 由 a post: 由甲省长主持."""
    return shapes.verb_at(text, at) or (agent and shapes.post_at(text, at))


def _touching(text: str, start: int, shapes: Shapes, known: Set[str]) -> Iterator[Candidate]:
    """Names of a deck that touch: 王甲乙李丙丁出席. The split with the best sum is taken."""
    best: dict[int, tuple[float, list[tuple[int, int]]]] = {start: (0.0, [])}
    for at in range(start, min(start + _LONGEST_RUN, len(text))):
        if at not in best:
            continue
        total, names = best[at]
        if len(names) > 1 and shapes.follows(text, at):
            for a, b in names:
                yield Candidate(a, b, 10.0 + total / len(names), "in a deck")
            return
        for end, own in _name_ends(text, at, shapes, known):
            if end not in best or total + own > best[end][0]:
                best[end] = total + own, [*names, (at, end)]


def _name_ends(
    text: str, start: int, shapes: Shapes, known: Set[str]
) -> Iterator[tuple[int, float]]:
    surname = shapes.surname(text, start)
    for size in (surname + 1, surname + 2) if surname else ():
        name = text[start : start + size]
        verb = name[surname:] in shapes.lexicon.follow
        if len(name) == size and not verb and all(map(HAN.match, name)):
            score = shapes.exact(name) + (15.0 if name in known else 0.0)
            if score > 2.0:
                yield start + size, score
