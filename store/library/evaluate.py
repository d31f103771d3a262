"""An expression of the query language -> the set of articles that match it."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Final, Protocol

import msgspec
from pyroaring import BitMap

from store.folding import squeeze
from store.library import tokens
from store.library.amended import Amendments
from store.library.fulltext import asked, asked_letters
from store.library.matches import Matches, piece_of
from store.library.meetings import YEARLESS_DAY, timeline_day
from store.library.membership import VALUE_CELLS
from store.library.rows import PART_SEPARATOR, REQUIREMENTS, UNDATED, Value
from store.library.schema import DAY_BITS
from store.query.expression import (
    And,
    Between,
    Everything,
    Expression,
    Has,
    HasAny,
    Is,
    Not,
    Or,
    Word,
)

_LAST: Final = "\U0010ffff"
_numbers = msgspec.json.Decoder(list[int])

_OF_TEXT: Final = """
SELECT group_concat(s.address) FROM {table} t CROSS JOIN spot s ON s.pos = t.rowid
WHERE {table} MATCH ?
"""
_OF_DAYS: Final = "SELECT group_concat(s.address) FROM spot s WHERE s.pos >= ? AND s.pos < ?"
_OF_IDS: Final = """
SELECT group_concat(s.address) FROM json_each(?) j
CROSS JOIN article a ON a.id = COALESCE((SELECT id FROM article WHERE id = j.value),
(SELECT new FROM alias WHERE old = j.value))
CROSS JOIN spot s ON s.pos = a.pos
"""


class Marks(Protocol):
    """What the query language asks about one reader's marks; all answers are article ids."""

    def read(self) -> Iterable[str]:
        """Articles that were read."""
        ...

    def marked(self) -> Iterable[str]:
        """Articles with a mark."""
        ...

    def corrected(self) -> Iterable[str]:
        """Articles with a correction."""
        ...

    def noted(self) -> Iterable[str]:
        """Articles with a note."""
        ...

    def tagged(self, text: str, *, exact: bool) -> Iterable[str]:
        """Articles with a tag."""
        ...


