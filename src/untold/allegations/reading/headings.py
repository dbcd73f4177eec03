"""What the headings of a report say of the answers below them: "Credible Reports", "Duplicates".

Most lists name the finding once, over a whole section. A sentence that names
several findings is no heading of any.
"""

import re

from untold.claims.official_statements import Outcome, Section
from untold.claims.official_statements.findings import as_outcome
from untold.claims.official_statements.flat import flatten
from untold.claims.official_statements.wordings import listed, matches
from untold.codebook.places import find_place
from untold.reports.report import Passage

_LEAD = re.compile(
    r"[^:\u2013\u2014]{3,80}?(?::| [-\u2013\u2014] |[\u2013\u2014])"
)  # "Credible Reports \u2013 In March ..."
_MOST_WORDS = 14  # of a heading that is a line of its own
_MOST_LED = 60  # words of a sentence that leads to a list with a colon
_MOST_CLOSING = 7  # words of a heading of another kind: "Media contact"
_ENDS = re.compile(r"[.!?\u061f][\"')]?$")
_DATED = re.compile(r"\d{4}|\d{1,2}[/.]\d")


def section_of(line: Passage) -> Section | None:
    """Return what a line says of the answers below it, or null where it is no heading.

    >>> section_of(Passage("r", 0, 24, "Non-Credible Reports (2)")).outcome
    'non_credible'
    """
    flat = flatten(line.text)
    lead = _LEAD.match(flat.text)
    is_lead = lead is not None and len(lead[0].split()) <= _MOST_WORDS
    for words, fits in (
        (lead[0] if lead else "", is_lead),
        (flat.text, _is_line(flat.text) or _leads_to_list(flat.text)),
    ):
        outcome = _outcome(flat.low[: len(words)]) if fits else None
        if outcome is not None:
            start, end = flat.span(0, len(words))
            return Section(outcome, Passage(line.report, line.start + start, line.start + end, line.text[start:end]))
    return None


def section_named(words: Passage) -> Section | None:
    """Return the one outcome that words name, however long they are, or null."""
    outcome = _outcome(flatten(words.text).low)
    return None if outcome is None else Section(outcome, words)


def closes_section(line: str) -> bool:
    """Tell whether a line is a heading of something else, which no finding above it is about.

    >>> closes_section("Media contact"), closes_section("Syria"), closes_section("were killed in Karm")
    (True, False, False)
    """
    words = line.split()
    if not words or len(words) > _MOST_CLOSING or _ENDS.search(line) or not line[:1].isupper():
        return False
    return not _DATED.search(line) and find_place(line.strip(" :")) is None


def _is_line(text: str) -> bool:
    return len(text.split()) <= _MOST_WORDS and not _ENDS.search(text)


def _leads_to_list(text: str) -> bool:
    return text.endswith(":") and len(text.split()) <= _MOST_LED


def _outcome(low: str) -> Outcome | None:
    """Return the one outcome that the words name; "not credible" does not also name "credible"."""
    named: dict[str, int] = {}
    for entry in listed().section:
        ends = [found.end() for found in matches(entry.wordings, low)]
        fresh = [end for end in ends if end not in named.values()]
        if fresh:
            named[entry.outcome] = fresh[-1]
    return as_outcome(next(iter(named))) if len(named) == 1 else None
