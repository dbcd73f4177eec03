"""Coordinates in every usual writing; what can be read in two ways is refused."""

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untold.codebook.coordinates.links import VIEW
from untold.codebook.coordinates.writings import parse_coordinates
from untold.codebook.errors import UnreadableCoordinates

_NEAR = 1e-3


@pytest.mark.parametrize(
    "written",
    [
        "36.2, 37.15",
        "36.2 37.15",
        "(36.2,37.15)",
        "36,2; 37,15",
        "36,2 37,15",
        "36,20, 37,15",
        "36.2N 37.15E",
        "N36.2 E37.15",
        "37.15E 36.2N",
        "37.15 E, 36.2 N",
        "lat: 36.2 lon: 37.15",
        "lon=37.15, lat=36.2",
        "latitude 36.2, longitude 37.15",
        "٣٦٫٢، ٣٧٫١٥",
        "۳۶٫۲، ۳۷٫۱۵",
        "٣٦.٢ شمالا ٣٧.١٥ شرقا",
        "36°12'00\"N 37°09'00\"E",
        "36° 12' 00\" N, 37° 9' E",
        "36º12′00″N 37º09′00″E",
        "36°12.0'N 37°09.0'E",
        "N36 12 00 E037 09 00",
        "361200N 0370900E",
        "361200N0370900E",
        "3612N 03709E",
        "36-12-00N 037-09-00E",
        "36:12:00N 37:09:00E",
        "36d12m00sN 37d09m00sE",
        "\u200e36.2, 37.15\u200f",
        "https://maps.google.com/?q=36.2,37.15",
        "https://www.google.com/maps/@36.2,37.15,15z",
        "https://www.google.com/maps/place/X/@36.1,37.0,12z/data=!3m1!4b1!4m5!3d36.2!4d37.15",
        "https://www.google.com/maps/place/36%C2%B012'00.0%22N+37%C2%B009'00.0%22E/@36.1,37.1,17z",
        "https://www.google.com/maps/search/?api=1&query=36.2%2C37.15",
        "https://maps.google.com/maps?ll=36.2,37.15&z=3",
        "https://www.openstreetmap.org/?mlat=36.2&mlon=37.15#map=12/36.1/37.2",
        "https://www.openstreetmap.org/#map=12/36.2/37.15",
        "geo:36.2,37.15;u=35",
    ],
)
def test_all_writings_of_one_point_give_it(written: str) -> None:
    point = parse_coordinates(written)

    assert [point.lat, point.lon] == pytest.approx([36.2, 37.15], abs=_NEAR)


def test_a_grid_reference_is_told_from_numbers() -> None:
    assert parse_coordinates("37SDV580651").writing == "mgrs"
    assert parse_coordinates("MGRS: 37S DV 580 651").writing == "mgrs"


@pytest.mark.parametrize(
    ("written", "lat", "lon"),
    [("33.9S 18.4E", -33.9, 18.4), ("-33.9, 18.4", -33.9, 18.4), ("12°30'S 77°0'W", -12.5, -77.0)],
)
def test_south_and_west_are_negative(written: str, lat: float, lon: float) -> None:
    point = parse_coordinates(written)

    assert [point.lat, point.lon] == pytest.approx([lat, lon])


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("36,2,37,1", "decimal or between"),
        ("36.2", "numbers: 1,"),
        ("36.2-37.1", "hyphen may be a sign"),
        ("hello", "no part of a coordinate"),
        ("36.2, 200", "not on the earth"),
        ("95, 37", "not on the earth"),
        ("36°72'N 37°00'E", "60 and more"),
        ("N 36.2 N 37", "on one axis"),
        ("36 12 30 37 09 00", "numbers: 6,"),
        ("", "empty"),
        ("1" * 500, "too long"),
        ("https://maps.app.goo.gl/abc", "shortened link"),
        ("https://www.google.com/maps", "no coordinates"),
        ("https://maps.google.com/?q=136.2,37.15", "not on the earth"),
    ],
)
def test_what_is_no_point_is_refused_with_what_was_expected(written: str, why: str) -> None:
    with pytest.raises(UnreadableCoordinates, match=why) as refused:
        parse_coordinates(written)

    assert "expected" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_link_to_a_map_without_a_pin_says_that_it_is_only_a_view() -> None:
    assert parse_coordinates("https://www.google.com/maps/@36.2,37.15,15z").remark == VIEW
    assert parse_coordinates("https://maps.google.com/?q=36.2,37.15").remark is None


def test_fewer_digits_leave_more_open() -> None:
    radii = [parse_coordinates(text).radius_km for text in ("36, 37", "36.2, 37.1", "36.20, 37.15", "36.2012, 37.1343")]

    assert radii == sorted(radii, reverse=True)
    assert radii[-1] < 0.01


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_decimal_degrees_return_to_their_point(lat: float, lon: float) -> None:
    point = parse_coordinates(f"{lat:.6f}, {lon:.6f}")

    assert [point.lat, point.lon] == pytest.approx([lat, lon], abs=1e-6)


@given(
    st.integers(0, 89),
    st.integers(0, 59),
    st.integers(0, 59),
    st.integers(0, 179),
    st.sampled_from("NS"),
    st.sampled_from("EW"),
)
def test_degrees_minutes_and_seconds_return_to_their_point(d: int, m: int, s: int, e: int, ns: str, ew: str) -> None:
    point = parse_coordinates(f"{d}°{m}'{s}\"{ns} {e}°{s}'{m}\"{ew}")

    assert abs(point.lat) == pytest.approx(d + m / 60 + s / 3600)
    assert abs(point.lon) == pytest.approx(e + s / 60 + m / 3600)
    assert (point.lat <= 0) == (ns == "S" or (d, m, s) == (0, 0, 0))


@given(st.text(max_size=200))
def test_any_text_gives_a_point_or_a_refusal(text: str) -> None:
    with suppress(UnreadableCoordinates):
        point = parse_coordinates(text)

        assert abs(point.lat) <= 90
        assert abs(point.lon) <= 180


@pytest.mark.timing
@pytest.mark.parametrize(
    "huge",
    [
        "1" * 100_000,
        "36.2, " * 20_000,
        "(" * 100_000,
        " " * 100_000,
        "٣" * 100_000,
        "https://www.google.com/maps/@" + "1" * 100_000,
        "https://x" + "/place/" * 280,
        "36°" * 39,
        "1 " * 59,
        "\u202e" * 100_000,
        "37S" + " " * 1900,
    ],
)
def test_huge_texts_are_refused_fast(huge: str) -> None:
    start = time.process_time()

    with pytest.raises(UnreadableCoordinates):
        parse_coordinates(huge)

    assert time.process_time() - start < 0.5
