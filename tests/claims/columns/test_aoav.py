"""AOAV's one-line incidents: the columns are the claims, the description is the text."""

import pytest

from tests.claims.columns.lists import csv_of, rewritten, taken
from untold.claims.columns import FromList
from untold.claims.columns.aoav import AOAV, place_in

ROW = (
    "4",
    "5",
    "3",
    "2",
    "Afghanistan",
    "2020-03-14",
    "Roadside bomb kills 2 and injures 3 in Tal Zahra district",
    "Road",
)


def _incidents(*rows: tuple[str, ...]) -> FromList:
    return taken(AOAV, csv_of([AOAV.columns, *(rows or (ROW,))]))


def test_four_columns_are_four_claims() -> None:
    claims = _incidents().claims

    assert [(str(claim.count), claim.harm, claim.status) for claim in claims] == [
        ("5", "casualties", "civilian"),
        ("2", "killed", "civilian"),
        ("3", "injured", "civilian"),
        ("4", "casualties", "combatant"),
    ]


def test_killed_and_injured_are_within_the_total() -> None:
    total, killed, injured, armed = _incidents().claims

    assert (killed.part_of, injured.part_of, armed.part_of) == (total.id, total.id, None)


def test_the_description_is_the_text_and_names_place_and_means() -> None:
    account = _incidents().accounts[0]

    assert account.text == ROW[6]
    assert (account.place.name, account.place.country, account.means) == ("Tal Zahra", "AFG", "ied")


@pytest.mark.parametrize("line", ["2 killed in Zahra and 1 in Safir", "US airstrike kills 3", "bomb in a village"])
def test_several_places_or_none_are_no_place(line: str) -> None:
    assert place_in(line) is None


def test_zero_is_a_count_and_an_empty_cell_is_none() -> None:
    claims = _incidents(("0", "", "", "0", *ROW[4:])).claims

    assert [(claim.harm, str(claim.count)) for claim in claims] == [("killed", "0"), ("casualties", "0")]


def test_a_sum_that_does_not_add_up_is_told_and_the_row_is_in() -> None:
    found = _incidents(("0", "7", "3", "2", *ROW[4:]))

    assert len(found.accounts) == 1
    assert found.faults[0].column == "Civilian Casualties Total"
    assert "'7' is not the sum of Civilians Killed 2 and Civilians Injured 3" in str(found.faults[0])


@pytest.mark.parametrize(("n", "cell"), [(3, "several"), (5, "14/03/2020"), (5, "")])
def test_a_bad_cell_refuses_its_row_alone(n: int, cell: str) -> None:
    found = _incidents((*ROW[:n], cell, *ROW[n + 1 :]), ROW)

    assert len(found.accounts) == 1
    assert found.faults[0].column == AOAV.columns[n]
    assert found.faults[0].row == 2


def test_what_the_layout_can_hold_comes_back() -> None:
    first = _incidents(ROW, ("0", "", "", "0-1", *ROW[4:]))
    again = taken(AOAV, rewritten(AOAV, first))

    assert [(a.date, a.place, a.means, a.text) for a in first.accounts] == [
        (a.date, a.place, a.means, a.text) for a in again.accounts
    ]
    assert [claim.count for claim in first.claims] == [claim.count for claim in again.claims]
