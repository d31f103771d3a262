"""Markers put together to series, by their ordinals.

A series opens at one, goes on only with the last number plus one, and may hold further
series inside an item. Nothing is decided here about what a series means.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from store.parsing.ordinals import Marker

_DEEPEST = 6
"""Series inside series: more levels than any report has."""
_MIXED = frozenset("要是")
_UNMIXED = frozenset("，靠抓查盯促保防强")


@dataclass(frozen=True, slots=True)
class Entry:
    """One marker of a series and the paragraph it stands in."""

    marker: Marker
    paragraph: int
    number: int

    @property
    def place(self) -> tuple[int, int]:
        """Paragraph and offset, for comparing."""
        return self.paragraph, self.marker.start


@dataclass(slots=True, eq=False)
class Draft:
    """A series while it grows; ``broken`` once somebody else speaks or a headline comes.

    ``leading`` says that its first marker begins a paragraph: such a series may hold
    whatever stands between its items. ``outer`` is the series that was open around it,
    ``followed`` the place of the marker with which another series took its place.
    """

    entries: list[Entry]
    leading: bool
    outer: "Draft | None" = None
    broken: bool = False
    followed: tuple[int, int] | None = None

    @property
    def last(self) -> Entry:
        """The item that was added last."""
        return self.entries[-1]

    @property
    def style(self) -> tuple[str, str]:
        """Group and style of the first marker."""
        first = self.entries[0].marker
        return first.group, first.style


@dataclass(slots=True)
class Assembler:
    """Takes the markers and breaks of a report in order and gives its series."""

    _open: list[Draft] = field(default_factory=list)
    _closed: list[Draft] = field(default_factory=list)

    def add(self, marker: Marker, paragraph: int, leading: bool) -> None:
        """Open a series with this marker, or carry on the one it continues, or ignore it."""
        if marker.number == 1:
            self._begin(marker, paragraph, leading)
            return
        for level in self._continued(marker, paragraph, leading):
            draft = self._open[level]
            self._close_above(level + 1)
            draft.entries.append(Entry(marker, paragraph, draft.last.number + 1))
            draft.broken = False
            return

    def interrupt(self) -> None:
        """Somebody else begins to speak, or a headline stands here."""
        for draft in self._open:
            draft.broken = True

    def finish(self) -> list[Draft]:
        """Every series of at least two items, in the order of the text."""
        self._close_above(0)
        whole = [draft for draft in self._closed if len(draft.entries) > 1]
        return sorted(whole, key=lambda draft: draft.entries[0].place)

    def _begin(self, marker: Marker, paragraph: int, leading: bool) -> None:
        style = (marker.group, marker.style)
        for level, draft in enumerate(() if marker.weak else self._open):
            ended = draft.broken and not (draft.leading and draft.last.paragraph != paragraph)
            if draft.style == style or ended:
                for replaced in self._open[level:]:
                    replaced.followed = (paragraph, marker.start)
                self._close_above(level)
                break
        if len(self._open) == _DEEPEST:
            self._close_above(_DEEPEST - 1)
        outer = self._open[-1] if self._open else None
        self._open.append(Draft([Entry(marker, paragraph, 1)], leading, outer))

    def _close_above(self, level: int) -> None:
        self._closed.extend(self._open[level:])
        del self._open[level:]

    def _continued(self, marker: Marker, paragraph: int, leading: bool) -> Iterable[int]:
        """The levels of the open series that the marker may continue, best first."""
        ranked = []
        for level, draft in enumerate(self._open):
            fits = _fits(marker, draft)
            if fits and _reaches(draft, paragraph, leading):
                ranked.append((fits, level))
        return (level for _, level in sorted(ranked, reverse=True))


def _fits(marker: Marker, draft: Draft) -> int:
    """How well a marker continues a series: 3 same style, 2 same group, 1 both spoken, 0 not."""
    group, style = draft.style
    if marker.number == 0:
        enough = len(draft.entries) >= (2 if marker.style == "最后" else 1)
        return 2 if group == "order" and enough else 0
    if draft.last.number + 1 != marker.number:
        return 0
    if (group, style) == (marker.group, marker.style):
        return 3
    if group == marker.group == "clause":
        return 2 if {style, marker.style} <= _MIXED else 0
    if group == marker.group:
        return 0 if group == "figure" else 2
    mixed = {group, marker.group} == {"clause", "order"}
    return 1 if mixed and not _UNMIXED.intersection((style, marker.style)) else 0


def _reaches(draft: Draft, paragraph: int, leading: bool) -> bool:
    if draft.last.paragraph == paragraph or not draft.broken:
        return True
    return leading and draft.leading
