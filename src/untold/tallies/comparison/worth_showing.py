"""Which pairs of a comparison a person needs to see first."""

from collections.abc import Sequence

from untold.tallies.comparison.record import Pair

_MOST_ALLOWED = 12  # a screen of pairs; the rest is folded away, and the record holds them all
_MOST_REFUSED = 5


def shown_pairs(pairs: Sequence[Pair]) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """Return the pairs to show, and those to fold away.

    Of those that may not be compared the ones come first that have a number to
    compare instead.
    """
    allowed = [pair for pair in pairs if pair.verdict != "not_comparable"]
    refused = sorted(
        (pair for pair in pairs if pair.verdict == "not_comparable"), key=lambda pair: pair.nearest is None
    )
    shown = (*allowed[:_MOST_ALLOWED], *refused[:_MOST_REFUSED])
    return shown, (*allowed[_MOST_ALLOWED:], *refused[_MOST_REFUSED:])
