"""Rows under their header: what each cell of a list is called.

A list is sent on with its columns moved, and a name comes back in capitals or
with a space for its underscore. So a column is found by the letters and digits
of its name, and shown as the file writes it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from untold.reports.lists.table import Cell, Row, Sheet, Value

_NOT_NAME = re.compile(r"[\W_]+")


@lru_cache(maxsize=4096)
def column_key(name: str) -> str:
    """Return the form under which a column is found.

    >>> column_key(" Killed Min "), column_key("G_killed-min")
    ('killed_min', 'g_killed_min')
    """
    return _NOT_NAME.sub("_", name.casefold()).strip("_")


@dataclass(frozen=True, slots=True)
class Header:
    """The names of a table's columns as written, and each one's place by its key; of two like names the first."""

    names: tuple[str, ...]
    places: Mapping[str, int]

    def __contains__(self, column: str) -> bool:
        return column_key(column) in self.places

    def missing(self, columns: Sequence[str]) -> tuple[str, ...]:
        """Return those of `columns` that the table does not have."""
        return tuple(column for column in columns if column not in self)


def header_of(names: Sequence[str]) -> Header:
    """Return a header of these names.

    >>> header_of(["Code", "Killed Min"]).places
    {'code': 0, 'killed_min': 1}
    """
    places: dict[str, int] = {}
    for n, name in enumerate(names):
        places.setdefault(column_key(name), n)
    return Header(tuple(name.strip() for name in names), places)


def also_named(header: Header, aliases: Mapping[str, Sequence[str]]) -> Header:
    """Return the header with its columns also found under other names: the first alias that the table has.

    >>> also_named(header_of(["Latitude"]), {"lat": ["latitude", "y"]}).places
    {'latitude': 0, 'lat': 0}
    """
    places = dict(header.places)
    for name, others in aliases.items():
        known = next((places[key] for other in others if (key := column_key(other)) in places), None)
        if known is not None:
            places.setdefault(column_key(name), known)
    return Header(header.names, places)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row with the header that names its cells."""

    row: Row
    header: Header

    def cell(self, column: str) -> Cell | None:
        """Return the cell under a column, or null where the table has no such column or the row no such cell."""
        place = self.header.places.get(column_key(column))
        return None if place is None else self.row.cell(place)

    def text(self, column: str) -> str | None:
        """Return the words under a column without the space around them, null where there are none."""
        place = self.header.places.get(column_key(column))
        if place is None or place >= len(self.row.texts):
            return None
        return self.row.texts[place].strip() or None

    def value(self, column: str) -> Value:
        """Return the value under a column as the file types it, null where there is none."""
        cell = self.cell(column)
        return None if cell is None else cell.value


def headed(sheet: Sheet) -> tuple[Header, Sequence[Row]] | None:
    """Return a sheet's header and the rows under it, null for a sheet without rows.

    The names that the format gives are the header; without them it is the
    first row that is not empty.
    """
    if sheet.columns is not None:
        return header_of(sheet.columns), sheet.rows
    for n, row in enumerate(sheet.rows):
        if any(text.strip() for text in row.texts):
            return header_of(row.texts), sheet.rows[n + 1 :]
    return None


def entries_under(header: Header, rows: Sequence[Row]) -> Iterator[Entry]:
    """Yield the rows that say anything, or could not be read, under their header."""
    for row in rows:
        if row.fault is not None or any(text and not text.isspace() for text in row.texts):
            yield Entry(row, header)
