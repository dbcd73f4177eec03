"""Running totals as one page: each series with its chart, what is told of it, and its days as a table.

The page is one file that can be mailed, printed and opened without a network,
in the style of the ledger's: no script, no request, and every word that comes
from a report escaped.
"""

import base64
import hashlib
from collections.abc import Sequence
from importlib import resources

from untold.tallies.ledger.page.markup import element, join, text
from untold.tallies.running.page.phrases import Words, words_for
from untold.tallies.running.page.section import section
from untold.tallies.running.series import Running, Series


def as_page(running: Running, asked: Sequence[Series], *, language: str | None = None) -> str:
    """Return some series of a record as one HTML page, in `language` where there are phrases for it, else English."""
    words = words_for(language)
    by_id = {each.id: each for each in running.series}
    skip = element("a", text(words.say("skip")), href="#series", class_="skip")
    sections = [section(each, by_id, words) for each in asked]
    title = element("h1", text(words.say("title")))
    main = element("main", title, *sections, id="series", tabindex="-1")
    body = element("body", skip, _banner(words), main)
    root = {"lang": words.language, "dir": words.of("page", "direction")}
    return f"<!doctype html>\n{element('html', _head(words), body, **root)}\n"


def _banner(words: Words) -> str:
    brand = element("p", text("Untold"), class_="brand")
    return element("header", brand, element("p", text(words.say("never"))), class_="banner")


def _head(words: Words) -> str:
    style = "".join(
        resources.files(package).joinpath(name).read_text(encoding="utf-8")
        for package, name in (("untold.tallies.ledger.page", "page.css"), (__name__, "series.css"))
    )
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return join(
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="color-scheme" content="light dark">',
        element("title", text(f"{words.say('title')} \u2013 Untold")),
        f"<style>{style}</style>",
        "</head>",
    )
