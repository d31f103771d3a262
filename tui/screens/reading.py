"""The open article: how it is opened, left, copied from and looked behind."""

import os
from collections.abc import Callable
from pathlib import Path

from store.library.interface import LibraryError, MeetingRow
from store.model import Span
from store.query.expression import Everything
from tui.clipboard import TooLongError, copy
from tui.copying import Piece
from tui.palette import PALETTES
from tui.screens.ask import AskScreen
from tui.screens.listing import Entry
from tui.screens.queries import QueriesScreen
from tui.widgets.article_pane import ArticlePane
from tui.widgets.article_view import ArticleView
from tui.widgets.timeline import Timeline


class ReadingScreen(QueriesScreen):
    """The panes, with what a reader does in the article."""

    def on_timeline_opened(self, message: Timeline.Opened) -> None:
        """Read a meeting."""
        self._open(message.meeting)

    def _open(self, meeting: MeetingRow) -> None:
        try:
            self.article.open(meeting, self._shown.query)
        except LibraryError as error:
            self._say_wrong(str(error))
            return
        self._read()
        self._use()
        self._go_to("article")
        self._show_words()

    def _read(self) -> None:
        """Note that the open report was read."""
        if (row := self.article.report) and (meeting := self.article.meeting):
            self._marking.read(row.id)
            self.timeline.repaint_meeting(meeting.key)

    def on_article_pane_turned(self, message: ArticlePane.Turned) -> None:
        """Let the timeline follow."""
        self._read()
        self.timeline.go_to(message.meeting.key)
        self._show_words()

    def on_article_pane_past_hits(self, message: ArticlePane.PastHits) -> None:
        """Go on to the next meeting that the query shows."""
        if isinstance(self._chosen.typed, Everything):
            key = self.key("any.query")
            self.say(self.language.say("Nothing was searched for: {key} searches", key=key))
            return
        meeting = self.timeline.step(message.step)
        if meeting is None:
            self.say(self.language.say("No further hit"))
            return
        self._open(meeting)
        self.article.view.next_hit()

    def on_article_pane_said(self, message: ArticlePane.Said) -> None:
        """Pass it on."""
        self.say(message.text)

    def action_outline(self) -> None:
        """Choose from the requirements and directives of the article."""
        if self.article.view.article is None:
            return
        entries = [
            Entry(entry.span, f"{'  ' if entry.kind == 'item' else ''}{entry.text}")
            for entry in self.article.view.outline()
        ]
        self._pick(self.language.say("Outline"), entries, self.article.view.go_to)

    def on_article_view_name_chosen(self, message: ArticleView.NameChosen) -> None:
        """Open the page of a person whose name stands in the article."""
        self._show_person(message.name)

    def action_copy(self) -> None:
        """Copy the smallest piece at the current place."""
        for piece in self.article.pieces()[:1]:
            self._copy(piece)

    def action_copy_what(self) -> None:
        """Choose what to copy."""
        self._choose_piece(self._copy)

    def action_write(self) -> None:
        """Choose what to write to a file."""
        self._choose_piece(self._write)

    def _choose_piece(self, use: Callable[[Piece], None]) -> None:
        """Use the only piece, or ask which."""
        pieces = self.article.pieces()
        if len(pieces) == 1:
            use(pieces[0])
        elif pieces:
            entries = [Entry(p, p.name, p.text.partition("\n")[0][:60]) for p in pieces]
            self._pick(self.language.say("Copy ..."), entries, use)

    def _copy(self, piece: Piece) -> None:
        try:
            copy(piece.text, os.environ, self._setting.write)
        except TooLongError as error:
            key = self.key("article.write")
            self._say_wrong(
                self.language.say("Too long to copy: {why}; {key} writes", why=error, key=key)
            )
            return
        size = len(piece.text)
        self.say(self.language.say("Copied {what}, {n} characters", what=piece.name, n=size))

    def _write(self, piece: Piece) -> None:
        def answered(path: str | None) -> None:
            if path:
                self._write_to(Path(path).expanduser(), piece.text)

        question = self.language.say("write to which file")
        self.app.push_screen(AskScreen(self.language, question, ""), answered)

    def _write_to(self, path: Path, text: str) -> None:
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(text + "\n")
        except OSError as error:
            self._say_wrong(f"{path}: {error.strerror}")
        else:
            self.say(self.language.say("Written: {path}", path=path))

    def action_why(self) -> None:
        """Show why each fact is so, and go to the characters that the reader chooses."""
        article = self.article.view.article
        if article is None:
            return

        def chosen(span: Span | None) -> None:
            if span is not None:
                self.article.view.point_out(span)

        correcting = self._setting.correcting
        corrected = correcting.of(article.id) if correcting else ()
        # imported here because the first screen does not need them
        from tui.screens.why import WhyScreen
        from tui.why import reasons_of

        reasons = reasons_of(article, corrected, self.language)
        self.app.push_screen(WhyScreen(self.language, article, reasons), chosen)

    def action_source(self) -> None:
        """Show the text of the document that the open report came from."""
        article = self.article.view.article
        if article is None:
            return
        text = self._library.source_text(article.id)
        if text is None:
            self.say(self.language.say("The source text is no longer there"))
        else:
            palette = PALETTES[self.app.theme]
            # imported here because the first screen does not need it
            from tui.screens.source import SourceScreen

            self.app.push_screen(
                SourceScreen(self.language, palette, article, text, self.ambiguous)
            )
