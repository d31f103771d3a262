"""The full text of articles: written with them, and which of its tables answers a phrase.

There are three: ``letters`` for one character, ``phrases`` for any more, and ``runs`` for phrases
of which every pair is frequent. What is frequent is learnt once, from the first articles that an
index takes in; later ones change nothing of it, so that every article is taken out as it was put in.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Final, Literal, NamedTuple

import msgspec

from store.library import tokens
from store.model import Article

Table = Literal["letters", "phrases", "runs"]

LEARNT_FROM: Final = 500
"""Articles from which the frequent pairs are learnt; a smaller index has no need of them."""

_ARTICLES: Final = "SELECT COUNT(*) FROM (SELECT 1 FROM spot LIMIT ?)"
_LEARNT: Final = "SELECT 1 FROM meta WHERE key = 'learnt from'"
_FREQUENT: Final = """
SELECT COUNT(*) FROM json_each(?) j CROSS JOIN frequent f ON f.pair = j.value
"""


class Asked(NamedTuple):
    """A question to the full text: its table and its MATCH expression."""

    table: Table
    match: str


class FullText:
    """Collects the texts that come to an index, and writes them at once.

    ``stored`` gives the articles that are in the index already, all but those at some places.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        stored: Callable[[Collection[int]], Iterable[tuple[int, Article]]],
    ) -> None:
        self._sql = connection
        self._stored = stored
        self._texts: dict[int, list[str]] = {}
        self._runs: tokens.Runs | None = None
        # where no pair is frequent that was learnt too, and is not asked of every article again
        if connection.execute(_LEARNT).fetchone():
            frequent = connection.execute("SELECT pair FROM frequent").fetchall()
            self._runs = tokens.Runs(pair for (pair,) in frequent)

    def add(self, pos: int, article: Article) -> None:
        """An article has come to a place."""
        self._texts[pos] = tokens.searchable(article)

    def remove(self, pos: int, article: Article) -> None:
        """An article goes from its place: it must be the one that came to it."""
        if self._texts.pop(pos, None) is not None:
            return
        for table, text in self._forms(tokens.searchable(article)):
            question = f"INSERT INTO {table} ({table}, rowid, text) VALUES ('delete', ?, ?)"  # noqa: S608
            self._sql.execute(question, (pos, text))

    def flush(self) -> None:
        """Write what was collected."""
        if self._runs is None:
            self._learn()
        # in the order of the timeline: FTS5 writes a segment whenever a row goes back
        for pos, text in sorted(self._texts.items()):
            for table, form in self._forms(text):
                question = f"INSERT INTO {table} (rowid, text) VALUES (?, ?)"  # noqa: S608
                self._sql.execute(question, (pos, form))
        self._texts = {}

    def _forms(self, text: list[str]) -> Iterator[tuple[Table, str]]:
        yield "phrases", tokens.pairs(text)
        yield "letters", tokens.singles(text)
        if self._runs is not None:
            yield "runs", self._runs(text)

    def _learn(self) -> None:
        """Learn what is frequent as soon as there are articles enough."""
        (count,) = self._sql.execute(_ARTICLES, (LEARNT_FROM,)).fetchone()
        if count < LEARNT_FROM:
            return
        earlier = {pos: tokens.searchable(one) for pos, one in self._stored(self._texts.keys())}
        frequent = tokens.frequent_pairs([*earlier.values(), *self._texts.values()])
        self._sql.executemany("INSERT INTO frequent VALUES (?)", [(pair,) for pair in frequent])
        self._sql.execute("INSERT INTO meta VALUES ('learnt from', ?)", (count,))
        self._runs = tokens.Runs(frequent)
        for pos, text in sorted(earlier.items()):
            row = (pos, self._runs(text))
            self._sql.execute("INSERT INTO runs (rowid, text) VALUES (?, ?)", row)


def asked(connection: sqlite3.Connection, texts: Collection[str]) -> Asked:
    """The question for the articles that hold all of some squeezed texts of two characters or more."""
    if all(len(text) >= tokens.RUN for text in texts):
        pairs = frozenset[str]().union(*map(tokens.distinct_pairs, texts))
        wanted = msgspec.json.encode(list(pairs)).decode()
        (count,) = connection.execute(_FREQUENT, (wanted,)).fetchone()
        if count == len(pairs):
            return Asked("runs", " AND ".join(map(tokens.run_phrase, texts)))
    return Asked("phrases", " AND ".join(map(tokens.phrase, texts)))


def asked_letters(letters: Iterable[str]) -> Asked:
    """The question for the articles that have all of some characters."""
    return Asked("letters", " AND ".join(map(tokens.quoted, letters)))
