"""Which refused pairs a person needs to see: those that somebody might set side by side.

Nobody compares civilians with fighters. The record holds such a pair, with its
reasons; a page that printed them all would bury the pair that matters.
"""

from untold.claims.claim import Claim
from untold.tallies.comparison import Comparison, Pair

_MOST_REFUSED = 5  # more than a handful of refusals is read by nobody; the rest is folded away


def worth_showing(comparison: Comparison, by_id: dict[str, Claim]) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """Return the pairs to show, and the refused ones to fold away.

    A refused pair that has a comparable number to go to comes first.
    """
    allowed = [pair for pair in comparison.pairs if pair.verdict != "not_comparable"]
    refused = [pair for pair in comparison.pairs if pair.verdict == "not_comparable"]
    tempting = sorted((pair for pair in refused if _looks_alike(pair, by_id)), key=lambda pair: pair.nearest is None)
    shown = (*allowed, *tempting[:_MOST_REFUSED])
    return shown, tuple(pair for pair in refused if pair not in shown)


def _looks_alike(pair: Pair, by_id: dict[str, Claim]) -> bool:
    one, other = by_id[pair.a], by_id[pair.b]
    return one.status is None or other.status is None or one.status == other.status
