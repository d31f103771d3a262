"""Runs a program on a pseudo-terminal and says what each key costs: bytes, text and CPU.

The screen is that of an emulator (pyte, which only the bench needs), so that the bytes written
can be set beside the text that they put on the screen.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final

import pyte

COLUMNS: Final = 120
ROWS: Final = 40
QUIET: Final = 0.3
"""Seconds without output or CPU after which a key counts as answered."""

_STILL: Final = 0.002
"""CPU seconds that a program may use in that time and still count as quiet."""

_LEFT_OUT: Final = ("COLORTERM", "NO_COLOR", "PYTHONDONTWRITEBYTECODE")

Glyph = tuple[object, ...]
Screen = tuple[tuple[Glyph, ...], ...]
"""Rows of cells: the character and what it is drawn in."""


class _Emulator(pyte.Screen):
    """pyte with what ncurses sends for xterm besides: repeat, scroll up, scroll down."""

    def select_graphic_rendition(self, *parameters: int, private: bool = False) -> None:
        """SGR; pyte stumbles over what vim asks in the same letter with a question mark."""
        if not private:
            super().select_graphic_rendition(*parameters)

    def repeat(self, count: int = 1) -> None:
        """REP: the last character drawn, again."""
        if self.cursor.x:
            self.draw(self.buffer[self.cursor.y][self.cursor.x - 1].data * max(count, 1))

    def scroll_up(self, count: int = 1) -> None:
        """SU: the lines in the margins, up."""
        self._scroll(self.delete_lines, count)

    def scroll_down(self, count: int = 1) -> None:
        """SD: the lines in the margins, down."""
        self._scroll(self.insert_lines, count)

    def _scroll(self, change: Callable[[int], None], count: int) -> None:
        at = self.cursor.x, self.cursor.y
        self.cursor.y = self.margins.top if self.margins else 0
        change(max(count, 1))
        self.cursor.x, self.cursor.y = at


class _Stream(pyte.ByteStream):
    csi: ClassVar[dict[str, str]] = {
        **pyte.ByteStream.csi,
        "b": "repeat",
        "S": "scroll_up",
        "T": "scroll_down",
    }
    events = pyte.ByteStream.events | {"repeat", "scroll_up", "scroll_down"}


@dataclass(frozen=True)
class Chunk:
    """Bytes that arrived together, and the CPU seconds that the program had used by then."""

    data: bytes
    cpu: float


@dataclass(frozen=True)
class Answer:
    """What a program did about some keys: CPU seconds until it was quiet, bytes, screens."""

    cpu: float
    chunks: Sequence[Chunk]
    screens: Sequence[Screen]

    @property
    def written(self) -> int:
        """Bytes written to the terminal."""
        return sum(len(chunk.data) for chunk in self.chunks)

    @property
    def text(self) -> int:
        """UTF-8 bytes of the characters, blanks apart, of all cells that are not as before."""
        before, after = self.screens[0], self.screens[-1]
        return sum(
            len(str(new[0]).encode())
            for former, row in zip(before, after, strict=True)
            for old, new in zip(former, row, strict=True)
            if old != new and str(new[0]).strip()
        )

    def painted(self, beside: int = 0) -> float:
        """CPU seconds until the screen was as at the end, but for columns left of ``beside``.

        The two lines at the bottom count whole.
        """
        views = [[*(row[beside:] for row in screen[:-2]), *screen[-2:]] for screen in self.screens]
        at = next(at for at, view in enumerate(views) if view == views[-1])
        return self.chunks[at - 1].cpu if at else 0.0


class EndedError(Exception):
    """The program ended; what it left on the screen."""


class Terminal:
    """A program on a terminal of 120x40 with 256 colours."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._emulator = _Emulator(COLUMNS, ROWS)
        self._stream = _Stream(self._emulator)
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        kept = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
        self._process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**kept, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **environment},
            start_new_session=True,
            # so that the program is told when the bench is gone
            preexec_fn=lambda: fcntl.ioctl(slave, termios.TIOCSCTTY, 0),
        )
        os.close(slave)
        self.started = self._answer(0.0, patience=2.0)

    def press(self, keys: str) -> Answer:
        """Send keys and wait until they are answered."""
        before = self.cpu()
        os.write(self._master, keys.encode())
        return self._answer(before)

    def idle(self, seconds: float) -> tuple[int, float]:
        """Bytes and CPU seconds of doing nothing."""
        before, end = self.cpu(), time.monotonic() + seconds
        written = 0
        while (left := end - time.monotonic()) > 0:
            written += len(self._read(left))
        return written, self.cpu() - before

    def cpu(self) -> float:
        """CPU seconds of the program so far, all its threads together (Linux)."""
        # the id of another process's CPU clock, as clock_getcpuclockid(3) makes it
        return time.clock_gettime(~self._process.pid << 3 | 2)

    def memory(self) -> float:
        """The most megabytes the program ever had in memory (Linux)."""
        lines = Path(f"/proc/{self._process.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1e3

    @property
    def lines(self) -> Sequence[str]:
        """The text on the screen."""
        return list(self._emulator.display)

    def close(self) -> None:
        """End the program."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        os.close(self._master)

    def _answer(self, before: float, patience: float = QUIET) -> Answer:
        chunks: list[Chunk] = []
        used, end = self.cpu(), time.monotonic() + patience
        while (left := end - time.monotonic()) > 0:
            data = self._read(left)
            cpu = self.cpu()
            if data:
                chunks.append(Chunk(data, cpu - before))
            if data or cpu - used > _STILL:
                used, end = cpu, time.monotonic() + QUIET
        screens = [self._screen()]
        for chunk in chunks:
            self._stream.feed(chunk.data)
            screens.append(self._screen())
        return Answer(self.cpu() - before, chunks, screens)

    def _read(self, seconds: float) -> bytes:
        # in short steps, because CPU without output counts as well
        if not select.select([self._master], [], [], min(seconds, 0.1))[0]:
            return b""
        try:
            return os.read(self._master, 65536)
        except OSError as error:
            raise EndedError("\n".join(self.lines)) from error

    def _screen(self) -> Screen:
        buffer = self._emulator.buffer
        return tuple(
            tuple(tuple(buffer[row][column]) for column in range(COLUMNS)) for row in range(ROWS)
        )
