"""Rewriting a log: compaction says the same in less, a migration keeps the original."""

import random
from pathlib import Path

import pytest
from invented_reports import a_report

from store.library import lines, open_library, rewriting
from store.library.doctor import compact
from store.library.interface import LibraryError
from store.library.lines import Operation
from store.library.log import Log
from store.library.tinylog import LogDB
from store.query.expression import Everything, Word


def older(path: Path) -> None:
    """A log of an invented format 0, where a document's key was called ``old``."""
    with path.open("wb") as file:
        file.write(lines.encode(Operation("policyreader-log", 0, b'{"generation":"x"}'), 0))
        for number in (1, 2, 3):
            file.write(lines.encode(Operation("t", number, b'{"old":%d}' % number), 0))
        file.write(lines.encode(Operation("t", 2, b"null"), 0))


def renamed(operation: Operation) -> Operation:
    return Operation(operation.table, operation.id, operation.body.replace(b"old", b"new"))


def test_an_older_log_is_migrated_and_the_original_kept(tmp_path: Path):
    path = tmp_path / "a.jsonl"
    older(path)
    data = path.read_bytes()
    original = rewriting.migrate(path, 0, {0: renamed})
    assert original.read_bytes() == data
    assert LogDB(path).table("t").all() == [{"new": 1}, {"new": 3}]


def test_a_migration_that_fails_changes_nothing(tmp_path: Path):
    path = tmp_path / "a.jsonl"
    older(path)
    data = path.read_bytes()

    def failing(operation: Operation) -> Operation:
        if operation.id == 3:
            raise ValueError("no way")
        return operation

    with pytest.raises(ValueError, match="no way"):
        rewriting.migrate(path, 0, {0: failing})
    assert path.read_bytes() == data
    assert not list(tmp_path.glob("*.tmp-*"))


def test_an_older_library_without_a_way_is_refused(tmp_path: Path):
    (tmp_path / "library").mkdir()
    older(tmp_path / "library" / "articles.jsonl")
    with pytest.raises(LibraryError, match="format 0"):
        open_library(tmp_path / "library", state_dir=tmp_path)
    with pytest.raises(LibraryError, match="cannot be migrated"):
        open_library(tmp_path / "library", state_dir=tmp_path, write=True)


def test_a_compacted_log_keeps_order_and_index(tmp_path: Path):
    folder, state = tmp_path / "library", tmp_path / "state"
    chance = random.Random(1)
    library = open_library(folder, state_dir=state, write=True)
    for turn in range(40):
        name = chance.randrange(12)
        library.add([a_report(f"会议{name}", f"第{turn}次。", path=f"{name}.txt", series=None)])
    before = library.meetings(Everything())
    library.close()
    assert compact(folder) > 0
    library = open_library(folder, state_dir=state)
    assert library.meetings(Everything()) == before
    assert library.count(Word("次。")) == len(before)
    library.close()
    (folder / "index.sqlite").unlink()
    library = open_library(folder, state_dir=state)
    assert library.meetings(Everything()) == before


def test_a_damaged_line_is_kept_when_a_log_is_compacted(tmp_path: Path):
    path = tmp_path / "a.jsonl"
    database = LogDB(path)
    database.insert_multiple([{"n": number} for number in range(4)])
    database.close()
    data = bytearray(path.read_bytes())
    data[data.index(b'"n":2') + 4] = ord("7")
    path.write_bytes(bytes(data))
    log = Log(path, write=True)
    fresh, moved = rewriting.compact(log)
    assert [one.id for one in moved] == [1, 2, 4]
    assert [fresh.read(one.offset, one.length).id for one in moved] == [1, 2, 4]
    (kept,) = (tmp_path / "kept").iterdir()
    assert b'"n":7' in kept.read_bytes()
