"""Looking left of a word of harm: the subject of its clause."""

import pytest

from tests.claims.reading.asking import claim_at, told
from untold.codebook.counts import Count

TWELVE_KILLED = [("killed", Count.exactly(12))]


@pytest.mark.parametrize(
    "sentence",
    [
        "12 civilians were killed in Homs.",
        "12 civilians have been killed in Homs.",
        "12 civilians had reportedly been killed in Homs.",
        "12 civilians died in Homs.",
        "12 civilians killed in Homs",
        "12 civilians are dead in Homs.",
        "12 civilians, most of them from one village, were killed in Homs.",
        "12 civilians who had gone to buy bread were killed in Homs.",
        "12 were killed in Homs.",
        "12 of them were killed in Homs.",
        "12 killed in Homs",
        "In Homs, 12 civilians were killed.",
        "Shelling was heard all day, and 12 civilians were killed.",
    ],
)
def test_a_subject_is_counted_by_its_verb(sentence: str) -> None:
    assert told(sentence) == TWELVE_KILLED


def test_an_elliptical_subject_counts_people() -> None:
    claim = claim_at("The raids went on for a year; 519 were killed by coalition jets around Raqqa.", "519")

    assert (claim.harm, claim.count) == ("killed", Count.exactly(519))


def test_the_one_who_kills_is_not_killed() -> None:
    assert told("Three gunmen killed 12 civilians in Homs.") == TWELVE_KILLED


def test_the_one_who_reports_is_not_killed() -> None:
    assert told("Two witnesses said 12 civilians were killed in Homs.") == TWELVE_KILLED


def test_two_subjects_of_one_verb_are_two_claims() -> None:
    text = "Four soldiers and seven militants were killed in Homs."

    assert told(text) == [("killed", Count.exactly(4)), ("killed", Count.exactly(7))]


def test_two_subjects_of_one_verb_keep_their_own_status() -> None:
    text = "Four soldiers and seven militants were killed in Homs."

    assert [claim_at(text, words).status for words in ("Four", "seven")] == ["armed_forces", "combatant"]
