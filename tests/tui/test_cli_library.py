"""``add``, ``list`` and ``show`` on a library of their own."""

import csv
import io
import json
import os
import pty
import subprocess

import pytest
from installed import OTHER, Policyreader, command_line

THREE = ("全省水库安全视频会议", "全省桥梁安全视频会议")


@pytest.fixture
def policyreader(tmp_path):
    return Policyreader(tmp_path)


@pytest.fixture
def filled(policyreader):
    files = policyreader.file("a.txt"), policyreader.file("b.txt", OTHER)
    done = policyreader.run("--library", policyreader.library, "add", *files)
    assert done.returncode == 0
    return policyreader


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


def test_list_is_newest_first_and_takes_a_query(filled):
    def listed(*query):
        lines = filled.run("--library", filled.library, "list", *query).stdout.decode()
        return [line.split()[0] for line in lines.splitlines()]

    assert listed() == ["2023-05-08", "2023-03-16"]
    assert listed("水库") == ["2023-03-16"]
    assert listed("-水库") == ["2023-05-08"]
    assert listed("人物：林一川", "桥梁 or 隧道") == ["2023-05-08"]
    assert listed("(person:林一川 role:列席)") == []
    assert listed("on:2023-03") == ["2023-03-16"]


def test_list_in_every_format_has_the_same_meetings(filled):
    def listed(form):
        done = filled.run("--library", filled.library, "list", "--format", form)
        return done.stdout.decode()

    whole = json.loads(listed("json"))
    lines = [json.loads(line) for line in listed("jsonl").splitlines()]
    rows = list(csv.DictReader(io.StringIO(listed("csv"))))
    assert whole == lines
    assert [row["ids"] for row in rows] == [each["reports"][0]["id"] for each in whole]
    assert [row["requirements"] for row in rows] == ["3", "3"]
    assert len(listed("md").splitlines()) == 2 + len(rows)


def test_nothing_found_is_said_and_is_no_error(filled):
    for name in ("list", "show"):
        done = filled.run("--library", filled.library, name, "抗旱")
        assert (done.returncode, done.stdout) == (0, b"")
        assert b"matches" in done.stderr


def test_show_takes_an_id_or_a_query(filled):
    listed = filled.run("--library", filled.library, "list", "水库", "--format", "json").stdout
    article_id = json.loads(listed)[0]["reports"][0]["id"]
    by_id = filled.run("--library", filled.library, "show", article_id).stdout
    by_query = filled.run("--library", filled.library, "show", "水库").stdout
    assert by_id == by_query
    assert "三要值班值守" in by_id.decode()
    both = filled.run("--library", filled.library, "show", "安全", "--format", "jsonl").stdout
    assert len(both.splitlines()) == 2


def test_what_show_gives_is_what_parse_gave(filled):
    parsed = filled.run("parse", filled.home / "a.txt", "--format", "jsonl").stdout
    shown = filled.run("--library", filled.library, "show", "水库", "--format", "jsonl").stdout
    assert json.loads(shown) == json.loads(parsed)


def test_a_damaged_library_is_3(filled):
    log = filled.library / "articles.jsonl"
    data = log.read_bytes()
    half = len(data) // 2
    log.write_bytes(data[:half] + b"\x00" * 40 + data[half + 40 :])
    for index in filled.library.glob("index.sqlite*"):
        index.write_bytes(b"no database at all")
    done = filled.run("--library", filled.library, "show", "安全")
    assert done.returncode in (0, 3)
    assert b"Traceback" not in done.stderr
