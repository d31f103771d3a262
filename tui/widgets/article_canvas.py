"""An article drawn line by line, at the same cost however long it is, and how it scrolls."""

from collections.abc import Mapping, Sequence

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from store.model import Article, Span
from tui.palette import Palette
from tui.widgets.article_cursor import Window
from tui.widgets.article_drawing import Drawing, over_selected
from tui.widgets.article_layout import MEASURE, ArticleLayout, Part, Place
from tui.widgets.article_selection import selected_text


class ArticleCanvas(ScrollView, inherit_bindings=False):
    """Draws an article and scrolls in it; nothing is animated and no key is bound here.

    The character at the top of the screen stays there when the width changes.
    """

    ALLOW_SELECT = True
    DEFAULT_CSS = """
    ArticleCanvas {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size: 0 0;
    }
    """

    def __init__(
        self,
        palette: Palette,
        labels: Mapping[str, str],
        ambiguous: int,
        *,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._palette = palette
        self._labels = labels
        self._ambiguous = ambiguous
        self._article: Article | None = None
        self._hits: tuple[Span, ...] = ()
        self._pointed: tuple[Place | None, Sequence[Part]] = (None, ())
        self._drawing: Drawing | None = None
        self._drawn_for = Size(0, 0)
        self._top = Place(0, 0)

    @property
    def article(self) -> Article | None:
        """The article on show."""
        return self._article

    @property
    def percent(self) -> int:
        """How much of the article has been on the screen down to its last row, 0 to 100."""
        height = self.virtual_size.height
        if not height:
            return 100
        return min(100, 100 * (self.scroll_offset.y + self.size.height) // height)

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
        """Move to the headline."""
        return self._go(0)

    def go_end(self) -> bool:
        """Move to the last row, which lays out the whole article."""
        if self._drawing is None:
            return False
        self._drawing.layout.row_of(Place(len(self._drawing.layout.blocks), 0))
        return self._go(len(self._drawing.layout.rows))

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
        if layout.complete and self.virtual_size.height != layout.height():
            self.virtual_size = Size(self.size.width, layout.height())
        if row < len(layout.rows):
            self._top = layout.rows[row].place

    def _lay_out(self) -> None:
        self._drawing = None
        if self._article is not None:
            width = self.size.width or MEASURE
            layout = ArticleLayout(self._article, width, self._labels, self._ambiguous)
            self._drawing = Drawing(layout, self._palette)
            self._drawing.set_hits(self._hits)
            self._drawing.point_at(*self._pointed)
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

    def _window(self) -> Window | None:
        """The rows on the screen; None without an article."""
        if self._drawing is None:
            return None
        return Window(self._drawing.layout, self.scroll_offset.y, self.size.height)

    def _set_hits(self, hits: tuple[Span, ...]) -> None:
        self._hits = hits
        if self._drawing is not None:
            self._drawing.set_hits(hits)
        self.refresh()

    def _point_at(self, place: Place | None, chosen: Sequence[Part]) -> None:
        """Point at a place and set off what is chosen there, at this width and any other."""
        self._pointed = (place, chosen)
        if self._drawing is not None:
            self._drawing.point_at(place, chosen)
