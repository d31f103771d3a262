"""Questions from several threads, given up, and asked of a library that grows."""

import threading
import time
from pathlib import Path

import pytest
from invented_reports import a_report

from store.library import default_library_path, index, open_library, state_path
from store.library.interface import Interrupted, LibraryError, LibraryFullError
from store.library.library import LogLibrary
from store.query.expression import Everything, Has, Word


@pytest.fixture
def library(tmp_path: Path) -> LogLibrary:
    library = open_library(tmp_path / "library", state_dir=tmp_path / "state", write=True)
    library.add(
        [a_report(f"会议{n}", f"内容{n}。", path=f"{n}.txt", series=None) for n in range(60)]
    )
    return library


def test_threads_ask_at_the_same_time(library: LogLibrary):
    answers: list[tuple[int, int]] = []

    def ask() -> None:
        for number in range(20):
            found = library.meetings(Word(f"内容{number}。"))
            answers.append((len(found), library.count(Has("person", "林知远"))))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [(1, 60)] * 80


def test_a_question_is_given_up(library: LogLibrary, monkeypatch: pytest.MonkeyPatch):
    from store.library.evaluate import Evaluation

    asked = threading.Event()
    outcome: list[str] = []
    plainly = Evaluation.sets

    def slowly(self: Evaluation, vids: object) -> object:
        asked.set()
        time.sleep(0.02)
        return plainly(self, vids)  # type: ignore[arg-type]

    monkeypatch.setattr(Evaluation, "sets", slowly)

    def ask() -> None:
        query = Has("person", "林知远", exact=True)
        try:
            for _ in range(100):
                query |= Has("person", "苏曼青", exact=True)  # type: ignore[assignment]
            library.count(query)
            outcome.append("answered")
        except Interrupted:
            outcome.append("given up")

    thread = threading.Thread(target=ask)
    thread.start()
    asked.wait(5)
    library.interrupt()
    thread.join(5)
    assert outcome == ["given up"]
    monkeypatch.undo()
    assert library.count(Has("person", "苏曼青")) == 60


def test_interrupting_nothing_does_no_harm(library: LogLibrary):
    library.interrupt()
    assert library.count(Everything()) == 60


def test_an_open_reader_notices_that_the_library_grew(tmp_path: Path, library: LogLibrary):
    reader = open_library(tmp_path / "library", state_dir=tmp_path / "other")
    before = reader.version()
    assert reader.version() == before
    library.add([a_report("新的", "新内容。", path="new.txt", series=None)])
    assert reader.version() > before
    assert reader.count(Word("新内容")) == 1


def test_an_index_may_be_filled_later(tmp_path: Path, library: LogLibrary):
    library.close()
    (tmp_path / "library" / "index.sqlite").unlink()
    late = open_library(tmp_path / "library", state_dir=tmp_path / "state", catch_up=False)
    assert late.count(Everything()) == 0
    assert late.behind() > 0
    steps: list[tuple[int, int]] = []
    late.catch_up(lambda done, total: steps.append((done, total)))
    assert late.behind() == 0
    assert late.count(Everything()) == 60
    assert steps[-1][0] == steps[-1][1]


def test_a_full_disk_keeps_no_reader_out(
    tmp_path: Path, library: LogLibrary, monkeypatch: pytest.MonkeyPatch
):
    indexed = tmp_path / "library" / "index.sqlite"
    former = indexed.read_bytes()
    library.add([a_report("新的", "新内容。", path="new.txt", series=None)])
    library.close()
    indexed.write_bytes(former)

    def full(*_: object) -> None:
        raise LibraryFullError("index.sqlite: cannot write")

    monkeypatch.setattr(index, "bring_up", full)
    reader = open_library(tmp_path / "library", state_dir=tmp_path / "other")
    assert reader.count(Everything()) == 60
    assert reader.behind() > 0
    with pytest.raises(LibraryFullError):
        open_library(tmp_path / "library", state_dir=tmp_path / "state", write=True)
    monkeypatch.undo()
    reader.catch_up()
    assert reader.count(Word("新内容")) == 1


def test_a_folder_without_a_library_is_named(tmp_path: Path):
    with pytest.raises(LibraryError, match="no library here"):
        open_library(tmp_path / "none", state_dir=tmp_path)
    assert not (tmp_path / "none").exists()


def test_a_reader_cannot_add(tmp_path: Path, library: LogLibrary):
    reader = open_library(tmp_path / "library", state_dir=tmp_path / "state")
    with pytest.raises(LibraryError, match="reading only"):
        reader.add([a_report()])


def test_only_the_owner_may_enter(tmp_path: Path, library: LogLibrary):
    modes = [path.stat().st_mode & 0o777 for path in (tmp_path / "library").iterdir()]
    assert set(modes) == {0o600}
    assert (tmp_path / "library").stat().st_mode & 0o777 == 0o700


def test_files_live_where_xdg_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "own"))
    assert default_library_path() == tmp_path / "data" / "policyreader" / "library"
    assert state_path() == tmp_path / "own" / "policyreader"


def test_opening_loads_neither_the_parser_nor_the_pinyin(tmp_path: Path, library: LogLibrary):
    import subprocess
    import sys

    library.close()
    code = f"""
import sys
from pathlib import Path
from store.library import open_library
from store.query.expression import Everything
open_library(Path({str(tmp_path / "library")!r}), state_dir=Path({str(tmp_path)!r})).meetings(Everything(), 0, 60)
print(sorted({{"jieba", "pypinyin", "opencc", "lxml", "store.parsing"}} & set(sys.modules)))
"""
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr
