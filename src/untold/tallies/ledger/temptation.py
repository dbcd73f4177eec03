"""Which refused pairs a person needs to see: those that somebody might set side by side.

Nobody compares civilians with fighters. The record holds such a pair, with its
reasons; a page that printed them all would bury the pair that matters.
"""

from untold.claims.claim import Claim
from untold.tallies.comparison import Pair


def worth_showing(pair: Pair, by_id: dict[str, Claim]) -> bool:
    """Return whether the pair is allowed, or refused though its people look alike."""
    if pair.verdict != "not_comparable":
        return True
    one, other = by_id[pair.a], by_id[pair.b]
    return one.status is None or other.status is None or one.status == other.status
