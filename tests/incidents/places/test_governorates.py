"""Provinces: where a point lies, and what a name means."""

import pytest

from untold.incidents.places.doubts import doubts_of
from untold.incidents.places.governorates import (
    find_governorates,
    governorate_at,
    governorates_near,
    outline,
    stated_governorates,
)


@pytest.mark.parametrize(
    ("lat", "lon", "iso", "country"),
    [
        (36.2, 37.15, "SY-HL", "SYR"),
        (35.95, 39.01, "SY-RA", "SYR"),
        (36.34, 43.13, "IQ-NI", "IRQ"),
        (14.8, 42.95, "YE-HU", "YEM"),
        (31.5, 34.46, None, "PSE"),
        (15.6, 32.5, None, "SDN"),
        (45.0, 34.1, "UA-43", "UKR"),
    ],
)
def test_a_point_lies_in_its_province(lat: float, lon: float, iso: str | None, country: str) -> None:
    found = governorate_at(lat, lon)

    assert found is not None
    assert (found.iso, found.country) == (iso, country)


def test_the_sea_is_in_no_province() -> None:
    assert governorate_at(34.0, 30.0) is None
    assert governorates_near(34.0, 30.0) == ()


def test_near_a_border_both_sides_are_possible() -> None:
    names = {unit.name for unit in governorates_near(36.0, 38.05, 25.0)}

    assert {"Aleppo", "Raqqa"} <= names


@pytest.mark.parametrize("name", ["Aleppo", "Halab", "حلب", "Aleppo Governorate", "محافظة حلب", "aleppo province"])
def test_a_province_is_found_by_each_of_its_names(name: str) -> None:
    assert [unit.iso for unit in find_governorates(name, "SYR")] == ["SY-HL"]


def test_a_name_of_no_province_finds_none() -> None:
    assert find_governorates("Nowhere-upon-Sand", "SYR") == ()
    assert stated_governorates(None, "SYR") == ()


def test_an_outline_covers_its_province() -> None:
    (unit,) = find_governorates("Raqqa", "SYR")
    lat, lon, radius = outline(unit)

    assert governorate_at(lat, lon) == unit
    assert 60 < radius < 160


def test_swapped_axes_are_said_and_not_repaired() -> None:
    (doubt,) = doubts_of(37.15, 36.2, country="SYR")

    assert "swapped, it would lie in Aleppo" in doubt


def test_zero_and_zero_is_said_to_be_nowhere() -> None:
    assert "not known" in doubts_of(0.0, 0.0, country="SYR")[0]


def test_another_country_another_province_and_the_sea_are_said() -> None:
    assert "not in Syria" in doubts_of(33.3, 44.4, country="SYR")[0]
    assert "not in Raqqa" in doubts_of(36.2, 37.15, country="SYR", admin1="Raqqa")[0]
    assert "at sea" in doubts_of(34.0, 30.0)[0]


def test_a_point_where_it_should_be_raises_no_doubt() -> None:
    assert doubts_of(36.2, 37.15, country="SYR", admin1="حلب") == ()
