"""What a dossier and a letter say around the record: the ledger's phrases, and their own beside them."""

from untold.codebook.actors import all_actors
from untold.codebook.counts import Count
from untold.codebook.places import countries
from untold.releases.published import PublishedClaim
from untold.tallies.counted.phrases import tally_phrases
from untold.tallies.ledger.phrases import Phrases, phrases_for, with_own


def dossier_phrases(language: str | None) -> Phrases:
    """Return the phrases of a language by its tag, English where there are none."""
    shared, tallied = phrases_for(language), tally_phrases(language).tables
    named = {name: tallied[name] for name in ("means", "infrastructure")}
    return with_own(Phrases(shared.language, {**shared.tables, **named}), __name__)


def bounds(low: int | None, high: int | None, phrases: Phrases) -> str:
    """Return what is decided in words: a number, a range, a floor, a ceiling, or that it is not known."""
    if low is not None and high is not None:
        if low == high:
            return phrases.count(Count.exactly(low))
        return phrases.say("count", "range", low=f"{low:,}", high=f"{high:,}")
    if low is not None:
        return phrases.count(Count.at_least(low))
    return phrases.count(Count.at_most(high)) if high is not None else phrases.say("dossier", "unknown")


def counted(claim: PublishedClaim, phrases: Phrases) -> str:
    """Return a claim's number as worded; that it is withheld where it is."""
    if claim.qualifier is None:
        return phrases.say("dossier", "number_withheld")
    return phrases.count(Count(claim.stated, claim.low, claim.high, claim.qualifier))


def people(harm: str, status: str | None, demographic: str | None, phrases: Phrases) -> str:
    """Return what happened to whom: "killed, civilians, children"."""
    status = phrases.say("status", status) if status else ""
    group = phrases.say("demographic", demographic) if demographic else ""
    return phrases.say("dossier", "comma").join(each for each in (phrases.say("harm", harm), status, group) if each)


def actor_name(slug: str | None, name: str, phrases: Phrases) -> str:
    """Return a party's name, in the page's language where the codebook has it."""
    known = all_actors().get(slug or "")
    return known.name_ar if known and known.name_ar and phrases.language == "ar" else name


def country_name(code: str | None, phrases: Phrases) -> str | None:
    """Return a country's name in the page's language; its code where the codebook has no name for it."""
    known = countries().get(code or "")
    if known is None:
        return code
    return known.name_ar if known.name_ar and phrases.language == "ar" else known.name


def term(vocabulary: str, slug: str | None, phrases: Phrases) -> str | None:
    """Return the phrase for a slug; the slug in plain letters where nobody has written one."""
    if slug is None:
        return None
    return phrases.tables.get(vocabulary, {}).get(slug, slug.replace("_", " "))
