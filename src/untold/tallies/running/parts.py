"""A part of a running total beside its whole: on one day, and in what both grew by between two days.

Children are within everybody, so they cannot grow by more than everybody did.
Where they do, people were counted as children later than they were counted as
killed, or the two numbers are not of one count.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from untold.tallies.bounds import Bounds, bounds_of
from untold.tallies.running.series import Series, Snapshot
from untold.tallies.running.steps import breaks_between


@dataclass(frozen=True, slots=True)
class Side:
    """A part and its whole on one day."""

    part: Snapshot
    whole: Snapshot


@dataclass(frozen=True, slots=True)
class Outgrown:
    """Two days between which a part grew by more than its whole: `part` and `whole` are by how much each grew."""

    before: Side
    after: Side
    part: Bounds
    whole: Bounds


def sides(part: Series, by_id: Mapping[str, Series]) -> tuple[Side, ...]:
    """Return the days on which both a series and its whole were reported; none where it is no part."""
    whole = by_id.get(part.whole or "")
    if whole is None:
        return ()
    on = {each.day: each for each in whole.snapshots if not each.is_carried}
    return tuple(Side(each, on[each.day]) for each in part.snapshots if not each.is_carried and each.day in on)


def above(beside: tuple[Side, ...]) -> tuple[Side, ...]:
    """Return the days on which the part is more than the whole."""
    return tuple(side for side in beside if (bounds_of(side.whole.count) - bounds_of(side.part.count)).is_below_zero)


def outgrown(beside: tuple[Side, ...]) -> tuple[Outgrown, ...]:
    """Return the steps in which the part grew by more than the whole, both under one definition."""
    return tuple(_outgrown(beside))


def _outgrown(beside: tuple[Side, ...]) -> Iterator[Outgrown]:
    for before, after in pairwise(beside):
        changed = {*breaks_between(before.part, after.part), *breaks_between(before.whole, after.whole)}
        part = bounds_of(after.part.count) - bounds_of(before.part.count)
        whole = bounds_of(after.whole.count) - bounds_of(before.whole.count)
        if "definition" not in changed and (whole - part).is_below_zero:
            yield Outgrown(before, after, part, whole)
