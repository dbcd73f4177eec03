"""Models where units differ, or lists change them, give what their papers' numbers are."""

import numpy as np
import pytest

from tests.estimates.published import published_table
from untold.estimates.capture_table import capture_table
from untold.estimates.loglinear.heterogeneity import NamedFit, heterogeneity_models, interval_of

KOSOVO = published_table("kosovo")
# Of a thousand on three lists, each found with chance 0.4, then again with 0.6 (made, in whole units).
TRAPPED = capture_table(("A", "B", "C"), {1: 64, 3: 96, 5: 96, 7: 144, 2: 96, 6: 144, 4: 144})


def named(fits: tuple[NamedFit, ...], name: str) -> NamedFit:
    return next(fit for fit in fits if fit.name == name)


@pytest.mark.parametrize(
    ("name", "estimate", "error", "deviance", "aic"),
    [  # what Rcapture 1.4.4 prints
        ("M0", 7608.3676438663, 136.6175079864, 1104.0019655667, 1209.4259702842),
        ("Mt", 7394.5866623002, 129.6253909644, 245.9387364261, 357.3627411436),
        ("Mh Chao (LB)", 8787.2428304565, 222.6204956368, 986.9218306035, 1094.345835321),
        ("Mh Poisson2", 9402.9524944067, 310.8532657581, 1019.5174327777, 1126.9414374952),
        ("Mth Darroch", 12797.3434416827, 814.8342191812, 119.448430867, 232.8724355845),
        ("Mth Gamma3.5", 18387.1457545364, 1892.8764851041, 113.7836722582, 227.2076769757),
        ("Mb", 5189.6651709422, 62.8691600283, 744.2273008462, 851.6513055638),
    ],
)
def test_kosovos_numbers_are_rcaptures(name: str, estimate: float, error: float, deviance: float, aic: float) -> None:
    fit = named(heterogeneity_models(KOSOVO), name)

    found = (fit.estimate, fit.standard_error_as_r, fit.deviance, fit.aic)
    assert found == pytest.approx((estimate, error, deviance, aic), rel=1e-6)
    assert fit.is_possible


def test_a_list_that_changes_who_is_found_again_leaves_the_number_as_it_is() -> None:
    fits = heterogeneity_models(TRAPPED)

    assert named(fits, "Mb").estimate == pytest.approx(1000, rel=1e-6)
    assert named(fits, "Mbh").estimate == pytest.approx(1000, rel=1e-6)
    assert named(fits, "Mb").deviance == pytest.approx(0, abs=1e-6)


def test_an_estimate_that_cannot_be_is_marked() -> None:
    fits = heterogeneity_models(published_table("UKdat_5"))

    assert named(fits, "Mb").estimate < 0
    assert not named(fits, "Mb").is_possible


def test_a_profile_interval_is_rcaptures() -> None:
    fit = named(heterogeneity_models(KOSOVO), "Mth Chao (LB)")

    interval = interval_of(fit, KOSOVO)

    assert interval.high is not None
    found = (interval.peak, interval.low, interval.high)
    assert found == pytest.approx((8588.3970425323, 8188.7186884222, 9026.9177730998), rel=1e-6)


def test_a_bound_has_no_term_below_nothing() -> None:
    fit = named(heterogeneity_models(KOSOVO), "Mh Chao (LB)")

    assert fit.degrees_of_freedom == 12
    assert np.all(fit.design[0, 1:] == 0)


def test_a_model_of_removal_has_no_profile() -> None:
    with pytest.raises(ValueError, match="Mb has no profile"):
        interval_of(named(heterogeneity_models(KOSOVO), "Mb"), KOSOVO)


def test_two_lists_cannot_show_how_units_differ() -> None:
    with pytest.raises(ValueError, match="three lists"):
        heterogeneity_models(capture_table(("A", "B"), {1: 3, 2: 3, 3: 1}))
