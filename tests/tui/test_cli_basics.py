"""The command itself: help, version, wrong usage, pipes, interruption and what it imports."""

import os
import signal
import subprocess
import sys
import time

import pytest
from installed import OTHER, Policyreader, command_line


@pytest.fixture
def policyreader(tmp_path):
    return Policyreader(tmp_path)


def test_version_and_help_are_data(policyreader):
    version = policyreader.run("--version")
    assert (version.returncode, version.stderr) == (0, b"")
    assert version.stdout.decode().startswith("policyreader ")
    help_text = policyreader.run("--help").stdout.decode()
    for name in ("add", "parse", "list", "show", "doctor", "--library"):
        assert name in help_text


@pytest.mark.parametrize("name", ["add", "parse", "list", "show", "doctor"])
def test_every_command_has_help_and_takes_library_and_format(policyreader, name):
    done = policyreader.run(name, "--help")
    assert done.returncode == 0
    assert b"--library PATH" in done.stdout
    assert b"text|json|jsonl|csv|md" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nonsense"], b"nonsense"),
        (["list", "--formt", "json"], b"--formt"),
        (["list", "--format", "xml"], b"xml"),
        (["add"], b"PATHS"),
        (["show"], b"id or a query"),
        (["list"], b"no library at"),
        (["--lang", "fr"], b"fr"),
    ],
)
def test_wrong_usage_is_2_and_said_on_standard_error(policyreader, arguments, says):
    done = policyreader.run(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert says in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_query_error_points_at_the_character(policyreader):
    done = policyreader.run("list", "防汛", "persn:甲")
    assert (done.returncode, done.stdout) == (2, b"")
    lines = done.stderr.decode().splitlines()
    assert lines[1] == "  防汛 persn:甲"
    assert lines[2] == "       ^", "two cells a Chinese character, one for the blank"
    assert "person:" in lines[3]


def test_without_a_terminal_the_timeline_of_the_samples_is_printed(policyreader):
    first = policyreader.run()
    assert first.returncode == 0
    assert b"sample reports" in first.stderr
    again = policyreader.run()
    assert (again.stdout, again.stderr) == (first.stdout, b"")
    dates = [line[:10] for line in first.stdout.decode().splitlines()]
    whole = [date for date in dates if date.startswith("20")]
    assert len(whole) >= 20
    assert whole == sorted(whole, reverse=True)
    assert [path.name for path in (policyreader.home / "data/policyreader").iterdir()] == [
        "library"
    ]


def test_a_library_that_is_there_is_never_filled_with_samples(policyreader):
    policyreader.run("--library", policyreader.library, "add", policyreader.file("one.txt"))
    done = policyreader.run("--library", policyreader.library)
    assert len(done.stdout.splitlines()) == 1


def test_the_library_is_named_by_option_then_environment(policyreader):
    other = policyreader.home / "other"
    named = str(policyreader.library)
    policyreader.run("add", policyreader.file("a.txt"), POLICYREADER_LIBRARY=named)
    policyreader.run("add", "--library", other, policyreader.file("b.txt", OTHER))
    from_environment = policyreader.run("list", POLICYREADER_LIBRARY=named).stdout.decode()
    before = policyreader.run("--library", other, "list", POLICYREADER_LIBRARY=named)
    behind = policyreader.run("list", "--library", other, POLICYREADER_LIBRARY=named)
    assert "水库" in from_environment
    assert "桥梁" not in from_environment
    assert "桥梁" in before.stdout.decode()
    assert before.stdout == behind.stdout


def test_a_reader_that_goes_away_ends_the_command_quietly(policyreader):
    files = [
        policyreader.file(f"{n}.txt", OTHER.replace("5月8日", f"5月{n}日")) for n in range(1, 9)
    ]
    process = subprocess.Popen(
        [*command_line(), "parse", *map(str, files * 40), "--format", "jsonl"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=policyreader.environment(),
    )
    process.stdout.readline()
    process.stdout.close()
    told = process.stderr.read()
    process.stderr.close()
    assert (process.wait(timeout=60), told) == (0, b"")


def test_interrupted_is_130(policyreader, tmp_path):
    fifo = tmp_path / "never"
    os.mkfifo(fifo)
    with subprocess.Popen(
        [*command_line(), "parse", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=policyreader.environment(),
    ) as process:
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        told = process.stderr.read()
        assert process.wait(timeout=60) == 130
    assert b"Traceback" not in told


@pytest.mark.parametrize("encoding", ["C", "POSIX"])
def test_a_pipe_gets_utf_8_in_any_locale(policyreader, encoding):
    done = policyreader.run(
        "parse", policyreader.file("one.txt"), LC_ALL=encoding, PYTHONIOENCODING="gbk"
    )
    assert "水库安全" in done.stdout.decode("utf-8")


def test_the_command_line_loads_neither_the_screen_nor_the_dictionary():
    listing = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "import tui.cli"],
        capture_output=True,
        check=True,
        text=True,
    ).stderr
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in listing.splitlines()}
    assert "click" in loaded
    assert not loaded & {"textual", "jieba", "lxml", "rich", "tinydb", "sqlite3", "hypothesis"}


def test_help_and_parse_load_no_screen(policyreader):
    report = policyreader.file("one.txt")
    code = (
        "import sys; from tui.cli import main; main(sys.argv[1:]);"
        "sys.exit(1 if {'textual', 'rich'} & set(sys.modules) else 0)"
    )
    for arguments in (["--help"], ["parse", str(report)]):
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments], capture_output=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, b"")
