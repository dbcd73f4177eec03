"""Groups counted beside each other against the claimant's own total.

A monitor gives 380 civilians, 4,108 fighters of one group and 136 of another,
and a total of 4,643. Nothing in the words makes the groups parts of the total,
so nobody adds them up; this check does, and names the 19 who are left.
"""

from collections.abc import Iterator, Sequence

from untold.claims.claim import Claim
from untold.tallies.bounds import Bounds, bounds_of, total
from untold.tallies.checks.record import Check, Severity, number_passage
from untold.tallies.standing import group, number, place_keys, voice
from untold.tallies.wording import listed, voice_of, who

_WITHOUT_STATUS = frozenset({None, "unknown"})


def check_groups(claims: Sequence[Claim]) -> Iterator[Check]:
    """Yield, for each total of a claimant, the sum of that claimant's disjoint groups in the same report."""
    tellings: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if claim.part_of is None and claim.restates is None and claim.claimant is not None:
            tellings.setdefault((claim.report, voice(claim)), []).append(claim)
    for own in tellings.values():
        for whole in filter(_is_total, own):
            groups = _groups_beside(whole, own)
            # A total that is one of the groups' own numbers is that group, told again without its status.
            if len(groups) > 1 and number(whole) not in {number(claim) for claim in groups}:
                yield _sum(whole, groups)


def _is_total(claim: Claim) -> bool:
    return claim.status in _WITHOUT_STATUS and claim.demographic is None and claim.affiliation is None


def _groups_beside(whole: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """Return one claim for each group of people that the claimant tells apart."""
    found: dict[tuple[str | None, str | None], Claim] = {}
    for claim in claims:
        if claim is not whole and _is_beside(whole, claim):
            status, _, affiliation = group(claim)
            found.setdefault((status, affiliation), claim)
    named = {status for status, affiliation in found if affiliation is not None}
    # "4,244 fighters" beside "4,108 of one group and 136 of another" holds them both already.
    return [claim for (status, affiliation), claim in found.items() if affiliation or status not in named]


def _is_beside(whole: Claim, claim: Claim) -> bool:
    return (
        claim.status not in _WITHOUT_STATUS
        and claim.demographic is None
        and claim.harm in {whole.harm, "killed" if whole.harm == "casualties" else whole.harm}
        and _is_one_occasion(whole, claim)
    )


def _is_one_occasion(whole: Claim, claim: Claim) -> bool:
    """Return whether the two may speak of the same thing: one incident, or both a longer time."""
    apart = place_keys(whole) and place_keys(claim) and not place_keys(whole) & place_keys(claim)
    if apart or (whole.scope == "incident") != (claim.scope == "incident"):
        return False
    return whole.scope != "incident" or (whole.period.start, whole.period.end) == (claim.period.start, claim.period.end)


def _sum(whole: Claim, groups: Sequence[Claim]) -> Check:
    rest = bounds_of(whole.count) - total(claim.count for claim in groups)
    numbers = [number(claim) for claim in groups]
    return Check(
        "groups_sum",
        _severity(rest),
        (whole.id, *(claim.id for claim in groups)),
        number(whole),
        sum(each for each in numbers if each is not None) if None not in numbers else None,
        rest.number(),
        (number_passage(whole), *(number_passage(claim) for claim in groups)),
        _message(whole, groups, rest),
    )


def _severity(rest: Bounds) -> Severity:
    if rest.is_below_zero:
        return "error"
    return "warning" if rest.low is not None and rest.low > 0 else "info"


def _message(whole: Claim, groups: Sequence[Claim], rest: Bounds) -> str:
    summed = total(claim.count for claim in groups)
    said = f"{voice_of(whole)} counts {who(whole)} in all, and {listed(who(claim) for claim in groups)}"
    if rest.is_below_zero:
        left = f"the groups make {summed}, {-(rest.high or 0):,} more than the total."
    elif rest == Bounds(0, 0):
        left = f"the groups make {summed}, which is the total."
    else:
        left = f"the groups make {summed}, and {rest} of the total are in none of them."
    return " ".join([f"{said}: {left}", *_notes(whole, groups)])


def _notes(whole: Claim, groups: Sequence[Claim]) -> Iterator[str]:
    if any(claim.harm != whole.harm for claim in groups):
        yield f"The total speaks of {whole.harm}, the groups of {listed(sorted({claim.harm for claim in groups}))}."
    if len({claim.scope for claim in (whole, *groups)}) > 1:
        yield "Not all of them cover the same time."
