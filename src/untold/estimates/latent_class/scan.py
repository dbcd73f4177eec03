"""One Gibbs scan: everybody gets a class, classes may change places, and shares and chances are drawn anew.

Long steps of the gradient move within one arrangement of the classes; the scan
moves between arrangements. Classes change places while their shares and
chances are summed out, so that the order of the sticks does not bind them.

Source: Manrique-Vallier (2016), section 4; the exchange of labels after
Papaspiliopoulos and Roberts (2008), Biometrika 95(1), 169–186.
"""

import math
from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from untold.estimates.latent_class.density import (
    Cells,
    Desk,
    Floats,
    lay_pattern,
)

_LOOKS_AT_ALPHA = 4  # Metropolis steps on log alpha, wide and narrow in turn
_EXCHANGES = 2  # passes over neighbours
_SMALLEST_ALPHA = 1e-250


class Prior(NamedTuple):
    """How many classes, and shape and rate of the Gamma prior of the concentration alpha."""

    classes: int
    a: float
    b: float


@njit(nogil=True, error_model="numpy", inline="always")
def scan(
    rng: np.random.Generator,
    cells: Cells,
    prior: Prior,
    desk: Desk,
    position: Floats,
    alpha: float,
    unseen: int,
    spread: Floats,
) -> float:
    """Draw position and alpha anew, by a drawn class of everybody, and return alpha.

    The desk holds the shares and chances of the position, and `unseen` is drawn
    with them. `spread` gets the log spread of each coordinate given the classes.
    """
    members, on = _deal(rng, cells, desk, unseen)
    for _ in range(_EXCHANGES):
        _exchange(rng, members, on, alpha)
    alpha = _look_at_alpha(rng, members, prior, alpha)
    length = _draw_sticks(rng, members, alpha, position, spread)
    _draw_chances(rng, members, on, position, spread)
    return rng.standard_gamma(prior.a + prior.classes - 1.0) / (prior.b + length)


