"""The arithmetic of Poisson log-linear models, compiled.

All designs are made of one thing: an effect stands in every cell whose lists
hold its lists. So a product with a design is a sum over subsets, and one with
its transpose a sum over supersets, and no design is ever written down.
"""

from math import exp, inf, log

import numpy as np
from numba import njit
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]

MOST_UPDATES = 80
_STEP = 1e-8  # the last change of a log count; the next would be about its square
_START = 0.1  # added to each count for the first weights
_R_STEP = 1e-8  # where R's glm stops: this change of the deviance, as a share of it
_SHORTEST = 1e-12  # share of a step
_FADED = 1e-10  # an expected count this small is on its way to nothing
_HIGHEST_LOG = 300.0  # no count is past this, and its exponential is still a number
CONVERGED, FADED, STOPPED = 0, 1, 2


@njit(cache=True)
def sum_over_subsets(values: Floats, width: int) -> None:
    """Turn each cell's value into the sum over all cells whose lists it has."""
    for number in range(width):
        bit = 1 << number
        for cell in range(values.shape[0]):
            if cell & bit:
                values[cell] += values[cell ^ bit]


@njit(cache=True)
def sum_over_supersets(values: Floats, width: int) -> None:
    """Turn each cell's value into the sum over all cells that have its lists."""
    for number in range(width):
        bit = 1 << number
        for cell in range(values.shape[0]):
            if not cell & bit:
                values[cell] += values[cell | bit]


@njit(cache=True)
def factor(matrix: Floats, size: int) -> bool:
    """Turn the lower half of a positive matrix into its Cholesky factor; false where it is not positive."""
    for row in range(size):
        for column in range(row + 1):
            total = matrix[row, column]
            for k in range(column):
                total -= matrix[row, k] * matrix[column, k]
            if row != column:
                matrix[row, column] = total / matrix[column, column]
            elif total > matrix[row, row] * 1e-13:  # what rounding leaves of nothing
                matrix[row, row] = total**0.5
            else:
                return False
    return True


@njit(cache=True)
def solve(matrix: Floats, right: Floats, size: int) -> None:
    """Solve for `right`, in place, with a Cholesky factor."""
    for row in range(size):
        for k in range(row):
            right[row] -= matrix[row, k] * right[k]
        right[row] /= matrix[row, row]
    for row in range(size - 1, -1, -1):
        for k in range(row + 1, size):
            right[row] -= matrix[k, row] * right[k]
        right[row] /= matrix[row, row]


@njit(cache=True)
def fit_model(
    counts: Floats,
    effects: Integers,
    width: int,
    is_open: Flags,
    logs: Floats,
    fitted: Floats,
    matrix: Floats,
    beta: Floats,
) -> int:
    """Fit one model from the logs of expected counts in `logs`, which it leaves at the maximum.

    Only cells that are open are fitted; the logs of the others follow from the
    effects. `fitted` becomes the expected counts, `matrix` the factor of the
    information, and its corner where R's `glm` would have stopped is left in
    `beta[size]`. Returns whether it converged, an expected count faded to
    nothing, or it stopped.
    """
    cells, size = counts.shape[0], effects.shape[0]
    weights, right, trial = np.empty(cells), np.empty(cells), np.empty(cells)
    best = start = corner = 0.0
    for cell in range(cells):
        if is_open[cell]:
            fitted[cell] = exp(logs[cell])
            start += counts[cell] * logs[cell] - fitted[cell]
            best += counts[cell] * log(counts[cell]) - counts[cell] if counts[cell] > 0 else 0.0
    for update in range(MOST_UPDATES):
        _weigh(counts, width, is_open, logs, fitted, weights, right)
        _write_equations(effects, weights, right, matrix, beta)
        if not factor(matrix, size):
            beta[size] = corner
            return FADED
        solve(matrix, beta, size)
        trial[:] = 0.0
        for row in range(size):
            trial[effects[row]] = beta[row]
        sum_over_subsets(trial, width)
        downhill = start - 1e-11 * abs(start) if update > 0 else -inf
        likelihood, change, least = _stepped_uphill(counts, is_open, logs, trial, downhill, right, weights)
        settled = 2.0 * abs(likelihood - start) < _R_STEP * (2.0 * abs(best - likelihood) + 0.1)
        if corner == 0.0 and settled:
            corner = matrix[size - 1, size - 1]
        start = likelihood
        for cell in range(cells):
            logs[cell], fitted[cell] = right[cell], weights[cell]
        if (change < _STEP and update > 0) or (least < _FADED and corner > 0.0):
            beta[size] = corner if corner > 0.0 else matrix[size - 1, size - 1]
            return CONVERGED if change < _STEP else FADED
    beta[size] = matrix[size - 1, size - 1]
    return STOPPED


@njit(cache=True)
def _weigh(
    counts: Floats, width: int, is_open: Flags, logs: Floats, fitted: Floats, weights: Floats, right: Floats
) -> None:
    """Sum over supersets the weights of the next update and what it is fitted to."""
    for cell in range(counts.shape[0]):
        if is_open[cell]:
            weights[cell] = fitted[cell]
            right[cell] = fitted[cell] * (logs[cell] - 1.0) + counts[cell]
        else:
            weights[cell] = right[cell] = 0.0
    sum_over_supersets(weights, width)
    sum_over_supersets(right, width)


