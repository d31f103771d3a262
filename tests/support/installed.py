"""Runs the installed command as a process of its own, with folders of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

REPORT = """全省水库安全视频会议召开
林一川主持并讲话

澜江日报讯（记者 白小舟）3月16日上午，全省水库安全视频会议在云汀市召开。副省长林一川主持会议并讲话。

会议提出三点要求。一要排查隐患，逐库登记。二要备足物资，专人看管。三要值班值守，有事必报。

省水利厅厅长何一苇参加会议。

2023年3月17日 澜江日报
"""
"""An invented report with one series of three requirements."""

OTHER = REPORT.replace("3月16日", "5月8日").replace("3月17日", "5月9日").replace("水库", "桥梁")
"""The same on another day about bridges."""


def command_line() -> list[str]:
    """The installed command, or the module it calls where only the source is there."""
    script = Path(sys.executable).with_name("policyreader")
    return [str(script)] if script.exists() else [sys.executable, "-m", "tui"]


@dataclass(frozen=True)
class Policyreader:
    """The command with every folder it uses below ``home``."""

    home: Path

    @property
    def library(self) -> Path:
        return self.home / "library"

    def environment(self, **more: str) -> dict[str, str]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if name not in ("POLICYREADER_LIBRARY", "NO_COLOR", "PYTHONUTF8")
        }
        folders = {
            f"XDG_{kind}_HOME": str(self.home / kind.lower())
            for kind in ("DATA", "STATE", "CONFIG", "CACHE")
        }
        return {**kept, **folders, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", **more}

    def run(
        self, *arguments: str | Path, given: bytes = b"", **environment: str
    ) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            [*command_line(), *map(str, arguments)],
            input=given,
            capture_output=True,
            env=self.environment(**environment),
            timeout=60,
            check=False,
        )

    def file(self, name: str, content: str | bytes = REPORT) -> Path:
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path
