"""Places: known by many spellings, never a plain word."""

import pytest

from untold.codebook.errors import BrokenVocabulary
from untold.codebook.folding import name_key
from untold.codebook.places import (
    KnownPlace,
    cased_place_names,
    countries,
    country_name,
    demonyms,
    find_place,
    index_places,
    place_names,
)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Raqa", "SYR"),
        ("Ar-Raqqah", "SYR"),
        ("Deir al-Zor", "SYR"),
        ("Deir Ezzor", "SYR"),
        ("دير الزور", "SYR"),
        ("Khan Shaykhun", "SYR"),
        ("Eastern Ghouta", "SYR"),
        ("Ninewa", "IRQ"),
        ("Mosul", "IRQ"),
        ("الموصل", "IRQ"),
        ("Khan Yunis", "PSE"),
        ("the Gaza Strip", "PSE"),
        ("Hodeida", "YEM"),
        ("Kharkov", "UKR"),
        ("Mazar-e-Sharif", "AFG"),
        ("El Fasher", "SDN"),
        ("الفاشر", "SDN"),
        ("Misrata", "LBY"),
        ("Baalbek", "LBN"),
        ("MORAZAN", "SLV"),
        ("Medellín", "COL"),
        ("Ayacucho", "PER"),
        ("the United States", "USA"),
        ("Ivory Coast", "CIV"),
        ("Burma", "MMR"),
    ],
)
def test_each_spelling_finds_its_country(name: str, country: str) -> None:
    found = find_place(name)

    assert found is not None
    assert found.country == country


@pytest.mark.parametrize(("form", "country"), [("US", "USA"), ("U.S.", "USA"), ("UK", "GBR"), ("UAE", "ARE")])
def test_short_forms_of_countries_count_as_they_are_written(form: str, country: str) -> None:
    assert cased_place_names()[form].country == country


@pytest.mark.parametrize("word", ["us", "hit", "meta", "tyre", "ana", "tame", "turbo", "car", "leon"])
def test_a_plain_word_is_no_place(word: str) -> None:
    assert find_place(word) is None


def test_a_name_that_is_also_a_word_counts_with_its_capital() -> None:
    found = find_place("Hit")

    assert found is not None
    assert found.country == "IRQ"


@pytest.mark.parametrize("name", ["Tripoli", "Kurdistan", "La Libertad", "Congo"])
def test_a_name_that_several_countries_share_has_no_country(name: str) -> None:
    found = find_place(name)

    assert found is not None
    assert found.country is None


@pytest.mark.parametrize("word", ["صور", "حديثة", "الخيام", "عمان"])
def test_an_arabic_name_that_is_a_plain_word_is_not_looked_up_alone(word: str) -> None:
    assert find_place(word) is None


@pytest.mark.parametrize(
    ("word", "country"),
    [("syrian", "SYR"), ("syrians", "SYR"), ("yazidi", None), ("salvadorans", "SLV"), ("dutch", "NLD"), ("us", None)],
)
def test_a_demonym_leads_to_its_country(word: str, country: str | None) -> None:
    assert demonyms().get(word) == country


def test_every_country_of_iso_3166_is_there() -> None:
    assert len(countries()) == 249 + 1  # ISO 3166-1 has 249; Kosovo's code is user-assigned


def test_every_code_is_three_capitals() -> None:
    assert all(len(code) == len("SYR") and code.isupper() for code in countries())


def test_every_country_s_name_finds_the_country_itself() -> None:
    for code, country in countries().items():
        assert find_place(country.name) is country, code


def test_a_country_has_its_english_name() -> None:
    assert country_name("COD") == "Democratic Republic of the Congo"


def test_each_place_is_of_a_country_that_exists() -> None:
    assert {place.country for place in place_names().values()} <= {None, *countries()}


def test_a_name_that_counts_as_written_is_not_indexed_without_its_case() -> None:
    assert [form for form in cased_place_names() if name_key(form) in place_names()] == []


def test_one_name_for_two_places_is_refused() -> None:
    one = KnownPlace("Hama", None, "SYR", "city")
    other = KnownPlace("HAMA", None, "JPN", "town")

    with pytest.raises(BrokenVocabulary, match="'hama' is Hama"):
        index_places([("Hama", one), ("HAMA", other)])


def test_at_least_two_hundred_and_fifty_towns_and_provinces_are_known() -> None:
    least = 250

    assert len({place for place in place_names().values() if place.kind != "country"}) >= least
