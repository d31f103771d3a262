"""The tables of docs name tests that are there, and no hostile test file is left out."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"`((?:tests/)?[\w/]+\.py)(?:::(\w+))?`")


def named(document: str) -> list[tuple[Path, str]]:
    text = (ROOT / "docs" / document).read_text(encoding="utf-8")
    return [
        (ROOT / path if "/" in path else ROOT / "tests" / "hostile" / path, test)
        for path, test in NAMED.findall(text)
    ]


@pytest.mark.parametrize("document", ["hostile.md", "SECURITY.md"])
def test_every_test_that_is_named_is_there(document: str):
    found = named(document)
    assert len(found) > 10
    for path, test in found:
        assert path.is_file(), path
        assert not test or re.search(rf"def {test}\b", path.read_text(encoding="utf-8")), test


def test_every_hostile_test_file_is_in_a_table():
    there = {path for document in ("hostile.md", "SECURITY.md") for path, _ in named(document)}
    files = set((ROOT / "tests" / "hostile").glob("test_*.py"))
    assert files - there == {Path(__file__)}
