"""The word lists behind the parser: this project's own files and jieba's dictionary."""

from store.lexicon.loader import Lexicon, load

__all__ = ["Lexicon", "load"]
