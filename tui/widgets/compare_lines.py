"""Two meetings compared, line by line: the rosters, then demand by demand, side by side or not."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from types import MappingProxyType
from typing import Final

from rich.cells import cell_len

from store.across import CHANGES, Change, Comparison, Move, Pair, Passage, RosterChange, Seat
from store.model import Article
from tui.language import Language
from tui.palette import Ink
from tui.safe import visible
from tui.typography import Line, break_lines, cell_width

SIDE_BY_SIDE_FROM = 110
"""Cells from which the two meetings stand beside each other."""

Piece = tuple[str, Ink]
"""Neutralised text and its ink."""

Row = Sequence[Piece]

_GUTTER_FROM: Final = 70
"""Cells from which what became of a demand stands beside it, not above."""

_BETWEEN: Final = " │ "
_INK_OF: Final[Mapping[Change, Ink]] = MappingProxyType(
    {
        "added": "organisation",
        "dropped": "dim",
        "hardened": "directive",
        "softened": "marker",
        "reworded": "marker",
        "unchanged": "dim",
    }
)


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that belong together; ``change`` says that a demand is not what it was."""

    rows: Sequence[Row]
    change: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A neutralised text with an ink for all of it and one for some stretches."""

    text: str
    ink: Ink = "plain"
    stretches: Sequence[tuple[int, int]] = ()
    over: Ink = "plain"

    def rows(self, width: int, ambiguous: int, first: int = 0, indent: int = 0) -> list[Row]:
        """The text in rows of at most ``width`` cells, indents included.

        Characters of ambiguous width take ``ambiguous`` cells.
        """
        lines = break_lines(
            self.text, width, first_indent=first, indent=indent, ambiguous=ambiguous
        )
        return [[*self._pieces(line)] for line in lines]

    def _pieces(self, line: Line) -> Iterator[Piece]:
        if line.indent:
            yield " " * line.indent, "plain"
        at = line.start
        for start, end in self.stretches:
            start, end = max(start, at), min(end, line.end)
            if start < end:
                if at < start:
                    yield self.text[at:start], self.ink
                yield self.text[start:end], self.over
                at = end
        if at < line.end:
            yield self.text[at : line.end].rstrip(), self.ink


@dataclass(frozen=True, slots=True)
class Setting:
    """How a comparison is set: all cells, those left of the demands, and the language.

    ``ambiguous`` is how many cells characters of ambiguous width take.
    """

    width: int
    gutter: int
    language: Language
    ambiguous: int = 1

    @property
    def inner(self) -> int:
        """The cells right of the gutter."""
        return self.width - self.gutter

    @property
    def column(self) -> int | None:
        """The cells of one column where the meetings stand beside each other."""
        fits = self.width >= SIDE_BY_SIDE_FROM
        return (self.inner - cell_len(_BETWEEN)) // 2 if fits else None


def blocks_of(
    comparison: Comparison, width: int, language: Language, ambiguous: int = 1
) -> Iterator[Block]:
    """The comparison in blocks for a width, the earlier meeting first or at the left."""
    words = max(cell_len(language.word("change", one)) for one in CHANGES)
    setting = Setting(width, words + 2 if width >= _GUTTER_FROM else 0, language, ambiguous)
    yield _heads(comparison, setting)
    yield from _roster(comparison.roster, setting)
    yield _summary(comparison.wording, setting)
    for pair in comparison.wording:
        yield _pair(pair, setting)


def _heads(comparison: Comparison, setting: Setting) -> Block:
    """Day, source and name of both meetings."""
    before, after = _head(comparison.earlier), _head(comparison.later)
    ambiguous = setting.ambiguous
    if (column := setting.column) is not None:
        rows = _beside(
            Text(before, "title").rows(column, ambiguous),
            Text(after, "title").rows(column, ambiguous),
            column,
            ambiguous,
        )
        return Block(_behind([], rows, setting))
    rows = [*Text(f"- {before}", "title").rows(setting.width, ambiguous, 1, 3)]
    return Block([*rows, *Text(f"+ {after}", "title").rows(setting.width, ambiguous, 1, 3)])


def _behind(label: Row, rows: Sequence[Row], setting: Setting) -> list[Row]:
    """Rows right of the gutter, which holds the label; above them where there is no gutter."""
    if not setting.gutter:
        return [label, *rows] if label else [*rows]
    taken = sum(cell_len(text) for text, _ in label)
    first: Row = [*label, (" " * (setting.gutter - taken), "plain")]
    blank: Row = [(" " * setting.gutter, "plain")]
    return [[*(blank if at else first), *row] for at, row in enumerate(rows)]


def _head(article: Article) -> str:
    event = article.event
    parts = (event.date if event else None, article.source, event.name if event else article.title)
    return visible("  ".join(part for part in parts if part))


def _roster(roster: RosterChange, setting: Setting) -> Iterator[Block]:
    language = setting.language
    say = language.say
    count = say("{n} people, then {m}", n=len(roster.earlier), m=len(roster.later))
    yield Block([(), [(f" {say('Roster')}", "heading"), (f"  {count}", "dim")]])
    between = say("; ")
    told = {
        say("new"): "、".join(map(_seat, roster.new)),
        say("not named now"): "、".join(map(_seat, roster.gone)),
        say("order"): between.join(_move(one, language) for one in roster.moved),
        say("title"): between.join(f"{a.name} {a.title} -> {b.title}" for a, b in roster.retitled),
    }
    told = {label: text for label, text in told.items() if text}
    indent = 5 + max(map(cell_len, told), default=0)
    for label, text in told.items():
        lead = f"   {label}" + " " * (indent - 3 - cell_len(label))
        first, *rest = Text(visible(text)).rows(
            setting.width - 1, setting.ambiguous, indent, indent
        )
        yield Block([[(lead, "label"), *first[1:]], *rest])
    if not told:
        yield Block([[(f"   {say('the same names in the same order')}", "dim")]])


def _seat(seat: Seat) -> str:
    return f"{seat.name}（{seat.title}）" if seat.title else seat.name


def _move(move: Move, language: Language) -> str:
    ranks = f"{move.name} {move.former} -> {move.now}"
    if move.behind is None:
        return language.say("{who} (now first)", who=ranks)
    return language.say("{who} (now behind {other})", who=ranks, other=move.behind)


def _summary(wording: Sequence[Pair], setting: Setting) -> Block:
    language = setting.language
    counts = Counter(pair.change for pair in wording)
    parts = [f"{language.word('change', one)} {counts[one]}" for one in CHANGES if counts[one]]
    title = f" {language.say('Demands')}"
    note = Text("  ".join(parts) or language.say("none in either report"), "dim")
    first, *rest = note.rows(setting.width, setting.ambiguous, cell_len(title) + 2, 3)
    return Block([(), [(title, "heading"), ("  ", "plain"), *first[1:]], *rest])


def _pair(pair: Pair, setting: Setting) -> Block:
    """A demand: what became of it, then both wordings; one that is the same takes one line."""
    label: Row = [(f" {setting.language.word('change', pair.change)}", _INK_OF[pair.change])]
    if pair.change == "unchanged" and pair.later is not None:
        lead = Text(visible(pair.later.lead), "dim")
        return Block(
            _behind(
                label,
                _numbered(pair.later, lead, "" if setting.column else "= ", setting.inner, setting),
                setting,
            )
        )
    before = Text(_visible(pair.earlier), "plain", pair.former, "dropped")
    after = Text(_visible(pair.later), "plain", pair.latter, "added")
    column = setting.column
    room = setting.inner if column is None else column
    left = _numbered(pair.earlier, before, "- " if column is None else "", room, setting)
    right = _numbered(pair.later, after, "+ " if column is None else "", room, setting)
    rows = [*left, *right] if column is None else _beside(left, right, column, setting.ambiguous)
    if why := _why(pair):
        indent = cell_len(_lead(pair.later or pair.earlier, "" if column else "- "))
        rows += Text(why, "dim").rows(setting.inner, setting.ambiguous, indent, indent)
    return Block(_behind(label, rows, setting), change=True)


def _why(pair: Pair) -> str:
    """The strict words that came and went, and who speaks where it is not the meeting."""
    words = [f"+{word}" for word in pair.gained] + [f"-{word}" for word in pair.lost]
    speakers = [one.by for one in (pair.earlier, pair.later) if one is not None and one.by]
    who = " -> ".join(dict.fromkeys(speakers))
    return visible("  ".join([*words, *([who] if who and who != "会议" else [])]))


def _visible(passage: Passage | None) -> str:
    return visible(passage.text) if passage is not None else ""


def _numbered(
    passage: Passage | None, text: Text, sign: str, width: int, setting: Setting
) -> list[Row]:
    """A demand's rows under its sign and number; none for a demand that is not there."""
    if passage is None:
        return []
    lead = _lead(passage, sign)
    first, *rest = text.rows(width - 1, setting.ambiguous, len(lead), len(lead))
    return [[(lead, "marker"), *first[1:]], *rest]


def _lead(passage: Passage | None, sign: str) -> str:
    """What stands before a demand, as wide with a number as without."""
    number = passage.number if passage is not None else None
    return sign + (f"{number}. " if number is not None else "").ljust(4)


def _beside(left: Sequence[Row], right: Sequence[Row], column: int, ambiguous: int) -> list[Row]:
    """Two columns as rows."""
    rows: list[Row] = []
    for one, other in zip_longest(left, right, fillvalue=()):
        taken = sum(cell_width(text, ambiguous) for text, _ in one)
        rows.append([*one, (" " * (column - taken), "plain"), (_BETWEEN, "dim"), *other])
    return rows
