"""The reader over a real library, and what it may not load before the first screen."""

import subprocess
import sys
from pathlib import Path

import pytest
from screens import at_rest

from store.library import open_library
from tui.app import ReaderApp
from tui.commandline.samples import make_sample_library

ROOT = Path(__file__).parents[2]
HEAVY = ("jieba", "lxml", "charset_normalizer", "pypinyin", "opencc", "selectolax", "markdown_it")


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    path = tmp_path_factory.mktemp("library")
    make_sample_library(path)
    return path


async def test_the_samples_can_be_narrowed_opened_and_marked(samples, tmp_path):
    library = open_library(samples, state_dir=tmp_path)
    app = ReaderApp(library, library.marks, language="zh")
    async with app.run_test(size=(120, 40), notifications=True, tooltips=True) as pilot:
        await at_rest(app, pilot)
        everything = app.reader._shown.total
        await pilot.press("slash", *"has", "colon", *"requirements")
        await at_rest(app, pilot)
        assert 0 < app.reader._shown.total < everything
        assert app.reader.timeline.shown.lines.months
        await pilot.press("enter", "enter", "1", "m")
        await pilot.pause(0.1)
        assert app.reader.article.view.current_item()[1].number == 1
        assert library.marks.marked()
    library.close()


def test_the_first_screen_needs_none_of_the_heavy_libraries(samples, tmp_path):
    code = f"""
import asyncio, sys
from pathlib import Path
from store.library import open_library
from tui.app import ReaderApp
async def main():
    library = open_library(Path({str(samples)!r}), state_dir=Path({str(tmp_path)!r}))
    app = ReaderApp(library, library.marks)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.2)
        await app.workers.wait_for_complete()
asyncio.run(main())
print([name for name in {HEAVY!r} if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.strip() == "[]"
