"""The years that the sentences of a document speak about: 2031年是…之年, 总结2030年…部署2031年."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "this year", "own year", "coming year", "anniversary", "plan", "document", "looked back"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claim:
    """A year that a sentence speaks about; ``text`` are the words that do.

    ``kind`` is "this year" (今年是2031年), "own year" (2031年是…之年), "coming year" (the
    same beside 明年), "anniversary" (2031年是…周年), "plan" (总结2030年…部署2031年),
    "document" (宣读了《…2031年秋季…方案》) or "looked back" (回顾了2030年的工作).
    """

    year: int
    kind: Kind
    text: str
    elsewhere: bool


_CLAIM = re.compile(
    r"(?P<words>(?P<now>今年（?是?)?(?P<year>(?:19|20)\d\d)年(?(now)|是))(?P<rest>[^。！？]{0,80})"
)
_LOOKING_BACK = re.compile(r"不平凡|极不寻常|过去|回顾|圆满收官|取得了|完成了|实现了")
_OWN_YEAR = re.compile(r"之年|一年(?!来)")
_PLAN = re.compile(
    r"总结[^。；！？]{0,16}?(?P<year>(?:19|20)\d\d)年[^。；！？]{0,40}?"
    r"(?:部署|安排|谋划|研究)[^。；！？]{0,16}?(?P<next>(?:19|20)\d\d)年"
)
_BACK_ON = re.compile(r"(?:总结|回顾)了?[^。；！？\d]{0,10}(?P<year>(?:19|20)\d\d)年")
# A plan is read out in the year it is for; what is rewarded or assessed may be the year before.
_DOCUMENT = re.compile(
    r"(?:宣读|解读|印发|下发|通过)了?(?P<words>《(?P<name>[^《》。]{0,20}(?P<year>(?:19|20)\d\d)年(?!度)"
    r"[^《》。]{2,30}(?:方案|计划|安排|要点))》)"
)
_OF_THE_PAST = re.compile(r"考核|考评|评价|评选|表彰|奖励|总结|整改")
_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def claims_in(text: str, *, elsewhere: bool) -> Iterator[Claim]:
    """What the sentences of a plain text claim; ``elsewhere`` marks another report of the page."""
    if "年" not in text:
        return
    for match in _CLAIM.finditer(text):
        rest = match["rest"] or ""
        if not _LOOKING_BACK.search(rest):
            yield Claim(int(match["year"]), _kind(match, rest), match["words"], elsewhere)
    for match in _PLAN.finditer(text):
        if int(match["next"]) == int(match["year"]) + 1:
            yield Claim(int(match["next"]), "plan", match[0], elsewhere)
    for match in _BACK_ON.finditer(text):
        yield Claim(int(match["year"]), "looked back", match[0], elsewhere)


def document_claims(texts: Sequence[str]) -> list[Claim]:
    """The year of a plan that was read out, if the document prints no other year at all."""
    printed = {year for text in texts for year in _ANY_YEAR.findall(text)}
    if len(printed) != 1:
        return []
    found = (match for text in texts for match in _DOCUMENT.finditer(text))
    match = next((m for m in found if not _OF_THE_PAST.search(m["name"])), None)
    return [Claim(int(match["year"]), "document", match["words"], False)] if match else []


def _kind(match: re.Match[str], rest: str) -> Kind:
    if match["now"]:
        return "this year"
    if "明年" in rest:
        return "coming year"
    return "own year" if _OWN_YEAR.search(rest) else "anniversary"


def claimed_year(month: int, claims: Sequence[Claim]) -> tuple[int | None, str]:
    """The year that the claims agree on for a meeting of this month, and the evidence."""
    fitting: dict[int, Claim] = {}
    for claim in claims:
        year = _meant(claim, month)
        if year:
            fitting.setdefault(year, claim)
    if not fitting:
        return None, "no year in the document"
    if len(fitting) > 1:
        return None, "the document speaks of several years"
    ((year, claim),) = fitting.items()
    where = "on the same page" if claim.elsewhere else "in the text"
    return year, f"year from “{claim.text}” {where}"


def _meant(claim: Claim, month: int) -> int | None:
    """The year a claim gives a meeting of this month.

    In November and December 2031年是…之年 is mostly said of the coming year, and in January
    and February a mere anniversary of the past one: those decide nothing.
    """
    if claim.kind == "looked back":
        return None
    late, early = month >= 11, month <= 2
    if claim.kind == "plan":
        return claim.year - 1 if late else claim.year if month <= 4 else None
    if claim.kind == "coming year" and late:
        return claim.year - 1
    if claim.kind == "this year" or not (late or early):
        return claim.year
    return claim.year if early and claim.kind == "own year" else None
