"""Which claims of a text are about one incident: by what ties them, by day and place, and by the flow of the text.

A round-up tells of nine strikes in nine paragraphs, and a long report of one
strike names the town once. So a part goes with its whole and a repetition with
what it repeats; another day or another place begins another incident; and what
names neither goes with what was told last. Running totals and counts of a
month are of no incident and are left out.
"""

from collections.abc import Iterable, Iterator, Sequence

from untold.claims.claim import Claim, Place
from untold.codebook.folding import name_key
from untold.codebook.places import find_place
from untold.codebook.wordlists import word_list

_KINDS = frozenset({"casualty", "concession", "denial"})
_LEFT_OUT = frozenset({"rejected", "ungrounded"})
_SILENT = frozenset({"hypothetical", "retracted"})
_WIDE = frozenset({"country", "region", "governorate"})
_WIDE_WORDS = frozenset(word_list("where")["wide"]["words"])
_SHORTEST_NAME = 3  # letters
_DAY = 10  # length of YYYY-MM-DD


def incidents_told(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], ...]:
    """Return the claims of one report by the incident that they are about, each group in the order of the text."""
    told = [claim for claim in claims if _is_of_an_incident(claim)]
    groups: list[list[Claim]] = []
    home: dict[str, list[Claim]] = {}
    for claim in sorted(told, key=lambda each: (offset_of(each), each.id)):
        group = _tied(claim, home) or _fitting(claim, groups)
        if group is None:
            group = []
            groups.append(group)
        group.append(claim)
        home[claim.id] = group
    return tuple(tuple(group) for group in groups)


def offset_of(claim: Claim) -> int:
    """Return where in the report a claim's count stands: the middle of its id."""
    return int(claim.id.split(":")[1])


def own_places(claim: Claim) -> tuple[Place, ...]:
    """Return the places that a claim's own sentence names; where it names none, those lent by the sentences around."""
    passages = claim.evidence.get("places", ())
    listed = passages if isinstance(passages, tuple) else (passages,)
    if len(listed) != len(claim.places):
        return claim.places
    within = tuple(
        place
        for place, passage in zip(claim.places, listed, strict=True)
        if claim.quote.start <= passage.start < claim.quote.end
    )
    return within or claim.places


def narrow_places(claim: Claim) -> frozenset[str]:
    """Return the keys of a claim's places that are narrower than a region: those that tell two strikes apart."""
    return frozenset(name_key(place.name) for place in own_places(claim) if is_narrow(place.name))


def narrowest_place(claim: Claim) -> Place | None:
    """Return the first of a claim's places, which stand narrowest first, unless it is a region or a country."""
    return next((place for place in own_places(claim) if is_narrow(place.name)), None)


def is_narrow(name: str) -> bool:
    """Tell whether a name is that of a town or less, and not a compass point's letter.

    >>> is_narrow("Karm"), is_narrow("Syria"), is_narrow("Aleppo governorate"), is_narrow("N")
    (True, False, False, False)
    """
    known = find_place(name)
    words = frozenset(name_key(name).split())
    is_wide = (known is not None and known.kind in _WIDE) or not _WIDE_WORDS.isdisjoint(words)
    return len(name) >= _SHORTEST_NAME and not is_wide


def is_same_day(one: str | None, other: str | None) -> bool:
    """Tell whether two ISO prefixes may be one day; a missing one may be any.

    >>> is_same_day("2016-03-14", "2016-03"), is_same_day("2016-03-14", "2016-03-15"), is_same_day(None, "2016")
    (True, False, True)
    """
    return one is None or other is None or one.startswith(other) or other.startswith(one)


def _is_of_an_incident(claim: Claim) -> bool:
    return (
        claim.scope == "incident"
        and claim.kind in _KINDS
        and claim.state not in _LEFT_OUT
        and claim.modality not in _SILENT
    )


def _tied(claim: Claim, home: dict[str, list[Claim]]) -> list[Claim] | None:
    """Return the group of a claim's whole, or of what it restates."""
    return next((home[other] for other in (claim.part_of, claim.restates) if other is not None and other in home), None)


def _fitting(claim: Claim, groups: Sequence[list[Claim]]) -> list[Claim] | None:
    """Return the group that a claim goes on with: one of its day and place, the last before the earlier ones.

    A claim that names no place, or no more than a region of the same country,
    goes on with the last told alone.
    """
    if not groups:
        return None
    places = narrow_places(claim)
    if not places:
        last = groups[-1]
        return last if _may_be_its_day(claim, last) and _may_be_its_country(claim, last) else None
    for group in reversed(groups):
        known = frozenset().union(*(narrow_places(each) for each in group))
        if _may_be_its_day(claim, group) and (known & places or (not known and group is groups[-1])):
            return group
    return None


def _may_be_its_day(claim: Claim, group: Sequence[Claim]) -> bool:
    days = [day for each in group for day in _days(each)]
    own = list(_days(claim))
    return not own or not days or any(is_same_day(one, other) for one in own for other in days)


def _may_be_its_country(claim: Claim, group: Sequence[Claim]) -> bool:
    own = {place.country for place in claim.places if place.country is not None}
    known = {place.country for each in group for place in each.places if place.country is not None}
    return not own or not known or bool(own & known)


def _days(claim: Claim) -> Iterator[str]:
    start = claim.period.start
    if start is not None and len(start) == _DAY:
        yield start
