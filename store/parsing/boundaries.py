"""Where a name ends: the cost of reading characters as a name or as words of the dictionary.

Costs are negative natural logarithms, so a lower sum is a likelier reading. A name is
weighed together with the words that would remain on either side of it.
"""

from store.lexicon import Lexicon

GIVEN = 6.2
"""Cost of one character of a given name, as if 500 characters were equally likely."""
_LENGTH = {2: 1.4, 3: 0.3, 4: 1.0, 5: 2.5}
"""Cost of a name's length: a quarter of names in reports has two characters, the rest three."""
_HORIZON = 7
"""Characters read on after a name: enough for two words."""
_STOPS = frozenset("，。；：！？、（）“”《》 \n\t·—…")


PURE_SURNAMES = frozenset(
    "王李张刘陈杨赵吴徐孙朱胡郭郑梁谢宋韩邓冯曹彭曾肖董潘袁蔡蒋余杜魏苏吕姚卢姜崔谭陆范汪廖贾邹熊"
    "孟秦阎薛侯闫郝邵龚钱汤尹黎贺顾毛邱俞翟樊兰殷倪颜聂岑葛邢柯耿芮蔺缪靳窦戚茅庞骆霍虞裴栾阮褚"
)
"""Surnames that hardly ever stand as a word of their own in present prose."""
_ALONE = 4.0
"""What reading such a character as a word costs more."""


class Boundaries:
    """Weighs readings of a text with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = lexicon.words
        self._unknown = lexicon.unknown
        self._surnames = lexicon.surnames

    def surname(self, text: str, start: int) -> int:
        """The length of the surname at a place, longest first; 0 where there is none."""
        if text[start : start + 2] in self._surnames:
            return 2
        return 1 if text[start : start + 1] in self._surnames else 0

    def as_name(self, name: str) -> float:
        """The cost of these characters as a name; a surname that is none costs like any character."""
        size = 2 if len(name) > 2 and name[:2] in self._surnames else 1
        surname = self._surnames.get(name[:size], 12.0)
        length = _LENGTH.get(len(name) - (size - 1), 4.0)
        return surname + length + GIVEN * (len(name) - size)

    def as_words(self, text: str, start: int, end: int, name: int = -1) -> float:
        """The cost of the cheapest reading of text[start:end] as words.

        With ``name`` no three-character word may begin there: the dictionary lists many
        people, and its knowing a name must not count against the name.
        """
        words, unknown = self._words, self._unknown
        costs = [0.0]
        for stop in range(start + 1, end + 1):
            best = costs[-1] + words.get(text[stop - 1], unknown)
            if stop - 1 == name and text[name] in PURE_SURNAMES:
                best += _ALONE
            for size in range(2, min(5, stop - start + 1)):
                cost = words.get(text[stop - size : stop])
                if cost is None or (size == 3 and stop - 3 == name):
                    continue
                if costs[-size] + cost < best:
                    best = costs[-size] + cost
            costs.append(best)
        return costs[-1]

    def stretch_end(self, text: str, start: int) -> int:
        """The end of the unbroken run from a place, at most a few words on."""
        end, limit = start, min(len(text), start + _HORIZON)
        while end < limit and text[end] not in _STOPS:
            end += 1
        return end

    def stretch_start(self, text: str, end: int) -> int:
        """The start of the unbroken run before a place, at most a few words back."""
        start, limit = end, max(0, end - _HORIZON)
        while start > limit and text[start - 1] not in _STOPS:
            start -= 1
        return start

    def exact(self, name: str) -> float:
        """How much likelier the characters are a name than words, both ends being fixed."""
        return self.as_words(name, 0, len(name), name=0) - self.as_name(name)
