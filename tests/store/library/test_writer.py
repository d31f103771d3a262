"""The kept writing connection: the same while the file is, never one of a file that is gone."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from invented_reports import a_report

from store.library import index, open_library, schema
from store.library.interface import LibraryDamagedError
from store.library.log import Log
from store.library.writer import Writer
from store.query.expression import Everything, Word


def an_index(path: Path) -> Path:
    schema.create(path, "a").close()
    return path


def test_the_connection_stays_while_the_file_does(tmp_path: Path):
    with closing(Writer(an_index(tmp_path / "index.sqlite"))) as writer:
        first = writer.connection()
        assert writer.connection() is first


def test_a_transaction_that_was_left_open_is_undone(tmp_path: Path):
    with closing(Writer(an_index(tmp_path / "index.sqlite"))) as writer:
        first = writer.connection()
        first.execute("BEGIN IMMEDIATE")
        first.execute("UPDATE meta SET value = 'b' WHERE key = 'generation'")
        second = writer.connection()
        assert second is not first
        second.execute("BEGIN IMMEDIATE")
        (generation,) = second.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()
    assert generation == "a"


def test_another_file_of_the_name_is_opened_anew(tmp_path: Path):
    path = an_index(tmp_path / "index.sqlite")
    with closing(Writer(path)) as writer:
        first = writer.connection()
        an_index(tmp_path / "fresh").replace(path)
        second = writer.connection()
        assert second is not first
        second.execute("UPDATE meta SET value = 'b' WHERE key = 'generation'")
        with closing(sqlite3.connect(path)) as looked:
            (generation,) = looked.execute(
                "SELECT value FROM meta WHERE key = 'generation'"
            ).fetchone()
    assert generation == "b"


def test_what_is_closed_opens_again_and_a_link_is_refused(tmp_path: Path):
    path = an_index(tmp_path / "index.sqlite")
    with closing(Writer(path)) as writer:
        first = writer.connection()
        writer.close()
        with pytest.raises(sqlite3.ProgrammingError):
            first.execute("SELECT 1")
        assert writer.connection().execute("SELECT 1").fetchone() == (1,)
        path.rename(tmp_path / "elsewhere")
        path.symlink_to(tmp_path / "elsewhere")
        writer.close()
        with pytest.raises(LibraryDamagedError, match="not a regular file"):
            writer.connection()


def test_a_library_goes_on_adding_to_an_index_that_was_made_anew_beside_it(tmp_path: Path):
    folder, state = tmp_path / "library", tmp_path / "state"
    library = open_library(folder, state_dir=state, write=True)
    library.add([a_report("会议甲", path="a.txt", series=None)])
    with closing(Log(folder / "articles.jsonl")) as log:
        index.start_anew(folder / index.NAME, log)
    library.add([a_report("会议乙", path="b.txt", series=None)])
    library.close()
    with closing(open_library(folder, state_dir=state)) as again:
        assert again.count(Everything()) == 2
        assert again.behind() == 0


def test_two_open_libraries_add_in_turns(tmp_path: Path):
    folder, state = tmp_path / "library", tmp_path / "state"
    both = [open_library(folder, state_dir=state, write=True) for _ in range(2)]
    for number in range(6):
        both[number % 2].add([a_report(f"会议{number}", path=f"{number}.txt", series=None)])
    for library in both:
        assert library.count(Everything()) == 6
        assert library.count(Word("会议3")) == 1
        library.close()


def test_who_only_reads_keeps_no_writing_connection(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder, state = tmp_path / "library", tmp_path / "state"
    open_library(folder, state_dir=state, write=True).close()
    opened: list[sqlite3.Connection] = []
    whole = schema.open_writer

    def noted(path: Path) -> sqlite3.Connection:
        opened.append(whole(path))
        return opened[-1]

    monkeypatch.setattr(schema, "open_writer", noted)
    (folder / index.NAME).unlink()
    with closing(open_library(folder, state_dir=state)) as library:
        assert library.count(Everything()) == 0
        assert opened
        for connection in opened:
            with pytest.raises(sqlite3.ProgrammingError):
                connection.execute("SELECT 1")
