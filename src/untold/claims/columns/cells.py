"""One row being read: its cells as numbers, days and words, and what is wrong with them.

A recorder mends a list in one go, so every fault of a row is found, not only
the first. A fault that leaves the row in doubt refuses it; one that only
leaves a cell unread lets the row in and is told all the same.
"""

import datetime as dt
import math
import re
from collections.abc import Mapping

from untold.claims.columns.days import day_of
from untold.claims.columns.quantities import count_of, digits_of, is_silent, range_of
from untold.codebook.counts import Count
from untold.codebook.errors import UnreadableRow
from untold.codebook.folding import name_key
from untold.reports.lists import Entry, Value, column_key

_NAMED = 12  # words that an error names; a longer list helps nobody
_DECIMAL = re.compile(r"[-+]?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?", re.ASCII)
_LATITUDES = 90.0
_LONGITUDES = 180.0


class Cells:
    """The cells of one row under their columns, with the faults found so far."""

    __slots__ = ("_origin", "entry", "faults")

    def __init__(self, origin: str, entry: Entry) -> None:
        self._origin = origin
        self.entry = entry
        self.faults: list[UnreadableRow] = []

    def refuse(self, column: str | None, expected: str, value: str | None = None) -> None:
        """Say that the row cannot be taken: what its cell was expected to be."""
        self._fault(column, expected, value, is_refused=True)

    def doubt(self, column: str | None, expected: str, value: str | None = None) -> None:
        """Say that one cell is not read, while the row is taken."""
        self._fault(column, expected, value, is_refused=False)

    def has(self, column: str) -> bool:
        """Return whether the table has the column at all."""
        return column in self.entry.header

    def text(self, *columns: str) -> str | None:
        """Return the words of the first of these columns that has any; null, NULL, NA and a lone dash are none."""
        for column in columns:
            found = self.entry.text(column)
            if found is not None and not is_silent(found):
                return found
        return None

    def value(self, column: str) -> Value:
        """Return the value as the file types it."""
        return self.entry.value(column)

    def needed(self, column: str, expected: str) -> str | None:
        """Return the words of a column that must have some; without them the row is refused."""
        found = self.text(column)
        if found is None:
            self.refuse(column, expected)
        return found

    def whole(self, column: str) -> int | None:
        """Return a whole number from zero up, null for an empty cell; anything else refuses the row."""
        found = self.text(column)
        number = None if found is None else digits_of(found)
        if found is not None and number is None:
            self.refuse(column, "a whole number from 0 up")
        return number

    def code(self, column: str, codes: Mapping[int, str]) -> str | None:
        """Return what a numeric code stands for, null for an empty cell; a code of no meaning refuses the row."""
        found = self.text(column)
        number = None if found is None else digits_of(found)
        if found is not None and number not in codes:
            self.refuse(column, f"one of the codes {', '.join(map(str, codes))}")
            return None
        return None if number is None else codes[number]

    def count(self, column: str) -> Count | None:
        """Return what one cell says of a number of people, null where it says nothing.

        "12", "12-15", "at least 3", "3+", "none" are read; "unknown" is a
        statement without bounds. Anything else refuses the row.
        """
        found = self.text(column)
        count = None if found is None else count_of(found)
        if found is not None and count is None:
            self.refuse(column, "a number of people")
        return count

    def between(self, low: str, high: str) -> Count | None:
        """Return what a minimum and a maximum say together, null where both are empty.

        A minimum above the maximum is in doubt: nothing is concluded from it.
        """
        bounds = self.count(low), self.count(high)
        found = range_of(*bounds)
        if found is None and all(bounds):
            self.doubt(low, f"at most {self.text(high)}, the {high}")
            return Count.vague()
        return found

    def day(self, column: str) -> str | None:
        """Return a day, or the prefix of a month or a year, null for an empty cell; anything else refuses the row."""
        value = self.value(column)
        if isinstance(value, dt.datetime):
            return value.date().isoformat()
        if isinstance(value, dt.date):
            return value.isoformat()
        found = self.text(column)
        day = None if found is None else day_of(found)
        if found is not None and day is None:
            self.refuse(column, "a date such as 2016-03-14")
        return day

    def latitude(self, column: str) -> float | None:
        """Return degrees from −90 to 90, null for an empty cell; anything else refuses the row."""
        return self._degrees(column, _LATITUDES, "a latitude from -90 to 90")

    def longitude(self, column: str) -> float | None:
        """Return degrees from −180 to 180, null for an empty cell; anything else refuses the row."""
        return self._degrees(column, _LONGITUDES, "a longitude from -180 to 180")

    def word(self, column: str, words: Mapping[str, str]) -> str | None:
        """Return the slug that a cell's words stand for, by their letters; unknown words are in doubt, and null.

        `words` have keys like `likely_strike`, or like a `name_key`.
        """
        found = self.text(column)
        slug = None if found is None else words.get(column_key(found)) or words.get(name_key(found.replace("_", " ")))
        if found is not None and slug is None:
            known = dict.fromkeys(word.replace("_", " ") for word in words)
            more = ", …" if len(known) > _NAMED else ""
            self.doubt(column, f"one of {', '.join(list(known)[:_NAMED])}{more}")
        return slug

    def _degrees(self, column: str, most: float, expected: str) -> float | None:
        found = self.text(column)
        if found is None:
            return None
        degrees = float(found) if _DECIMAL.fullmatch(found) else math.inf
        if not -most <= degrees <= most:
            self.refuse(column, expected)
            return None
        return degrees

    def _fault(self, column: str | None, expected: str, value: str | None, *, is_refused: bool) -> None:
        row = self.entry.row
        said = value if value is not None else (self.entry.text(column) if column else None) or ""
        self.faults.append(
            UnreadableRow(
                self._origin, row.number, column, value=said, expected=expected, sheet=row.sheet, is_refused=is_refused
            )
        )
