"""How names and places are typed without a Chinese input method: pinyin and initials.

Readings are made when an article is added and stored in the index, so that no query loads
pypinyin. A first character that is a surname is read as one first, then as it usually is.
"""

import unicodedata
from functools import cache
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from typing import Final

import msgspec

from store.folding import fold

_SURNAMES: Final = {
    "单": "shan", "曾": "zeng", "仇": "qiu", "解": "xie", "区": "ou", "查": "zha", "朴": "piao",
    "盖": "ge", "翟": "zhai", "覃": "qin", "洗": "xian", "缪": "miao", "员": "yun", "贠": "yun",
    "秘": "bi", "折": "she", "黑": "he", "乐": "yue", "召": "shao", "重": "chong", "种": "chong",
    "隗": "wei", "阚": "kan", "么": "yao", "牟": "mu", "繁": "po", "都": "du", "能": "nai",
    "佴": "nai", "乜": "nie", "卜": "bu", "祭": "zhai",
}  # fmt: skip
"""Characters whose reading as a surname is not the first that pypinyin lists."""

_COMPOUND: Final = {
    "尉迟": ("yu", "chi"), "长孙": ("zhang", "sun"), "万俟": ("mo", "qi"),
    "澹台": ("tan", "tai"), "单于": ("chan", "yu"), "令狐": ("ling", "hu"),
    "宿六": ("su", "lu"), "夏侯": ("xia", "hou"),
}  # fmt: skip
_MOST: Final = 8
"""Combinations of readings that are stored for one name."""


def readings(text: str, *, person: bool) -> tuple[str, ...]:
    """The pinyin of a name without blanks, then its initials, every reading of each."""
    syllables = _syllables(fold(text), person)
    if not syllables:
        return ()
    found: list[str] = []
    for combination in list(product(*syllables))[:_MOST]:
        found += ["".join(combination), "".join(one[0] for one in combination)]
    return tuple(dict.fromkeys(found))


def _syllables(text: str, person: bool) -> list[list[str]]:
    """For each character its readings, the likeliest first; other signs are left out."""
    choices = [_readings_of(one) for one in text]
    if person and text[:2] in _COMPOUND:
        for place, reading in enumerate(_COMPOUND[text[:2]]):
            choices[place] = [reading]
    elif person and text[:1] in _SURNAMES:
        first = _SURNAMES[text[0]]
        choices[0] = [first, *(one for one in choices[0] if one != first)]
    # names hold few characters; past that every further reading only multiplies
    return [choice[:2] for choice in choices if choice][:12]


def _readings_of(character: str) -> list[str]:
    if character.isascii():
        return [character] if character.isalpha() else []
    toned = _table().get(str(ord(character)), "").split(",")
    return list(dict.fromkeys(_without_tone(one) for one in toned if one))


def _without_tone(reading: str) -> str:
    """``lǚ`` -> ``lv``, as it is typed."""
    apart = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(one for one in apart if not unicodedata.combining(one))


@cache
def _table() -> dict[str, str]:
    """Pypinyin's readings of single characters: by code point, separated by commas.

    Its data file is read rather than its code run: loading pypinyin takes half a second, for
    phrases that names do not need.
    """
    package = find_spec("pypinyin")
    if package is None or package.origin is None:
        return {}
    data = Path(package.origin).with_name("pinyin_dict.json").read_bytes()
    return msgspec.json.decode(data, type=dict[str, str])
