"""How names and places are typed without a Chinese input method: pinyin and initials.

Readings are made when an article is added and stored in the index, so that no query loads
pypinyin. A first character that is a surname is read as one first, then as it usually is.
"""

from functools import cache
from itertools import product
from typing import Final

from store.folding import fold

_SURNAMES: Final = {
    "单": "shan", "曾": "zeng", "仇": "qiu", "解": "xie", "区": "ou", "查": "zha", "朴": "piao",
    "盖": "ge", "任": "ren", "华": "hua", "翟": "zhai", "覃": "qin", "洗": "xian", "冼": "xian",
    "尉": "wei", "葛": "ge", "缪": "miao", "宓": "fu", "员": "yun", "贠": "yun", "秘": "bi",
    "折": "she", "黑": "he", "乐": "yue", "召": "shao", "重": "chong", "种": "chong",
    "纪": "ji", "燕": "yan", "令": "ling", "宁": "ning", "应": "ying", "石": "shi", "万": "wan",
    "俞": "yu", "於": "yu", "隗": "wei", "逄": "pang", "殷": "yin", "臧": "zang", "阚": "kan",
    "么": "yao", "幺": "yao", "牟": "mu", "弗": "fei", "繁": "po", "都": "du", "能": "nai",
    "那": "na", "过": "guo", "哈": "ha", "柏": "bai", "佴": "nai", "乜": "nie", "谌": "chen",
    "车": "che", "卜": "bu", "沈": "shen", "祭": "zhai", "褚": "chu", "郗": "xi", "强": "qiang",
}  # fmt: skip
"""Characters that are read differently as a surname (from the names people bear)."""

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


@cache
def _readings_of(character: str) -> list[str]:
    # loading pypinyin takes a quarter of a second: only who adds pays for it
    from pypinyin import Style, pinyin

    if character.isascii():
        return [character] if character.isalpha() else []
    if not "\u3400" <= character <= "\U0003ffff":
        return []
    found = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    return list(dict.fromkeys(one.replace("ü", "v") for one in found[0])) if found else []
