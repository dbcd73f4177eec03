"""Where an allegation stands, and how it came there, as of a day."""

from dataclasses import replace

import pytest

from tests.allegations.dockets import allegation
from untold.allegations.allegation import Allegation, Determination
from untold.allegations.course import course_of, known_on


def _moves(told: Allegation, as_of: str | None = None) -> list[tuple[str, str | None]]:
    return [(move.kind, move.date) for move in course_of(told, as_of).moves]


def test_an_allegation_that_was_put_and_not_answered_is_open() -> None:
    told = allegation(received="2017-03-05")

    assert told.status == "open"
    assert _moves(told) == [("new", "2017-03-05")]


def test_one_that_nobody_put_was_not_submitted_and_moves_nothing() -> None:
    told = allegation()

    assert (told.status, _moves(told), course_of(told).is_open) == ("not_submitted", [], False)


def test_one_whose_receipt_nobody_dated_comes_in_with_its_first_answer() -> None:
    assert _moves(allegation("a", ("2017-03", "non_credible"))) == [("new", "2017-03"), ("completed", "2017-03")]


def test_a_finding_that_is_said_again_moves_nothing() -> None:
    told = allegation("a", ("2017-03", "non_credible"), ("2018-03", "non_credible"))

    assert _moves(told) == [("new", "2017-03"), ("completed", "2017-03")]


def test_a_change_of_mind_is_a_reopening_and_a_completion() -> None:
    told = allegation("a", ("2017-03", "non_credible"), ("2018-11", "credible"))

    assert told.status == "credible"
    assert _moves(told)[2:] == [("reopened", "2018-11"), ("completed", "2018-11")]


def test_a_duplicate_of_what_was_answered_leaves_the_answer() -> None:
    told = allegation("a", ("2017-03", "credible"), ("2018-11", "duplicate"))

    assert told.status == "credible"
    assert course_of(told).reopenings == 0


def test_a_duplicate_of_what_was_not_answered_completes_it() -> None:
    assert allegation("a", ("2017-03", "open"), ("2018-11", "duplicate")).status == "duplicate"


def test_of_one_day_a_duplicate_comes_after_the_finding() -> None:
    told = allegation("a", ("2017-03-05", "duplicate"), ("2017-03-05", "credible"))

    assert (told.status, course_of(told).reopenings) == ("credible", 0)


def test_a_reopened_one_waits_from_its_reopening() -> None:
    told = allegation("a", ("2017-03", "non_credible"), ("2018-11-02", "reopened"))

    assert (told.status, course_of(told).open_since) == ("reopened", "2018-11-02")


def test_a_reopening_counts_though_nothing_recorded_says_that_it_was_completed() -> None:
    told = allegation("a", ("2018-11-02", "reopened"), received="2017-03-01")

    assert course_of(told).reopenings == 1
    assert _moves(told) == [("new", "2017-03-01")]


def test_no_response_is_open() -> None:
    told = allegation("a", ("2018-11-02", "no_response"), received="2017-03-01")

    assert told.status == "no_response"
    assert course_of(told).is_open


CORRECTED = (
    Determination("r:0", "non_credible", "2017-03"),
    Determination("r:1", "credible", "2020-05-06", corrects="r:0"),
)


def test_a_correction_takes_the_place_of_what_it_corrects_on_the_day_that_it_was_of() -> None:
    told = allegation("a", *CORRECTED)

    assert told.status == "credible"
    assert _moves(told) == [("new", "2017-03"), ("completed", "2017-03")]


def test_before_the_correction_came_out_what_it_corrects_stood() -> None:
    then = known_on(allegation("a", *CORRECTED), "2020-05-05")

    assert then is not None
    assert (then.status, [each.id for each in then.determinations]) == ("non_credible", ["r:0"])


def test_what_was_corrected_stays_in_the_history() -> None:
    now = known_on(allegation("a", *CORRECTED), "2020-05-06")

    assert now is not None
    assert (now.status, len(now.determinations)) == ("credible", 2)


def test_a_correction_of_a_correction_stands_alone() -> None:
    told = allegation("a", *CORRECTED, Determination("r:2", "open", "2021-01-01", corrects="r:1"))

    assert [(each.id, day) for each, day in course_of(told).standing] == [("r:2", "2017-03")]
    assert told.status == "open"


def test_corrections_in_a_circle_end() -> None:
    one = Determination("r:0", "open", "2017-03", corrects="r:1")

    assert course_of(allegation("a", one, replace(one, id="r:1", corrects="r:0"))).status == "not_submitted"


def test_a_step_is_known_from_the_day_on_which_it_was_published() -> None:
    told = allegation("a", Determination("r:0", "credible", "2017-03", published="2017-05-02"))

    assert known_on(told, "2017-05-01") is None
    assert _moves(told, "2017-05-02") == [("new", "2017-03"), ("completed", "2017-03")]


@pytest.mark.parametrize(("day", "is_known"), [("2017-03-30", False), ("2017-03-31", True)])
def test_of_a_month_nothing_is_sure_before_its_last_day(day: str, is_known: bool) -> None:  # noqa: FBT001
    assert (known_on(allegation("a", ("2017-03", "credible")), day) is not None) == is_known


def test_a_receipt_is_not_known_before_its_day() -> None:
    told = allegation("a", ("2017-03-09", "credible"), received="2017-03-05")
    then = known_on(told, "2017-03-08")

    assert known_on(told, "2017-03-04") is None
    assert then is not None
    assert (then.status, then.determinations) == ("open", ())


def test_an_undated_step_decides_nothing_that_a_dated_one_decides() -> None:
    told = allegation("a", ("2017-03-09", "credible"), (None, "non_credible"))

    assert told.status == "credible"
    assert not course_of(told).is_placed


def test_an_undated_step_that_says_what_a_dated_one_says_is_no_doubt() -> None:
    told = allegation("a", ("2017-03-09", "credible"), (None, "credible"))

    assert course_of(told).is_placed


def test_an_answer_before_the_receipt_puts_the_entry_on_its_day() -> None:
    assert _moves(allegation("a", ("2017-03-09", "credible"), received="2017-05-01"))[0] == ("new", "2017-03-09")


def test_a_month_does_not_make_a_receipt_to_the_day_less_exact() -> None:
    assert _moves(allegation("a", ("2017-03", "credible"), received="2017-03-20"))[0] == ("new", "2017-03-20")


def test_of_several_answers_before_the_receipt_the_first_puts_the_entry_on_its_day() -> None:
    told = allegation("a", ("2017", "open"), ("2017-01-09", "credible"), received="2017-05-01")

    assert _moves(told) == [("new", "2017-01-09"), ("completed", "2017-01-09")]
