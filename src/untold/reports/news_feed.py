"""A feed as reports: one for each entry, since each was published on its own day.

Only the bytes given are read; a feed's links are never followed.
"""

import io
import re
import warnings
from collections.abc import Iterator
from typing import Any

import msgspec

from untold.codebook.errors import UnreadableReport
from untold.reports.content import Content
from untold.reports.decoding import decode
from untold.reports.markup import check_markup, declared_encoding
from untold.reports.publishers import publisher
from untold.reports.report import DateCandidate, DateKind, Source
from untold.reports.visible_text import parse, visible_text
from untold.reports.zoning import below_title, zones_of

_ENTRY = re.compile(r"<(item|entry)(?=[\s>])")
_MOST_ENTRIES = 5000
_REMEDY = "open it in a feed reader and save the entries"


def read_feed(origin: str, content: bytes, charset: str | None) -> tuple[Content, ...]:
    """Return the entries of an RSS or Atom feed, each with its own bytes.

    An entry's bytes are its element as the feed wrote it, in UTF-8; where the
    elements cannot be told apart, its fields as JSON.

    Raises `UnreadableReport` for a feed that is broken or holds no entry with text.
    """
    markup = decode(origin, content, charset or declared_encoding(content))
    check_markup(origin, markup)
    parsed = _parsed(markup)
    entries = parsed.get("entries", [])[:_MOST_ENTRIES]
    own = list(_elements(markup))
    feed = parsed.get("feed", {})
    name = " ".join(str(feed.get("title") or "").split())
    source = publisher(name) if name else None
    found: list[Content] = []
    for n, entry in enumerate(entries):
        bytes_of = own[n] if len(own) == len(entries) else _fields(entry)
        part = _content(entry, source, str(feed.get("language") or ""), bytes_of)
        if part is not None:
            found.append(part)
    if not found:
        raise UnreadableReport(origin, "is a feed without entries that hold text", _REMEDY)
    return tuple(found)


def _parsed(markup: str) -> dict[str, Any]:
    import feedparser

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        parsed: dict[str, Any] = feedparser.parse(
            io.BytesIO(markup.encode("utf-8", "replace")),
            response_headers={"content-type": "application/xml; charset=utf-8"},
        )
    return parsed


def _elements(markup: str) -> Iterator[bytes]:
    """Yield the entries' elements as they stand in the feed, in one pass."""
    position = 0
    while match := _ENTRY.search(markup, position):
        end = markup.find(f"</{match.group(1)}>", match.end())
        if end == -1:
            return
        position = end + len(match.group(1)) + 3
        yield markup[match.start() : position].encode("utf-8", "replace")


def _fields(entry: Any) -> bytes:
    kept = {key: str(entry.get(key)) for key in ("id", "link", "title", "published", "updated", "summary", "content")}
    return msgspec.json.encode(kept, order="sorted")


def _content(entry: Any, source: Source | None, language: str, own: bytes) -> Content | None:
    """Return an entry as a report: its title, then its text; null where it has neither."""
    title = " ".join(_plain(str(entry.get("title") or "")).split())
    bodies = [str(part.get("value") or "") for part in entry.get("content") or []]
    body = _plain(max([*bodies, str(entry.get("summary") or "")], key=len))
    if not title and not body.strip():
        return None
    lead = f"{title}\n\n" if title and body.strip() else title
    link = str(entry.get("link") or "")
    return Content(
        lead + body if body.strip() else title,
        "application/feed-entry+xml",
        title=title or None,
        source=source,
        url=link if link.startswith(("http://", "https://")) else None,
        language=language[:2].lower() or None,
        dates=tuple(_dates(entry)),
        zones=below_title(len(lead), zones_of(body) if body.strip() else ()),
        licence=str(entry.get("license") or "") or None,
        own_bytes=own,
    )


def _plain(markup: str) -> str:
    """Return the visible text of an entry's markup."""
    if "<" not in markup and "&" not in markup:
        return markup
    tree = parse(f"<html><body>{markup}</body></html>")
    return visible_text(tree).text if tree is not None else ""


def _dates(entry: Any) -> Iterator[DateCandidate]:
    kinds: tuple[tuple[str, DateKind], ...] = (("published", "published"), ("updated", "modified"))
    for field, kind in kinds:
        moment = entry.get(f"{field}_parsed") if f"{field}_parsed" in entry else None
        if moment:
            day = f"{moment.tm_year:04}-{moment.tm_mon:02}-{moment.tm_mday:02}"
            yield DateCandidate(kind, day, None, f"the feed says {field}")
