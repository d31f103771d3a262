"""What the terminal needs before and after the reader: checks, signals, bytes that are no UTF-8."""

import codecs
import curses
import os
import select
import signal
import sys
import termios
import threading
from collections.abc import Callable, Mapping
from functools import partial
from types import FrameType
from typing import Final

from textual.drivers import linux_driver

RESTORE = (
    "\x1b[?2004l"  # bracketed paste off
    "\x1b[?7h"  # lines wrap
    "\x1b[?2048l"  # no reports of resizing
    "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l"  # mouse off
    "\x1b[<u"  # keyboard protocol off
    "\x1b[?1049l"  # leave the alternate screen
    "\x1b[?25h"  # show the cursor
    "\x1b[?1004l"  # no reports of focus
)
"""What undoes everything that Textual's Linux driver asks of a terminal."""

ENDING_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)

SAVING: Final = 0.5
"""Seconds that saving may take when a signal ends the reader."""


def why_not(environment: Mapping[str, str]) -> str | None:
    """One line that says why no screen can be shown here, or None when it can."""
    if sys.__stdin__ is None or sys.__stderr__ is None:
        return "the reader needs a terminal, and standard input or standard error is closed"
    if not (sys.__stdin__.isatty() and sys.__stderr__.isatty()):
        return "the reader needs a terminal for standard input and standard error"
    if environment.get("TERM", "") in ("", "dumb"):
        return "the reader needs a terminal that can place the cursor, and TERM says it cannot"
    if codecs.lookup(sys.__stderr__.encoding).name != "utf-8":
        return (
            f"the reader needs a UTF-8 locale, and this one is {sys.__stderr__.encoding}: "
            "set PYTHONUTF8=1 when the terminal itself shows UTF-8"
        )
    return None


def tolerate_any_bytes() -> None:
    """Let the input thread replace bytes that are no UTF-8 instead of ending the program.

    A pasted GBK character or a mouse report of the X10 kind is such bytes (Textual #6668).
    """
    vars(linux_driver)["getincrementaldecoder"] = replacing_decoder


def replacing_decoder(name: str) -> Callable[[], codecs.IncrementalDecoder]:
    """``codecs.getincrementaldecoder``, for decoders that replace what they cannot read."""
    return partial(codecs.getincrementaldecoder(name), errors="replace")


def erases_in_colour() -> bool:
    """Whether the terminal erases characters to the background in use, as terminfo says of it.

    GNU screen, for one, erases to its own background.
    """
    try:
        curses.setupterm(fd=2)
    except curses.error:
        return False
    return curses.tigetflag("bce") == 1 and curses.tigetstr("ech") == b"\x1b[%p1%dX"


def end_well_on_signals(save: Callable[[], None]) -> None:
    """On a signal to end: save, give the terminal back as it is now, and be gone at once.

    ``save`` runs in a thread of its own, as what was interrupted may hold what it waits for,
    and is left behind after ``SAVING`` seconds. Call this before the screen starts. Plain
    handlers, because asyncio's do not run while the loop is stuck on a terminal that takes no
    more output.
    """
    # Textual puts its own objects in the place of sys.stdin and sys.stderr
    given, shown = 0, 2
    attributes = termios.tcgetattr(given)

    def end(number: int, _frame: FrameType | None) -> None:
        for other in ENDING_SIGNALS:
            signal.signal(other, signal.SIG_IGN)
        try:
            saving = threading.Thread(target=save, daemon=True)
            saving.start()
            saving.join(SAVING)
        finally:
            _restore(given, shown, attributes)
            os._exit(128 + number)

    for number in ENDING_SIGNALS:
        signal.signal(number, end)


def end_when_the_terminal_vanishes() -> None:
    """Turn a vanished terminal into SIGHUP also where the kernel sends none.

    It sends one to the session that the terminal controls only; anyone else would read and
    write into nothing for ever. The thread sleeps in the kernel until then.
    """
    threading.Thread(target=_wait_until_vanished, daemon=True).start()


def _wait_until_vanished() -> None:
    poll = select.poll()
    # nothing is asked for: what is told unasked is that the other end is gone
    poll.register(0, 0)
    poll.poll()
    os.kill(os.getpid(), signal.SIGHUP)


def _restore(given: int, shown: int, attributes: list[int | list[bytes | int]]) -> None:
    """Restore the terminal if it still takes output; a vanished one is no error."""
    try:
        if select.select([], [shown], [], 0)[1]:
            os.write(shown, RESTORE.encode("ascii"))
        termios.tcsetattr(given, termios.TCSANOW, attributes)
    except (OSError, termios.error):
        return
