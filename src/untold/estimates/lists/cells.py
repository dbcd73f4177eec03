"""What one cell of a capture file says: on the list or not, and how many."""

import re

from untold.codebook.errors import UnreadableRow
from untold.reports.lists import Entry

_MARKS = {"0": False, "1": True, "0.0": False, "1.0": True, "false": False, "true": True}
_WHOLE = re.compile(r"(\d{1,15})(?:\.0+)?")


def mark_in(text: str | None) -> bool | None:
    """Return whether a cell marks its unit as on the list, null where it says neither.

    >>> [mark_in(text) for text in ("1", "0", "TRUE", "2", None)]
    [True, False, True, None, None]
    """
    return None if text is None else _MARKS.get(text.casefold())


def mark(origin: str, entry: Entry, column: str) -> bool:
    """Return whether a row's unit is on a list.

    Raises `UnreadableRow`: a list that may or may not have a unit has no overlap that could be counted.
    """
    found = mark_in(entry.text(column))
    if found is None:
        raise unreadable(origin, entry, column, "0 (not on the list) or 1 (on it)")
    return found


def count(origin: str, entry: Entry, column: str) -> int:
    """Return how many units have a row's pattern.

    Raises `UnreadableRow` for what is no whole number from 0 up.
    """
    found = _WHOLE.fullmatch(entry.text(column) or "")
    if found is None:
        raise unreadable(origin, entry, column, "a whole number of units, 0 or more, in plain digits")
    return int(found[1])


def unreadable(origin: str, entry: Entry, column: str | None, expected: str) -> UnreadableRow:
    """Return the error for a cell, or for a row, of which it quotes nothing: a row may name a person."""
    shown = None if column is None else entry.header.names[entry.header.places[column]]
    value = (entry.text(column) or "") if column is not None else "what stands there"
    return UnreadableRow(origin, entry.row.number, shown, value=value, expected=expected, sheet=entry.row.sheet)
