"""What a key costs on the terminal: python -m bench.terminal [--cache FOLDER] [--idle SECONDS].

Runs the installed ``policyreader`` on a pseudo-terminal of 120x40 with 256 colours over
invented meetings, beside ``less``, ``vim`` and ``newsboat`` where they are installed. Bytes are
what is written to the terminal; the text beside them is that of the cells that changed, blanks
apart. CPU is the reader's own, all threads together. Wants ``pyte`` (pip install pyte).

The large library takes minutes to make; ``--cache`` keeps it for the next run.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Final

from bench.invented import World
from bench.pagers import CURSOR, FILTER, OPEN, PAGE, all_measured, written_out
from bench.pseudo_terminal import Answer, Terminal
from store.library import open_library

SMALL: Final = 5_000
START: Final = 1_000
LARGE: Final = 100_000
_CHUNK: Final = 1_000
_ROUNDS: Final = 5
_FILTERS_WIDTH: Final = 28
"""Columns of the filter pane, whose counts follow after what was asked for is painted."""

TYPED: Final = ("wdf", "安全生产", "云汀市", "高质量", "史涛兰", "没有人说过", "role:主持")
"""What is typed, key by key, and taken back, key by key."""

ONE_LINE: Final = """
from textual.app import App
from textual.widgets import Static
class OneLine(App):
    def compose(self):
        yield Static("one line")
OneLine().run()
"""


@dataclass(frozen=True)
class Line:
    """A line of the table; ``most`` is what the reader promises."""

    what: str
    found: str
    most: str = ""
    text: str = ""
    holds: bool | None = None


def main() -> None:
    """Make the libraries, measure, print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, help="keep the libraries here")
    parser.add_argument("--idle", type=float, default=60, help="seconds of doing nothing")
    parser.add_argument("--reports", type=int, default=LARGE, help="in the large library")
    parser.add_argument("--out", type=Path, help="write the table here as well")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        cache = options.cache or Path(temporary)
        small, start, large = (library(cache, n) for n in (SMALL, START, options.reports))
        lines = [
            *bytes_written(small, options.idle),
            *cpu_of_keys(large, options.reports),
            *first_frames({START: start, options.reports: large}),
        ]
        table = as_table(lines, beside(small, Path(temporary)))
    print(table)
    if options.out is not None:
        options.out.write_text(table + "\n")


def library(cache: Path, size: int) -> Path:
    """The library of so many invented reports, made unless it is there, its index up to date."""
    home = cache / f"library-{size}"
    done = home / "complete"
    made = open_library(home / "library", state_dir=home / "state", write=True)
    if not done.exists():
        world = World()
        for first in range(0, size, _CHUNK):
            made.add(list(world.reports(min(_CHUNK, size - first), first)))
        done.touch()
    made.close()
    return home / "library"


@contextmanager
def reader(path: Path, environment: Mapping[str, str] | None = None) -> Iterator[Terminal]:
    """The reader on a library, as a user who opens it for the first time."""
    command = Path(sys.executable).with_name("policyreader")
    with tempfile.TemporaryDirectory() as state:
        folders = {"XDG_STATE_HOME": state, "XDG_CONFIG_HOME": state}
        arguments = [str(command), "--library", str(path), "--lang", "zh"]
        opened = Terminal(arguments, {**folders, **(environment or {})})
        try:
            yield opened
        finally:
            opened.close()


def bytes_written(path: Path, seconds: float) -> Iterator[Line]:
    """Bytes of each key, the dearest of several presses."""
    with reader(path) as terminal:
        yield _bytes("the first screen", [terminal.started])
        yield _bytes(CURSOR, [terminal.press("j") for _ in range(10)], most=350)
        yield _bytes(OPEN, [terminal.press("\r")])
        yield _bytes(PAGE, [terminal.press(" ") for _ in range(3)], factor=1.6)
        terminal.press("q")
        yield _bytes("/ opens the query line", [terminal.press("/")])
        answers = typed(terminal)
        full = [one for one in answers if _rows(one)]
        empty = [one for one in answers if not _rows(one)]
        yield _bytes(FILTER, full, factor=1.6)
        held = sum(one.written <= 1.6 * one.text + 500 for one in full)
        yield Line(f"filter keystrokes within that bound, of {len(full)}", str(held))
        yield _bytes("a filter keystroke after which nothing is left", empty, factor=1.6)
        terminal.press("\x1b")
        written, cpu = terminal.idle(seconds)
        what = f"{seconds:.0f} idle seconds"
        yield Line(f"{what}, bytes", str(written), "0", holds=written == 0)
        yield Line(f"{what}, CPU ms", f"{cpu * 1e3:.0f}")


