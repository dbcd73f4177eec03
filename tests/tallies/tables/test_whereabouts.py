"""Places as cells: one governorate under one name, and no name given to what is not known."""

import pytest

from untold.claims.account import AccountPlace
from untold.tallies.tables.whereabouts import country_of, governorate_of, keys_asked, named, place_keys, place_of


def governorates(*places: AccountPlace) -> list[str | None]:
    return named([governorate_of(each) for each in places])


def test_spellings_of_a_governorate_and_a_point_in_it_are_one_cell() -> None:
    places = [
        AccountPlace(admin1="Ar Raqqah", country="SYR"),
        AccountPlace(admin1="Raqqa", country="SYR"),
        AccountPlace(admin1="محافظة الرقة", country="SYR"),
        AccountPlace(lat=35.95, lon=39.01),
    ]

    assert governorates(*places) == ["Raqqa"] * 4


def test_what_is_stated_goes_before_where_the_point_lies() -> None:
    assert governorates(AccountPlace(admin1="Homs", country="SYR", lat=36.2, lon=37.15)) == ["Homs"]


def test_of_two_stated_governorates_the_one_that_holds_the_point_is_meant() -> None:
    both = "Homs or Aleppo"

    assert governorates(
        AccountPlace(admin1=both, country="SYR", lat=36.2, lon=37.15),
        AccountPlace(admin1=both, country="SYR"),
        AccountPlace(admin1=both, country="SYR", lat=35.95, lon=39.01),
    ) == ["Aleppo", None, None]


def test_a_point_that_stands_for_a_country_lies_in_no_governorate() -> None:
    assert governorates(AccountPlace(country="SYR", lat=35.0, lon=38.5, precision="country")) == [None]


def test_a_governorate_that_no_list_has_is_a_cell_by_its_most_common_spelling() -> None:
    spelled = ["North Vale", "north vale", "North Vale"]

    assert governorates(*(AccountPlace(admin1=name, country="SYR") for name in spelled)) == ["North Vale"] * 3


def test_two_places_of_one_name_in_two_countries_are_two_cells() -> None:
    cells = [place_of(AccountPlace("Tal Zahra", country=code)) for code in ("SYR", "IRQ")]

    assert named(cells) == ["Tal Zahra (SYR)", "Tal Zahra (IRQ)"]


def test_the_country_of_a_bare_point_is_where_it_lies() -> None:
    assert country_of(AccountPlace(lat=36.2, lon=37.15)) == "SYR"
    assert country_of(AccountPlace(name="Tal Zahra")) is None


@pytest.mark.parametrize("asked", ["Tal Zahra", "tal-zahra", "Bab Safir", "تل زهرة"])
def test_a_place_is_found_by_its_names_and_by_the_parts_of_them(asked: str) -> None:
    keys = set(place_keys(AccountPlace("Tal Zahra: Bab Safir", "تل زهرة"), None))

    assert set(keys_asked(asked)) <= keys


def test_a_province_is_asked_for_by_saying_that_it_is_one() -> None:
    place = AccountPlace("Tal Zahra", admin1="Aleppo", country="SYR")
    keys = set(place_keys(place, governorate_of(place)))

    assert set(keys_asked("Halab governorate")) & keys
    assert not set(keys_asked("Aleppo")) & keys
