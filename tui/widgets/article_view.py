"""The pane that shows one article: drawn line by line, at the same cost however long it is."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from store.library.interface import Hit
from store.model import Article, Item, Requirements, Span
from tui.palette import DARK, Palette
from tui.widgets.article_drawing import Drawing, Part, over_selected
from tui.widgets.article_facts import LABELS
from tui.widgets.article_layout import ArticleLayout, Place
from tui.widgets.article_outline import Entry, entries_of, item_in, numbered
from tui.widgets.article_selection import selected_text

_ABOVE = 2
"""Rows kept above what is jumped to, so that it is read in its context."""


class ArticleView(ScrollView, can_focus=True, inherit_bindings=False):
    """One article with its facts, its hits, a current place and the names to stop at.

    The current place is where a jump, a hit or a name led as long as that is on the screen, and
    the top of the screen otherwise. Nothing is animated, and no key is bound here.
    """

    ALLOW_SELECT = True
    DEFAULT_CSS = """
    ArticleView {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size: 0 0;
    }
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
        super().__init__(id=id, classes=classes)
        self._palette = palette
        self._labels = labels
        self._ambiguous = ambiguous
        self._article: Article | None = None
        self._hits: tuple[Span, ...] = ()
        self._drawing: Drawing | None = None
        self._drawn_for = Size(0, 0)
        self._top = Place(0, 0)
        self._here: Place | None = None
        self._chosen: tuple[Part, ...] = ()
        self._name: str | None = None

    # What is shown

    @property
    def article(self) -> Article | None:
        """The article on show."""
        return self._article

    def show(self, article: Article | None, hits: Sequence[Hit] = ()) -> None:
        """Show an article from its top, or other hits of the same one where the reader is."""
        spans = tuple(sorted(hit.span for hit in hits))
        if article is not None and article == self._article:
            if spans != self._hits:
                self._hits = spans
                self._forget_place()
                if self._drawing is not None:
                    self._drawing.set_hits(spans)
                self.refresh()
            return
        self._article, self._hits = article, spans
        self._top = Place(0, 0)
        self._forget_place()
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
        self._forget_place()
        self._lay_out()

    @property
    def percent(self) -> int:
        """How much of the article has been on the screen down to its last row, 0 to 100."""
        height = self.virtual_size.height
        if not height:
            return 100
        return min(100, 100 * (self.scroll_offset.y + self.size.height) // height)

    # Moving

    def scroll_rows(self, rows: int) -> bool:
        """Move by rows, down when positive; False when the article ends there."""
        return self._go(self.scroll_offset.y + rows)

    def scroll_half(self, direction: int) -> bool:
        """Move by half a screen, down with 1 and up with -1."""
        return self.scroll_rows(direction * max(self.size.height // 2, 1))

    def scroll_page(self, direction: int) -> bool:
        """Move by a screen less two rows, which stay to be found again."""
        return self.scroll_rows(direction * max(self.size.height - 2, 1))

    def go_top(self) -> bool:
        """Move to the title."""
        return self._go(0)

    def go_end(self) -> bool:
        """Move to the last row, which lays out the whole article."""
        if self._drawing is None:
            return False
        self._drawing.layout.row_of(Place(len(self._drawing.layout.blocks), 0))
        return self._go(len(self._drawing.layout.rows))

    def go_to(self, span: Span) -> bool:
        """Move to characters of the article and make them the current place; False without them."""
        place = self._place_of(span)
        if place is None:
            return False
        self._set_here(place)
        return True

    def jump_to_item(self, number: int) -> bool:
        """Move to the requirement of that number; again, to that of the next series that has it.

        Of several series the first that goes on at or after the current place is meant. False
        when no series has the number.
        """
        if self._article is None:
            return False
        span = self.current_span() or Span(0, 0, 0)
        found = numbered(self._article, number, (span.paragraph, span.start))
        if not found:
            return False
        again = self._here is not None and self._place_of(found[0].span) == self._here
        return self.go_to(found[1 if again and len(found) > 1 else 0].span)

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
        if self._name is None:
            return False
        self.post_message(self.NameChosen(self._name))
        return True

    # Where the reader is

    def current_span(self) -> Span | None:
        """The requirement or paragraph at the current place, the whole of it; None without one."""
        drawing = self._drawing
        if drawing is None:
            return None
        layout = drawing.layout
        if self._here is not None and self._in_sight(self._here):
            return layout.blocks[self._here.block].span
        top = self.scroll_offset.y
        layout.reach(top + self.size.height)
        shown = layout.rows[top : top + self.size.height]
        return next((span for row in shown if (span := layout.blocks[row.block].span)), None)

    def current_item(self) -> tuple[Requirements, Item] | None:
        """The requirement at the current place and its series, or None."""
        span = self.current_span()
        if self._article is None or span is None:
            return None
        return item_in(self._article, span)

    def hit_number(self) -> tuple[int, int]:
        """Which hit is chosen, from 1, or 0 for none, and how many there are."""
        parts = self._drawing.hit_parts if self._drawing is not None else []
        chosen = parts.index(self._chosen) + 1 if self._chosen in parts else 0
        return chosen, len(parts)

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

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        base = self.rich_style
        width = self.size.width
        drawing = self._drawing
        row = self.scroll_offset.y + y
        if drawing is not None:
            drawing.layout.reach(row + 1)
        if drawing is None or row >= len(drawing.layout.rows):
            return Strip.blank(width, base)
        strip = drawing.strip(row, width, base)
        selection = self.text_selection
        if selection is not None and (span := selection.get_span(row)) is not None:
            style = self.screen.get_component_rich_style("screen--selection")
            strip = over_selected(strip, *span, style)
        return strip.apply_offsets(0, row)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text as the article has it, without the line breaks of the screen."""
        if self._drawing is None:
            return None
        return selected_text(self._drawing.layout, selection), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the changed selection."""
        self.refresh()

    def notify_style_update(self) -> None:
        """Draw everything in the new style."""
        super().notify_style_update()
        if self._drawing is not None:
            self._drawing.forget()

    def on_resize(self) -> None:
        """Break the lines anew and keep the character at the top of the screen there."""
        if self._drawing is None or self.size.width != self._drawn_for.width:
            self._lay_out()
        else:
            self._keep_place()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Follow a movement by mouse, and lay out what comes into sight."""
        super().watch_scroll_y(old_value, new_value)
        if self._drawing is None or self._drawn_for != self.size:
            return
        layout = self._drawing.layout
        row = round(new_value)
        layout.reach(row + self.size.height)
        if row < len(layout.rows):
            self._top = layout.rows[row].place

    # Parts of the above

    def _forget_place(self) -> None:
        self._here, self._chosen, self._name = None, (), None
        if self._drawing is not None:
            self._drawing.here = None
            self._drawing.set_chosen(())

    def _lay_out(self) -> None:
        self._drawing = None
        if self._article is not None and self.size.width > 0:
            layout = ArticleLayout(self._article, self.size.width, self._labels, self._ambiguous)
            self._drawing = Drawing(layout, self._palette)
            self._drawing.set_hits(self._hits)
            self._drawing.set_chosen(self._chosen)
            self._drawing.here = self._here
        self._keep_place()
        self.refresh()

    def _keep_place(self) -> None:
        """Scroll to the row of the top place, which is a row's start only at another width."""
        self._drawn_for = self.size
        top = self._top
        self._go(self._drawing.layout.row_of(top) if self._drawing is not None else 0)
        self._top = top

    def _go(self, row: int) -> bool:
        """Scroll so that a row is the first on the screen, as far as there are rows."""
        before = self.scroll_offset.y
        height = 0
        if self._drawing is not None:
            layout = self._drawing.layout
            layout.reach(row + self.size.height + 1)
            height = layout.height()
        self.virtual_size = Size(self.size.width, height)
        last = max(height - self.size.height, 0)
        self.scroll_to(y=min(max(row, 0), last), animate=False, force=True)
        return self.scroll_offset.y != before

    def _place_of(self, span: Span) -> Place | None:
        if self._drawing is None:
            return None
        return self._drawing.layout.place_of(span.paragraph, span.start)

    def _in_sight(self, place: Place) -> bool:
        """Whether a place is on the screen, by the places of its first and last rows."""
        if self._drawing is None:
            return False
        layout = self._drawing.layout
        top = self.scroll_offset.y
        bottom = top + self.size.height
        layout.reach(bottom + 1)
        if top >= len(layout.rows) or place < layout.rows[top].place:
            return False
        return bottom >= len(layout.rows) or place < layout.rows[bottom].place

    def _choose_hit(self, direction: int) -> bool:
        if self._drawing is None:
            return False
        parts = self._drawing.hit_parts
        at = self._next_of([Place(*found[0][:2]) for found in parts], direction)
        if at is None:
            return False
        self._set_here(Place(*parts[at][0][:2]), parts[at])
        return True

    def _choose_name(self, direction: int) -> bool:
        if self._drawing is None:
            return False
        stops = self._drawing.layout.stops()
        at = self._next_of([Place(stop[0], stop[1].start) for stop in stops], direction)
        if at is None:
            return False
        block, (start, end, name) = stops[at]
        self._set_here(Place(block, start), ((block, start, end),), name)
        return True

    def _next_of(self, places: Sequence[Place], direction: int) -> int | None:
        """The first of sorted places past the current one, or else the first from the screen's edge."""
        if self._drawing is None:
            return None
        if self._here is not None and self._in_sight(self._here):
            past = bool(self._chosen)
            if direction > 0:
                at = (bisect_right if past else bisect_left)(places, self._here)
            else:
                at = bisect_left(places, self._here) - 1
        elif direction > 0:
            at = bisect_left(places, self._edge(0))
        else:
            at = bisect_left(places, self._edge(self.size.height)) - 1
        return at if 0 <= at < len(places) else None

    def _edge(self, below: int) -> Place:
        """The place of the row that many rows below the top of the screen, or past the end."""
        if self._drawing is None:
            return Place(0, 0)
        layout = self._drawing.layout
        row = self.scroll_offset.y + below
        layout.reach(row + 1)
        return layout.rows[row].place if row < len(layout.rows) else Place(len(layout.blocks), 0)

    def _set_here(
        self, place: Place, chosen: tuple[Part, ...] = (), name: str | None = None
    ) -> None:
        """Make a place the current one, with what is set off there, and bring it into sight."""
        drawing = self._drawing
        if drawing is None:
            return
        changed = self._drawn_rows()
        self._here, self._chosen, self._name = place, chosen, name
        drawing.here = place
        drawing.set_chosen(chosen)
        row = drawing.layout.row_of(place)
        seen = 0 <= row - self.scroll_offset.y < self.size.height
        if not (chosen and seen):
            self._go(row - (self.size.height // 3 if chosen else _ABOVE))
        for row in changed | self._drawn_rows():
            self.refresh_line(row)

    def _drawn_rows(self) -> set[int]:
        """The rows that show the current place and what is chosen."""
        if self._drawing is None or self._here is None:
            return set()
        layout = self._drawing.layout
        rows = {layout.row_of(self._here)}
        for block, start, end in self._chosen:
            first, last = layout.row_of(Place(block, start)), layout.row_of(Place(block, end - 1))
            rows.update(range(first, last + 1))
        return rows
