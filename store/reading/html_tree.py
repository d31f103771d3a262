"""A page's markup as a tree, without its templates, scripts and comments.

Only lxml's parser is used: html.parser is quadratic on unclosed ``<!--``. libxml2 drops what
is nested deeper than it likes; what is lost is counted, so that the reader is told.
"""

import html
import re

from lxml import etree

_TEMPLATE = re.compile(
    r"<%(?:[^%]|%(?!>))*+(%>)?|<\?(?:[^?]|\?(?!>))*+(\?>)?|<!--(?:[^-]|-(?!->))*+(-->)?"
)
_CODE = re.compile(
    r"<(script|style|noscript|textarea|select|svg)\b[^<>]*>(?:[^<]|<(?!/\1\b))*+(?:</\1\s*>|$)",
    re.IGNORECASE,
)
_HAN = re.compile("[一-鿿]")
_TAG = re.compile(r"<[^<>]*>")


def without_code(source: str) -> str:
    """The markup of a page without templates, comments, scripts and styles.

    What opens and never closes keeps its text: a cut-off page is not lost with its last comment.
    """
    return _CODE.sub(" ", _TEMPLATE.sub(_kept_when_open, source))


def _kept_when_open(match: re.Match[str]) -> str:
    # A space would break the word that an exported page has its comment in.
    return "" if match.lastindex else match[0][2:]


def parsed(markup: str) -> etree._Element | None:
    """The tree of a page or fragment; None when there is nothing in it."""
    if not markup.strip():
        return None
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, recover=True
    )
    data = markup if "<body" in markup[:20_000].lower() else f"<html><body>{markup}"
    try:
        return etree.fromstring(data.encode("utf-8", "replace"), parser=parser)
    except etree.XMLSyntaxError:
        return None


def tags_in(markup: str) -> int:
    """How many tags there are, for a bound on the time that a tree takes."""
    return markup.count("<")


def lost_characters(markup: str, root: etree._Element) -> int:
    """How many Chinese characters of the markup are not in the tree."""
    there = len(_HAN.findall("".join(map(str, root.itertext()))))
    return max(0, len(_HAN.findall(_TAG.sub("", markup))) - there)


def lines_without_tags(markup: str) -> list[str]:
    """The text of a page whose tree cannot be had, where every tag ends a line."""
    lines = html.unescape(_TAG.sub("\n", markup)).split("\n")
    return [line for line in lines if line and not line.isspace()]
