"""Short ways to read an invented text in the tests of reading."""

from store.model import Document, Page
from store.reading import read_bytes

BODY = "8月4日，全省防汛会议在云汀召开，副省长石望舒出席并讲话，各市汇报了备汛情况。"


def read(text: str) -> Document:
    """The document of a text in UTF-8."""
    return read_bytes(text.encode("utf-8", "surrogatepass"), "sample.txt")


def page(document: Document) -> Page:
    """The only page of a document."""
    (only,) = document.pages
    return only


def texts(document: Document) -> list[str]:
    """The texts of the blocks of the only page."""
    return [block.text for block in page(document).blocks]


def kinds(document: Document) -> list[str]:
    """The kinds of the blocks of the only page."""
    return [block.kind for block in page(document).blocks]
