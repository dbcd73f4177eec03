"""An average over all graphs takes a twenty-fifth of the time that R takes."""

import pytest

from tests.benchmarks.graphs import FEWEST_TIMES, R_SECONDS, seconds_of


@pytest.mark.parametrize("name", R_SECONDS)
def test_graphs_are_averaged_25_times_faster_than_by_r(name: str) -> None:
    assert R_SECONDS[name] / seconds_of(name) >= FEWEST_TIMES
