"""The logarithm of the gamma function, compiled, at the many numbers of a grid: Stirling's series."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_SERIES_FROM = 16.0  # from here the terms below are exact to 1e-14
_HALF_LOG_TWO_PI = 0.9189385332046727


@njit(cache=True)
def log_gamma(number: float) -> float:
    """Return log Gamma of a number above zero."""
    product = 1.0
    while number < _SERIES_FROM:
        product *= number
        number += 1.0
    over = 1.0 / (number * number)
    series = (1 / 12 - over * (1 / 360 - over * (1 / 1260 - over * (1 / 1680 - over / 1188)))) / number
    found: float = (number - 0.5) * np.log(number) - number + _HALF_LOG_TWO_PI + series
    return found if product == 1.0 else found - np.log(product)


@njit(cache=True)
def log_gammas(shifts: Floats, numbers: Floats) -> Floats:
    """Return log Gamma of every sum of a shift and a number: shifts by numbers."""
    table = np.empty((shifts.size, numbers.size))
    for row in range(shifts.size):
        for column in range(numbers.size):
            table[row, column] = log_gamma(shifts[row] + numbers[column])
    return table
