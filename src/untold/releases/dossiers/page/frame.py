"""The sheet of a dossier and of a letter: the house's, with their own style and last lines."""

from untold.releases.dossiers.page.words import mixed
from untold.tallies.ledger.page.frame import Frame, own_style, sheet
from untold.tallies.ledger.page.markup import element, text
from untold.tallies.ledger.phrases import Phrases


def paper(title: str, kind: str, body: str, foot: tuple[str, ...], phrases: Phrases) -> str:
    """Return a whole page; `kind` is the table of phrases that names it, `foot` its last lines."""
    frame = Frame(
        title,
        phrases.language,
        phrases.say("page", "direction"),
        (phrases.say(kind, "skip"), "main"),
        element("p", text(phrases.say(kind, "printed"))),
        (own_style(__name__.rpartition(".")[0], "dossier.css"),),
    )
    footer = element("footer", *(element("p", mixed(line)) for line in foot))
    return sheet(frame, element("main", body, id="main", class_="dossier"), footer)
