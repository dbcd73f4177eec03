"""Markup looked at before any parser sees it: its depth, its declared encoding, its entities.

A page of one tag a million deep, or a feed whose entities multiply, is built
to break the parser that reads it. Both are found here in one pass over the
text, with nothing kept but a counter.
"""

import re
from typing import NamedTuple

from untold.codebook.errors import UnreadableReport

# Pages of the press nest their tags 20 to 60 deep; a browser's saved page, with frames in frames, stayed below 150.
MOST_DEPTH = 250
# lxml compares each attribute of a tag with all others: 200,000 of them take minutes, a thousand nothing.
MOST_ATTRIBUTES = 1000
_REMEDY = "open it in a browser and save its text"
_ATTRIBUTE = re.compile(r"[\s/]*[^\s/>=][^\s/>=]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]*))?")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})|<!--")
# Tags that hold nothing, or that old pages leave open without nesting.
_FLAT_NAMES = """
area base br col embed hr img input link meta param source track wbr p li dt dd tr td th tbody thead tfoot option
optgroup colgroup rt rp body html head
"""
_FLAT = frozenset(_FLAT_NAMES.split())
_RAW = frozenset(["script", "style", "textarea", "title", "noscript", "template"])
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})[\"']")


def declared_encoding(content: bytes) -> str | None:
    """Return the encoding that markup declares in its first bytes, or null.

    >>> declared_encoding(b'<meta charset="windows-1256">')
    'windows-1256'
    """
    head = content[:4096]
    match = _XML_ENCODING.search(head) or _META_CHARSET.search(head)
    return match.group(1).decode("ascii") if match else None


class Shape(NamedTuple):
    """How deep markup nests its tags, and how many attributes its richest tag has."""

    depth: int
    attributes: int


def shape_of(markup: str) -> Shape:
    """Return the shape of some markup, found in one pass.

    >>> shape_of("<div class='a' id=b><p>Two<br>lines</p></div>")
    Shape(depth=1, attributes=2)
    """
    deepest = depth = richest = position = 0
    while match := _TAG.search(markup, position):
        position = match.end()
        name = (match.group(2) or "").lower()
        if not name:
            position = _after(markup, "-->", position)
        elif match.group(1):
            depth = max(0, depth - (name not in _FLAT and name not in _RAW))
        else:
            count, position = _attributes(markup, position)
            richest = max(richest, count)
            if name in _RAW:
                position = _after(markup, f"</{name}", position)
            elif name not in _FLAT:
                depth += 1
                deepest = max(deepest, depth)
    return Shape(deepest, richest)


def _attributes(markup: str, position: int) -> tuple[int, int]:
    """Return how many attributes follow a tag's name, and where they end."""
    count = 0
    while match := _ATTRIBUTE.match(markup, position):
        count += 1
        position = match.end()
    return count, position


def _after(markup: str, end: str, position: int) -> int:
    found = markup.find(end, position)
    if found == -1 and end[2:].islower():
        found = markup.find(end.upper(), position)
    return len(markup) if found == -1 else found + len(end)


def check_markup(origin: str, markup: str) -> None:
    """Raise `UnreadableReport` for markup that no page is made of, but that breaks parsers or stalls them."""
    shape = shape_of(markup)
    if shape.depth > MOST_DEPTH:
        why = f"nests its tags {shape.depth:,} deep, and the limit is {MOST_DEPTH}"
        raise UnreadableReport(origin, why, _REMEDY)
    if shape.attributes > MOST_ATTRIBUTES:
        why = f"has a tag of {shape.attributes:,} attributes, and the limit is {MOST_ATTRIBUTES:,}"
        raise UnreadableReport(origin, why, _REMEDY)
    if "<!ENTITY" in markup:
        raise UnreadableReport(origin, "declares entities of its own", _REMEDY)
