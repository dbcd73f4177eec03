"""The rows of a yearly table: a date, a place, how many killed, how many injured, under named columns.

The same table reaches a reader in three shapes: cells between commas, tabs or
bars; one cell to a paragraph, as a web page lists them; or run together on the
lines of a PDF, where only the numbers at a row's end tell their columns.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from untold.allegations.reading.lines import is_dated
from untold.claims.official_statements.flat import flatten
from untold.claims.official_statements.wordings import first_match, listed
from untold.reports.report import Passage, Report

_CELL = re.compile(r'"(?:[^"]|"")*"|[^,\n]+')
_SPLIT = {"\t": re.compile(r"[^\t\n]+"), "|": re.compile(r"[^|\n]+"), ",": _CELL}
_LINE = re.compile(r"[^\n]+")
_NUMBERS = re.compile(r"(?<![\w,.])(\d{1,3}(?:,\d{3})*|\d{1,5}(?:-|\u2013)\d{1,5})(?=(?:\s+[\d,\u2013-]+)*\s*$)")
_MOST_COLUMNS = 14
_LONGEST_LABEL = 40  # letters
_LONGEST_HEADER = 400
_MOST_HEADERS = 5  # lines that look like one: below them no more is looked for
_TAIL = 60  # letters of a line in which its last numbers stand
_NEEDED = {"date", "killed"}
Cells = Mapping[str, Passage]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its words in the text, and its cells by what their columns are."""

    words: Passage
    cells: Cells


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table, and where its header begins in the text."""

    start: int
    rows: tuple[Row, ...]


def table_in(report: Report) -> Table | None:
    """Return the first table of a report that dates people killed, or null where it has none."""
    lines = [report.passage(*found.span()) for found in _LINE.finditer(report.text) if found[0].strip()]
    headers = (n for n, line in enumerate(lines) if len(line.text) <= _LONGEST_HEADER and _is_header(line.text))
    for n in islice(headers, _MOST_HEADERS):
        rows = tuple(_rows_below(report, lines[n:]))
        if rows:
            return Table(lines[n].start, rows)
    return None


def _is_header(text: str) -> bool:
    return _column(text) == "date" or set(_columns(text)) >= _NEEDED


def _rows_below(report: Report, lines: Sequence[Passage]) -> Iterator[Row]:
    columns = list(_columns(lines[0].text))
    if not set(columns) >= _NEEDED:
        return _rows_of_paragraphs(report, lines)
    delimiter = next((each for each in _SPLIT if each in lines[0].text), None)
    return (
        _rows_of_lines(report, columns, lines[1:])
        if delimiter is None
        else _rows_of_cells(report, _SPLIT[delimiter], lines)
    )


def _columns(text: str) -> dict[str, int]:
    """Return the columns that a header names with where each name begins, from left to right."""
    low = flatten(text).low
    found = {field: first_match(names, low) for field, names in listed().columns.items()}
    named = {field: match.start() for field, match in found.items() if match is not None}
    is_header = len(low.split()) <= _MOST_COLUMNS * 2 and not re.search(r"\d", low)
    return dict(sorted(named.items(), key=lambda each: each[1])) if is_header else {}


def _column(text: str) -> str | None:
    """Return what one cell of a header names, or null."""
    low = flatten(text).low
    if len(low) > _LONGEST_LABEL:
        return None
    for field, names in listed().columns.items():
        found = first_match(names, low)
        if found is not None and found.start() == 0:
            return field
    return None


def _rows_of_lines(report: Report, columns: Sequence[str], lines: Sequence[Passage]) -> Iterator[Row]:
    for line in lines:
        cells = _last_numbers(report, columns, line) if is_dated(line.text) else {}
        if cells:
            yield Row(line, cells)


def _rows_of_cells(report: Report, cell: re.Pattern[str], lines: Sequence[Passage]) -> Iterator[Row]:
    labels = [_column(found[0].strip(' "')) for found in cell.finditer(lines[0].text)]
    for line in lines[1:]:
        cells = _by_label(labels, [_cell(report, line, found) for found in cell.finditer(line.text)])
        if "date" in cells and is_dated(cells["date"].text):
            yield Row(line, cells)


def _rows_of_paragraphs(report: Report, lines: Sequence[Passage]) -> Iterator[Row]:
    """Yield the rows of cells that stand one to a line, as many to a row as the header has labels."""
    width = next((n for n, line in enumerate(lines[: _MOST_COLUMNS + 1]) if is_dated(line.text)), 0)
    labels = [_column(line.text) for line in lines[:width]]
    if not set(labels) >= _NEEDED:
        return
    for n in range(width, len(lines) - width + 1, width):
        cells = lines[n : n + width]
        if not is_dated(cells[0].text):
            return
        yield Row(report.passage(cells[0].start, cells[-1].end), _by_label(labels, cells))


def _by_label(labels: Sequence[str | None], cells: Sequence[Passage]) -> Cells:
    return {label: cell for label, cell in zip(labels, cells, strict=False) if label is not None}


def _cell(report: Report, line: Passage, found: re.Match[str]) -> Passage:
    bare = found[0].strip(' "') or found[0]
    start = line.start + found.start() + found[0].index(bare)
    return report.passage(start, start + len(bare))


def _last_numbers(report: Report, fields: Sequence[str], line: Passage) -> Cells:
    """Return the numbers at a line's end under the last columns of its header, where there are as many."""
    numbered = [field for field in fields if field in ("killed", "injured")]
    tail = line.text[-_TAIL:]
    start = line.end - len(tail)
    found = list(_NUMBERS.finditer(tail))
    if len(found) != len(numbered) or fields[-len(numbered) :] != numbered:
        return {}
    return {
        field: report.passage(start + each.start(1), start + each.end(1))
        for field, each in zip(numbered, found, strict=True)
    }
