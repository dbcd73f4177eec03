"""The Bureau's workbooks: titles, notes, merged cells, ranges in cells, and totals that are never mended."""

import pytest

from tests.claims.columns.lists import (
    BUREAU_HEADER,
    STRIKES,
    bureau_workbook,
    csv_of,
    listed_workbook,
    rewritten,
    taken,
)
from untold.claims.columns import FromList, accounts_from_list
from untold.claims.columns.bureau import BUREAU, PrintedTotal, printed_totals
from untold.claims.columns.exporting import as_csv, export_table
from untold.codebook.counts import Count
from untold.codebook.errors import UnreadableReport


def _strikes(**parts: object) -> FromList:
    return accounts_from_list(listed_workbook(bureau_workbook(**parts)), BUREAU)  # type: ignore[arg-type]


def _totals(**parts: object) -> tuple[PrintedTotal, ...]:
    listed = listed_workbook(bureau_workbook(**parts))  # type: ignore[arg-type]
    return printed_totals(listed, accounts_from_list(listed, BUREAU))


def _counts(found: FromList, code: str) -> list[Count]:
    return [claim.count for row in found.taken if row.account.codes == (code,) for claim in row.claims]


def test_each_strike_is_an_account_and_nothing_else_is() -> None:
    assert [account.codes for account in _strikes().accounts] == [("V1",), ("V2",), ("V3",), ("V4",)]


def test_a_hidden_draft_is_not_imported() -> None:
    assert "bureau:V9" not in {account.id for account in _strikes().accounts}


def test_the_title_says_the_country_and_the_sheet_the_means() -> None:
    account = _strikes().accounts[0]

    assert (account.place.country, account.means) == ("PAK", "drone_strike")


def test_dates_are_day_first() -> None:
    assert [account.date.start for account in _strikes().accounts] == [
        "2010-03-04",
        "2010-03-05",
        "2011-06-17",
        "2011-06-18",
    ]


def test_two_days_are_a_span_and_come_back() -> None:
    strikes = (*STRIKES[:1], ("V2", "05/03/2010 - 07/03/2010", "Tal Zahra", "North Vale", 1, 1, 0, 0, 0, 0))
    first = _strikes(strikes=strikes)
    again = taken(BUREAU, rewritten(BUREAU, first))

    assert (first.accounts[1].date.start, first.accounts[1].date.end) == ("2010-03-05", "2010-03-07")
    assert again.accounts[1].date == first.accounts[1].date


def test_a_strike_of_which_only_code_and_day_are_known_is_one() -> None:
    found = _strikes(strikes=(*STRIKES[:1], ("V2", "05/03/2010")))

    assert [account.codes for account in found.accounts] == [("V1",), ("V2",)]
    assert found.accounts[1].claims == ()


def test_an_unknown_place_has_no_name_and_its_area_is_all_that_is_known() -> None:
    place = _strikes().accounts[1].place

    assert (place.name, place.admin1, place.precision) == (None, "North Vale", "district")


def test_minimum_and_maximum_are_one_range_and_parts_know_their_whole() -> None:
    claims = _strikes().taken[0].claims

    assert [str(claim.count) for claim in claims] == ["6–8", "2", "1"]
    assert claims[1].status == "civilian"
    assert claims[1].part_of == claims[0].id
    assert claims[2].part_of is None


def test_up_to_one_unknown_zero_and_empty_stay_four_things() -> None:
    found = _strikes()

    assert _counts(found, "V2")[0] == Count.between(0, 1)
    assert _counts(found, "V2")[1] == Count.exactly(0)
    assert _counts(found, "V3")[0] == Count.at_least(3)
    assert not [claim for claim in found.taken[2].claims if claim.status == "civilian"]


def test_a_word_of_doubt_is_a_note_and_the_number_stays() -> None:
    killed = _strikes().taken[3].claims[0]

    assert killed.count == Count.between(2, 3)
    assert killed.note is not None
    assert "possible" in killed.note


def test_a_minimum_above_its_maximum_is_told_and_the_strike_is_in() -> None:
    found = _strikes()

    assert _counts(found, "V4")[-1] == Count.vague()
    (fault,) = found.faults
    assert (fault.sheet, fault.row, fault.column) == ("Drone strikes data", 7, "Minimum reported injured")
    assert str(fault).endswith("'3' is not at most 2, the Maximum reported injured")


def test_every_count_is_its_own_cell() -> None:
    found = _strikes()

    for claim in found.claims:
        counted = claim.evidence["count"]
        passages = counted if isinstance(counted, tuple) else (counted,)
        assert all(passage.text in claim.quote.text for passage in passages)


