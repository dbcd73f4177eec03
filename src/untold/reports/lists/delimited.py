"""Comma, semicolon, tab or bar: tables as text, where a broken row ends with itself.

One quote that nobody closed makes a usual reader swallow every row after it.
Here a row that runs over several lines must come out with the header's number
of cells, or only its first line is given up.
"""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from sys import intern

from untold.codebook.errors import UnreadableReport
from untold.reports.lists.decoded_lines import SPOILT
from untold.reports.lists.guarding import unguarded
from untold.reports.lists.laying import RawRow, RawSheet, check_size

_DELIMITERS = {",": "text/csv", ";": "text/csv", "\t": "text/tab-separated-values", "|": "text/csv"}
_SAMPLE = 50  # rows; a delimiter that is none shows within them
_MOST_LINES = 500  # of one row: the longest narrative seen in a cell has some forty
_LONGEST = 10_000_000  # characters of one cell


def read_delimited(origin: str, text: str) -> tuple[RawSheet, str]:
    """Return the table in some text, and its media type.

    Raises `UnreadableReport` where no delimiter makes a table of it, and for more cells than a list may have.
    """
    lines = (text if "\n" in text else text.replace("\r", "\n")).split("\n")
    if lines and not lines[-1].strip():
        lines.pop()
    delimiter = _delimiter(origin, lines)
    csv.field_size_limit(_LONGEST)
    return RawSheet(None, tuple(_rows(origin, lines, delimiter))), _DELIMITERS[delimiter]


def _delimiter(origin: str, lines: Sequence[str]) -> str:
    """Return the delimiter under which the first rows most agree on having several cells; of equals, the first."""
    found = {delimiter: _agreement(lines, delimiter) for delimiter in _DELIMITERS}
    best = max(found, key=lambda delimiter: found[delimiter])
    if found[best] == (0.0, 0):
        if all(len(line) < 200 and not line.rstrip().endswith(".") for line in lines[:_SAMPLE]):  # noqa: PLR2004
            return ","  # a table of one column
        raise UnreadableReport(origin, "is text, not a table", "read it with untold read")
    return best


def _agreement(lines: Sequence[str], delimiter: str) -> tuple[float, int]:
    """Return the share of rows with as many cells as most have, and that number; zeros for a single cell."""
    widths = Counter(len(cells) for cells in _sampled(lines, delimiter) if cells)
    if not widths:
        return 0.0, 0
    width, rows = widths.most_common(1)[0]
    return (rows / widths.total(), width) if width > 1 else (0.0, 0)


def _sampled(lines: Sequence[str], delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader((f"{line}\n" for line in lines[:_SAMPLE]), delimiter=delimiter))
    except csv.Error:
        return []


def _rows(origin: str, lines: Sequence[str], delimiter: str) -> Iterator[RawRow]:
    """Yield every row with its number; a row that swallowed the next ones gives them back."""
    at, number, width, held = 0, 0, 0, 0
    usual = _agreement(lines, delimiter)[1]
    while at < len(lines):
        number += 1
        taken, cells, fault = _row(lines, at, delimiter, width)
        width = width or (usual if 2 * len(cells) <= usual else len(cells))  # a title or a note is no header
        at += taken
        held += len(cells)
        check_size(origin, held)
        # Countries, actors and sources come again in row after row: each is held once.
        yield RawRow(number, tuple(intern(unguarded(cell)) for cell in cells), fault)


def _row(lines: Sequence[str], at: int, delimiter: str, width: int) -> tuple[int, list[str], str | None]:
    """Return how many lines a row takes, its cells, and what is wrong with it."""
    taken, cells = _parsed(lines, at, delimiter)
    fault: str | None = None
    if (taken > 1 and width and len(cells) != width) or taken == 0:
        taken, cells = 1, _alone(lines[at], delimiter)
        fault = "a row whose quotes are closed"
    elif width and not _fits(cells, width):
        fault = f"a row of {width} cells: it has {len(cells)}"
    elif any(map(SPOILT.search, cells)):
        fault = "a row in UTF-8 like the others"
    return taken, cells if fault is None else [SPOILT.sub("\ufffd", cell) for cell in cells], fault


def _fits(cells: Sequence[str], width: int) -> bool:
    """Return whether a row has the header's width; empty cells after it and an empty row are no matter."""
    return not any(cell.strip() for cell in cells[width:]) and (len(cells) >= width or not any(map(str.strip, cells)))


def _parsed(lines: Sequence[str], at: int, delimiter: str) -> tuple[int, list[str]]:
    """Return the row that begins at a line, and how many lines it takes: none where its quotes do not close.

    Within one line a stray quote is a letter like another; over several it
    would be the end of somebody else's cell.
    """
    last = min(at + _MOST_LINES, len(lines))
    reader = csv.reader((f"{lines[n]}\n" for n in range(at, last)), delimiter=delimiter, strict=True)
    try:
        cells = next(reader)
    except (csv.Error, StopIteration):
        return _lenient(lines[at], delimiter)
    return reader.line_num, cells


def _lenient(line: str, delimiter: str) -> tuple[int, list[str]]:
    try:
        cells = next(csv.reader([f"{line}\n"], delimiter=delimiter))
    except (csv.Error, StopIteration):
        return 0, []
    is_open = cells and cells[-1].endswith("\n")
    return (0, []) if is_open else (1, cells)


def _alone(line: str, delimiter: str) -> list[str]:
    return [cell.strip('"') for cell in line.rstrip("\r").split(delimiter)]
