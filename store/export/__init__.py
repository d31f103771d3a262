"""Articles and rows as text, JSON, CSV and Markdown, piece by piece, for standard output."""

from store.export.articles import articles_as
from store.export.forms import FORMATS, Format
from store.export.rows import meetings_as
from store.export.tables import Cell, Table, plain, table_as

__all__ = ["FORMATS", "Cell", "Format", "Table", "articles_as", "meetings_as", "plain", "table_as"]
