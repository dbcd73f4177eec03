"""Whether a claim says what a label says, field by field.

Names are compared as a reader of a newspaper would: "the Observatory" written
with or without its article, "Idlib" for "Idlib province"; never more loosely.
"""

from collections.abc import Callable

from tests.evaluation.labels import Label
from untold.claims.claim import Claim, Party
from untold.codebook.folding import name_key

_ARTICLES = frozenset({"the", "a", "an"})
_PLACE_KINDS = frozenset(
    # what a place is called by its kind or its side, which is no part of its name
    name_key(
        "province city town village district countryside governorate neighborhood neighbourhood area region the of in "
        "al el street regions villages towns near northern southern eastern western central north south east west"
    ).split()
)


def same_count(label: Label, claim: Claim) -> bool:
    """Return whether the number as written and both bounds are the label's."""
    return label.bounds == (claim.count.stated, claim.count.low, claim.count.high)


def same_claimant(label: Label, claim: Claim) -> bool:
    """Return whether the label and the claim name one claimant, or both none."""
    if label.claimant is None or claim.claimant is None:
        return label.claimant is None and claim.claimant is None
    return is_named(claim.claimant, label.claimant)


def is_named(party: Party, name: str) -> bool:
    """Return whether a party is meant by a slug or a name, one inside the other at whole words.

    >>> is_named(Party("sohr", "the Observatory"), "sohr")
    True
    >>> is_named(Party(None, "Activists"), "local activists")
    True
    >>> is_named(Party(None, "army"), "activists")
    False
    """
    if party.id == name:
        return True
    read, wanted = _words(party.name, _ARTICLES), _words(name, _ARTICLES)
    slug = [] if party.id is None else _words(party.id, _ARTICLES)
    return any(_holds(a, b) for a, b in ((read, wanted), (wanted, read), (slug, wanted), (wanted, slug)))


def _words(name: str, without: frozenset[str]) -> list[str]:
    return [word for word in name_key(name).split() if word not in without]


def _holds(longer: list[str], shorter: list[str]) -> bool:
    size = len(shorter)
    return size > 0 and any(longer[i : i + size] == shorter for i in range(len(longer) - size + 1))


def same_status(label: Label, claim: Claim) -> bool:
    """Return whether both give the same status of the people harmed, or none."""
    return label.status == claim.status


def same_period(label: Label, claim: Claim) -> bool:
    """Return whether both ends of the window are the label's, as ISO prefixes."""
    return label.period == (claim.period.start, claim.period.end)


def same_places(label: Label, claim: Claim) -> bool:
    """Return whether one of the label's places is among the claim's, or both have none.

    A report that lists four neighborhoods for one shelling names one event's
    place four times; `all_places` asks for every one of them.
    """
    wanted, read = _both_places(label, claim)
    return any(_is_same_place(one, other) for one in wanted for other in read) if wanted else not read


def all_places(label: Label, claim: Claim) -> bool:
    """Return whether the label's places are all among the claim's, and none are where the label has none."""
    wanted, read = _both_places(label, claim)
    return wanted <= read if wanted else not read


def _is_same_place(one: str, other: str) -> bool:
    """Return whether one name holds the other at whole words ("Sheraton Hotel", "Damascus Sheraton Hotel")."""
    return _holds(one.split(), other.split()) or _holds(other.split(), one.split())


def _both_places(label: Label, claim: Claim) -> tuple[set[str], set[str]]:
    return {_place(name) for name in label.places}, {_place(place.name) for place in claim.places}


def _place(name: str) -> str:
    return " ".join(_words(name, _PLACE_KINDS)) or name_key(name)


def same_scope(label: Label, claim: Claim) -> bool:
    """Return whether both speak of one event, a window, or a running total."""
    return label.scope == claim.scope


def same_modality(label: Label, claim: Claim) -> bool:
    """Return whether both assert, deny, concede, estimate, suppose or retract."""
    return label.modality == claim.modality


def claimant_shown(claim: Claim) -> str:
    """Return a claim's claimant as a list of misses shows it."""
    return "nobody" if claim.claimant is None else f"{claim.claimant.id or '-'} {claim.claimant.name!r}"


Agrees = Callable[[Label, Claim], bool]
FIELDS: dict[str, tuple[Agrees, Callable[[Label], str], Callable[[Claim], str]]] = {
    "claimant": (same_claimant, lambda label: str(label.claimant), claimant_shown),
    "status": (same_status, lambda label: str(label.status), lambda claim: str(claim.status)),
    "period": (
        same_period,
        lambda label: f"{label.period}",
        lambda claim: f"{(claim.period.start, claim.period.end)} {claim.period.words!r} {claim.period.basis}",
    ),
    "place_all": (all_places, lambda label: f"{label.places}", lambda claim: f"{[p.name for p in claim.places]}"),
    "place": (same_places, lambda label: f"{label.places}", lambda claim: f"{[p.name for p in claim.places]}"),
    "scope": (same_scope, lambda label: label.scope, lambda claim: claim.scope),
    "modality": (same_modality, lambda label: label.modality, lambda claim: claim.modality),
}
