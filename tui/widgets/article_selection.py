"""What a selection on the screen means in the text of the article."""

from textual.selection import Selection

from tui.widgets.article_layout import ArticleLayout, Row


def selected_text(layout: ArticleLayout, selection: Selection) -> str:
    """The selected characters as the article has them.

    Lines of one paragraph are joined without a break, as the text is, whatever the screen did;
    indents and rules are left out.
    """
    if selection.end is None:
        layout.reach(_end_of(layout))
    else:
        layout.reach(selection.end.y + 1)
    first = selection.start.y if selection.start is not None else 0
    last = selection.end.y if selection.end is not None else len(layout.rows) - 1
    pieces: list[str] = []
    before: Row | None = None
    for y in range(max(first, 0), min(last, len(layout.rows) - 1) + 1):
        row = layout.rows[y]
        span = selection.get_span(y)
        if layout.blocks[row.block].rule or span is None:
            continue
        if before is not None and not _runs_on(layout, before, row):
            pieces.append("\n")
        pieces.append(_part(layout, row, *span))
        before = row
    return "".join(pieces)


def _end_of(layout: ArticleLayout) -> int:
    while not layout.complete:
        layout.reach(2 * len(layout.rows) + 64)
    return len(layout.rows)


def _part(layout: ArticleLayout, row: Row, start: int, end: int) -> str:
    """Characters [start, end) of a drawn line, indent included; -1 is its end."""
    text = layout.blocks[row.block].text
    begin = row.start + max(start - row.indent, 0)
    stop = row.end if end < 0 else min(row.start + max(end - row.indent, 0), row.end)
    return text[begin:stop]


def _runs_on(layout: ArticleLayout, before: Row, row: Row) -> bool:
    """Whether a row continues the paragraph of the one before it."""
    if before.block == row.block:
        return True
    one, other = layout.blocks[before.block], layout.blocks[row.block]
    return one.paragraph is not None and one.paragraph == other.paragraph
