"""Who brought the allegation: "via Airwars report", "via social media report", "via self-report"."""

import re
from dataclasses import dataclass
from itertools import islice

from untold.claims.claim import Party
from untold.claims.official_statements.flat import Flat, Told, spelled
from untold.claims.official_statements.wordings import first_match, listed, small_words
from untold.codebook.actors import Actor, find_actor

_VIA = re.compile(rf"\b(?:{small_words('via')}) |\bself-?report(?:ed|ing)?\b", re.IGNORECASE)
_NAME = re.compile(r"[^.:;,()\u060c]{1,80}")
_ENDS = re.compile(rf" (?:{small_words('reporter_ends')})\b(?! (?:and|&) )| [-\u2013\u2014] | \d", re.IGNORECASE)
_MOST = 8  # times that "via" is looked behind: a text with more is no line
_KINDS = {
    "monitor": "ngo_monitor",
    "outlet": "media",
    "agency": "media",
    "medical": "hospital_morgue",
    "rescue": "ngo_monitor",
    "armed_forces": "official_belligerent",
    "coalition": "official_belligerent",
    "armed_group": "official_belligerent",
}
_OTHER = "official_other"


@dataclass(frozen=True, slots=True)
class Reporter:
    """Who brought it, with the letters that name them, and what kind of source that is, or null."""

    told: Told[Party]
    kind: str | None


def reporter_in(flat: Flat) -> Reporter | None:
    """Return who brought the allegation, or null where the line names no one.

    >>> from untold.claims.official_statements.flat import flatten
    >>> found = reporter_in(flatten("May 4, 2016, near Karm, Syria, via Airwars report. No strikes."))
    >>> found.told.value, found.kind
    (Party(id='airwars', name='Airwars'), 'ngo_monitor')
    """
    for via in islice(_VIA.finditer(flat.text), _MOST):
        start = via.start() if "self" in via[0].lower() else via.end()
        words = _NAME.match(flat.text, start)
        if words is None:
            continue
        ends = _ENDS.search(words[0])
        name = (words[0][: ends.start()] if ends else words[0]).strip(" \"'-")
        found = _reporter(name, start + words[0].find(name), whole=words[0])
        if found is not None:
            return found
    return None


def _reporter(name: str, start: int, *, whole: str) -> Reporter | None:
    """Return a reporter of that name, or null for what is no source: "via a drone"."""
    actor = _actor(name)
    kind = _kind(actor, whole)
    is_report = re.search(r"\breport", whole, re.IGNORECASE)
    if not name or (kind is None and not is_report):
        return None
    return Reporter(Told(Party(actor.id if actor else None, name), start, start + len(name)), kind)


def _actor(name: str) -> Actor | None:
    """Return the body that the words name, or the first of several."""
    for part in (name, *re.split(r" and | & |/| via ", name)):
        if (found := find_actor(part.strip())) is not None:
            return found
    return None


def _kind(actor: Actor | None, whole: str) -> str | None:
    if actor is not None:
        return _KINDS.get(actor.kind, _OTHER)
    low = spelled(whole)
    for entry in listed().reporter:
        if first_match(entry.words, low) is not None:
            return entry.kind
    return None
