"""Reads the word lists once and hands them on as one immutable value.

jieba's dictionary is read as text from the installed package: its own loader writes and
unmarshals a cache in a folder that other users can write to, and logs to the screen.
"""

import importlib.util
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

LONGEST_WORD = 5
"""Dictionary words longer than this decide no boundary of a name and are not kept."""

ALONE = 4.0
"""What it costs more to read as a word a character that is in use only as a surname: the
dictionary's counts of single characters come largely from names that were cut in two."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists for recognising names and titles; costs are negative natural logarithms.

    ``surnames`` maps a surname to its cost among people, ``words`` a dictionary word to its
    cost among words of running text (jieba's counts), ``unknown`` is the cost of a character
    that the dictionary does not know as a word.
    """

    surnames: Mapping[str, float]
    words: Mapping[str, float]
    unknown: float
    titles: frozenset[str]
    post_titles: frozenset[str]
    follow: frozenset[str]
    not_names: frozenset[str]
    transliteration: frozenset[str]
    minority: frozenset[str]
    plain: Mapping[int, int]
    """For str.translate: traditional to simplified, and one width and form of punctuation."""


def _lines(name: str) -> list[str]:
    text = (files("store.lexicon") / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _word_list(name: str) -> frozenset[str]:
    return frozenset(word for line in _lines(name) for word in line.split())


def _surnames() -> dict[str, float]:
    shares = dict(line.split("\t") for line in _lines("surnames.tsv"))
    return {name: -math.log(int(share) / 10_000) for name, share in shares.items()}


def _dictionary(pure: frozenset[str]) -> tuple[dict[str, float], float]:
    counts: dict[str, int] = {}
    with _package_file("jieba", "dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, count, _ = line.split(" ", 2)
            if len(word) <= LONGEST_WORD:
                counts[word] = int(count)
    total = math.log(sum(counts.values()))
    costs = {word: total - math.log(count or 1) for word, count in counts.items()}
    for surname in pure:
        costs[surname] += ALONE
    return costs, total


def _package_file(package: str, *parts: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(f"{package} is not installed: pip install {package}")
    return Path(spec.submodule_search_locations[0], *parts)


def _plain_table() -> dict[int, int]:
    table = {ord("　"): ord(" "), 0xA0: ord(" ")}
    with _package_file("opencc", "dictionary", "TSCharacters.txt").open(encoding="utf-8") as lines:
        for line in lines:
            character, _, variants = line.strip().partition("\t")
            if len(character) == 1 and variants:
                table[ord(character)] = ord(variants.split(" ")[0])
    table |= {ord("Ａ") + n: ord("A") + n for n in range(26)}
    table |= {ord("ａ") + n: ord("a") + n for n in range(26)}
    table |= {ord("０") + n: ord("0") + n for n in range(10)}
    forms = {
        "()": "（）",
        ",;:!?": "，；：！？",
        "﹐﹔﹕〔〕[]［］": "，；：（）（）（）",
        "•‧・●": "····",
        "「」『』": "“”“”",
    }
    for given, wanted in forms.items():
        table |= dict(zip(map(ord, given), map(ord, wanted), strict=True))
    return table


@cache
def load() -> Lexicon:
    """The lexicon of this installation; takes about 0.3 CPU seconds the first time."""
    minority = _word_list("minority_names.txt")
    words, unknown = _dictionary(_word_list("pure_surnames.txt"))
    return Lexicon(
        surnames=_surnames(),
        words=words,
        unknown=unknown,
        titles=_word_list("titles.txt"),
        post_titles=_word_list("post_titles.txt"),
        follow=_word_list("follow.txt"),
        not_names=_word_list("not_names.txt"),
        transliteration=frozenset("".join((*_lines("transliteration.txt"), *minority))),
        minority=minority,
        plain=_plain_table(),
    )
