"""The documents of a command's paths, one by one, and those that could not be read."""

import hashlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from store.model import Document
from store.reading import Limits, ReadingError, find_files, read_bytes, read_file

STANDARD_INPUT: Final = Path("-")
_ENOUGH_OF_IT: Final = 12
"""Hexadecimal digits of a checksum that name a text apart from any other here."""


@dataclass
class Inputs:
    """The files under some paths; ``refusals`` grows while they are read, one line each."""

    paths: Sequence[Path]
    limits: Limits
    refusals: list[str] = field(default_factory=list)
    skipped: int = 0

    def files(self) -> list[tuple[Path, Path | None]]:
        """Every file to read and the folder it was found in; refuses what is no file."""
        found: list[tuple[Path, Path | None]] = []
        for path in self.paths:
            if path == STANDARD_INPUT:
                found.append((path, None))
            else:
                found += self._under(path)
        return found

    def document(self, path: Path, inside: Path | None) -> Document | None:
        """One document, or None when it cannot be read and its reason was noted."""
        try:
            if path == STANDARD_INPUT:
                return _from_standard_input(self.limits)
            return read_file(path, self.limits, inside)
        except ReadingError as error:
            self.refusals.append(str(error))
            return None

    def documents(self) -> Iterator[Document]:
        """Every document that can be read."""
        for path, inside in self.files():
            document = self.document(path, inside)
            if document is not None:
                yield document

    def _under(self, path: Path) -> Iterator[tuple[Path, Path | None]]:
        nothing = True
        for found in find_files([path], self.limits):
            if found.outcome == "skipped":
                self.skipped += 1
                continue
            nothing = False
            if found.outcome == "refused":
                self.refusals.append(f"{found.path}: {found.reason}")
            else:
                yield found.path, found.inside
        if nothing:
            self.refusals.append(f"{path}: a folder without reports")


def _from_standard_input(limits: Limits) -> Document:
    """A document named after its content: two texts that came this way are two documents."""
    data = sys.stdin.buffer.read(limits.max_file_bytes + 1)
    name = hashlib.sha256(data).hexdigest()[:_ENOUGH_OF_IT]
    return read_bytes(data, f"{STANDARD_INPUT}{name}", limits)