def test_a_merged_day_holds_for_each_strike_under_it() -> None:
    strikes = (STRIKES[0], ("V2", None, "Wadi Safir", "South Vale", 1, 1, 0, 0, 0, 0))
    found = _strikes(strikes=strikes, merged=("B4:B5",))

    assert found.accounts[1].date.start == "2010-03-04"
    assert found.faults == ()


def test_a_merged_number_is_of_no_single_strike() -> None:
    strikes = (STRIKES[0], ("V2", "05/03/2010", "Wadi Safir", "South Vale", None, 9, 0, 0, 0, 0))
    found = _strikes(strikes=strikes, merged=("E4:E5",))

    assert _counts(found, "V1")[0] == Count.vague()
    assert any("merged" in str(fault) for fault in found.faults)


def test_printed_totals_are_beside_what_the_rows_add_up_to() -> None:
    totals = _totals()

    assert [(total.over, total.column) for total in totals[:2]] == [
        ("2010", "Strikes"),
        ("2010", "Minimum people killed"),
    ]
    assert {total.residual for total in totals} == {0}


def test_a_total_that_differs_is_written_down_with_what_is_left() -> None:
    totals = _totals(totals=(("2010", 2, 16, 9, 2),))
    wrong = [total for total in totals if total.residual]

    assert [(total.printed, total.summed, total.residual) for total in wrong] == [(16, 6, 10)]
    assert "row 2, column Minimum people killed: 2010 prints 16, the rows add up to 6; +10 is left" in wrong[0].message


def test_rows_without_a_number_are_told_beside_the_sum() -> None:
    total = next(total for total in _totals() if (total.over, total.column) == ("2011", "Maximum people killed"))

    assert (total.summed, total.unsummed) == (3, 1)


def test_a_refused_row_is_missing_from_the_sum() -> None:
    strikes = (*STRIKES[:1], ("V2", "40/03/2010", "Tal Zahra", "North Vale", 1, 1, 0, 0, 0, 0))
    totals = _totals(strikes=strikes, totals=(("2010", 2, 7, 9, 2),))

    assert [(total.column, total.residual) for total in totals if total.residual] == [
        ("Strikes", 1),
        ("Minimum people killed", 1),
        ("Maximum people killed", 1),
    ]


def test_what_the_layout_can_hold_comes_back() -> None:
    first = _strikes()
    again = taken(BUREAU, rewritten(BUREAU, first))

    for one, other in zip(first.taken, again.taken, strict=True):
        assert (one.account.id, one.account.date, one.account.codes) == (
            other.account.id,
            other.account.date,
            other.account.codes,
        )
        assert (one.account.place.name, one.account.place.admin1) == (
            other.account.place.name,
            other.account.place.admin1,
        )
        assert [claim.count for claim in one.claims] == [claim.count for claim in other.claims]
        assert [claim.note for claim in one.claims] == [claim.note for claim in other.claims]


def test_an_export_beside_its_workbook_keeps_what_the_title_says() -> None:
    listed = listed_workbook(bureau_workbook())
    first = accounts_from_list(listed, BUREAU)
    table = export_table(first.accounts, first.claims, BUREAU, [listed])
    again = taken(BUREAU, as_csv(table).encode())

    assert table.columns[: len(BUREAU_HEADER)] == BUREAU_HEADER
    assert [(a.id, a.date, a.place, a.means) for a in again.accounts] == [
        (a.id, a.date, a.place, a.means) for a in first.accounts
    ]


def test_other_countries_word_their_columns_otherwise() -> None:
    header = ("Strike ID", "Confirmed/ possible US attack?", "Date", "Location", "Province",
              "Minimum people killed", "Maximum people killed", "Minimum civilians killed", "Maximum civilians killed",
              "Minimum people injured", "Maximum people injured")  # fmt: skip
    row = ("Y1", "Possible", "05/03/2010", "Tal Zahra", "Safir province", "3", "5", "0", "1", "2", "2")
    found = taken(BUREAU, csv_of([header, row]))

    assert [str(claim.count) for claim in found.claims] == ["3–5", "0–1", "2"]
    assert found.accounts[0].attributed_to[0].role == "suspected"


def test_a_row_that_says_something_else_is_refused_with_its_place() -> None:
    strikes = (*STRIKES[:1], ("V2", "05/03/2010", "Tal Zahra", "North Vale", "many", 1, 0, 0, 0, 0))
    found = _strikes(strikes=strikes)

    assert len(found.accounts) == 1
    assert str(found.faults[0]) == (
        "strikes.xlsx, sheet 'Drone strikes data', row 5, column Minimum total people killed: "
        "'many' is not a number of people"
    )


def test_a_file_without_strikes_is_refused_whole() -> None:
    with pytest.raises(UnreadableReport, match="no bureau list"):
        taken(BUREAU, b"code,killed\nS1,3\n")
