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


ABOUT_THE_TESTS = {"test_attacks.py", "test_source.py", "test_hostile_docs.py"}
"""Files in which a test may be about the tests themselves."""

OF_THEMSELVES = {
    "test_other_users.py::test_the_watch_sees_a_file_that_is_gone_at_once",
    "test_library_faults.py::test_the_article_whose_fields_are_made_wrong_has_all_of_them",
}
"""Single tests of that kind."""


def test_every_hostile_test_is_a_row():
    there = {test for _, test in named("hostile.md")}
    tests = [
        f"{path.name}::{test}"
        for path in (ROOT / "tests" / "hostile").glob("test_*.py")
        for test in re.findall(r"^(?:async )?def (test_\w+)", path.read_text("utf-8"), re.MULTILINE)
        if path.name not in ABOUT_THE_TESTS and test not in there
    ]
    assert set(tests) == OF_THEMSELVES
