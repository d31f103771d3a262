"""Recognising the layout of a text."""

import re

from store.model import Layout
from store.reading.boilerplate import is_navigation

_HEAD = 20_000
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(?=(?:[ \t]*#.*\n)*[ \t]*[\w\"'-]+[ \t]*:)")
_SQL = re.compile(r"\s*(?:(?:--|/\*).*\s+)*(?:INSERT|REPLACE)\s+INTO\b", re.IGNORECASE)
_JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\"])")
_EMBEDDED_JSON = re.compile(r"[\[:]\s*\{\s*\"\w+\"\s*:")
_PAGE_START = re.compile(
    r"\s*(?:<!doctype\b|<\?(?:php|xml)\b|<%|<html\b|<head\b|<body\b|<!--)", re.IGNORECASE
)
_TAG = re.compile(
    r"</?(?:p|div|br|span|table|tr|td|li|ul|section|article|font|h[1-6])\b[^<>]*>", re.IGNORECASE
)
_MARKDOWN = re.compile(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE)
_CODE = re.compile(r"^[ \t]*(?:package\s+[\w.]+;|import\s+[\w.]+;|public\s+class\b)", re.MULTILINE)
_PORTAL = re.compile(
    r"(?:\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?[^\n。]{0,20}(?:来\s*源|编辑|浏览)"
    r"|(?:发布|发表)(?:时间|日期)\s*[:：]"
    r"|(?:您|你)?(?:现在|当前|目前)?(?:所在)?的?位置\s*[:：]"
    r"|首页\s*[>＞»]"
    r"|发表于\s*\d{4}-\d"
    r"|上一[篇条]\s*[:：]|ICP备|版权所有)"
)


def recognise(text: str) -> Layout:
    """The layout of a decoded text, from its first 20,000 characters."""
    head = text[:_HEAD]
    if has_front_matter(head):
        return "front-matter"
    if _SQL.match(head):
        return "sql-row"
    if _JSON.match(head) or (_CODE.search(head) and _EMBEDDED_JSON.search(text)):
        return "json"
    if looks_like_html(head):
        return "html-page"
    if _MARKDOWN.search(head):
        return "newspaper-page"
    if _PORTAL.search(head) or _has_bar(head):
        return "portal-page"
    return "plain-text"


def _has_bar(text: str) -> bool:
    """Whether one of the first lines is a bar of sections: 要闻 | 原创 | 视界 | 舆情."""
    lines = text[:2_000].split("\n")[:8]
    return any(is_navigation(line.strip()) for line in lines if 0 < len(line) <= 120)


def has_front_matter(text: str) -> bool:
    """Whether the text starts with a ``---`` line and a ``key:`` line."""
    return _FRONT_MATTER.match(text) is not None


def looks_like_html(text: str) -> bool:
    """Whether tags carry the paragraphs: a page's start, or at least one block tag in 400 characters."""
    if _PAGE_START.match(text):
        return True
    if "<" not in text or _MARKDOWN.search(text):
        return False
    tags = len(_TAG.findall(text))
    return (tags >= 2 and tags * 1500 >= len(text)) or (tags == 1 and text.lstrip().startswith("<"))
