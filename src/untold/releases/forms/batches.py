"""Rows in portions: so many at once that writing is quick, so few that memory does not notice.

What no form may hold is refused here once: a number that is no number, and a
text that is no text.
"""

from collections.abc import Iterator
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
    """Yield the rows of a table in portions of at most `size`; numbers that are not finite become null.

    Raises `ValueError` for a cell that is not of its column's type.
    """
    schema = arrow_schema(table)
    kind = msgspec.defstruct("Row", [(name, Any) for name in table.names])
    encode = msgspec.json.Encoder().encode
    rows = iter(table.rows)
    while portion := list(islice(rows, size)):
        columns = list(zip(*portion, strict=True))
        is_changed = _clean(table, columns)
        try:
            arrays = [pa.array(column, kind) for column, kind in zip(columns, schema.types, strict=True)]
        except (pa.ArrowException, TypeError, ValueError, OverflowError) as error:
            raise ValueError(f"table {table.name}: {error}") from error
        if is_changed:
            portion = list(zip(*columns, strict=True))
        batch = pa.RecordBatch.from_arrays(arrays, schema=schema)
        yield Batch(portion, columns, batch, [encode(kind(*row)) for row in portion])


def arrow_schema(table: Table) -> pa.Schema:
    """Return the table's columns as Arrow's types, each with its description."""
    return pa.schema(
        [
            pa.field(column.name, _ARROW[column.type], metadata={"description": column.description})
            for column in table.columns
        ],
        metadata={"title": table.title, "description": table.description},
    )


def _clean(table: Table, columns: list[tuple[Value, ...]]) -> bool:
    """Put null in place of what is no number (NaN, infinite); return whether there was any."""
    is_changed = False
    for n, column in enumerate(table.columns):
        if column.type == "number" and not all(map(_is_number, columns[n])):
            columns[n] = tuple(value if _is_number(value) else None for value in columns[n])
            is_changed = True
    return is_changed


def _is_number(value: Value) -> bool:
    return not isinstance(value, float) or isfinite(value)
