"""``library init``: a library of one's own, one that a group shares, and what is refused."""

import grp
import json
import os
import pwd
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from inside import Inside
from installed import Policyreader


@pytest.fixture
def policyreader(tmp_path: Path) -> Policyreader:
    return Inside(tmp_path)


@pytest.fixture
def group() -> str:
    """A group in which this user is, other than his first one."""
    groups = grp.getgrall()
    mine = [one for one in groups if os.geteuid() == 0 or one.gr_gid in os.getgroups()]
    others = [one.gr_name for one in mine if one.gr_gid != os.getegid()]
    if not others:
        pytest.skip("this user is in one group only")
    return others[0]


def modes(folder: Path) -> dict[str, int]:
    return {
        str(one.relative_to(folder)): stat.S_IMODE(one.stat().st_mode)
        for one in (folder, *folder.rglob("*"))
    }


def init(there: Policyreader, *more: str) -> "subprocess.CompletedProcess[bytes]":
    return there.run("library", "init", "--library", there.library, *more)


def refused(there: Policyreader, *more: str) -> str:
    """What is said of an ``init`` that is wrong usage: one line, and nothing changed."""
    before = modes(there.home)
    done = init(there, *more)
    assert (done.returncode, done.stdout) == (2, b"")
    (line,) = done.stderr.decode().splitlines()
    assert modes(there.home) == before
    return line


def test_a_library_of_ones_own_is_empty_and_private(policyreader: Policyreader):
    done = init(policyreader)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == f"made an empty library in {policyreader.library}\n"
    found = modes(policyreader.library)
    assert found.pop(".") == 0o700
    assert set(found.values()) == {0o600}
    assert policyreader.run("--library", policyreader.library).stdout == b""


def test_the_library_may_be_named_before_the_command(policyreader: Policyreader):
    policyreader.run("--library", policyreader.library, "library", "init")
    assert (policyreader.library / "articles.jsonl").is_file()


def test_everything_in_a_shared_library_is_of_its_group(policyreader: Policyreader, group: str):
    """Also what is made later, under a narrow umask and an open one."""
    done = init(policyreader, "--shared", group, "--format", "json")
    assert json.loads(done.stdout) == [{"library": str(policyreader.library), "group": group}]
    for umask, name in ((0o077, "a.txt"), (0, "b.txt")):
        usual = os.umask(umask)
        try:
            policyreader.run("add", policyreader.file(name), "--library", policyreader.library)
            (policyreader.library / "index.sqlite").unlink()
            with (policyreader.library / "articles.jsonl").open("ab") as log:
                log.write(b'["00000000",0,"articles",99,{"torn":')
            policyreader.run("doctor", "--repair", "--library", policyreader.library)
        finally:
            os.umask(usual)
    found = modes(policyreader.library)
    assert found.pop(".") == found.pop("kept") == 0o2770
    assert len(found) > 4
    assert set(found.values()) == {0o660}
    owners = {one.stat().st_gid for one in policyreader.library.rglob("*")}
    assert owners == {grp.getgrnam(group).gr_gid}


def test_what_each_reader_says_stays_his_own(policyreader: Policyreader, group: str):
    init(policyreader, "--shared", group)
    policyreader.run("add", policyreader.file("a.txt"), "--library", policyreader.library)
    code = (
        "import sys; from pathlib import Path; from store.library import open_library;"
        "library = open_library(Path(sys.argv[1])); library.marks.mark('x');"
        "library.corrections.put('x', 'title', 'y')"
    )
    subprocess.run(
        [sys.executable, "-c", code, policyreader.library],
        env=policyreader.environment(),
        check=True,
    )
    found = modes(policyreader.home / "state" / "policyreader")
    assert found.pop(".") == 0o700
    assert {"marks.json", "corrections.jsonl"} <= set(found)
    assert set(found.values()) == {0o600}


