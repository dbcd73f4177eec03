"""The cap on N is an exact factor, and drawing under it never hangs."""

from collections.abc import Callable

import numpy as np
import pytest
from scipy.stats import chisquare, nbinom

from untold.estimates.latent_class.cap import draw_unseen, is_felt, log_beta, log_share, log_share_slope
from untold.estimates.latent_class.cap_share import beyond_cap, quantile_without_cap

Kernel = Callable[..., float]


@pytest.mark.parametrize("kernel", [log_share, log_share.py_func], ids=["compiled", "plain"])
@pytest.mark.parametrize(("units", "cap"), [(5, 0), (40, 7), (400, 8_000), (4_400, 88_000)])
@pytest.mark.parametrize("q", [0.01, 0.048, 0.2, 0.9])
def test_the_share_below_the_cap_is_the_negative_binomials(kernel: Kernel, units: int, cap: int, q: float) -> None:
    share = kernel(units, cap, log_beta(units, cap), q)

    expected = nbinom.logcdf(cap, units, q)
    if np.isfinite(expected):
        assert share == pytest.approx(expected, rel=1e-7, abs=1e-9)
    else:
        assert share < -700


@pytest.mark.parametrize("q", [0.03, 0.0476, 0.06])
def test_the_slope_of_the_share_is_its_derivative(q: float) -> None:
    units, cap, step = 400, 8_000, 1e-7
    log_b = log_beta(units, cap)
    above, below = (log_share(units, cap, log_b, q + sign * step) for sign in (1, -1))

    slope = log_share_slope.py_func(units, cap, log_b, q, log_share(units, cap, log_b, q))

    assert slope == pytest.approx((above - below) / (2 * step), rel=1e-4)


def test_a_cap_that_lies_far_above_is_not_asked() -> None:
    assert not is_felt.py_func(4_400, 88_000, 0.4)
    assert is_felt.py_func(4_400, 88_000, 0.05)


@pytest.mark.parametrize("q", [0.1, 0.3, 0.5])
def test_draws_under_a_cap_follow_the_cut_distribution(q: float) -> None:
    rng, units, cap = np.random.default_rng(8), 10, 12
    log_b = log_beta(units, cap)

    drawn = [draw_unseen(rng, units, cap, log_b, q) for _ in range(4_000)]

    expected = nbinom.pmf(np.arange(cap + 1), units, q) / nbinom.cdf(cap, units, q) * len(drawn)
    enough = expected > 5
    counts = np.bincount(drawn, minlength=cap + 1)
    observed = [*counts[enough], counts[~enough].sum()]
    rest = max(expected[~enough].sum(), 1e-9)
    assert chisquare(observed, [*expected[enough], rest]).pvalue > 1e-4


def test_a_cap_of_nobody_leaves_nobody_unseen() -> None:
    assert draw_unseen.py_func(np.random.default_rng(1), 50, 0, log_beta(50, 0), 0.001) == 0


def test_what_lies_beyond_the_cap_is_told_from_draws_below_it() -> None:
    units, cap, q = 100, 900, 0.1
    seen = np.full((2, 50), q)

    beyond = beyond_cap(seen, units, cap)

    assert beyond == pytest.approx(nbinom.sf(cap, units, q), rel=1e-6)
    assert quantile_without_cap(np.arange(101.0), 0.475, 0.05) == pytest.approx(50.0)
    assert quantile_without_cap(np.arange(101.0), 0.975, 0.05) is None
