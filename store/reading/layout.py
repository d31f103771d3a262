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
_PORTAL_WORDS = (
    *("发布时间", "发布日期", "发表时间", "发表日期", "發表日期", "上一篇", "上一条"),
    *("位置:", "位置：", "首页>", "首页＞", "首页 >", "首页 »", "ICP备", "版权所有"),
)
_DATED_SOURCE = re.compile(
    r"\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?[^\n。]{0,20}(?:来\s*源|编辑|浏览)|发表于\s*\d{4}-\d"
)


def recognise(text: str) -> Layout:
    """The layout of a decoded text, from its first 20,000 characters."""
    head = text[:_HEAD]
    if has_front_matter(head):
        return "front-matter"
    if _SQL.match(head):
        return "sql-row"
    if _JSON.match(head) or ("{" in head and _is_code_with_json(head, text)):
        return "json"
    if looks_like_html(head):
        return "html-page"
    if "#" in head and _MARKDOWN.search(head):
        return "newspaper-page"
    if _is_portal(text) or _has_bar(text):
        return "portal-page"
    return "plain-text"


def _is_code_with_json(head: str, text: str) -> bool:
    return bool(_CODE.search(head) and _EMBEDDED_JSON.search(text))


def _is_portal(text: str) -> bool:
    """Whether there is, above or below the report, what a portal puts around it."""
    edges = text[:1_500] + text[-800:]
    if any(word in edges for word in _PORTAL_WORDS):
        return True
    return any(word in edges for word in ("来源", "来 源", "编辑", "浏览", "发表于")) and bool(
        _DATED_SOURCE.search(edges)
    )


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
    if "<" not in text or ("#" in text and _MARKDOWN.search(text)):
        return False
    tags = len(_TAG.findall(text))
    return (tags >= 2 and tags * 1500 >= len(text)) or (tags == 1 and text.lstrip().startswith("<"))
