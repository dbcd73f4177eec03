"""The corrections as a feed: who once cited a number hears that it is another now.

Atom (RFC 4287), with ids that are `tag:` addresses (RFC 4151), so that the same
correction is the same entry for every reader, for ever, wherever the feed lies.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from untold.codebook.folding import name_key
from untold.releases.changes.record import Change, Deletion

ATOM = "http://www.w3.org/2005/Atom"
_MOST = 500  # entries; beyond, one entry says how many more there are
_MOST_LINES = 40  # of an entry; the table of changes has them all
_LONGEST = 300  # characters of a value in an entry
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")  # a value that turns the line round it
_SINCE = "2026"  # the year from which the authorities of our tags hold (RFC 4151, section 2.1); never another
_TABLES = {"ranges": "range", "accounts": "account", "claims": "claim", "allegations": "allegation"}
_TITLES = {"corrected": "corrected", "gone": "no longer in the record"}
_REASONS = {"withdrawn": "Withdrawn.", "not_published": "No longer published."}


@dataclass(frozen=True, slots=True)
class FeedOf:
    """Whose feed it is: a publisher, the domain in which ids of entries are made, and the release's number and day."""

    publisher: str
    authority: str
    number: int
    date: str


@dataclass(frozen=True, slots=True)
class _Entry:
    code: str
    kind: str
    title: str
    lines: tuple[str, ...]


def authority_of(publisher: str | None) -> str:
    """Return a domain for the ids of a publisher that names none: one that nobody can hold.

    >>> authority_of("Alder Monitor"), authority_of(None)
    ('alder-monitor.invalid', 'untold.invalid')
    """
    plain = re.sub(r"[^a-z0-9]+", "-", name_key(publisher or "")).strip("-")
    return f"{plain[:60].strip('-') or 'untold'}.invalid"


def feed(of: FeedOf, changes: Iterable[Change], deletions: Sequence[Deletion]) -> bytes:
    """Return the feed of a release's corrections: one entry for each incident that is corrected, merged, split or gone.

    The same corrections give the same bytes. What text a value holds is text in it, and no markup.
    """
    entries, more = _entries(changes, deletions)
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})  # type: ignore[dict-item]  # null is the default namespace
    _add(root, "id", _tag(of, "corrections"))
    _add(root, "title", f"Corrections, release {of.number}")
    _add(root, "updated", _moment(of))
    author = etree.SubElement(root, f"{{{ATOM}}}author")
    _add(author, "name", of.publisher)
    etree.SubElement(root, f"{{{ATOM}}}link", rel="self", href="corrections.atom")
    for each in entries:
        _add_entry(root, each, of)
    if more:
        words = f"{more} more incidents are corrected; changes.csv and deletions.csv have all."
        _add_entry(root, _Entry("all", "more", "More corrections", (words,)), of)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return written


def _entries(changes: Iterable[Change], deletions: Sequence[Deletion]) -> tuple[list[_Entry], int]:
    """Return the first entries by kind and code, and how many more there are."""
    found: dict[tuple[str, str], list[str]] = {}
    more: set[tuple[str, str]] = set()
    for name, told in _of_gone(deletions):
        _note(found, more, name, told)
    for change in changes:
        if change.incident is not None and (line := _line(change)) is not None:
            _note(found, more, ("corrected", change.incident), line)
    made = [
        _Entry(code, kind, f"{code}: {_TITLES[kind]}", tuple(lines)) for (kind, code), lines in sorted(found.items())
    ]
    return made, len(more)


def _note(
    found: dict[tuple[str, str], list[str]], more: set[tuple[str, str]], name: tuple[str, str], line: str
) -> None:
    if name not in found and len(found) >= _MOST:
        more.add(name)
    elif len(lines := found.setdefault(name, [])) < _MOST_LINES:
        lines.append(line)
    elif len(lines) == _MOST_LINES:
        lines.append("More in changes.csv.")


def _of_gone(deletions: Iterable[Deletion]) -> Iterator[tuple[tuple[str, str], str]]:
    for each in deletions:
        went = f"Went on in {', '.join(each.into)}." if each.into else _REASONS[each.reason]
        yield ("gone", each.code), went


def _line(change: Change) -> str | None:
    """Return one change in words; null for what is new or is told of a code that is gone."""
    match change.kind:
        case "merged":
            return f"{change.old} was merged into it."
        case "split":
            return f"{change.new} was split off."
        case "changed":
            return f"{_what(change)}: {_was(change)} {_said(change.new)}"
        case "removed":
            return f"{_TABLES.get(change.table, change.table)} {change.key}: removed"
        case "added" if change.table != "incidents":
            return f"{_TABLES.get(change.table, change.table)} {change.key}: added"
        case _:
            return None


def _what(change: Change) -> str:
    row = "" if change.table == "incidents" else f"{_TABLES.get(change.table, change.table)} {change.key}, "
    return f"{row}{(change.field or '').replace('_', ' ')}"


def _was(change: Change) -> str:
    return "changed, now" if change.is_withheld else f"{_said(change.old)} →"


def _said(value: str | None) -> str:
    if value is None:
        return "not stated"
    plain = _TURNING.sub("", " ".join(value.split()))
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"


def _add_entry(root: etree._Element, of_one: _Entry, of: FeedOf) -> None:
    entry = etree.SubElement(root, f"{{{ATOM}}}entry")
    _add(entry, "id", _tag(of, f"releases/{of.number}/{of_one.kind}/{of_one.code}"))
    _add(entry, "title", of_one.title)
    _add(entry, "updated", _moment(of))
    etree.SubElement(entry, f"{{{ATOM}}}category", term=of_one.kind)
    content = _add(entry, "content", "\n".join(of_one.lines))
    content.set("type", "text")


def _add(parent: etree._Element, name: str, text: str) -> etree._Element:
    child = etree.SubElement(parent, f"{{{ATOM}}}{name}")
    child.text = _UNWRITABLE.sub("\ufffd", text)
    return child


def _tag(of: FeedOf, what: str) -> str:
    return f"tag:{of.authority},{_SINCE}:{re.sub(r'[^A-Za-z0-9._/-]', '-', what)}"


def _moment(of: FeedOf) -> str:
    return f"{of.date}T00:00:00Z"
