"""A page's markup as a tree, without its templates, scripts and comments.

Only lxml's parser is used: html.parser is quadratic on unclosed ``<!--``. libxml2 drops what
is nested deeper than it likes; what is lost is counted, so that the reader is told.
"""

import re

from lxml import etree
from lxml import html as lxml_html

_TEMPLATE = re.compile(
    r"<%(?:[^%]|%(?!>))*+(?:%>|$)|<\?(?:[^?]|\?(?!>))*+(?:\?>|$)|<!--(?:[^-]|-(?!->))*+(?:-->|$)"
)
_DROPPED = re.compile(
    r"<(script|style|noscript|textarea|select|svg)\b[^<>]*>(?:[^<]|<(?!/\1\b))*+(?:</\1\s*>|$)",
    re.I,
)
_HAN = re.compile("[一-鿿]")
_TAG = re.compile(r"<[^<>]*>")


def parsed(source: str) -> etree._Element | None:
    """The tree of a page or fragment; None when there is nothing in it."""
    source = _DROPPED.sub(" ", _TEMPLATE.sub(" ", source))
    if not source.strip():
        return None
    parser = lxml_html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, recover=True
    )
    data = f"<html><body>{source}" if "<body" not in source[:20_000].lower() else source
    try:
        return lxml_html.document_fromstring(data.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def lost_characters(source: str, root: etree._Element) -> int:
    """How many Chinese characters of the source are not in the tree."""
    visible = _TAG.sub("", _DROPPED.sub(" ", _TEMPLATE.sub(" ", source)))
    there = len(_HAN.findall("".join(map(str, root.itertext()))))
    return max(0, len(_HAN.findall(visible)) - there)


def without_tags(source: str) -> str:
    """The text of a source whose tree lost some of it: tags become line ends."""
    return lxml_entities(_TAG.sub("\n", _DROPPED.sub(" ", _TEMPLATE.sub(" ", source))))


def lxml_entities(text: str) -> str:
    """Character references as characters."""
    from html import unescape

    return unescape(text)
