"""Models where units differ, or lists change them: M0, Mt, Mh, Mth, Mb and Mbh of Rivest and Baillargeon 2007.

Wildlife counts by them, and publications quote them. Mh says that some units
are easier to list than others; how their chances are spread (Chao, Poisson,
Darroch, Gamma) cannot be seen in the data and sets the number. Mb and Mbh say
that being listed once changes what follows, and so need lists in order of time.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from scipy.special import gammaln

from untold.estimates.capture_table import CaptureTable
from untold.estimates.loglinear.poisson import Floats, PoissonFit, fit_poisson
from untold.estimates.loglinear.profiling import ProfileInterval, Profiles, height_and_slope, profile_interval

_POISSON, _GAMMA = 2.0, 3.5  # the parameters under which Rivest and Baillargeon 2007 fit these shapes
_NUDGE = 1e-6


@dataclass(frozen=True, slots=True)
class NamedFit:
    """A model by its name: `estimate` of all units with its errors, `design` by cell, the cell of no list first.

    `is_possible` is false where a chance or the number falls outside what can
    be, as in Mb and Mbh where later lists find more new units than earlier
    ones: such an estimate is kept to be compared and is not to be used.
    `standard_error_as_r` has the weights of one update before the last.
    """

    name: str
    estimate: float
    standard_error: float
    standard_error_as_r: float
    deviance: float
    degrees_of_freedom: int
    aic: float
    bic: float
    is_possible: bool
    design: Floats


def heterogeneity_models(table: CaptureTable) -> tuple[NamedFit, ...]:
    """Return M0, Mt, four each of Mh and Mth, Mb and Mbh, in that order.

    Raises `ValueError` for two lists, of which these models ask too much.
    """
    if table.width < 3:  # noqa: PLR2004 (see above)
        msg = "two lists cannot show how units differ; expected three lists or more"
        raise ValueError(msg)
    counts = table.cells[1:].astype(np.float64)
    closed = (_closed(name, design, table, counts) for name, design in _closed_designs(table.width, counts))
    return (*closed, *(_removal(name, table, counts, apart=apart) for name, apart in (("Mb", False), ("Mbh", True))))


def interval_of(fit: NamedFit, table: CaptureTable, level: float = 0.95) -> ProfileInterval:
    """Return the multinomial profile likelihood interval of one of M0 to Mth.

    Chao's terms are chosen anew for each number, so that none falls below 0.
    Raises `ValueError` for Mb and Mbh, whose number is no expected count.
    """
    if len(fit.design) != 1 << table.width:
        msg = f"{fit.name} has no profile likelihood interval; expected one of M0 to Mth"
        raise ValueError(msg)
    seen = table.cells[1:].astype(np.float64)
    times, is_chao = _times(table.width), "Chao" in fit.name
    start = fit.design[:, : 2 if fit.name.startswith("Mh") else table.width + 1]

    def profiles(unseen: Floats) -> tuple[Floats, Floats]:
        counts = np.concatenate([unseen, seen])
        design = _chao_design(start, times, counts) if is_chao else fit.design
        logs = fit_poisson(design, counts).logs
        return height_and_slope(unseen, float(seen.sum()), np.array([logs[1:] @ seen]), logs[:1])

    one: Profiles = profiles
    return profile_interval(one, np.ones(1), table.enumerated, level)


def _closed_designs(width: int, counts: Floats) -> Iterator[tuple[str, Floats]]:
    """Yield the designs of M0 to Mth, the row of no list first; there every column but the intercept is 0."""
    cells = np.arange(1 << width)
    times = _times(width)
    lists = ((cells[:, None] >> np.arange(width)) & 1).astype(np.float64)
    shapes = {
        "Poisson2": _POISSON**times - 1,
        "Darroch": times**2 / 2,
        "Gamma3.5": np.log(_GAMMA) - np.log(_GAMMA + times),
    }
    alike = np.column_stack([np.ones(len(cells)), times])
    by_list = np.column_stack([np.ones(len(cells)), lists])
    yield from (("M0", alike), ("Mt", by_list))
    for kind, start in (("Mh", alike), ("Mth", by_list)):
        yield f"{kind} Chao (LB)", _chao_design(start, times, counts)
        for name, shape in shapes.items():
            yield f"{kind} {name}", np.column_stack([start, shape])


def _times(width: int) -> Floats:
    return np.array([cell.bit_count() for cell in range(1 << width)], dtype=np.float64)


def _chao_design(start: Floats, times: Floats, counts: Floats) -> Floats:
    """Return Chao's design: one term for each number of lists above two, those below 0 set to 0 one by one.

    `counts` may leave out the cell of no list, which is the first.
    """
    terms = [np.maximum(times - below, 0.0) for below in range(2, int(times.max()))]
    while terms:
        design = np.column_stack([start, *terms])
        values = fit_poisson(design[-len(counts) :], counts).coefficients[start.shape[1] :]
        if values.min() >= 0:
            return design
        del terms[int(values.argmin())]
    return start


def _closed(name: str, design: Floats, table: CaptureTable, counts: Floats) -> NamedFit:
    fit = fit_poisson(design[1:], counts)

    def estimate(coefficients: Floats) -> float:
        return float(table.enumerated + np.exp(coefficients[0]))

    unseen = float(np.exp(fit.coefficients[0]))
    errors = tuple(float(np.sqrt(unseen + unseen**2 * each[0, 0])) for each in (fit.covariance, fit.covariance_as_r))
    return _named(name, fit, design, table, estimate(fit.coefficients), errors, is_possible=True)


def _removal(name: str, table: CaptureTable, counts: Floats, *, apart: bool) -> NamedFit:
    """Return Mb, or Mbh, where the first list has a chance of its own (`apart`).

    A unit first on list j is missed j - 1 times with chance 1 - p, found with
    p, then found again with c or missed with 1 - c.
    """
    cells = np.arange(1, 1 << table.width)
    first = np.array([(int(cell) & -int(cell)).bit_length() for cell in cells], dtype=np.float64)
    again = np.array([int(cell).bit_count() - 1 for cell in cells], dtype=np.float64)
    columns = [np.ones(len(cells)), table.width - first, again, *([(first == 1).astype(np.float64)] if apart else [])]
    design = np.column_stack(columns)
    fit = fit_poisson(design, counts)

    def estimate(coefficients: Floats) -> float:
        return _removed(coefficients, table.width)

    point = estimate(fit.coefficients)
    slopes = _slopes(estimate, fit.coefficients)
    # of Poisson counts, less the chance in N itself: the variance for the N units there were
    errors = tuple(
        float(np.sqrt(abs(slopes @ each @ slopes - point))) for each in (fit.covariance, fit.covariance_as_r)
    )
    is_possible = point >= table.enumerated
    return _named(name, fit, design, table, point, errors, is_possible=is_possible)


def _removed(coefficients: Floats, width: int) -> float:
    """Return N of Mb (three coefficients) or Mbh (four) from the intercept, log((1-c)/(1-p)), logit c and the first."""
    intercept, ratio, again = coefficients[:3]
    miss_again = 1 / (1 + np.exp(again))
    miss = miss_again / np.exp(ratio)
    if len(coefficients) == 3:  # noqa: PLR2004 (Mb)
        return float(np.exp(intercept) / ((1 - miss) * miss ** (width - 1)))
    later = np.exp(intercept) / ((1 - miss) * miss ** (width - 2))
    first = np.exp(intercept + ratio * (width - 1) + coefficients[3]) / miss_again ** (width - 1)
    return float(later + first)


def _slopes(function: Callable[[Floats], float], at: Floats) -> Floats:
    steps = np.eye(len(at)) * _NUDGE
    return np.array([(function(at + step) - function(at - step)) / (2 * _NUDGE) for step in steps])


def _named(
    name: str,
    fit: PoissonFit,
    design: Floats,
    table: CaptureTable,
    estimate: float,
    errors: tuple[float, ...],
    *,
    is_possible: bool,
) -> NamedFit:
    counts = table.cells[1:].astype(np.float64)
    likelihood = float(counts @ fit.logs - np.exp(fit.logs).sum() - gammaln(counts + 1).sum())
    parameters = design.shape[1]
    return NamedFit(
        name=name,
        estimate=estimate,
        standard_error=errors[0],
        standard_error_as_r=errors[1],
        deviance=fit.deviance,
        degrees_of_freedom=len(counts) - parameters,
        aic=-2 * likelihood + 2 * parameters,
        bic=-2 * likelihood + float(np.log(table.enumerated)) * parameters,
        is_possible=is_possible,
        design=design,
    )
