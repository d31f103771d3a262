"""A newspaper page as Markdown: one or several reports, headlines as ``#``, broken columns."""

from store.model import Page
from store.reading.reading import Reading
from store.reading.text_blocks import markdown_blocks


def read_newspaper_page(text: str) -> Reading:
    """One page with all its reports; telling them apart is left to parsing."""
    blocks, remarks = markdown_blocks(text)
    return Reading((Page(blocks=tuple(blocks)),), remarks)
