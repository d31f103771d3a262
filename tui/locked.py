"""The second lock, on the way from a drawn line to the terminal itself."""

from rich.cells import get_character_cell_size

from store.gate import PLACEHOLDER, combines, visible


def locked(run: str) -> str:
    """A run of a drawn line without what should not have come past the gate, in as many cells.

    What the gate lets through stays, also marks, whose base may be in the run before.
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
