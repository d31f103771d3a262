"""Kill the library's writers at random: python bench/faults.py --kills 1000 [--seed N].

Every turn a child adds and changes documents, marks, corrects, repairs and compacts, saying
before each step what it begins and after it what is done; the parent kills it with SIGKILL at
a random moment, sometimes damages what a crash can damage (a torn line, a left-over file, the
derived index), and then asks doctor and the library. Ends with 1 when anything acknowledged
is lost, anything is half there, or a library does not open.
"""

import argparse
import json
import os
import random
import select
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]

from invented_reports import a_report  # noqa: E402

from store.library import open_library  # noqa: E402
from store.library.doctor import compact, examine, repair  # noqa: E402
from store.library.interface import LibraryError  # noqa: E402
from store.library.library import LogLibrary  # noqa: E402
from store.model import Article, Document  # noqa: E402
from store.query.expression import Everything, Word  # noqa: E402

Step = dict[str, Any]

PATHS: Final = 40
"""Documents at most: they are changed again and again, so that the log grows and is compacted."""

STEPS: Final = ("add", "add", "add", "mark", "mark", "correct", "repair", "compact")

_LONGEST: Final = 0.12
"""Seconds after which a child is killed at the latest."""


@dataclass
class Expected:
    """What was acknowledged, and what may or may not have been done when the child died."""

    texts: dict[str, int] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    begun: Step | None = None

    def done(self, step: Step) -> None:
        """A step was acknowledged."""
        match step["step"]:
            case "add":
                self.texts |= step["versions"]
            case "mark":
                self.notes[step["path"]] = step["value"]
            case "correct":
                self.sources[step["path"]] = step["value"]
        self.begun = None


@dataclass
class Tally:
    """What a run came to."""

    kills: Counter[str] = field(default_factory=Counter)
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    half: list[str] = field(default_factory=list)
    unopened: list[str] = field(default_factory=list)
    found: Counter[str] = field(default_factory=Counter)

    @property
    def clean(self) -> bool:
        """Whether nothing went wrong."""
        return not (self.lost or self.half or self.unopened)


