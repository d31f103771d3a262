"""What can be copied out of an article: a requirement, a paragraph, the citation, the facts."""

from collections.abc import Sequence
from dataclasses import dataclass

from store.model import Article, Item, Requirements, Span
from tui.language import Language
from tui.safe import visible
from tui.widgets.article_facts import facts_of
from tui.widgets.labels import article_labels


@dataclass(frozen=True, slots=True)
class Piece:
    """A text to copy, neutralised line by line, and what it is."""

    name: str
    text: str


def pieces(
    article: Article,
    span: Span | None,
    item: tuple[Requirements, Item] | None,
    language: Language,
) -> Sequence[Piece]:
    """The pieces at a place of an article, the smallest first."""
    say = language.say
    found = []
    if item is not None:
        found.append(_piece(say("requirement"), printed(article, item[1])))
    if span is not None:
        found.append(_piece(say("paragraph"), article.paragraphs[span.paragraph].text))
    found.append(_piece(say("citation"), citation(article)))
    facts = facts_of(article, article_labels(language))
    found.append(_piece(say("facts"), "\n".join(f"{fact.label}  {fact.value}" for fact in facts)))
    whole = "\n".join(paragraph.text for paragraph in article.paragraphs)
    found.append(_piece(say("whole article"), whole))
    return found


def printed(article: Article, item: Item) -> str:
    """A requirement with its marker, as it stands in the article."""
    span = item.span
    stands = article.paragraphs[span.paragraph].text[span.start : span.end]
    # of one that goes on in further paragraphs only the first part stands there
    return stands if item.text in stands else item.marker + item.text


def citation(article: Article) -> str:
    """The article as a newspaper source in the manner of GB/T 7714-2015, 4.4.

    What is not known is left out: no author, no day is made up.
    """
    authors = ", ".join(article.byline.reporters)
    day = article.published.date.removeprefix("--") if article.published else ""
    where = ", ".join(part for part in (article.source, day) if part)
    parts = [authors, f"{article.title}[N]", where]
    return ". ".join(part for part in parts if part) + "."


def _piece(name: str, text: str) -> Piece:
    return Piece(name, "\n".join(visible(line) for line in text.splitlines()))
