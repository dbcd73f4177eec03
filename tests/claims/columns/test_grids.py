"""Grid references against places whose coordinates anybody can look up."""

import pytest

from untold.claims.columns.grids import precision_of, square_of


@pytest.mark.parametrize(
    ("grid", "lat", "lon"),
    [
        ("31UDQ4825111932", 48.8582, 2.2945),  # the Eiffel Tower
        ("18SUJ2348306479", 38.8895, -77.0352),  # the Washington Monument
        ("56HLH3436850948", -33.8688, 151.2093),  # Sydney Town Hall, south of the equator
    ],
)
def test_a_square_of_a_metre_lies_where_its_landmark_is(grid: str, lat: float, lon: float) -> None:
    square = square_of(grid)

    assert square is not None
    assert square.lat == pytest.approx(lat, abs=0.0002)
    assert square.lon == pytest.approx(lon, abs=0.0002)


def test_spaces_and_case_are_spelling() -> None:
    assert square_of("37s da 317 020") == square_of("37SDA317020")


@pytest.mark.parametrize(
    ("grid", "rung"),
    [
        ("37SDA3171102052", "within_1m"),
        ("37SDA31710205", "within_100m"),
        ("37SDA317020", "within_100m"),
        ("37SDA3102", None),
    ],
)
def test_its_digits_are_its_precision(grid: str, rung: str | None) -> None:
    square = square_of(grid)

    assert square is not None
    assert precision_of(square) == rung


@pytest.mark.parametrize(
    "words", ["", "37SDA317020/37SDB580651", "37SDA31702", "61SDA317020", "37IDA317020", "near Tal"]
)
def test_several_squares_or_none_are_no_place(words: str) -> None:
    assert square_of(words) is None
