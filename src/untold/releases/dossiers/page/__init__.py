"""The dossier of one incident as one page that can be mailed, printed and opened without a network."""

from untold.releases.dossiers.gathering import Dossier
from untold.releases.dossiers.page.evidence import evidence_block, numbered
from untold.releases.dossiers.page.frame import paper
from untold.releases.dossiers.page.incident import facts_block, ranges_block, when
from untold.releases.dossiers.page.review import review_block
from untold.releases.dossiers.page.words import mixed
from untold.releases.dossiers.phrases import dossier_phrases
from untold.tallies.ledger.page.markup import element, isolated, join, text
from untold.tallies.ledger.phrases import Phrases

_BETWEEN = " \u00b7 "


def dossier_page(dossier: Dossier, made_from: str, *, language: str | None = None) -> str:
    """Return the dossier as one HTML page in `language`, English where there are no phrases for it.

    `made_from` is a line for its foot: of which record or release it was made, when, by which policy.
    """
    phrases = dossier_phrases(language)
    numbers = numbered(dossier)
    title = heading(dossier, phrases)
    body = join(
        element("p", text(phrases.say("dossier", "kind")), class_="kind"),
        element("h1", *_named(dossier, phrases)),
        ranges_block(dossier, numbers, phrases),
        facts_block(dossier, phrases),
        evidence_block(dossier, numbers, phrases.say("dossier", "evidence"), phrases, annex=False),
        _contradictions(dossier, phrases),
        review_block(dossier, phrases),
    )
    return paper(title, "dossier", body, (made_from, phrases.say("dossier", "foot_rounding")), phrases)


def heading(dossier: Dossier, phrases: Phrases) -> str:
    """Return what an incident is called: its place and day, and its code."""
    return _BETWEEN.join((*_place_and_day(dossier, phrases), dossier.incident.code))


def _named(dossier: Dossier, phrases: Phrases) -> tuple[str, str]:
    """Return the heading as markup; its code stands on one line, so that it can be typed off."""
    before = "".join(f"{each}{_BETWEEN}" for each in _place_and_day(dossier, phrases))
    return mixed(before), isolated(dossier.incident.code, dir="ltr", class_="code")


def _place_and_day(dossier: Dossier, phrases: Phrases) -> tuple[str, ...]:
    incident = dossier.incident
    names = (incident.place_name, incident.place_name_local)
    name = next((each for each in (reversed(names) if phrases.language == "ar" else names) if each), None)
    return tuple(each for each in (name, when(incident)) if each)


def _contradictions(dossier: Dossier, phrases: Phrases) -> str:
    told = [each for each in dossier.contradictions if each.message]
    if not told:
        return ""
    rows = (element("li", element("bdi", text(each.message or ""), lang="en")) for each in told)
    return element("section", element("h2", text(phrases.say("dossier", "contradictions"))), element("ul", *rows))
