"""The terms that graphs share: one marginal table's log marginal likelihood, as a function of the unseen.

Under the hyper-Dirichlet law (Dawid and Lauritzen 1993) the table of any set
of lists is Dirichlet with the pseudo-counts that the full table sums to. Of
its cells only one holds the people on none of those lists, so only one
changes with N.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from untold.estimates.capture_table import CaptureTable
from untold.estimates.graphs.log_gamma import log_gammas

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Terms:
    """What all graphs need of a table, by the bit mask of a set of lists.

    `enumerated` is n. `whole` is the pseudo-count of the whole table. `off` is
    how many pseudo and enumerated units are on none of the set's lists.
    `constant` is what does not change with N.
    """

    enumerated: int
    whole: float
    off: Floats
    constant: Floats

    def at(self, unseen: Floats, chosen: NDArray[np.int32]) -> Floats:
        """Return the terms of the chosen sets of lists at every number of unseen units: sets by numbers, others 0."""
        shared = np.zeros((self.off.size, unseen.size))
        total = log_gammas(np.array([self.whole + self.enumerated]), unseen)
        shared[chosen] = log_gammas(self.off[chosen], unseen) + (self.constant[chosen, None] - total)
        return shared

    def ways(self, unseen: Floats) -> Floats:
        """Return the log of how many ways the seen and the unseen can be arranged, up to a constant."""
        seen, none = log_gammas(np.array([self.enumerated + 1.0, 1.0]), unseen)
        return np.asarray(seen - none)


def terms_of(table: CaptureTable, delta: float) -> Terms:
    """Return the terms of a table where each of its patterns has `delta` pseudo-counts beforehand.

    Source: Madigan and York (1997), equation 4, for any decomposable graph.
    """
    size = 1 << table.width
    marginal = _marginal_cells(table.width)
    sums = np.bincount(marginal.cell, weights=np.tile(table.cells, size), minlength=marginal.patterns)
    each = delta * marginal.share
    off = each + sums[marginal.starts]
    own = gammaln(np.repeat(each, marginal.sizes) + sums)
    constant = np.add.reduceat(own, marginal.starts) - own[marginal.starts]
    return Terms(table.enumerated, delta * size, off, constant - marginal.sizes * gammaln(each) + gammaln(delta * size))


@dataclass(frozen=True, slots=True)
class _MarginalCells:
    """The cells of the marginal tables of all sets of lists, one set after the other.

    `cell` is where each pattern of the whole table falls, for one set after
    the other. `starts` and `sizes` are of the sets' tables, of which the first
    cell is on none of their lists. `share` is the whole table's patterns that
    fall into a cell. `patterns` is how many cells there are.
    """

    cell: NDArray[np.int64]
    starts: NDArray[np.int64]
    sizes: NDArray[np.int64]
    share: Floats
    patterns: int


@cache
def _marginal_cells(width: int) -> _MarginalCells:
    whole = np.arange(1 << width)
    sizes = np.array([1 << int(chosen).bit_count() for chosen in whole])
    starts = np.cumsum(sizes) - sizes
    cell = [
        start + np.unique(whole & chosen, return_inverse=True)[1] for chosen, start in zip(whole, starts, strict=True)
    ]
    return _MarginalCells(np.concatenate(cell), starts, sizes, whole.size / sizes, int(sizes.sum()))
