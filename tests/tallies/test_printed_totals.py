"""Printed totals as checks: what is stated, what the rows make of it, and what is left."""

from tests.claims.columns.lists import bureau_workbook, listed_workbook
from untold.claims.columns import accounts_from_list
from untold.claims.columns.bureau import BUREAU, printed_totals
from untold.tallies.checks import Check, check_printed_totals


def _checks(*totals: tuple[object, ...]) -> tuple[Check, ...]:
    listed = listed_workbook(bureau_workbook(totals=totals))
    return check_printed_totals(printed_totals(listed, accounts_from_list(listed, BUREAU)))


def test_a_total_that_agrees_is_told_and_no_fault() -> None:
    checks = _checks(("2010", 2, 6, 9, 2))

    assert {check.severity for check in checks} == {"info"}
    assert checks[1].stated == checks[1].expected == 6


def test_a_total_that_differs_comes_first_with_its_residual() -> None:
    first = _checks(("2010", 2, 16, 9, 2))[0]

    assert (first.rule, first.severity, first.stated, first.expected, first.residual) == (
        "printed_total",
        "error",
        16,
        6,
        10,
    )
    assert first.passages[0].text == "16"
    assert len(first.claims) == 2


def test_rows_without_a_number_leave_room_for_what_is_missing() -> None:
    first = _checks(("2011", 2, 5, 7, 0))[0]

    assert (first.severity, first.residual) == ("warning", 4)


def test_a_line_of_zeros_has_lost_its_formulas_and_comes_after_what_contradicts() -> None:
    first, *rest = _checks(("2010", 0, 0, 0, 0), ("2011", 2, 5, 2, 0))

    assert (first.severity, first.stated, first.expected) == ("error", 2, 3)
    assert {check.severity for check in rest if check.residual} == {"warning"}
    assert "formulas were lost" in rest[0].message
