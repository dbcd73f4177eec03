"""A point is published as a square that holds it; squares nest, so that two releases tell no more than one."""

import math
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untold.releases.redaction.squares import Square, published_rung, square_of

SIDES = [Decimal("0.001"), Decimal("0.01"), Decimal("0.1"), Decimal(1)]
LATITUDES, LONGITUDES = st.floats(-90, 90), st.floats(-180, 180)


def edges(square: Square) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    half = Decimal(repr(square.degrees)) / 2
    lat, lon = Decimal(repr(square.lat)), Decimal(repr(square.lon))
    return lat - half, lat + half, lon - half, lon + half


@given(LATITUDES, LONGITUDES, st.sampled_from(SIDES))
def test_a_square_holds_its_point(lat: float, lon: float, side: Decimal) -> None:
    square = square_of(lat, lon, side)

    assert square is not None
    south, north, west, east = edges(square)
    assert south <= Decimal(repr(lat)) <= north
    assert west <= Decimal(repr(lon)) <= east
    assert (north - south, float(east - west)) == (side, square.degrees)


@given(LATITUDES, LONGITUDES, st.sampled_from([*pairwise(SIDES)]))
def test_two_releases_at_two_precisions_tell_no_more_than_the_finer(
    lat: float, lon: float, sides: tuple[Decimal, Decimal]
) -> None:
    finer, coarser = (square_of(lat, lon, side) for side in sides)

    assert finer is not None
    assert coarser is not None
    inner, outer = edges(finer), edges(coarser)
    assert outer[0] <= inner[0]
    assert inner[1] <= outer[1]
    assert outer[2] <= inner[2]
    assert inner[3] <= outer[3]


@given(st.floats(-89, 89), st.floats(-179, 179), st.floats(0, 0.0099), st.floats(0, 0.0099))
def test_every_point_of_a_square_is_published_as_the_same(lat: float, lon: float, north: float, east: float) -> None:
    corner = square_of(lat, lon, Decimal("0.01"))
    assert corner is not None
    south, _, west, _ = edges(corner)

    other = square_of(float(south) + north + 1e-9, float(west) + east + 1e-9, Decimal("0.01"))

    assert other == corner


@pytest.mark.parametrize(
    ("lat", "lon", "middle"),
    [
        (90.0, 180.0, (89.5, 179.5)),
        (-90.0, -180.0, (-89.5, -179.5)),
        (0.0, -0.0, (0.5, 0.5)),
        (-0.000001, 0.0, (-0.5, 0.5)),
        (36.0, 37.0, (36.5, 37.5)),
    ],
)
def test_edges_belong_to_the_square_that_begins_there_and_those_of_the_earth_to_the_last(
    lat: float, lon: float, middle: tuple[float, float]
) -> None:
    assert square_of(lat, lon, Decimal(1)) == Square(*middle, 1.0)


@pytest.mark.parametrize(
    ("lat", "lon", "side"),
    [
        (36.0, None, 1), (None, 37.0, 1), (36.0, 37.0, 0), (90.1, 0.0, 1), (0.0, -180.1, 1), (math.nan, 0.0, 1),
        (0.0, math.inf, 1),
    ],
)  # fmt: skip
def test_no_point_a_side_of_nothing_and_what_is_not_on_earth_have_no_square(
    lat: float | None, lon: float | None, side: int
) -> None:
    assert square_of(lat, lon, Decimal(side)) is None


@pytest.mark.parametrize(
    ("rung", "side", "published"),
    [
        ("exact_location", "0.01", "street"), ("within_1m", "0.1", "subdistrict"), ("village", "0.01", "village"),
        ("city", "0.1", "subdistrict"), ("country", "1", "country"), (None, "1", None),
    ],
)  # fmt: skip
def test_a_place_is_said_to_be_known_no_finer_than_its_square(
    rung: str | None, side: str, published: str | None
) -> None:
    assert published_rung(rung, square_of(36.1, 37.9, Decimal(side))) == published


def test_a_place_without_a_square_keeps_its_rung() -> None:
    assert published_rung("village", None) == "village"
