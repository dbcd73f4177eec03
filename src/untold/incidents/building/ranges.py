"""Ranges: what an incident's accounts add up to for each group, from the lowest floor to the highest ceiling.

Averaging would print a number that nobody claims. So an incident's range
holds every account's: its `low` is the least that an account states and its
`high` the most, and each bound leads to the claims that set it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from untold.claims.claim import Claim, Demographic, Harm, Status
from untold.incidents.incident import CasualtyRange
from untold.incidents.persons import counting, is_of_a_person

RULE = "lowest floor, highest ceiling"
_SILENT = frozenset({"hypothetical", "retracted", "denied"})
_Key = tuple[Harm, Status | None, Demographic | None]


class Bounded(Protocol):
    """What has a floor and a ceiling, each null where it sets none."""

    @property
    def low(self) -> int | None:
        """The floor."""

    @property
    def high(self) -> int | None:
        """The ceiling."""


@dataclass(frozen=True, slots=True)
class _Told:
    """One account's bounds for a group, over all that it says of it."""

    low: int | None
    high: int | None
    claims: tuple[Claim, ...]


def ranges_of(told: Iterable[Sequence[Claim]]) -> tuple[CasualtyRange, ...]:
    """Return the ranges of an incident from its accounts' claims, one for each harm, status and demographic.

    Claims that are denied, hypothetical, retracted or rejected never enter,
    nor do running totals. What a belligerent concedes stands beside what is
    documented, and is a range only where nobody else counts that group: who
    admits two of nine must not make the nine "two to nine". Two copies of one
    text change no bound: the least of equal floors is that floor. An account
    that lists persons says at least so many of them, unless it counts them as
    well.
    """
    counted = [[claim for claim in claims if is_counted(claim)] for claims in told]
    conceded = _by_group([claim for claim in claims if is_conceded(claim)] for claims in counted)
    documented = _by_group([claim for claim in claims if not is_conceded(claim)] for claims in counted)
    groups = conceded | documented
    return tuple(_range(key, groups[key]) for key in sorted(groups, key=_order))


def _by_group(told: Iterable[Sequence[Claim]]) -> dict[_Key, list[_Told]]:
    """Return what each account says, by the group that it says it of."""
    groups: dict[_Key, list[_Told]] = {}
    for claims in told:
        for key, own in _told(claims).items():
            groups.setdefault(key, []).append(own)
    return groups


def is_conceded(claim: Claim) -> bool:
    """Return whether a claim is a belligerent's own concession."""
    return claim.kind == "concession"


def is_counted(claim: Claim) -> bool:
    """Return whether a claim may enter an incident's range at all."""
    return (
        claim.kind in {"casualty", "concession"}
        and claim.scope == "incident"
        and claim.modality not in _SILENT
        and claim.state not in {"rejected", "ungrounded"}
        and (claim.count.low is not None or claim.count.high is not None)
    )


def _told(claims: Iterable[Claim]) -> dict[_Key, _Told]:
    """Return one account's bounds by group: of what it counts, else of the persons whom it lists."""
    counts, persons = counting(claims)
    listed = {key: _Told(len(own), None, tuple(own)) for key, own in _persons(persons).items()}
    return listed | {key: _together(own) for key, own in _grouped(counts).items()}


def _persons(claims: Iterable[Claim]) -> dict[_Key, list[Claim]]:
    """Return persons by group; each is in the whole group too."""
    found: dict[_Key, list[Claim]] = {}
    for claim in claims:
        for demographic in dict.fromkeys((claim.demographic, None)):
            found.setdefault((claim.harm, claim.status, demographic), []).append(claim)
    return found


def _grouped(claims: Iterable[Claim]) -> dict[_Key, list[Claim]]:
    found: dict[_Key, list[Claim]] = {}
    for claim in claims:
        found.setdefault((claim.harm, claim.status, claim.demographic), []).append(claim)
    return {key: wholes(own) for key, own in found.items()}


def wholes(claims: Sequence[Claim]) -> list[Claim]:
    """Leave out the parts of a whole that is in the same group: four of nine killed are not another count."""
    ids = {claim.id for claim in claims}
    return [claim for claim in claims if claim.part_of not in ids]


def _together(claims: list[Claim]) -> _Told:
    """Return one account's bounds: a source that says 3 and later 5 says 3 to 5."""
    lows, highs = [claim.count.low for claim in claims], [claim.count.high for claim in claims]
    low = None if None in lows else min(_whole(lows))
    high = None if None in highs else max(_whole(highs))
    return _Told(low, high, tuple(claims))


def _range(key: _Key, told: list[_Told]) -> CasualtyRange:
    low, high = lowest_floor(told), highest_ceiling(told)
    deciding = [claim for each in told for claim in each.claims if _sets(each, claim, low, high)]
    harm, status, demographic = key
    return CasualtyRange(harm, status, demographic, low, None, high, RULE, tuple(claim.id for claim in deciding))


def lowest_floor(told: Sequence[Bounded]) -> int | None:
    """Return the least floor; null where an account without one has its ceiling below every floor."""
    floors = _whole(each.low for each in told)
    open_below = _whole(each.high for each in told if each.low is None)
    if not floors or (open_below and min(open_below) < min(floors)):
        return None
    return min(floors)


def highest_ceiling(told: Sequence[Bounded]) -> int | None:
    """Return the greatest ceiling; null where an account without one has its floor above every ceiling."""
    ceilings = _whole(each.high for each in told)
    open_above = _whole(each.low for each in told if each.high is None)
    if not ceilings or (open_above and max(open_above) > max(ceilings)):
        return None
    return max(ceilings)


def _sets(told: _Told, claim: Claim, low: int | None, high: int | None) -> bool:
    if is_of_a_person(claim):
        return low is not None and told.low == low
    return (low is not None and claim.count.low == low) or (high is not None and claim.count.high == high)


def _whole(bounds: Iterable[int | None]) -> list[int]:
    return [bound for bound in bounds if bound is not None]


def _order(key: _Key) -> tuple[str, str, str]:
    harm, status, demographic = key
    return (harm, status or "", demographic or "")
