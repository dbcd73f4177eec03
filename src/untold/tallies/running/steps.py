"""From one snapshot to the next: what a running total grew by, and what the source's own counts make of it.

A total and its daily counts are two tellings of one thing, often typed by two
people. Where they part, somebody was added, taken out or counted anew without
a word, and the day on which it happened is the place to ask.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from untold.claims.claim import Party
from untold.tallies.bounds import Bounds, bounds_of, total
from untold.tallies.running.series import BreakKind, OwnCount, Series, Snapshot, Step, Verdict

_NOTHING = Bounds(0, 0)


def steps(series: Series) -> tuple[Step, ...]:
    """Return the steps between the reported snapshots of a series, in order.

    A snapshot that repeats an earlier report is none of its own, and no step
    leads to it or from it.
    """
    reported = [each for each in series.snapshots if not each.is_carried]
    waiting = _Waiting(series.own)
    return tuple(_step(before, after, waiting.within(before.day, after.day)) for before, after in pairwise(reported))


def breaks_between(before: Snapshot, after: Snapshot) -> tuple[BreakKind, ...]:
    """Return what the source itself says has changed: who counts, how, or which hours a report covers."""
    return tuple(_breaks(before, after))


def days_between(before: Snapshot, after: Snapshot) -> int:
    """Return how many days a step takes: the days after the one snapshot, up to the day of the other."""
    return _days(before.day, after.day)


@dataclass(slots=True)
class _Waiting:
    """Own counts in the order of their last days, of which each step takes those that lie in it."""

    own: Sequence[OwnCount]
    at: int = 0

    def within(self, before: str, after: str) -> tuple[OwnCount, ...]:
        """Return the counts whose days all lie after the one day and up to the other."""
        while self.at < len(self.own) and self.own[self.at].last <= before:
            self.at += 1
        until = self.at
        while until < len(self.own) and self.own[until].last <= after:
            until += 1
        return tuple(each for each in self.own[self.at : until] if each.first > before)


def _step(before: Snapshot, after: Snapshot, within: Sequence[OwnCount]) -> Step:
    breaks = breaks_between(before, after)
    days = days_between(before, after)
    if "definition" in breaks:
        return Step(before, after, "restarts", breaks, None, None, None, days)
    difference = bounds_of(after.count) - bounds_of(before.count)
    own = _apart(within)
    if not own:
        verdict: Verdict = "falls" if difference.is_below_zero else "uncounted"
        return Step(before, after, verdict, breaks, difference, None, None, days)
    counted = total(each.count for each in own)
    uncounted = days - sum(_days(each.first, each.last) + 1 for each in own)
    residual = difference - counted
    verdict = _verdict(difference, residual, uncounted)
    return Step(before, after, verdict, breaks, difference, counted, residual, uncounted, own)


def _verdict(difference: Bounds, residual: Bounds, uncounted_days: int) -> Verdict:
    if difference.is_below_zero:
        return "falls"
    if residual.is_below_zero:
        return "differs"
    if uncounted_days:
        return "partly_counted"
    if residual == _NOTHING:
        return "agrees"
    return "differs" if residual.low is not None and residual.low > 0 else "uncounted"


def _apart(own: Sequence[OwnCount]) -> tuple[OwnCount, ...]:
    """Return counts that can be added: none of a day twice, one number for one window; none where they cannot."""
    distinct = list({(each.first, each.last, each.count): each for each in own}.values())
    ordered = sorted(distinct, key=lambda each: each.first)
    is_apart = all(one.last < other.first for one, other in pairwise(ordered))
    return tuple(ordered) if is_apart else ()


def _breaks(before: Snapshot, after: Snapshot) -> Iterator[BreakKind]:
    if _who(before.claimant) != _who(after.claimant):
        yield "source"
    if before.definition != after.definition or (before.since and after.since and before.since != after.since):
        yield "definition"
    if before.hours != after.hours:
        yield "hours"


def _who(party: Party | None) -> str | None:
    return None if party is None else party.id or party.name


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