def test_doctor_agrees_with_a_shared_library_and_mends_its_modes(
    policyreader: Policyreader, group: str
):
    init(policyreader, "--shared", group)
    log, index = (policyreader.library / name for name in ("articles.jsonl", "index.sqlite"))

    def warnings(*more: str) -> list[str]:
        done = policyreader.run(
            "doctor", "--library", policyreader.library, "--format", "jsonl", *more
        )
        rows = map(json.loads, done.stdout.splitlines())
        names = {one.name for one in policyreader.library.iterdir()} | {policyreader.library.name}
        return [row["seen"] for row in rows if row["name"] in names and row["state"] == "warning"]

    assert warnings() == []
    log.chmod(0o600)
    index.chmod(0o666)
    os.chown(log, -1, os.getegid())
    policyreader.library.chmod(0o2775)
    found = " ".join(warnings())
    assert found.count("others may use it") == 2
    assert "its group may not use it (-rw-------): --repair would make it -rw-rw----" in found
    assert "is not of the library's group" in found
    warnings("--repair")
    assert warnings() == []
    assert modes(policyreader.library)["."] == 0o2770
    assert log.stat().st_gid == policyreader.library.stat().st_gid


def test_a_library_that_is_there_is_not_shared_but_the_way_is_said(
    policyreader: Policyreader, group: str
):
    init(policyreader)
    assert "there is a library in" in refused(policyreader)
    said = refused(policyreader, "--shared", group)
    way = said.partition("to share it: ")[2].replace("PATH", str(policyreader.library))
    chgrp, chmod, _ = way.split("; ")
    for command in (chgrp, chmod):
        subprocess.run(command.split(), check=True)
    policyreader.run("doctor", "--repair", "--library", policyreader.library)
    found = modes(policyreader.library)
    assert found.pop(".") == 0o2770
    assert set(found.values()) == {0o660}


def test_what_cannot_be_shared_is_refused_in_one_line(policyreader: Policyreader):
    assert "there is no group keinerlei" in refused(policyreader, "--shared", "keinerlei")
    assert "\x1b" not in refused(policyreader, "--shared", "\x1b[31mred")
    policyreader.library.mkdir()
    (policyreader.library / "letter").touch()
    assert "is not empty" in refused(policyreader, "--shared", "keinerlei")


def test_a_library_that_the_group_cannot_reach_is_said(policyreader: Policyreader, group: str):
    policyreader.home.chmod(0o700)
    done = init(policyreader, "--shared", group)
    assert done.returncode == 0
    assert b"may not go through" in done.stderr


def as_another(call: str, *groups: int, folder: Path | None = None) -> str:
    """What a call of store.library.sharing prints or refuses when user nobody makes it.

    All is imported before the user changes: he may not be able to read the project.
    """
    nobody = pwd.getpwnam("nobody").pw_uid
    code = (
        "import os, sys; from pathlib import Path; from store.library import sharing\n"
        f"os.setgroups({list(groups)}); os.setgid({nobody}); os.setuid({nobody})\n"
        f"try: print({call})\n"
        "except sharing.LibraryError as error: print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
def test_a_group_without_this_user_is_refused(group: str):
    gid = grp.getgrnam(group).gr_gid
    asked = f"sharing.group_of({group!r})"
    assert "you are no member of the group" in as_another(asked)
    assert as_another(asked, gid) == str(gid)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
def test_the_folder_of_another_user_is_refused(tmp_path: Path, group: str):
    """Entered before the user changes: the folders above it are closed to him."""
    gid = grp.getgrnam(group).gr_gid
    made = f"sharing.make_shared_folder(Path('.'), {gid})"
    tmp_path.chmod(0o777)
    assert as_another(made, gid, folder=tmp_path) == ".: belongs to another user"
    assert modes(tmp_path) == {".": 0o777}
    os.chown(tmp_path, pwd.getpwnam("nobody").pw_uid, -1)
    assert as_another(made, gid, folder=tmp_path) == "None"
    assert modes(tmp_path) == {".": 0o2770}
