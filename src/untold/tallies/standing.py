"""Which claims may enter arithmetic, and whose word each of them is.

Hypothetical, denied and retracted numbers are kept and shown, never tallied; a
restatement says again what another claim says. The rules that add and compare
claims all start from the same few facts, which are stated here once.
"""

from functools import lru_cache

from untold.claims.claim import Claim, Place
from untold.codebook.folding import name_key
from untold.codebook.places import KnownPlace, find_place

# A number that nobody asserts does not enter arithmetic (rules of the count, "modality").
_ASSERTED = frozenset({"asserted", "conceded", "estimated"})
# "Rejected" is a person's word; an ungrounded claim has words that its text does not hold.
_SET_ASIDE = frozenset({"rejected", "ungrounded"})


def is_countable(claim: Claim) -> bool:
    """Return whether the claim asserts a number that still stands."""
    return (
        claim.kind in {"casualty", "concession"}
        and claim.modality in _ASSERTED
        and claim.state not in _SET_ASIDE
        and has_number(claim)
    )


def has_number(claim: Claim) -> bool:
    """Return whether the words give any number at all; "several" gives none."""
    return any(number is not None for number in (claim.count.stated, claim.count.low, claim.count.high))


def number(claim: Claim) -> int | None:
    """Return the one number a claim is called by: as stated, else its floor, else its ceiling."""
    numbers = (claim.count.stated, claim.count.low, claim.count.high)
    return next((each for each in numbers if each is not None), None)


def voice(claim: Claim) -> str:
    """Return a key for who says it: the claimant, else who publishes, else the report itself."""
    for party in (claim.claimant, claim.medium):
        if party is not None:
            return party.id or name_key(party.name)
    return f"report {claim.report}"


def voice_name(claim: Claim) -> str:
    """Return who says it, as worded; the report itself where nobody is named."""
    for party in (claim.claimant, claim.medium):
        if party is not None:
            return party.name
    return "the report itself"


def group(claim: Claim) -> tuple[str | None, str | None, str | None]:
    """Return of whom the claim speaks: status, demographic and affiliation, each null when not stated."""
    affiliation = claim.affiliation
    return claim.status, claim.demographic, (affiliation.id or name_key(affiliation.name)) if affiliation else None


def place_keys(claim: Claim) -> frozenset[str]:
    """Return the places as keys; empty when the text does not say where.

    Spellings that the codebook knows are one place, and a country named beside
    a place within it ("Manbij, in Syria") adds nothing.
    """
    return _keys_of(claim.places)


@lru_cache(maxsize=4096)
def _keys_of(places: tuple[Place, ...]) -> frozenset[str]:
    known = {place: find_place(place.name) for place in places}
    within = {place.country for place in places if place.country and not _is_country(known[place])}
    kept = (place for place in places if not (_is_country(known[place]) and place.country in within))
    return frozenset(name_key(each.name if (each := known[place]) else place.name) for place in kept)


def _is_country(known: KnownPlace | None) -> bool:
    return known is not None and known.kind == "country"


def actor_keys(claim: Claim) -> frozenset[str]:
    """Return by whom, as keys, without those who the claim says did not do it."""
    return frozenset(each.id or name_key(each.name) for each in claim.attributed_to if each.role != "denied")
