"""Words on a dossier: lists of facts, and numbers that keep their direction inside an Arabic sentence."""

from collections.abc import Iterable

from untold.tallies.comparison.page.words import mixed
from untold.tallies.ledger.page.markup import element, text
from untold.tallies.ledger.phrases import Phrases

Fact = tuple[str, str | None]


def known(facts: Iterable[Fact]) -> str:
    """Return facts as a list of terms with what is known of each; what is not known is left out."""
    rows = "".join(
        element("dt", text(name)) + element("dd", element("bdi", mixed(value))) for name, value in facts if value
    )
    return element("dl", rows, class_="known")


def listed(words: Iterable[str], phrases: Phrases) -> str:
    """Return words in a line."""
    return phrases.say("dossier", "comma").join(words)


def lines(words: Iterable[str | None]) -> str:
    """Return short lines of prose, each a paragraph; none for null."""
    return "".join(element("p", mixed(each)) for each in words if each)
