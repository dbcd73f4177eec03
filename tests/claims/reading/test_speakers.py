"""Cutting a speaker out of a sentence: the name, the whole name, and nothing but the name."""

import pytest

from tests.claims.reading.asking import claim_at

FACT = "12 civilians were killed in Homs"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (f"Samir Haddad, who heads the town's council, said {FACT}.", "Samir Haddad"),
        (f"{FACT}, Health Minister Samir Haddad said.", "Samir Haddad"),
        (f"Col. Samir Haddad told reporters that {FACT}.", "Samir Haddad"),
        (f"{FACT}, said Samir Haddad, a teacher.", "Samir Haddad"),
    ],
)
def test_a_person_is_named_as_the_text_names_them(sentence: str, name: str) -> None:
    claim = claim_at(sentence, "12")

    assert claim.claimant is not None
    assert name in claim.claimant.name


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("SOHR", "sohr"),
        ("The Syrian Observatory for Human Rights", "sohr"),
        ("The Syrian Observatory of Human Rights", "sohr"),
        ("The Syrian Network for Human Rights", "snhr"),
        ("SNHR", "snhr"),
        ("The Violations Documentation Center", "vdc"),
        ("Airwars", "airwars"),
        ("Iraq Body Count", "iraq-body-count"),
        ("OHCHR", "ohchr"),
        ("UNAMI", "unami"),
        ("The White House", "white-house"),
        ("The Pentagon", "pentagon"),
        ("The US Defense Department", "pentagon"),
        ("CENTCOM", "centcom"),
        ("US Central Command", "centcom"),
        ("The US-led coalition", "us-led-coalition"),
        ("CJTF-OIR", "us-led-coalition"),
        ("The White Helmets", "white-helmets"),
        ("SANA", "sana"),
        ("The Gaza health ministry", "gaza-health-ministry"),
        ("Human Rights Watch", "human-rights-watch"),
    ],
)
def test_a_claimant_that_the_codebook_knows_has_its_slug(name: str, slug: str) -> None:
    claim = claim_at(f"{name} said {FACT}.", "12")

    assert claim.claimant is not None
    assert claim.claimant.id == slug


def test_a_speaker_is_cut_before_the_day_of_speaking() -> None:
    claim = claim_at(f"The Desert Relief Committee on Friday said {FACT}.", "12")

    assert claim.claimant is not None
    assert "Friday" not in claim.claimant.name


def test_a_claimant_the_codebook_does_not_know_has_a_name_and_no_slug() -> None:
    claim = claim_at(f"The Desert Relief Committee said {FACT}.", "12")

    assert claim.claimant is not None
    assert (claim.claimant.id, claim.claimant.name.removeprefix("The ")) == (None, "Desert Relief Committee")
