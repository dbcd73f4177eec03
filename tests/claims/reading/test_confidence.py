"""How sure a reading is: a share of one, less for each doubt."""

import pytest

from tests.claims.reading.asking import claims_of
from untold.claims.reading.confidence import confidence
from untold.codebook.wordlists import word_list

RULES = sorted(word_list("confidence")["rules"])
DOUBTS = sorted(word_list("confidence")["doubts"])


@pytest.mark.parametrize("rule", [*RULES, "a rule nobody measured"])
def test_confidence_is_a_share(rule: str) -> None:
    assert 0 < confidence(rule, ()) < 1


@pytest.mark.parametrize("doubt", DOUBTS)
def test_a_doubt_costs_confidence(doubt: str) -> None:
    assert confidence("object_of_verb", (doubt,)) < confidence("object_of_verb", ())


def test_every_claim_carries_a_confidence_between_none_and_certainty() -> None:
    for claim in claims_of("Shelling killed 4 people and wounded dozens in Homs; some 2,000 may have died since 2011."):
        assert 0 < claim.confidence < 1
