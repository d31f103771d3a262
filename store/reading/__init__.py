"""From a file on disk to a Document: encoding, layout, boilerplate, paragraphs, metadata."""

from store.reading.document import read_bytes
from store.reading.files import data_of, read_file
from store.reading.folders import Found, find_files
from store.reading.limits import Limits, ReadingError

__all__ = ["Found", "Limits", "ReadingError", "data_of", "find_files", "read_bytes", "read_file"]
