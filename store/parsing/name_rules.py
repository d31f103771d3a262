"""The places where names stand in this genre, each a rule that proposes candidates.

A rule fixes one end or both from the context (a post, a separator, a role verb); the
dictionary settles the other. Texts are the folded ones, so that one form of every
character and mark is enough.
"""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from typing import Literal

from store.lexicon import Lexicon
from store.parsing.boundaries import Boundaries

Rule = Literal[
    "after a title", "before a title", "in a list", "at the start of a clause", "after 由",
    "in a deck", "with a middle dot", "byline", "propagated",
]

_CLAUSE = r"(?:^|(?<=[，。；：！？\s（）“”》—]))"
_LEAD = re.compile(
    rf"{_CLAUSE}(?:会上|会前|会后|会议由|会议决定由|由|其中|随后|当日|当天|期间|日前|近日|经)?(?=[\u4e00-\u9fff])"
)
_AGENT = re.compile(
    r"(?:由|会见|会见了|陪同|看望|看望了|邀请|听取了?|任命|选举|推选|聘请|以及|和|与|及|同|向|对|请|率)(?=[\u4e00-\u9fff])"
)
_DECK_VERB = re.compile(r"(?:主持|讲话|出席|参加|部署|致辞|陪同)(?=[\u4e00-\u9fff])")
_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,6}(?: ?· ?[\u4e00-\u9fff]{1,7})+")
_LIST = re.compile(r"[^，。；：！？（）“”《》\n]*[、][^，。；：！？（）“”《》\n]*")
_SPACED = re.compile(
    r"(?:(?<=[\s，。；：（、])|^)[\u4e00-\u9fff](?:[\u4e00-\u9fff]{1,3}| [\u4e00-\u9fff])"
    r"(?:\s+[\u4e00-\u9fff](?:[\u4e00-\u9fff]{1,3}| [\u4e00-\u9fff])){2,}"
)
_POST_END = re.compile(r"(?:总|副|代)?(?:书记|省长|市长|县长|区长|州长|主席|总理|国务委员|部长|局长|厅长|主任|校长|院长|所长|会长|行长|处长|秘书长|委员长|检察长|组长|董事长|总经理|总裁|教授|院士|博士|研究员|老师|同志|先生|女士|总统|首相|将军|司令员|政委|常委|一行|等人|新时代|理论|思想)")
_UNMISTAKABLE = frozenset({"总书记", "同志", "总理", "副总理", "主席", "先生", "女士", "委员长"})
_NEVER_GIVEN = frozenset("等的了是在被把这那就也都还不我你他她它们个并到对由及")
"""Function words that nobody is called by."""
_SELDOM_LAST = frozenset("将就对还也则已曾说作致任率赴颁讲请因所要靠办局委厅部组镇企酋业省市县乡村")
"""Characters that begin the next word or end the name of an office far oftener than they end a name."""
_ROLE_VERB = re.compile(r"主持|出席|强调|指出|要求|讲话|表示|参加|一行|同志|传达|作|：|汇报|陪同|分别")
_PLACE_END = frozenset("市县区镇乡局厅")
"""Characters that end the name of a place or an office and hardly ever one of a person."""
_ONE_VERB = frozenset("：说在对率就将为与和还也作任赴向到")
"""Single characters that may follow a name at the start of a clause."""
_AMONG_SURE = 8.0
"""Score of a name that stands in a list between sure ones."""
_LONGEST_RUN = 48
"""Characters of touching names: a deck seldom holds more than ten people."""
_RARE = 7.3
"""Cost of a surname that fewer than seven in ten thousand people bear."""
_WEAK_TITLES = frozenset("学生 群众 代表 成员 村民 企业家 专家 党员 干部 农民 居民 市民 领导 人员 老师 教师 学者 职工 工人 青年 老人 军人 志愿者 农户 商户 业主 嘉宾 校友".split())
"""Words that often end a noun phrase with no name after it: what follows must look like a name."""
_HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Characters [start, end) that a rule takes for a name; a higher score is a surer one."""

    start: int
    end: int
    score: float
    rule: Rule


class NameRules:
    """Proposes names in one text at a time."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._bounds = Boundaries(lexicon)
        last = "".join(sorted({title[-1] for title in lexicon.titles}))
        self._title_end = re.compile(rf"[{last}](?= ?[\u4e00-\u9fff])")

    def candidates(self, text: str, *, headline: bool, known: Set[str] = frozenset()) -> Iterator[Candidate]:
        """Everything that any rule takes for a name, overlapping ones included.

        ``known`` are names that the report's text proves: they settle how a headline splits.
        """
        yield from self._after_titles(text)
        yield from self._before_titles(text)
        yield from self._clause_starts(text, known, headline=headline)
        yield from self._agents(text)
        yield from self._lists(text)
        yield from self._dotted(text)

    def exact_score(self, name: str) -> float:
        """How sure an isolated string is a name: above 0 likelier than words."""
        if name in self._lexicon.not_names or (len(name) > 2 and name[-1] in _PLACE_END):
            return -20.0
        if len(name) in {4, 5} and set(name) <= self._lexicon.transliteration:
            return 6.0
        surname = self._bounds.surname(name, 0)
        if not surname or not surname < len(name) <= surname + 2 or _NEVER_GIVEN & set(name[1:]):
            return -10.0
        return self._bounds.exact(name)

    def _from(self, text: str, start: int, bonus: float) -> tuple[int, float] | None:
        """The likeliest name that begins at a place, with its score against no name at all."""
        bounds = self._bounds
        surname = bounds.surname(text, start)
        stop = bounds.stretch_end(text, start)
        if stop - start < 2:
            return None
        tails = bounds.tails(text, start, stop)
        best: tuple[int, float] | None = None
        sizes = (surname + 1, surname + 2) if surname else ()
        if surname == 2:
            sizes = (2, 3, 4)
        for size in sizes:
            end = start + size
            given = text[start + surname : end]
            if end > stop or self._is_no_name(text, start, end) or _NEVER_GIVEN & set(given) or given in self._lexicon.titles:
                continue
            if not all(map(_HAN.match, given)):
                continue
            cost = bounds.as_name(text[start:end]) + tails[end - start]
            cost -= self._follow_bonus(text, end, stop)
            cost += 3.0 * any(text[start : start + n] in self._lexicon.not_names for n in range(2, size))
            cost += 4.5 * (size > surname + 1 and text[end - 1] in _SELDOM_LAST)
            score = tails[0] - cost + bonus
            if best is None or score > best[1]:
                best = end, score
        return self._transliterated(text, start, stop, bonus) or best

    def _transliterated(
        self, text: str, start: int, stop: int, bonus: float
    ) -> tuple[int, float] | None:
        """A Tibetan or Uyghur name without a dot: four characters, then a verb or an end."""
        end = start + 4
        if end > stop or not set(text[start:end]) <= self._lexicon.transliteration:
            return None
        if end < len(text) and _HAN.match(text[end]) and not self._starts_follow(text, end):
            return None
        return end, 8.0 + bonus

    def _follow_bonus(self, text: str, end: int, stop: int) -> float:
        if end == stop or text[end] == "等":
            return 4.0
        follow = self._lexicon.follow
        if any(text[end : end + size] in follow for size in (2, 3)):
            return 3.0
        return 1.0 if text[end] in follow else 0.0

    def _is_no_name(self, text: str, start: int, end: int) -> bool:
        """Known for something else, or the beginning of it, or the place that 市 or 县 follows."""
        no = self._lexicon.not_names
        if any(text[start : start + size] in no for size in range(end - start, 6)):
            return True
        if text[end - 1] in _PLACE_END and end - start > 2:
            return True
        return text[end : end + 1] in _PLACE_END and text[end + 1 : end + 2] != "长"

    def _after_titles(self, text: str) -> Iterator[Candidate]:
        titles = self._lexicon.titles
        for mark in self._title_end.finditer(text):
            end = mark.end()
            if not any(text[end - size : end] in titles for size in (2, 3, 4)):
                continue
            if text[end - 2 : end + 1] in self._lexicon.words:
                continue  # 代表团, 主席台, 书记处: the post is only the beginning of a word
            if any(text[end - a : end + b] in titles for a in (2, 3) for b in (1, 2)):
                continue  # 总工 in 总工程师
            start = end + 1 if text[end] == " " else end
            weak = text[end - 4 : end] not in titles and any(
                text[end - size : end] in _WEAK_TITLES for size in (2, 3)
            )
            found = self._from(text, start, bonus=0.0 if weak else 3.0)
            if found and weak and (
                not self._ends_well(text, found[0]) or self._lexicon.words.get(text[start : found[0]], 99.0) < 12.0
            ):
                continue
            if found and found[1] > (3.5 if weak else 1.0):
                yield Candidate(start, found[0], found[1] + 4, "after a title")

    def _before_titles(self, text: str) -> Iterator[Candidate]:
        for mark in _POST_END.finditer(text):
            end = mark.start()
            best: Candidate | None = None
            floor = self._bounds.stretch_start(text, end)
            if end - floor < 2:
                continue
            heads = self._bounds.heads(text, floor, end)
            for size in (2, 3, 4):
                start = end - size
                surname = self._bounds.surname(text, start) if start >= floor else 0
                if not surname or size > surname + 2 or size == surname or self._is_no_name(text, start, end):
                    continue
                cost = heads[start - floor] + self._bounds.as_name(text[start:end])
                score = heads[-1] - cost + (5.0 if mark.group() in _UNMISTAKABLE else 1.0)
                if best is None or score > best.score:
                    best = Candidate(start, end, score, "before a title")
            if best and best.score > (6.0 if best.end - best.start == 2 else 3.0):
                yield best

    def _clause_starts(self, text: str, known: Set[str], *, headline: bool) -> Iterator[Candidate]:
        for mark in _LEAD.finditer(text):
            start = mark.end()
            yield from self._followed(text, start, "at the start of a clause")
            if headline:
                yield from self._touching(text, start, known)
        for mark in _DECK_VERB.finditer(text) if headline else ():
            yield from self._followed(text, mark.end(), "in a deck")
            yield from self._touching(text, mark.end(), known)

    def _agents(self, text: str) -> Iterator[Candidate]:
        for mark in _AGENT.finditer(text):
            word = mark.group()
            if text[mark.start() : mark.end() + 1] in self._lexicon.words:
                continue  # 对于, 向前: the preposition is the beginning of another word
            if word == "由":
                yield from self._followed(text, mark.end(), "after 由")
                continue
            for found in self._followed(text, mark.end(), "at the start of a clause"):
                if len(word) > 1 or _ROLE_VERB.match(text, found.end) or found.score > 9.0:
                    yield found

    def _followed(self, text: str, start: int, rule: Rule) -> Iterator[Candidate]:
        """A name that a role verb or an adverb follows, or that ends its stretch after a verb.

        A rare surname alone proves little where any clause may begin: it must score higher.
        """
        if not any(self._verb_at(text, start + size) for size in (2, 3, 4)):
            return
        found = self._from(text, start, bonus=0.0)
        rare = self._lexicon.surnames.get(text[start : start + 1], 99.0) > _RARE
        if not found or found[1] <= (7.5 if rare and not _ROLE_VERB.match(text, found[0]) else 4.0):
            return
        end = found[0]
        if self._verb_at(text, end):
            yield Candidate(start, end, found[1], rule)

    def _verb_at(self, text: str, at: int) -> bool:
        return text[at : at + 1] in _ONE_VERB or self._starts_follow(text, at)

    def _touching(self, text: str, start: int, known: Set[str]) -> Iterator[Candidate]:
        """Names of a deck that touch: 王甲乙李丙丁出席. The split with the best sum is taken."""
        best: dict[int, tuple[float, list[tuple[int, int]]]] = {start: (0.0, [])}
        for at in range(start, min(start + _LONGEST_RUN, len(text))):
            if at not in best:
                continue
            total, names = best[at]
            if len(names) > 1 and self._starts_follow(text, at):
                for a, b in names:
                    yield Candidate(a, b, 10.0 + total / len(names), "in a deck")
                return
            for end, own in self._name_ends(text, at, known):
                score = total + own
                if end not in best or score > best[end][0]:
                    best[end] = score, [*names, (at, end)]

    def _name_ends(self, text: str, start: int, known: Set[str]) -> Iterator[tuple[int, float]]:
        surname = self._bounds.surname(text, start)
        for size in (surname + 1, surname + 2) if surname else ():
            name = text[start : start + size]
            if len(name) == size and all(map(_HAN.match, name)):
                score = self.exact_score(name) + (15.0 if name in known else 0.0)
                if score > 2.0:
                    yield start + size, score

    def _ends_well(self, text: str, end: int) -> bool:
        """Whether a name may end here: at a mark, or before a verb or another word of the list."""
        if end >= len(text) or not _HAN.match(text[end]):
            return True
        return any(text[end : end + size] in self._lexicon.follow for size in (1, 2, 3))

    def _starts_follow(self, text: str, at: int) -> bool:
        follow = self._lexicon.follow
        return any(text[at : at + size] in follow for size in (2, 3))

    def _lists(self, text: str) -> Iterator[Candidate]:
        if "、" in text:
            for stretch in _LIST.finditer(text):
                yield from self._chain(text, stretch.start(), stretch.end())
        for stretch in _SPACED.finditer(text):
            yield from self._spaced(text, stretch.start(), stretch.end())

    def _chain(self, text: str, start: int, end: int) -> Iterator[Candidate]:
        """Items of a list that look like names beside others that do.

        An item may carry a post before its name, the last one a verb after it.
        """
        items = _split(text, start, end)
        found = [self._item(text, a, b, last=(a, b) == items[-1]) for a, b in items]
        for index, candidate in enumerate(found):
            near = (*found[max(0, index - 2) : index], *found[index + 1 : index + 3])
            beside = max((c.score for c in near if c), default=-9.0)
            a, b = items[index]
            if candidate and (beside > 6 or (beside > 0 and candidate.score > 6)):
                yield replace(candidate, score=max(candidate.score, _AMONG_SURE)) if beside > 8 else candidate
            elif beside > 8 and index and sum(map(bool, near)) > 1 and self._could_be(text, a, b):
                yield Candidate(a, b, _AMONG_SURE, "in a list")

    def _item(self, text: str, start: int, end: int, *, last: bool) -> Candidate | None:
        score = self._item_score(text, start, end)
        if score > 0:
            return Candidate(start, end, score + 4, "in a list")
        found = [*self._open_start(text, start, end)] or ([*self._open_end(text, start)] if last else [])
        return found[0] if found else None

    def _item_score(self, text: str, start: int, end: int) -> float:
        name = "".join(text[start:end].split())
        return self.exact_score(name) if 2 <= len(name) <= 5 else -9.0

    def _could_be(self, text: str, start: int, end: int) -> bool:
        """Between sure names nearly any short item is one: 严正之, 卓然, or a surname not listed."""
        name = text[start:end]
        if not 2 <= len(name) <= 3 or self._is_no_name(text, start, end):
            return False
        if self._bounds.surname(name, 0) and not _NEVER_GIVEN & set(name[1:]):
            return self._lexicon.words.get(name, 99.0) > 11.0
        known = self._lexicon.words
        return name not in known and not any(name[i : i + 2] in known for i in range(len(name) - 1))

    def _open_end(self, text: str, start: int) -> Iterator[Candidate]:
        found = self._from(text, start, bonus=3.0)
        if found and found[1] > 1.0 and self._ends_well(text, found[0]):
            yield Candidate(start, found[0], found[1] + 2, "in a list")

    def _open_start(self, text: str, start: int, end: int) -> Iterator[Candidate]:
        best: Candidate | None = None
        floor = max(start, end - 10)
        heads = self._bounds.heads(text, floor, end)
        for size in (2, 3, 4):
            at = end - size
            surname = self._bounds.surname(text, at) if at >= floor else 0
            if not surname or not surname < size <= surname + 2 or self._is_no_name(text, at, end):
                continue
            cost = heads[at - floor] + self._bounds.as_name(text[at:end])
            score = heads[-1] - cost + 3.0
            if best is None or score > best.score:
                best = Candidate(at, end, score, "in a list")
        if best and (best.score > 12.0 or self._after_post(text, floor, best.start)):
            yield best

    def _after_post(self, text: str, floor: int, at: int) -> bool:
        titles = self._lexicon.titles
        return any(at - size >= floor and text[at - size : at] in titles for size in (2, 3, 4))

    def _spaced(self, text: str, start: int, end: int) -> Iterator[Candidate]:
        items = [(m.start() + start, m.end() + start) for m in re.finditer(r"\S+", text[start:end])]
        scores = [self._item_score(text, a, b) for a, b in items]
        if sum(score > 2 for score in scores) * 2 > len(items):
            for (a, b), score in zip(items, scores, strict=True):
                if score > 0:
                    yield Candidate(a, b, score + 2, "in a list")

    def _dotted(self, text: str) -> Iterator[Candidate]:
        if "·" not in text:
            return
        for mark in _DOTTED.finditer(text):
            start = self._dotted_start(text, mark.start(), text.index("·", mark.start()))
            end = self._dotted_end(text, text.rindex("·", mark.start(), mark.end()) + 1, mark.end())
            sounds = sum(c in self._lexicon.transliteration for c in text[start:end])
            if end - start >= 4 and sounds * 3 >= (end - start - 1) * 2:
                yield Candidate(start, end, 40.0, "with a middle dot")

    def _dotted_start(self, text: str, start: int, dot: int) -> int:
        """After a post, else after a mark, else as far back as sounds are written."""
        titles = self._lexicon.titles
        for cut in range(dot - 1, start, -1):
            if any(text[cut - size : cut] in titles for size in (2, 3)):
                return cut
        if start == 0 or not _HAN.match(text[start - 1]):
            return start
        at = dot
        while at > start and text[at - 1] in self._lexicon.transliteration:
            at -= 1
        return at

    def _dotted_end(self, text: str, start: int, end: int) -> int:
        """Before a verb, else at a mark, else as far as sounds are written."""
        for stop in range(start + 1, end):
            if self._starts_follow(text, stop) or text[stop] in "等说在":
                return stop
        if end == len(text) or not _HAN.match(text[end]):
            return end
        at = start
        while at < end and text[at] in self._lexicon.transliteration:
            at += 1
        return at


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The items of a stretch, without the blanks around them."""
    items = []
    at = start
    for part in text[start:end].split("、"):
        left = len(part) - len(part.lstrip())
        items.append((at + left, at + left + len(part.strip())))
        at += len(part) + 1
    return items
