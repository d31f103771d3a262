"""What can be a name at a place of a text, before any rule says that it is one.

The dictionary and the word lists are asked here and nowhere else: which reading is the
likelier, where a name may end, what looks like a name and is none.
"""

import re
from dataclasses import dataclass
from typing import Literal

from store.lexicon import Lexicon
from store.parsing.boundaries import Boundaries

Rule = Literal[
    "after a title",
    "before a title",
    "in a list",
    "at the start of a clause",
    "after 由",
    "in a deck",
    "with a middle dot",
    "propagated",
]

HAN = re.compile(r"[\u4e00-\u9fff]")
_NEVER_GIVEN = frozenset("某等的了是在即被把这那就也还不我你他她它们个并到对由及")
"""Function words that nobody is called by."""
_SELDOM_LAST = frozenset(
    "时将就对向还也都则已曾未说作做致莅述领提任率赴颁讲请因所受要靠办局委厅部组镇企酋业省市县乡村"
)
"""Characters that begin the next word or end the name of an office far oftener than they end a name."""
_PLACE_END = frozenset("市县区镇乡村局厅")
"""Characters that end the name of a place or an office and hardly ever one of a person."""
_BODIES = frozenset({"省委", "市委", "县委", "区委", "州委", "盟委", "旗委", "党委", "纪委"})
"""Bodies whose name before 书记 is no person's: 青旗委副书记."""
_FIRMS = frozenset(
    {"门业", "药业", "实业", "矿业", "酒业", "纸业", "乳业", "置业", "牧业", "铝业", "钢业", "物业"}
)
"""How the short names of firms end: 云门业 is none who could be their 董事长."""
_COMMON_HALF = 13.0
"""Two words that cost less are no name of four syllables: 确保顺利."""
_OF_MANY = ("领导", "同志", "人员", "代表", "负责人")
"""Words for people of no name: 和 behind them joins, and is nobody's surname."""
_OFFICES = frozenset(
    {
        "委会",
        "妇联",
        "残联",
        "侨联",
        "文联",
        "工会",
        "团委",
        "科协",
        "生委",
        "改委",
        "贸委",
        "安办",
        "信办",
        "扶办",
        "研办",
    }
)
"""How the short names of offices end: 计生委."""
_MEDIA = frozenset({"日报", "晚报", "时报", "早报", "商报", "晨报"})
"""How the names of papers go on."""
_NO_POSTS = frozenset({"主席台", "主席团", "代表团", "代表队", "代表性"})
"""Words that begin like a post."""
_LONGEST_SOUNDS = 8
"""Characters of a minority name without a dot."""
_BY_PARTS = 9.0
"""Score of a name put together of known parts."""
_ONE_VERB = frozenset("等：说在对率就将为与和还也作任赴向到")
"""Single characters that may follow a name at the start of a clause."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Characters [start, end) that a rule takes for a name; a higher score is a surer one."""

    start: int
    end: int
    score: float
    rule: Rule


