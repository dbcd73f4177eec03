"""The word lists as one table: spellings and phrases mean what the codebook says."""

import pytest

from tests.claims.reading.asking import claim_at, told
from untold.claims.reading.lexicon import lexicon
from untold.codebook.counts import Count


def test_the_table_is_built_once() -> None:
    assert lexicon() is lexicon()


@pytest.mark.parametrize("name", ["Daesh", "ISIS", "ISIL", "Islamic State", "IS", "Islamic State group"])
def test_every_name_of_the_islamic_state_is_one_actor(name: str) -> None:
    claim = claim_at(f"Coalition airstrikes killed 14 {name} militants near Mosul.", "14")

    assert claim.affiliation is not None
    assert claim.affiliation.id == "islamic-state"


@pytest.mark.parametrize(
    "name", ["Jabhat al-Nusra", "Al-Nusra Front", "Nusra Front", "Jabbat Al-Nusra", "Jabhat an-Nusra"]
)
def test_every_spelling_of_the_nusra_front_is_one_actor(name: str) -> None:
    claim = claim_at(f"The strikes killed 14 {name} fighters near Idlib.", "14")

    assert claim.affiliation is not None
    assert claim.affiliation.id == "nusra-front"


def test_a_small_word_is_no_name_in_capitals() -> None:
    claim = claim_at("It is known that 14 fighters were killed near Mosul.", "14")

    assert claim.affiliation is None


@pytest.mark.parametrize(
    ("sentence", "harm"),
    [
        ("12 people lost their lives in Homs.", "killed"),
        ("12 people perished in Homs.", "killed"),
        ("12 people were shot dead in Homs.", "killed"),
        ("12 people were murdered in Homs.", "killed"),
        ("12 people were executed in Homs.", "killed"),
        ("The blast claimed the lives of 12 people in Homs.", "killed"),
        ("12 people were hurt in Homs.", "injured"),
        ("12 people suffered injuries in Homs.", "injured"),
        ("12 people went missing in Homs.", "missing"),
        ("12 people are unaccounted for in Homs.", "missing"),
        ("12 people were abducted in Homs.", "captured"),
        ("12 people were taken hostage in Homs.", "captured"),
        ("12 people were arrested in Homs.", "captured"),
    ],
)
def test_many_words_name_one_harm(sentence: str, harm: str) -> None:
    assert told(sentence) == [(harm, Count.exactly(12))]
