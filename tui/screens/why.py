"""Why the article says what it says: a fact, its rule and the characters it was read from."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from store.model import Article, Span
from tui.commands.table import closing
from tui.language import Language
from tui.safe import visible
from tui.screens.guarded import GuardedScreen
from tui.why import Reason, context_of
from tui.widgets.bars import Bar
from tui.widgets.line_list import Cell, LineList
from tui.widgets.timeline import cut

_LINES = 2
"""Lines of one reason: the fact with its rule, and the characters in their context."""


class ReasonList(LineList):
    """Reasons of two lines each; the cursor stands on the first."""

    def __init__(self, article: Article, reasons: Sequence[Reason]) -> None:
        super().__init__(id="reasons")
        self._article = article
        self._reasons = reasons
        self._column = max((cell_len(reason.field) for reason in reasons), default=0) + 2
        self.set_lines(len(reasons) * _LINES)

    @property
    def current(self) -> Reason | None:
        """The reason under the cursor."""
        return self._reasons[self.cursor // _LINES] if self._reasons else None

    def selectable(self, line: int) -> bool:
        """The context is no place for the cursor."""
        return line % _LINES == 0

    def cells(self, line: int, width: int) -> Sequence[Cell]:
        """The fact and its rule, or the characters in their context."""
        reason = self._reasons[line // _LINES]
        if line % _LINES == 0:
            field = set_cell_size(visible(reason.field), self._column)
            rule = f"  {visible(reason.rule)} "
            room = max(width - self._column - 1 - cell_len(rule), 8)
            value = cut(visible(reason.value), room)
            return [(f" {field}", "line--dim"), (value, "line--strong"), (rule, "line--dim")]
        if reason.span is None:
            return ()
        before, said, after = map(visible, context_of(self._article, reason.span))
        indent = " " * (self._column + 1)
        return [(indent + before, "line--dim"), (said, "line--mark"), (after, "line--dim")]


class WhyScreen(GuardedScreen[Span | None]):
    """The reasons of an article; ``enter`` gives the span of the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *closing("any.back", "article.why"),
        Binding("enter,right,l", "choose", show=False),
    ]

    def __init__(self, language: Language, article: Article, reasons: Sequence[Reason]) -> None:
        super().__init__(language)
        self._title = article.title
        self._list = ReasonList(article, reasons)

    def parts(self) -> ComposeResult:
        """The title, the reasons, the keys."""
        yield Bar(id="heading", classes="title -focus")
        yield self._list
        yield Bar(id="status")
        yield Bar(id="keys")

    def on_mount(self) -> None:
        """Begin with the first."""
        say = self.language.say
        self.query_one("#heading", Bar).show(say("Why: {title}", title=self._title))
        keys = say(
            "{down} {up} move   enter show in the article   {back} back",
            down=self.key("move.down"),
            up=self.key("move.up"),
            back=self.key("any.back"),
        )
        self.query_one("#keys", Bar).show(keys)
        self.set_focus(self._list)

    def action_choose(self) -> None:
        """Show the characters in the article, where there are any."""
        reason = self._list.current
        if reason is None or reason.span is None:
            self.query_one("#status", Bar).show(self.language.say("No characters say this"))
        else:
            self.dismiss(reason.span)

    def action_close(self) -> None:
        """Back to where the article was."""
        self.dismiss(None)
