"""Distances, middles and cells on the sphere."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from untold.incidents.places.distance import cell, cells_around, distance_km, distances_km, midpoint

_POINTS = st.tuples(st.floats(-85, 85), st.floats(-180, 179.99))


def test_a_degree_of_latitude_is_about_a_hundred_and_eleven_kilometres() -> None:
    assert distance_km(36, 37, 37, 37) == pytest.approx(111.195, abs=0.01)


@given(_POINTS, _POINTS)
def test_many_at_once_are_what_each_is_alone(one: tuple[float, float], other: tuple[float, float]) -> None:
    together = distances_km([one[0], 0.0], [one[1], 0.0], *other)

    assert together[0] == pytest.approx(distance_km(*one, *other), abs=1e-6)


def test_an_unknown_coordinate_gives_no_distance() -> None:
    assert np.isnan(distances_km(float("nan"), 37.0, 36.0, 37.0))


@given(_POINTS, _POINTS)
def test_the_middle_is_as_far_from_both(one: tuple[float, float], other: tuple[float, float]) -> None:
    if (far := distance_km(*one, *other)) > 19_000:
        return
    middle = midpoint(*one, *other)

    assert distance_km(*one, *middle) == pytest.approx(far / 2, abs=0.01)
    assert distance_km(*middle, *other) == pytest.approx(far / 2, abs=0.01)


@given(_POINTS, st.floats(0, 360), st.floats(0, 60))
def test_whoever_lies_within_a_circle_has_one_of_its_cells(point: tuple[float, float], turn: float, far: float) -> None:
    lat = point[0] + np.cos(np.radians(turn)) * far / 111.2
    lon = (point[1] + np.sin(np.radians(turn)) * far / 111.2 / np.cos(np.radians(point[0])) + 180) % 360 - 180
    if distance_km(*point, lat, lon) > far:
        return

    assert cell(lat, lon) in cells_around(*point, far)