class Evaluation:
    """Evaluates expressions on one state of the index."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        marks: Marks,
        amendments: Amendments,
        check: Callable[[], None],
    ) -> None:
        self._sql = connection
        self._marks = marks
        self._amendments = amendments
        self._check = check

    def matches(self, expression: Expression) -> Matches:
        """The articles that match."""
        match expression:
            case Everything():
                return self.everything()
            case And(terms=terms):
                return self._all_of(terms)
            case Or(terms=terms):
                return self._any_of(terms)
            case Not(term=term):
                return self.everything() - self.matches(term)
            case Word():
                return self._word(expression)
            case Has():
                return self._has(expression)
            case Between(first=first, last=last):
                return self._between(first, last)
            case Is(state=state):
                return self._is(state)
            case HasAny(feature="note"):
                return self._articles(self._marks.noted())
            case HasAny():
                return self._in_state(REQUIREMENTS)
        raise TypeError(f"not an expression of the query language: {expression!r}")

    def everything(self) -> Matches:
        """Every article."""
        kinds = self._sql.execute("SELECT vid FROM value WHERE field = 'kind'")
        return self.sets(vid for (vid,) in kinds.fetchall())

    def sets(self, vids: Iterable[int]) -> Matches:
        """The articles that have at least one of these values."""
        return Matches(BitMap().union(*(piece for vid in vids for piece in self._pieces(vid))))

    def _pieces(self, vid: int) -> list[BitMap]:
        """The stored set of a value."""
        self._check()
        found = self._sql.execute(
            "SELECT data FROM members WHERE cell BETWEEN ? AND ?",
            (vid * VALUE_CELLS, (vid + 1) * VALUE_CELLS - 1),
        )
        return [piece_of(data) for (data,) in found.fetchall()]

    def _all_of(self, terms: Sequence[Expression]) -> Matches:
        # what is cheap first: an empty set spares the rest
        ordered = sorted(terms, key=_cost)
        found = self.matches(ordered[0]) if ordered else self.everything()
        for term in ordered[1:]:
            if not found:
                break
            if isinstance(term, Not):
                found -= self.matches(term.term)
            else:
                found &= self.matches(term)
        return found

    def _any_of(self, terms: Sequence[Expression]) -> Matches:
        found = Matches.of(())
        for term in terms:
            found |= self.matches(term)
        return found

    def _word(self, word: Word) -> Matches:
        text = squeeze(word.text)
        if not text:
            return self.everything()
        found = self._text(text)
        if not word.quoted and tokens.is_name_like(text):
            typed = self.sets(self._read_as(text, ("person", "place")))
            found |= self._amendments.applied(typed, lambda one: one.is_typed(text))
        return found

    def _text(self, text: str) -> Matches:
        table, match = asked(self._sql, [text]) if len(text) > 1 else asked_letters(text)
        return self._addressed(_OF_TEXT.format(table=table), match)

    def _has(self, has: Has) -> Matches:
        if has.field == "tag":
            return self._articles(self._marks.tagged(has.text, exact=has.exact))
        texts = self.texts_like(has.field, has.text, exact=has.exact)
        if has.role is not None and has.field == "person":
            found = self._values("part", [name + PART_SEPARATOR + has.role for name in texts])
        else:
            found = self._values(has.field, texts)
        return self._amendments.applied(found, lambda one: one.fits(has))

    def _in_state(self, state: str) -> Matches:
        wanted = Value("state", state)
        return self._amendments.applied(
            self._values("state", [state]), lambda one: wanted in one.values
        )

    def texts_like(self, field: str, text: str, *, exact: bool) -> list[str]:
        """The values of a field that hold a text, or that are typed so in pinyin."""
        if exact:
            return [text]
        # blanks count for nothing, in names as in text
        like = self._sql.execute(
            "SELECT text FROM value WHERE field = ? AND instr(replace(folded, ' ', ''), ?)",
            (field, squeeze(text)),
        )
        found = [value for (value,) in like.fetchall()]
        key = tokens.readable(text)
        if key and key == squeeze(text) and field in ("person", "place"):
            vids = msgspec.json.encode(self._read_as(key, (field,))).decode()
            read = self._sql.execute(
                "SELECT text FROM value WHERE vid IN (SELECT value FROM json_each(?))", (vids,)
            )
            found += [value for (value,) in read.fetchall()]
        return list(dict.fromkeys(found))

    def _read_as(self, key: str, fields: Sequence[str]) -> list[int]:
        """The values whose pinyin or initials begin with a key."""
        read = self._sql.execute(
            "SELECT DISTINCT r.vid, v.field FROM reading r JOIN value v ON v.vid = r.vid"
            " WHERE r.key >= ? AND r.key < ?",
            (key, key + _LAST),
        )
        return [vid for vid, field in read.fetchall() if field in fields]

    def _values(self, field: str, texts: Iterable[str]) -> Matches:
        wanted = msgspec.json.encode(list(texts)).decode()
        vids = self._sql.execute(
            "SELECT vid FROM value WHERE field = ? AND text IN (SELECT value FROM json_each(?))",
            (field, wanted),
        )
        return self.sets(vid for (vid,) in vids.fetchall())

    def _between(self, first: str | None, last: str | None) -> Matches:
        newest = 0 if last is None else timeline_day(last)
        oldest = YEARLESS_DAY - 1 if first is None else timeline_day(first)
        found = self._addressed(_OF_DAYS, newest << DAY_BITS, (oldest + 1) << DAY_BITS)
        return self._amendments.applied(
            found, lambda one: newest <= timeline_day(one.date) <= oldest
        )

    def _is(self, state: str) -> Matches:
        if state == "undated":
            return self._in_state(UNDATED)
        if state == "unread":
            return self.everything() - self._articles(self._marks.read())
        marks = self._marks
        return self._articles(marks.marked() if state == "marked" else marks.corrected())

    def _articles(self, ids: Iterable[str]) -> Matches:
        """The articles with these ids, or that have taken the place of one of them."""
        return self._addressed(_OF_IDS, msgspec.json.encode(list(ids)).decode())

    def _addressed(self, question: str, *values: str | int) -> Matches:
        """The set of the addresses that a question joins with commas: quicker than rows."""
        (found,) = self._sql.execute(question, values).fetchone()
        return Matches.of(_numbers.decode(f"[{found or ''}]"))


def _cost(term: Expression) -> int:
    match term:
        case Not():
            return 3
        case Word() | And() | Or():
            return 2
        case Between():
            return 1
    return 0
