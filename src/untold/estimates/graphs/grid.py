"""Numbers of unseen units in cells that are narrow where the posterior is, and wide where it is not.

A grid of every whole number up to a chosen end is slow, and the end cuts what
lies beyond it. Cells grow with the number up to more people than live, and
are parted again wherever they hold much of the posterior or it is steep there.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

MOST_UNSEEN = 2.0**34  # 17 thousand million: more people than live
_PER_DOUBLING = 4
_MOST_PIECES = 64.0
_SMALLEST = 1e-8  # a cell with less of the whole mass than this need not be accurate


@dataclass(frozen=True, slots=True)
class Cells:
    """Neighbouring ranges of whole numbers, from `first` to `last`, both in."""

    first: Floats
    last: Floats

    @property
    def middle(self) -> Floats:
        """Return the middle of each cell, a whole number or a half."""
        return (self.first + self.last) / 2

    @property
    def width(self) -> Floats:
        """Return how many whole numbers each cell has."""
        return self.last - self.first + 1


def cells_between(edges: Floats) -> Cells:
    """Return the cells that begin at each edge but the last, which is the first number outside.

    >>> cells_between(np.array([0.0, 1.0, 4.0])).middle.tolist()
    [0.0, 2.0]
    """
    return Cells(edges[:-1], edges[1:] - 1)


def widening_cells(within: tuple[float, float], turns: Floats) -> Cells:
    """Return cells over a range, both ends in, four to each doubling, with a border at each of the `turns`."""
    fewest, most = within
    doublings = np.arange(0, _PER_DOUBLING * np.log2(most + 2) + 1)
    grown = np.floor(2 ** (doublings / _PER_DOUBLING)) - 1
    edges = np.concatenate((grown, np.floor(turns), np.floor(turns) + 1, (fewest, most + 1)))
    return cells_between(np.unique(edges[(edges >= fewest) & (edges <= most + 1)]))


def parted(cells: Cells, pieces: Floats) -> Cells:
    """Return the cells with each cut into so many pieces, or as many as it has numbers.

    >>> parted(cells_between(np.array([0.0, 1.0, 4.0])), np.array([2.0, 2.0])).first.tolist()
    [0.0, 1.0, 2.0]
    """
    cuts = np.minimum(np.minimum(pieces, _MOST_PIECES), cells.width).astype(np.int64)
    of = np.repeat(np.arange(cuts.size), cuts)
    part = np.arange(of.size) - np.repeat(np.cumsum(cuts) - cuts, cuts)
    edges = cells.first[of] + np.floor(part * cells.width[of] / cuts[of])
    return cells_between(np.append(edges, cells.last[-1] + 1))


def pieces_for_peaks(mass: Floats, above: Floats, total: float) -> Floats:
    """Return into how many pieces to cut each cell lest a narrow peak beside its middle be missed.

    A peak that rises `above` its neighbours is about so many standard deviations away from them as the root of twice
    that; `mass` is the log of the most that may be there, between one middle and the next.
    """
    matters = mass > total + np.log(_SMALLEST)
    wanted = np.where(matters, np.ceil(np.sqrt(8 * above)), 1.0)
    return np.asarray(np.maximum(np.append(wanted, 1.0), np.insert(wanted, 0, 1.0)).clip(min=1.0))
