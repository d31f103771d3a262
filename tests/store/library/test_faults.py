"""Kills, full disks, flipped bits, second writers: nothing acknowledged is lost, nothing half there."""

import multiprocessing
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from invented_reports import a_report

from store.library import lock, open_library, schema
from store.library.interface import LibraryError, LibraryFullError, LibraryLockedError
from store.library.matches import PLANE
from store.query.expression import Everything, Word

ROOT = Path(__file__).parents[3]
ADDING = """
import sys
sys.path.insert(0, {support!r})
from pathlib import Path
from invented_reports import a_report
from store.library import open_library

library = open_library(Path({path!r}), state_dir=Path({state!r}), write=True)
for number in range({first}, {last}):
    report = a_report(f"会议{{number}}", f"内容{{number}}号。" * 40, path=f"{{number}}.txt", series=None)
    (added,) = library.add([report])
    print(added.articles[0], flush=True)
"""


def adding(folder: Path, first: int, last: int, **options: object) -> subprocess.Popen[str]:
    code = ADDING.format(
        support=str(ROOT / "tests/support"),
        path=str(folder / "library"),
        state=str(folder / "state"),
        first=first,
        last=last,
    )
    return subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,  # type: ignore[call-overload]
    )


def test_a_kill_at_any_moment_loses_nothing_acknowledged(tmp_path: Path):
    chance = random.Random(3)
    acknowledged: list[str] = []
    for turn in range(6):
        process = adding(tmp_path, turn * 1000, turn * 1000 + 1000)
        assert process.stdout is not None
        acknowledged.append(process.stdout.readline().strip())
        time.sleep(chance.random() * 0.15)
        process.kill()
        acknowledged += process.stdout.read().split()
        process.wait()
    library = open_library(tmp_path / "library", state_dir=tmp_path / "state")
    there = {one.id for row in library.meetings(Everything()) for one in row.reports}
    # a line of output may be cut by the kill
    assert {one for one in acknowledged if len(one) == 16} <= there
    assert all(library.article(one) is not None for one in there)
    assert all(library.source_text(one) for one in there)
    assert library.count(Word("内容")) == len(there)
    library.close()


def test_two_writers_at_once_both_are_there(tmp_path: Path):
    processes = [adding(tmp_path, first, first + 30) for first in (0, 1000)]
    outputs = [process.communicate(timeout=60) for process in processes]
    assert [process.returncode for process in processes] == [0, 0], outputs
    library = open_library(tmp_path / "library", state_dir=tmp_path / "state")
    assert library.count(Everything()) == 60
    assert len(library.database.table("articles")) == 60
    library.close()


def test_a_writer_that_waits_in_vain_says_for_whom(tmp_path: Path):
    with (
        lock.writing(tmp_path / "lock"),
        pytest.raises(LibraryLockedError, match=f"writing .process {os.getpid()}"),
        lock.writing(tmp_path / "lock", patience=0.1),
    ):
        pass


def test_a_lock_dies_with_its_process(tmp_path: Path):
    code = f"""
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from store.library import lock
with lock.writing(Path({str(tmp_path / "lock")!r})):
    print("held", flush=True)
    time.sleep(60)
"""
    process = subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    process.wait()
    with lock.writing(tmp_path / "lock", patience=0):
        pass


def some(count: int, text: str = "内容") -> list[object]:
    return [
        a_report(f"会议{n}", f"{text}{n}号。", path=f"{n}.txt", series=None) for n in range(count)
    ]


