"""Measure the library on invented reports: python -m bench.library [--reports N ...] [--out FILE].

Everything is CPU time of this process and its children, not time on the clock. Each size is
built in a temporary folder, read in a fresh process, and compared with ``rg`` over the same
texts where that is installed, and with plain TinyDB at 1,000 reports. What adding is compared
with is done in turns with it, since machines change their speed while a large library is built:
parsing some of the same reports, and adding the same reports to libraries of a tenth of the size.
"""

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import mean, median
from typing import Final

from tinydb import TinyDB, where

from bench.invented import World
from bench.library_reading import Figures, cpu, texts_to_find
from store.lexicon import Lexicon, load
from store.library import open_library
from store.library.library import LogLibrary
from store.model import Article, Document, article_to_plain
from store.parsing import parse
from store.reading import read_bytes

Reports = Sequence[tuple[Document, list[Article]]]

SIZES: Final = (1_000, 10_000, 100_000)
_CHUNK: Final = 1_000
_PARSED: Final = 40
"""Reports at least that are parsed for comparison."""


def main() -> None:
    """Build, measure, print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--million", action="store_true", help="1,000,000 reports as well")
    parser.add_argument("--rg", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--folder", type=Path, help="keep the libraries here")
    parser.add_argument("--out", type=Path, help="write the table here as well")
    options = parser.parse_args()
    sizes = [*options.reports, *([1_000_000] if options.million else [])]
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        figures = {size: measure(folder, size, options.rg) for size in sizes}
    table = as_table(figures)
    print(table)
    if options.out is not None:
        options.out.write_text(table + "\n")


def measure(folder: Path, size: int, with_rg: bool) -> Figures:
    """All figures of one size."""
    home, texts = folder / f"library-{size}", folder / f"texts-{size}"
    rg = shutil.which("rg") if with_rg else None
    figures = build(home, size, texts if rg else None)
    code = [sys.executable, "-m", "bench.library_reading", str(home)]
    figures |= json.loads(subprocess.run(code, capture_output=True, check=True, text=True).stdout)
    if rg is not None:
        figures |= searched_by_rg(rg, texts)
    if size <= _CHUNK:
        figures |= stored_by_plain_tinydb(folder / "plain.json", size)
    return figures


def build(home: Path, size: int, texts: Path | None) -> Figures:
    """Add reports in chunks, then one more; only the library's own work is counted."""
    world = World()
    library = open_library(home / "library", state_dir=home / "state", write=True)
    tenth = Tenth(home / "tenth", size)
    lexicon = load()
    # the dictionary comes with the first text
    parsing_cost([world.report(0)], lexicon)
    spent, parsing = 0.0, []
    for start in range(0, size, _CHUNK):
        reports = list(world.reports(min(_CHUNK, size - start), start))
        if texts is not None:
            write_texts(texts, reports)
        spent += cpu(library.add, reports)
        tenth.add(reports)
        parsing.append(parsing_cost(reports[: max(1, _PARSED * _CHUNK // size)], lexicon))
    tenth.close()
    more = [[world.report(size + number)] for number in range(5)]
    single = [cpu(library.add, one) for one in more]
    again = list(world.reports(min(_CHUNK, size)))
    present = cpu(library.add, again)
    library.close()
    sizes = {one.name: one.stat().st_size for one in (home / "library").iterdir()}
    return {
        "adding, ms a report": spent / size * 1e3,
        "parsing some of the same in turns, ms a report": mean(parsing) * 1e3,
        **({"adding, times that of a tenth": spent / tenth.spent * 10} if tenth.spent else {}),
        "adding one more, ms": median(single) * 1e3,
        "adding what is there, ms a report": present / len(again) * 1e3,
        "log, MB": sizes["articles.jsonl"] / 1e6,
        "index, MB": sizes["index.sqlite"] / 1e6,
    }


class Tenth:
    """Libraries of a tenth of the size, one after the other, that get the same chunks."""

    def __init__(self, home: Path, size: int) -> None:
        self._home = home
        self._size = size // 10
        self._held = 0
        self._library: LogLibrary | None = None
        self.spent = 0.0
        """CPU seconds of all ten; nothing where a tenth is less than a chunk."""

    def add(self, reports: Reports) -> None:
        """The same chunk to the library that is being filled, or to the next one."""
        if self._size < _CHUNK:
            return
        if self._library is None or self._held >= self._size:
            self.close()
            self._library = open_library(
                self._home / "library", state_dir=self._home / "state", write=True
            )
            self._held = 0
        self.spent += cpu(self._library.add, reports)
        self._held += len(reports)

    def close(self) -> None:
        """Remove the library that was filled last."""
        if self._library is not None:
            self._library.close()
            shutil.rmtree(self._home)


def parsing_cost(reports: Reports, lexicon: Lexicon) -> float:
    """CPU seconds to read and parse one of these reports."""
    texts = [document.text.encode() for document, _ in reports]
    started = time.process_time()
    for text in texts:
        parse(read_bytes(text, "a.txt"), lexicon)
    return (time.process_time() - started) / len(texts)


def searched_by_rg(rg: str, texts: Path) -> Figures:
    """The same texts by rg -l."""
    spent = [children_cpu([rg, "-l", "-F", "-e", one, str(texts)]) for one in texts_to_find()]
    return {"rg -l for the same 20, ms: median": median(spent) * 1e3}


def stored_by_plain_tinydb(path: Path, size: int) -> Figures:
    """Plain TinyDB with the same articles in one JSON file."""
    world = World()
    plain = [article_to_plain(articles[0]) for _, articles in world.reports(size)]
    database = TinyDB(path, ensure_ascii=False)
    inserting = cpu(database.insert_multiple, plain)
    one = cpu(database.insert, plain[0])
    searching = cpu(database.search, where("title") == plain[0]["title"])
    database.close()
    return {
        "plain TinyDB: adding all at once, ms a report": inserting / size * 1e3,
        "plain TinyDB: adding one more, ms": one * 1e3,
        "plain TinyDB: a search, ms": searching * 1e3,
    }


def write_texts(folder: Path, reports: Reports) -> None:
    for document, _ in reports:
        path = folder / document.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(document.text)


def children_cpu(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def as_table(figures: dict[int, Figures]) -> str:
    """Markdown: a line a figure, a column a size."""
    return "\n".join(_lines(figures))


def _lines(figures: dict[int, Figures]) -> Iterator[str]:
    # the largest size has the figures that need one, the smallest the plain TinyDB
    names = list(dict.fromkeys(name for one in reversed(figures.values()) for name in one))
    yield "| CPU, one run | " + " | ".join(f"{size:,} reports" for size in figures) + " |"
    yield "|---" * (len(figures) + 1) + "|"
    for name in names:
        cells = (f"{one[name]:,.2f}" if name in one else "" for one in figures.values())
        yield f"| {name} | " + " | ".join(cells) + " |"


if __name__ == "__main__":
    main()
