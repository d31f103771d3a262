"""A portal page saved as text: navigation, title, a line of time and source, body, notices."""

from store.model import Page
from store.reading.reading import Reading
from store.reading.text_blocks import plain_blocks


def read_portal_page(text: str) -> Reading:
    """One page; what belongs to the portal is recognised line by line when the page is tidied."""
    blocks, remarks = plain_blocks(text)
    return Reading((Page(blocks=tuple(blocks)),), remarks)
