"""``policyreader`` by itself: the reader on a terminal, the timeline as text elsewhere."""

import gc
import sys
from pathlib import Path

from tui.commandline.libraries import is_there, troubles_told
from tui.commandline.list import print_timeline
from tui.commandline.output import say


def open_reader(library: Path, language: str | None, *, mouse: bool) -> int:
    """Open the reader and return its exit code; make the sample library when there is none.

    ``language`` is a code of ``tui.language.LANGUAGES``; None takes that of the locale.
    """
    if not is_there(library):
        say(f"making a library of the sample reports in {library}")
        _make_samples(library)
    if not on_a_terminal():
        return print_timeline(library, (), "text")
    # what is made until the first frame stays: looking through it for garbage would delay that
    gc.disable()
    from tui.app import run

    with troubles_told():
        return run(library, language=language, mouse=mouse)


def on_a_terminal() -> bool:
    """Whether a person sits at it who can press keys and did not ask for the output."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _make_samples(library: Path) -> None:
    from tui.commandline.samples import make_sample_library

    with troubles_told():
        make_sample_library(library)
