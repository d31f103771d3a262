"""What other users of the machine can write, plant or read: nothing of it is run or trusted."""

import ctypes
import ctypes.util
import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from inside import Inside
from installed import REPORT, Policyreader
from invented_reports import a_report

from store.library import open_library
from store.library.interface import LibraryError
from store.query.expression import Everything, Word
from tui.clipboard import copy

ROOT = Path(__file__).parents[2]
CREATED = 0x100
"""IN_CREATE of inotify."""


class Watched:
    """A folder in which every file that is made is noticed, also one that is gone at once."""

    def __init__(self, folder: Path) -> None:
        self._libc = ctypes.CDLL(ctypes.util.find_library("c"), use_errno=True)
        self._handle = self._libc.inotify_init1(os.O_NONBLOCK)
        self._libc.inotify_add_watch(self._handle, os.fsencode(folder), CREATED)

    def made(self) -> bytes:
        """What inotify said, names included; empty when nothing was made."""
        try:
            return os.read(self._handle, 65536)
        except BlockingIOError:
            return b""


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    folder = tmp_path / "shared temporary"
    folder.mkdir(mode=0o777)
    return folder


def test_the_watch_sees_a_file_that_is_gone_at_once(shared: Path):
    watched = Watched(shared)
    assert watched.made() == b""
    (shared / "a").touch()
    (shared / "a").unlink()
    assert b"a" in watched.made()


def test_nothing_of_ours_is_made_in_the_shared_temporary_folder(tmp_path: Path, shared: Path):
    there = Policyreader(tmp_path / "home")
    # above 24 files ``add`` starts processes
    for number in range(26):
        there.file(f"reports/{number}.txt", REPORT.replace("3月16日", f"3月{number % 28 + 1}日"))
    watched = Watched(shared)
    places = {name: str(shared) for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR")}
    for arguments in (
        ["add", "--dry-run", there.home / "reports" / "1.txt"],
        ["add", there.home / "reports"],
        ["list", "水库"],
        ["show", "水库", "--format", "md"],
        ["doctor", "--repair"],
    ):
        done = there.run("--library", there.library, *arguments, **places)
        assert done.returncode == 0, done.stderr
        assert watched.made() == b""


def test_jieba_never_loads_its_cache(tmp_path: Path, shared: Path):
    """A planted cache that would run code when it is unmarshalled or unpickled is not opened."""
    (shared / "jieba.cache").write_bytes(b"planted")
    code = (
        "import sys\n"
        "seen = []\n"
        "sys.addaudithook(lambda event, given: event == 'open' and seen.append(str(given[0])))\n"
        "from store.lexicon import load\n"
        "load()\n"
        "assert 'jieba' not in sys.modules\n"
        "assert not any('jieba.cache' in one for one in seen)\n"
        "assert any('dict.txt' in one for one in seen)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(shared)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_everything_is_for_its_owner_whatever_the_umask(tmp_path: Path):
    usual = os.umask(0)
    try:
        library = open_library(tmp_path / "library", state_dir=tmp_path / "state", write=True)
        library.add([a_report()])
        article = library.meetings(Everything())[0].reports[0].id
        library.marks.mark(article)
        library.correct(article, "source", "银塘时报")
        library.close()
    finally:
        os.umask(usual)
    for path in (tmp_path / "library", tmp_path / "state"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700
        files = [one for one in path.iterdir() if one.is_file()]
        assert files
        assert {stat.S_IMODE(one.stat().st_mode) for one in files} == {0o600}


def test_an_index_that_another_user_made_runs_nothing(tmp_path: Path):
    """Triggers, views and functions of a planted index: refused or made anew, never called."""
    folder = tmp_path / "library"
    library = open_library(folder, state_dir=tmp_path / "state", write=True)
    library.add([a_report("会议", "内容。", path="a.txt", series=None)])
    library.close()
    with sqlite3.connect(folder / "index.sqlite") as connection:
        connection.executescript(
            "DROP TABLE spot;"
            "CREATE VIEW spot AS SELECT load_extension('/nowhere/x') AS pos, 1 AS address;"
            "CREATE TRIGGER t AFTER UPDATE ON meta BEGIN SELECT load_extension('/nowhere/x'); END;"
        )
    connection.close()
    library = open_library(folder, state_dir=tmp_path / "other")
    try:
        library.meetings(Everything())
        library.count(Word("内容"))
        refused = ""
    except LibraryError as error:
        refused = str(error)
    finally:
        library.close()
    assert refused == "" or ("doctor" in refused and "\n" not in refused)


def test_copying_starts_a_program_without_a_shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The text goes in as input, never as part of a command line."""
    tmux = tmp_path / "tmux"
    tmux.write_text(f"#!/bin/sh\nprintf '%s\\n' \"$@\" > {tmp_path}/given\ncat > {tmp_path}/text\n")
    tmux.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    text = f"$(touch {tmp_path}/owned); `touch {tmp_path}/owned` | touch {tmp_path}/owned"
    copy(text, {"TMUX": "1"}, lambda sequence: None)
    assert (tmp_path / "text").read_text() == text
    assert (tmp_path / "given").read_text().split() == ["load-buffer", "-w", "-"]
    assert not (tmp_path / "owned").exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
def test_a_library_that_others_may_write_is_named(tmp_path: Path):
    there = Inside(tmp_path)
    there.run("--library", there.library, "add", there.file("a.txt"))
    there.library.chmod(0o777)
    (there.library / "articles.jsonl").chmod(0o666)
    done = there.run("--library", there.library, "doctor")
    assert done.stdout.decode().count("others may use it") == 2
    there.run("--library", there.library, "doctor", "--repair")
    assert stat.S_IMODE((there.library / "articles.jsonl").stat().st_mode) == 0o600
