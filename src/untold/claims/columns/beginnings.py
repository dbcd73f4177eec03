"""Where a table begins: its header under titles, notes and pictures of a letterhead.

A list that people keep for years opens with what it is, who may use it and
what its columns mean. The table stands below, and its header is told by its
names, never by its being first.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from untold.codebook.errors import UnreadableReport
from untold.reports.lists import Header, ListReport, Row, Sheet, header_of

_WITHIN = 60  # rows: the longest preamble seen, Iraq Body Count's, has eleven
_OTHER_WIDTH = re.compile(r"a row of \d+ cells: it has \d+")


def tables(listed: ListReport, is_header: Callable[[Header], bool]) -> Iterator[tuple[Sheet, Header, Sequence[Row]]]:
    """Yield each table of the sheets that are shown: its sheet, its header and the rows under it."""
    for sheet in listed.sheets:
        if sheet.is_hidden:
            continue
        if sheet.columns is not None:
            if is_header(header := header_of(sheet.columns)):
                yield sheet, header, sheet.rows
            continue
        for n, row in enumerate(sheet.rows[:_WITHIN]):
            if is_header(header := header_of(row.texts)):
                yield sheet, header, [fitted(below, header) for below in sheet.rows[n + 1 :]]
                break


def fitted(row: Row, header: Header) -> Row:
    """Return a row that was found fault with for having another width than the first line of the file.

    Under a preamble of one cell the rows of the table are as wide as their
    header, and nothing is wrong with them.
    """
    if row.fault is None or not _OTHER_WIDTH.fullmatch(row.fault):
        return row
    width = len(header.names)
    fits = len(row.texts) >= width and not any(text.strip() for text in row.texts[width:])
    return replace(row, fault=None if fits else f"a row of {width} cells: it has {len(row.texts)}")


def first_table(listed: ListReport, needed: Sequence[str], name: str) -> tuple[Sheet, Header, Sequence[Row]]:
    """Return the first table whose header has all of `needed`.

    Raises `UnreadableReport` with the columns that the nearest row lacks.
    """
    found = next(tables(listed, lambda header: not header.missing(needed)), None)
    if found is not None:
        return found
    headers = (_header_of(sheet) for sheet in listed.sheets if not sheet.is_hidden)
    lacks = min((header.missing(needed) for header in headers), key=len, default=tuple(needed))
    why = f"has no column {', '.join(lacks or needed)}, so it is no {name} list"
    raise UnreadableReport(listed.origin, why, "choose another --from, or write a mapping with --suggest")


def _header_of(sheet: Sheet) -> Header:
    """Return the header that most looks like one: the format's own, or the widest of the first rows."""
    if sheet.columns is not None:
        return header_of(sheet.columns)
    widest = max(sheet.rows[:_WITHIN], key=lambda row: sum(bool(text.strip()) for text in row.texts), default=None)
    return header_of(()) if widest is None else header_of(widest.texts)
