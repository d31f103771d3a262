"""What an app has on its screen, as text that reads well in a golden file."""

from rich.segment import Segment
from textual.app import App


def screen_text(app: App) -> str:
    """The composed lines of the screen joined with line ends, without trailing blanks."""
    strips = app.screen._compositor.render_strips()
    return "".join(f"{strip.text.rstrip()}\n" for strip in strips)


def screen_segments(app: App, y: int) -> list[Segment]:
    """The segments of one line of the screen, with their styles."""
    return list(app.screen._compositor.render_strips()[y])
