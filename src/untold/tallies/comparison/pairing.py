"""Which numbers are set side by side: pairs of different voices on one harm.

A long article holds more pairs than anybody can read. Pairs that may be
compared are all kept; refused ones are kept where a reader would be tempted,
within one report, and the rest are counted.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from untold.claims.claim import Claim
from untold.tallies.comparison.record import Comparison, Item, Pair, SharedScope
from untold.tallies.comparison.scopes import objections
from untold.tallies.standing import is_countable, number, place_keys, voice

# A screen of refusals is as many as anybody reads; the rest is counted in `left_out`.
_MOST_REFUSALS = 24
# Reports on one place are compared pairwise; above this many claims a tally is the tool, not a list of pairs.
_MOST_CLAIMS_PER_PLACE = 60


def compare(claims: Iterable[Claim]) -> tuple[Comparison, ...]:
    """Return every harm's numbers by different sources, each pair with its verdict.

    Restatements, and hypothetical, denied, retracted or rejected claims take no
    part; claims about children, women or men are only set beside their like.
    """
    subjects: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if is_countable(claim) and claim.restates is None:
            subjects.setdefault((claim.harm, claim.demographic or ""), []).append(claim)
    made = (_comparison(own) for own in subjects.values())
    return tuple(comparison for comparison in made if comparison is not None)


def _comparison(claims: Sequence[Claim]) -> Comparison | None:
    candidates = list(_candidates(claims))
    if not candidates:
        return None
    pairs = [_pair(one, other) for one, other in candidates]
    allowed = [pair for pair in pairs if pair.verdict != "not_comparable"]
    refused = [pair for pair in pairs if pair.verdict == "not_comparable"]
    by_id = {claim.id: claim for claim in claims}
    kept = [*allowed, *(_with_nearest(pair, allowed, by_id) for pair in refused[:_MOST_REFUSALS])]
    shown = {name for pair in kept for name in (pair.a, pair.b)}
    items = [claim for claim in claims if claim.id in shown]
    return Comparison(_shared_scope(items), tuple(_item(claim) for claim in items), tuple(kept), len(pairs) - len(kept))


def _candidates(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Yield the pairs of different voices: all within a report, and across reports those on one place."""
    by_report: dict[str, list[Claim]] = {}
    by_place: dict[frozenset[str], list[Claim]] = {}
    for claim in claims:
        by_report.setdefault(claim.report, []).append(claim)
        if claim.places:
            by_place.setdefault(place_keys(claim), []).append(claim)
    for own in by_report.values():
        yield from (pair for pair in combinations(own, 2) if _differ(*pair))
    for own in by_place.values():
        pairs = combinations(own[:_MOST_CLAIMS_PER_PLACE], 2)
        yield from (pair for pair in pairs if pair[0].report != pair[1].report and _differ(*pair))


def _differ(one: Claim, other: Claim) -> bool:
    return voice(one) != voice(other)


def _pair(one: Claim, other: Claim) -> Pair:
    a, b = sorted((one, other), key=lambda claim: number(claim) or 0)
    against = objections(a, b)
    reasons = tuple(objection.reason for objection in against)
    if any(objection.refuses for objection in against):
        return Pair(a.id, b.id, "not_comparable", None, None, reasons, None)
    floor, floor_2 = a.count.low, b.count.low
    ratio = round(floor_2 / floor, 3) if floor and floor_2 is not None else None
    difference = floor_2 - floor if floor is not None and floor_2 is not None else None
    return Pair(a.id, b.id, "with_caveat" if reasons else "comparable", ratio, difference, reasons, None)


def _with_nearest(pair: Pair, allowed: Sequence[Pair], by_id: dict[str, Claim]) -> Pair:
    """Return the refused pair with the claim that may stand in the place of one of the two."""
    found = [
        _distance(by_id[stand_in], by_id[refused])
        for kept, refused in ((pair.a, pair.b), (pair.b, pair.a))
        for stand_in in _partners(kept, allowed)
        if voice(by_id[stand_in]) == voice(by_id[refused])
    ]
    nearest = min(found)[-1] if found else None
    return Pair(pair.a, pair.b, pair.verdict, pair.ratio, pair.difference, pair.reasons, nearest)


def _partners(claim_id: str, allowed: Sequence[Pair]) -> Iterator[str]:
    for pair in allowed:
        if claim_id in (pair.a, pair.b):
            yield pair.b if pair.a == claim_id else pair.a


def _distance(stand_in: Claim, refused: Claim) -> tuple[bool, int, str]:
    """Return how far a claim is from the one it stands in for: its own part or whole first, then by number."""
    is_kin = stand_in.part_of == refused.id or refused.part_of == stand_in.id
    return not is_kin, abs((number(stand_in) or 0) - (number(refused) or 0)), stand_in.id


def _item(claim: Claim) -> Item:
    return Item(claim.claimant or claim.medium, claim.id, claim.count.low, claim.count.high)


def _shared_scope(claims: Sequence[Claim]) -> SharedScope:
    first = claims[0]
    actors = {tuple(each.name for each in claim.attributed_to) for claim in claims}
    places = {place_keys(claim) for claim in claims}
    windows = {claim.period for claim in claims}
    statuses = {claim.status for claim in claims}
    return SharedScope(
        actors=actors.pop() or None if len(actors) == 1 else None,
        places=tuple(place.name for place in first.places) or None if len(places) == 1 else None,
        window=windows.pop() if len(windows) == 1 else None,
        harm=first.harm,
        status=statuses.pop() if len(statuses) == 1 else None,
        demographic=first.demographic,
        sources=tuple(dict.fromkeys(voice(claim) for claim in claims)),
    )
