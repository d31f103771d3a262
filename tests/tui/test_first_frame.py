"""What the installed command may not load on its way to the first frame."""

import fcntl
import json
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest
from installed import Policyreader

TITLE = "水库安全"
ROOT = Path(__file__).parents[2]
NOT_BEFORE_THE_FIRST_FRAME = {
    # dictionaries and parsers of other libraries: half a second and 60 MB, jieba alone
    *("jieba", "lxml", "pypinyin", "opencc", "charset_normalizer", "yaml"),
    # what only another command or another page needs
    *("store.parsing", "store.across", "store.export", "tui.screens.person", "tui.screens.compare"),
}
CODE = """
import json, sys
from pathlib import Path
from tui import cli, painter
noted, paint = Path({modules!r}), painter.Painter.paint
def noting(self, *arguments):
    output = paint(self, *arguments)
    if {title!r} in output and not noted.exists():
        noted.write_text(json.dumps(sorted(sys.modules)))
    return output
painter.Painter.paint = noting
sys.exit(cli.main(["--library", {library!r}, "--lang", "zh"]))
"""
"""The command, which notes the modules that are loaded when the meeting is first painted."""


@pytest.fixture
def loaded(tmp_path):
    """The modules that are loaded when the first frame is on the terminal."""
    policyreader = Policyreader(tmp_path)
    added = policyreader.run("--library", policyreader.library, "add", policyreader.file("a.txt"))
    assert added.returncode == 0, added.stderr.decode()
    modules = tmp_path / "modules.json"
    code = CODE.format(modules=str(modules), library=str(policyreader.library), title=TITLE)
    outer, inner = pty.openpty()
    fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=inner,
        stdout=inner,
        stderr=inner,
        cwd=ROOT,
        env=policyreader.environment(),
        start_new_session=True,
    )
    os.close(inner)
    written = b""
    end = time.monotonic() + 20
    while not (modules.exists() and TITLE.encode() in written) and time.monotonic() < end:
        if select.select([outer], [], [], 0.1)[0]:
            written += os.read(outer, 65536)
    process.kill()
    process.wait()
    os.close(outer)
    assert TITLE.encode() in written, written
    return set(json.loads(modules.read_text()))


def test_nothing_heavy_is_loaded_before_the_first_frame(loaded):
    assert "tui.app" in loaded
    assert not NOT_BEFORE_THE_FIRST_FRAME & loaded