@njit(nogil=True, error_model="numpy", inline="always")
def _deal(
    rng: np.random.Generator, cells: Cells, desk: Desk, unseen: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Deal the units of each pattern, and the unseen, over the classes; return members, and those on each list."""
    patterns, lists = cells.bits.shape
    classes = desk.shares.size
    members, on = np.zeros(classes, np.int64), np.zeros((lists, classes), np.int64)
    dealt = np.zeros(classes, np.int64)
    for pattern in range(patterns + 1):
        if pattern < patterns:
            lay_pattern(cells, desk, pattern)
        _split(rng, cells.counts[pattern] if pattern < patterns else unseen, desk.joint[pattern], dealt)
        for k in range(classes):
            members[k] += dealt[k]
            if pattern < patterns:
                for j in range(lists):
                    on[j, k] += cells.bits[pattern, j] * dealt[k]
    return members, on


@njit(nogil=True, error_model="numpy", inline="always")
def _split(rng: np.random.Generator, units: int, weights: Floats, dealt: NDArray[np.int64]) -> None:
    """Draw from the multinomial distribution by a binomial for each class."""
    last = weights.size - 1
    rest, left = 0.0, units
    for k in range(last + 1):
        dealt[k] = 0
        rest += weights[k]
    for k in range(last):
        if left == 0:
            return
        chance = min(weights[k] / rest, 1.0) if rest > 0.0 else 1.0
        if chance > 0.0:
            dealt[k] = rng.binomial(left, chance)
            left -= dealt[k]
        rest -= weights[k]
    dealt[last] = left


@njit(nogil=True, error_model="numpy", inline="always")
def count(members: NDArray[np.int64]) -> float:
    """Return how many members the classes have together."""
    total = 0.0
    for k in range(members.size):
        total += members[k]
    return total


@njit(cache=True, nogil=True, error_model="numpy")
def _log_stick(own: float, above: float, alpha: float) -> float:
    """Return the log of a stick's likelihood with the stick summed out, up to alpha."""
    return math.lgamma(1.0 + own) + math.lgamma(alpha + above) - math.lgamma(1.0 + alpha + own + above)


@njit(nogil=True, error_model="numpy", inline="always")
def _exchange(rng: np.random.Generator, members: NDArray[np.int64], on: NDArray[np.int64], alpha: float) -> None:
    """Let neighboring classes change places by a Metropolis step."""
    last = members.size - 1
    above = count(members) - members[0] - members[1]
    for k in range(last):
        first, second = float(members[k]), float(members[k + 1])
        gain = _log_stick(second, first + above, alpha) - _log_stick(first, second + above, alpha)
        if k + 1 < last:
            gain += _log_stick(first, above, alpha) - _log_stick(second, above, alpha)
        if first != second and math.log(1.0 - rng.random()) < gain:
            members[k], members[k + 1] = members[k + 1], members[k]
            for j in range(on.shape[0]):
                on[j, k], on[j, k + 1] = on[j, k + 1], on[j, k]
        if k + 2 <= last:
            above -= members[k + 2]


@njit(cache=True, nogil=True, error_model="numpy")
def _log_alpha(log_alpha: float, members: NDArray[np.int64], prior: Prior) -> float:
    """Return the log posterior of log alpha given the members of the classes, the sticks summed out."""
    alpha = math.exp(log_alpha)
    if alpha < _SMALLEST_ALPHA:
        return -1e300
    value = prior.a * log_alpha - prior.b * alpha
    above = count(members)
    for k in range(members.size - 1):
        own = members[k]
        above -= own
        value += log_alpha + math.lgamma(alpha + above) - math.lgamma(1.0 + alpha + own + above)
    return value


@njit(nogil=True, error_model="numpy", inline="always")
def _look_at_alpha(rng: np.random.Generator, members: NDArray[np.int64], prior: Prior, alpha: float) -> float:
    now = math.log(alpha)
    value = _log_alpha(now, members, prior)
    for look in range(_LOOKS_AT_ALPHA):
        proposed = now + (4.0 if look % 2 == 0 else 1.0) * rng.standard_normal()
        there = _log_alpha(proposed, members, prior)
        if math.log(1.0 - rng.random()) < there - value:
            now, value = proposed, there
    return math.exp(now)


@njit(cache=True, nogil=True, error_model="numpy")
def log_gamma_draw(rng: np.random.Generator, shape: float) -> float:
    """Draw the logarithm of a Gamma variable, also where it is below the smallest float."""
    if shape < 1.0:
        return math.log(rng.standard_gamma(shape + 1.0)) + math.log(1.0 - rng.random()) / shape
    return math.log(rng.standard_gamma(shape))


@njit(nogil=True, error_model="numpy", inline="always")
def _draw_sticks(
    rng: np.random.Generator, members: NDArray[np.int64], alpha: float, position: Floats, spread: Floats
) -> float:
    """Draw the sticks given the members, and return their length −Σ log(1 − V)."""
    above, length = count(members), 0.0
    for k in range(members.size - 1):
        above -= members[k]
        log_odds = log_gamma_draw(rng, 1.0 + members[k]) - log_gamma_draw(rng, alpha + above)
        stick = max(log_odds, 0.0) + math.log1p(math.exp(-abs(log_odds)))
        stick = max(stick, 1e-300)
        position[k] = math.log(stick)
        length += stick
        width = math.sqrt(1.0 / (1.0 + members[k]) + 1.0 / (alpha + above)) * -math.expm1(-stick) / stick
        spread[k] = math.log(min(max(width, 1e-3), 1.3))
    return length


@njit(nogil=True, error_model="numpy", inline="always")
def _draw_chances(
    rng: np.random.Generator, members: NDArray[np.int64], on: NDArray[np.int64], position: Floats, spread: Floats
) -> None:
    """Draw the log odds of each list and class given those on it."""
    lists, classes = on.shape
    at = classes - 1
    for j in range(lists):
        for k in range(classes):
            with_it, without = 1.0 + on[j, k], 1.0 + members[k] - on[j, k]
            position[at] = log_gamma_draw(rng, with_it) - log_gamma_draw(rng, without)
            spread[at] = 0.5 * math.log(1.0 / with_it + 1.0 / without)
            at += 1
