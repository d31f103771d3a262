"""Runs the command in this process: the same answers without an interpreter's start for each."""

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest import mock

from installed import Policyreader

from tui.cli import main


class Inside(Policyreader):
    """The command with every folder it uses below ``home``; for what needs no process of its own."""

    def run(
        self, *arguments: str | Path, given: bytes = b"", **environment: str
    ) -> "subprocess.CompletedProcess[bytes]":
        assert not given, "standard input is that of the tests"
        out, told = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
        with (
            mock.patch.dict(os.environ, self.environment(**environment), clear=True),
            mock.patch.object(sys, "excepthook"),
            redirect_stdout(out),
            redirect_stderr(told),
        ):
            code = main(list(map(str, arguments)))
            out.flush()
            told.flush()
        answers = [stream.buffer.getvalue() for stream in (out, told)]
        return subprocess.CompletedProcess(list(map(str, arguments)), code, *answers)
