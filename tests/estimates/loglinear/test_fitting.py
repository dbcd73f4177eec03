"""All models are fitted as one by one, and no number comes from a likelihood without a maximum."""

import numpy as np
import pytest

from tests.estimates.published import published_table
from untold.estimates.capture_table import CaptureTable, capture_table
from untold.estimates.loglinear import (
    all_pairs_model,
    fit_table,
    hierarchical_models,
    identification,
    kernels,
    model_of,
    profile_interval,
    profiles_of,
)
from untold.estimates.loglinear.existence import design


def test_two_independent_lists_of_three_give_lincoln_petersen() -> None:
    table = capture_table(("A", "B"), {1: 30, 2: 20, 3: 10})

    fits = fit_table(table, hierarchical_models(2))

    assert fits.estimates[0] == pytest.approx(40 * 30 / 10)


def test_a_fit_has_the_margins_of_the_table() -> None:
    table = published_table("madigan_york_3")
    counts = table.cells.astype(np.float64)
    models = hierarchical_models(3)
    fits = fit_table(table, models)

    for row in range(len(models)):
        rows = design(models.effects_of(row), 8)
        beta, *_ = np.linalg.lstsq(rows, np.log(counts[1:]), rcond=None)
        for _ in range(30):
            fitted = np.exp(rows @ beta)
            beta += np.linalg.solve(rows.T @ (fitted[:, None] * rows), rows.T @ (counts[1:] - fitted))
        information = rows.T @ (np.exp(rows @ beta)[:, None] * rows)
        assert fits.log_unseen[row] == pytest.approx(beta[-1], rel=1e-10)
        assert fits.variance[row] == pytest.approx(np.linalg.inv(information)[-1, -1], rel=1e-8)


def test_compiled_and_plain_arithmetic_agree() -> None:
    values = np.arange(8.0)
    plain = values.copy()
    kernels.sum_over_supersets(values, 3)

    kernels.sum_over_supersets.py_func(plain, 3)

    assert values.tolist() == plain.tolist() == [28, 16, 18, 10, 22, 12, 13, 7]


def test_a_matrix_that_is_not_positive_has_no_factor() -> None:
    assert not kernels.factor(np.array([[1.0, 1.0], [1.0, 1.0]]), 2)


@pytest.mark.parametrize("name", ["HIV", "UKdat_5"])
def test_quick_judgement_of_zeros_is_the_linear_programmes(name: str) -> None:
    table = published_table(name)
    counts = table.cells.astype(np.float64)
    models = hierarchical_models(table.width)
    fits = fit_table(table, models)

    for row in np.random.default_rng(7).choice(len(models), 60, replace=False):
        found = identification(counts, models.effects_of(int(row)))
        assert (found.exists, found.determined) == (fits.exists[row], fits.determined[row])


def test_all_effects_of_five_lists_are_fitted_on_request() -> None:
    fits = fit_table(published_table("UKdat_5"), hierarchical_models(5))

    assert (len(fits.models), int(fits.exists.sum()), int(fits.determined.sum())) == (6893, 904, 6570)


def test_lists_that_never_meet_have_a_limit_and_no_maximum() -> None:
    table = capture_table(("A", "B", "C"), {1: 40, 2: 30, 3: 6, 4: 20, 6: 5})

    fits = fit_table(table, model_of("[13,2]", 3))

    assert not fits.exists[0]
    assert fits.determined[0]
    assert fits.estimates[0] == pytest.approx(101 + np.exp(fits.log_unseen[0]))


def test_the_zeros_of_artificial_lists_leave_pairs_unidentified() -> None:
    table = capture_table(("A", "B", "C"), {1: 40, 2: 30, 3: 6, 4: 20})

    found = identification(table.cells.astype(np.float64), all_pairs_model(3).effects_of(0))

    assert found.emptied == (5, 6, 7)
    assert not found.determined


def test_criteria_differ_as_their_papers_say() -> None:
    fits = fit_table(published_table("kosovo"), hierarchical_models(4))
    parameters = fits.parameters

    corrected = fits.criterion("AICc") - fits.criterion("AIC")

    assert np.allclose(fits.criterion("BIC") - fits.criterion("AIC"), parameters * (np.log(4400) - 2))
    assert np.allclose(corrected, 2 * parameters * (parameters + 1) / (4400 - parameters - 1))
    assert fits.weights("AICc").sum() == pytest.approx(1)


def test_a_small_sample_gives_large_models_no_weight_by_aicc() -> None:
    table = capture_table(("A", "B", "C"), {1: 2, 2: 2, 3: 1, 5: 1, 6: 1, 7: 1})

    fits = fit_table(table, hierarchical_models(3))

    assert np.isinf(fits.criterion("AICc")[fits.parameters == 7]).all()


def profile(table: CaptureTable, model: str, level: float = 0.95) -> tuple[float, float | None]:
    profiles = profiles_of(table.cells.astype(np.float64), model_of(model, table.width))
    interval = profile_interval(profiles, np.ones(1), table.enumerated, level)
    return interval.low, interval.high


def test_an_interval_ends_where_nobody_is_unseen() -> None:
    table = capture_table(("A", "B", "C"), {7: 60, 3: 20, 5: 15, 6: 10, 1: 3, 2: 2, 4: 1})

    low, high = profile(table, "[1,2,3]")

    assert low == table.enumerated
    assert high is not None


def test_a_higher_level_is_a_wider_interval() -> None:
    table = published_table("madigan_york_3")
    low, high = profile(table, "[12,3]")

    lower, higher = profile(table, "[12,3]", level=0.99)

    assert high is not None
    assert higher is not None
    assert lower < low
    assert higher > high
