"""What is believed of the whole number before the lists are seen: a log mass on N, up to a constant.

A prior that decides the upper end of an interval must be seen to do so, hence
it is an object with words, and every fit is weighed again under the flat one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Prior:
    """A prior on N: its name, what it says in words, and its log mass, up to a constant, at an array of N.

    `log_mass` is minus infinity where N is impossible. `turns` are numbers at which it bends or ends.
    """

    name: str
    words: str
    log_mass: Callable[[Floats], Floats]
    turns: tuple[float, ...] = ()


def one_over_n() -> Prior:
    """Return the mass 1/N of Madigan and York (1997): each doubling of the number is as likely as the last.

    >>> one_over_n().log_mass(np.array([4.0, 1.0])).round(2).tolist()
    [-1.39, -0.0]
    """
    return Prior("1/N", "Before the lists were seen, every doubling of the number was as likely.", _one_over_n)


def flat() -> Prior:
    """Return the same mass for every N."""
    return Prior("flat", "Before the lists were seen, every number was as likely.", np.zeros_like)


def gamma_poisson(shape: float, scale: float) -> Prior:
    """Return a Poisson whose mean is Gamma distributed, as in Madigan and York (1997).

    The mean of N is `shape * scale`. Raises `ValueError` unless both are above zero.
    """
    if not (shape > 0 and scale > 0):
        raise ValueError(f"shape and scale are above zero, not {shape} and {scale}")
    words = f"Before the lists were seen, about {shape * scale:,.0f} were expected."

    def log_mass(numbers: Floats) -> Floats:
        counted = gammaln(numbers + shape) - gammaln(numbers + 1)
        return np.asarray(counted + numbers * np.log(scale / (1 + scale)))

    return Prior(f"gamma-poisson({shape:g}, {scale:g})", words, log_mass)


def on_grid(numbers: Sequence[float], log_mass: Sequence[float], *, words: str) -> Prior:
    """Return a prior given as a log mass at ascending numbers, straight in between, impossible outside.

    Raises `ValueError` where the two differ in length, do not ascend, or are no numbers.
    """
    at, mass = np.asarray(numbers, dtype=np.float64), np.asarray(log_mass, dtype=np.float64)
    if at.shape != mass.shape or at.ndim != 1 or at.size < 2 or np.any(np.diff(at) <= 0):  # noqa: PLR2004 (a line)
        raise ValueError("a prior on a grid gives each of two or more ascending numbers one log mass")
    if not (np.isfinite(at).all() and np.isfinite(mass).all()):
        raise ValueError("a prior on a grid is made of finite numbers; what is impossible stands outside of it")

    def interpolated(wanted: Floats) -> Floats:
        return np.interp(wanted, at, mass, left=-np.inf, right=-np.inf)

    return Prior("grid", words, interpolated, tuple(at.tolist()))


def _one_over_n(numbers: Floats) -> Floats:
    return np.asarray(-np.log(numbers))
