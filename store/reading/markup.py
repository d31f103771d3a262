"""Markdown as it stands in saved reports: headings, rules, bold and links, line by line.

A full Markdown parser takes seconds for a line of brackets and gives nothing more that a
report needs; every pattern here is linear in the length of the line.
"""

import re

from store.model import Block

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:=[ \t]*){5,})$")
_IMAGE = re.compile(r"!\[[^\[\]\n]*\]\([^()\n]*\)")
_LINK = re.compile(r"\[([^\[\]\n]*)\]\((?=[^()\s]*[/.:#]|\s*\))[^()\n]*\)")
_BOLD = re.compile(r"\*\*(?=[^\s*])([^*\n]{1,2000})\*\*")
_ITALIC = re.compile(r"(?<![*\d])\*(?=[^\s*])([^*\n]{1,500})(?<!\s)\*(?![*\d])")
_QUOTE = re.compile(r" {0,3}(?:>[ \t]?)+")
_BULLET = re.compile(r"[ \t]{0,8}[*+-][ \t]+")


def markdown_block(line: str) -> Block | None:
    """One line of Markdown as a block, its text plain; None for a line that shows nothing."""
    if _RULE.match(line):
        return Block("rule", "")
    heading = _HEADING.match(line)
    if heading is not None:
        text, strong = plain(heading[2])
        return Block("heading", text, len(heading[1]), strong) if text else None
    for mark in (_QUOTE.match(line), _BULLET.match(line)):
        line = line[mark.end() :] if mark else line
    text, strong = plain(line)
    return Block("text", text, strong=strong) if text else None


def plain(line: str) -> tuple[str, bool]:
    """A line without inline markup, and whether all of it was bold."""
    if "](" in line:
        line = _LINK.sub(r"\1", _IMAGE.sub("", line))
    strong = False
    if "*" in line:
        bare = line.strip()
        strong = bare.startswith("**") and bare.endswith("**") and not _BOLD.sub("", bare).strip()
        line = _ITALIC.sub(r"\1", _BOLD.sub(r"\1", line))
    return line.strip(), strong
