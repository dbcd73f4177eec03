"""The belligerent's strike log: a vicinity, a day and an actor, and nobody counted."""

import pytest

from tests.claims.columns.lists import csv_of, rewritten, taken
from untold.claims.columns import FromList
from untold.claims.columns.centcom import CENTCOM, strikes_in

ROWS = (
    (
        "10/07/2016",
        "Syria",
        "Tal Zahra",
        "2",
        "",
        "strikes hit a bridge.",
        "- Near Tal Zahra, two strikes hit a bridge.",
    ),
    ("10/07/2016", "Safir, Iraq", "Safir", "11", "", "airstrikes hit a tank.", "- In Safir, 11 airstrikes hit a tank."),
)


def _lines(*rows: tuple[str, ...]) -> FromList:
    return taken(CENTCOM, csv_of([CENTCOM.columns, *(rows or ROWS)]))


def test_a_line_is_an_account_without_claims() -> None:
    found = _lines()

    assert len(found.accounts) == 2
    assert found.claims == ()
    assert found.accounts[0].text == ROWS[0][6]


def test_dates_are_month_first() -> None:
    assert _lines().accounts[0].date.start == "2016-10-07"


def test_near_is_a_vicinity_and_in_is_not_more_exact_than_it_says() -> None:
    assert [account.place.precision for account in _lines().accounts] == ["nearby", None]


def test_the_country_is_the_last_part_of_its_cell() -> None:
    assert [account.place.country for account in _lines().accounts] == ["SYR", "IRQ"]


def test_the_belligerent_says_it_of_itself() -> None:
    (attribution,) = _lines().accounts[0].attributed_to

    assert (attribution.id, attribution.role) == ("us-led-coalition", "known")


def test_a_strike_may_be_artillery_unless_the_line_says_from_the_air() -> None:
    assert [account.means for account in _lines().accounts] == ["airstrike_or_artillery", "airstrike"]


def test_the_same_line_twice_is_two_accounts() -> None:
    first, second = _lines(ROWS[0], ROWS[0]).accounts

    assert second.id == f"{first.id}#2"


@pytest.mark.parametrize(("n", "cell"), [(0, "17/10/2016"), (0, ""), (2, ""), (6, "")])
def test_a_bad_cell_refuses_its_row_alone(n: int, cell: str) -> None:
    found = _lines((*ROWS[0][:n], cell, *ROWS[0][n + 1 :]), ROWS[1])

    assert len(found.accounts) == 1
    assert found.faults[0].column == CENTCOM.columns[n]


def test_number_and_description_are_the_lines_own() -> None:
    assert strikes_in(ROWS[0][6], "Tal Zahra") == ("2", "strikes hit a bridge.")
    assert strikes_in(ROWS[1][6], "Safir") == ("11", "airstrikes hit a tank.")
    assert strikes_in("- Near Tal Zahra, a bridge was hit.", "Tal Zahra") == ("", "")


def test_what_the_layout_can_hold_comes_back() -> None:
    first = _lines()
    again = taken(CENTCOM, rewritten(CENTCOM, first))

    assert [(a.date, a.place, a.means, a.text) for a in first.accounts] == [
        (a.date, a.place, a.means, a.text) for a in again.accounts
    ]
