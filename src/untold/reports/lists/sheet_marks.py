"""What a sheet's XML says beside its values: merged cells, and formulas that nobody calculated.

openpyxl's streaming reader passes over both. A merged cell holds one value for
several rows, and a formula without a value looks like an empty cell, which
would turn "not calculated" into "not stated".
"""

import io
import re
import zipfile
from dataclasses import dataclass

from untold.reports.lists.table import Merged

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?"')
# A cell with a formula and nothing after it: `<c r="B7"><f>SUM(B1:B6)</f></c>`, or with an empty value.
_WITHOUT_VALUE = re.compile(
    rb'<(?:\w+:)?c\b[^>]*?\br="[A-Z]{1,3}(\d{1,7})"[^>]*>\s*<(?:\w+:)?f\b[^<]*(?:/>|</(?:\w+:)?f>)\s*'
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_TYPED_AS_TEXT = re.compile(rb'\bt="str"')


@dataclass(frozen=True, slots=True)
class SheetMarks:
    """A sheet's merged rectangles, and the numbers of the rows with a formula that has no value."""

    merged: tuple[Merged, ...]
    without_value: frozenset[int]


def sheet_marks(content: bytes, part: str) -> SheetMarks:
    """Return the marks of one sheet of a workbook, whose zip holds it at `part`; its size was checked before."""
    with zipfile.ZipFile(io.BytesIO(content)) as package, package.open(part.lstrip("/")) as sheet:
        xml = sheet.read()
    formulas = _WITHOUT_VALUE.finditer(xml) if b"<f" in xml or b":f>" in xml else ()
    # A formula whose value is the empty text was calculated, and shows nothing.
    rows = {int(found[1]) for found in formulas if _TYPED_AS_TEXT.search(found[0]) is None}
    return SheetMarks(tuple(map(_merged, _MERGED.finditer(xml))), frozenset(rows))


def _merged(found: re.Match[bytes]) -> Merged:
    column, row = found[1], int(found[2])
    last_column, last_row = found[3] or column, int(found[4] or row)
    return Merged(row, last_row, column_number(column.decode()), column_number(last_column.decode()))


def column_number(letters: str) -> int:
    """Return a column's place from 0.

    >>> column_number("A"), column_number("AB")
    (0, 27)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
