"""Grid references: read with or without spaces, cut short or whole, and refused in one line otherwise."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from untold.codebook.coordinates.grid import parse_mgrs, to_mgrs, zone_of
from untold.codebook.coordinates.projection import from_utm, to_utm
from untold.codebook.errors import UnreadableCoordinates
from untold.incidents.places.distance import distance_km

_LATITUDES = st.floats(-79.5, 83.5)
_LONGITUDES = st.floats(-180, 179.999)


@pytest.mark.parametrize(
    ("reference", "lat", "lon"),
    [
        ("18SUJ2348806479", 38.8895, -77.0353),  # the Washington Monument
        ("4QFJ12345678", 21.3098, -157.9168),  # the example of NGA's and Wikipedia's pages, near Honolulu
        ("31NAA6602100000", 0.0, 0.0),  # the equator on the prime meridian
        ("56HLH3490052288", -33.8568, 151.2153),  # Sydney's opera house
    ],
)
def test_known_references_lie_where_they_should(reference: str, lat: float, lon: float) -> None:
    point = parse_mgrs(reference)

    assert distance_km(point.lat, point.lon, lat, lon) < 0.05


@pytest.mark.parametrize("written", ["37SDV580651", "37s dv 580651", "37S DV 580 651", "(37SDV 580651)", "٣٧SDV٥٨٠٦٥١"])
def test_spaces_case_and_digits_do_not_matter(written: str) -> None:
    assert parse_mgrs(written) == parse_mgrs("37SDV580651")


@pytest.mark.parametrize(
    ("reference", "half_diagonal_km"), [("37SDV", 70.7), ("37SDV56", 7.07), ("37SDV580651", 0.0707)]
)
def test_a_short_reference_leaves_its_square_open(reference: str, half_diagonal_km: float) -> None:
    assert parse_mgrs(reference).radius_km == pytest.approx(half_diagonal_km, rel=0.01)


@pytest.mark.parametrize(
    ("reference", "why"),
    [
        ("DV580651", "the zone and band are missing"),
        ("37SDV58065", "5 digits"),
        ("37SDV580651123456", "12 digits"),
        ("37SZV580651", "no square ZV"),
        ("37SDW580651", "no square DW"),
        ("61SDV580651", "no zone 61"),
        ("37IDV580651", "no band I"),
        ("37SDVO80651", "no grid reference"),
        ("37SDV580651/37SDV581652", "2 references"),
        ("", "no grid reference"),
        ("somewhere", "no grid reference"),
    ],
)
def test_a_malformed_reference_is_refused_with_its_value(reference: str, why: str) -> None:
    with pytest.raises(UnreadableCoordinates, match=why) as refused:
        parse_mgrs(reference)

    assert repr(reference) in str(refused.value)
    assert "\n" not in str(refused.value)


@given(_LATITUDES, _LONGITUDES)
def test_a_whole_reference_returns_to_its_metre(lat: float, lon: float) -> None:
    point = parse_mgrs(to_mgrs(lat, lon))

    assert distance_km(lat, lon, point.lat, point.lon) < 0.0015


@given(st.floats(-79, 83), _LONGITUDES, st.integers(1, 5))
def test_a_cut_reference_holds_its_point(lat: float, lon: float, digits: int) -> None:
    point = parse_mgrs(to_mgrs(lat, lon, digits))

    assert distance_km(lat, lon, point.lat, point.lon) <= point.radius_km * 1.01 + 0.0015


@given(st.floats(-79, 83), _LONGITUDES)
def test_the_middle_of_a_square_bears_its_reference(lat: float, lon: float) -> None:
    reference = to_mgrs(lat, lon, 4)
    middle = parse_mgrs(reference)
    assume(zone_of(middle.lat, middle.lon) == zone_of(lat, lon) and int(middle.lat // 8) == int(lat // 8))

    assert to_mgrs(middle.lat, middle.lon, 4) == reference


@given(st.floats(-80, 84), st.floats(-3.5, 3.5), st.integers(1, 60))
def test_the_projection_returns_to_its_point(lat: float, off: float, zone: int) -> None:
    lon = (zone * 6 - 183 + off + 540) % 360 - 180
    back = from_utm(*to_utm(lat, lon, zone), zone)

    assert distance_km(lat, lon, *back) < 1e-6


def test_the_poles_have_no_reference() -> None:
    with pytest.raises(ValueError, match="80° south to 84° north"):
        to_mgrs(89.0, 10.0)


def test_norway_and_svalbard_have_their_own_zones() -> None:
    assert [zone_of(60.0, 4.0), zone_of(60.0, 2.0), zone_of(78.0, 20.0), zone_of(78.0, 35.0)] == [32, 31, 33, 37]
