"""The cap on N, as an exact factor: how probable it is that no more are unseen than the prior allows.

Given the probability `seen` that a unit is on any list, the number of unseen
ones is negative binomial, and the cap cuts it. The share that is left is a
regularized incomplete beta function; with it the posterior is right and no loop
of rejections can hang on a table that would have millions.
"""

import math

import numpy as np
from numba import njit

_SMALLEST = 1e-300
_CLOSE = 1e-14


@njit(cache=True, nogil=True, error_model="numpy")
def log_beta(seen: int, unseen: int) -> float:
    """Return log B(seen, unseen + 1)."""
    return math.lgamma(seen) + math.lgamma(unseen + 1.0) - math.lgamma(seen + unseen + 1.0)


@njit(cache=True, nogil=True, error_model="numpy")
def _kept(value: float) -> float:
    return value if abs(value) > _SMALLEST else _SMALLEST


@njit(cache=True, nogil=True, error_model="numpy")
def fraction(a: float, b: float, x: float) -> float:
    """Return the continued fraction of the incomplete beta function, by Lentz's method (Numerical Recipes 6.4)."""
    c, d = 1.0, 1.0 / _kept(1.0 - (a + b) * x / (a + 1.0))
    value = d
    for step in range(1, 10_000):
        even = step * (b - step) * x / ((a + 2.0 * step - 1.0) * (a + 2.0 * step))
        d = 1.0 / _kept(1.0 + even * d)
        c = _kept(1.0 + even / c)
        value *= d * c
        odd = -(a + step) * (a + b + step) * x / ((a + 2.0 * step) * (a + 2.0 * step + 1.0))
        d = 1.0 / _kept(1.0 + odd * d)
        c = _kept(1.0 + odd / c)
        value *= d * c
        if abs(d * c - 1.0) < _CLOSE:
            break
    return value


@njit(cache=True, nogil=True, error_model="numpy")
def log_share(units: int, cap: int, log_b: float, q: float) -> float:
    """Return the log probability that at most `cap` are unseen when `units` were seen, each with probability `q`.

    `log_b` is `log_beta(units, cap)`.
    """
    a, b = float(units), cap + 1.0
    log_term = a * math.log(q) + b * math.log1p(-q) - log_b
    if q < (a + 1.0) / (a + b + 2.0):
        return log_term + math.log(fraction(a, b, q)) - math.log(a)
    beyond = math.exp(log_term) * fraction(b, a, 1.0 - q) / b
    return math.log1p(-beyond) if beyond < 1.0 else -1e300


@njit(nogil=True, error_model="numpy", inline="always")
def log_share_slope(units: int, cap: int, log_b: float, q: float, share: float) -> float:
    """Return the derivative of `log_share` by `q`, where `share` is its value."""
    log_density = (units - 1.0) * math.log(q) + cap * math.log1p(-q) - log_b
    return math.exp(log_density - share)


@njit(nogil=True, error_model="numpy", inline="always")
def is_felt(units: int, cap: int, q: float) -> bool:
    """Return whether the cap changes anything: not where it lies ten standard errors away."""
    return q * (units + cap) < units + 10.0 * math.sqrt(units) + 100.0


@njit(cache=True, nogil=True, error_model="numpy")
def draw_unseen(rng: np.random.Generator, units: int, cap: int, log_b: float, q: float) -> int:
    """Draw how many are unseen: negative binomial, cut at the cap."""
    share = log_share(units, cap, log_b, q) if is_felt(units, cap, q) else 0.0
    if share > -0.7:  # noqa: PLR2004 (at least half is below the cap: a second try is rare)
        while True:
            drawn = rng.poisson(rng.standard_gamma(units) * (1.0 - q) / q)
            if drawn <= cap:
                return drawn
    return _by_halving(units, cap, q, math.log(1.0 - rng.random()) + share)


@njit(nogil=True, error_model="numpy", inline="always")
def _by_halving(units: int, cap: int, q: float, log_u: float) -> int:
    low, high = -1, cap
    while high - low > 1:
        middle = (low + high) // 2
        if log_share(units, middle, log_beta(units, middle), q) >= log_u:
            high = middle
        else:
            low = middle
    return high
