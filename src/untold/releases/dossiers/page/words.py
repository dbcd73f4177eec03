"""Words on a dossier: lists of facts, and numbers that keep their direction inside an Arabic sentence."""

import re
from collections.abc import Iterable

from untold.tallies.ledger.page.markup import element, isolated, text
from untold.tallies.ledger.phrases import Phrases

Fact = tuple[str, str | None]
# A date, a hash, a code, an address, a name of some words: read from left to right as one, whatever stands around it.
_LEFT_TO_RIGHT = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ,.:/_\u2013-]*[A-Za-z0-9])?")


def mixed(words: str) -> str:
    """Return words as HTML text, each run of Latin letters and digits isolated from the direction around it."""
    pieces = []
    at = 0
    for found in _LEFT_TO_RIGHT.finditer(words):
        pieces += [text(words[at : found.start()]), isolated(found.group(), dir="ltr")]
        at = found.end()
    return "".join((*pieces, text(words[at:])))


def facts_list(facts: Iterable[str]) -> str:
    """Return short facts as a list in a line."""
    return element("ul", *(element("li", element("span", mixed(fact))) for fact in facts if fact), class_="facts")


def known(facts: Iterable[Fact]) -> str:
    """Return facts as a list of terms with what is known of each; what is not known is left out."""
    rows = "".join(element("dt", text(name)) + element("dd", mixed(value)) for name, value in facts if value)
    return element("dl", rows, class_="known")


def listed(words: Iterable[str], phrases: Phrases) -> str:
    """Return words in a line."""
    return phrases.say("dossier", "comma").join(words)


def lines(words: Iterable[str | None]) -> str:
    """Return short lines of prose, each a paragraph; none for null."""
    return "".join(element("p", mixed(each)) for each in words if each)
