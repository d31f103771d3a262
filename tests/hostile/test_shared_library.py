"""A library of a group under other users: who may write, who may read, who stays outside."""

import grp
import os
import pwd
import stat
import tempfile
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from invented_reports import a_report

from store.library import open_library
from store.library.doctor import examine, repair
from store.library.interface import LibraryError
from store.library.sharing import make_shared_folder
from store.query.expression import Everything

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that every user can reach.

    All is done once by root: what Python and SQLite load late, other users may not read.
    """
    with tempfile.TemporaryDirectory() as name:
        add(Path(name) / "first", Path(name) / "state", "first")
        seen(Path(name) / "first", Path(name) / "state")
        repair(Path(name) / "first", Path(name) / "state")
        Path(name).chmod(0o777)
        yield Path(name)


@pytest.fixture
def gid() -> int:
    """A group that no user here has as his first."""
    first = {one.pw_gid for one in pwd.getpwall()}
    return next(one.gr_gid for one in grp.getgrall() if one.gr_gid not in first)


def as_user(uid: int, groups: list[int], call: Callable[[], object]) -> str:
    """What a call gives, or the LibraryError that it raises, in a process of another user."""
    outer, inner = os.pipe()
    child = os.fork()
    if not child:
        status = 1
        try:
            os.setgroups(groups)
            os.setgid(uid)
            os.setuid(uid)
            os.umask(0o077)
            try:
                answer = str(call())
            except LibraryError as error:
                answer = f"refused: {error}"
            os.write(inner, answer.encode())
            status = 0
        finally:
            if status:
                traceback.print_exc()
            os._exit(status)
    os.close(inner)
    with os.fdopen(outer, "rb") as told:
        answer = told.read().decode()
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    return answer


def add(folder: Path, state: Path, name: str) -> str:
    library = open_library(folder, state_dir=state, write=True)
    (added,) = library.add([a_report(f"会议{name}", "内容。", path=f"{name}.txt", series=None)])
    library.marks.mark(f"mark of {name}")
    library.close()
    return added.outcome


def seen(folder: Path, state: Path) -> int:
    library = open_library(folder, state_dir=state)
    try:
        return library.count(Everything())
    finally:
        library.close()


def test_two_members_write_and_everybody_else_stays_outside(place: Path, gid: int):
    folder = place / "library"
    make_shared_folder(folder, gid)
    for uid, name in ((4001, "a"), (4002, "b"), (4001, "c")):
        assert as_user(uid, [gid], partial(add, folder, place / f"state-{uid}", name)) == "added"
    assert as_user(4002, [gid], lambda: seen(folder, place / "state-4002")) == "3"
    assert "refused" in as_user(4003, [], lambda: seen(folder, place / "state-4003"))
    for one in folder.iterdir():
        there = one.stat()
        assert (stat.S_IMODE(there.st_mode), there.st_gid) == (0o660, gid), one
    for uid in (4001, 4002):
        assert stat.S_IMODE((place / f"state-{uid}").stat().st_mode) == 0o700
        assert stat.S_IMODE((place / f"state-{uid}" / "marks.json").stat().st_mode) == 0o600


def test_a_member_mends_what_is_his_and_is_told_of_the_rest(place: Path, gid: int):
    folder = place / "library"
    make_shared_folder(folder, gid)
    as_user(4001, [gid], lambda: add(folder, place / "state-4001", "a"))
    (folder / "index.sqlite").chmod(0o666)

    def findings() -> str:
        found = examine(folder, place / "none")
        return "; ".join(one.what for one in found if one.severity != "note")

    told = as_user(4002, [gid], findings)
    assert told == "others may use it (-rw-rw-rw-): its owner, user 4001, can make it -rw-rw----"
    assert as_user(4002, [gid], lambda: len(repair(folder, place / "state-4002"))) == "0"
    assert as_user(4001, [gid], lambda: len(repair(folder, place / "state-4001"))) == "1"
    assert findings() == ""


def test_a_group_that_may_only_read_reads(place: Path, gid: int):
    """2750: one writes, the group reads; what is made later is 0640, and doctor agrees."""
    folder = place / "library"
    make_shared_folder(folder, gid)
    os.chown(folder, 4001, -1)
    folder.chmod(0o2750)
    as_user(4001, [gid], lambda: add(folder, place / "state-4001", "a"))
    assert {stat.S_IMODE(one.stat().st_mode) for one in folder.iterdir()} == {0o640}
    assert as_user(4002, [gid], lambda: seen(folder, place / "state-4002")) == "1"
    assert "refused" in as_user(4002, [gid], lambda: add(folder, place / "state-4002", "b"))
    assert [one for one in examine(folder, place / "state") if one.severity != "note"] == []


def test_a_private_library_in_a_folder_of_a_group_stays_private(place: Path, gid: int):
    """What is made in a setgid folder is setgid: that alone shares nothing."""
    os.chown(place, -1, gid)
    place.chmod(0o2777)
    add(place / "library", place / "own", "a")
    for folder in (place / "library", place / "own"):
        assert stat.S_IMODE(folder.stat().st_mode) & 0o777 == 0o700
        assert {stat.S_IMODE(one.stat().st_mode) for one in folder.iterdir()} == {0o600}
    found = examine(place / "library", place / "own")
    assert [one for one in found if one.severity != "note"] == []
