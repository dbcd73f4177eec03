"""Totals alone, which people bring first, and why nothing follows from them.

"One monitor says 380, another 519, the army 21: how many were killed?" The
three numbers fit three lists of the same people and three lists that share
nobody. Only who is on two lists says how many are on none.
"""

from collections.abc import Sequence

from untold.codebook.errors import UnusableLists

_REMEDY = (
    "totals do not say how many are on two lists at once, and only that says how many are on none; "
    "give one row for each person with a 0 or 1 for each list, or one row for each pattern of lists with its count"
)
_SHOWN = 5


def bare_counts(numbers: Sequence[str]) -> UnusableLists:
    """Return the error for totals of lists that came without the overlaps.

    >>> str(bare_counts(["380", "519", "21"])).split(":")[0]
    'bare counts (380, 519, 21)'
    """
    shown = ", ".join(numbers[:_SHOWN]) + (", …" if len(numbers) > _SHOWN else "")
    return UnusableLists(f"bare counts ({shown})" if shown else "bare counts", _REMEDY)
