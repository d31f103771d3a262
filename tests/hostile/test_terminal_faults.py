"""Signals, dropped lines, odd terminals and sizes: the installed command on a pseudo-terminal.

Afterwards the terminal is set as it was, the process is gone within a second, and what was
marked is there. tests/tui/test_terminal.py has the parts of it by themselves.
"""

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from installed import REPORT, Policyreader, command_line
from invented_reports import a_report
from pseudo import Pseudo

from store.library import open_library
from store.library.marks import Marks

SECOND = 1.5
"""A second, on a machine that does other things as well."""

A_ROW = "会议".encode()
"""What the timeline shows when it has its meetings: before that there is nothing to mark."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Policyreader:
    there = Policyreader(tmp_path_factory.mktemp("terminal"))
    library = open_library(there.library, state_dir=there.home / "s", write=True)
    library.add(
        [
            a_report(
                f"会议{n}",
                "会议强调，要压实责任。" * 60,
                path=f"{n}.txt",
                date=f"2023-05-{n + 1:02}",
            )
            for n in range(30)
        ]
    )
    library.close()
    return there


@pytest.fixture
def reader(home: Policyreader, tmp_path: Path):
    """The reader, ready for keys, with a state folder of its own."""
    opened = started(home, tmp_path)
    opened.wait_for(A_ROW)
    yield opened
    opened.close()


def started(home: Policyreader, state: Path, *, columns: int = 100, rows: int = 30, **environment):
    command = command_of(home)
    given = home.environment(XDG_STATE_HOME=str(state), **environment)
    return Pseudo(command, given, columns=columns, rows=rows)


def command_of(home: Policyreader) -> list[str]:
    return [*command_line(), "--library", str(home.library), "--lang", "en"]


def marked(state: Path) -> int:
    return len(Marks(state / "policyreader").marked())


def assert_given_back(reader: Pseudo) -> None:
    """The terminal is set as it was, and what the screen switched on is off."""
    assert reader.settings() == reader.before
    last = {}
    for numbers, switch in re.findall(rb"\x1b\[\?([0-9;]+)([hl])", reader.output):
        last |= dict.fromkeys(map(int, numbers.split(b";")), switch)
    assert {mode for mode, switch in last.items() if switch == b"h"} <= {7, 25}
    assert last.get(25) == b"h"


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT], ids=lambda n: n.name
)
def test_a_signal_right_after_a_mark(reader: Pseudo, tmp_path: Path, number: signal.Signals):
    reader.press("m")
    reader.process.send_signal(number)
    assert reader.ends(SECOND) == 128 + number
    assert_given_back(reader)
    assert marked(tmp_path) == 1


def test_a_line_that_drops(reader: Pseudo, tmp_path: Path):
    """The terminal vanishes: the kernel sends SIGHUP, every write fails."""
    reader.press("m", "\r")
    reader.vanish()
    reader.process.wait(timeout=SECOND)
    assert marked(tmp_path) == 1


def test_a_line_that_drops_without_a_signal(home: Policyreader, tmp_path: Path):
    """Not the controlling terminal, as under some launchers: only reading and writing fail."""
    command = [*command_line(), "--library", str(home.library), "--lang", "en"]
    environment = home.environment(XDG_STATE_HOME=str(tmp_path))
    reader = Pseudo(command, environment, controlling=False)
    try:
        reader.wait_for(A_ROW)
        reader.press("m")
        reader.vanish()
        reader.process.wait(timeout=3)
        assert marked(tmp_path) == 1
    finally:
        reader.close()


def test_a_terminal_that_takes_no_more(reader: Pseudo, tmp_path: Path):
    """Nobody reads: the reader stands still in a write, and still obeys and saves."""
    reader.press("m")
    for _ in range(300):
        os.write(reader.master, b"\x1b[6~\x1b[5~?q\x0c")
        time.sleep(0.002)
    time.sleep(0.3)
    reader.process.send_signal(signal.SIGTERM)
    assert reader.process.wait(timeout=SECOND) == 128 + signal.SIGTERM
    assert marked(tmp_path) == 1


def test_standing_aside_and_back(home: Policyreader, tmp_path: Path):
    """ctrl+z gives the terminal back; fg takes it again and draws everything."""
    command = [sys.executable, "-c", SHELL, *command_of(home)]
    reader = Pseudo(command, home.environment(XDG_STATE_HOME=str(tmp_path)))
    try:
        reader.wait_for(A_ROW)
        children = Path(f"/proc/{reader.process.pid}/task/{reader.process.pid}/children")
        job = int(children.read_text().split()[0])
        reader.press("\x1a", pause=0.02)
        assert until_state(job, "T") == "T"
        reader.read(0.05)
        assert_given_back(reader)
        reader.output = b""
        os.kill(job, signal.SIGCONT)
        reader.wait_for(A_ROW)
        reader.press("m", "\x11")
        assert reader.ends(5) == 0
        assert marked(tmp_path) == 1
        assert_given_back(reader)
    finally:
        reader.close()


SHELL = """
import os, signal, subprocess, sys
signal.signal(signal.SIGTTOU, signal.SIG_IGN)
job = subprocess.Popen(sys.argv[1:], process_group=0)
os.tcsetpgrp(0, job.pid)
sys.exit(job.wait())
"""
"""What a shell does: a job in a process group of its own, which ctrl+z can stop."""


def until_state(process: int, wanted: str, seconds: float = 3) -> str:
    end = time.monotonic() + seconds
    state = ""
    while state != wanted and time.monotonic() < end:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        time.sleep(0.02)
    return state


def test_a_storm_of_sizes(reader: Pseudo, tmp_path: Path):
    chance = random.Random(5)
    reader.press("\r")
    for _ in range(60):
        reader.resize(chance.randint(1, 500), chance.randint(1, 200))
        reader.press(chance.choice(["j", "k", "\t", "z", "?", "q", "f"]), pause=0.004)
    for size in ((1, 1), (500, 200), (2, 100), (500, 1), (100, 30)):
        reader.resize(*size)
        reader.read(0.05, 1)
    reader.press("q", "q", "q", "\x0c")
    reader.read(0.2, 2)
    assert reader.process.poll() is None, reader.output[-1000:]
    reader.press("\x11")
    assert reader.ends(5) == 0
    assert_given_back(reader)


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (10, 3), (39, 11), (70, 12), (500, 200)])
def test_a_size_from_the_start(home: Policyreader, tmp_path: Path, size: tuple[int, int]):
    reader = started(home, tmp_path, columns=size[0], rows=size[1])
    try:
        reader.wait_for(b"\x1b[?1049h")
        reader.read(0.15)
        reader.press("\x11")
        assert reader.ends(5) == 0
        assert_given_back(reader)
    finally:
        reader.close()


def test_bytes_that_are_no_text(reader: Pseudo, tmp_path: Path):
    """GBK from a Windows terminal, mouse reports of the X10 kind, and plain noise."""
    chance = random.Random(7)
    noise = bytes(chance.choice([0x80, 0xFF, 0xC3, 0xE4, 0xF5, 0xA1]) for _ in range(400))
    reader.press("会议强调".encode("gbk"), b"\x1b[M \xc3\xa4", b"\x1b[M#\xff\xff", noise, pause=0.1)
    reader.press(b"\x1b[200~" + "會議".encode("big5") + b"\x1b[201~", b"\x1b", pause=0.2)
    reader.press("\x1b", "q", "m", pause=0.2)
    assert reader.process.poll() is None
    reader.press("\x11")
    assert reader.ends(5) == 0
    assert_given_back(reader)


@pytest.mark.parametrize("name", ["vt100", "linux", "screen", "tmux-256color", "xterm", "nonsense"])
def test_a_terminal_of_any_name(home: Policyreader, tmp_path: Path, name: str):
    reader = started(home, tmp_path, TERM=name)
    try:
        reader.wait_for(A_ROW)
        reader.press("j", "\r", "m", "\x11")
        assert reader.ends(5) == 0
        assert marked(tmp_path) == 1
        assert_given_back(reader)
    finally:
        reader.close()


@pytest.mark.parametrize(
    ("environment", "needed"),
    [
        ({"TERM": "dumb"}, b"TERM"),
        ({"TERM": ""}, b"TERM"),
        ({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, b"UTF-8"),
        ({"PYTHONIOENCODING": "gb18030"}, b"UTF-8"),
    ],
)
def test_a_terminal_that_cannot_is_told_what_is_needed(
    home: Policyreader, tmp_path: Path, environment: dict[str, str], needed: bytes
):
    reader = started(home, tmp_path, **environment)
    try:
        assert reader.ends(5) == 2
        assert needed in reader.output
        assert reader.output.count(b"\n") == 1
        assert b"\x1b" not in reader.output
        assert reader.settings() == reader.before
    finally:
        reader.close()


def test_without_a_terminal_the_timeline_is_printed(home: Policyreader):
    """Standard input at /dev/null, or standard output in a pipe: an answer, and no waiting."""
    command = [*command_line(), "--library", str(home.library)]
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=home.environment(),
        timeout=10,
        check=False,
    )
    assert done.returncode == 0
    assert done.stdout.count("会议".encode()) >= 30
    assert b"\x1b" not in done.stdout + done.stderr


def test_with_nothing_to_read_from_a_terminal_gets_the_timeline_and_no_sequence(
    home: Policyreader, tmp_path: Path
):
    """``policyreader < /dev/null`` on a terminal: no key could ever end the reader."""
    command = ["sh", "-c", 'exec "$@" < /dev/null', "sh", *command_of(home)]
    reader = Pseudo(command, home.environment(XDG_STATE_HOME=str(tmp_path)))
    try:
        assert reader.ends(10) == 0
        assert reader.output.count("会议".encode()) >= 30
        assert b"\x1b" not in reader.output
        assert reader.settings() == reader.before
    finally:
        reader.close()


def test_a_crash_ends_with_another_status_and_shows_nobody_s_texts(
    home: Policyreader, tmp_path: Path
):
    code = (
        "import sys\n"
        "from tui.screens.reader import ReaderScreen\n"
        "def crash(self):\n"
        "    texts = 'somebody' + ' wrote this'\n"
        "    raise RuntimeError('\\x1b]0;OWNED\\x07')\n"
        "ReaderScreen.action_help = crash\n"
        "from tui.cli import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    command = [sys.executable, "-c", code, "--library", str(home.library), "--lang", "en"]
    environment = home.environment(
        XDG_STATE_HOME=str(tmp_path), PYTHONPATH=str(Path(__file__).parents[2])
    )
    reader = Pseudo(command, environment)
    try:
        reader.wait_for(A_ROW)
        reader.press("m", "?")
        assert reader.ends(5) not in (0, 2, 3)
        assert "␛]0;OWNED".encode() in reader.output
        assert b"\x1b]0;" not in reader.output
        assert b"somebody wrote this" not in reader.output
        assert_given_back(reader)
        assert marked(tmp_path) == 1
    finally:
        reader.close()


def test_add_on_a_line_that_drops_keeps_what_it_stored(tmp_path: Path):
    """SIGHUP while files are added: the library is whole, and the same command goes on."""
    there = Policyreader(tmp_path)
    for number in range(20):
        there.file(f"reports/{number}.txt", REPORT.replace("3月16日", f"3月{number + 1}日"))
    command = [*command_line(), "--library", str(there.library), "add", str(tmp_path / "reports")]
    adding = Pseudo(command, there.environment())
    try:
        adding.wait_for(b"reading")
        adding.vanish()
        adding.process.wait(timeout=5)
    finally:
        adding.close()
    assert there.run("--library", there.library, "add", tmp_path / "reports").returncode == 0
    assert there.run("--library", there.library, "doctor").returncode == 0
