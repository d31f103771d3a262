"""Copying out of a terminal, also one at the other end of an SSH line: OSC 52.

The terminal that the person sits at takes the text, so nothing need be installed on the
server. tmux and screen swallow the sequence unless it is wrapped for them.
"""

import base64
import shutil
import subprocess
from collections.abc import Callable, Mapping

LIMIT = 74_994
"""Bytes of text at most: with its frame their base64 fills the 100,000 that terminals take."""

_SCREEN_PIECE = 756
"""Characters that screen lets through in one piece, less the frame: its limit is 768."""

_PATIENCE = 2.0
"""Seconds that tmux has to answer."""


class TooLongError(Exception):
    """The text is longer than a terminal's clipboard takes; the message says by how much."""


def copy(text: str, environment: Mapping[str, str], write: Callable[[str], None]) -> None:
    """Hand a text to the clipboard of the terminal that ``write`` writes to.

    Whether it arrives nobody tells: terminals do not answer. Raises TooLongError.
    """
    size = len(text.encode())
    if size > LIMIT:
        raise TooLongError(f"{size} > {LIMIT}")
    if not (environment.get("TMUX") and _through_tmux(text)):
        write(sequence(text, environment))


def sequence(text: str, environment: Mapping[str, str]) -> str:
    """The OSC 52 sequence of a text, wrapped for the multiplexer it must pass."""
    plain = f"\x1b]52;c;{base64.b64encode(text.encode()).decode('ascii')}\x07"
    if environment.get("TMUX"):
        return f"\x1bPtmux;{plain.replace(chr(27), chr(27) * 2)}\x1b\\"
    if environment.get("STY"):
        starts = range(0, len(plain), _SCREEN_PIECE)
        return "".join(f"\x1bP{plain[at : at + _SCREEN_PIECE]}\x1b\\" for at in starts)
    return plain


def _through_tmux(text: str) -> bool:
    """Give the text to tmux itself, which passes it on whatever its options; False if it fails."""
    tmux = shutil.which("tmux")
    if tmux is None:
        return False
    try:
        done = subprocess.run(  # noqa: S603
            [tmux, "load-buffer", "-w", "-"],
            input=text.encode(),
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
