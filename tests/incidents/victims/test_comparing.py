"""Names find candidates; age, day, place and father's name decide; and everything is only proposed."""

from dataclasses import replace
from typing import Any

import pytest

from tests.incidents.victims.people import CANARY, CANARY_AR, VILLAGE, record
from untold.claims.account import AccountDate, AccountPlace
from untold.incidents.victims import (
    Age,
    Particulars,
    Proposal,
    Register,
    compare_people,
    person_names,
    propose_duplicates,
    reconcile,
)

BARE: dict[str, Any] = {"gender": None, "age": Age(), "dates": (), "places": ()}


def proposed(one: Particulars, other: Particulars) -> Proposal:
    found = compare_people(one, other)
    assert found is not None
    return found


def test_a_name_alone_is_never_the_same() -> None:
    found = proposed(record(**BARE), record("p2", **BARE))

    assert (found.verdict, found.score) == ("unsure", 0.4)
    assert [each.finding for each in found.compared] == ["agrees", *["silent"] * 5]


def test_name_and_sex_are_not_the_same() -> None:
    some: dict[str, Any] = {**BARE, "gender": "female"}

    assert proposed(record(**some), record("p2", **some)).verdict == "unsure"


@pytest.mark.parametrize("known", ["age", "dates", "places"])
def test_one_deciding_field_is_not_enough(known: str) -> None:
    some = {**BARE, known: getattr(record(), known)}

    assert proposed(record(**some), record("p2", **some)).verdict == "unsure"


@pytest.mark.parametrize("known", [("age", "dates"), ("age", "places"), ("dates", "places")], ids="-".join)
def test_two_deciding_fields_beside_the_name_propose_the_same(known: tuple[str, str]) -> None:
    some = {**BARE, **{each: getattr(record(), each) for each in known}}

    assert proposed(record(**some), record("p2", CANARY_AR, **some)).verdict == "same"


def test_another_sex_makes_two_people_of_one_name() -> None:
    assert proposed(record(), record("p2", gender="male")).verdict == "different"


def test_another_father_makes_two_people_of_one_name_and_village() -> None:
    one = record(father=person_names("Sami"))

    assert proposed(one, record("p2", father=person_names("Khalil"))).verdict == "different"
    assert proposed(one, record("p2", father=person_names("سامي"))).verdict == "same"


def test_a_fathers_name_within_a_chain_can_agree_and_never_contradicts() -> None:
    one = record(name="Sami Khalil Mukhtara", **BARE)

    agreeing = proposed(one, record("p2", "Sami Mukhtara", **{**BARE, "father": person_names("Khaleel")}))
    differing = proposed(one, record("p2", "Sami Mukhtara", **{**BARE, "father": person_names("Omar")}))

    assert {each.finding for each in agreeing.compared if each.field == "father"} == {"agrees"}
    assert {each.finding for each in differing.compared if each.field == "father"} == {"silent"}


@pytest.mark.parametrize(
    ("age", "finding"),
    [
        (Age(36, 36), "agrees"),
        (Age(42, 42), "silent"),
        (Age(60, 60), "contradicts"),
        (Age(30, 40), "agrees"),
        (Age(band="adult"), "silent"),
        (Age(band="child"), "contradicts"),
        (Age(), "silent"),
    ],
    ids=str,
)
def test_ages_agree_within_two_years_and_contradict_beyond_a_quarter(age: Age, finding: str) -> None:
    found = proposed(record(), record("p2", age=age))

    assert next(each.finding for each in found.compared if each.field == "age") == finding


def test_a_child_of_three_is_not_a_child_of_twelve() -> None:
    found = proposed(record(age=Age(3, 3)), record("p2", age=Age(12, 12)))

    assert (found.verdict, next(each.reason for each in found.compared if each.field == "age")) == (
        "unsure",
        "ages 9 years apart",
    )


@pytest.mark.parametrize(
    ("day", "finding"),
    [
        ("2015-06-11", "agrees"),
        ("2015-06-20", "silent"),
        ("2015-06", "silent"),
        ("2015", "silent"),
        ("2015-12", "contradicts"),
        ("2016", "contradicts"),
        ("2014-06-10", "contradicts"),
    ],
)
def test_days_agree_when_one_apart_and_contradict_beyond_a_month(day: str, finding: str) -> None:
    found = proposed(record(), record("p2", dates=(AccountDate(day, day),)))

    assert next(each.finding for each in found.compared if each.field == "date") == finding


@pytest.mark.parametrize(
    ("place", "finding"),
    [
        (AccountPlace(name="Tel Zahrah"), "agrees"),
        (AccountPlace(name_local="تل زهره"), "agrees"),
        (AccountPlace(name="Elsewhere", lat=36.01, lon=38.0), "agrees"),
        (AccountPlace(name="Elsewhere", lat=36.3, lon=38.0), "silent"),
        (AccountPlace(name="Elsewhere", lat=33.0, lon=38.0), "contradicts"),
        (AccountPlace(name="Elsewhere"), "silent"),
        (AccountPlace(name="Tal Zahra", country="IRQ"), "silent"),
    ],
    ids=["latin", "arabic", "near", "next town", "far", "unknown", "another country"],
)
def test_places_agree_by_name_or_nearness_and_contradict_when_far(place: AccountPlace, finding: str) -> None:
    found = proposed(record(), record("p2", places=(place,)))

    assert next(each.finding for each in found.compared if each.field == "place") == finding


def test_two_contradictions_make_two_people() -> None:
    other = record("p2", age=Age(70, 70), dates=(AccountDate("2017-01-01", "2017-01-01"),))

    assert proposed(record(), other).verdict == "different"


def test_two_people_of_one_list_are_two() -> None:
    one = record(listed_in=("a",))

    assert proposed(one, record("p2", listed_in=("a", "b"))).verdict == "different"


def test_names_that_cannot_be_one_persons_are_not_compared() -> None:
    assert compare_people(record(), record("p2", "Sami Mukhtara")) is None


def test_no_reason_repeats_a_name() -> None:
    one = record(father=person_names("Canaryfather"))
    found = proposed(one, record("p2", father=person_names("Otherfather")))

    assert not [word for word in (*CANARY.split(), "Canaryfather", "Otherfather") if word in repr(found)]


def test_duplicates_are_proposed_once_the_likeliest_first_and_not_joined() -> None:
    people = [record("p3"), record("p1"), record("p2", **BARE), record("other", "Sami Mukhtara")]

    found = propose_duplicates(people)

    assert [(each.a, each.b, each.verdict) for each in found] == [
        ("p1", "p3", "same"),
        ("p1", "p2", "unsure"),
        ("p2", "p3", "unsure"),
    ]


def test_a_register_gives_candidates_with_what_speaks_against_them() -> None:
    rows = [
        record("r1", places=(replace(VILLAGE, lat=None, lon=None),)),
        record("r2", gender="male"),
        record("r3", "Sami Mukhtara"),
    ]

    found = reconcile(record("v1"), Register(rows))

    assert [(each.b, each.verdict) for each in found] == [("r1", "same"), ("r2", "different")]
    assert len(reconcile(record("v1"), Register(rows), most=1)) == 1
