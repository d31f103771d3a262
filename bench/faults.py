"""Kill writers at random moments and look what is left: python -m bench.faults [--kills N].

Every kill hits a process that adds invented reports in bulk; afterwards everything that it
acknowledged must be there, and the library must be sound to doctor once the next writer has
opened it.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.invented import World
from store.library import open_library
from store.library.doctor import examine
from store.model import Article, Document
from store.query.expression import Everything

_REPORTS: Final = 40_000
_ROUND: Final = 25
"""Kills of one library before another is begun: a large one takes long to look over."""

_LONGEST: Final = 1.5
"""Seconds after which a writer is killed at the latest, counted from its first acknowledgement."""


@dataclass
class Tally:
    """What was seen over all kills."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    unsound: int = 0


def main() -> None:
    """Kill, look, count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.write is not None:
        write(options.write)
        return
    with tempfile.TemporaryDirectory() as temporary:
        tally = Tally()
        for first in range(0, options.kills, _ROUND):
            home = Path(temporary) / str(first)
            tally.acknowledged += killed(home, min(_ROUND, options.kills - first), tally)
    print(
        f"{tally.kills} kills, {tally.acknowledged} reports acknowledged,"
        f" {tally.lost} of them lost, {tally.unsound} libraries not sound"
    )
    sys.exit(1 if tally.lost or tally.unsound else 0)


def write(home: Path) -> None:
    """Add reports in bulk and print how many are on disk after each batch."""
    library = open_library(home / "library", state_dir=home / "state", write=True)
    done = len(library.database.table("documents"))

    def told(added: int, total: int) -> None:
        print(done + added, flush=True)

    library.add(unhurried(World(people=300, variety=1_000).reports(_REPORTS, done)), told)


def unhurried(
    reports: Iterator[tuple[Document, list[Article]]],
) -> Iterator[tuple[Document, list[Article]]]:
    """Reports with pauses as parsing makes them, so that batches have all sizes."""
    chance = random.Random()
    for report in reports:
        if chance.random() < 0.02:
            time.sleep(chance.random() * 0.3)
        yield report


def killed(home: Path, kills: int, tally: Tally) -> int:
    """Kill so many writers of one library; gives the reports that they acknowledged."""
    acknowledged = 0
    chance = random.Random(tally.kills)
    for _ in range(kills):
        command = [sys.executable, "-m", "bench.faults", "--write", str(home)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        if process.stdout is None:
            raise OSError("the writer has no output")
        said = process.stdout.readline()
        time.sleep(chance.random() ** 2 * _LONGEST)
        process.kill()
        said += process.stdout.read()
        process.wait()
        tally.kills += 1
        # the kill may have cut the last number short
        whole = [int(one) for one in said.splitlines(keepends=True) if one.endswith("\n")]
        acknowledged = max([acknowledged, *whole])
        _look(home, acknowledged, tally)
    return acknowledged


def _look(home: Path, acknowledged: int, tally: Tally) -> None:
    library = open_library(home / "library", state_dir=home / "state", write=True)
    reports = sum(len(row.reports) for row in library.meetings(Everything()))
    library.close()
    tally.lost += max(0, acknowledged - reports)
    troubles = [one for one in examine(home / "library", home / "state") if one.severity == "error"]
    if troubles:
        tally.unsound += 1
        print(tally.kills, troubles)


if __name__ == "__main__":
    main()
