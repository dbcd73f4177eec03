"""A running total in a few English words, for the sentences of its findings."""

from untold.claims.claim import Party
from untold.codebook.counts import Count
from untold.tallies.bounds import Bounds
from untold.tallies.running.series import Series, Snapshot, Step
from untold.tallies.running.steps import days_between
from untold.tallies.wording import people


def who_counts(series: Series, snapshot: Snapshot) -> str:
    """Return who says it, to begin a sentence with: "Gaza Health Ministry counts"."""
    party = snapshot.claimant or series.source
    return f"{_capital(party)} {'estimates' if series.modality == 'estimated' else 'counts'}"


def whom(series: Series, count: Count) -> str:
    """Return how many of whom, and what befell them: "1,953 people killed"."""
    affiliation = f" ({series.affiliation.name})" if series.affiliation else ""
    return f"{people(count, series.status, series.demographic)}{affiliation} {series.harm}"


def signed(difference: Bounds | None) -> str:
    """Return a difference in words.

    >>> signed(Bounds(-376, -376)), signed(Bounds(579, 579)), signed(Bounds(155, 159)), signed(Bounds(0, 0))
    ('376 fewer', '579 more', '155–159 more', 'none more')
    """
    if difference is None:
        return "an unknown number more"
    if difference.is_below_zero:
        turned = Bounds(-(difference.high or 0), None if difference.low is None else -difference.low)
        return f"{turned} fewer"
    return "none more" if difference == Bounds(0, 0) else f"{difference} more"


def days_in_words(step: Step) -> str:
    """Return the days of a step: "that day", "these 3 days"."""
    days = days_between(step.before, step.after)
    return "that day" if days == 1 else f"these {days} days"


def _capital(party: Party) -> str:
    return party.name[:1].upper() + party.name[1:]
