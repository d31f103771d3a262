"""What a command is: id, keys, label, help, and the pane it belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from tui.language import mark

Keymap = Mapping[str, tuple[str, ...]]
"""The keys that a reader gave to commands, by their ids; the others keep those of the table."""

DEFAULT: Keymap = MappingProxyType({})

Pane = Literal["any", "move", "timeline", "filters", "article", "query", "person", "compare"]

PANE_NAMES: dict[Pane, str] = {
    "any": mark("In every pane"),
    "move": mark("Moving in a pane"),
    "timeline": mark("Timeline"),
    "filters": mark("Filters"),
    "article": mark("Article"),
    "query": mark("Query line"),
    "person": mark("Page of a person"),
    "compare": mark("Two meetings compared"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a reader can do. ``footer`` ranks it among the keys shown at the bottom.

    One that ``opens`` a page or a line is done at once, before the next key is looked at: what
    is typed right behind it belongs there.
    """

    id: str
    keys: tuple[str, ...]
    action: str
    label: str
    help: str
    footer: int = 0
    opens: bool = False

    @property
    def pane(self) -> str:
        """The pane whose focus the keys need; ``any`` works in all."""
        return self.id.partition(".")[0]

    @property
    def of_app(self) -> bool:
        """Whether it concerns the whole app, and so works on pages over the panes as well."""
        return self.action.startswith("app.")
