"""The latent class model gives what long runs give, and refuses what the data do not carry."""

import numpy as np
import pytest

from tests.estimates.published import published_table
from untold.codebook.errors import UnusableLists
from untold.estimates.capture_table import CaptureTable, capture_table
from untold.estimates.latent_class import Options, fit_latent_class, sample

# Medians and ends of long runs with the same priors and cap: 96,000 draws in eight chains.
LONG_RUNS = {"kosovo": (9_008, 10_436, 13_872), "HIV": (9_364, 10_926, 13_111), "madigan_york_3": (686, 733, 825)}
THREE = ("A", "B", "C")


def _small() -> CaptureTable:
    return capture_table(THREE, {1: 40, 2: 35, 3: 12, 4: 30, 5: 9, 6: 11, 7: 4})


@pytest.mark.parametrize("name", LONG_RUNS)
def test_medians_and_ends_are_those_of_long_runs(name: str) -> None:
    estimate = fit_latent_class(published_table(name), Options(effective=4_000), seed=5).estimate

    assert estimate.status == "estimable"
    low, median, high = LONG_RUNS[name]
    assert estimate.point == pytest.approx(median, rel=0.01)
    assert estimate.low == pytest.approx(low, rel=0.03)
    assert estimate.high == pytest.approx(high, rel=0.03)


def test_chains_agree_on_the_trafficking_table_where_long_gibbs_runs_do_not() -> None:
    drawn = sample(published_table("UKdat_5"), Options(), seed=2)

    assert drawn.is_good
    assert drawn.convergence.rhat is not None
    assert drawn.convergence.rhat < 1.01
    assert float(np.median(drawn.whole)) == pytest.approx(22_274, rel=0.03)


def test_the_same_seed_gives_the_same_draws_and_another_one_others() -> None:
    first, again, other = (fit_latent_class(_small(), seed=seed) for seed in (3, 3, 4))

    assert first.estimate == again.estimate
    assert first.draws is not None
    assert again.draws is not None
    assert other.draws is not None
    assert np.array_equal(first.draws, again.draws)
    assert not np.array_equal(first.draws[:, :100], other.draws[:, :100])


def test_an_estimate_says_its_lists_assumptions_and_how_good_its_draws_are() -> None:
    fit = fit_latent_class(_small(), seed=1, stratum=(("place", "Northtown"),))

    estimate = fit.estimate
    assert estimate.point is not None
    assert estimate.point >= estimate.enumerated == 141
    assert (estimate.lists, estimate.stratum, estimate.seed) == (THREE, (("place", "Northtown"),), 1)
    assert "kind" in estimate.assumptions[0]
    assert "up to 2,961" in estimate.assumptions[-1]
    assert float(estimate.diagnostics["ess_bulk"] or 0) >= 1_000
    assert estimate.diagnostics["chains"] == 4
    assert fit.draws is not None
    assert fit.draws.min() >= 141
    assert fit.draws.max() <= 2_961


def test_two_lists_are_refused_because_classes_cannot_be_told() -> None:
    fit = fit_latent_class(CaptureTable(("A", "B"), (1, 2, 3), (50, 60, 20)), seed=1)

    assert fit.estimate.status == "not_estimable"
    assert fit.estimate.refused is not None
    assert "three lists" in fit.estimate.refused.reason
    assert fit.draws is None


def test_an_end_that_the_cap_sets_is_not_printed() -> None:
    lists_that_hardly_meet = capture_table(THREE, {1: 60, 2: 70, 4: 50, 3: 1})

    fit = fit_latent_class(lists_that_hardly_meet, seed=1)

    assert fit.estimate.status == "not_estimable"
    assert fit.estimate.high is None
    assert fit.estimate.refused is not None
    assert "cap of 3,801" in fit.estimate.refused.reason
    assert fit.draws is not None


def test_too_few_draws_are_unstable_and_not_printed() -> None:
    fit = fit_latent_class(published_table("kosovo"), Options(warm_up=100, draws=20, most_draws=40), seed=1)

    assert fit.estimate.status == "unstable"
    assert fit.estimate.point is None
    assert fit.estimate.refused is not None


def test_a_cap_below_the_enumerated_is_an_error() -> None:
    with pytest.raises(UnusableLists, match="cap of 100 on 141"):
        fit_latent_class(_small(), Options(most=100), seed=1)


def test_a_cap_at_the_enumerated_leaves_nobody_unseen() -> None:
    drawn = sample(_small(), Options(most=141, draws=50, most_draws=50), seed=1)

    assert set(drawn.whole.ravel()) == {141.0}


@pytest.mark.parametrize(
    "wrong", [{"classes": 1}, {"chains": 1}, {"a": 0.0}, {"level": 1.0}, {"warm_up": 10}, {"draws": 5}]
)
def test_options_without_sense_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"needs|above 0|warms up"):
        Options(**wrong)
