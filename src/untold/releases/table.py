"""A table of a release: its columns with what each means, and its rows in the order of their key.

A column of numbers without a word on what was counted is how figures go
astray. So a column cannot be made without its description, and every file of a
release, its dictionary and its README are printed from these same records.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

ColumnType = Literal["string", "integer", "number", "boolean", "date", "array"]
# A cell is null where nothing is stated. A date is an ISO prefix: 2016, 2016-03, 2016-03-14. An array is of strings.
Value = str | int | float | bool | tuple[str, ...] | None
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `type` of its cells, `description` in a sentence, `hxl` the tag with `#`, `unit` of a quantity.

    `values` are all that a cell may hold, where a vocabulary says so;
    `is_required` means that no cell is null, `is_searched` that people look
    for words in it.
    """

    name: str
    type: ColumnType
    description: str
    hxl: str | None = None
    unit: str | None = None
    is_required: bool = False
    values: tuple[str, ...] = ()
    is_searched: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """Cells of `column` name a row of `table` by its `key`, a column; null names none."""

    column: str
    table: str
    key: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table; `rows` are read once, from first to last, in their order.

    `key` names the columns that tell rows apart and are never null, empty where
    no columns do. `point` names those of latitude and longitude in WGS 84
    degrees where the rows can be drawn on a map, else it is null.
    """

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    rows: Iterable[Row]
    key: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    point: tuple[str, str] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of its columns in order."""
        return tuple(column.name for column in self.columns)
