"""A comparison as one page: the numbers by how near they are to the question, then what may be compared.

Like the ledger's it is one file that can be mailed, printed and opened without
a network; it asks nobody for anything, runs no script, and escapes every word
that comes from a report.
"""

from collections.abc import Mapping

from untold.tallies.comparison.figure import ScopeComparison
from untold.tallies.comparison.objects import ReportNamed
from untold.tallies.comparison.page.items import items_block
from untold.tallies.comparison.page.pairs import pairs_block
from untold.tallies.comparison.page.words import mixed
from untold.tallies.comparison.phrases import comparison_phrases
from untold.tallies.comparison.phrases.notes import asides, heading, question
from untold.tallies.ledger.page.frame import Frame, own_style, sheet
from untold.tallies.ledger.page.markup import element, text
from untold.tallies.ledger.phrases import Phrases


def as_page(comparison: ScopeComparison, reports: Mapping[str, ReportNamed], *, language: str | None = None) -> str:
    """Return a comparison as one HTML page in `language`, English where there are no phrases for it."""
    phrases = comparison_phrases(language)
    frame = Frame(
        heading(comparison.scope, phrases),
        phrases.language,
        phrases.say("page", "direction"),
        (phrases.say("comparison", "skip"), "numbers"),
        element("p", text(phrases.say("comparison", "printed"))),
        (own_style(__name__, "comparison.css"),),
    )
    return sheet(frame, _main(comparison, reports, phrases), _foot(phrases))


def _main(comparison: ScopeComparison, reports: Mapping[str, ReportNamed], phrases: Phrases) -> str:
    asked = [*question(comparison.scope, phrases), phrases.say("comparison", "as_of", day=comparison.as_of)]
    aside = "".join(element("li", mixed(line)) for line in asides(comparison.left_aside, phrases))
    return element(
        "main",
        element("p", text(phrases.say("comparison", "title")), class_="kind"),
        element("h1", mixed(heading(comparison.scope, phrases))),
        element("ul", *(element("li", mixed(line)) for line in asked), class_="facts asked"),
        items_block(comparison, reports, phrases),
        pairs_block(comparison, phrases),
        element("ul", aside, class_="asides") if aside else "",
        class_="comparison",
    )


def _foot(phrases: Phrases) -> str:
    return element("footer", element("p", text(phrases.say("comparison", "furniture"))))
