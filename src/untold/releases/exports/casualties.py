"""The numbers of an incident as other lists want them: one group's bounds, and several groups' together.

Lists of the field have a cell for a number and none for doubt. What is not
known is an empty cell here, whatever the list; zero is written only where the
record says that it was nobody.
"""

from collections.abc import Iterable
from typing import NamedTuple

from untold.claims.claim import Demographic, Harm, Status
from untold.releases.exports.case import Case
from untold.releases.published import PublishedRange

GROUPS: tuple[Status, ...] = ("civilian", "unknown", "combatant", "armed_forces", "police")


class Bounds(NamedTuple):
    """How many people: each null where it is not known."""

    low: int | None
    high: int | None
    best: int | None


def bounds_of(case: Case, harm: Harm, status: Status | None, demographic: Demographic | None = None) -> Bounds | None:
    """Return an incident's bounds for a group, null where it states none or they are withheld.

    The best number is the one that the record's rule chooses, or the only one
    that there is.
    """
    found = next(
        (
            each
            for each in case.ranges
            if (each.harm, each.status, each.demographic) == (harm, status, demographic) and not each.is_suppressed
        ),
        None,
    )
    return None if found is None else _bounds(found)


def of_groups(case: Case, harm: Harm, *statuses: Status) -> Bounds | None:
    """Return the bounds of several groups together, as far as they are stated; null where none is.

    Where the numbers of one are withheld, only the floor of the others stands.
    """
    found = together(bounds_of(case, harm, status) for status in statuses)
    if found is None or not any(_is_withheld(case, harm, status) for status in statuses):
        return found
    return Bounds(found.low, None, None)


def of_everybody(case: Case, harm: Harm) -> Bounds | None:
    """Return the bounds of everybody: as stated, else of all groups that are, together."""
    stated = bounds_of(case, harm, None)
    if stated is not None:
        return stated
    found = of_groups(case, harm, *GROUPS)
    return Bounds(found.low, None, None) if found is not None and _is_withheld(case, harm, None) else found


def together(groups: Iterable[Bounds | None]) -> Bounds | None:
    """Return the bounds of groups that exclude each other, null where none of them is stated.

    A floor of one group is a floor of all; a ceiling needs every group's.

    >>> together([Bounds(3, 5, None), Bounds(1, None, 1), None])
    Bounds(low=4, high=None, best=None)
    """
    stated = [each for each in groups if each is not None]
    if not stated:
        return None
    floors = [each.low for each in stated if each.low is not None]
    return Bounds(
        sum(floors) if floors else None, _sum(each.high for each in stated), _sum(each.best for each in stated)
    )


def number(value: float | None) -> str:
    """Return a number as a cell holds it; what is not known is empty.

    >>> number(0), number(36.505), number(None)
    ('0', '36.505', '')
    """
    return "" if value is None else str(value)


def _is_withheld(case: Case, harm: Harm, status: Status | None) -> bool:
    return any(
        each.is_suppressed and (each.harm, each.status, each.demographic) == (harm, status, None)
        for each in case.ranges
    )


def _bounds(found: PublishedRange) -> Bounds:
    best = found.best
    if best is None and found.low is not None and found.low == found.high:
        best = found.low
    return Bounds(found.low, found.high, best)


def _sum(numbers: Iterable[int | None]) -> int | None:
    known = 0
    for each in numbers:
        if each is None:
            return None
        known += each
    return known
