"""Parquet: the tables that clusters write; every column has a name and a type of its own."""

import io
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from untold.codebook.errors import UnreadableReport
from untold.reports.lists.laying import RawRow, RawSheet, check_size

_BATCH = 10_000  # rows


def read_parquet(origin: str, content: bytes) -> RawSheet:
    """Return the table of a Parquet file; its rows count from 1, as it has no header row.

    Raises `UnreadableReport` for a file that is damaged or larger than a list can be.
    """
    try:
        table = pq.ParquetFile(io.BytesIO(content))
        check_size(origin, table.metadata.num_rows * table.metadata.num_columns)
        return RawSheet(None, tuple(_rows(table)), columns=tuple(table.schema_arrow.names))
    except (pa.ArrowException, OSError, ValueError) as error:
        why = f"is a damaged Parquet file ({str(error).splitlines()[0]})"
        raise UnreadableReport(origin, why, "write or download it again") from None


def _rows(table: Any) -> Iterator[RawRow]:
    number = 0
    for batch in table.iter_batches(batch_size=_BATCH):
        for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            number += 1
            yield RawRow(number, tuple(map(_plain, values)))


def _plain(value: Any) -> Any:
    """Return a value of the types that a cell can have; bytes are shown as text, decimals as numbers."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value if value is None or isinstance(value, str | int | float | bool | list | dict) else _other(value)


def _other(value: Any) -> Any:
    return value if hasattr(value, "isoformat") else str(value)