@njit(cache=True)
def _write_equations(effects: Integers, weights: Floats, right: Floats, matrix: Floats, beta: Floats) -> None:
    """Write the normal equations of the next update into `matrix`, its lower half, and `beta`."""
    for row in range(effects.shape[0]):
        beta[row] = right[effects[row]]
        for column in range(row + 1):
            matrix[row, column] = weights[effects[row] | effects[column]]


@njit(cache=True)
def _stepped_uphill(
    counts: Floats, is_open: Flags, logs: Floats, trial: Floats, downhill: float, right: Floats, weights: Floats
) -> tuple[float, float, float]:
    """Step towards `trial`, by half as long as the likelihood would be below `downhill`."""
    share = 1.0
    likelihood, change, least = _stepped(counts, is_open, logs, trial, share, right, weights)
    while likelihood < downhill and share > _SHORTEST:
        share *= 0.5
        likelihood, change, least = _stepped(counts, is_open, logs, trial, share, right, weights)
    return likelihood, change, least


@njit(cache=True)
def _stepped(
    counts: Floats, is_open: Flags, logs: Floats, trial: Floats, share: float, right: Floats, weights: Floats
) -> tuple[float, float, float]:
    """Go a share of the way to `trial`; return the likelihood there, the largest change and the least count."""
    likelihood, change, least = 0.0, 0.0, inf
    for cell in range(counts.shape[0]):
        if not is_open[cell]:
            right[cell], weights[cell] = trial[cell], 0.0
            continue
        step = share * (trial[cell] - logs[cell])
        right[cell] = logs[cell] + step
        weights[cell] = exp(min(right[cell], _HIGHEST_LOG))
        likelihood += counts[cell] * right[cell] - weights[cell]
        change = max(change, abs(step))
        least = min(least, weights[cell])
    return likelihood, change, least


@njit(cache=True)
def close_empty(
    counts: Floats,
    effects: Integers,
    sizes: Integers,
    width: int,
    kept: Integers,
    kept_sizes: Integers,
    is_open: Flags,
) -> None:
    """Leave out of each model the effects whose lists nobody is on together, and close the cells that hold them.

    Their margin is nothing, so whatever the model expects there goes to
    nothing; what is left is fitted as any other. The cell of no list is closed:
    it is not observed.
    """
    margins = counts.copy()
    margins[0] = 0.0
    sum_over_supersets(margins, width)
    for model in range(sizes.shape[0]):
        count = 0
        is_open[model] = True
        is_open[model, 0] = False
        for place in range(sizes[model]):
            effect = effects[model, place]
            if margins[effect] > 0.0:
                kept[model, count] = effect
                count += 1
                continue
            for cell in range(counts.shape[0]):
                if cell & effect == effect:
                    is_open[model, cell] = False
        kept_sizes[model] = count


@njit(cache=True)
def fit_models(
    counts: Floats, effects: Integers, sizes: Integers, width: int, is_open: Flags, results: Floats, outcomes: Integers
) -> None:
    """Fit each model to its open cells.

    `results` takes, of each model, the log of the expected count on no list,
    its variance, the deviance, the Poisson log-likelihood without the
    factorials, the least expected count, and the variance where R would have
    stopped; `outcomes` how the fit ended.
    """
    cells, most = counts.shape[0], effects.shape[1]
    logs, fitted = np.empty(cells), np.empty(cells)
    matrix, beta = np.empty((most, most)), np.empty(most + 1)
    for model in range(sizes.shape[0]):
        size = sizes[model]
        for cell in range(cells):
            logs[cell] = log(counts[cell] + _START)
        outcomes[model] = fit_model(counts, effects[model, :size], width, is_open[model], logs, fitted, matrix, beta)
        deviance, likelihood, least = 0.0, 0.0, inf
        for cell in range(cells):
            if is_open[model, cell]:
                likelihood += counts[cell] * logs[cell] - fitted[cell]
                deviance += fitted[cell] - counts[cell]
                least = min(least, fitted[cell])
                if counts[cell] > 0:
                    deviance += counts[cell] * (log(counts[cell]) - logs[cell])
        results[model, 0] = logs[0]
        results[model, 1] = 1.0 / matrix[size - 1, size - 1] ** 2
        results[model, 2] = 2.0 * deviance
        results[model, 3] = likelihood
        results[model, 4] = least
        results[model, 5] = 1.0 / beta[size] ** 2 if beta[size] > 0.0 else inf


@njit(cache=True)
def refit_with_unseen(
    counts: Floats, effects: Integers, sizes: Integers, width: int, is_open: Flags, unseen: Floats, logs: Floats
) -> None:
    """Fit each model to the whole table with its own number on no list; its row of `logs` takes the maximum."""
    most, cells = effects.shape[1], counts.shape[0]
    matrix, beta, fitted, whole = np.empty((most, most)), np.empty(most + 1), np.empty(cells), counts.copy()
    for model in range(sizes.shape[0]):
        whole[0] = unseen[model]
        for cell in range(cells):
            logs[model, cell] = log(whole[cell] + _START)
        fit_model(whole, effects[model, : sizes[model]], width, is_open[model], logs[model], fitted, matrix, beta)
