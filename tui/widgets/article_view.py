"""The pane that shows one article: jumps, hits, names, and where the reader is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from textual.message import Message

from store.library.interface import Hit
from store.model import Article, Item, Requirements, Span
from tui.palette import DARK, Palette
from tui.widgets.article_canvas import ArticleCanvas
from tui.widgets.article_cursor import Cursor
from tui.widgets.article_facts import LABELS
from tui.widgets.article_layout import Place
from tui.widgets.article_outline import Entry, entries_of, item_in, numbered

_ABOVE = 2
"""Rows kept above what is jumped to, so that it is read in its context."""


class ArticleView(ArticleCanvas, can_focus=True):
    """One article with its facts, its hits, a current place and the names to stop at.

    The current place is where a jump, a hit or a name led as long as that is on the screen, and
    the top of the screen otherwise.
    """

    class NameChosen(Message):
        """The reader asks for the person of this name."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(
        self,
        *,
        palette: Palette = DARK,
        labels: Mapping[str, str] = LABELS,
        ambiguous: int = 1,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(palette, labels, ambiguous, id=id, classes=classes)
        self._cursor = Cursor()

    def show(self, article: Article | None, hits: Sequence[Hit] = ()) -> None:
        """Show an article from its top, or other hits of the same one where the reader is."""
        spans = tuple(sorted(hit.span for hit in hits))
        if article is not None and article == self._article:
            if spans != self._hits:
                self._set_cursor(Cursor())
                self._set_hits(spans)
            return
        self._article, self._hits = article, spans
        self._top = Place(0, 0)
        self._set_cursor(Cursor())
        self._lay_out()

    def renew(self, article: Article, hits: Sequence[Hit] = ()) -> None:
        """Show another state of the same article, where the reader is."""
        self._article, self._hits = article, tuple(sorted(hit.span for hit in hits))
        self._set_cursor(Cursor())
        self._lay_out()

    def dress(
        self,
        *,
        palette: Palette | None = None,
        labels: Mapping[str, str] | None = None,
        ambiguous: int | None = None,
    ) -> None:
        """Change the palette, the language of the labels or the width of ambiguous characters."""
        self._palette = palette or self._palette
        self._labels = labels or self._labels
        self._ambiguous = ambiguous or self._ambiguous
        self._set_cursor(Cursor())
        self._lay_out()

    def go_to(self, span: Span) -> bool:
        """Move to characters of the article and make them the current place; False without them."""
        place = self._place_of(span)
        if place is None:
            return False
        self._move_to(Cursor(place))
        return True

    def point_out(self, span: Span) -> bool:
        """Move to characters of the article and set them off; False where they are not drawn."""
        place = self._place_of(span)
        if place is None or self._drawing is None:
            return False
        self._move_to(Cursor(place, tuple(self._drawing.layout.cover(span))))
        return True

    def jump_to_item(self, number: int) -> bool:
        """Move to the requirement of that number; again, to that of the next series that has it.

        Of several series the first that goes on at or after the current place is meant. False
        when no series has the number.
        """
        window = self._window()
        if self._article is None or window is None:
            return False
        span = self._cursor.span(window) or Span(0, 0, 0)
        found = numbered(self._article, number, (span.paragraph, span.start))
        if not found:
            return False
        here = self._cursor.place if self._cursor.in_sight(window) else None
        again = len(found) > 1 and self._place_of(found[0].span) == here
        return self.go_to(found[1 if again else 0].span)

    def next_hit(self) -> bool:
        """Move to the next hit; False when there is none further down."""
        return self._choose_hit(1)

    def previous_hit(self) -> bool:
        """Move to the previous hit; False when there is none further up."""
        return self._choose_hit(-1)

    def next_name(self) -> bool:
        """Stop at the next name; False when there is none further down."""
        return self._choose_name(1)

    def previous_name(self) -> bool:
        """Stop at the previous name; False when there is none further up."""
        return self._choose_name(-1)

    def open_name(self) -> bool:
        """Ask for the person of the name that was stopped at (NameChosen); False without one."""
        if self._cursor.name is None:
            return False
        self.post_message(self.NameChosen(self._cursor.name))
        return True

    def current_span(self) -> Span | None:
        """The requirement or paragraph at the current place, the whole of it; None without one."""
        window = self._window()
        return self._cursor.span(window) if window is not None else None

    def current_item(self) -> tuple[Requirements, Item] | None:
        """The requirement at the current place and its series, or None."""
        span = self.current_span()
        if self._article is None or span is None:
            return None
        return item_in(self._article, span)

    def hit_number(self) -> tuple[int, int]:
        """Which hit is chosen, from 1, or 0 for none, and how many there are."""
        parts = self._drawing.hit_parts if self._drawing is not None else []
        chosen = self._cursor.chosen
        number = parts.index(chosen) + 1 if chosen in parts else 0
        return number, len(parts)

    def outline(self) -> list[Entry]:
        """Series, requirements and directives in reading order, each with its row."""
        if self._article is None or self._drawing is None:
            return []
        layout = self._drawing.layout
        entries = []
        for entry in entries_of(self._article):
            place = self._place_of(entry.span)
            if place is not None:
                entries.append(replace(entry, line=layout.row_of(place)))
        return entries

    def _place_of(self, span: Span) -> Place | None:
        if self._drawing is None:
            return None
        return self._drawing.layout.place_of(span.paragraph, span.start)

    def _choose_hit(self, direction: int) -> bool:
        window = self._window()
        if self._drawing is None or window is None:
            return False
        parts = self._drawing.hit_parts
        places = [Place(*found[0][:2]) for found in parts]
        at = self._cursor.next_of(places, direction, window)
        if at is None:
            return False
        self._move_to(Cursor(places[at], parts[at]))
        return True

    def _choose_name(self, direction: int) -> bool:
        window = self._window()
        if window is None:
            return False
        stops = window.layout.stops()
        places = [Place(block, stop.start) for block, stop in stops]
        at = self._cursor.next_of(places, direction, window)
        if at is None:
            return False
        block, (start, end, name) = stops[at]
        self._move_to(Cursor(places[at], ((block, start, end),), name))
        return True

    def _set_cursor(self, cursor: Cursor) -> None:
        """Point at another place, and draw anew the rows that showed the old one or show the new."""
        before, self._cursor = self._cursor, cursor
        self._point_at(cursor.place, cursor.chosen)
        if self._drawing is not None:
            layout = self._drawing.layout
            for row in before.rows(layout) | cursor.rows(layout):
                self.refresh_line(row)

    def _move_to(self, cursor: Cursor) -> None:
        """Point at a place and bring it into sight; a jump brings it near the top of the screen."""
        self._set_cursor(cursor)
        if self._drawing is None or cursor.place is None:
            return
        row = self._drawing.layout.row_of(cursor.place)
        if not cursor.chosen:
            self._go(row - _ABOVE)
        elif not 0 <= row - self.scroll_offset.y < self.size.height:
            self._go(row - self.size.height // 3)
