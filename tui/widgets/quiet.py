"""Focus that repaints what shows it, not the whole widget: over SSH every byte counts."""

from textual.events import Blur, DescendantBlur, DescendantFocus, Focus
from textual.widget import Widget


class QuietFocus(Widget):
    """A widget that is not repainted when it gains or loses the focus.

    Stands in for what Textual's ``Widget`` does on these events, less the repaint. A subclass
    repaints its own sign of focus in ``show_focus``.
    """

    def show_focus(self) -> None:
        """Repaint what shows that the widget has the focus, if anything does."""

    def on_focus(self, event: Focus) -> None:
        """Note the focus and tell the parents."""
        event.prevent_default()
        self.has_focus = True
        self.show_focus()
        if self.parent is not None:
            self.parent.post_message(DescendantFocus(self))

    def on_blur(self, event: Blur) -> None:
        """Note that the focus is gone and tell the parents."""
        event.prevent_default()
        self.has_focus = False
        self.show_focus()
        if self.parent is not None:
            self.parent.post_message(DescendantBlur(self))
