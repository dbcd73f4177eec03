"""What a person decides about a grade stands beside the rule's, with its history, across merges."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.incidents.grading.writing import Case
from untold.codebook.errors import CasebookError, UnknownWording
from untold.incidents.grading import (
    Override,
    apply_overrides,
    history_of,
    keep_override,
    kept_overrides,
    overrides_on_nothing,
)
from untold.incidents.incident import Decision
from untold.reports.casebook import open_casebook

WEAK = Decision("weak", "ours/grade/weak", ("a",), "one independent source tells of the harm")
INCIDENT = replace(Case().incident(), previous_codes=("I0",), grade=WEAK)


def said(value: str, *, incident: str = "I1", axis: str = "grade", undo: bool = False, who: str = "ana") -> Override:
    return Override("2026-01-02T03:04:05+00:00", who, incident, axis, value, undo, "heard both")  # type: ignore[arg-type]


def test_a_persons_grade_stands_and_the_rules_beside_it() -> None:
    left = apply_overrides(INCIDENT, [said("fair")])

    assert left.grade == Decision("fair", "ours/grade/weak", ("a",), "heard both", "ana", "weak")
    assert left.strike_status is None


def test_a_status_can_be_decided_where_no_rule_gave_one() -> None:
    left = apply_overrides(INCIDENT, [said("likely", axis="strike_status")])

    assert left.strike_status == Decision("likely", "", (), "heard both", "ana", None)
    assert left.grade == WEAK


def test_the_last_word_stands() -> None:
    left = apply_overrides(INCIDENT, [said("fair"), said("contested", who="bo")])

    assert left.grade is not None
    assert (left.grade.value, left.grade.by) == ("contested", "bo")


def test_a_word_taken_back_leaves_the_rule() -> None:
    assert apply_overrides(INCIDENT, [said("fair"), said("", undo=True)]).grade == WEAK


def test_a_word_on_an_earlier_code_follows_the_incident() -> None:
    left = apply_overrides(INCIDENT, [said("fair", incident="I0")])

    assert left.grade is not None
    assert left.grade.value == "fair"
    assert apply_overrides(INCIDENT, [said("fair", incident="I0"), said("", undo=True)]).grade == WEAK


def test_an_undo_on_an_earlier_code_leaves_what_was_said_since() -> None:
    left = apply_overrides(
        INCIDENT, [said("fair", incident="I0"), said("contested"), said("", incident="I0", undo=True)]
    )

    assert left.grade is not None
    assert left.grade.value == "contested"


def test_history_keeps_what_was_taken_back() -> None:
    words = [said("fair"), said("", undo=True), said("fair", incident="I9")]

    assert history_of(INCIDENT, words) == tuple(words[:2])
    assert overrides_on_nothing([INCIDENT], words) == (words[2],)


def test_decisions_are_kept_in_the_casebook_line_by_line(tmp_path: Path) -> None:
    words = (said("fair"), said("", undo=True), said("declared", axis="strike_status"))
    with open_casebook(tmp_path / "cases") as casebook:
        for each in words:
            keep_override(casebook, each)

    assert kept_overrides(tmp_path / "cases") == words
    assert kept_overrides(tmp_path) == ()


def test_a_grade_without_a_reason_is_refused(tmp_path: Path) -> None:
    with open_casebook(tmp_path / "cases") as casebook, pytest.raises(CasebookError, match="--why"):
        keep_override(casebook, replace(said("fair"), why=" "))


@pytest.mark.parametrize(
    "line", ["now,ana,I1,mood,fair,,why", "now,ana,I1,grade,good,,why", "now,ana"], ids=["axis", "value", "short"]
)
def test_a_line_that_is_no_decision_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "hand").mkdir()
    (tmp_path / "hand" / "grades.csv").write_text(f"when,who,incident,axis,value,undo,why\n{line}\n", "utf-8")

    with pytest.raises(CasebookError, match=r"line 2 of hand/grades\.csv"):
        kept_overrides(tmp_path)


def test_a_grade_that_there_is_not_is_refused() -> None:
    with pytest.raises(UnknownWording, match="grade 'good'"):
        said("good")
