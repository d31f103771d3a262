"""Which panes fit on a screen: three, two or one, with the same keys."""

from dataclasses import dataclass, replace
from typing import Literal

Pane = Literal["filters", "timeline", "article"]

PANES: tuple[Pane, ...] = ("filters", "timeline", "article")
THREE_FROM = 110
TWO_FROM = 70
FILTERS_WIDTH = 28
"""Cells of the filters beside other panes, until the reader wants more or less."""

SHARE = 45
"""Hundredths that the timeline takes of the room beside the article."""

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
    filters_width: int = FILTERS_WIDTH
    share: int = SHARE

    def resized(self, step: int) -> "Arrangement":
        """The arrangement with the pane in use wider by a step, or narrower."""
        if self.focus == "filters":
            return replace(self, filters_width=min(max(self.filters_width + 4 * step, 16), 48))
        step = step if self.focus == "timeline" else -step
        return replace(self, share=min(max(self.share + 5 * step, 20), 80))

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
        return replace(self, focus=pane, filters=filters, beside=beside)

    def without_filters(self) -> "Arrangement":
        """The arrangement after the filters were put away."""
        focus: Pane = "timeline" if self.focus == "filters" else self.focus
        return replace(self, focus=focus, zoomed=False, filters=False, beside="article")

    def next(self, step: int) -> Pane:
        """The pane after or before the one in use, in the order of the screen."""
        return PANES[(PANES.index(self.focus) + step) % len(PANES)]


def too_small(width: int, height: int) -> bool:
    """Whether a screen cannot hold even one pane."""
    return width < LEAST_WIDTH or height < LEAST_HEIGHT
