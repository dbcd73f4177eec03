"""The posterior of shares and chances of the classes, with everybody's class and the whole number N summed out.

A position holds, flat, a stick for each class but the last, as
log(−log(1 − V)), then for each list and class the log odds of being on it.
Without the classes of single people, which tie a sampler's hands, steps can be
long; the gradient is written by hand because it is all the work there is.

Source: Manrique-Vallier (2016), "Bayesian population size estimation using
Dirichlet process mixtures", Biometrics 72(4), 1246–1254, his likelihood with
the latent classes and N integrated out.
"""

import math
from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from untold.estimates.latent_class.cap import is_felt, log_beta, log_share, log_share_slope

Floats = NDArray[np.float64]
_LONG_STICK = 700.0  # e to this is the largest float; past it the stick takes all that is left


class Cells(NamedTuple):
    """A capture table as kernels read it: patterns by lists (0 or 1), counts, their sum, and the most unseen."""

    bits: NDArray[np.int64]
    counts: NDArray[np.int64]
    units: int
    cap: int
    log_beta: float


class Desk(NamedTuple):
    """Room to work in, made once a chain: by class, by list and class, by pattern and class."""

    sticks: Floats
    shares: Floats
    off: Floats
    on: Floats
    joint: Floats  # of each pattern and class; the last row is the pattern of nobody's list
    weights: Floats


def cells_of(bits: NDArray[np.int64], counts: NDArray[np.int64], cap: int) -> Cells:
    """Return the cells of a table; `cap` is the most that may be unseen."""
    units = int(counts.sum())
    return Cells(np.ascontiguousarray(bits), np.ascontiguousarray(counts), units, cap, log_beta.py_func(units, cap))


def desk_of(cells: Cells, classes: int) -> Desk:
    """Return room for a table and so many classes."""
    patterns, lists = cells.bits.shape
    return Desk(
        np.zeros(classes),
        np.zeros(classes),
        np.zeros((lists, classes)),
        np.zeros((lists, classes)),
        np.zeros((patterns + 1, classes)),
        np.zeros(classes),
    )


@njit(cache=True, nogil=True, error_model="numpy")
def log_density(cells: Cells, desk: Desk, position: Floats, alpha: float, gradient: Floats) -> float:
    """Return the log posterior at a position given `alpha`, up to a constant, and fill in its gradient."""
    lists, classes = desk.on.shape
    slope = gradient[classes - 1 :].reshape((lists, classes))
    value = break_sticks(desk, position, alpha) + set_chances(desk, position, slope)
    seen = lay_unseen(desk)
    if not seen > 1e-12:  # noqa: PLR2004 (nobody is on any list)
        return -np.inf
    value += _lay_patterns(cells, desk, slope)
    unseen_weight = cells.units / seen
    value -= cells.units * math.log(seen)
    if is_felt(cells.units, cells.cap, seen):
        share = log_share(cells.units, cells.cap, cells.log_beta, seen)
        value += share
        unseen_weight -= log_share_slope(cells.units, cells.cap, cells.log_beta, seen, share)
    _weigh(desk, slope, unseen_weight)
    _slope_of_sticks(desk, alpha, gradient)
    return value


@njit(cache=True, nogil=True, error_model="numpy")
def break_sticks(desk: Desk, position: Floats, alpha: float) -> float:
    """Set the shares of the classes, and return the log prior of the sticks: Beta(1, alpha) each."""
    last = desk.shares.size - 1
    gone = value = 0.0
    for k in range(last):
        stick = math.exp(position[k])
        desk.sticks[k] = stick
        desk.shares[k] = -math.expm1(-stick) * math.exp(-gone)
        gone += stick
        value += position[k] - alpha * stick
    desk.shares[last] = math.exp(-gone)
    return value


@njit(cache=True, nogil=True, error_model="numpy")
def set_chances(desk: Desk, position: Floats, slope: Floats) -> float:
    """Set the chances of being on and off each list, the log prior (uniform) and its slope."""
    lists, classes = desk.on.shape
    start = classes - 1
    value = 0.0
    for j in range(lists):
        product = 1.0
        for k in range(classes):
            odds = position[start + j * classes + k]
            tail = math.exp(-abs(odds))
            larger = 1.0 / (1.0 + tail)
            smaller = tail * larger
            desk.on[j, k] = larger if odds >= 0.0 else smaller
            desk.off[j, k] = smaller if odds >= 0.0 else larger
            slope[j, k] = desk.off[j, k] - desk.on[j, k]
            product *= larger * larger
            value -= abs(odds)
        value += math.log(product)
    return value


@njit(cache=True, nogil=True, error_model="numpy")
def lay_unseen(desk: Desk) -> float:
    """Set the joint chance of each class and no list, and return the chance of being on any."""
    lists, classes = desk.on.shape
    unseen = desk.joint[-1]
    seen = 0.0
    for k in range(classes):
        missed = 1.0
        for j in range(lists):
            missed *= desk.off[j, k]
        unseen[k] = desk.shares[k] * missed
        seen += desk.shares[k] * (1.0 - missed)
    return seen


@njit(cache=True, nogil=True, error_model="numpy")
def lay_pattern(cells: Cells, desk: Desk, pattern: int) -> float:
    """Set the joint chance of each class and the pattern, and return their sum."""
    lists, classes = desk.on.shape
    row = desk.joint[pattern]
    for k in range(classes):
        row[k] = desk.shares[k]
    for j in range(lists):
        factor = desk.on[j] if cells.bits[pattern, j] else desk.off[j]
        for k in range(classes):
            row[k] *= factor[k]
    total = 0.0
    for k in range(classes):
        total += row[k]
    return total


@njit(nogil=True, error_model="numpy", inline="always")
def _lay_patterns(cells: Cells, desk: Desk, slope: Floats) -> float:
    """Return the log likelihood of all patterns; leave in `weights` how many are of each class."""
    patterns, lists = cells.bits.shape
    classes = desk.shares.size
    for k in range(classes):
        desk.weights[k] = 0.0
    value = 0.0
    for pattern in range(patterns):
        total = lay_pattern(cells, desk, pattern)
        if not total > 1e-300:  # noqa: PLR2004 (below the smallest float)
            return -np.inf
        value += cells.counts[pattern] * math.log(total)
        row, each = desk.joint[pattern], cells.counts[pattern] / total
        for k in range(classes):
            row[k] *= each
            desk.weights[k] += row[k]
        for j in range(lists):
            if cells.bits[pattern, j]:
                for k in range(classes):
                    slope[j, k] += row[k]
    return value


@njit(nogil=True, error_model="numpy", inline="always")
def _weigh(desk: Desk, slope: Floats, unseen_weight: float) -> None:
    """Add the unseen of each class to its weight, and finish the slope of the log odds."""
    lists, classes = desk.on.shape
    for k in range(classes):
        desk.weights[k] += unseen_weight * desk.joint[-1, k]
    for j in range(lists):
        for k in range(classes):
            slope[j, k] -= desk.weights[k] * desk.on[j, k]


@njit(nogil=True, error_model="numpy", inline="always")
def _slope_of_sticks(desk: Desk, alpha: float, gradient: Floats) -> None:
    last = desk.shares.size - 1
    above = desk.weights[last]
    for k in range(last - 1, -1, -1):
        stick = desk.sticks[k]
        own = 0.0
        if stick < _LONG_STICK:
            own = desk.weights[k] * (stick / math.expm1(stick) if stick > 1e-8 else 1.0)  # noqa: PLR2004
        gradient[k] = own - stick * (above + alpha) + 1.0
        above += desk.weights[k]
