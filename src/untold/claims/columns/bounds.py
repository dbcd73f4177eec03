"""Counts written back as a minimum and a maximum, which is how most lists hold them."""

from collections.abc import Iterable, Sequence

from untold.claims.claim import Claim, Demographic, Harm, Kind, Status
from untold.codebook.counts import Count

UNKNOWN = "unknown"


def of_group(
    claims: Iterable[Claim],
    harm: Harm,
    *,
    status: Status | None,
    demographic: Demographic | None = None,
    kind: Kind = "casualty",
    affiliation: str | None = None,
) -> tuple[Claim, ...]:
    """Return the claims of one kind about one group and harm; retracted and rejected ones are none."""
    return tuple(
        claim
        for claim in claims
        if (claim.kind, claim.harm, claim.status, claim.demographic) == (kind, harm, status, demographic)
        and (claim.affiliation.name if claim.affiliation else None) == affiliation
        and claim.modality not in {"retracted", "hypothetical"}
        and claim.state != "rejected"
    )


def hull(claims: Sequence[Claim]) -> Count | None:
    """Return the bounds that contain every claim's, null for no claims; a side that one leaves open is open."""
    if not claims:
        return None
    if len(claims) == 1:
        return claims[0].count
    lows = [claim.count.low for claim in claims]
    highs = [claim.count.high for claim in claims]
    low = None if None in lows else min(bound for bound in lows if bound is not None)
    high = None if None in highs else max(bound for bound in highs if bound is not None)
    return Count(None, low, high, "exact" if low == high is not None else "range")


def as_bounds(count: Count | None) -> tuple[str, str]:
    """Return a count as a minimum and a maximum; nothing stated is empty, not known is "unknown".

    >>> as_bounds(Count.between(0, 1)), as_bounds(Count.at_least(3)), as_bounds(None), as_bounds(Count.vague())
    (('0', '1'), ('3', ''), ('', ''), ('unknown', 'unknown'))
    """
    if count is None:
        return "", ""
    if count.low is None and count.high is None:
        return UNKNOWN, UNKNOWN
    return _written(count.low), _written(count.high)


def _written(bound: int | None) -> str:
    return "" if bound is None else str(bound)
