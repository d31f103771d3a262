"""less, vim and newsboat on the same meetings, doing what the reader does."""

import html
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.pseudo_terminal import Answer, Terminal
from store.library import open_library
from store.query.expression import Everything

_FULL: Final = 50
"""Meetings whose text newsboat gets; of the others it gets the title."""

Deed = str
"""What is measured; the same names as in ``bench.terminal``."""

CURSOR: Final = "cursor down"
OPEN: Final = "an article opened"
PAGE: Final = "a page of the article"
FILTER: Final = "a filter keystroke"


@dataclass(frozen=True)
class Texts:
    """The meetings of a library as a list of lines, as files and as a feed."""

    folder: Path

    @property
    def lines(self) -> Path:
        """A line a meeting."""
        return self.folder / "list.txt"

    @property
    def article(self) -> Path:
        """The newest report."""
        return self.folder / "article.txt"

    @property
    def feed(self) -> Path:
        """All meetings as one feed."""
        return self.folder / "feed.xml"


def written_out(library_path: Path, folder: Path) -> Texts:
    """The meetings of a library as files that other programs read."""
    texts = Texts(folder)
    library = open_library(library_path, state_dir=folder / "state")
    try:
        rows = library.meetings(Everything(), 0, 5_000)
        articles = [library.article(row.reports[0].id) for row in rows[:_FULL]]
        bodies = ["\n\n".join(p.text for p in one.paragraphs) for one in articles if one]
    finally:
        library.close()
    names = [f"{row.date}  {row.reports[0].event or row.reports[0].title}" for row in rows]
    texts.lines.write_text("\n".join(names) + "\n")
    texts.article.write_text(bodies[0] + "\n")
    more = [""] * (len(names) - len(bodies))
    items = "".join(
        f"<item><title>{html.escape(name)}</title><guid>{number}</guid>"
        f"<description>{html.escape(body).replace(chr(10), '&lt;br/&gt;')}</description></item>"
        for number, (name, body) in enumerate(zip(names, [*bodies, *more], strict=True))
    )
    texts.feed.write_text(
        f'<rss version="2.0"><channel><title>reports</title>{items}</channel></rss>\n'
    )
    return texts


def all_measured(texts: Texts) -> Iterator[tuple[str, Mapping[Deed, Answer]]]:
    """Each program that is installed and its answers."""
    programs: Mapping[str, Callable[[Texts], Mapping[Deed, Answer]]] = {
        "less": _less,
        "vim": _vim,
        "newsboat": _newsboat,
    }
    for name, measure in programs.items():
        if shutil.which(name):
            yield name, measure(texts)


def _less(texts: Texts) -> Mapping[Deed, Answer]:
    answers = _answers(["less", str(texts.lines)], {CURSOR: ["j"] * 45, FILTER: ["&常\r"]})
    return answers | _answers(["less", str(texts.article)], {PAGE: [" "]}, started=OPEN)


def _vim(texts: Texts) -> Mapping[Deed, Answer]:
    options = "set cursorline incsearch scrolloff=0"
    return _answers(
        ["vim", "-u", "NONE", "-i", "NONE", "-N", "--cmd", options, str(texts.lines)],
        {CURSOR: ["j"], FILTER: ["/常"], OPEN: [f"\x1b:e {texts.article}\r"], PAGE: ["\x06"]},
    )


def _newsboat(texts: Texts) -> Mapping[Deed, Answer]:
    urls, settings = texts.folder / "urls", texts.folder / "config"
    urls.write_text(f"file://{texts.feed}\n")
    settings.write_text("auto-reload no\nprepopulate-query-feeds no\n")
    cache = texts.folder / "cache.db"
    command = ["newsboat", "-u", str(urls), "-C", str(settings), "-c", str(cache)]
    subprocess.run([*command, "-x", "reload"], capture_output=True, check=True)
    return _answers(
        command,
        {
            "": ["\r"],
            CURSOR: ["j"],
            OPEN: ["\r"],
            PAGE: [" "],
            FILTER: ["q", 'Ftitle =~ "常"\r'],
        },
        environment={"HOME": str(texts.folder)},
    )


def _answers(
    command: Sequence[str],
    keys: Mapping[Deed, Sequence[str]],
    *,
    started: Deed | None = None,
    environment: Mapping[str, str] | None = None,
) -> dict[Deed, Answer]:
    """What the last of the keys of each deed was answered with."""
    terminal = Terminal(command, environment or {})
    try:
        found = {} if started is None else {started: terminal.started}
        for deed, presses in keys.items():
            for press in presses:
                found[deed] = terminal.press(press)
        return found
    finally:
        terminal.close()
