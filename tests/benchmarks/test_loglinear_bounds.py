"""All log-linear models take a fiftieth of the time that R takes."""

import pytest

from tests.benchmarks.loglinear import FEWEST_TIMES, R_SECONDS, fitting_seconds


@pytest.mark.timing
@pytest.mark.parametrize("name", R_SECONDS)
def test_all_models_are_fitted_50_times_faster_than_by_r(name: str) -> None:
    assert R_SECONDS[name] / fitting_seconds(name) >= FEWEST_TIMES
