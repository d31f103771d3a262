"""The text of a document as it was saved, with what was extracted from it set off."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from store.model import Article
from tui.commands.table import closing, looks, named
from tui.language import Language
from tui.palette import Palette
from tui.safe import visible
from tui.screens.guarded import GuardedScreen
from tui.screens.help import HelpScreen
from tui.tracing import Traced, line_marks, trace
from tui.typography import break_lines, drawn
from tui.widgets.article_layout import runs_of
from tui.widgets.article_marks import Mark
from tui.widgets.bars import Bar
from tui.widgets.compare_lines import Block, Piece
from tui.widgets.paper import Paper


class SourceScreen(GuardedScreen[None]):
    """The source text of an article, from where the article begins in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *closing("any.back", "article.source"),
        *named("any.help"),
        *looks(),
        Binding("n", "change(1)", id="compare.next_change", show=False),
        Binding("N", "change(-1)", id="compare.previous_change", show=False),
    ]

    def __init__(
        self,
        language: Language,
        palette: Palette,
        article: Article,
        text: str,
        ambiguous: int = 1,
    ) -> None:
        super().__init__(language)
        self._path = article.document.path
        self._text = text
        self._ambiguous = ambiguous
        self._traced = trace(article, text)
        self._paper = Paper(palette, id="paper")

    def parts(self) -> ComposeResult:
        """The path, how much of the article was found, and the text."""
        yield Bar(id="heading", classes="title -focus")
        yield self._paper
        yield Bar(id="keys")

    def on_mount(self) -> None:
        """Say which document it is, and begin where the article does."""
        self._show_bars()
        traced = self._traced
        lines = list(line_marks(self._text, traced.stretches))
        self._paper.show(lambda width: _blocks(lines, width, self._ambiguous))
        self.set_focus(self._paper)
        self.call_after_refresh(self._begin, traced)

    def redress(self, palette: Palette, ambiguous: int) -> None:
        """Draw again in the language, colours and width in use, at the same place."""
        self._ambiguous = ambiguous
        self._show_bars()
        self._paper.dress(palette)
        self._paper.renew()

    def _show_bars(self) -> None:
        say = self.language.say
        traced = self._traced
        found = say("{n} of {many} paragraphs found here", n=traced.found, many=traced.paragraphs)
        self.query_one("#heading", Bar).show(self._path, found)
        keys = say(
            "{down} {up} scroll   {next} {previous} next and previous mark   {back} back",
            down=self.key("move.down"),
            up=self.key("move.up"),
            next=self.key("compare.next_change"),
            previous=self.key("compare.previous_change"),
            back=self.key("any.back"),
        )
        self.query_one("#keys", Bar).show(keys)

    def _begin(self, traced: Traced) -> None:
        if traced.begins is not None:
            before = self._text[: traced.begins].splitlines()
            self._paper.go_to_block(max(len(before) - 1, 0))

    def action_change(self, step: int) -> None:
        """To the next or previous line with a mark."""
        self._paper.step_change(step)

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen(self.language, "article"))

    def action_close(self) -> None:
        """Back to the article."""
        self.dismiss(None)


def _blocks(
    lines: Sequence[tuple[str, Sequence[Mark]]], width: int, ambiguous: int
) -> Iterator[Block]:
    """A block of rows for every line of the source."""
    for line, marks in lines:
        text = visible(line)
        runs = runs_of(marks, len(text))
        rows = []
        for row in break_lines(text, width, ambiguous=ambiguous):
            shown = drawn(text, row.start, row.end)
            end = row.start + len(shown)
            pieces: list[Piece] = [
                (
                    text[max(run.start, row.start) : min(run.end, end)],
                    run.inks[-1] if run.inks else "plain",
                )
                for run in runs
                if run.start < end and run.end > row.start
            ]
            rows.append(pieces)
        yield Block(rows, change=bool(marks))
