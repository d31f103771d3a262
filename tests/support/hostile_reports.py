"""Reports that are hostile in every field, stored in a real library as another user's would be."""

from pathlib import Path

from attacks import STORABLE
from invented_reports import a_document, an_article
from msgspec.structs import replace

from store.library import open_library
from store.library.library import LogLibrary
from store.model import Article, Byline, Document, Headline, Item, Paragraph, Requirements, Span


def hostile_report(number: int, attack: str) -> tuple[Document, list[Article]]:
    """A report whose every free text is an attack; numbers tell them apart."""
    article = an_article(
        f"{attack}会议{number}",
        f"会议指出，{attack}。会议强调，要{attack}压实责任。",
        path=f"{attack}{number}.txt",
        date=f"2023-{number % 12 + 1:02}-{number % 28 + 1:02}",
        series=f"{attack}系列",
        place=attack,
        people={attack: ("presided",), f"{attack}乙": ("attended",)},
        source=attack,
        terms=(attack,),
        organisations=(attack,),
    )
    item = Item(number=1, marker="一要", lead=attack, text=f"要{attack}", span=Span(1, 0, 4))
    series = Requirements(by=attack, verb=attack, announced=2, paragraph=1, items=(item,))
    event = replace(article.event, daypart=attack, date_basis=attack, venues=(attack,), mode=attack)
    hostile = replace(
        article,
        headline=Headline(kicker=(attack,), main=(f"{attack}{number}",), deck=(attack,)),
        byline=Byline(
            agency=attack, reporters=(attack,), photographers=(attack,), editors=(attack,)
        ),
        event=event,
        people=tuple(replace(person, title=f"{attack}市长") for person in article.people),
        paragraphs=(*article.paragraphs, Paragraph("heading", attack), Paragraph("meta", attack)),
        requirements=(series,),
        remarks=(attack,),
    )
    return a_document(hostile, path=hostile.document.path, text=f"{attack}\n会议{number}"), [
        hostile
    ]


def hostile_library(folder: Path) -> LogLibrary:
    """A library of one hostile report for every attack that JSON can hold; its state is beside."""
    library = open_library(folder / "library", state_dir=folder / "state", write=True)
    reports = [hostile_report(at, attack) for at, attack in enumerate(STORABLE.values(), 1)]
    library.add(reports)
    return library