class Shapes:
    """Weighs what stands at a place of a text as a name."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._bounds = Boundaries(lexicon)
        self._sounds = lexicon.transliteration

    def starting(self, text: str, start: int, bonus: float) -> tuple[int, float] | None:
        """The end and score of the likeliest name that begins at a place, weighed against none."""
        stop = self._bounds.stretch_end(text, start)
        if stop - start < 2:
            return None
        sounds = self._transliterated(text, start, bonus)
        if sounds:
            return sounds
        surname = self._bounds.surname(text, start)
        tails = self._bounds.tails(text, start, stop)
        best: tuple[int, float] | None = None
        for size in _sizes(surname):
            end = start + size
            if end > stop or not self._may_be(text, start, end, min(surname, size - 1)):
                continue
            cost = self._bounds.as_name(text[start:end]) + tails[size]
            cost += self._against(text, start, end, surname) - self._follow_bonus(text, end, stop)
            score = tails[0] - cost + bonus
            if best is None or score > best[1]:
                best = end, score
        return best

    def ending(self, text: str, floor: int, end: int, bonus: float) -> tuple[int, float] | None:
        """The start and score of the likeliest name that ends at a place and starts after floor."""
        if end - floor < 2:
            return None
        heads = self._bounds.heads(text, floor, end)
        best: tuple[int, float] | None = None
        for size in (2, 3, 4):
            start = end - size
            surname = self._bounds.surname(text, start) if start >= floor else 0
            if (
                not surname < size <= surname + 2
                or not surname
                or _NEVER_GIVEN & set(text[start + 1 : end])
                or not all(map(HAN.match, text[start:end].replace(" ", "")))
                or self.is_no_name(text, start, end)
                or self.ends_title(text, start + 1, floor)
            ):
                continue
            score = heads[-1] - heads[start - floor] - self._bounds.as_name(text[start:end]) + bonus
            if best is None or score > best[1]:
                best = start, score
        return best

    def before(self, text: str, end: int) -> int:
        """Where the unbroken run before a place starts, at most a few words back."""
        return self._bounds.stretch_start(text, end)

    def surname(self, text: str, start: int) -> int:
        """The length of the surname at a place; 0 where there is none."""
        return self._bounds.surname(text, start)

    def exact(self, name: str) -> float:
        """How sure an isolated string is a name: above 0 likelier than words."""
        if name in self.lexicon.not_names or (len(name) > 2 and name[-1] in _PLACE_END):
            return -20.0
        if self.is_minority(name):
            return _BY_PARTS
        if len(name) in {4, 5} and set(name) <= self._sounds:
            return 6.0
        surname = self._bounds.surname(name, 0)
        if not surname or not surname < len(name) <= surname + 2 or _NEVER_GIVEN & set(name[1:]):
            return -10.0
        return self._bounds.exact(name)

    def imaginable(self, text: str, start: int, end: int, *, enclosed: bool) -> bool:
        """Between sure names nearly any short item is one: 严正之, 卓然, or a surname not listed.

        ``enclosed`` between two of them, even a common word that begins with a surname.
        """
        name = text[start:end]
        if len(name) == 4 and name not in self.lexicon.words:
            return name[2:] in self.lexicon.minority and set(name[:2]).isdisjoint(_NEVER_GIVEN)
        surname = self._bounds.surname(name, 0)
        other = name in self.lexicon.not_names and name not in self.lexicon.titles
        if enclosed and surname and len(name) == 2 and other:
            # 区领导甲、黄河、乙 names no river
            return True
        function = _NEVER_GIVEN & set(name[1:])
        if not 2 <= len(name) <= 3 or function or self.is_no_name(text, start, end):
            return False
        known = self.lexicon.words
        if surname:
            return enclosed or known.get(name, 99.0) > 11.0
        common = _COMMON_HALF if enclosed else 99.0
        inner = (name[i : i + 2] for i in range(len(name) - 1))
        return name not in known and all(known.get(pair, 99.0) >= common for pair in inner)

    def ends_well(self, text: str, end: int) -> bool:
        """Whether a name may end here: at a mark, or before a verb or an adverb."""
        if end >= len(text) or not HAN.match(text[end]):
            return True
        return any(text[end : end + size] in self.lexicon.follow for size in (1, 2, 3))

    def verb_at(self, text: str, at: int) -> bool:
        """Whether a verb that may follow a subject stands here, long or of one character."""
        return text[at : at + 1] in _ONE_VERB or self.follows(text, at)

    def follows(self, text: str, at: int) -> bool:
        """Whether a word of two or three characters stands here that may follow a name."""
        return any(text[at : at + size] in self.lexicon.follow for size in (2, 3))

    def post_at(self, text: str, at: int) -> bool:
        """Whether a post or form of address that may follow a name stands here."""
        return any(text[at : at + size] in self.lexicon.post_titles for size in (2, 3, 4))

    def ends_title(self, text: str, end: int, floor: int = 0) -> bool:
        """Whether a post or form of address ends here."""
        titles = self.lexicon.titles
        if text[end - 2 : end + 1] in _NO_POSTS:
            return False
        return any(end - size >= floor and text[end - size : end] in titles for size in (2, 3, 4))

    def is_no_name(self, text: str, start: int, end: int) -> bool:
        """Known for something else, or the beginning of it, or the place that 市 or 县 follows."""
        no = self.lexicon.not_names
        if any(text[start : start + size] in no for size in range(end - start, 6)):
            return True
        if text[start:end].replace(" ", "") in no:
            return True
        if text[end - 1] in _PLACE_END and end - start > 2:
            return True
        if text[end - 2 : end] in _OFFICES or text[end - 2 : end] in _FIRMS:
            return True
        if text[end - 2 : end] in _BODIES or text[start:end] in self.lexicon.follow:
            return True
        if text[end : end + 2] in _MEDIA or text.startswith("在线讯", end):
            return True
        return text[end : end + 1] in _PLACE_END and text[end + 1 : end + 2] != "长"

    def _may_be(self, text: str, start: int, end: int, surname: int) -> bool:
        given = text[start + surname : end]
        return (
            bool(given)
            and not self.is_no_name(text, start, end)
            and not _NEVER_GIVEN & set(given)
            and given not in self.lexicon.titles
            and all(map(HAN.match, given))
        )

    def _against(self, text: str, start: int, end: int, surname: int) -> float:
        """What speaks against a name: it begins like something known, or ends like the next word.

        Or what is left behind it is a word that hides a verb: 汪学|文汇报 for 汪学文|汇报.
        """
        no = self.lexicon.not_names
        known = any(text[start : start + size] in no for size in range(2, end - start))
        seldom = end - start > surname + 1 and text[end - 1] in _SELDOM_LAST
        follow = self.lexicon.follow
        hides = text[end : end + 3] in self.lexicon.words and text[end + 1 : end + 3] in follow
        return 3.0 * known + 6.0 * seldom + 6.0 * (hides and end - start == surname + 1)

    def _transliterated(self, text: str, start: int, bonus: float) -> tuple[int, float] | None:
        """A Tibetan, Mongolian or Uyghur name without a dot: known parts, then a verb or an end."""
        run = start
        while run < min(len(text), start + _LONGEST_SOUNDS) and text[run] in self._sounds:
            run += 1
        for end in range(run, start + 1, -1):
            known = self.is_minority(text[start:end])
            four = (
                end - start == 4
                and not self._holds_verb(text, start, end)
                and not self._is_of_two_words(text, start)
            )
            if (known or four) and self.ends_well(text, end):
                return end, (_BY_PARTS if known else 8.0) + bonus
        return None

    def _holds_verb(self, text: str, start: int, end: int) -> bool:
        """黄杰参加 is a name and what he did."""
        follow = self.lexicon.follow
        return any(text[at : at + 2] in follow for at in range(start + 2, end - 1))

    def _is_of_two_words(self, text: str, start: int) -> bool:
        words = self.lexicon.words
        return all(words.get(text[at : at + 2], 99.0) < _COMMON_HALF for at in (start, start + 2))

    def joins(self, text: str, at: int) -> bool:
        """Whether 和 stands here behind people of no name: 市领导和列确."""
        return text[at : at + 1] == "和" and text.endswith(_OF_MANY, 0, at)

    def is_minority(self, name: str) -> bool:
        """Whether a name is put together of parts of minority names, with a surname or without.

        The first part has two characters at least: 才让东珠, 韩尤努斯.
        """
        return self._of_parts(name) or (
            len(name) > 3 and name[0] in self.lexicon.surnames and self._of_parts(name[1:])
        )

    def _of_parts(self, name: str) -> bool:
        parts = self.lexicon.minority
        reached = {size for size in range(2, len(name) + 1) if name[:size] in parts}
        for at in range(2, len(name)):
            if at in reached:
                reached |= {
                    at + n for n in range(1, len(name) - at + 1) if name[at : at + n] in parts
                }
        return len(name) in reached

    def _follow_bonus(self, text: str, end: int, stop: int) -> float:
        if end == stop or text[end] == "等":
            return 4.0
        follow = self.lexicon.follow
        if any(text[end : end + size] in follow for size in (2, 3)):
            return 3.0
        return 1.0 if text[end] in follow else 0.0


def _sizes(surname: int) -> tuple[int, ...]:
    """The lengths of names with a surname of this length; two characters may be 欧 and a given name."""
    return {0: (), 1: (2, 3), 2: (2, 3, 4)}[surname]
