"""Which panes fit on a screen: three, two or one, with the same keys."""

from dataclasses import dataclass
from typing import Literal

Pane = Literal["filters", "timeline", "article"]

PANES: tuple[Pane, ...] = ("filters", "timeline", "article")
THREE_FROM = 110
TWO_FROM = 70
LEAST_WIDTH = 40
LEAST_HEIGHT = 12
"""Below this Rich and Textual fail or nothing can be read."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What the reader asked to see: the pane in use, zoom, and the filters beside it.

    ``beside`` is the pane that keeps the timeline company where only two fit.
    """

    focus: Pane = "timeline"
    zoomed: bool = False
    filters: bool = True
    beside: Pane = "article"

    def visible(self, width: int) -> tuple[Pane, ...]:
        """The panes shown at a width, in their order."""
        if self.zoomed or width < TWO_FROM:
            return (self.focus,)
        if width < THREE_FROM:
            beside = self.beside if self.focus == "timeline" else self.focus
            return ("filters", "timeline") if beside == "filters" else ("timeline", "article")
        return PANES if self.filters or self.focus == "filters" else PANES[1:]

    def focused(self, pane: Pane) -> "Arrangement":
        """The arrangement after a pane was gone to."""
        beside = self.beside if pane == "timeline" else pane
        filters = self.filters or pane == "filters"
        return Arrangement(pane, self.zoomed, filters, beside)

    def without_filters(self) -> "Arrangement":
        """The arrangement after the filters were put away."""
        focus: Pane = "timeline" if self.focus == "filters" else self.focus
        return Arrangement(focus, zoomed=False, filters=False, beside="article")

    def next(self, step: int) -> Pane:
        """The pane after or before the one in use, in the order of the screen."""
        return PANES[(PANES.index(self.focus) + step) % len(PANES)]


def too_small(width: int, height: int) -> bool:
    """Whether a screen cannot hold even one pane."""
    return width < LEAST_WIDTH or height < LEAST_HEIGHT
