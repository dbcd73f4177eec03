"""Of whom: what a number without a noun takes from the group before it."""

import pytest

from tests.claims.reading.asking import claim_at


def test_a_number_without_a_noun_takes_the_status_of_the_group_before_it() -> None:
    claim = claim_at("Two soldiers were killed and three wounded in Homs.", "three")

    assert claim.status == "armed_forces"


def test_a_number_without_a_noun_takes_no_demographic() -> None:
    claim = claim_at("A woman was killed and twelve wounded in Homs.", "twelve")

    assert claim.demographic is None


def test_status_carried_from_a_sentence_before_shows_that_sentence() -> None:
    text = (
        "Airstrikes hit civilians on the bridge at noon. At least 12 civilians were killed, and 9 of them were burned."
    )
    claim = claim_at(text, "9")

    assert claim.status == "civilian"


def test_fighters_of_a_named_group_have_it_as_affiliation() -> None:
    claim = claim_at("SOHR counted 4,108 Daesh militants killed by the strikes.", "4,108")

    assert claim.affiliation is not None
    assert (claim.affiliation.id, claim.status) == ("islamic-state", "combatant")


def test_an_affiliation_that_the_codebook_does_not_know_keeps_its_words() -> None:
    claim = claim_at("The clash killed 14 fighters of the Desert Lions Brigade near Homs.", "14")

    assert claim.affiliation is None or claim.affiliation.id is None


@pytest.mark.parametrize(
    "text",
    [
        "The group executed 70 members of a tribe, the majority of them civilians.",
        "The strike injured 70 civilians and fighters.",
        "Shelling killed at least 70 people. It was not clear how many of the dead were civilians.",
    ],
)
def test_a_mixture_is_of_unknown_status(text: str) -> None:
    assert claim_at(text, "70").status == "unknown"


def test_scores_of_them_are_those_with_whom_the_army_clashed() -> None:
    claim = claim_at("The army clashed with rebels near the base, killing scores of them.", "scores")

    assert claim.status == "combatant"


def test_a_commander_among_troops_is_of_their_side() -> None:
    claim = claim_at("12 government troops including a captain were killed.", "a")

    assert claim.status == "armed_forces"
