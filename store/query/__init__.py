"""The query language: text to an expression and back."""

from store.query.errors import QueryError
from store.query.parser import parse
from store.query.printer import to_text

__all__ = ["QueryError", "parse", "to_text"]
