"""An answer holds as long as what it is about does, and comes off when that changes."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tallies.checks.faults import FAULTS
from tests.tallies.checks.worlds import World, clean_world, replace_made
from untold.codebook.errors import CasebookError
from untold.reports.casebook import open_casebook
from untold.tallies.checks.answers import (
    FILE,
    CheckAnswer,
    answered,
    answers_kept,
    is_open,
    keep_answer,
    lapsed,
    open_errors,
    standing_answers,
)
from untold.tallies.checks.checking import check_record
from untold.tallies.checks.finding import Finding, Verdict, finding_id
from untold.tallies.checks.whole_record import WholeRecord

RULES = ("parts_sum", "outside_country", "sentence_twice", "grid_far_from_incident")


def faulty() -> WholeRecord:
    world: World = clean_world(4)
    for rule in RULES:
        FAULTS[rule](world)
    return world.record()


def answer(finding: Finding, verdict: Verdict = "explained", *, undo: bool = False, why: str = "seen") -> CheckAnswer:
    return CheckAnswer(
        "2026-01-10T10:00:00+00:00", "a reviewer", finding.id, verdict, undo, finding.rule, finding.message, why
    )


def test_a_record_that_is_read_in_another_order_has_the_same_findings() -> None:
    record = faulty()
    turned = replace_made(
        record,
        claims=dict(reversed([*record.claims.items()])),
        accounts=dict(reversed([*record.accounts.items()])),
        incidents=tuple(reversed(record.incidents)),
    )

    assert {each.id for each in check_record(turned)} == {each.id for each in check_record(record)}


def test_no_two_findings_have_one_id() -> None:
    found = check_record(faulty())

    assert len(found) == len({each.id for each in found}) == len(RULES)


@given(
    st.lists(st.one_of(st.none(), st.integers(), st.text())), st.lists(st.one_of(st.none(), st.integers(), st.text()))
)
def test_an_id_covers_every_value(one: list[int | str | None], other: list[int | str | None]) -> None:
    assert (finding_id("a_rule", *one) == finding_id("a_rule", *other)) == (one == other)


def test_an_answered_finding_is_counted_apart() -> None:
    found = check_record(faulty())
    error = next(each for each in found if each.rule == "outside_country")

    seen = answered(found, [answer(error)])

    assert open_errors(seen) == open_errors(found) - 1
    assert [each.answer.why for each in seen if each.answer] == ["seen"]


def test_a_finding_comes_back_when_its_values_change() -> None:
    record = faulty()
    (found,) = check_record(record, ["parts_sum"])
    claims = {
        each.id: replace(each, count=replace(each.count, stated=3, low=3, high=3))
        if each.id == found.claims[1]
        else each
        for each in record.claims.values()
    }

    now = answered(check_record(replace_made(record, claims=claims), ["parts_sum"]), [answer(found)])

    assert [each.answer for each in now] == [None]
    assert lapsed(now, [answer(found)]) == (answer(found),)


def test_an_answer_stays_when_a_statement_joins_the_incident() -> None:
    world = clean_world(4)
    code = FAULTS["demographics_above_civilians"](world)
    (found,) = check_record(world.record(), ["demographics_above_civilians"])
    joined = world.statement("No strikes were flown there.")
    world.incidents = [
        replace(each, accounts=(*each.accounts, joined.id)) if each.code == code else each for each in world.incidents
    ]

    (now,) = answered(check_record(world.record(), ["demographics_above_civilians"]), [answer(found)])

    assert now.answer is not None


def test_an_answer_is_taken_back_by_a_later_line() -> None:
    (found,) = check_record(faulty(), ["parts_sum"])
    lines = [answer(found), answer(found, undo=True)]

    assert standing_answers(lines) == {}
    assert [each.answer for each in answered([found], lines)] == [None]


def test_what_is_said_to_be_mended_and_still_there_is_open() -> None:
    (found,) = check_record(faulty(), ["parts_sum"])

    assert [is_open(each) for each in answered([found], [answer(found, "mended")])] == [True]
    assert [is_open(each) for each in answered([found], [answer(found, "accepted")])] == [False]


def test_answers_are_kept_line_by_line(tmp_path: Path) -> None:
    (found,) = check_record(faulty(), ["parts_sum"])
    with open_casebook(tmp_path) as casebook:
        keep_answer(casebook, answer(found))
        keep_answer(casebook, answer(found, undo=True, why="the row was changed"))

    assert answers_kept(tmp_path) == (answer(found), answer(found, undo=True, why="the row was changed"))
    assert (tmp_path / FILE).read_text("utf-8").startswith("when,who,finding,verdict,undo,rule,message,why\n")


def test_an_answer_without_a_reason_is_refused(tmp_path: Path) -> None:
    (found,) = check_record(faulty(), ["parts_sum"])

    with open_casebook(tmp_path) as casebook, pytest.raises(CasebookError, match="answer without a reason"):
        keep_answer(casebook, answer(found, why=" "))


def test_an_answer_that_nobody_gave_cannot_be_taken_back(tmp_path: Path) -> None:
    (found,) = check_record(faulty(), ["parts_sum"])

    with open_casebook(tmp_path) as casebook, pytest.raises(CasebookError, match=r"has no answer to .* that stands"):
        keep_answer(casebook, answer(found, undo=True))
    assert not (tmp_path / FILE).exists()


def test_a_line_that_is_no_answer_is_named(tmp_path: Path) -> None:
    with open_casebook(tmp_path):
        pass
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_text("when,who,finding,verdict,undo,rule,message,why\nx,y,z,perhaps,,r,m,w\n", "utf-8")

    with pytest.raises(CasebookError, match=r"line 2 of hand/checks\.csv is no answer"):
        answers_kept(tmp_path)
