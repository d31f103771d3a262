"""The pane that shows one article: drawn line by line, at the same cost however long it is."""

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
from tui.widgets.article_cursor import Cursor, Window
from tui.widgets.article_drawing import Drawing, over_selected
from tui.widgets.article_facts import LABELS
from tui.widgets.article_layout import MEASURE, ArticleLayout, Place
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
        self._cursor = Cursor()

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
                self._forget_cursor()
                if self._drawing is not None:
                    self._drawing.set_hits(spans)
                self.refresh()
            return
        self._article, self._hits = article, spans
        self._top = Place(0, 0)
        self._forget_cursor()
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
        self._forget_cursor()
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
        self._set_cursor(Cursor(place))
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

    # Where the reader is

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

    def _lay_out(self) -> None:
        self._drawing = None
        if self._article is not None:
            width = self.size.width or MEASURE
            layout = ArticleLayout(self._article, width, self._labels, self._ambiguous)
            self._drawing = Drawing(layout, self._palette)
            self._drawing.set_hits(self._hits)
            self._drawing.point_at(self._cursor.place, self._cursor.chosen)
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

    def _window(self) -> Window | None:
        if self._drawing is None:
            return None
        return Window(self._drawing.layout, self.scroll_offset.y, self.size.height)

    def _choose_hit(self, direction: int) -> bool:
        window = self._window()
        if self._drawing is None or window is None:
            return False
        parts = self._drawing.hit_parts
        places = [Place(*found[0][:2]) for found in parts]
        at = self._cursor.next_of(places, direction, window)
        if at is None:
            return False
        self._set_cursor(Cursor(places[at], parts[at]))
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
        self._set_cursor(Cursor(places[at], ((block, start, end),), name))
        return True

    def _set_cursor(self, cursor: Cursor) -> None:
        """Set off another place and bring it into sight; a jump also brings it to the top."""
        drawing, place = self._drawing, cursor.place
        if drawing is None or place is None:
            return
        changed = self._cursor.rows(drawing.layout) | cursor.rows(drawing.layout)
        self._cursor = cursor
        drawing.point_at(cursor.place, cursor.chosen)
        row = drawing.layout.row_of(place)
        if not cursor.chosen:
            self._go(row - _ABOVE)
        elif not 0 <= row - self.scroll_offset.y < self.size.height:
            self._go(row - self.size.height // 3)
        for row in changed:
            self.refresh_line(row)

    def _forget_cursor(self) -> None:
        self._cursor = Cursor()
        if self._drawing is not None:
            self._drawing.point_at(None, ())
