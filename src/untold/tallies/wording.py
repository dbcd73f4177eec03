"""A claim in a few English words, for the sentences of checks and comparisons.

A message that says "380 civilians" can be read without opening the record; one
that says "claim 3f2a:412:1" cannot. Nothing is said here that the claim's own
fields do not say.
"""

from collections.abc import Iterable

from untold.claims.claim import Claim, Demographic, Status
from untold.codebook.counts import Count
from untold.tallies.standing import voice_name

_PEOPLE = {
    "civilian": ("civilian", "civilians"),
    "combatant": ("fighter", "fighters"),
    "armed_forces": ("soldier", "soldiers"),
    "police": ("police officer", "police officers"),
}
_DEMOGRAPHICS = {"children": ("child", "children"), "women": ("woman", "women"), "men": ("man", "men")}


def who(claim: Claim) -> str:
    """Return how many of whom: "380 civilians", "at least 1,044 civilians", "136 fighters (Nusra Front)".

    A part is called by its demographic, everybody else by status, and people
    of unsaid status are people.
    """
    affiliation = f" ({claim.affiliation.name})" if claim.affiliation else ""
    return f"{people(claim.count, claim.status, claim.demographic)}{affiliation}"


def people(count: Count, status: Status | None, demographic: Demographic | None) -> str:
    """Return how many people of a status and a demographic, as an English sentence would have it.

    >>> people(Count.at_least(1044), "civilian", None)
    'at least 1,044 civilians'
    """
    named = _DEMOGRAPHICS.get(demographic or "") or _PEOPLE.get(status or "") or ("person", "people")
    words = "no" if count.qualifier == "none" else str(count)
    if count.qualifier == "vague" and count.low is None:
        words = "an unstated number of"
    return f"{words} {named[0] if count.stated == 1 else named[1]}"


def voice_of(claim: Claim) -> str:
    """Return who says it, to begin a sentence with."""
    name = voice_name(claim)
    return name[:1].upper() + name[1:]


def when(claim: Claim) -> str:
    """Return the claim's time in the text's own words, else its dates."""
    period = claim.period
    if period.words:
        return f"\u201c{' '.join(period.words.split())}\u201d"
    dates = [date for date in (period.start, period.end) if date]
    return " to ".join(dict.fromkeys(dates)) or period.duration or "a time not stated"


def where(claim: Claim) -> str:
    """Return the claim's places as worded, joined by "and"."""
    return listed(place.name for place in claim.places) or "a place not stated"


def listed(names: Iterable[str]) -> str:
    """Return names as English lists them.

    >>> listed(["Iraq", "Syria", "Yemen"])
    'Iraq, Syria and Yemen'
    """
    *most, last = [*names] or [""]
    return f"{', '.join(most)} and {last}" if most else last
