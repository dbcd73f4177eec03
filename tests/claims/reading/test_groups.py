"""Groups of people: what a noun says of status, demographic and affiliation, and what counts nobody."""

import pytest

from tests.claims.reading.asking import claim_at, claims_of, told, words_of
from untold.codebook.counts import Count


@pytest.mark.parametrize(
    ("noun", "status"),
    [
        ("civilians", "civilian"),
        ("journalists", "civilian"),
        ("paramedics", "civilian"),
        ("aid workers", "civilian"),
        ("teachers", "civilian"),
        ("militants", "combatant"),
        ("rebels", "combatant"),
        ("gunmen", "combatant"),
        ("Daesh militants", "combatant"),
        ("soldiers", "armed_forces"),
        ("regime troops", "armed_forces"),
        ("Peshmerga fighters", "armed_forces"),
        ("Syrian government soldiers", "armed_forces"),
        ("policemen", "police"),
        ("police officers", "police"),
        ("border guards", "police"),
        ("people", None),
        ("women", None),
        ("children", None),
        ("villagers", None),
    ],
)
def test_the_noun_says_the_status(noun: str, status: str | None) -> None:
    assert claim_at(f"A bomb killed 14 {noun} near Mosul.", "14").status == status


@pytest.mark.parametrize(
    ("noun", "demographic"),
    [
        ("children", "children"),
        ("boys", "children"),
        ("girls", "children"),
        ("infants", "children"),
        ("women", "women"),
        ("men", "men"),
        ("civilians", None),
        ("people", None),
        ("soldiers", None),
    ],
)
def test_the_noun_says_the_demographic(noun: str, demographic: str | None) -> None:
    assert claim_at(f"A bomb killed 14 {noun} near Mosul.", "14").demographic == demographic


def test_an_adjective_may_stand_between_number_and_noun() -> None:
    assert claim_at("At least 12 unarmed Syrian civilians were killed in Homs.", "12").status == "civilian"


def test_people_said_to_be_mixed_are_of_unknown_status() -> None:
    assert claim_at("The strikes killed 40 people, both civilians and fighters, in Mosul.", "40").status == "unknown"


def test_a_police_force_is_no_affiliation_that_nobody_named() -> None:
    assert claim_at("A bomb killed 14 policemen near Mosul.", "14").affiliation is None


def test_the_words_of_status_and_demographic_are_shown() -> None:
    claim = claim_at("A bomb killed 14 schoolgirls near Mosul.", "14")

    assert "schoolgirls" in words_of(claim, "demographic")


@pytest.mark.parametrize("person", ["A child", "One soldier", "A man", "A 12-year-old girl", "An elderly woman"])
def test_one_person_is_a_claim_of_one(person: str) -> None:
    assert told(f"{person} was killed by a sniper in Homs.") == [("killed", Count.exactly(1))]


@pytest.mark.parametrize(
    "sentence",
    [
        "The strike destroyed 12 vehicles and killed nobody that we know of by name.",
        "He was killed on 12 March 2016.",
        "He was killed at 14:30.",
        "He was killed at 4 p.m.",
        "He was killed when the price stood at $12 million.",
        "He was killed 30 kilometers from the border.",
        "He was killed by a 120 mm mortar.",
        "The shell killed 40 sheep and 12 goats.",
        "He was killed before Resolution 2254 was passed.",
        "The jets flew 70 sorties before he was killed.",
        "He was killed in the 1990s.",
        "The 12-year-old's dog was killed.",
        "He was killed, the 82nd Airborne Division said.",
        "He was killed three days after the truce.",
        "The attack destroyed 150 houses and injured no one's pride.",
        "He was killed near Highway 66.",
        "He was killed where 30 percent of the houses stand.",
        "He was killed by one of 17 rockets.",
    ],
)
def test_what_is_not_people_is_never_counted(sentence: str) -> None:
    numbers = {claim.count.stated for claim in claims_of(sentence)}

    assert numbers <= {0, 1, None}


