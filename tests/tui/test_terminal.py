"""What the terminal is owed: tried on a real pseudo-terminal where bytes and signals matter."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest
from textual.drivers import linux_driver

from store.library import lock
from store.library.marks import Marks
from tui.session import Session, last_session
from tui.terminal import RESTORE, replacing_decoder, why_not

ROOT = Path(__file__).parents[2]
APP = """
import sys
sys.path[:0] = [{root!r}, {support!r}]
from pathlib import Path
from fake_library import FakeLibrary
from store.library import corrections, marks
import store.library
class Fake(FakeLibrary):
    marks = marks.Marks(Path({state!r}))
    corrections = corrections.Corrections(Path({state!r}))
    def behind(self):
        return 0
store.library.open_library = lambda path, **_: Fake()
from tui.app import run
sys.exit(run(Path("nowhere"), language="en"))
"""


class Terminal:
    """The reader in a pseudo-terminal of 80x24."""

    def __init__(self, state):
        support = str(ROOT / "tests" / "support")
        code = APP.format(root=str(ROOT), support=support, state=str(state))
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.before = termios.tcgetattr(slave)
        self.slave = slave
        self.process = subprocess.Popen(
            [sys.executable, "-c", code],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"},
            start_new_session=True,
        )
        self.output = b""

    def wait_for(self, text, seconds=10.0):
        end = time.monotonic() + seconds
        while text not in self.output and time.monotonic() < end:
            if select.select([self.master], [], [], 0.1)[0]:
                self.output += os.read(self.master, 65536)
        assert text in self.output

    def rest(self):
        while select.select([self.master], [], [], 0.3)[0]:
            self.output += os.read(self.master, 65536)

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.master)
        os.close(self.slave)


@pytest.fixture
def terminal(tmp_path):
    opened = Terminal(tmp_path)
    yield opened
    opened.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_to_end_gives_the_terminal_back(terminal, number):
    terminal.wait_for(b"Timeline")
    terminal.process.send_signal(number)
    assert terminal.process.wait(timeout=2) == 128 + number
    terminal.rest()
    assert terminal.output.endswith(RESTORE.encode())
    assert termios.tcgetattr(terminal.slave) == terminal.before


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_what_a_signal_ended_comes_back(terminal, tmp_path, number):
    terminal.wait_for(b"Timeline")
    os.write(terminal.master, b"j\r")
    terminal.wait_for(b"Copy")
    terminal.process.send_signal(number)
    terminal.process.wait(timeout=2)
    session = last_session(Marks(tmp_path))
    assert session.open
    assert session.meeting
    assert not list(tmp_path.glob(".tmp-*"))


def test_saving_that_takes_too_long_is_left_behind(terminal, tmp_path):
    terminal.wait_for(b"Timeline")
    with lock.writing(tmp_path / "marks.lock"):
        terminal.process.send_signal(signal.SIGHUP)
        assert terminal.process.wait(timeout=1.5) == 128 + signal.SIGHUP
    terminal.rest()
    assert terminal.output.endswith(RESTORE.encode())
    assert last_session(Marks(tmp_path)) == Session()


def test_a_terminal_that_takes_no_more_output_does_not_hold_the_reader(terminal):
    terminal.wait_for(b"Timeline")
    for _ in range(200):
        os.write(terminal.master, b"\x1b[6~\x1b[5~?q")
        time.sleep(0.005)
    terminal.process.send_signal(signal.SIGTERM)
    assert terminal.process.wait(timeout=2) == 128 + signal.SIGTERM


def test_bytes_that_are_no_utf8_do_not_end_the_reader(terminal):
    terminal.wait_for(b"Timeline")
    os.write(terminal.master, "会议".encode("gbk") + b"\x1b[M \xc3\xa4\xff")
    time.sleep(0.3)
    os.write(terminal.master, b"?")
    terminal.wait_for(b"Every key")
    os.write(terminal.master, b"\x11")
    assert terminal.process.wait(timeout=3) == 0


def test_the_decoder_is_the_one_that_textual_uses():
    source = Path(linux_driver.__file__).read_text(encoding="utf-8")
    assert 'getincrementaldecoder("utf-8")()' in source
    assert replacing_decoder("utf-8")().decode(b"\xbb\xff") == "\ufffd\ufffd"


def test_everything_the_driver_switches_on_is_switched_off():
    source = Path(linux_driver.__file__).read_text(encoding="utf-8")
    for mode in ("1049", "2004", "2048", "1000", "1003", "1015", "1006", "1004", "25"):
        assert f"[?{mode}" in source
        assert f"[?{mode}" in RESTORE


def test_without_a_terminal_one_line_says_so(tmp_path):
    code = APP.format(root=str(ROOT), support=str(ROOT / "tests" / "support"), state=str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", code],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=20,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


def test_a_terminal_that_cannot_place_the_cursor_is_told(monkeypatch):
    class Tty:
        encoding = "utf-8"

        def isatty(self):
            return True

    monkeypatch.setattr(sys, "__stdin__", Tty())
    monkeypatch.setattr(sys, "__stderr__", Tty())
    assert "TERM" in why_not({"TERM": "dumb"})
    assert why_not({"TERM": "screen"}) is None
    Tty.encoding = "gb18030"
    assert "PYTHONUTF8" in why_not({"TERM": "screen"})


@pytest.mark.parametrize(
    ("terminal_type", "erases"), [("xterm-256color", True), ("screen", False), ("nonsense", False)]
)
def test_erasing_is_used_where_terminfo_says_that_it_keeps_the_background(terminal_type, erases):
    # in a process of its own, because curses looks a terminal up once
    code = "from tui.terminal import erases_in_colour; print(erases_in_colour())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "TERM": terminal_type},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"{erases}\n"
