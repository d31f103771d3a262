"""What a reader of a library waits for: python -m bench.library_reading FOLDER, figures as JSON.

A module of its own, so that its memory is the library's and not the parser's.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Final, ParamSpec

from store.library import open_library
from store.library.interface import FacetField
from store.library.library import LogLibrary
from store.query.expression import Between, Everything, Expression, Has, Word

_FIELDS: Final[tuple[FacetField, ...]] = (
    "person", "role", "place", "kind", "level", "source", "series", "term", "month",
)  # fmt: skip

Figures = dict[str, float]
Arguments = ParamSpec("Arguments")


def read(home: Path) -> Figures:
    """What a reader waits for; in a process of its own."""
    started = time.process_time()
    library = open_library(home / "library", state_dir=home / "state")
    rows = library.meetings(Everything(), 0, 60)
    figures = {
        "opening and the first 60 rows, ms": (time.process_time() - started) * 1e3,
        "memory then, MB": memory(),
    }
    articles = [row.reports[0].id for row in rows[:20]]
    opened = [cpu(library.article, one) for one in articles]
    count = library.count(Everything())
    figures["opening an article, ms"] = median(opened) * 1e3
    figures["the last 60 rows, ms"] = cpu(library.meetings, Everything(), count - 60, 60) * 1e3
    figures |= asked(library) | faceted(library)
    figures["memory at the end, MB"] = memory()
    library.close()
    return figures


def asked(library: LogLibrary) -> Figures:
    """The 20 texts: the first 50 rows, then the complete count."""
    from store.folding import fold

    # the table of characters is loaded once in a process, after the first frame
    loading = cpu(fold, "")
    queries = [Word(text) for text in texts_to_find()]
    first = [cpu(library.meetings, one, 0, 50) for one in queries]
    counts = [cpu(library.count, one) for one in queries]
    return {
        "20 texts, first 50 rows, ms: median": median(first) * 1e3,
        "20 texts, first 50 rows, ms: most": max(first) * 1e3,
        "20 texts, complete count, ms: median": median(counts) * 1e3,
        "20 texts, complete count, ms: most": max(counts) * 1e3,
        "loading the folding table once, ms": loading * 1e3,
    }


def faceted(library: LogLibrary) -> Figures:
    """The counts of every field under a few filters: the first time with the filter's own cost."""
    from bench.invented import World

    names = World().names
    filters: list[Expression] = [
        Has("person", names[0], exact=True),
        Has("person", names[2_000], exact=True),
        Has("place", "云汀市", exact=True),
        Word("高质量"),
        Between("2015-01-01", "2015-12-31"),
    ]
    each: list[float] = []
    together: list[float] = []
    for one in filters:
        library.count(one)
        costs = [cpu(library.facets, one, field) for field in _FIELDS]
        each += costs
        together.append(sum(costs))
    return {
        "facets of one field under a filter, ms: most": max(each) * 1e3,
        "facets of all 9 fields under a filter, ms: median": median(together) * 1e3,
        "facets of all 9 fields under a filter, ms: most": max(together) * 1e3,
    }


def texts_to_find() -> Sequence[str]:
    """20 varied texts: names, words from everywhere to nowhere, one to twelve characters."""
    from bench.invented import World

    world = World()
    return [
        *(world.names[rank] for rank in (0, 30, 300, 2_900)),
        *(world.phrases[number] for number in (3, 300, 3_000)),
        *(world.phrases[number][:3] for number in (7, 70)),
        "会议", "强调", "八点要求", "会议提出八点要求", "要", "压实责任", "六个到位”要落实",
        "会议强调，要坚持", "没有人说过的话", "云汀市召开常务会议", "2015",
    ]  # fmt: skip


def memory() -> float:
    """The most megabytes this process ever had in memory (Linux)."""
    # not ru_maxrss: that begins with what the process that started this one had
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1e3


def cpu(
    work: Callable[Arguments, object], *args: Arguments.args, **kwargs: Arguments.kwargs
) -> float:
    """CPU seconds of a call."""
    started = time.process_time()
    work(*args, **kwargs)
    return time.process_time() - started


if __name__ == "__main__":
    print(json.dumps(read(Path(sys.argv[1]))))
