"""A comparison as one page: the numbers by how near they are to the question, then what may be compared.

Like the ledger's it is one file that can be mailed, printed and opened without
a network; it asks nobody for anything, runs no script, and escapes every word
that comes from a report.
"""

import base64
import hashlib
from collections.abc import Mapping
from importlib import resources

from untold.tallies.comparison.figure import ScopeComparison
from untold.tallies.comparison.objects import ReportNamed
from untold.tallies.comparison.page.items import items_block
from untold.tallies.comparison.page.pairs import pairs_block
from untold.tallies.comparison.page.words import mixed
from untold.tallies.comparison.phrases import comparison_phrases
from untold.tallies.comparison.phrases.notes import asides, heading, question
from untold.tallies.ledger.page.markup import element, join, text
from untold.tallies.ledger.phrases import Phrases


def as_page(comparison: ScopeComparison, reports: Mapping[str, ReportNamed], *, language: str | None = None) -> str:
    """Return a comparison as one HTML page in `language`, English where there are no phrases for it."""
    phrases = comparison_phrases(language)
    body = element("body", _skip(phrases), _banner(phrases), _main(comparison, reports, phrases), _foot(phrases))
    root = {"lang": phrases.language, "dir": phrases.say("page", "direction")}
    return f"<!doctype html>\n{element('html', _head(comparison, phrases, _style()), body, **root)}\n"


def _style() -> str:
    """Return the ledger's style and what a comparison adds to it."""
    house = resources.files("untold.tallies.ledger.page").joinpath("page.css").read_text(encoding="utf-8")
    return house + resources.files(__name__).joinpath("comparison.css").read_text(encoding="utf-8")


def _head(comparison: ScopeComparison, phrases: Phrases, style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    # No script, no request, no form, no frame: what a report smuggles in finds no door.
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return join(
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="color-scheme" content="light dark">',
        element("title", text(f"{heading(comparison.scope, phrases)} \u2013 Untold")),
        f"<style>{style}</style>",
        "</head>",
    )


def _skip(phrases: Phrases) -> str:
    return element("a", text(phrases.say("comparison", "skip")), href="#numbers", class_="skip")


def _banner(phrases: Phrases) -> str:
    brand = element("p", text("Untold"), class_="brand")
    return element("header", brand, element("p", text(phrases.say("comparison", "printed"))), class_="banner")


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
