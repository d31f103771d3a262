"""Both libraries, the one on disk and the plain one in memory, keep the contract."""

from pathlib import Path

import pytest
from library_contract import LibraryContract
from plain_library import PlainLibrary

from store.library import open_library
from store.library.library import LogLibrary


class TestLogLibrary(LibraryContract):
    @pytest.fixture
    def empty(self, tmp_path: Path) -> LogLibrary:
        return open_library(tmp_path / "library", state_dir=tmp_path / "state", write=True)


class TestPlainLibrary(LibraryContract):
    @pytest.fixture
    def empty(self) -> PlainLibrary:
        return PlainLibrary()
