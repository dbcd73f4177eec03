"""The tables of a record: what they hold, and that everything in them is described."""

from pathlib import Path

import pyarrow as pa
import pytest

from tests.tallies.counting.recorded import (
    AIRWARS,
    COALITION,
    GAZETTE,
    RUSSIA,
    SOHR,
    Recorded,
    a_person,
    civilians,
    graded,
)
from untold.claims.account import AccountDate, AccountPlace
from untold.claims.claim import Attribution, Party
from untold.tallies.counting import Counting
from untold.tallies.counting.engine import ASKED
from untold.tallies.tables import Tables, read_tables, schema_of, table_columns, write_tables
from untold.tallies.tables.record import TABLES
from untold.tallies.tally import TallyScope


def rows(tables: Tables, name: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = tables.in_memory(name).to_pylist()
    return found


@pytest.mark.parametrize("name", [*TABLES, "ranges"])
def test_every_table_has_the_columns_that_the_list_describes(name: str) -> None:
    made = Recorded()
    made.told(3, attributed_to=(COALITION,), means="airstrike")

    assert made.tables().in_memory(name).schema.equals(schema_of(name))
    assert all(column.meaning for column in table_columns()[name].columns.values())


def test_questions_ask_only_of_columns_that_there_are() -> None:
    for name, columns in ASKED.items():
        assert set(columns) <= set(table_columns()[name].columns), name


def test_an_incident_that_was_withdrawn_is_in_no_table() -> None:
    made = Recorded()
    made.told(3, state="withdrawn")

    assert rows(made.tables(), "incidents") == []


@pytest.mark.parametrize(
    ("start", "end", "month", "year"),
    [
        ("2015-06-10", "2015-06-10", "2015-06", "2015"),
        ("2015-06", "2015-06", "2015-06", "2015"),
        ("2015-06-30", "2015-07-01", None, "2015"),
        ("2015", "2015", None, "2015"),
        ("2015-12-31", "2016-01-01", None, None),
        (None, None, None, None),
    ],
)
def test_an_incident_has_a_month_only_where_all_its_days_lie_in_one(
    start: str | None, end: str | None, month: str | None, year: str | None
) -> None:
    made = Recorded()
    made.told(3, date=AccountDate(start, end))
    (row,) = rows(made.tables(), "incidents")

    assert (row["month"], row["year"]) == (month, year)


def test_a_party_that_is_only_cleared_is_not_blamed() -> None:
    made = Recorded()
    made.told(3, attributed_to=(COALITION, Attribution("russia", "Russia", "denied")))
    tables = made.tables()

    assert rows(tables, "incidents")[0]["parties"] == 1
    assert {(row["actor"], row["role"]) for row in rows(tables, "parties")} == {
        ("us-led-coalition", "suspected"),
        ("russia", "denied"),
    }


def test_whose_word_a_claim_is_goes_before_who_prints_it() -> None:
    made = Recorded()
    account = made.account(GAZETTE, civilians(3, claimant=SOHR), civilians(4))
    made.incident(account)

    assert [(row["source"], row["publisher"]) for row in rows(made.tables(), "claims")] == [
        ("sohr", "the village gazette"),
        ("the village gazette", "the village gazette"),
    ]


def test_an_account_that_counts_nobody_is_its_publishers() -> None:
    made = Recorded()
    made.told(None, source=AIRWARS)

    assert [(row["source"], row["source_name"]) for row in rows(made.tables(), "accounts")] == [("airwars", "Airwars")]


def test_a_report_without_a_publisher_is_a_source_of_its_own() -> None:
    made = Recorded()
    made.incident(made.account(Party(None, ""), civilians(3)), made.account(Party(None, ""), civilians(4)))

    assert [(row["source"], row["source_name"]) for row in rows(made.tables(), "accounts")] == [
        ("report ra0", "report ra0"),
        ("report ra1", "report ra1"),
    ]


def test_a_person_of_a_list_is_in_the_whole_group_and_in_its_own() -> None:
    made = Recorded()
    made.incident(made.account(AIRWARS, a_person(demographic="women"), a_person()))
    found = {(row["demographic"], row["low"], row["high"]) for row in rows(made.tables(), "ranges")}

    assert found == {(None, 2, None), ("women", 1, None)}


def test_tables_come_back_from_files_as_they_were(tmp_path: Path) -> None:
    made = Recorded()
    made.told(3, attributed_to=(COALITION, RUSSIA), grade=graded("fair"), place=AccountPlace("Tal", lat=36.2, lon=37.1))
    tables = made.tables()
    write_tables(tables, tmp_path)

    again = read_tables(tmp_path)

    for name in (*TABLES, "ranges"):
        assert again.in_memory(name).to_pylist() == tables.in_memory(name).to_pylist()
        assert isinstance(again.in_memory(name), pa.Table)
        assert again.in_memory(name).schema.field(0).metadata


@pytest.mark.parametrize("name", ["[2016] *", "year=2016", "it's ours", "سجل", "100%"])
def test_the_name_of_a_folder_is_a_name_and_no_pattern(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    made = Recorded()
    made.told(3)
    write_tables(made.tables(), folder)

    with Counting(read_tables(folder), as_of="2026-01-01") as counting:
        assert counting.behind(counting.count(TallyScope(), ("year",))).cells[0].codes == ("U-0000",)


def test_a_folder_that_lacks_a_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_tables(tmp_path)
