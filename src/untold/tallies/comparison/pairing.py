"""Which numbers are set side by side: pairs of different voices on one harm.

A long article holds more pairs than anybody can read. Pairs that may be
compared are all kept; refused ones are kept where a reader would be tempted,
within one report, and the rest are counted.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from untold.claims.claim import CELLS_READER, Claim
from untold.tallies.comparison.record import Comparison, Item, Pair, SharedScope, Verdict
from untold.tallies.comparison.scopes import objections
from untold.tallies.standing import is_countable, number, place_keys, voice

# A screen of refusals is as many as anybody reads; the rest is counted in `left_out`.
_MOST_REFUSALS = 24
# Reports on one place are compared pairwise; above this many claims a tally is the tool, not a list of pairs.
_MOST_CLAIMS_PER_PLACE = 60


def compare(claims: Iterable[Claim]) -> tuple[Comparison, ...]:
    """Return the numbers of different sources for each harm, each pair with its verdict.

    Within a report all pairs are judged; across reports those that speak of
    the same places. Restatements, and hypothetical, denied, retracted or
    rejected claims take no part; claims about children, women or men are only
    set beside their like.
    """
    standing = [claim for claim in claims if is_countable(claim) and claim.restates is None]
    within = _grouped(standing, lambda claim: (claim.report, claim.harm, claim.demographic))
    across = _grouped(
        [claim for claim in standing if claim.places],
        lambda claim: (place_keys(claim), claim.harm, claim.demographic),
    )
    made = [_comparison(own, _pairs_of(own), _MOST_REFUSALS) for own in within]
    made += [_comparison(own, _pairs_across(own), 0) for own in across]
    return tuple(comparison for comparison in made if comparison is not None)


def _grouped(claims: Sequence[Claim], subject: Callable[[Claim], object]) -> list[list[Claim]]:
    groups: dict[object, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(subject(claim), []).append(claim)
    return list(groups.values())


def _pairs_of(claims: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    return [pair for pair in combinations(claims, 2) if _differ(*pair)]


def _pairs_across(claims: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    pairs = combinations(claims[:_MOST_CLAIMS_PER_PLACE], 2)
    return [pair for pair in pairs if pair[0].report != pair[1].report and _differ(*pair)]


def _comparison(
    claims: Sequence[Claim], candidates: Sequence[tuple[Claim, Claim]], most_refusals: int
) -> Comparison | None:
    pairs = [_pair(one, other) for one, other in candidates]
    allowed = [pair for pair in pairs if pair.verdict != "not_comparable"]
    refused = [pair for pair in pairs if pair.verdict == "not_comparable"][:most_refusals]
    by_id = {claim.id: claim for claim in claims}
    kept = (*allowed, *(_with_nearest(pair, allowed, by_id) for pair in refused))
    if not kept:
        return None
    shown = {name for pair in kept for name in (pair.a, pair.b)}
    items = [claim for claim in claims if claim.id in shown]
    return Comparison(_shared_scope(items), tuple(map(_item, items)), kept, len(pairs) - len(kept))


def _differ(one: Claim, other: Claim) -> bool:
    """Return whether two claims are of two voices; the same sentence in two reports is one story, copied."""
    return voice(one) != voice(other) and not _is_copied(one, other)


def _is_copied(one: Claim, other: Claim) -> bool:
    """Return whether two reports print one sentence; that two lists have the same number in a cell is no copy."""
    are_sentences = CELLS_READER not in {one.reader, other.reader}
    return are_sentences and one.report != other.report and one.quote.text == other.quote.text


def _pair(one: Claim, other: Claim) -> Pair:
    a, b = sorted((one, other), key=lambda claim: number(claim) or 0)
    against = objections(a, b)
    reasons = tuple(objection.reason for objection in against)
    if any(objection.refuses for objection in against):
        return Pair(a.id, b.id, "not_comparable", None, None, reasons, None)
    floor, floor_2 = a.count.low, b.count.low
    # "Dozens" has a floor by the codebook's rule, not by the source's word: no ratio is made of it.
    is_said = "vague" not in {a.count.qualifier, b.count.qualifier}
    ratio = round(floor_2 / floor, 3) if floor and floor_2 is not None and is_said else None
    difference = floor_2 - floor if floor is not None and floor_2 is not None and is_said else None
    verdict: Verdict = "with_caveat" if reasons else "comparable"
    return Pair(a.id, b.id, verdict, ratio, difference, (*reasons, *_allowed_ratios(a, b)), None)


def _allowed_ratios(a: Claim, b: Claim) -> Iterator[str]:
    """Yield what the bounds allow the ratio to be, where it is more than the one number that is printed."""
    ours, theirs = a.count, b.count
    if (ours.low, theirs.low) == (ours.high, theirs.high) and ours.low is not None and theirs.low is not None:
        return
    least = f"{theirs.low / ours.high:.3g}" if ours.high and theirs.low is not None else None
    most = f"{theirs.high / ours.low:.3g}" if ours.low and theirs.high is not None else None
    if least is not None and most is not None:
        yield f"the words allow any ratio from {least} to {most}"
    elif least is not None or most is not None:
        yield f"the words allow any ratio of {least or most} or {'more' if least else 'less'}"
    else:
        yield "the words set no bounds to the ratio"


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
