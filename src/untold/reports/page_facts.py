"""What a web page says of itself in its markup: title, publisher, dates, language, licence.

A page's own statement in JSON-LD or a meta element is better than any guess
from its text; what it does not state stays null.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
from lxml import html

from untold.reports.page_dates import iso_date
from untold.reports.report import DateCandidate, DateKind

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date.published",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "parsely-pub-date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "sailthru.date",
    "citation_publication_date",
    "date",
    "publish_date",
)
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "lastmod")
_MOST_NODES = 2000
_MOST_JSON = 500_000


@dataclass(frozen=True, slots=True)
class PageFacts:
    """A page's word on itself; null is not stated."""

    title: str | None
    source: str | None
    url: str | None
    language: str | None
    licence: str | None
    dates: tuple[DateCandidate, ...]


def page_facts(tree: html.HtmlElement) -> PageFacts:
    """Return what the markup of a page states."""
    metas = _metas(tree)
    nodes = list(_json_nodes(tree))
    return PageFacts(
        title=_title(tree, metas, nodes),
        source=_publisher(metas, nodes),
        url=_canonical(tree, metas),
        language=(tree.get("lang") or metas.get("content-language", ""))[:2].lower() or None,
        licence=_link(tree, "license"),
        dates=tuple(_dates(tree, metas, nodes)),
    )


def _metas(tree: html.HtmlElement) -> dict[str, str]:
    """Return the page's meta elements by name in lower case; the first of a name wins."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        content = meta.get("content")
        if name and content and content.strip():
            found.setdefault(name.lower(), content.strip())
    return found


def _json_nodes(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the objects of the page's JSON-LD, nested ones after those that hold them."""
    for script in tree.iter("script"):
        text = script.text or ""
        if "ld+json" not in (script.get("type") or "") or len(text) > _MOST_JSON:
            continue
        try:
            waiting: deque[Any] = deque([msgspec.json.decode(text.strip())])
        except (msgspec.DecodeError, RecursionError):
            continue
        seen = 0
        while waiting and seen < _MOST_NODES:
            node = waiting.popleft()
            seen += 1
            if isinstance(node, dict):
                yield node
                waiting.extend(value for value in node.values() if isinstance(value, dict | list))
            elif isinstance(node, list):
                waiting.extend(node)


def _title(tree: html.HtmlElement, metas: dict[str, str], nodes: list[dict[str, Any]]) -> str | None:
    headline = next((str(n["headline"]) for n in nodes if isinstance(n.get("headline"), str)), None)
    heading = next((" ".join(h1.text_content().split()) for h1 in tree.iter("h1")), None)
    title = next((" ".join((t.text or "").split()) for t in tree.iter("title")), None)
    return headline or metas.get("og:title") or heading or title or None


def _publisher(metas: dict[str, str], nodes: list[dict[str, Any]]) -> str | None:
    for node in nodes:
        publisher = node.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            return str(publisher["name"]).strip() or None
    return metas.get("og:site_name") or metas.get("application-name") or None


def _canonical(tree: html.HtmlElement, metas: dict[str, str]) -> str | None:
    address = _link(tree, "canonical") or metas.get("og:url")
    return address if address and address.startswith(("http://", "https://")) else None


def _link(tree: html.HtmlElement, relation: str) -> str | None:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == relation and link.get("href"):
            return str(link.get("href"))
    return None


def _dates(tree: html.HtmlElement, metas: dict[str, str], nodes: list[dict[str, Any]]) -> Iterator[DateCandidate]:
    """Yield the dates that the markup states, the most explicit first."""
    for key, kind in (("datePublished", "published"), ("dateModified", "modified")):
        for node in nodes:
            if isinstance(node.get(key), str):
                yield from _said(kind, node[key], f"the page's data says {key}")
                break
    for names, kind in ((_PUBLISHED, "published"), (_MODIFIED, "modified")):
        for name in names:
            if name in metas:
                yield from _said(kind, metas[name], f"the page's meta element says {name}")
                break
    for time in tree.iter("time"):
        if time.get("itemprop") == "datePublished" or time.get("pubdate") is not None:
            yield from _said("published", time.get("datetime") or time.text or "", "the page's time element says so")
            break


def _said(kind: str, words: str, reason: str) -> Iterator[DateCandidate]:
    value = iso_date(words)
    if value:
        known: DateKind = "published" if kind == "published" else "modified"
        yield DateCandidate(known, value, None, reason)
