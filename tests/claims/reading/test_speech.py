"""Acts of saying: every way in which a sentence gives its number to somebody."""

import pytest

from tests.claims.reading.asking import claim_at, words_of

FACT = "12 civilians were killed in Homs"


@pytest.mark.parametrize(
    "sentence",
    [
        f"SOHR said {FACT}.",
        f"SOHR said on Tuesday that {FACT}.",
        f"{FACT}, SOHR said.",
        f"{FACT}, according to SOHR.",
        f"According to SOHR, {FACT}.",
        f"SOHR reported that {FACT}.",
        f"{FACT}, said SOHR.",
        f"{FACT}, SOHR reported on Tuesday.",
        "SOHR has documented the deaths of 12 civilians in Homs.",
        "SOHR counted 12 civilians killed in Homs.",
        "SOHR's tally of civilians killed in Homs is 12.",
        "SOHR put the toll at 12 dead in Homs.",
        f"{FACT}, the head of SOHR told reporters.",
        f"“{FACT},” SOHR said in a statement.",
        f"The Syrian Observatory for Human Rights (SOHR) said {FACT}.",
        f"The Britain-based Syrian Observatory for Human Rights says {FACT}.",
    ],
)
def test_a_monitor_is_the_claimant_of_what_it_says(sentence: str) -> None:
    claim = claim_at(sentence, "12")

    assert claim.claimant is not None
    assert claim.claimant.id == "sohr"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (f"A medical source in Homs said {FACT}.", "medical source"),
        (f"{FACT}, activists said.", "activists"),
        (f"{FACT}, local residents told the agency.", "residents"),
        (f"{FACT}, according to a hospital official.", "hospital official"),
        (f"Witnesses said {FACT}.", "Witnesses"),
        (f"The provincial governor said {FACT}.", "governor"),
        (f"A police spokesman said {FACT}.", "police spokesman"),
        (f"State television reported that {FACT}.", "State television"),
        (f"{FACT}, a doctor at the town's clinic said by telephone.", "doctor"),
    ],
)
def test_a_claimant_without_a_name_keeps_its_words(sentence: str, name: str) -> None:
    claim = claim_at(sentence, "12")

    assert claim.claimant is not None
    assert name.lower() in claim.claimant.name.lower()


def test_the_words_of_the_claimant_are_shown() -> None:
    assert words_of(claim_at(f"{FACT}, according to SOHR.", "12"), "claimant") == "SOHR"


def test_a_sentence_that_nobody_says_has_no_claimant() -> None:
    assert claim_at(f"{FACT}.", "12").claimant is None


@pytest.mark.parametrize(
    "sentence",
    [
        f"It said {FACT}.",
        f"He said {FACT}.",
        f"Reportedly, {FACT}.",
        f"It was reported on Tuesday that {FACT}.",
        f"As reported earlier, {FACT}.",
        f"Confirmed: {FACT}.",
    ],
)
def test_no_claimant_is_better_than_a_pronoun_or_an_adjective(sentence: str) -> None:
    assert claim_at(sentence, "12").claimant is None


def test_what_one_side_said_is_not_lent_to_the_other_number() -> None:
    text = "SOHR said 12 civilians were killed in Homs, while the Pentagon said four were killed."

    claimants = [claim_at(text, words).claimant for words in ("12", "four")]

    assert [claimant and claimant.id for claimant in claimants] == ["sohr", "pentagon"]


@pytest.mark.parametrize(
    "sentence",
    [
        f"In a statement, SOHR said {FACT}.",
        f"A statement by SOHR said {FACT}.",
        f"Figures from SOHR show that {FACT}.",
        f"SOHR data show that {FACT}.",
        f"SOHR's latest figures show that {FACT}.",
        f"By SOHR's count, {FACT}.",
        f"SOHR, a Britain-based monitor, said {FACT}.",
        f"SOHR, which has a network of sources on the ground, said {FACT}.",
        f"SOHR: {FACT}",
        f"{FACT}, SOHR's director said.",
        f"{FACT}, the SOHR added.",
        f"{FACT}, SOHR confirmed late on Monday.",
        f"SOHR estimates that {FACT}.",
        f"SOHR believes that {FACT}.",
        f"{FACT}, as reported by SOHR.",
        f"SOHR announced on its website that {FACT}.",
        "SOHR accused the regime of killing 12 civilians in Homs.",
        "SOHR recorded 12 civilian deaths in Homs.",
    ],
)
def test_other_ways_of_saying_name_the_claimant_too(sentence: str) -> None:
    claim = claim_at(sentence, "12")

    assert claim.claimant is not None
    assert claim.claimant.id == "sohr"


@pytest.mark.parametrize(
    ("sentence", "slug"),
    [
        ("The Taliban claimed to have killed 12 soldiers in Kunduz.", "taliban"),
        ("The Taliban said its fighters killed 12 soldiers in Kunduz.", "taliban"),
    ],
)
def test_an_armed_group_s_boast_is_its_claim_and_its_deed(sentence: str, slug: str) -> None:
    claim = claim_at(sentence, "12")

    assert claim.claimant is not None
    assert (claim.claimant.id, [one.id for one in claim.attributed_to]) == (slug, [slug])
