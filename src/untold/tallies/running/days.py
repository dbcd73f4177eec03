"""The snapshots of a series, one a day: what a running total was on that day, by every claim of it."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from untold.claims.claim import Claim
from untold.codebook.counts import Count
from untold.reports.report import Passage
from untold.tallies.bounds import bounds_of
from untold.tallies.running.series import Snapshot

_DAY = len("2016-03-14")


def day_of(claim: Claim, published: Mapping[str, str]) -> str | None:
    """Return the last day that a running total holds, null where its words and its report leave that open.

    "To date" is to the day on which the report came out. "By March" is no
    day, and is not made one.
    """
    day = claim.period.end or published.get(claim.report)
    return None if day is None or len(day) < _DAY else day[:_DAY]


def snapshots_of(dated: Sequence[tuple[str, Claim]]) -> tuple[Snapshot, ...]:
    """Return a snapshot for each day of a series, in order."""
    ordered = sorted(dated, key=lambda each: each[0])
    return tuple(
        _snapshot(day, [claim for _, claim in same]) for day, same in groupby(ordered, key=lambda each: each[0])
    )


def _snapshot(day: str, claims: Sequence[Claim]) -> Snapshot:
    first = claims[0]
    return Snapshot(
        day=day,
        count=_held(claims),
        claims=tuple(claim.id for claim in claims),
        passages=tuple(number_words(claim) for claim in claims),
        claimant=first.claimant,
        since=first.period.start,
        definition=_words(first, "definition"),
        hours=_hours(first),
        is_carried=all(claim.period.basis == "carried" for claim in claims),
        is_contradicted=any(_excludes(first.count, claim.count) for claim in claims[1:]),
    )


def _held(claims: Sequence[Claim]) -> Count:
    """Return the one count of a day, or the bounds that hold all of them: nobody chooses between two numbers."""
    counts = list(dict.fromkeys(claim.count for claim in claims))
    if len(counts) == 1:
        return counts[0]
    lows, highs = [count.low for count in counts], [count.high for count in counts]
    low = None if None in lows else min(bound for bound in lows if bound is not None)
    high = None if None in highs else max(bound for bound in highs if bound is not None)
    return Count(None, low, high, "range")


def _excludes(one: Count, other: Count) -> bool:
    mine, yours = bounds_of(one), bounds_of(other)
    return (mine - yours).is_below_zero or (yours - mine).is_below_zero


def _hours(claim: Claim) -> int | None:
    words = _words(claim, "hours")
    return int(words) if words is not None and words.isdecimal() else None


def _words(claim: Claim, field: str) -> str | None:
    found = claim.evidence.get(field)
    return None if found is None else found.text if isinstance(found, Passage) else found[0].text


def number_words(claim: Claim) -> Passage:
    """Return the words that give a claim's number, or its whole sentence."""
    found = claim.evidence.get("count", claim.quote)
    return found if isinstance(found, Passage) else found[0]
