"""``policyreader doctor``: what it says of a sound library, a damaged one and none."""

import json
import os
import pty
import subprocess

import pytest
from installed import Policyreader, command_line


@pytest.fixture
def policyreader(tmp_path):
    return Policyreader(tmp_path)


def checks(done):
    return {row["name"]: row for row in map(json.loads, done.stdout.splitlines())}


def test_no_library_yet_is_worth_a_note(policyreader):
    done = policyreader.run("doctor", "--format", "jsonl")
    assert done.returncode == 0
    found = checks(done)
    assert found["library"]["state"] == "note"
    assert found["library folder"]["seen"] == str(policyreader.home / "data/policyreader/library")
    assert found["terminal"]["state"] == "note"


def test_a_sound_library_is_counted(policyreader):
    policyreader.run("--library", policyreader.library, "add", policyreader.file("a.txt"))
    done = policyreader.run("doctor", "--library", policyreader.library, "--format", "jsonl")
    assert done.returncode == 0
    assert checks(done)["library"]["seen"] == "1 meetings"


def test_a_damaged_library_is_3_and_named(policyreader):
    policyreader.run("--library", policyreader.library, "add", policyreader.file("a.txt"))
    (policyreader.library / "articles.jsonl").write_bytes(b"no log\n")
    done = policyreader.run("doctor", "--library", policyreader.library, "--format", "jsonl")
    assert done.returncode == 3
    assert "articles.jsonl" in json.dumps([json.loads(row) for row in done.stdout.splitlines()])
    assert b"Traceback" not in done.stderr


def test_repair_says_what_it_mended_and_leaves_a_sound_library(policyreader):
    named = ("--library", policyreader.library)
    policyreader.run(*named, "add", policyreader.file("a.txt"))
    log = policyreader.library / "articles.jsonl"
    whole = log.read_bytes()
    log.write_bytes(b"X" * 10 + whole[10:])
    assert policyreader.run(*named, "list").returncode == 3
    mended = policyreader.run("doctor", *named, "--repair", "--format", "jsonl")
    assert mended.returncode == 0
    assert "mended" in {json.loads(row)["state"] for row in mended.stdout.splitlines()}
    assert len(policyreader.run(*named, "list").stdout.splitlines()) == 1
    assert policyreader.run("doctor", *named).returncode == 0


@pytest.mark.parametrize(
    ("more", "name", "state"),
    [
        ({"TERM": "xterm-256color"}, "colours", "ok"),
        ({"TERM": "vt100"}, "colours", "note"),
        ({"TERM": "dumb"}, "terminal", "error"),
        ({"TMUX": "socket,1,0"}, "tmux", "note"),
        ({"LINES": "6", "COLUMNS": "30"}, "size", "note"),
        ({"LINES": "24", "COLUMNS": "80"}, "size", "ok"),
    ],
)
def test_what_it_says_of_a_terminal(policyreader, more, name, state):
    outer, inner = pty.openpty()
    done = subprocess.run(
        [*command_line(), "doctor", "--format", "jsonl"],
        stdin=inner,
        stdout=subprocess.PIPE,
        stderr=inner,
        env=policyreader.environment(**more),
        timeout=60,
        check=False,
    )
    os.close(inner)
    os.close(outer)
    assert done.returncode == 0
    assert checks(done)[name]["state"] == state
