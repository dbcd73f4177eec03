"""Rows on their way out: comma-separated or a workbook, and no cell in them that a program would run.

Every command's table leaves by this door, because a table is opened in a
spreadsheet by somebody who did not make it, and holds words that anybody may
have written.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from untold.tallies.ledger.cleaning import cell

Value = str | int | float | None
_LONGEST = 32_000  # characters; a cell of XLSX holds 32,767


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a header and rows as comma-separated text; null is an empty cell, which is not 0.

    >>> csv_text(("name", "killed"), [("=1+1", 0), ("Homs", None)])
    "name,killed\\n'=1+1,0\\nHoms,\\n"
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cell(each) for each in row] for row in rows)
    return text.getvalue()


def workbook(sheets: Mapping[str, Iterable[Sequence[Value]]]) -> bytes:
    """Return a workbook of sheets by their titles; the first row of each is its header.

    A text stays a text, whatever it begins with, and one that no cell holds is
    cut: the other forms have it whole.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for number, row in enumerate(rows):
            sheet.append([_written(sheet, value, is_head=number == 0) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _written(sheet: object, value: Value, *, is_head: bool) -> object:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    is_text = isinstance(value, str)
    made = WriteOnlyCell(sheet, value=_cut(cell(value)) if is_text else value)
    if is_text:
        made.data_type = "s"
    if is_head:
        made.font = Font(bold=True)
    return made


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}\u2026"
