"""What a person decided stays decided, and can be taken back in the open."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.tallies.writing import SOHR, Draft
from untold.claims.claim import Claim, State
from untold.claims.hand import Word, apply_words, say, words_kept, words_on_nothing
from untold.codebook.errors import CasebookError
from untold.reports.casebook import open_casebook


@pytest.fixture
def claim() -> Claim:
    return Draft("SOHR counted 12 dead.").claim("12 dead", 12, claimant=SOHR)


def word(claim: Claim, verb: str, *, undo: bool = False, field: str = "", value: str = "") -> Word:
    return Word("2026-01-02T03:04:05+00:00", "ana", claim.id, verb, undo, field, value, "looked")  # type: ignore[arg-type]


@pytest.mark.parametrize(("verb", "state"), [("confirm", "confirmed"), ("reject", "rejected")])
def test_a_word_decides_the_state_of_a_claim(claim: Claim, verb: str, state: State) -> None:
    assert apply_words([claim], [word(claim, verb)]) == (replace(claim, state=state),)


def test_the_last_word_stands(claim: Claim) -> None:
    (left,) = apply_words([claim], [word(claim, "reject"), word(claim, "confirm")])

    assert left.state == "confirmed"


def test_a_word_taken_back_leaves_what_was_before_it(claim: Claim) -> None:
    words = [word(claim, "confirm"), word(claim, "reject"), word(claim, "reject", undo=True)]

    (left,) = apply_words([claim], words)

    assert left.state == "confirmed"


def test_one_correction_is_taken_back_and_the_other_stays(claim: Claim) -> None:
    words = [
        word(claim, "correct", field="status", value="civilian"),
        word(claim, "correct", field="harm", value="injured"),
        word(claim, "correct", field="harm", undo=True),
    ]

    (left,) = apply_words([claim], words)

    assert (left.status, left.harm, left.state) == ("civilian", "killed", "corrected")


def test_other_claims_are_left_alone(claim: Claim) -> None:
    other = replace(claim, id="other")

    assert apply_words([other], [word(claim, "reject")]) == (other,)


def test_a_word_on_a_claim_that_is_no_longer_read_is_named(claim: Claim) -> None:
    lost = word(replace(claim, id="gone"), "confirm")

    assert words_on_nothing([claim], [word(claim, "confirm"), lost]) == (lost,)


def test_words_are_kept_in_order_and_read_back_as_they_were(tmp_path: Path, claim: Claim) -> None:
    said = (word(claim, "confirm"), replace(word(claim, "reject", undo=True), why='he said "no",\nthen yes'))

    with open_casebook(tmp_path / "cases") as casebook:
        for each in said:
            say(casebook, each)

    assert words_kept(tmp_path / "cases") == said


def test_a_decision_without_a_reason_is_refused(tmp_path: Path, claim: Claim) -> None:
    with open_casebook(tmp_path / "cases") as casebook, pytest.raises(CasebookError, match="reason"):
        say(casebook, replace(word(claim, "confirm"), why=" \n"))

    assert words_kept(tmp_path / "cases") == ()


@pytest.mark.parametrize("line", ["x,y\n", "t,ana,c,approve,,,,why\n"])
def test_a_line_that_is_no_decision_is_named_by_its_number(tmp_path: Path, line: str) -> None:
    (tmp_path / "hand").mkdir()
    header = "when,who,claim,verb,undo,field,value,why\n"
    (tmp_path / "hand" / "claims.csv").write_text(header + line, encoding="utf-8")

    with pytest.raises(CasebookError, match="line 2"):
        words_kept(tmp_path)