def test_a_log_cut_anywhere_opens_and_goes_on(tmp_path: Path):
    folder, state = tmp_path / "library", tmp_path / "state"
    library = open_library(folder, state_dir=state, write=True)
    library.add(some(6))
    library.close()
    data = (folder / "articles.jsonl").read_bytes()
    start = data.index(b"\n") + 1
    for length in range(start, len(data), (len(data) - start) // 25):
        (folder / "articles.jsonl").write_bytes(data[:length])
        library = open_library(folder, state_dir=state, write=True)
        there = library.count(Everything())
        assert there <= 6
        assert there == library.count(Word("内容"))
        library.add(some(6))
        assert library.count(Everything()) == 6
        assert library.count(Word("内容")) == 6
        library.close()


@pytest.mark.parametrize("seed", range(8))
def test_a_flipped_bit_costs_at_most_one_document_and_adding_it_again_heals(
    tmp_path: Path, seed: int
):
    folder, state = tmp_path / "library", tmp_path / "state"
    library = open_library(folder, state_dir=state, write=True)
    library.add(some(6))
    library.close()
    data = bytearray((folder / "articles.jsonl").read_bytes())
    chance = random.Random(seed)
    data[chance.randrange(data.index(b"\n") + 1, len(data))] ^= 1 << chance.randrange(8)
    (folder / "articles.jsonl").write_bytes(bytes(data))
    (folder / "index.sqlite").unlink()
    library = open_library(folder, state_dir=state, write=True)
    assert library.count(Everything()) >= 5
    library.add(some(6))
    assert library.count(Everything()) == 6
    library.close()


@pytest.mark.parametrize("seed", range(8))
def test_a_bit_that_flips_after_indexing_is_healed_by_the_next_version(tmp_path: Path, seed: int):
    folder, state = tmp_path / "library", tmp_path / "state"
    library = open_library(folder, state_dir=state, write=True)
    library.add(some(4))
    data = bytearray((folder / "articles.jsonl").read_bytes())
    chance = random.Random(seed)
    data[chance.randrange(data.index(b"\n") + 1, len(data) - 1)] ^= 1 << chance.randrange(8)
    (folder / "articles.jsonl").write_bytes(bytes(data))
    library.add(some(4, "新的"))
    assert library.count(Word("新的")) == 4
    assert library.count(Word("内容")) == 0
    assert library.count(Everything()) == 4
    library.close()


@pytest.mark.parametrize("damage", ["garbage", "empty", "cut", "flipped", "journal"])
def test_a_damaged_index_is_made_anew(tmp_path: Path, damage: str):
    folder, state = tmp_path / "library", tmp_path / "state"
    library = open_library(folder, state_dir=state, write=True)
    library.add(some(20))
    before = library.meetings(Everything())
    library.close()
    index = folder / "index.sqlite"
    data = index.read_bytes()
    spoiled = {
        "garbage": b"not a database" * 1000,
        "empty": b"",
        "cut": data[: len(data) // 2],
        "flipped": data[:200] + bytes(255 - one for one in data[200:]),
        "journal": data,
    }
    index.write_bytes(spoiled[damage])
    if damage == "journal":
        (folder / "index.sqlite-journal").write_bytes(b"left by a kill")
    library = open_library(folder, state_dir=state, write=True)
    assert library.meetings(Everything()) == before
    library.add(some(21))
    assert library.count(Word("内容")) == 21
    library.close()


def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path):
    folder, state = tmp_path / "library", tmp_path / "state"
    library = open_library(folder, state_dir=state, write=True)
    library.add(some(5))
    before = library.meetings(Everything())
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    usual = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    size = (folder / "articles.jsonl").stat().st_size
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 3000, hard))
        with pytest.raises(LibraryError, match="cannot write"):
            library.add(some(50, "更多"))
        assert library.meetings(Everything()) == before
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, usual)
    assert (folder / "articles.jsonl").stat().st_size == size
    library.add(some(50, "更多"))
    assert library.count(Word("更多")) == 50
    library.close()


def test_a_reader_sees_one_state_while_another_writes(tmp_path: Path):
    folder, state = tmp_path / "library", tmp_path / "state"
    open_library(folder, state_dir=state, write=True).close()
    process = adding(tmp_path, 0, 60)
    reader = open_library(folder, state_dir=state)
    version, seen = reader.version(), 0
    while process.poll() is None:
        rows = reader.meetings(Everything())
        assert len(rows) >= seen
        seen = len(rows)
        assert all(reader.article(one.id) is not None for row in rows[:3] for one in row.reports)
    assert process.returncode == 0
    assert reader.count(Everything()) == 60
    assert reader.version() > version
    reader.close()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
