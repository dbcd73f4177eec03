"""One period against another: a month cannot hold more dead than its year.

When one claimant's count for a shorter window exceeds its count for a longer
one that contains it, at least one of the two numbers, or of the two windows,
is not what it seems.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from untold.claims.claim import Claim
from untold.tallies.bounds import bounds_of
from untold.tallies.checks.record import Check, number_passage
from untold.tallies.standing import actor_keys, group, number, place_keys, voice
from untold.tallies.windows import relation, window_of
from untold.tallies.wording import voice_of, when, who


def check_windows(claims: Sequence[Claim]) -> Iterator[Check]:
    """Yield each pair in which the shorter window holds more than the longer one around it."""
    subjects: dict[object, dict[object, Claim]] = {}
    for claim in claims:
        if claim.claimant is not None and claim.restates is None and claim.scope != "incident":
            # The same number for the same window says nothing new, however many reports carry it.
            subjects.setdefault(_subject(claim), {}).setdefault((_window(claim), claim.count), claim)
    for own in subjects.values():
        # Most pairs do not contradict each other, whichever window were the longer one: they are not laid over at all.
        for one, other in combinations(own.values(), 2):
            if not (_is_below(one, other) or _is_below(other, one)):
                continue
            match relation(one, other):
                case "inside":
                    yield from _compare(one, other)
                case "around":
                    yield from _compare(other, one)
                case _:
                    pass


def _subject(claim: Claim) -> object:
    """Return whom, where and by whom the claim is about; a time without dates only means something in its report."""
    undated = claim.report if window_of(claim) is None else None
    whose = undated, voice(claim), claim.harm, group(claim), claim.part_of
    return whose, place_keys(claim), actor_keys(claim), claim.means


def _window(claim: Claim) -> object:
    return window_of(claim) or claim.period


def _is_below(one: Claim, other: Claim) -> bool:
    """Return whether the one's number is surely lower than the other's."""
    return one.count.high is not None and other.count.low is not None and one.count.high < other.count.low


def _compare(shorter: Claim, longer: Claim) -> Iterator[Check]:
    rest = bounds_of(longer.count) - bounds_of(shorter.count)
    if not rest.is_below_zero:
        return
    is_sure = bool(longer.places and longer.attributed_to)  # else the two may not be about the same place or actor
    yield Check(
        "period_in_period",
        "error" if is_sure else "warning",
        (longer.id, shorter.id),
        number(longer),
        number(shorter),
        rest.number(),
        (number_passage(longer), number_passage(shorter)),
        f"{voice_of(longer)} counts {who(shorter)} for {when(shorter)}, "
        f"but only {who(longer)} for {when(longer)}, which contains it.",
    )