@pytest.mark.parametrize(
    "sentence",
    [
        "About 12,000 people were displaced from Homs.",
        "Some 300 people were evacuated from Homs.",
        "The rescuers saved 14 people from the rubble.",
        "The group has 2,000 fighters in Mosul.",
        "The city of Homs has 800,000 inhabitants.",
        "The council sentenced 14 people to community work.",
        "The hospital treated 300 patients for cholera last week.",
    ],
)
def test_people_who_were_not_harmed_are_no_claim(sentence: str) -> None:
    assert told(sentence) == []


def test_an_age_beside_a_count_is_not_a_second_count() -> None:
    text = "A mine killed two boys, aged 12 and 14, near Kobani."

    assert told(text) == [("killed", Count.exactly(2))]


def test_a_family_of_six_is_six_people() -> None:
    assert told("A family of six was killed in Homs.") == [("killed", Count.exactly(6))]


@pytest.mark.parametrize(
    "clause",
    [
        "Two airstrikes",
        "In the 2014 war a shell",
        "On 12 March a shell",
        "On 03/12/2016 a shell",
        "At 06:30 GMT a shell",
        "At about 6.30 a.m. a shell",
        "A 500-pound bomb",
        "A 120mm mortar round",
        "An AK-47 and two grenades",
        "An F-16",
        "A Su-24 jet",
        "Four rockets fired from a T-72",
        "Shells fired from 30 kilometers away",
        "A barrage that lasted 40 minutes",
        "A 12-day siege",
        "The 46th Brigade",
        "A raid after Resolution 2139",
        "A bomb bought for $4,000",
        "A bomb bought for 4,000 dollars",
        "A bomb on the M4 highway",
        "A bomb that destroyed 75 houses and 14 cars",
        "A bomb that killed 300 sheep also",
        "After 70 sorties in three days a shell",
        "A crowd of stones 3 meters high",
        "Resolution 2254 notwithstanding, a bomb",
        "The fourth bomb of the week",
        "A bomb in District 9",
        "Two of five bombs",
        "Three trucks and a bus full of explosives",
        "A fire in a 12-storey building",
        "A bomb under Boeing 737 wreckage",
    ],
)
def test_other_numbers_of_a_sentence_are_left_alone(clause: str) -> None:
    assert told(f"{clause} killed 34 people in Homs.") == [("killed", Count.exactly(34))]


@pytest.mark.parametrize(
    "sentence",
    [
        "One in three of those killed was a child.",
        "A third of those killed were children.",
        "Two thirds of the dead were women.",
        "About 40 percent of those killed were children.",
        "Some 30% of the wounded were women.",
    ],
)
def test_a_share_is_no_count(sentence: str) -> None:
    assert told(sentence) == []


def test_an_ordinal_is_no_count() -> None:
    assert {claim.count.stated for claim in claims_of("He was the 14th journalist killed in Homs.")} <= {None, 1}


@pytest.mark.parametrize("aside", [", all civilians,", ", all of them civilians,", " (all civilians)"])
def test_an_aside_may_say_the_status_of_all(aside: str) -> None:
    assert claim_at(f"12 people{aside} were killed in Homs.", "12").status == "civilian"


def test_an_aside_about_most_says_nothing_of_all() -> None:
    assert claim_at("12 people, mostly civilians, were killed in Homs.", "12").status in {None, "unknown"}


@pytest.mark.parametrize(
    "sentence",
    [
        "12 people survived the strike that killed nobody else by name.",
        "The army captured 12 villages and killed nobody that it named.",
        "12 hostages were freed unharmed.",
        "12 prisoners were released.",
        "12 wells were destroyed.",
        "12 people were nearly killed when the roof fell.",
    ],
)
def test_people_who_came_to_no_harm_are_not_counted(sentence: str) -> None:
    assert 12 not in {claim.count.stated for claim in claims_of(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Former mayor Samir Haddad, 45, was killed in Homs.",
        "SAMIR HADDAD, 45, WAS SHOT TO DEATH.",
        "Samir Haddad, 45, and a son, 7, were killed.",
        "Salma Haddad (40) was killed.",
        "The strike killed Samir Haddad, 45.",
        "A strike killed his wife Salma, 40, in Homs.",
    ],
)
def test_an_age_beside_a_name_counts_nobody(sentence: str) -> None:
    assert not {claim.count.stated for claim in claims_of(sentence)} - {1}
