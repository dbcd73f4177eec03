"""What cannot be right in a running total is told with its words, and nothing is repaired."""

import json

from tests.tallies.running.writing import claims_of, day, running
from untold.tallies.checks import check
from untold.tallies.checks.finding import Finding
from untold.tallies.running import check_running, findings_in


def found(*rows: dict[str, object]) -> dict[str, Finding]:
    return {each.rule: each for each in findings_in(running(*rows))}


def test_a_total_that_falls_is_an_error_with_both_snapshots() -> None:
    falls = found(day(14, 100), day(15, 98))["total_falls"]

    assert (falls.severity, falls.stated, falls.expected, falls.residual) == ("error", 98, 100, -2)
    assert [passage.text for passage in falls.passages] == ["100", "98"]
    assert falls.message == (
        "Vale Health Office counts 98 people killed until 2016-03-15, after 100 until 2016-03-14: "
        "a running total that falls."
    )


def test_a_total_that_falls_where_its_source_changed_is_a_warning() -> None:
    falls = found(day(14, 100), day(15, 98, by="press"))["total_falls"]

    assert falls.severity == "warning"
    assert "the one by Vale Health Office, the other by Vale Press Office" in falls.message


def test_a_step_that_is_not_its_days_count_names_all_three_numbers() -> None:
    differs = found(day(14, 100), day(15, 112, 7))["total_differs"]

    assert (differs.severity, differs.stated, differs.expected, differs.residual, differs.unit) == (
        "warning",
        112,
        107,
        5,
        "people",
    )
    assert [passage.text for passage in differs.passages] == ["100", "112", "7"]
    assert "12 more; its own counts of that day make 7 more: 5 more in the total" in differs.message


def test_a_jump_after_days_without_counts_leaves_its_rest_to_them() -> None:
    jumps = found(day(14, 100), day(17, 130, 7))["total_jumps"]

    assert (jumps.severity, jumps.residual) == ("warning", 23)
    assert "leaves 23 for 2 days that it gives no count of" in jumps.message


def test_a_change_of_source_is_told_once_for_all_columns() -> None:
    rules = [
        each.rule
        for each in findings_in(
            running(day(14, 100, children_cum=20), day(15, 107, 7, by="press", children_cum=21)),
        )
    ]

    assert rules == ["total_changes_source"]


def test_a_new_definition_is_told_and_no_step_taken() -> None:
    restarts = found(day(14, 100, counting="bodies"), day(15, 20, counting="names"))["total_restarts"]

    assert (restarts.severity, restarts.residual) == ("info", None)
    assert "its definition reads 'names' here and 'bodies' there" in restarts.message


def test_a_total_that_moves_on_a_day_without_a_report_is_told() -> None:
    moves = found(day(14, 100), day(15, 103, 0, hours=0))["total_moves_unreported"]

    assert (moves.severity, moves.residual) == ("warning", 3)


def test_a_part_above_its_whole_is_an_error() -> None:
    above = found(day(14, 100, children_cum=120))["part_above_whole"]

    assert (above.severity, above.residual) == ("error", -20)


def test_a_part_that_grows_by_more_than_its_whole_is_told() -> None:
    outgrows = found(day(14, 100, children_cum=20), day(15, 107, children_cum=30))["part_outgrows_whole"]

    assert (outgrows.severity, outgrows.residual) == ("warning", -3)
    assert "10 more than until 2016-03-14; the total that they are within has 7 more" in outgrows.message


def test_two_totals_of_one_day_are_told_and_none_is_chosen() -> None:
    two = found(day(14, 100), day(14, 103))["two_totals"]

    assert "in numbers that exclude each other: 100 and 103" in two.message


def test_what_a_list_filled_in_itself_is_only_noted() -> None:
    falls = found(day(14, 1, filled_cum=100), day(15, 1, filled_cum=98))["total_falls"]

    assert (falls.severity, "estimates" in falls.message) == ("info", True)


def test_a_series_that_adds_up_has_nothing_to_tell() -> None:
    assert found(day(14, 100, 3), day(15, 107, 7), day(16, 107, 0, hours=0), day(17, 115, 8, hours=48)) == {}


def test_a_finding_keeps_its_id_as_long_as_its_facts_stand() -> None:
    first, again = (found(day(14, 100), day(15, 112, 7))["total_differs"] for _ in range(2))
    other = found(day(14, 100), day(15, 113, 7))["total_differs"]

    assert first.id == again.id != other.id


def test_checks_of_single_reports_are_not_said_again() -> None:
    claims = claims_of(day(14, 100, children_cum=120), day(14, 103), day(15, 90))

    assert [each.rule for each in check_running(claims)] == ["total_falls"]


def test_every_passage_of_a_finding_is_a_cell_of_the_list() -> None:
    rows = (day(14, 100, children_cum=20), day(15, 98, children_cum=30), day(18, 130, 7), day(18, 131))
    texts = {str(value) for row in json.loads(json.dumps(rows)) for value in row.values()}

    assert all(passage.text in texts for each in findings_in(running(*rows)) for passage in each.passages)


def test_two_columns_of_a_list_are_two_definitions_and_may_differ() -> None:
    listed = claims_of(day(14, 100, filled_cum=90))

    assert [each.rule for each in check(listed)] == []
