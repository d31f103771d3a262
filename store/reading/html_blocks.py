"""The visible text of a tree as blocks in reading order, with what tells text from navigation."""

import re
from dataclasses import dataclass, field

from lxml import etree

from store.model import Block

_BLOCK_TAGS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "head",
        "iframe",
        "object",
        "select",
        "button",
        "textarea",
        "svg",
        "nav",
        "footer",
        "video",
        "audio",
        "form",
        "input",
        "template",
    ]
)
_BOLD = frozenset(["b", "strong"])
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
# Words in class and id that pages of every sort give to what is not the report.
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|footer?|bottom|breadcrumbs?|current_place|curpos|navcurrent|crumbs?|location|position|share|bdshare|jiathis\w*|"
    r"related?|relate_news|recommend\w*|hot|hotnews|sidebar|side|aside|comments?|tie|copyright|ad|ads|advert\w*|banner|"
    r"toolbar|login|search|qrcode|tags?|prev|next|pages?|pagination|rank|topbar|top_bar|news_sub|news_share|latest_news|friendlink|links?)(?:$|[\s_-])",
    re.I,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_MANY_LINKS = 0.6


@dataclass(slots=True)
class _Open:
    """The block that is being filled."""

    parts: list[str] = field(default_factory=list)
    bold: int = 0
    linked: int = 0
    size: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A block and the share of its characters that are links."""

    block: Block
    linked: float


def pieces(root: etree._Element) -> list[Piece]:
    """The blocks of a tree; what class names, styles or tags mark as no report is left out."""
    found: list[Piece] = []
    current = _Open()
    level = bold = links = 0
    skipping: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start" and skipping is None and _skipped(element):
            skipping = element
        if skipping is not None:
            if event == "end" and element is skipping:
                skipping = None
                _add(current, element.tail, bold, links)
            continue
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _BLOCK_TAGS or tag == "br":
            current = _closed(found, current, level)
        step = 1 if event == "start" else -1
        if tag in _HEADINGS:
            level = _HEADINGS[tag] if event == "start" else 0
        bold += step * (tag in _BOLD)
        links += step * (tag == "a")
        if event == "start" and tag == "hr":
            found.append(Piece(Block("rule", ""), 0.0))
        text = element.text if event == "start" else element.tail
        if event == "start" and (title := _panel_title(element, tag)):
            found.append(Piece(Block("heading", title, 2), 0.0))
        _add(current, text, bold, links)
    _closed(found, current, level)
    return found


def _skipped(element: etree._Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in _SKIPPED:
        return True
    if element.tag in ("body", "html"):
        return False
    named = f"{element.get('class', '')} {element.get('id', '')}"
    if len(named) > 1 and _ASIDE.search(named[:300]) and _prose_in(element) < 200:
        return True
    return bool(_HIDDEN.search(element.get("style", "")[:300]))


def _prose_in(element: etree._Element) -> int:
    """How many characters of an element are in sentences and not in links, counted up to 200."""
    count = 0
    for text in element.itertext():
        if "。" in text and len(text) >= 20:
            count += len(text)
            if count >= 200:
                break
    return count


def _panel_title(element: etree._Element, tag: str) -> str:
    """The title of a panel that a script would have drawn above it."""
    if tag not in ("div", "section"):
        return ""
    title = element.get("title", "").strip()
    return title if 8 <= len(title) <= 120 else ""


def _add(current: _Open, text: str | None, bold: int, links: int) -> None:
    if not text:
        return
    current.parts.append(text)
    size = len(text.strip())
    current.size += size
    current.bold += size if bold else 0
    current.linked += size if links else 0


_WHITE = re.compile(r"[ \t\r\n\f]+")


def _closed(found: list[Piece], current: _Open, level: int) -> _Open:
    if not current.parts:
        return current
    text = _WHITE.sub(" ", "".join(current.parts)).strip()
    if text and current.size:
        strong = current.bold == current.size
        kind = "heading" if level else "text"
        block = (
            Block("heading", text, level, strong)
            if kind == "heading"
            else Block("text", text, strong=strong)
        )
        found.append(Piece(block, current.linked / current.size))
    return _Open()


def without_link_lists(found: list[Piece]) -> list[Block]:
    """The blocks that are not mostly links; headings are kept, linked or not."""
    return [
        piece.block
        for piece in found
        if piece.linked < _MANY_LINKS or piece.block.level or len(piece.block.text) >= 100
    ]
