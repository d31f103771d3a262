"""The pane that holds the open meeting: its title bar, its reports and the steps between them."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.strip import Strip

from store.library.interface import Library, MeetingRow, ReportRow
from store.query.expression import Everything, Expression
from tui.commands.table import bindings_of, key_of, keymap_of
from tui.copying import Piece, pieces
from tui.correcting import Correcting
from tui.language import Language
from tui.palette import Palette
from tui.widgets.article_view import ArticleView
from tui.widgets.bars import Bar
from tui.widgets.labels import article_labels
from tui.widgets.quiet import QuietFocus


class QuietArticle(ArticleView, QuietFocus, can_focus=True):
    """An article that is not drawn again when the focus comes or goes, and its stand-in.

    ``guide`` is what the pane shows until an article is opened.
    """

    guide: Sequence[str] = ()

    def render_line(self, y: int) -> Strip:
        """A line of the article, or of the guide before there is one."""
        if self.article is not None:
            return super().render_line(y)
        text = self.guide[y] if y < len(self.guide) else ""
        width = self.size.width
        return Strip([Segment(set_cell_size(text, width), self.rich_style)], width)


class ArticlePane(Vertical):
    """One meeting with its reports; the article itself is drawn by :class:`ArticleView`."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("article", "move")

    class Turned(Message):
        """The reader went on to another meeting from inside the pane."""

        def __init__(self, meeting: MeetingRow) -> None:
            super().__init__()
            self.meeting = meeting

    class PastHits(Message):
        """There is no further hit in this article in the direction of ``step``."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    class Said(Message):
        """Something to say in the status line."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(
        self,
        library: Library,
        language: Language,
        palette: Palette,
        correcting: Correcting | None = None,
        ambiguous: int = 1,
    ) -> None:
        super().__init__(id="article-pane", classes="pane")
        self.language = language
        self.meeting: MeetingRow | None = None
        self._library = library
        self._correcting = correcting
        self.title_bar = Bar(classes="title")
        self.view = QuietArticle(
            palette=palette, labels=article_labels(language), ambiguous=ambiguous, id="article"
        )
        self._report = 0
        self._query: Expression = Everything()

    def compose(self) -> ComposeResult:
        """A title and the article, or the keys to begin with."""
        yield self.title_bar
        yield self.view

    def on_mount(self) -> None:
        """Say what the pane is for."""
        self.view.guide = self._guide()
        self._show_title()

    @property
    def report(self) -> ReportRow | None:
        """The report on show."""
        return self.meeting.reports[self._report] if self.meeting else None

    def open(self, meeting: MeetingRow, query: Expression, report: int = 0) -> None:
        """Show a report of a meeting with the hits of a query."""
        self.meeting, self._report, self._query = meeting, report, query
        row = meeting.reports[report]
        article = self._library.article(row.id)
        hits = self._library.hits(row.id, query) if article else ()
        self.view.show(article, hits)
        self._show_title()
        if article is None:
            self.post_message(self.Said(self.language.say("This report is no longer there")))

    def read_again(self) -> None:
        """Show the same report as it is now, where the reader is."""
        if (row := self.report) and (article := self._library.article(row.id)):
            self.view.renew(article, self._library.hits(row.id, self._query))
            self._show_title()

    def highlight(self, query: Expression) -> None:
        """Show the hits of another query in the same article."""
        self._query = query
        if (row := self.report) and (article := self.view.article):
            self.view.show(article, self._library.hits(row.id, query))

    def relabel(self, palette: Palette, ambiguous: int) -> None:
        """Draw again in the language in use, in other colours and another width."""
        labels = article_labels(self.language)
        self.view.dress(palette=palette, labels=labels, ambiguous=ambiguous)
        self.view.guide = self._guide()
        self._show_title()

    def _guide(self) -> Sequence[str]:
        """The keys to begin with, each with what it is for."""
        say, keymap = self.language.say, keymap_of(self)
        keys = {
            "timeline.open": say("open the meeting at the cursor"),
            "any.query": say("type a name, a word, a place"),
            "any.filters": say("choose people, places, months"),
            "any.help": say("every key"),
        }
        return (
            "",
            *(f" {set_cell_size(key_of(name, keymap), 7)} {what}" for name, what in keys.items()),
        )

    def _show_title(self) -> None:
        row = self.report
        if row is None or self.meeting is None:
            self.title_bar.show(self.language.say("Article"))
            return
        source = " ".join(part for part in (row.source, row.published) if part)
        name = source or self.language.word("kind", row.kind)
        many = len(self.meeting.reports)
        notes = []
        if self._correcting is not None and self._correcting.of(row.id):
            notes.append(self.language.word("state", "corrected"))
        if many > 1:
            key = key_of("article.report", keymap_of(self))
            n = self._report + 1
            notes.append(
                self.language.say("{n} of {many} reports ({key})", n=n, many=many, key=key)
            )
        self.title_bar.show(name, "  ".join(notes))

    def action_item(self, number: int) -> None:
        """Jump to a requirement; say so where there is none, and which report has it."""
        if self.meeting is None:
            return
        if self.view.jump_to_item(number):
            self.post_message(self.Said(""))
            return
        text = self.language.say("No requirement {n} in this report", n=number)
        others = [one for one in self.meeting.reports if one != self.report]
        if any(one.requirements >= number for one in others):
            key = key_of("article.report", keymap_of(self))
            text += self.language.say("; another report has it ({key})", key=key)
        self.post_message(self.Said(text))

    def action_next_hit(self) -> None:
        """The next hit, here or in the meetings after this one."""
        self._step_hit(1)

    def action_previous_hit(self) -> None:
        """The hit before, here or in the meetings before this one."""
        self._step_hit(-1)

    def _step_hit(self, step: int) -> None:
        moved = self.view.next_hit() if step > 0 else self.view.previous_hit()
        if moved:
            number, many = self.view.hit_number()
            self.post_message(
                self.Said(self.language.say("hit {n} of {many}", n=number, many=many))
            )
        else:
            self.post_message(self.PastHits(step))

    def action_next_name(self) -> None:
        """Stop at the next name."""
        self.view.next_name()

    def action_previous_name(self) -> None:
        """Stop at the name before."""
        self.view.previous_name()

    def action_open_name(self) -> None:
        """Show the meetings of the person at whose name the reader stopped."""
        if self.meeting and not self.view.open_name():
            key = key_of("article.next_name", keymap_of(self))
            text = self.language.say("No name here: {key} goes to the next", key=key)
            self.post_message(self.Said(text))

    def pieces(self) -> Sequence[Piece]:
        """What can be copied at the current place."""
        view, article = self.view, self.view.article
        if article is None:
            return ()
        return pieces(article, view.current_span(), view.current_item(), self.language)

    def action_next_report(self) -> None:
        """The next report of the same meeting, then the first again."""
        if self.meeting is None:
            return
        if len(self.meeting.reports) == 1:
            self.post_message(self.Said(self.language.say("The only report of this meeting")))
            return
        self.open(self.meeting, self._query, (self._report + 1) % len(self.meeting.reports))

    def action_series_step(self, step: int) -> None:
        """The next or previous meeting of the same series."""
        found = self._in_series(step)
        if isinstance(found, str):
            self.post_message(self.Said(found))
        elif found is not None:
            self.open(found, self._query)
            self.post_message(self.Turned(found))

    def _in_series(self, step: int) -> MeetingRow | str | None:
        """The neighbour in the series, or why there is none."""
        row = self.report
        if row is None or self.meeting is None:
            return None
        if not row.series:
            return self.language.say("This meeting belongs to no series")
        meetings = self._library.series(row.series)
        keys = [meeting.key for meeting in meetings]
        here = next((at for at, m in enumerate(meetings) if row.id in _ids(m)), None)
        at = None if here is None else here + step
        if at is None or not 0 <= at < len(keys):
            last = self.language.say("The latest meeting of the series")
            first = self.language.say("The earliest meeting of the series")
            return last if step > 0 else first
        return meetings[at]

    def action_move(self, step: int) -> None:
        """Scroll by lines."""
        self.view.scroll_rows(step)

    def action_move_pages(self, pages: float) -> None:
        """Scroll by pages or half pages."""
        direction = 1 if pages > 0 else -1
        if abs(pages) < 1:
            self.view.scroll_half(direction)
        else:
            self.view.scroll_page(direction)

    def action_first(self) -> None:
        """To the title."""
        self.view.go_top()

    def action_last(self) -> None:
        """To the end."""
        self.view.go_end()


def _ids(meeting: MeetingRow) -> set[str]:
    return {report.id for report in meeting.reports}
