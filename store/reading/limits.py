"""What one reading may cost, and the one error that says that a file cannot be read."""

from dataclasses import dataclass


class ReadingError(Exception):
    """A file cannot be read; the message is one line with the file, the place and the way out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on one reading; each is named in the message of the refusal it causes.

    ``max_line_chars`` bounds one paragraph as it is shown, not a line of markup.
    """

    max_file_bytes: int = 20_000_000
    max_line_chars: int = 100_000
    max_paragraphs: int = 20_000
    max_nesting: int = 100
    max_files: int = 1_000_000
    max_depth: int = 100


DEFAULT_LIMITS = Limits()


def shown(path: str) -> str:
    r"""A path as one printable line: unprintable characters as ``\x0a``, ``\udc80``."""
    if path.isprintable():
        return path
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in path
    )


def in_megabytes(size: int) -> str:
    """A number of bytes for a message: ``20 MB``, or bytes when it is smaller than one."""
    return f"{size / 1_000_000:g} MB" if size >= 1_000_000 else f"{size} bytes"
