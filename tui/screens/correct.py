"""Correcting what was read out of an article: which part, what is right, and the way back."""

from collections.abc import Callable
from functools import partial

from store.library.interface import LibraryError
from store.model import Article
from store.query import QueryError
from store.query.names import VALUES
from tui.correcting import (
    Change,
    Part,
    change_of,
    parts_of,
    parts_of_person,
    with_person,
    without_person,
)
from tui.describing import say_wrong
from tui.screens.across import AcrossScreen
from tui.screens.ask import AskScreen
from tui.screens.listing import Entry


class CorrectingScreen(AcrossScreen):
    """The panes, with the questions that lead to a correction."""

    def action_correct(self) -> None:
        """Ask which part of the article is wrong."""
        article = self.article.view.article
        if article is None:
            return
        if self._setting.correcting is None:
            self.say(self.language.say("Corrections cannot be kept here"))
            return
        entries = [self._entry(part) for part in parts_of(article)]
        title = self.language.say("What is wrong?")
        self._pick(title, entries, partial(self._correct, article))

    def _entry(self, part: Part) -> Entry[Part]:
        word = self.language.word("fact", part.word)
        if part.kind == "new person":
            return Entry(part, self.language.say("add a person"))
        return Entry(part, word, self._shown_value(part))

    def _shown_value(self, part: Part) -> str:
        if part.kind == "choice":
            return self._word(part, part.value) if part.value else "-"
        if part.kind == "roles":
            return " ".join(self.language.word("role", role) for role in part.value.split())
        return part.value or "-"

    def _word(self, part: Part, value: str) -> str:
        return self.language.word(part.path.rpartition(".")[2], value)

    def _correct(self, article: Article, part: Part) -> None:
        """Ask what is right, in the way that suits the part."""
        if part.kind == "new person":
            self._ask_right(
                self.language.say("the person's name"), "", partial(self._pick_role, article)
            )
        elif part.kind == "person" and part.path:
            person = next(one for one in article.people if one.name == part.person)
            entries = [self._entry(one) for one in parts_of_person(person)]
            self._pick(part.person, entries, partial(self._correct, article))
        elif part.kind == "person":
            self._keep(article, lambda: without_person(article, part.person))
        elif part.kind == "choice":
            entries_of = [Entry(value, self._word(part, value)) for value in part.choices]
            title = self.language.word("fact", part.word)
            self._pick(title, entries_of, partial(self._read_right, article, part))
        else:
            title = f"{part.person} {self.language.word('fact', part.word)}".strip()
            former = self._shown_value(part) if part.value else ""
            self._ask_right(title, former, partial(self._read_right, article, part))

    def _pick_role(self, article: Article, name: str) -> None:
        if name.strip():
            roles = [Entry(role, self.language.word("role", role)) for role in VALUES["role"]]
            self._pick(
                name.strip(),
                roles,
                lambda role: self._keep(article, lambda: with_person(article, name.strip(), role)),
            )

    def _ask_right(self, title: str, former: str, done: Callable[[str], None]) -> None:
        def answered(text: str | None) -> None:
            if text is not None:
                done(text)

        self.app.push_screen(AskScreen(self.language, title, former), answered)

    def _read_right(self, article: Article, part: Part, typed: str) -> None:
        self._keep(article, lambda: change_of(article, part, typed, self._setting.today()))

    def _keep(self, article: Article, change: Callable[[], Change]) -> None:
        """Store a correction, or say why it cannot be."""
        correcting, meeting = self._setting.correcting, self.article.meeting
        if correcting is None or meeting is None:
            return
        try:
            back = correcting.put(article, change())
        except QueryError as error:
            self._say_wrong(say_wrong(error, self.language))
        except (ValueError, LibraryError) as error:
            self._say_wrong(str(error))
        else:
            self._marking.remember(meeting.key, lambda: self._take_back(back))
            self._show_corrected()
            self.say(self.say_undoes("Corrected; {undo} undoes"))

    def _take_back(self, back: Callable[[], None]) -> None:
        back()
        self._show_corrected()

    def _show_corrected(self) -> None:
        """Show the article and the rows as they are now."""
        self.article.read_again()
        self.timeline.read_again()
