"""From a Document to its articles: pure functions, text in and dataclasses out."""

from store.parsing.article import parse

__all__ = ["parse"]
