"""The density is the model's, written out another way, and its gradient is its derivative."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.special import expit, log_expit
from scipy.stats import nbinom

from untold.estimates.latent_class.density import Cells, cells_of, desk_of, log_density

Kernel = Callable[..., float]
CLASSES, LISTS, ALPHA = 4, 3, 0.7
BITS = np.array([[1, 0, 0], [0, 1, 0], [1, 1, 0], [0, 0, 1], [1, 1, 1]])
COUNTS = np.array([30, 20, 9, 12, 3])
SIZE = CLASSES - 1 + LISTS * CLASSES


def _written_out(cells: Cells, position: NDArray[np.float64]) -> float:
    lengths = np.exp(position[: CLASSES - 1])
    odds = position[CLASSES - 1 :].reshape(LISTS, CLASSES)
    rest = np.exp(-np.concatenate([[0.0], np.cumsum(lengths)]))
    shares = np.append(rest[:-1] * -np.expm1(-lengths), rest[-1])
    on = expit(odds)
    chances = [shares @ np.prod(np.where(row[:, None] == 1, on, 1 - on), axis=0) for row in cells.bits]
    seen = 1 - shares @ np.prod(1 - on, axis=0)
    prior = np.sum(position[: CLASSES - 1] - ALPHA * lengths) + np.sum(log_expit(odds) + log_expit(-odds))
    likelihood = np.sum(cells.counts * np.log(chances)) - cells.units * np.log(seen)
    return float(prior + likelihood + nbinom.logcdf(cells.cap, cells.units, seen))


@pytest.mark.parametrize("cap", [20, 1_480])
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("kernel", [log_density, log_density.py_func], ids=["compiled", "plain"])
def test_the_density_is_the_models_with_classes_and_n_summed_out(kernel: Kernel, cap: int, seed: int) -> None:
    cells = cells_of(BITS, COUNTS, cap)
    position = np.random.default_rng(seed).normal(-0.5, 1.5, SIZE)

    value = kernel(cells, desk_of(cells, CLASSES), position, ALPHA, np.zeros(SIZE))

    assert value == pytest.approx(_written_out(cells, position), rel=1e-9)


@pytest.mark.parametrize("cap", [20, 1_480])
@pytest.mark.parametrize("seed", range(4))
def test_the_gradient_is_the_densitys_derivative(cap: int, seed: int) -> None:
    cells = cells_of(BITS, COUNTS, cap)
    position = np.random.default_rng(seed).normal(-0.5, 1.5, SIZE)
    gradient = np.zeros(SIZE)

    log_density(cells, desk_of(cells, CLASSES), position, ALPHA, gradient)

    for at in range(SIZE):
        step = np.zeros(SIZE)
        step[at] = 1e-6
        slope = (_written_out(cells, position + step) - _written_out(cells, position - step)) / 2e-6
        assert gradient[at] == pytest.approx(slope, rel=1e-4, abs=1e-5)


def test_where_nobody_is_on_any_list_there_is_no_density() -> None:
    cells = cells_of(BITS, COUNTS, 1_480)

    value = log_density(cells, desk_of(cells, CLASSES), np.full(SIZE, -60.0), ALPHA, np.zeros(SIZE))

    assert value == -np.inf
