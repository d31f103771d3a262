"""The one-line bars: titles of panes, the status line and the keys of the focused pane."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text
from textual.widget import Widget

from tui.commands.command import Keymap
from tui.commands.table import commands_of, key_names
from tui.language import Language
from tui.safe import visible


class Bar(Widget):
    """One line of text, with more at its right end; both are neutralised here."""

    def __init__(self, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._left = ""
        self._right = ""

    def show(self, left: str, right: str = "") -> None:
        """Show other text; nothing is repainted when it is the same."""
        left, right = visible(left), visible(right)
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    @property
    def text(self) -> str:
        """What the bar shows at its left."""
        return self._left

    def render(self) -> Text:
        """The left text, cut where it meets the right one."""
        room = self.size.width - cell_len(self._right) - 1
        left = Text(self._left, no_wrap=True, overflow="crop")
        left.truncate(max(room, 0), overflow="crop", pad=True)
        return Text.assemble(left, " ", self._right, no_wrap=True, end="")


def key_hints(panes: Sequence[str], width: int, language: Language, keymap: Keymap) -> str:
    """The keys worth knowing in some panes, the most useful first, as many as fit whole."""
    ranked = [c for pane in panes for c in commands_of(pane) if c.footer]
    ranked.sort(key=lambda command: -command.footer)
    text = ""
    for command in ranked:
        key = key_names(command, keymap).split(" ")[0]
        hint = f" {key} {language.say(command.label)} "
        if cell_len(text + hint) <= width:
            text += hint
    return text
