"""职务: the post printed before or after a name, for this mention only."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from store.lexicon import Lexicon
from store.parsing.names import Mention

_BREAK = re.compile(r"[，。；：！？（）“”《》\n]|(?<=[\u4e00-\u9fff])\.(?=[\u4e00-\u9fff])")
_LEADING = re.compile(
    r"(?:（[一二三四五六七八九十\d]{1,3}）|\d{1,2}\.(?!\d)|[①-⑳]|\s|、|和|与|及|以及|同(?!志)|并|由|对|向|请|其中|会上|会前|会后|会议由|会议邀请|仪式由|活动由|随后|当日|当天|日前|近日|今天|昨天|上午|下午|晚上?|据(?:悉|了解|介绍)?|"
    r"(?:\d{1,2}月)?\d{1,2}日?(?:—|-|至)(?:\d{1,2}月)?\d{1,2}日|新任|(?:\d{1,2}月)?\d{1,2}日(?:凌晨|中午)?|来自|原标题|"
    r"(?:出席|参加)(?:会议|活动|仪式)?的?(?:领导)?(?:还)?有|还有|受|委托|陪同|会见了?|看望了?|听取了?|邀请|率领?|主持人是?|在[家京](?:的|(?=[省市县区州])|(?=领导))|在)+"
)
_INNER = re.compile(
    r".*(?:会议由|仪式由|活动由|会由|召开由|陪同|会见了?|听取了?|一行与|一行和|传达了?|学习了?(?!委员会|教育)|贯彻|落实|按照|根据|欢迎|感谢|祝贺|推选|推举|指定|以及|选举|任命|聘请|作为|包括|是|的|[\u4e00-\u9fff]了)(?=[\u4e00-\u9fff])"
)

_JOINTS = "、 "
_CLOSERS = {"（": "）", "“": "”", "《": "》"}
_OPENERS = {closer: opener for opener, closer in _CLOSERS.items()}
_ONE_UNKNOWN = re.compile(r"、(?:[\u4e00-\u9fff]{2,4}、|[\u4e00-\u9fff])")
"""One item of a list that no rule took for a name, or the strange beginning of the next."""


@dataclass(frozen=True, slots=True)
class PrintedTitle:
    """A title as printed at [start, end) of a mention's paragraph; ``shared`` from a list's first name."""

    text: str
    start: int
    end: int
    shared: bool = False
    after: bool = False


class Titles:
    """Reads titles around mentions of one paragraph."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._titles = lexicon.titles
        self._post = lexicon.post_titles

    def of_paragraph(self, text: str, mentions: Sequence[Mention]) -> list[PrintedTitle | None]:
        """The title of each mention in order; a list's title serves the names that follow it.

        Blanks divide: what stands before one belongs to the title only as a post.
        """
        found: list[PrintedTitle | None] = []
        shared: PrintedTitle | None = None
        previous_end = 0
        for mention in mentions:
            own = self._before(text, previous_end, mention.start)
            between = text[previous_end : mention.start]
            chained = bool(found) and (
                (not between.strip("、 和与及") and bool(between.strip()))
                or (
                    _ONE_UNKNOWN.fullmatch(between) is not None
                    and not self._ends_title(between, 0, len(between.rstrip("、")))
                )
            )
            if own:
                shared = own
                found.append(own)
            elif chained and shared:
                found.append(PrintedTitle(shared.text, shared.start, shared.end, shared=True))
            else:
                shared = None
                found.append(self._after(text, mention.end))
            previous_end = mention.end
        return found

    def _before(self, text: str, floor: int, name_start: int) -> PrintedTitle | None:
        end = name_start
        while end > floor and text[end - 1] == " ":
            end -= 1
        if not self._ends_title(text, floor, end):
            return None
        start = floor
        for mark in _BREAK.finditer(text, floor, end):
            if not self._inside_brackets(text, mark, floor, end):
                start = mark.end()
        start = self._joined_posts(text, start, end)
        start = self._without_lead(text, start, end)
        return PrintedTitle(text[start:end], start, end) if start < end else None

    def _inside_brackets(self, text: str, mark: re.Match[str], floor: int, end: int) -> bool:
        """Brackets and quotes that open and close within the title belong to it: 常委会（扩大）."""
        if mark.group() in _CLOSERS:
            return _CLOSERS[mark.group()] in text[mark.end() : end]
        if mark.group() in _OPENERS:
            return _OPENERS[mark.group()] in text[floor : mark.start()]
        return False

    def _joined_posts(self, text: str, start: int, end: int) -> int:
        """From the last part back as long as each part is a post: 省委副书记、代省长."""
        at = end
        while True:
            joint = max(text.rfind(one, start, at) for one in _JOINTS)
            if joint < 0:
                return start
            at = start + len(text[start:joint].rstrip(_JOINTS))
            if not self._ends_title(text, start, at):
                return joint + 1

    def _without_lead(self, text: str, start: int, end: int) -> int:
        lead = _LEADING.match(text, start, end)
        if lead and lead.end() < end:
            start = lead.end()
        inner = _INNER.match(text, start, end)
        if inner and self._still_a_post(text, inner.end(), end):
            start = inner.end()
        return start

    def _still_a_post(self, text: str, start: int, end: int) -> bool:
        return end - start >= 2 and self._ends_title(text, start, end)

    def _ends_title(self, text: str, floor: int, end: int) -> bool:
        return any(
            end - size >= floor and text[end - size : end] in self._titles for size in (2, 3, 4, 5)
        )

    def _after(self, text: str, name_end: int) -> PrintedTitle | None:
        for size in (4, 3, 2):
            word = text[name_end : name_end + size]
            if word in self._post and word not in {"一行", "等人"}:
                return PrintedTitle(word, name_end, name_end + size, after=True)
        return None
