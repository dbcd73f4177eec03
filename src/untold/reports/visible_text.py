"""The visible text of a web page, in reading order, and where each block of it stood.

Offsets must point at words that a reader sees, so scripts, styles and hidden
elements are left out and everything else is kept, menus too.
"""

import re
from typing import NamedTuple

from lxml import etree, html

from untold.reports.paragraphs import Paragraph

_BLOCK_NAMES = """
address article aside blockquote body br button caption center dd details dialog div dl dt fieldset figcaption figure
footer form h1 h2 h3 h4 h5 h6 header hr label li main menu nav ol option p pre section summary table tbody td tfoot th
thead title tr ul
"""
_SKIPPED_NAMES = """
area audio canvas embed head iframe img input link map math meta noscript object script select style svg template
textarea video
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_SKIPPED = frozenset(_SKIPPED_NAMES.split())
FRAME = frozenset(["nav", "header", "footer", "aside", "form", "menu", "button", "dialog"])
_SPACES = re.compile(r"[ \t\r\n\f]+")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PARTS = frozenset(["article", "main", "figcaption", "figure", "h1", "h2", "h3", "li", "table", *FRAME])


class Block(NamedTuple):
    """A block of visible text: its offsets, and the elements of meaning that it stood in."""

    span: Paragraph
    within: frozenset[str]


class PageText(NamedTuple):
    """A page's visible text and its blocks, in order."""

    text: str
    blocks: tuple[Block, ...]


def parse(markup: str) -> html.HtmlElement | None:
    """Return the page as a tree, or null where there is none; `check_markup` has looked at its depth before."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return tree


def visible_text(tree: html.HtmlElement) -> PageText:
    """Return what a reader of the page sees: one line for each block, a blank line between paragraphs.

    >>> visible_text(html.document_fromstring("<nav>Home</nav><p>Two <b>people</b> died.</p>")).text
    'Home\\n\\nTwo people died.'
    """
    writer = _Writer()
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if isinstance(element.tag, str):
            if event == "start":
                writer.open(element)
            else:
                writer.close(element)
    writer.end_block()
    return PageText("\n\n".join(writer.lines), tuple(writer.blocks))


class _Writer:
    """The text written so far, and the elements that are open."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.blocks: list[Block] = []
        self._pieces: list[str] = []
        self._open: list[str] = []
        self._hidden: etree._Element | None = None
        self._length = 0

    def open(self, element: "etree._Element") -> None:
        if self._hidden is not None:
            return
        tag = str(element.tag).lower()
        if tag in _SKIPPED or _is_hidden(element):
            self._hidden = element
            return
        if self._is_block(tag):
            self.end_block()
        if tag in _PARTS:
            self._open.append(tag)
        self._pieces.append(element.text or "")

    def close(self, element: "etree._Element") -> None:
        if self._hidden is None:
            tag = str(element.tag).lower()
            if self._is_block(tag):
                self.end_block()
            if tag in _PARTS and self._open:
                self._open.pop()
        elif self._hidden is element:
            self._hidden = None
        if self._hidden is None:
            self._pieces.append(element.tail or "")

    def _is_block(self, tag: str) -> bool:
        """Return whether an element stands on a line of its own; in a menu each link does."""
        return tag in _BLOCKS or (tag == "a" and bool(self._open) and self._open[-1] in FRAME)

    def end_block(self) -> None:
        words = _SPACES.sub(" ", "".join(self._pieces)).strip(" ")
        self._pieces.clear()
        if not words.strip():
            return
        start = self._length + (2 if self.lines else 0)
        self.lines.append(words)
        self._length = start + len(words)
        self.blocks.append(Block(Paragraph(start, self._length), frozenset(self._open)))


def _is_hidden(element: "etree._Element") -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return bool(style) and _HIDING.search(style or "") is not None
