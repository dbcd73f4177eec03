"""UCDP's events, with and without a header row."""

from collections.abc import Mapping
from types import MappingProxyType

import pytest

from tests.claims.columns.lists import csv_of, taken
from untold.claims.columns import FromList
from untold.claims.columns.ucdp import UCDP, WORDS
from untold.codebook.counts import Count
from untold.codebook.errors import UnreadableReport

ROW = {
    **dict.fromkeys(WORDS.columns, ""),
    "id": "4001",
    "relid": "TAL-2016-1-1",
    "year": "2016",
    "type_of_violence": "3",
    "side_a": "IS",
    "side_b": "Civilians",
    "source_original": "a hospital; residents",
    "where_prec": "2",
    "where_coordinates": "Tal Zahra town",
    "adm_1": "North Vale",
    "latitude": "35.5",
    "longitude": "38.25",
    "country": "Yemen (North Yemen)",
    "event_clarity": "1",
    "date_prec": "2",
    "date_start": "2016-03-14 00:00:00.000",
    "date_end": "2016-03-16 00:00:00.000",
    "deaths_a": "0",
    "deaths_b": "0",
    "deaths_civilians": "7",
    "deaths_unknown": "1",
    "best": "8",
    "high": "12",
    "low": "6",
}


def read(cells: Mapping[str, str] = MappingProxyType({}), *, with_header: bool = True) -> FromList:
    row = {**ROW, **cells}
    rows = [list(row.values()), list({**row, "id": "4002"}.values())]
    return taken(UCDP, csv_of([list(row), *rows] if with_header else rows))


def test_best_low_and_high_are_one_count_and_its_parts_are_within_it() -> None:
    total, *parts = read().claims[:5]

    assert total.count == Count(8, 6, 12, "range")
    assert [part.part_of for part in parts] == [total.id] * 4
    assert [(part.status, part.count.stated) for part in parts] == [
        ("combatant", 0),
        ("civilian", 0),
        ("civilian", 7),
        ("unknown", 1),
    ]


def test_the_claimant_is_whom_the_source_quotes() -> None:
    claimant = read().claims[0].claimant

    assert claimant is not None
    assert claimant.name == "a hospital; residents"


def test_codes_of_place_and_time_are_crossed_to_our_ladders() -> None:
    account = read().accounts[0]

    assert (account.date.start, account.date.end, account.date.precision) == ("2016-03-14", "2016-03-16", "days")
    assert (account.place.precision, account.place.country) == ("nearby", "YEM")
    assert account.codes == ("4001", "TAL-2016-1-1")


@pytest.mark.parametrize(
    ("violence", "roles"),
    [("3", [("islamic-state", "known")]), ("1", [("islamic-state", "contested"), (None, "contested")])],
    ids=["one-sided", "state-based"],
)
def test_who_did_it_is_what_the_type_of_violence_says(violence: str, roles: list[tuple[str | None, str]]) -> None:
    account = read({"type_of_violence": violence, "side_b": "Northern Band"}).accounts[0]

    assert [(one.id, one.role) for one in account.attributed_to] == roles


def test_a_release_without_a_header_row_loses_no_event() -> None:
    with_header, without = read(), read(with_header=False)

    assert [account.id for account in without.accounts] == ["ucdp:4001", "ucdp:4002"]
    assert [claim.count for claim in without.claims] == [claim.count for claim in with_header.claims]


@pytest.mark.parametrize(
    ("cells", "column", "is_refused"),
    [
        ({"date_prec": "9"}, "date_prec", True),
        ({"where_prec": "far"}, "where_prec", True),
        ({"date_end": "2016-03-01"}, "date_start", True),
        ({"best": "8.5"}, "best", True),
        ({"best": "20"}, "best", False),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else None,
)
def test_what_the_codebook_of_the_list_does_not_allow_is_a_fault(
    cells: dict[str, str], column: str, *, is_refused: bool
) -> None:
    fault = read(cells).faults[0]

    assert (fault.column, fault.is_refused) == (column, is_refused)


def test_a_list_of_another_layout_is_refused_with_the_columns_it_lacks() -> None:
    with pytest.raises(UnreadableReport, match="has no column date_start, date_end"):
        taken(UCDP, b"id,place\n1,x\n")
