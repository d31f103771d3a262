"""``policyreader parse``: articles of files in every format, and what cannot be read."""

import csv
import io
import json

import pytest
from installed import OTHER, REPORT, Policyreader

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8


@pytest.fixture
def policyreader(tmp_path):
    return Policyreader(tmp_path)


def test_jsonl_is_one_article_a_line_and_touches_no_library(policyreader):
    done = policyreader.run(
        "parse", policyreader.file("a.txt"), policyreader.file("b.txt", OTHER), "--format", "jsonl"
    )
    assert (done.returncode, done.stderr) == (0, b"")
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["format"] == 1
    assert first["event"]["date"] == "2023-03-16"
    assert second["event"]["date"] == "2023-05-08"
    assert [item["number"] for item in first["requirements"][0]["items"]] == [1, 2, 3]
    assert not (policyreader.home / "data").exists()


def test_the_same_article_in_the_other_formats(policyreader):
    report = policyreader.file("a.txt")
    texts = {
        form: policyreader.run("parse", report, "--format", form).stdout.decode()
        for form in ("text", "json", "csv", "md")
    }
    (article,) = json.loads(texts["json"])
    (row,) = csv.DictReader(io.StringIO(texts["csv"]))
    assert row["id"] == article["id"]
    assert row["presided"] == "林一川"
    assert row["requirements"] == "3"
    assert texts["md"].startswith("# 全省水库安全视频会议召开\n")
    assert "一要排查隐患，逐库登记。" in texts["text"]
    assert "林一川 (presided, spoke)" in texts["text"]


def test_standard_input_is_a_document(policyreader):
    done = policyreader.run("parse", "-", "--format", "json", given=REPORT.encode("gb18030"))
    (article,) = json.loads(done.stdout)
    assert article["document"]["path"].startswith("-")
    assert article["document"]["encoding"] == "gb18030"


def test_what_cannot_be_read_is_one_line_each_and_the_rest_is_done(policyreader):
    empty_folder = policyreader.home / "folder"
    empty_folder.mkdir()
    wrong = {
        policyreader.home / "absent.txt": "no such file",
        policyreader.file("empty.txt", b""): "empty",
        policyreader.file("picture.txt", PICTURE): "not a text",
        empty_folder: "without reports",
    }
    done = policyreader.run("parse", *wrong, policyreader.file("good.txt"), "--format", "jsonl")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    told = done.stderr.decode().splitlines()
    assert len(told) == len(wrong)
    for path, reason in wrong.items():
        assert [line for line in told if str(path) in line and reason in line]


def test_a_folder_is_read_without_the_pictures_in_it(policyreader):
    policyreader.file("folder/a.txt")
    policyreader.file("folder/deeper/b.txt", OTHER)
    policyreader.file("folder/map.png", PICTURE)
    done = policyreader.run("parse", policyreader.home / "folder", "--format", "jsonl")
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(done.stdout.splitlines()) == 2


def test_a_limit_that_a_refusal_names_can_be_raised(policyreader):
    long = policyreader.file("long.txt", REPORT.replace("有事必报", "有事必报" * 30_000))
    refused = policyreader.run("parse", long)
    assert refused.returncode == 1
    assert b"--max-line" in refused.stderr
    assert policyreader.run("parse", long, "--max-line", "1000000").returncode == 0


def test_nothing_that_a_terminal_obeys_comes_out(policyreader):
    hostile = policyreader.file(
        "h.txt", REPORT.replace("专人看管", "专\x1b]0;x\x07人\x9b31m看\u202e管")
    )
    for form in ("text", "jsonl"):
        done = policyreader.run("parse", hostile, "--format", form)
        assert done.returncode == 0
        assert not set(done.stdout.decode()) & set("\x1b\x07\x9b\u202e")


def test_a_hostile_file_name_is_made_visible(policyreader):
    done = policyreader.run("parse", policyreader.home / "a\x1b[31m\nb.txt")
    assert done.returncode == 1
    assert b"\x1b" not in done.stderr
