"""The mass of each cell from the height at its middle, and which cells are too wide for that, compiled."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_MOST_SHARE = 1 / 200  # of the whole mass in one cell
_STEEPEST = 0.5  # change of the log mass across a cell
_SMALLEST = 1e-8  # a cell with less of the whole mass than this, as its neighbours, need not be accurate


@njit(cache=True)
def masses(middle: Floats, width: Floats, height: Floats) -> Floats:
    """Return the mass of each cell over that of the highest middle, for slope and curvature within the cell too."""
    top = height.max()
    mass = np.empty(middle.size)
    for cell in range(middle.size):
        mass[cell] = np.exp(height[cell] - top) * width[cell]
        if (
            0 < cell < middle.size - 1
            and width[cell] > 1
            and min(height[cell - 1], height[cell], height[cell + 1]) > -np.inf
        ):
            before, after = middle[cell] - middle[cell - 1], middle[cell + 1] - middle[cell]
            left = (height[cell] - height[cell - 1]) / before
            right = (height[cell + 1] - height[cell]) / after
            slope = (left * after + right * before) / (before + after)
            bend = 2 * (right - left) / (before + after)
            more = (slope * slope + bend) * (width[cell] ** 2 - 1) / 24
            mass[cell] *= 1 + min(max(more, -_STEEPEST), _STEEPEST)
    return mass


@njit(cache=True)
def pieces_wanted(middle: Floats, width: Floats, height: Floats, mass: Floats) -> Floats:
    """Return into how many pieces to cut each cell, for what it holds and how steep it is."""
    whole = mass.sum()
    pieces = np.ones(middle.size)
    for cell in range(middle.size):
        if width[cell] == 1:
            continue
        near, slope = mass[cell] / whole, 0.0
        for other in (cell - 1, cell + 1):
            if 0 <= other < middle.size and min(height[other], height[cell]) > -np.inf:
                near = max(near, mass[other] / whole)
                slope = max(slope, abs((height[other] - height[cell]) / (middle[other] - middle[cell])))
        wanted = mass[cell] / whole / _MOST_SHARE
        if near > _SMALLEST:
            wanted = max(wanted, slope * width[cell] / _STEEPEST)
        pieces[cell] = max(1.0, np.ceil(wanted))
    return pieces
