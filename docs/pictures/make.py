"""Draws the pictures of README from the running reader on the sample library.

    python docs/pictures/make.py

Each picture is the app's own SVG after the named keys. Rich states the length of a text in
characters; a Chinese one fills two cells, so the lengths are set right before writing.
"""

import asyncio
import html
import re
import tempfile
from datetime import date
from pathlib import Path

from store.library import open_library
from store.library.marks import Marks
from tui.app import ReaderApp
from tui.commandline.samples import make_sample_library
from tui.typography import cell_width

HERE = Path(__file__).parent
PICTURES: tuple[tuple[str, tuple[int, int], tuple[str, ...]], ...] = (
    ("reader", (120, 36), ("j", "j", "j", "enter")),
    ("requirement", (120, 36), ("j", "j", "j", "enter", "z", "2")),
    ("query", (120, 36), ("slash", *"jhc")),
    ("narrow", (80, 24), ("j", "enter")),
    ("help", (120, 36), ("question_mark",)),
)
"""File name, size in cells, and the keys pressed before the picture is taken."""


_TEXT = re.compile(r'textLength="(?P<length>[\d.]+)"(?P<rest>[^>]*)>(?P<text>[^<]*)</text>')


def in_cells(picture: str) -> str:
    """The picture with every text as long as the cells it fills."""

    def measured(match: re.Match[str]) -> str:
        text = html.unescape(match["text"])
        length = float(match["length"]) / (len(text) or 1) * cell_width(text)
        return f'textLength="{length:.1f}"{match["rest"]}>{match["text"]}</text>'

    return _TEXT.sub(measured, picture)


async def draw(library: Path, state: Path) -> None:
    """Open the library once a picture, press its keys and write what stands on the screen."""
    for name, size, keys in PICTURES:
        opened = open_library(library, state_dir=state)
        app = ReaderApp(opened, Marks(state), language="zh", today=lambda: date(2025, 7, 1))
        async with app.run_test(size=size) as pilot:
            await pilot.pause(0.5)
            for key in keys:
                await pilot.press(key)
            await pilot.pause(1.0)
            picture = app.export_screenshot(title="policyreader")
        (HERE / f"{name}.svg").write_text(in_cells(picture), encoding="utf-8")
        opened.close()


def main() -> None:
    """Draw every picture from a sample library made for the purpose."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library"
        make_sample_library(library)
        asyncio.run(draw(library, Path(folder) / "state"))


if __name__ == "__main__":
    main()
