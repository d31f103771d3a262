"""The gate to the screen, under the name that the screen's modules know it by.

What comes out is plain text: give it to ``rich.text.Text``, ``textual.content.Content`` or
``Segment``, never to markup.
"""

from rich.cells import get_character_cell_size

from store.gate import MARKS_KEPT, PLACEHOLDER, combines, visible

__all__ = ["MARKS_KEPT", "PLACEHOLDER", "locked", "visible"]


def locked(run: str) -> str:
    """A run of a drawn line without what should not have come past the gate, in as many cells.

    The second lock, on the way to the terminal itself. What the gate lets through stays, also
    marks, whose base may be in the run before.
    """
    if run.isascii() and run.isprintable():
        return run
    seen = visible(run)
    if seen == run:
        return run
    return "".join(
        one if one == shown or combines(one) else PLACEHOLDER * get_character_cell_size(one)
        for one, shown in zip(run, seen, strict=True)
    )
