"""Claims of one named person each: a list of the dead says "at least so many", and never "one".

Each row of such a list is a claim of one person killed. Taken for counts of
the incident they would all say one; taken together they are a floor, because
nobody's list is known to be whole. Where the same account also counts, its
persons are among those it counts.
"""

from collections.abc import Iterable, Sequence

from untold.claims.claim import Claim


def is_of_a_person(claim: Claim) -> bool:
    """Return whether a claim tells of one person by name or description."""
    return claim.count.stated == 1 and "name" in claim.evidence


def counting(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """Return those of an account's claims that count, and those of single persons, which only together say a number."""
    listed: Sequence[Claim] = tuple(claims)
    persons = tuple(claim for claim in listed if is_of_a_person(claim))
    return tuple(claim for claim in listed if not is_of_a_person(claim)), persons
