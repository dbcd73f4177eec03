"""A comparison: numbers of several sources on one harm, side by side, each pair with its verdict.

Two numbers that speak of different places, people or actors look alike in
print. A pair is therefore refused unless its scopes agree field by field, and
a refused pair names the number that may be compared instead.
"""

from dataclasses import dataclass
from typing import Literal

from untold.claims.claim import Demographic, Harm, Party, Period, Status

Verdict = Literal["comparable", "with_caveat", "not_comparable"]


@dataclass(frozen=True, slots=True)
class SharedScope:
    """What all items of a comparison have in common; null where they differ or do not say."""

    actors: tuple[str, ...] | None
    places: tuple[str, ...] | None
    window: Period | None
    harm: Harm
    status: Status | None
    demographic: Demographic | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One source's number; `claim` is the claim's id, `low` and `high` its bounds as worded."""

    source: Party | None
    claim: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of different sources, `a` the smaller and `b` the larger number.

    `ratio` is b's floor over a's, to three decimals, and `difference` b's floor
    less a's; both are null for a refused pair and where a floor is missing.
    `reasons` are the caveats or refusals, in words. `nearest` is, for a refused
    pair, the claim that may be compared with one of the two in the other's place.
    """

    a: str
    b: str
    verdict: Verdict
    ratio: float | None
    difference: int | None
    reasons: tuple[str, ...]
    nearest: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The pairs of one harm and demographic, in one report or across several; `left_out` counts those not listed."""

    scope: SharedScope
    items: tuple[Item, ...]
    pairs: tuple[Pair, ...]
    left_out: int = 0
