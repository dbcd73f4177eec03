"""The parts of a list: sheets, rows and cells, each of which knows where in the report's text it stands."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from untold.reports.report import Passage, Report

Value = str | int | float | bool | dt.datetime | dt.date | dt.time | list[object] | dict[str, object] | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: `text` is the report's text from `start` to `end`, `value` what the file holds.

    Of a delimited file the value is the cell's own text, with its tabs and
    line breaks, or null where it is empty; of a workbook, JSON or Parquet it
    has the type that the file gives it. `column` counts from 0.
    """

    column: int
    text: str
    value: Value
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Merged:
    """A rectangle of a sheet that is shown as one cell; its first row and column hold the value.

    Rows count from 1 as in the file, columns from 0; the last of each is part of it.
    """

    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet: its number as a person sees it in the file, and its cells' texts.

    `fault` says why the row could not be read as a row, else null.
    """

    sheet: str | None
    number: int  # from 1, the header's included, as a spreadsheet counts; of JSON Lines the line
    start: int  # where its line begins in the report's text
    texts: tuple[str, ...]
    values: tuple[Value, ...] | None = None  # null: the texts are the values
    fault: str | None = None

    @property
    def end(self) -> int:
        """Return where its line ends in the report's text."""
        return self.start + sum(map(len, self.texts)) + max(len(self.texts) - 1, 0)

    def cell(self, column: int) -> Cell | None:
        """Return the cell of a column, counted from 0, or null where the row is shorter."""
        if column >= len(self.texts):
            return None
        start = self.start + sum(map(len, self.texts[:column])) + column
        text = self.texts[column]
        value = (text or None) if self.values is None else self.values[column]
        return Cell(column, text, value, start, start + len(text))

    def cells(self) -> tuple[Cell, ...]:
        """Return its cells in order."""
        return tuple(cell for n in range(len(self.texts)) if (cell := self.cell(n)) is not None)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: `name` is null in a file that has one table without a name.

    `columns` are the names that the format itself gives (JSON keys, Parquet
    fields), else null: then some row of the sheet is its header, or none is.
    """

    name: str | None
    rows: Sequence[Row]
    columns: tuple[str, ...] | None = None
    merged: tuple[Merged, ...] = ()
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class ListReport:
    """A list as a report with its own bytes; its text is each sheet's rows in order, cells joined by tabs."""

    report: Report
    content: bytes
    sheets: tuple[Sheet, ...]

    @property
    def origin(self) -> str:
        """Return the path as it was given."""
        return self.report.origins[-1]

    def passage(self, cell: Cell) -> Passage | None:
        """Return the cell's own words, or null for an empty cell, which has none."""
        # The cell's text is the report's from start to end, and the same object as in other rows: no copy is cut.
        return Passage(self.report.id, cell.start, cell.end, cell.text) if cell.start < cell.end else None

    def line(self, row: Row) -> Passage:
        """Return the row as it stands in the report's text; raises `MisquotedClaim` for an empty row."""
        return self.report.passage(row.start, row.end)
