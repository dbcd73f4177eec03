"""The record of a claim: frozen, and the same after JSON."""

import json
from dataclasses import FrozenInstanceError, fields

import msgspec
import pytest

from untold.claims.claim import Attribution, Claim, Party, Period, Place
from untold.claims.reading import read_claims
from untold.codebook.counts import Count
from untold.reports.plain_text import report_from_text
from untold.reports.report import Passage

TEXT = (
    "SOHR said US-led coalition airstrikes killed at least 380 civilians, including 99 children, "
    "in Syria over the past 18 months. Shelling wounded 12 people."
)
NUMBER = Passage("00aa00aa00aa00aa", 0, 12, "380 civilians"[:12])


def _claims() -> tuple[Claim, ...]:
    return read_claims(report_from_text(TEXT))


def test_a_claim_is_the_same_after_json() -> None:
    claims = _claims()

    assert msgspec.json.decode(msgspec.json.encode(claims), type=tuple[Claim, ...]) == claims


def test_json_has_every_field_by_its_contract_name() -> None:
    written = json.loads(msgspec.json.encode(_claims()[0]))

    assert list(written) == [field.name for field in fields(Claim)]


def test_the_count_is_an_object_with_its_four_fields() -> None:
    written = json.loads(msgspec.json.encode(_claims()[0]))

    assert written["count"] == {"stated": 380, "low": 380, "high": None, "qualifier": "at_least"}


def test_what_is_not_stated_is_null_and_never_left_out() -> None:
    written = json.loads(msgspec.json.encode(_claims()[-1]))

    assert [written[field] for field in ("status", "demographic", "affiliation", "part_of", "restates")] == [None] * 5
    assert written["attributed_to"] == []


def test_a_period_that_is_not_stated_is_an_object_of_nulls() -> None:
    written = json.loads(msgspec.json.encode(_claims()[-1]))

    assert written["period"] == dict.fromkeys(("start", "end", "duration", "precision", "basis", "words"))


def test_a_stated_zero_is_zero_and_not_null() -> None:
    (claim,) = read_claims(report_from_text("No civilians were killed in the strike."))
    written = json.loads(msgspec.json.encode(claim))

    assert written["count"] == {"stated": 0, "low": 0, "high": 0, "qualifier": "none"}


def test_evidence_is_one_passage_or_a_list_of_them() -> None:
    for claim in json.loads(msgspec.json.encode(_claims())):
        for passage in claim["evidence"].values():
            one = passage[0] if isinstance(passage, list) else passage

            assert list(one) == ["report", "start", "end", "text"]


@pytest.mark.parametrize(
    "record",
    [
        Party("sohr", "SOHR"),
        Party(None, "a doctor"),
        Attribution("russia", "Russia", "suspected"),
        Place("Raqqa", "SYR"),
        Place("Tokhar", None),
        Period(),
        Period("2014-09", None, "P18M", "span", "before_publication", "over the past 18 months"),
        Count.between(12, 15),
        NUMBER,
    ],
)
def test_each_record_within_a_claim_is_the_same_after_json(record: object) -> None:
    assert msgspec.json.decode(msgspec.json.encode(record), type=type(record)) == record


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("harm", "deaths"),
        ("kind", "fact"),
        ("status", "innocent"),
        ("demographic", "boys"),
        ("scope", "war"),
        ("modality", "certain"),
        ("state", "true"),
    ],
)
def test_a_word_outside_the_vocabulary_is_refused_on_the_way_in(field: str, wrong: str) -> None:
    written = json.loads(msgspec.json.encode(_claims()[0]))
    written[field] = wrong

    with pytest.raises(msgspec.ValidationError, match=field):
        msgspec.convert(written, type=Claim)


def test_a_claim_cannot_be_changed_in_place() -> None:
    claim = _claims()[0]

    with pytest.raises(FrozenInstanceError):
        claim.harm = "injured"  # type: ignore[misc]


def test_a_claim_takes_no_field_outside_the_contract() -> None:
    claim = _claims()[0]

    assert not hasattr(claim, "__dict__")
