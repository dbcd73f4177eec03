"""Lists with errors in every way: each bad row is told, and every good one is in."""

import json
import random
from collections.abc import Sequence

import pytest

from tests.claims.columns import lists
from tests.claims.columns.lists import csv_of, taken
from untold.claims.columns import FromList, Layout
from untold.claims.columns.aoav import AOAV
from untold.claims.columns.bureau import BUREAU
from untold.claims.columns.centcom import CENTCOM
from untold.claims.columns.ibc import IBC
from untold.claims.columns.ibc_people import IBC_INDIVIDUALS
from untold.claims.columns.statements import STATEMENTS
from untold.codebook.errors import UnreadableReport

ROWS = 300
EVERY = 5  # one row in five is spoilt
SPOILT = (
    "many",
    "-1",
    "3.5",
    "31/02/2016",
    "2016-13-40",
    "9" * 40,
    "=1+1",
    "\x00",
    "\ufffd",
    "٣ أو أكثر",
    "nan",
    "x" * 5000,
)
LAYOUTS = (AOAV, BUREAU, CENTCOM, IBC, IBC_INDIVIDUALS, STATEMENTS)
# The columns of each layout in which a spoilt cell must refuse its row, and the cell.
REFUSING = [
    (AOAV, "Civilians Killed", "many"),
    (AOAV, "Date", "31/02/2016"),
    (BUREAU, "Minimum total people killed", "-1"),
    (BUREAU, "Date", "2016-13-40"),
    (CENTCOM, "date", "17/10/2016"),
    (CENTCOM, "location", ""),
    (IBC, "Reported Maximum", "3.5"),
    (IBC, "IBC code", "many"),
    (IBC_INDIVIDUALS, "Earliest Date", "31 Feb 2003"),
    (STATEMENTS, "conceded_killed", "many"),
]


def _row(layout: Layout, n: int) -> dict[str, str]:
    day = n % 28 + 1
    rows: dict[str, dict[str, str]] = {
        "aoav": {"Civilians Killed": "2", "Civilians Injured": "1", "Civilian Casualties Total": "3",
                 "Country": "Iraq", "Date": f"2016-03-{day:02d}", "Description": f"bomb {n} in Tal Zahra"},
        "bureau": {"Strike ID": f"V{n}", "Date": f"{day:02d}/03/2016", "Location": "Tal Zahra", "Area": "Vale",
                   "Minimum total people killed": "2", "Maximum total people killed": "4"},
        "centcom": {"date": f"03/{day:02d}/2016", "country": "Iraq", "location": "Tal Zahra",
                    "line": f"- Near Tal Zahra, one strike destroyed vehicle {n}."},
        "ibc": {"IBC code": f"x{n}", "Start Date": f"{day} Mar 2006", "Location": "Tal Zahra",
                "Reported Minimum": "2", "Reported Maximum": "4"},
        "ibc-individuals": {"IBC code": f"x{n}-a1", "Name or Identifying Details": "Person", "Age": "30",
                            "Earliest Date": f"{day} Mar 2006", "Latest Date": f"{day} Mar 2006"},
        "statements": {"statement_id": f"s{n}", "text": f"March {day}, 2016, near Tal Zahra, Syria: {n}.",
                       "assessment": "credible", "conceded_killed": "[1, 2]"},
    }  # fmt: skip
    return rows[layout.name]


def _imported(layout: Layout, rows: Sequence[dict[str, str]]) -> FromList:
    if layout is STATEMENTS:
        return taken(layout, "\n".join(map(json.dumps, rows)).encode())
    return taken(layout, csv_of([layout.columns, *([row.get(name, "") for name in layout.columns] for row in rows)]))


def _spoilt(layout: Layout, seed: int) -> tuple[list[dict[str, str]], set[int]]:
    """Return rows of a layout with one spoilt cell in every fifth, and the numbers of those, as the file counts."""
    chance = random.Random(seed)  # noqa: S311 - no secret hangs on it
    rows = [_row(layout, n) for n in range(ROWS)]
    first = 1 if layout is STATEMENTS else 2
    for row in rows[::EVERY]:
        row[chance.choice(layout.columns)] = chance.choice(SPOILT)
    return rows, {n + first for n in range(0, ROWS, EVERY)}


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
@pytest.mark.parametrize("seed", range(5))
def test_every_good_row_is_in_and_every_refused_one_is_told(layout: Layout, seed: int) -> None:
    rows, spoilt = _spoilt(layout, seed)

    found = _imported(layout, rows)

    refused = {fault.row for fault in found.faults if fault.is_refused}
    assert refused <= spoilt
    assert {fault.row for fault in found.faults} <= spoilt
    assert len(found.taken) + len(refused) == ROWS
    assert all(fault.expected and len(str(fault)) < 400 for fault in found.faults)


@pytest.mark.parametrize(("layout", "column", "cell"), REFUSING, ids=lambda one: getattr(one, "name", None))
def test_a_row_that_cannot_be_taken_is_named_by_file_row_column_and_value(
    layout: Layout, column: str, cell: str
) -> None:
    rows = [_row(layout, n) for n in range(3)]
    rows[1][column] = cell

    found = _imported(layout, rows)

    assert len(found.taken) == 2
    fault = next(fault for fault in found.faults if fault.is_refused)
    assert (fault.origin, fault.row, fault.column) == ("list.csv", 2 if layout is STATEMENTS else 3, column)
    assert fault.expected
    assert layout is IBC_INDIVIDUALS or fault.value == cell


def test_a_line_that_is_no_row_is_told_and_loses_no_other() -> None:
    good = csv_of([AOAV.columns, [_row(AOAV, 1).get(name, "") for name in AOAV.columns]])
    found = taken(AOAV, good + b'2,"an open quote\n' + good.splitlines()[1] + b"\n\xff\xfe,1\n")

    assert len(found.taken) == 2
    assert {fault.row for fault in found.faults} == {3, 5}


def test_a_workbook_is_no_list_of_another_publisher() -> None:
    for layout in (AOAV, CENTCOM, IBC, IBC_INDIVIDUALS, STATEMENTS):
        with pytest.raises(UnreadableReport, match="has no column"):
            taken(layout, lists.bureau_workbook(), "strikes.xlsx")
