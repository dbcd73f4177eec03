"""One field put right by hand, within what the record can hold."""

import pytest

from tests.tallies.writing import SOHR, Draft
from untold.claims.claim import Attribution, Claim, Party, Period, Place
from untold.claims.correcting import CORRECTABLE, corrected
from untold.codebook.counts import Count
from untold.codebook.errors import UnknownWording


@pytest.fixture
def claim() -> Claim:
    return Draft("SOHR counted 12 dead.").claim("12 dead", 12, claimant=SOHR)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("14", Count.exactly(14)),
        ("1,044", Count.exactly(1044)),
        ("at least 14", Count.at_least(14)),
        ("More than 60", Count.more_than(60)),
        ("up to 40", Count.at_most(40)),
        ("fewer than 400", Count.less_than(400)),
        ("about 20", Count.about(20)),
        ("12-15", Count.between(12, 15)),
        ("12 \u2013 15", Count.between(12, 15)),
        ("none", Count.nobody()),
        ("", Count.vague()),
    ],
)
def test_a_count_is_corrected_in_words(claim: Claim, words: str, count: Count) -> None:
    assert corrected(claim, "count", words).count == count


@pytest.mark.parametrize(
    ("field", "value", "now"),
    [
        ("status", "civilian", "civilian"),
        ("status", "", None),
        ("claimant", "sohr", Party("sohr", "Syrian Observatory for Human Rights")),
        ("claimant", "ISIS", Party("islamic-state", "ISIS")),
        ("claimant", "a man in the street", Party(None, "a man in the street")),
        ("affiliation", "", None),
        ("attributed_to", "russia", (Attribution("russia", "Russia", "known"),)),
        ("places", "Idlib; Hama", (Place("Idlib", None), Place("Hama", None))),
        ("period", "2016-03-01/2016-03-31", Period(start="2016-03-01", end="2016-03-31", basis="stated")),
        ("part_of", "x:1:1", "x:1:1"),
    ],
)
def test_a_field_is_corrected_to_what_a_person_says(claim: Claim, field: str, value: str, now: object) -> None:
    assert getattr(corrected(claim, field, value), field) == now


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("harm", "maimed"),
        ("harm", ""),
        ("status", "innocent"),
        ("count", "lots"),
        ("count", "15-12"),
        ("count", "9" * 40),
        ("scope", "forever"),
        ("quote", "other words"),
        ("id", "x"),
        ("state", "confirmed"),
    ],
)
def test_what_the_record_cannot_hold_is_refused(claim: Claim, field: str, value: str) -> None:
    with pytest.raises(UnknownWording):
        corrected(claim, field, value)


def test_a_corrected_claim_keeps_the_words_it_was_read_from(claim: Claim) -> None:
    for field in CORRECTABLE:
        value = {"count": "3", "harm": "injured", "kind": "denial", "scope": "period", "modality": "denied"}.get(
            field, ""
        )

        after = corrected(claim, field, value)

        assert (after.id, after.quote, after.evidence) == (claim.id, claim.quote, claim.evidence)
