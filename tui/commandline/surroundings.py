"""What ``policyreader doctor`` says of the installation, the folders and the terminal."""

import codecs
import platform
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final, Literal

import platformdirs

State = Literal["ok", "note", "warning", "error", "mended"]

_WIDTH, _HEIGHT = 40, 12
"""The smallest screen that the reader lays out."""

_SEVERAL_COLOURS: Final = ("256color", "truecolor", "direct", "kitty", "alacritty")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: what it is, whether it is well, and what was seen.

    ``note`` is worth knowing and stops nothing; ``error`` wants mending.
    """

    name: str
    state: State
    seen: str


def of_the_installation(library: Path) -> Iterator[Check]:
    """Versions and every folder in use."""
    yield Check("policyreader", "ok", version("policyreader"))
    yield Check("python", "ok", f"{platform.python_version()}, textual {version('textual')}")
    yield Check("library folder", "ok", str(library))
    for name, folder in (
        ("state", platformdirs.user_state_path("policyreader", appauthor=False)),
        ("configuration", platformdirs.user_config_path("policyreader", appauthor=False)),
    ):
        yield Check(name, "ok" if folder.is_dir() else "note", _folder(folder))


def of_the_terminal(environment: Mapping[str, str]) -> Iterator[Check]:
    """What the reader would meet on this terminal."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        yield Check("terminal", "note", "none here: policyreader prints the timeline as text")
        return
    name = environment.get("TERM", "")
    if name in ("", "dumb"):
        yield Check("terminal", "error", "TERM says that the cursor cannot be placed")
    else:
        yield Check("terminal", "ok", name)
    yield _encoding()
    yield _size()
    yield _colours(environment, name)
    if environment.get("TMUX"):
        yield Check("tmux", "note", "copying wants: set -g set-clipboard on, allow-passthrough on")
    if environment.get("SSH_CONNECTION"):
        yield Check("ssh", "note", "ssh -C sends a tenth of the bytes")


def _folder(folder: Path) -> str:
    return str(folder) if folder.is_dir() else f"{folder} (not made yet)"


def _encoding() -> Check:
    encoding = codecs.lookup(sys.stderr.encoding).name
    if encoding == "utf-8":
        return Check("encoding", "ok", encoding)
    return Check("encoding", "error", f"{encoding}: set a UTF-8 locale, or PYTHONUTF8=1")


def _size() -> Check:
    size = shutil.get_terminal_size()
    seen = f"{size.columns}x{size.lines}"
    if size.columns < _WIDTH or size.lines < _HEIGHT:
        return Check("size", "note", f"{seen}: the reader wants {_WIDTH}x{_HEIGHT}")
    return Check("size", "ok", seen)


def _colours(environment: Mapping[str, str], name: str) -> Check:
    if environment.get("NO_COLOR"):
        return Check("colours", "ok", "none, as NO_COLOR asks")
    if environment.get("COLORTERM") in ("truecolor", "24bit"):
        return Check("colours", "ok", "16 million")
    if any(part in name for part in _SEVERAL_COLOURS):
        return Check("colours", "ok", "256")
    return Check("colours", "note", f"TERM={name} promises few; try TERM=xterm-256color")
