"""Small lists of our own in other people's layouts: invented places and codes, round figures."""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime

from openpyxl import Workbook

from untold.claims.columns import FromList, Layout, accounts_from_list
from untold.reports.lists import ListReport, read_list

BUREAU_HEADER = (
    "Strike ID", "Date", "Location", "Area",
    "Minimum total people killed", "Maximum total people killed",
    "Minimum civilians reported killed", "Maximum civilians reported killed",
    "Minimum reported injured", "Maximum reported injured",
)  # fmt: skip
SUMMARY_HEADER = ("Year", "Strikes", "Minimum people killed", "Maximum people killed", "Minimum civilians killed")
STRIKES: tuple[tuple[object, ...], ...] = (
    ("V1", datetime(2010, 3, 4), "Tal Zahra", "North Vale", 6, 8, 2, 2, 1, 1),  # noqa: DTZ001 - a day has no clock
    ("V2", "05/03/2010", "Unknown", "North Vale", 0, 1, 0, 0, 0, 0),
    ("V3", "17/06/2011", "Wadi Safir", "South Vale", "3-4", "Unknown", "", "", 2, 5),
    ("V4", "18/06/2011", "Wadi Safir", "South Vale", "2 (possible)", 3, 0, 1, 3, 2),
)


def taken(layout: Layout, content: bytes, name: str = "list.csv") -> FromList:
    """Return what a layout takes from some bytes."""
    return accounts_from_list(read_list(name, content), layout)


def csv_of(rows: Sequence[Sequence[str]]) -> bytes:
    """Return rows as a comma-separated file."""
    return "".join(",".join(f'"{cell}"' if "," in cell else cell for cell in row) + "\n" for row in rows).encode()


def rewritten(layout: Layout, found: FromList) -> bytes:
    """Return the accounts of a list in its own layout again, as a comma-separated file."""
    rows = [written_row(layout, found, n) for n in range(len(found.accounts))]
    return csv_of([layout.columns, *([row.get(column, "") for column in layout.columns] for row in rows)])


def written_row(layout: Layout, found: FromList, n: int) -> Mapping[str, str]:
    """Return the cells that a layout writes for the n-th account."""
    assert layout.write is not None
    return layout.write(found.taken[n].account, found.taken[n].claims)


def bureau_workbook(
    strikes: Sequence[Sequence[object]] = STRIKES,
    totals: Sequence[Sequence[object]] = (("2010", 2, 6, 9, 2), ("2011", 2, 5, 3, 0), ("TOTAL", 4, 11, 12, 2)),
    merged: Sequence[str] = (),
) -> bytes:
    """Return a workbook as a monitor keeps it: merged titles, notes, a summary, a table, a hidden draft."""
    book = Workbook()
    notes = book.active
    assert notes is not None
    notes.title = "Notes"
    notes.append(["US drone strikes in Pakistan"])
    notes.append(["The ranges are the lowest and the highest figure that our sources give."])
    notes.merge_cells("A1:C1")
    notes.merge_cells("A2:H2")
    summary = book.create_sheet("Summary")
    summary.append(SUMMARY_HEADER)
    for line in totals:
        summary.append(line)
    summary.append([])
    summary.append(["Year", "Total casualty rate"])
    summary.append(["2010", 4.5])
    table = book.create_sheet("Drone strikes data")
    table.append(["Strikes by year"])
    table.merge_cells("A1:J1")
    table.append([])
    table.append(BUREAU_HEADER)
    for strike in strikes:
        table.append(strike)
    for area in merged:
        table.merge_cells(area)
    table.append(["Total", None, None, None, 11, 12])
    table.append(["Figures are revised when a source is."])
    draft = book.create_sheet("Draft")
    draft.append(BUREAU_HEADER)
    draft.append(["V9", "01/01/2012", "Tal Zahra", "North Vale", 99, 99, 99, 99, 99, 99])
    draft.sheet_state = "hidden"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def listed_workbook(content: bytes) -> ListReport:
    """Return a workbook as a list."""
    return read_list("strikes.xlsx", content)
