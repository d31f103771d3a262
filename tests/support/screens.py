"""What an app has on its screen, as text that reads well in a golden file."""

import os
from contextlib import suppress
from pathlib import Path

from rich.segment import Segment
from textual.app import App
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

GOLDEN = Path(__file__).parent.parent / "golden"
UPDATE = "UPDATE_GOLDEN"
"""With this variable set the golden files are written anew instead of compared."""


async def at_rest(app: App, pilot: Pilot, pause: float = 0.08) -> None:
    """Wait until nothing that was asked is unanswered; what a newer question took the place of is."""
    await pilot.pause(pause)
    while waiting := [worker for worker in app.workers if not worker.is_finished]:
        with suppress(WorkerCancelled):
            await app.workers.wait_for_complete(waiting)
    await pilot.pause()


def screen_text(app: App) -> str:
    """The composed lines of the screen joined with line ends, without trailing blanks."""
    strips = app.screen._compositor.render_strips()
    return "".join(f"{strip.text.rstrip()}\n" for strip in strips)


def screen_segments(app: App, y: int) -> list[Segment]:
    """The segments of one line of the screen, with their styles."""
    return list(app.screen._compositor.render_strips()[y])


def assert_golden(name: str, text: str) -> None:
    """The text is that of a golden file, which a run with UPDATE_GOLDEN=1 writes."""
    path = GOLDEN / name
    if os.environ.get(UPDATE):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"{path} is missing: run once with {UPDATE}=1 and look at what it wrote"
    assert text == path.read_text(encoding="utf-8")
