"""Rows in portions: so many at once that writing is quick, so few that memory does not notice.

What no form may hold is refused here once: a number that is no number, and a
text that is no text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import isfinite
from typing import Any

import msgspec
import pyarrow as pa

from untold.releases.table import ColumnType, Row, Table, Value

BATCH = 4_096  # rows; a sentence or two each, so a few megabytes
_ARROW: dict[ColumnType, pa.DataType] = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.string(),  # an ISO prefix: a month is no day, and no type of a format holds both
    "array": pa.list_(pa.string()),
}


@dataclass(frozen=True, slots=True)
class Batch:
    """Some rows of a table, by rows and by columns, as Arrow holds them, and each as a JSON object."""

    rows: list[Row]
    columns: list[tuple[Value, ...]]
    arrow: pa.RecordBatch
    objects: list[bytes]


def batches(table: Table, size: int = BATCH) -> Iterator[Batch]:
    """Yield the rows of a table in portions of at most `size`, in every way that a form may want them.

    Raises `ValueError` for a cell that is not of its column's type.
    """
    schema = arrow_schema(table)
    kind = msgspec.defstruct("Row", [(name, Any) for name in table.names])
    encode = msgspec.json.Encoder().encode
    for rows in portions(table, size):
        columns = list(zip(*rows, strict=True))
        try:
            arrays = [pa.array(column, kind) for column, kind in zip(columns, schema.types, strict=True)]
        except (pa.ArrowException, TypeError, ValueError, OverflowError) as error:
            raise ValueError(f"table {table.name}: {error}") from error
        batch = pa.RecordBatch.from_arrays(arrays, schema=schema)
        yield Batch(rows, columns, batch, [encode(kind(*row)) for row in rows])


def portions(table: Table, size: int = BATCH) -> Iterator[list[Row]]:
    """Yield the rows of a table so many at once; numbers that are not finite become null."""
    numbers = [n for n, column in enumerate(table.columns) if column.type == "number"]
    rows = iter(table.rows)
    while portion := list(islice(rows, size)):
        if all(_is_number(row[n]) for row in portion for n in numbers):
            yield portion
        else:
            yield [_clean(row, numbers) for row in portion]


def arrow_schema(table: Table) -> pa.Schema:
    """Return the table's columns as Arrow's types, each with its description."""
    return pa.schema(
        [
            pa.field(column.name, _ARROW[column.type], metadata={"description": column.description})
            for column in table.columns
        ],
        metadata={"title": table.title, "description": table.description},
    )


def _clean(row: Row, numbers: Sequence[int]) -> Row:
    """Return a row with null in place of what is no number: NaN, infinite."""
    return tuple(None if n in numbers and not _is_number(value) else value for n, value in enumerate(row))


def _is_number(value: Value) -> bool:
    return not isinstance(value, float) or isfinite(value)
