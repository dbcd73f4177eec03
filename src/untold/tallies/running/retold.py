"""A headline's total beside the one that the text quotes: one window, one group, and two numbers.

A headline names no source. It says 470 where the monitor below it counts 467,
and the headline is what most people will have read. The two are set side by
side only where everything else that both say is the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from untold.claims.claim import Claim
from untold.tallies.bounds import bounds_of
from untold.tallies.standing import actor_keys, group, place_keys
from untold.tallies.windows import Window, window_of


@dataclass(frozen=True, slots=True)
class Retold:
    """A number that nobody is named for, and the one of a named source that it says otherwise, in one report."""

    unsourced: Claim
    sourced: Claim


def retold(claims: Iterable[Claim]) -> Iterator[Retold]:
    """Yield each number of a window without a source that excludes the one of a named source in the same report."""
    subjects: dict[object, list[Claim]] = {}
    for claim in claims:
        window = window_of(claim)
        if claim.scope != "incident" and claim.restates is None and window is not None:
            subjects.setdefault(_subject(claim, window), []).append(claim)
    for own in subjects.values():
        sourced = [claim for claim in own if claim.claimant is not None]
        for unsourced in (claim for claim in own if claim.claimant is None):
            other = next((claim for claim in sourced if _contradict(unsourced, claim)), None)
            if other is not None:
                yield Retold(unsourced, other)


def _subject(claim: Claim, window: Window) -> object:
    return claim.report, claim.scope, claim.harm, group(claim), window, actor_keys(claim), claim.means


def _contradict(one: Claim, other: Claim) -> bool:
    if place_keys(one) and place_keys(other) and place_keys(one) != place_keys(other):
        return False
    mine, yours = bounds_of(one.count), bounds_of(other.count)
    return (mine - yours).is_below_zero or (yours - mine).is_below_zero
