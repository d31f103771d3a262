"""From a file on disk to an answer: reading, parsing, the library and its questions."""

__version__ = "0.1.0"
