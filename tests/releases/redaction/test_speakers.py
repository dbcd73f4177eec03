"""Bodies that the codebook lists are named, those whom no name tells too, and nobody else."""

from dataclasses import replace

import pytest

from untold.claims.claim import Party
from untold.releases.redaction.policy import Claimants, Policy
from untold.releases.redaction.policy_file import policy_over, standard_policy
from untold.releases.redaction.speakers import spans_of_speaker, speaker
from untold.reports.report import Passage


def naming(claimants: Claimants) -> Policy:
    return replace(standard_policy(), claimants=claimants)


@pytest.mark.parametrize(
    ("name", "listed", "unnamed"),
    [
        ("local sources", None, "local sources"),
        ("Activists", None, "Activists"),
        ("A hospital source in Idlib", None, "A hospital source in Idlib"),
        ("media activist Hani Inventado", None, "media activist ██████████████"),
        ("Hani Inventado", None, "██████████████"),
        ("reliable sources", None, "reliable sources"),
        ("activist Hani Inventado Idlib", None, "activist ████████████████████"),
        ("Idlib Hani Inventado", None, "████████████████████"),
        ("Idlib and Hani Inventado", None, "Idlib and ██████████████"),
        ("Hani, Idlib", None, "████, Idlib"),
        ("Head of the Hama Media center Abu Hani", None, "Head of the Hama Media center ████████"),
        ("أحد سكان الرقة", None, "████████ الرقة"),
    ],
)  # fmt: skip
def test_a_claimant_is_named_as_far_as_the_policy_and_the_words_allow(
    name: str, listed: str | None, unnamed: str
) -> None:
    party = Party(None, name)

    assert speaker(party, naming("listed"), "A sentence.") == listed
    assert speaker(party, naming("unnamed"), "A sentence.") == unnamed
    assert speaker(party, naming("named"), "A sentence.") == name


def test_in_a_sentence_without_capitals_a_word_of_no_list_may_be_a_name() -> None:
    assert speaker(Party(None, "hani inventado"), naming("unnamed"), "3 killed, hani inventado said") == "█" * 14
    assert speaker(Party(None, "residents"), naming("unnamed"), "3 killed, residents said") == "residents"


def test_a_listed_claimant_goes_by_the_codebooks_name_and_not_by_the_words() -> None:
    party = Party("sohr", "Hani Inventado of the Observatory")

    assert speaker(party, naming("listed")) == "Syrian Observatory for Human Rights"


def test_a_protected_claimant_goes_by_the_label() -> None:
    policy = policy_over({"protected": {"sources": ["Watch of Alder"], "label": "somebody"}})

    assert speaker(Party("x", "watch of alder"), policy) == "somebody"
    assert speaker(None, policy) is None


def test_where_a_claimant_is_named_is_told_by_the_words_that_name_and_nobody_is_told_who_may_be_named() -> None:
    passage = Passage("r", 10, 39, "media activist Hani Inventado")
    party = Party(None, passage.text)

    assert list(spans_of_speaker(party, passage, naming("unnamed"))) == [(25, 39)]
    assert list(spans_of_speaker(party, (passage, passage), naming("unnamed"))) == [(25, 39)] * 2
    assert list(spans_of_speaker(party, passage, naming("named"))) == []
    assert list(spans_of_speaker(Party("sohr", "x"), passage, naming("unnamed"))) == []
    assert list(spans_of_speaker(None, passage, naming("unnamed"))) == []
