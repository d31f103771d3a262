"""Places and meeting words: what the rules for events look up. Invented places work by suffix."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """``provinces`` and ``cities`` hold full and short names; ``direct`` are the four 直辖市.

    ``capitals`` maps the sign of a city in 在京, 在沪 to its name.
    """

    provinces: frozenset[str]
    cities: frozenset[str]
    direct: frozenset[str]
    signs: dict[str, str]
    meetings: tuple[str, ...]


_SIGNS = {
    "京": "北京", "津": "天津", "沪": "上海", "渝": "重庆", "汉": "武汉", "穗": "广州",
    "杭": "杭州", "蓉": "成都", "邕": "南宁", "筑": "贵阳", "榕": "福州", "并": "太原",
    "宁": "南京", "昆": "昆明", "郑": "郑州", "长": "长沙", "济": "济南", "沈": "沈阳",
}  # fmt: skip
"""在京召开 names a city by one character; 在宁 is 南京, as its papers write."""


def _lines(name: str) -> list[str]:
    text = (files("store.lexicon") / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def gazetteer() -> Gazetteer:
    """The place names and meeting words of this installation, read once."""
    provinces: set[str] = set()
    cities: set[str] = set()
    direct: set[str] = set()
    for line in _lines("provinces.tsv"):
        full, short, *rest = line.split("\t")
        names = {full, *(name for name in short.split() if len(name) > 1)}
        provinces |= names
        if full.endswith("市"):
            direct |= names
        for city in " ".join(rest).split():
            cities |= {city, city + "市"}
    words = {word for line in _lines("meetings.txt") for word in line.split()}
    return Gazetteer(
        provinces=frozenset(provinces),
        cities=frozenset(cities),
        direct=frozenset(direct),
        signs=dict(_SIGNS),
        meetings=tuple(sorted(words, key=lambda word: (-len(word), word))),
    )
