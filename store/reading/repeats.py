"""Keeping once what a page prints twice: captions, headlines over photos, whole reports."""

from store.model import Block

_LONG = 30
_SHORT = 8


def without_repeats(blocks: list[Block]) -> tuple[list[Block], int]:
    """The blocks without exact repetitions, and how many were left out.

    Long paragraphs, captions and headlines count; a short closing sentence such as
    会议还研究了其他事项 may stand in every report of a page. Each declared headline opens a new
    report, unless the same headline was there before: then the report itself is repeated.
    """
    reports: dict[str, set[str]] = {}
    seen: set[str] = set()
    kept: list[Block] = []
    headlines: list[str] = []
    for index, block in enumerate(blocks):
        key = "".join(block.text.split())
        if block.kind == "heading" and block.level:
            again = key in reports and len(key) >= _SHORT
            seen = reports.setdefault(key, set())
            if not again:
                kept.append(block)
            continue
        over_photo = block.kind == "heading" and blocks[index + 1 : index + 2]
        if key in seen or (over_photo and _names_a_photo(key, over_photo[0], headlines)):
            continue
        if block.kind == "heading":
            headlines.append(key)
        if _counts(block, key):
            seen.add(key)
        kept.append(block)
    return kept, len(blocks) - len(kept)


def _names_a_photo(key: str, after: Block, headlines: list[str]) -> bool:
    """Whether a line is the alternative text of a photo: the headline again, above a caption."""
    return after.kind == "caption" and len(key) >= 12 and any(key in line for line in headlines)


def _counts(block: Block, key: str) -> bool:
    if block.kind in ("caption", "meta"):
        return len(key) >= _SHORT
    if block.kind == "heading":
        return len(key) >= _SHORT
    return block.kind == "text" and len(key) >= _LONG