@pytest.mark.parametrize("index", ["current", "behind", "missing", "half written"])
def test_a_user_who_may_not_write_reads(tmp_path: Path, index: str):
    folder = tmp_path / "library"
    library = open_library(folder, state_dir=tmp_path / "own", write=True)
    library.add(some(5))
    if index == "behind":
        data = (folder / "index.sqlite").read_bytes()
        library.add(some(6))
        (folder / "index.sqlite").write_bytes(data)
    library.close()
    if index == "missing":
        (folder / "index.sqlite").unlink()
    if index == "half written":
        make_hot_journal(folder / "index.sqlite")
    (tmp_path / "state").mkdir()
    os.chown(tmp_path / "state", 65534, 65534)
    for one in (tmp_path, tmp_path.parent, tmp_path.parent.parent, folder):
        one.chmod(0o755)
    for one in folder.iterdir():
        one.chmod(0o644)
    assert as_another_user(partial(what_is_read, folder, tmp_path / "state")) == [5, 5, True]
    assert (tmp_path / "state" / "marks.json").exists()


def what_is_read(folder: Path, state: Path) -> list[object]:
    library = open_library(folder, state_dir=state)
    rows = library.meetings(Everything())
    library.marks.mark(rows[0].reports[0].id)
    article = library.article(rows[0].reports[0].id)
    return [library.count(Word("内容")), len(rows), article is not None]


def as_another_user(work: Callable[[], object]) -> object:
    """The result of a call in a process without any rights."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)

    def run() -> None:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
        sender.send(work())

    process = context.Process(target=run)
    process.start()
    assert receiver.poll(20), "the other process gave nothing"
    result = receiver.recv()
    process.join()
    return result


def make_hot_journal(index: Path) -> None:
    """What a writer leaves that was killed in the middle of a commit."""
    code = f"""
import os, sqlite3
connection = sqlite3.connect({str(index)!r}, isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE article SET light = zeroblob(20000)")
os._exit(0)
"""
    subprocess.run([sys.executable, "-c", code], check=True)
    assert index.with_name("index.sqlite-journal").stat().st_size > 0


def with_version(folder: Path, version: int) -> None:
    connection = sqlite3.connect(folder / "index.sqlite")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()


def test_an_index_of_an_older_policyreader_is_made_anew(tmp_path: Path):
    folder, state = tmp_path / "library", tmp_path / "state"
    library = open_library(folder, state_dir=state, write=True)
    library.add(some(5))
    before = library.meetings(Everything())
    library.close()
    with_version(folder, 1)
    library = open_library(folder, state_dir=state)
    assert library.meetings(Everything()) == before
    library.close()


def test_an_index_of_a_newer_policyreader_is_refused(tmp_path: Path):
    folder, state = tmp_path / "library", tmp_path / "state"
    open_library(folder, state_dir=state, write=True).close()
    with_version(folder, 99)
    with pytest.raises(LibraryError, match="newer policyreader"):
        open_library(folder, state_dir=state)


def test_a_disk_that_has_no_room_for_the_index_is_said_and_costs_no_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    library = open_library(tmp_path / "library", state_dir=tmp_path / "state", write=True)
    library.add([a_report(path="a.txt")])
    library.close()
    whole = schema.open_writer

    def cramped(path: Path) -> sqlite3.Connection:
        connection = whole(path)
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    monkeypatch.setattr(schema, "open_writer", cramped)
    library = open_library(tmp_path / "library", state_dir=tmp_path / "state", write=True)
    with pytest.raises(LibraryFullError, match="make room"):
        library.add(
            [a_report(f"会议{number}", path=f"{number}.txt", series=None) for number in range(200)]
        )
    library.close()
    monkeypatch.undo()
    again = open_library(tmp_path / "library", state_dir=tmp_path / "state", write=True)
    assert again.count(Everything()) == 201
    again.close()


def test_an_index_whose_numbers_are_used_up_is_made_anew(tmp_path: Path):
    folder, state = tmp_path / "library", tmp_path / "state"
    library = open_library(folder, state_dir=state, write=True)
    library.add([a_report("会议甲", path="a.txt", series=None)])
    with sqlite3.connect(folder / "index.sqlite") as connection:
        connection.execute("UPDATE meta SET value = ? WHERE key = 'next_m'", (PLANE,))
    connection.close()
    library.add([a_report("会议乙", path="b.txt", series=None)])
    assert library.count(Everything()) == 2
    assert [row.reports[0].title for row in library.meetings(Word("会议甲"))] == ["会议甲"]
    library.close()
    with sqlite3.connect(folder / "index.sqlite") as connection:
        (number,) = connection.execute("SELECT value FROM meta WHERE key = 'next_m'").fetchone()
    connection.close()
    assert number == 2
