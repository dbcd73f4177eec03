"""The sheet that a dossier and a letter are printed on: one file, no script, no request, both directions of writing."""

import base64
import hashlib
from importlib import resources

from untold.releases.dossiers.page.words import mixed
from untold.tallies.ledger.page.markup import element, join, text
from untold.tallies.ledger.phrases import Phrases


def sheet(title: str, kind: str, body: str, foot: tuple[str, ...], phrases: Phrases) -> str:
    """Return a whole page; `kind` is the table of phrases that names it, `foot` its last lines."""
    skip = element("a", text(phrases.say(kind, "skip")), href="#main", class_="skip")
    brand = element("p", text("Untold"), class_="brand")
    banner = element("header", brand, element("p", text(phrases.say(kind, "printed"))), class_="banner")
    footer = element("footer", *(element("p", mixed(line)) for line in foot))
    main = element("main", body, id="main", class_="dossier")
    root = {"lang": phrases.language, "dir": phrases.say("page", "direction")}
    whole = element("html", _head(title, _style()), element("body", skip, banner, main, footer), **root)
    return f"<!doctype html>\n{whole}\n"


def _style() -> str:
    """Return the ledger's style and what a dossier adds to it."""
    house = resources.files("untold.tallies.ledger.page").joinpath("page.css").read_text(encoding="utf-8")
    return house + resources.files(__name__.rpartition(".")[0]).joinpath("dossier.css").read_text(encoding="utf-8")


def _head(title: str, style: str) -> str:
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
        element("title", text(f"{title} \u2013 Untold")),
        f"<style>{style}</style>",
        "</head>",
    )
