"""Workbooks: every sheet's values as the file keeps them, read without running anything in it.

A workbook is a zip of XML from a stranger. Its sizes are checked before
anything is unpacked, its entities before anything is parsed; macros, links and
formulas are never run, and a formula counts by the value that was saved with it.
"""

import datetime as dt
import io
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing

from openpyxl import load_workbook
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from untold.codebook.errors import UnreadableReport
from untold.reports.lists.displaying import as_displayed
from untold.reports.lists.laying import RawRow, RawSheet, check_size, shown
from untold.reports.lists.sheet_marks import SheetMarks, sheet_marks
from untold.reports.lists.table import Value

# The largest list of the field, UCDP's, unpacks to about half of this.
MOST_UNPACKED = 1_000_000_000
_MOST_PARTS = 2_000
# Sheets of repeated words pack 30 to 1; a zip bomb's parts a thousand to 1.
_MOST_PACKED = 200
_SMALL = 1_000_000  # bytes, below which a part may be packed as tightly as it likes
_REMEDY = "save the sheet that you need as XLSX or CSV"
# What openpyxl and the zip below it raise for a file that was cut or altered, as found by altering files.
_DAMAGE = (
    *(KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, OSError, EOFError),
    *(NotImplementedError, RuntimeError, OverflowError, zipfile.BadZipFile, zlib.error),
)
_NO_VALUE = "a row whose formulas were saved with their values"


def read_workbook(origin: str, content: bytes) -> tuple[RawSheet, ...]:
    """Return the sheets of a workbook in order, hidden ones too, with their merged cells.

    A row's number is the sheet's own; rows that hold nothing are left out. A
    row with a formula that was saved without its value has a fault: what it
    would show cannot be known.

    Raises `UnreadableReport` for a workbook that is damaged, locked or built to do harm.
    """
    check_package(origin, content)
    try:
        return _sheets(origin, content)
    except UnreadableReport:
        raise
    except _DAMAGE as error:
        raise UnreadableReport(origin, f"is a damaged workbook ({type(error).__name__}: {error})", _REMEDY) from None


def _sheets(origin: str, content: bytes) -> tuple[RawSheet, ...]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl leaves out (colors, checks of input) says nothing of the values
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        with closing(book):
            held = [0]
            sheets = [sheet for sheet in book.worksheets if isinstance(sheet, ReadOnlyWorksheet)]
            return tuple(_sheet(origin, content, sheet, held) for sheet in sheets)


def check_package(origin: str, content: bytes) -> None:
    """Raise `UnreadableReport` unless a zip is a workbook of a size that its sheets can have, without entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            names = {part.filename for part in parts}
            if "xl/workbook.xml" not in names:
                raise UnreadableReport(origin, "is a zip archive, not a workbook", "unpack it and give the list in it")
            _check_sizes(origin, parts)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    _check_entities(origin, package, part)
    except _DAMAGE as error:
        raise UnreadableReport(origin, f"is a damaged workbook ({error})", "download it again") from None


def _check_sizes(origin: str, parts: Sequence[zipfile.ZipInfo]) -> None:
    unpacked = sum(part.file_size for part in parts)
    is_packed = any(
        part.file_size > _SMALL and part.file_size > _MOST_PACKED * max(part.compress_size, 1) for part in parts
    )
    if unpacked > MOST_UNPACKED or len(parts) > _MOST_PARTS or is_packed:
        why = f"unpacks {len(content_parts(parts))} parts to {unpacked / 1_000_000:.0f} MB, as no list does"
        raise UnreadableReport(origin, why, _REMEDY)


def content_parts(parts: Iterable[zipfile.ZipInfo]) -> list[str]:
    """Return the names of the parts that are no folders."""
    return [part.filename for part in parts if not part.is_dir()]


def _check_entities(origin: str, package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Refuse XML that declares entities: a workbook never does, and they unpack without end."""
    with package.open(part) as xml:
        head = xml.read(65_536)
    if b"<!DOCTYPE" in head.replace(b"\x00", b"") or b"<!ENTITY" in head.replace(b"\x00", b""):
        raise UnreadableReport(origin, f"declares entities in {part.filename}, as no workbook does", _REMEDY)


def _sheet(origin: str, content: bytes, sheet: ReadOnlyWorksheet, held: list[int]) -> RawSheet:
    marks = sheet_marks(content, sheet._worksheet_path)  # noqa: SLF001 - openpyxl tells it nowhere else
    sheet.reset_dimensions()  # a file may claim a million columns
    rows = tuple(_rows(origin, sheet, marks, held))
    return RawSheet(sheet.title, rows, merged=marks.merged, is_hidden=sheet.sheet_state != "visible")


def _rows(origin: str, sheet: ReadOnlyWorksheet, marks: SheetMarks, held: list[int]) -> Iterator[RawRow]:
    for number, cells in enumerate(sheet.iter_rows(), 1):
        if not cells:
            continue
        held[0] += len(cells)
        check_size(origin, held[0])
        values = _trimmed([_value(cell) for cell in cells])
        if values or number in marks.without_value:
            texts = tuple(_text(value, cell) for value, cell in zip(values, cells, strict=False))
            yield RawRow(number, values, _NO_VALUE if number in marks.without_value else None, texts)


def _value(cell: ReadOnlyCell | EmptyCell) -> Value:
    """Return a cell's value; of an error it is its words, of a span of time too."""
    value = cell.value
    if isinstance(value, dt.timedelta):
        return str(value)
    return value if isinstance(value, str | int | float | bool | dt.datetime | dt.date | dt.time) else None


def _text(value: Value, cell: ReadOnlyCell | EmptyCell) -> str:
    return shown(value) if value is None or isinstance(value, str | bool) else as_displayed(value, cell.number_format)


def _trimmed(values: list[Value]) -> tuple[Value, ...]:
    last = next((n for n in range(len(values), 0, -1) if values[n - 1] not in (None, "")), 0)
    return tuple(values[:last])
