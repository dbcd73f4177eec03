"""Counts written back into a list's cells: a minimum and a maximum, or the words of one cell."""

from collections.abc import Sequence

from untold.claims.claim import Claim
from untold.claims.columns.bounds import as_bounds
from untold.reports.report import Passage


def bounds_written(claim: Claim) -> tuple[str, str]:
    """Return the two cells of a minimum and a maximum for a claim.

    A claim that was read from two cells gets their words back; any other gets
    its bounds, and an empty cell for a bound that is not known, or "unknown"
    twice where the source says so.
    """
    counted = claim.evidence.get("count")
    if isinstance(counted, tuple) and len(counted) == 2 and claim.state == "read":  # noqa: PLR2004 - a minimum and a maximum
        return counted[0].text, counted[1].text
    if isinstance(counted, Passage) and claim.count.qualifier == "vague":
        return counted.text, counted.text
    return as_bounds(claim.count)


def one_written(claim: Claim | None) -> str:
    """Return the one cell of a claim's count: its own words, or its bounds as a range."""
    if claim is None:
        return ""
    counted = claim.evidence.get("count")
    if isinstance(counted, Passage) and claim.state == "read":
        return counted.text
    low, high = as_bounds(claim.count)
    return low if low == high else f"{low}-{high}" if low and high else f"at least {low}" if low else f"up to {high}"


def said(claims: Sequence[Claim], field: str, n: int = 0) -> str:
    """Return the words behind a field of the first claim that has any, the n-th of several, else nothing."""
    for claim in claims:
        found = claim.evidence.get(field)
        passages = found if isinstance(found, tuple) else () if found is None else (found,)
        if n < len(passages):
            return passages[n].text
    return ""
