"""Short ways for the parsing tests to say what they parse."""

from store.lexicon import load
from store.model import Article, Block, Document, Page, Paragraph
from store.parsing import parse
from store.parsing.folded import fold
from store.parsing.names import Names


def document(*blocks: Block | str, title: str | None = None) -> Document:
    """A document of one page; a plain string is a paragraph of text."""
    page = Page(
        blocks=tuple(b if isinstance(b, Block) else Block("text", b) for b in blocks), title=title
    )
    return Document(
        path="sample.txt",
        sha256="0" * 64,
        layout="plain-text",
        encoding="utf-8",
        text="",
        pages=(page,),
    )


def article(*blocks: Block | str, title: str | None = None) -> Article:
    """The only article of a document."""
    [only] = parse(document(*blocks, title=title), load())
    return only


def names_in(text: str, *, headline: bool = False) -> list[str]:
    """The names that a single paragraph proves, in reading order."""
    folded = fold(text)
    return [m.name for m in Names(load()).anchored([folded], [headline], [()])]


def roles_of(text: str) -> dict[str, tuple[str, ...]]:
    """Each person of a paragraph with the roles it gives, in a report of something that took place."""
    return {person.name: person.roles for person in article(text, "大家参加。").people}


def titles_of(text: str) -> dict[str, str | None]:
    """Each person of a paragraph with the title printed there."""
    return {person.name: person.title for person in article(text).people}


def texts(*parts: str) -> list[Paragraph]:
    """Paragraphs of text."""
    return [Paragraph("text", part) for part in parts]
