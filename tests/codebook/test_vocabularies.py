"""Vocabularies: every slug has a meaning and a source, every crosswalk is whole."""

import pytest

from untold.codebook.errors import UnknownWording
from untold.codebook.vocabularies import GeoCodes, geo_crosswalk, vocabulary, vocabulary_meaning, vocabulary_names
from untold.codebook.wordlists import word_list


@pytest.mark.parametrize("name", vocabulary_names())
def test_every_term_says_what_it_means_and_where_it_comes_from(name: str) -> None:
    terms = vocabulary(name)

    assert terms
    assert vocabulary_meaning(name).endswith(".")
    assert all(term.meaning and term.source for term in terms)


@pytest.mark.parametrize("name", vocabulary_names())
def test_every_slug_is_lower_case_without_spaces(name: str) -> None:
    assert [term.slug for term in vocabulary(name) if not term.slug.isidentifier() or not term.slug.islower()] == []


def test_a_term_may_name_a_source_of_its_own() -> None:
    sources = {term.slug: term.source for term in vocabulary("grade")}

    assert sources["ungraded"] == "Untold"
    assert sources["fair"].startswith("Airwars")


def test_a_vocabulary_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UnknownWording, match="vocabulary 'colour'"):
        vocabulary("colour")


@pytest.mark.parametrize(
    ("rung", "codes"),
    [
        ("exact_location", GeoCodes(1, 1)),
        ("town", GeoCodes(1, 1)),
        ("nearby", GeoCodes(2, 2)),
        ("district", GeoCodes(3, 2)),
        ("province", GeoCodes(4, 3)),
        ("country", GeoCodes(6, 3)),
        ("sea", GeoCodes(7, 3)),
    ],
)
def test_each_rung_of_the_ladder_has_its_codes(rung: str, codes: GeoCodes) -> None:
    assert geo_crosswalk()[rung] == codes


def test_the_ladder_never_climbs_in_precision_on_the_way_down() -> None:
    on_land = [codes.ucdp for rung, codes in geo_crosswalk().items() if rung != "sea"]

    assert on_land == sorted(on_land)


def test_every_means_that_is_read_is_a_weapon_of_the_vocabulary() -> None:
    assert set(word_list("means")) <= {term.slug for term in vocabulary("weapon")}