def main() -> int:
    """Kill, look, print; gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="work here instead of a temporary folder")
    options = parser.parse_args()
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as temporary:
        tally = run(options.folder or Path(temporary), options.kills, random.Random(options.seed))
    print(report(tally, time.monotonic() - started))
    return 0 if tally.clean else 1


def run(home: Path, kills: int, chance: random.Random) -> Tally:
    """Kill so many children; each goes on with the library that the last one left."""
    tally, expected = Tally(), Expected()
    open_library(home / "library", state_dir=home / "state", write=True).close()
    while sum(tally.kills.values()) < kills:
        step = one_life(home, chance, expected, tally)
        if step is None:
            continue
        tally.kills[step] += 1
        look(home, expected, tally)
        if chance.random() < 0.3:
            damage(home, chance)
    mend(home, tally)
    return tally


def one_life(home: Path, chance: random.Random, expected: Expected, tally: Tally) -> str | None:
    """A child from its start to its death; gives the step in which it was killed."""
    receiver, sender = os.pipe()
    seed = chance.random()
    child = os.fork()
    if child == 0:
        os.close(receiver)
        write_until_killed(home, random.Random(seed), sender, dict(expected.texts))
    os.close(sender)
    expected.begun = None
    try:
        heard = listen(receiver, chance.random() * _LONGEST, expected, tally)
        os.kill(child, signal.SIGKILL)
        heard += drained(receiver)
        for line in heard.splitlines():
            take(line, expected, tally)
    finally:
        os.close(receiver)
        _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        tally.half.append(f"a child ended by itself with {os.waitstatus_to_exitcode(status)}")
    # killed while it opened the library, or between two steps: no step, but a kill all the same
    return str(expected.begun["step"]) if expected.begun else "between"


def listen(receiver: int, seconds: float, expected: Expected, tally: Tally) -> str:
    """What the child said until it is to be killed: whole lines are taken, the rest is given."""
    end, rest = time.monotonic() + seconds, ""
    while (left := end - time.monotonic()) > 0:
        if select.select([receiver], [], [], left)[0]:
            chunk = os.read(receiver, 65536).decode()
            if not chunk:
                break
            *lines, rest = (rest + chunk).split("\n")
            for line in lines:
                take(line, expected, tally)
    return rest


def drained(receiver: int) -> str:
    """All that the child said before it died."""
    chunks = []
    while chunk := os.read(receiver, 65536):
        chunks.append(chunk.decode())
    return "".join(chunks)


def take(line: str, expected: Expected, tally: Tally) -> None:
    """Note a line of the child; one that the kill cut says nothing."""
    try:
        said = json.loads(line)
    except ValueError:
        return
    if said["says"] == "begun":
        expected.begun = said
    elif said["says"] == "done":
        expected.done(said)
        tally.acknowledged += 1
    else:
        tally.half.append(said["what"])


def write_until_killed(
    home: Path, chance: random.Random, sender: int, texts: dict[str, int]
) -> None:
    """The child: step after step, each announced and acknowledged. Never returns."""

    def say(**what: object) -> None:
        os.write(sender, (json.dumps(what) + "\n").encode())

    try:
        library = open_library(home / "library", state_dir=home / "state", write=True)
        while True:
            step = planned(chance, texts)
            say(says="begun", **step)
            library = done(home, library, step)
            texts |= step.get("versions", {})
            say(says="done", **step)
    except (LibraryError, OSError, ValueError, LookupError, sqlite3.Error):
        say(says="failed", what=traceback.format_exc())
    finally:
        os._exit(1)


def planned(chance: random.Random, texts: dict[str, int]) -> Step:
    """The next step."""
    step = chance.choice(STEPS)
    if step == "add" or not texts:
        paths = {f"{chance.randrange(PATHS)}.txt" for _ in range(chance.randint(1, 6))}
        return {"step": "add", "versions": {path: texts.get(path, 0) + 1 for path in paths}}
    if step in ("mark", "correct"):
        path = chance.choice(sorted(texts))
        return {"step": step, "path": path, "value": f"{step} {chance.randrange(10**9)}"}
    return {"step": step}


def done(home: Path, library: LogLibrary, step: Step) -> LogLibrary:
    """Do a step; gives the library to go on with."""
    match step["step"]:
        case "add":
            library.add([version_of(path, number) for path, number in step["versions"].items()])
        case "mark":
            library.marks.set_note(found(library, step["path"]), step["value"])
        case "correct":
            library.correct(found(library, step["path"]), "source", step["value"])
        case "repair":
            repair(home / "library", home / "state")
        case "compact":
            compact(home / "library")
    return library


def version_of(path: str, number: int) -> tuple[Document, list[Article]]:
    """A document with a text that tells its version and is long enough to be cut in the middle."""
    text = f"{marker(path, number)}。" + "内容很长。" * (40 + number % 7 * 60)
    return a_report(f"会议{path}", text, path=path, series=None)


def marker(path: str, number: int) -> str:
    """What stands in one version of one document only."""
    return f"记号{path.removesuffix('.txt')}第{number}版"


def found(library: LogLibrary, path: str) -> str:
    """The id of the article that a document holds now."""
    rows = library.meetings(Word(f"会议{path}"))
    return next(one.id for row in rows for one in row.reports if one.title == f"会议{path}")


def look(home: Path, expected: Expected, tally: Tally) -> None:
    """Ask doctor and the library what is there after a kill."""
    for finding in examine(home / "library", home / "state"):
        if finding.severity == "error" and finding.mend is None:
            tally.unopened.append(f"doctor: {finding.file.name}: {finding.what}")
        elif finding.severity != "note":
            # an index that the run itself spoilt is an error too: it is made anew
            tally.found[f"{finding.file.name.partition('.tmp-')[0]}: {finding.repair}"] += 1
    try:
        library = open_library(home / "library", state_dir=home / "state")
    except LibraryError as error:
        tally.unopened.append(str(error))
        return
    try:
        compare(library, expected, tally)
    except (LibraryError, StopIteration, ValueError) as error:
        tally.half.append(repr(error))
    finally:
        library.close()


def compare(library: LogLibrary, expected: Expected, tally: Tally) -> None:
    """Everything acknowledged is there; what was begun is there or not, and never in part."""
    begun = expected.begun or {}
    settled: dict[str, int] = {}
    articles = {}
    for row in library.meetings(Everything()):
        for one in row.reports:
            article = library.article(one.id)
            if article is None or not library.source_text(one.id):
                tally.half.append(f"{one.id}: a row without its article or text")
                continue
            articles[article.document.path] = article
    for path in {*expected.texts, *articles}:
        wanted = {expected.texts.get(path), begun.get("versions", {}).get(path)} - {None}
        text = articles[path].paragraphs[1].text if path in articles else ""
        there = {number for number in wanted if text.startswith(f"{marker(path, number)}。")}
        if there:
            settled[path] = there.pop()
            if library.count(Word(marker(path, settled[path]))) != 1:
                tally.half.append(f"{path}: not in the full text")
        elif path in expected.texts:
            tally.lost.append(f"{path}: version {expected.texts[path]}, there is {text[:20]!r}")
        else:
            tally.half.append(f"{path}: nobody added {text[:20]!r}")
    expected.texts = settled
    for step, wanted in (("mark", expected.notes), ("correct", expected.sources)):
        check_own(library, step, wanted, begun, articles, tally)


def check_own(
    library: LogLibrary,
    step: str,
    wanted: dict[str, str],
    begun: Step,
    articles: dict[str, Article],
    tally: Tally,
) -> None:
    """Notes and corrections: the acknowledged value, or the one that was being written."""
    paths = {*wanted, *([begun["path"]] if begun.get("step") == step else [])}
    for path in paths:
        article = articles.get(path)
        if article is None:
            continue
        there = library.marks.of(article.id).note if step == "mark" else article.source
        if begun.get("step") == step and begun["path"] == path and there == begun["value"]:
            wanted[path] = there
        elif path in wanted and there != wanted[path]:
            tally.lost.append(f"{step} of {path}: {wanted[path]!r}, there is {there!r}")
            # lost once, not at every look from here on
            wanted.pop(path)


def damage(home: Path, chance: random.Random) -> None:
    """What a crash of the machine leaves: a torn line, a temporary file, a spoilt index."""
    library, state = home / "library", home / "state"
    log = library / "articles.jsonl"
    match chance.randrange(5):
        case 0:
            with log.open("ab") as file:
                file.write(b'["00000000",0,"articles",99,{"torn' * chance.randint(1, 9))
        case 1:
            (library / "articles.jsonl.tmp-0badcafe").write_bytes(b"half")
        case 2:
            (library / "index.sqlite").unlink(missing_ok=True)
        case 3:
            index = library / "index.sqlite"
            if index.exists():
                index.write_bytes(index.read_bytes()[: chance.randrange(20_000)])
        case 4:
            if (state / "corrections.jsonl").exists():
                with (state / "corrections.jsonl").open("ab") as file:
                    file.write(b'["0000')


def mend(home: Path, tally: Tally) -> None:
    """A last repair leaves nothing to say but notes."""
    repair(home / "library", home / "state")
    for finding in examine(home / "library", home / "state"):
        if finding.severity != "note":
            tally.unopened.append(f"after the repair: {finding.file.name}: {finding.what}")


def report(tally: Tally, seconds: float) -> str:
    """The tally as lines."""
    kills = ", ".join(f"{step} {number}" for step, number in sorted(tally.kills.items()))
    lines = [
        f"{sum(tally.kills.values())} kills in {seconds:.0f} s ({kills})",
        f"{tally.acknowledged} steps acknowledged before them",
        f"{len(tally.lost)} acknowledgements lost",
        f"{len(tally.half)} things half there",
        f"{len(tally.unopened)} libraries that doctor could not open or mend",
        *(f"doctor found {number} times: {what}" for what, number in tally.found.most_common()),
        *(f"! {what}" for what in (*tally.unopened, *tally.half, *tally.lost)[:20]),
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
