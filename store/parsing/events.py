"""What a report reports: its kind, the event it is about, and the further ones beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from store.model import ArticleKind, Event, Paragraph, Published
from store.parsing import kinds
from store.parsing.event_choice import choose
from store.parsing.event_lead import read_lead
from store.parsing.event_writer import EventWriter
from store.parsing.folded import fold
from store.parsing.years import gather


@dataclass(frozen=True, slots=True)
class Events:
    """The kind of a report, its event, and the further events it tells of in passing."""

    kind: ArticleKind
    event: Event | None = None
    further: tuple[Event, ...] = ()


def find_events(
    paragraphs: Sequence[Paragraph],
    published: Published | None,
    surroundings: Sequence[str],
) -> Events:
    """Kind and events of one report; ``surroundings`` are the texts of the others on its page.

    The spans of the evidence point into ``paragraphs``. A text that reports nothing that was
    held or done (a speech, a rule, an essay) has the kind other and no event.
    """
    plain = [fold(paragraph.text) for paragraph in paragraphs]
    if kinds.is_notice(paragraphs, plain):
        return Events("notice")
    if kinds.no_report(paragraphs, plain):
        return Events("other")
    lead = read_lead(paragraphs, plain)
    choice = choose(lead, plain)
    if choice.kind == "other":
        return Events("other")
    writer = EventWriter(paragraphs, lead, gather(plain, published, surroundings))
    return Events(
        choice.kind,
        writer.main(choice),
        tuple(writer.meeting(line, meeting, main=False) for line, meeting in choice.further),
    )
