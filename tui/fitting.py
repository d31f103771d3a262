"""Lines on a terminal that gives two cells to the characters Unicode calls ambiguous.

Textual and Rich give them one, so a line that holds any is too long there by a cell for each.
"""

from collections.abc import Sequence
from typing import Final

from rich.cells import get_character_cell_size

from tui.pen import Cell
from tui.typography import cell_width

_LINES: Final = {"│": "|", "─": "-", "┼": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+"}


def plain_line(character: str) -> str:
    """The character, or the ASCII one that stands for a line of the chrome."""
    return _LINES.get(character, character)


def width_of(character: str, ambiguous: int) -> int:
    """The cells of a character where those of ambiguous width take ``ambiguous``."""
    width = get_character_cell_size(character)
    return ambiguous if width == 1 and cell_width(character, ambiguous) == ambiguous else width


def fitted(cells: Sequence[Cell], width: int) -> list[Cell]:
    """Cells cut to ``width``: blanks beside other blanks go first, from the right."""
    kept = list(cells)
    at = len(kept) - 1
    while len(kept) > width and at >= 0:
        last = at == len(kept) - 1
        if kept[at].text == " " and (last or kept[at - 1].text == " "):
            del kept[at]
        at -= 1
    cut = kept[:width]
    if len(kept) > width and cut and not kept[width].text:
        # half of a wide character
        cut[-1] = Cell(" ", cut[-1].ink)
    return cut
