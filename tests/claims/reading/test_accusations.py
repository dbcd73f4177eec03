"""By whom, where a later sentence says it; and which means a later sentence takes up."""

import pytest

from tests.claims.reading.asking import claim_at

SHELLING = "Shells fell on a market in Hodeidah on Thursday, killing 28 people."
STRIKE = "US-led coalition planes killed 28 people in Raqqa on Thursday."


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (f"{SHELLING} The Houthis accused Saudi Arabia of the attack.", {"saudi-arabia": "suspected"}),
        (f"{SHELLING} The Houthis denied responsibility.", {"houthis": "denied"}),
        (f"{SHELLING} The Houthis claimed responsibility for the attack.", {"houthis": "known"}),
        (f"{STRIKE} The US-led coalition denied involvement.", {"us-led-coalition": "denied"}),
        (f"{STRIKE} The US-led coalition has denied the accusation.", {"us-led-coalition": "denied"}),
        (
            f"{SHELLING} Ukraine blamed Russia for the attack. Russia said Ukraine had fired the shells.",
            {"russia": "contested", "ukraine": "contested"},
        ),
    ],
)
def test_what_is_said_of_the_deed_further_on_is_said_of_the_claim(text: str, roles: dict[str, str]) -> None:
    assert {one.id: one.role for one in claim_at(text, "28").attributed_to} == roles


@pytest.mark.parametrize(
    "after",
    [
        "No group claimed responsibility.",
        "The Houthis have not claimed the attack.",
        "The Houthis denied that so many people died.",
        "The report blames the Houthis for 61 percent of the harm.",
    ],
)
def test_what_claims_or_denies_no_deed_names_nobody(after: str) -> None:
    assert claim_at(f"{SHELLING} {after}", "28").attributed_to == ()


def test_a_fact_known_from_the_same_sentence_outlasts_an_accusation() -> None:
    found = claim_at(f"{STRIKE} Russia blamed Turkey for the attack.", "28").attributed_to

    assert [(one.id, one.role) for one in found] == [("us-led-coalition", "known")]


@pytest.mark.parametrize(
    "after", ["The blast killed 28 people.", "The first killed 28 people.", "28 people died in the explosion."]
)
def test_the_means_of_the_sentence_before_is_taken_up(after: str) -> None:
    assert claim_at(f"A car bomb went off in Kirkuk on Thursday. {after}", "28").means == "ied"


def test_two_means_before_leave_it_open_which_is_taken_up() -> None:
    text = "A car bomb and a mortar hit Kirkuk on Thursday. The blast killed 28 people."

    assert claim_at(text, "28").means is None
