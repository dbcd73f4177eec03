"""One claimant, one group, two numbers.

The same page can say both 66 and 70. Neither is corrected here; both are
named, so that nobody quotes one without knowing of the other.
"""

from collections.abc import Iterator, Sequence

from untold.claims.claim import CELLS_READER, Claim
from untold.tallies.bounds import bounds_of
from untold.tallies.checks.record import Check, number_passage
from untold.tallies.standing import actor_keys, group, number, place_keys, voice
from untold.tallies.wording import voice_of, who


def check_repeats(claims: Sequence[Claim]) -> Iterator[Check]:
    """Yield the groups for which a claimant gives numbers in one report that exclude each other."""
    subjects: dict[object, list[Claim]] = {}
    for claim in claims:
        if claim.claimant is not None and claim.restates is None and _is_placed(claim):
            subjects.setdefault(_subject(claim), []).append(claim)
    for first, *later in subjects.values():
        other = next((claim for claim in later if _contradicts(first, claim)), None)
        if other is not None:
            yield _two_numbers(first, other)


def _is_placed(claim: Claim) -> bool:
    """Return whether the claim says enough of when to be told from its neighbour.

    Two incidents without a date may be two incidents; a running total may not.
    """
    dated = claim.period.start or claim.period.end or claim.period.duration
    return claim.scope == "cumulative" or (dated is not None and bool(claim.places))


def _subject(claim: Claim) -> object:
    period = (claim.period.start, claim.period.end, claim.period.duration)
    # Two columns of a list are two definitions (verified, and reported so far): they may differ.
    column = claim.rule if claim.reader == CELLS_READER else None
    whose = (claim.report, voice(claim), claim.harm, group(claim), claim.part_of, column)
    return whose, claim.scope, period, place_keys(claim), actor_keys(claim), claim.means


def _contradicts(first: Claim, other: Claim) -> bool:
    """Return whether two sentences give numbers that exclude each other; one sentence counts two groups."""
    one, two = bounds_of(first.count), bounds_of(other.count)
    return first.quote != other.quote and ((one - two).is_below_zero or (two - one).is_below_zero)


def _two_numbers(first: Claim, other: Claim) -> Check:
    stated, expected = number(first), number(other)
    return Check(
        "two_numbers",
        "warning",
        (first.id, other.id),
        stated,
        expected,
        None if stated is None or expected is None else stated - expected,
        (number_passage(first), number_passage(other)),
        f"{voice_of(first)} gives two numbers for what seems to be one group: {who(first)}, and {who(other)}.",
    )
