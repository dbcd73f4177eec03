"""The words around a name say how the incident lies to it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untold.incidents.places.wording import is_plain, read_wording


@pytest.mark.parametrize(
    ("phrase", "relation", "name"),
    [
        ("Kafr Wahm", "at", "Kafr Wahm"),
        ("near Kafr Wahm", "near", "Kafr Wahm"),
        ("Kafr Wahm outskirts", "near", "Kafr Wahm"),
        ("south of Kafr Wahm", "near", "Kafr Wahm"),
        ("the village of Kafr Wahm", "at", "Kafr Wahm"),
        ("Kafr Wahm countryside", "countryside", "Kafr Wahm"),
        ("northern Aleppo", "part", "Aleppo"),
        ("northern Aleppo countryside", "countryside", "Aleppo"),
        ("ريف حلب", "countryside", "حلب"),
        ("ريف حلب الشرقي", "countryside", "حلب"),
        ("قرب منبج", "near", "منبج"),
        ("قرية كفر وهم", "at", "كفر وهم"),
        ("حي السوق", "quarter", "السوق"),
        ("Old Mill neighborhood", "quarter", "Old Mill"),
    ],
)
def test_the_relation_is_taken_off_the_name(phrase: str, relation: str, name: str) -> None:
    (piece,) = read_wording(phrase).pieces

    assert (piece.relation, piece.name) == (relation, name)


@pytest.mark.parametrize(
    "phrase", ["between Ayn Wahm and Bir Sarab", "The road between Ayn Wahm and Bir Sarab (Road 9)"]
)
def test_a_way_between_two_places_has_two_ends(phrase: str) -> None:
    assert read_wording(phrase).ends == ("Ayn Wahm", "Bir Sarab")


def test_a_way_is_read_in_arabic() -> None:
    assert read_wording("بين منبج وجرابلس").ends == ("منبج", "جرابلس")


def test_brackets_hold_another_name_and_commas_lead_to_wider_places() -> None:
    wording = read_wording("Kafr Wahm (the Mill), Aleppo")

    assert wording.aliases == ("the Mill",)
    assert [piece.name for piece in wording.pieces] == ["Kafr Wahm", "Aleppo"]


def test_a_distance_is_kept() -> None:
    assert read_wording("20 km from Kafr Wahm").pieces[0].away_km == 20.0
    assert read_wording("10 miles north of Kafr Wahm").pieces[0].away_km == 16.1


def test_two_places_are_two() -> None:
    assert read_wording("Kafr Wahm and Bir Sarab").several == ("Kafr Wahm", "Bir Sarab")


def test_a_plain_name_is_one_and_no_more() -> None:
    assert is_plain("Kafr Wahm")
    assert not any(map(is_plain, ["near Kafr Wahm", "Kafr Wahm, Aleppo", "Road 9", "A and B", ""]))


@given(st.text(max_size=300))
def test_any_text_has_a_reading(text: str) -> None:
    wording = read_wording(text)

    assert len(wording.pieces) <= 8


@pytest.mark.timing
@pytest.mark.parametrize(
    "huge", ["near " * 20_000, "a, " * 99, "between " * 37, "(" * 300, "بين " * 74 + "و", "x" * 100_000]
)
def test_huge_phrases_are_fast(huge: str) -> None:
    start = time.process_time()

    read_wording(huge)

    assert time.process_time() - start < 0.5
