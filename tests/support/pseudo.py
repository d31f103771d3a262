"""The installed command on a real pseudo-terminal, whose every byte is kept."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Sequence

Settings = list


class Pseudo:
    """A process on a pseudo-terminal of its own; ``output`` is all that it wrote so far."""

    def __init__(
        self,
        command: Sequence[str],
        environment: dict[str, str],
        *,
        columns: int = 100,
        rows: int = 30,
        controlling: bool = True,
    ) -> None:
        self.master, self.slave = pty.openpty()
        self.resize(columns, rows)
        self.before = termios.tcgetattr(self.slave)
        self.output = b""
        self.process = subprocess.Popen(
            command,
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            env=environment,
            start_new_session=True,
            preexec_fn=_take_terminal if controlling else None,
        )

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size; the kernel tells the process."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def settings(self) -> Settings:
        """How the terminal is set now."""
        return termios.tcgetattr(self.slave)

    def press(self, *keys: str | bytes, pause: float = 0.08) -> None:
        """Type, read what comes back, and wait a little after each."""
        for key in keys:
            os.write(self.master, key.encode() if isinstance(key, str) else key)
            self.read(pause)

    def ask(self, *keys: str | bytes, seconds: float = 0.4) -> None:
        """Type, and read the answer to each, which may take so many seconds to begin."""
        for key in keys:
            os.write(self.master, key.encode() if isinstance(key, str) else key)
            select.select([self.master], [], [], seconds)
            self.read(0.015)

    def read(self, quiet: float = 0.3, longest: float = 5.0) -> bytes:
        """Read until nothing more comes for ``quiet`` seconds; gives all that came so far."""
        end = time.monotonic() + longest
        while time.monotonic() < end and select.select([self.master], [], [], quiet)[0]:
            try:
                chunk = os.read(self.master, 65536)
            except OSError:
                break
            if not chunk:
                break
            self.output += chunk
        return self.output

    def wait_for(self, text: bytes, seconds: float = 15.0) -> None:
        """Read until a text was written."""
        end = time.monotonic() + seconds
        while text not in self.output and time.monotonic() < end:
            if self.process.poll() is not None and not select.select([self.master], [], [], 0)[0]:
                break
            self.read(0.05, 0.2)
        assert text in self.output, self.output[-3000:]

    def ends(self, seconds: float) -> int:
        """The return code of the process, which has so many seconds to end; reads meanwhile."""
        end = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < end:
            self.read(0.02, 0.1)
        code = self.process.poll()
        assert code is not None, "still there"
        self.read(0.05)
        return code

    def vanish(self) -> None:
        """Close the terminal under the process, as when a line drops."""
        os.close(self.slave)
        os.close(self.master)
        self.slave = self.master = -1

    def close(self) -> None:
        """End the process, whatever it does, and the terminal."""
        if self.process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        for handle in (self.master, self.slave):
            if handle >= 0:
                os.close(handle)


def _take_terminal() -> None:
    """Make standard input the controlling terminal, from which SIGHUP and ctrl+z come."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