def cpu_of_keys(path: Path, size: int) -> Iterator[Line]:
    """CPU from key to painted, median and 95th percentile."""
    with reader(path) as terminal:
        moves = [terminal.press("j") for _ in range(60)]
        yield from _cpu(f"{CURSOR}, {size:,} reports", [one.painted() for one in moves], (10, 20))
        terminal.press("/")
        keys = typed(terminal)
        painted = [one.painted(_FILTERS_WIDTH) for one in keys]
        yield from _cpu(f"{FILTER}, {size:,} reports", painted, (60, 120))
        yield from _cpu("the same with the counts that follow", [one.cpu for one in keys])


def first_frames(libraries: dict[int, Path]) -> Iterator[Line]:
    """CPU to the first frame beside an app of one line, in turns; the median of each."""
    ones: list[float] = []
    cpus: dict[int, list[float]] = {size: [] for size in libraries}
    memories: dict[int, list[float]] = {size: [] for size in libraries}
    with tempfile.TemporaryDirectory() as compiled:
        # both as installed, which is compiled; the first round compiles and is left out
        environment = {"PYTHONPYCACHEPREFIX": compiled}
        for _ in range(1 + _ROUNDS):
            terminal = Terminal([sys.executable, "-c", ONE_LINE], environment)
            ones.append(terminal.started.painted())
            terminal.close()
            for size, path in libraries.items():
                with reader(path, environment) as opened:
                    cpus[size].append(opened.started.painted(_FILTERS_WIDTH))
                    memories[size].append(opened.memory())
    one = median(ones[1:])
    yield Line("a Textual app of one line to its first frame, CPU ms", f"{one * 1e3:.0f}")
    for size in libraries:
        cpu, memory = median(cpus[size][1:]), median(memories[size][1:])
        what = f"policyreader to its first frame, {size:,} reports"
        yield Line(f"{what}, CPU ms", f"{cpu * 1e3:.0f}", f"{2e3 * one:.0f}", holds=cpu <= 2 * one)
        yield Line(f"{what}, RSS MB", f"{memory:.0f}", "80", holds=memory <= 80)


def typed(terminal: Terminal) -> list[Answer]:
    """The answers to every key of what is typed and taken back."""
    return [
        terminal.press(key)
        for text in TYPED
        for key in (*text, *("\x7f" for _ in range(len(text))))
    ]


def beside(path: Path, folder: Path) -> dict[str, dict[str, str]]:
    """The bytes and text of the other programs, by what was done."""
    found: dict[str, dict[str, str]] = {}
    for program, answers in all_measured(written_out(path, folder)):
        for what, one in answers.items():
            found.setdefault(what, {})[program] = f"{one.written:,} ({one.text:,})"
    return found


def as_table(lines: Sequence[Line], others: dict[str, dict[str, str]]) -> str:
    """Markdown: a line a figure, then the other programs, bytes with the text in brackets."""
    programs = list(dict.fromkeys(name for one in others.values() for name in one))
    rows = [["one run, 120x40, 256 colours", "found", "text", "at most", "", *programs]]
    rows.append(["---"] * len(rows[0]))
    for line in lines:
        holds = {True: "holds", False: "falls short", None: ""}[line.holds]
        more = others.get(line.what, {})
        rows.append(
            [line.what, line.found, line.text, line.most, holds]
            + [more.get(name, "") for name in programs]
        )
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _bytes(
    what: str, answers: Sequence[Answer], most: int | None = None, factor: float | None = None
) -> Line:
    """The dearest of some answers, against a bound or a factor of its text and 500."""

    def bound(one: Answer) -> float | None:
        return most if factor is None else factor * one.text + 500

    worst = max(answers, key=lambda one: one.written / (bound(one) or 1))
    limit = bound(worst)
    return Line(
        what,
        f"{worst.written:,}",
        "" if limit is None else f"{limit:,.0f}",
        f"{worst.text:,}",
        None if limit is None else worst.written <= limit,
    )


def _cpu(
    what: str, seconds: Sequence[float], most: tuple[int, int] | None = None
) -> Iterator[Line]:
    values = {
        "median": median(seconds) * 1e3,
        "95th percentile": quantiles(seconds, n=20)[-1] * 1e3,
    }
    for (name, value), limit in zip(values.items(), most or (None, None), strict=True):
        yield Line(
            f"{what}, CPU ms, {name}",
            f"{value:.1f}",
            "" if limit is None else str(limit),
            holds=None if limit is None else value <= limit,
        )


def _rows(answer: Answer) -> bool:
    """Whether the timeline shows a meeting, which the status line above the query line counts."""
    status = "".join(str(cell[0]) for cell in answer.screens[-1][-2])
    return not status.startswith(" 0 ")


if __name__ == "__main__":
    main()
