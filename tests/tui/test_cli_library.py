"""``add``, ``list`` and ``show`` on a library of their own."""

import csv
import fcntl
import io
import json
import os
import pty
import signal
import subprocess
from pathlib import Path

import pytest
from installed import OTHER, Policyreader, command_line


@pytest.fixture
def policyreader(tmp_path):
    return Policyreader(tmp_path)


def fill(policyreader):
    files = policyreader.file("a.txt"), policyreader.file("b.txt", OTHER)
    done = policyreader.run("--library", policyreader.library, "add", *files)
    assert done.returncode == 0
    return policyreader


@pytest.fixture
def filled(policyreader):
    return fill(policyreader)


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """A filled library that no test changes."""
    return fill(Policyreader(tmp_path_factory.mktemp("shared")))


def test_add_says_what_was_added_and_what_was_there(filled):
    again = filled.run(
        "add", filled.home / "a.txt", filled.file("c.txt", OTHER.replace("5月8日", "5月7日")),
        "--library", filled.library,
    )  # fmt: skip
    assert again.returncode == 0
    assert again.stdout == b"added 1 document with 1 report, 1 already there, 0 not read\n"
    assert again.stderr == b"reading 2 of 2\n"


def test_add_names_what_it_could_not_read_and_adds_the_rest(policyreader):
    done = policyreader.run(
        "--library", policyreader.library, "add", policyreader.home / "absent",
        policyreader.file("empty.txt", b""), policyreader.file("good.txt"),
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout == b"added 1 document with 1 report, 0 already there, 2 not read\n"
    told = done.stderr.decode()
    assert "absent: no such file" in told
    assert "empty.txt: empty" in told
    assert policyreader.run("--library", policyreader.library, "list").stdout


def test_add_answers_as_rows_too(policyreader):
    done = policyreader.run(
        "--library", policyreader.library, "add", policyreader.file("a.txt"), "--format", "jsonl"
    )
    row = json.loads(done.stdout)
    assert row["outcome"] == "added"
    assert len(row["articles"]) == 1


def test_a_dry_run_says_what_would_be_added_and_stores_nothing(filled):
    files = filled.home / "a.txt", filled.file("c.txt", OTHER.replace("5月8日", "5月7日"))
    done = filled.run("--library", filled.library, "add", "--dry-run", *files)
    assert done.stdout == b"would add 1 document with 1 report, 1 already there, 0 not read\n"
    assert len(filled.run("--library", filled.library, "list").stdout.splitlines()) == 2


def test_a_dry_run_makes_no_library(policyreader):
    done = policyreader.run(
        "--library", policyreader.library, "add", "--dry-run", "-", given=OTHER.encode()
    )
    assert done.stdout.startswith(b"would add 1 document with 1 report")
    assert not policyreader.library.exists()


def test_one_file_is_one_document_however_its_path_is_typed(filled):
    relative = os.path.relpath(filled.home / "a.txt")
    roundabout = filled.home / "library" / ".." / "a.txt"
    done = filled.run("--library", filled.library, "add", relative, roundabout)
    assert b"added 0 documents with 0 reports, 2 already there" in done.stdout


def test_two_texts_on_standard_input_are_two_documents(filled):
    for day in ("1", "2", "2"):
        text = OTHER.replace("5月8日", f"5月{day}日")
        done = filled.run("--library", filled.library, "add", "-", given=text.encode())
        assert done.returncode == 0
    assert b"1 already there" in done.stdout
    assert len(filled.run("--library", filled.library, "list").stdout.splitlines()) == 4


def test_nothing_to_add_makes_no_library(policyreader):
    done = policyreader.run("--library", policyreader.library, "add", policyreader.home / "absent")
    assert done.returncode == 1
    assert not policyreader.library.exists()


def test_add_draws_a_bar_on_a_terminal_with_few_bytes(policyreader):
    files = [
        str(policyreader.file(f"{n}.txt", OTHER.replace("5月8日", f"5月{n}日")))
        for n in range(1, 9)
    ]
    outer, inner = pty.openpty()
    process = subprocess.Popen(
        [*command_line(), "--library", str(policyreader.library), "add", *files * 60],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=inner,
        env=policyreader.environment(COLUMNS="80"),
    )
    os.close(inner)
    drawn = b""
    while True:
        try:
            piece = os.read(outer, 65536)
        except OSError:
            break
        if not piece:
            break
        drawn += piece
    os.close(outer)
    with process.stdout as answer:
        assert b"added 8 documents" in answer.read()
    assert process.wait(timeout=60) == 0
    assert b"480/480" in drawn
    assert len(drawn) < 110 * 110, "a hundred lines of the terminal's width"


def test_interrupted_add_is_130_and_keeps_what_it_stored(policyreader):
    files = [
        policyreader.file(f"{month}-{day}.txt", OTHER.replace("5月8日", f"{month}月{day}日"))
        for month in range(1, 13)
        for day in range(1, 29)
    ]
    with subprocess.Popen(
        [*command_line(), "--library", str(policyreader.library), "add", *map(str, files)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=policyreader.environment(),
        start_new_session=True,
    ) as process:
        process.stderr.readline()
        os.killpg(process.pid, signal.SIGINT)
        answer, told = process.communicate(timeout=60)
    if process.returncode == 0:
        pytest.skip("this machine added 336 reports before it could be interrupted")
    assert process.returncode == 130
    assert b"Traceback" not in told
    added = int(answer.split()[1])
    listed = policyreader.run("--library", policyreader.library, "list", "--format", "jsonl").stdout
    reports = sum(len(json.loads(line)["reports"]) for line in listed.splitlines())
    assert 0 < added == reports
    again = policyreader.run("--library", policyreader.library, "add", *files)
    assert f"{added} already there, 0 not read".encode() in again.stdout


def test_list_is_newest_first_and_takes_a_query(shared):
    def listed(*query):
        lines = shared.run("--library", shared.library, "list", *query).stdout.decode()
        return [line.split()[0] for line in lines.splitlines()]

    assert listed() == ["2023-05-08", "2023-03-16"]
    assert listed("水库") == ["2023-03-16"]
    assert listed("-水库") == ["2023-05-08"]
    assert listed("人物：林一川", "桥梁 or 隧道") == ["2023-05-08"]
    assert listed("(person:林一川 role:列席)") == []
    assert listed("on:2023-03") == ["2023-03-16"]


def test_list_in_every_format_has_the_same_meetings(shared):
    def listed(form):
        done = shared.run("--library", shared.library, "list", "--format", form)
        return done.stdout.decode()

    whole = json.loads(listed("json"))
    lines = [json.loads(line) for line in listed("jsonl").splitlines()]
    rows = list(csv.DictReader(io.StringIO(listed("csv"))))
    assert whole == lines
    assert [row["ids"] for row in rows] == [each["reports"][0]["id"] for each in whole]
    assert [row["requirements"] for row in rows] == ["3", "3"]
    assert len(listed("md").splitlines()) == 2 + len(rows)


def test_nothing_found_is_said_and_is_no_error(shared):
    for name in ("list", "show"):
        done = shared.run("--library", shared.library, name, "抗旱")
        assert (done.returncode, done.stdout) == (0, b"")
        assert b"matches" in done.stderr


def test_show_takes_an_id_or_a_query(shared):
    listed = shared.run("--library", shared.library, "list", "水库", "--format", "json").stdout
    article_id = json.loads(listed)[0]["reports"][0]["id"]
    by_id = shared.run("--library", shared.library, "show", article_id).stdout
    by_query = shared.run("--library", shared.library, "show", "水库").stdout
    assert by_id == by_query
    assert "三要值班值守" in by_id.decode()
    both = shared.run("--library", shared.library, "show", "安全", "--format", "jsonl").stdout
    assert len(both.splitlines()) == 2


def test_what_show_gives_is_what_parse_gave(shared):
    parsed = shared.run("parse", shared.home / "a.txt", "--format", "jsonl").stdout
    shown = shared.run("--library", shared.library, "show", "水库", "--format", "jsonl").stdout
    assert json.loads(shown) == json.loads(parsed)


def test_a_library_that_is_none_is_3_and_says_so_in_one_line(filled):
    (filled.library / "articles.jsonl").write_bytes(b"no log\n")
    for name in ("list", "show"):
        done = filled.run("--library", filled.library, name, "安全")
        assert (done.returncode, done.stdout) == (3, b"")
        assert len(done.stderr.splitlines()) == 1
        assert b"articles.jsonl" in done.stderr


def test_an_index_that_is_damaged_is_made_again(filled):
    before = filled.run("--library", filled.library, "list")
    (filled.library / "index.sqlite").write_bytes(b"no index")
    after = filled.run("--library", filled.library, "list")
    assert (after.returncode, after.stdout) == (0, before.stdout)


def test_a_library_that_another_process_writes_is_3_for_add_and_open_to_list(filled):
    with (filled.library / "lock").open("r+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        listed = filled.run("--library", filled.library, "list")
        added = filled.run("--library", filled.library, "add", filled.file("c.txt", OTHER + "。"))
    assert listed.returncode == 0
    assert len(listed.stdout.splitlines()) == 2
    assert added.returncode == 3
    assert b"another process is writing" in added.stderr


def test_a_disk_that_fills_ends_with_one_line_and_keeps_what_was_added(tmp_path):
    reader = Policyreader(tmp_path)
    folder = Path(__file__).parents[2] / "seeds" / "reports"
    full = subprocess.run(
        ["bash", "-c", 'ulimit -f 200; exec "$@"', "-", *command_line(), "add", str(folder)],
        env=reader.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert full.returncode == 1
    assert "cannot write" in full.stderr.splitlines()[-1]
    assert "Traceback" not in full.stderr
    assert reader.run("doctor").returncode == 0
    again = reader.run("add", folder)
    assert again.returncode == 0
    assert b"0 not read" in again.stdout
