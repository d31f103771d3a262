"""Where a query's words and names stand in an article. Pure."""

from collections.abc import Iterable, Iterator
from typing import Literal

from store.folding import Compact, compact, squeeze
from store.library import tokens
from store.library.interface import Hit
from store.model import Article, Span
from store.query.expression import And, Expression, Has, Or, Word

NameField = Literal["person", "place"]


def hits_in(article: Article, query: Expression, names: Iterable[str] = ()) -> list[Hit]:
    """The hits in reading order; ``names`` are people and places that the query means by pinyin.

    Nothing under a not is a hit.
    """
    words = list(dict.fromkeys([*words_of(query), *names]))
    found: set[Hit] = set()
    for number, paragraph in enumerate(article.paragraphs):
        text = compact(paragraph.text)
        for word in words:
            found.update(
                Hit(Span(number, start, end), word) for start, end in _find(text, squeeze(word))
            )
    return sorted(found, key=lambda hit: (hit.span, hit.word))


def words_of(query: Expression) -> Iterator[str]:
    """The texts that a query looks for, whether as words or in a field."""
    match query:
        case And(terms=terms) | Or(terms=terms):
            for term in terms:
                yield from words_of(term)
        case Word(text=text):
            yield text
        case Has(field="person" | "place" | "org" | "title" | "term" | "series", text=text):
            yield text


def typed_names(query: Expression) -> Iterator[tuple[NameField, str]]:
    """What a query may mean by pinyin or initials, and the field that it looks in.

    As ``Evaluation`` reads them: a word of its own only unquoted and of two letters or more, in
    a field one letter is enough, a whole value is never pinyin.
    """
    match query:
        case And(terms=terms) | Or(terms=terms):
            for term in terms:
                yield from typed_names(term)
        case Word(text=text, quoted=False) if tokens.is_name_like(squeeze(text)):
            yield "person", squeeze(text)
            yield "place", squeeze(text)
        case Has(field=("person" | "place") as field, text=text, exact=False):
            key = tokens.readable(text)
            if key and key == squeeze(text):
                yield field, key


def _find(text: Compact, word: str) -> Iterator[tuple[int, int]]:
    start = text.text.find(word) if word else -1
    while start >= 0:
        end = start + len(word)
        yield text.origins[start], text.origins[end - 1] + 1
        start = text.text.find(word, end)
