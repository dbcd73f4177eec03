"""Words on the page that keep their direction: a date in an Arabic sentence reads from its year on."""

import re

from untold.tallies.ledger.page.markup import element, isolated, text

_DIGITS = re.compile(r"\d[\d,.:/\u2013-]*\d|\d")


def mixed(words: str) -> str:
    """Return words as HTML text, with every number and date isolated from the direction of what is around it."""
    pieces = []
    at = 0
    for found in _DIGITS.finditer(words):
        pieces += [text(words[at : found.start()]), isolated(found.group(), dir="ltr")]
        at = found.end()
    return "".join((*pieces, text(words[at:])))


def facts_list(facts: list[str]) -> str:
    """Return short facts as a list in a line."""
    return element("ul", *(element("li", element("bdi", mixed(fact))) for fact in facts if fact), class_="facts")
