"""Parquet: the table for notebooks and clusters, its columns typed and described in the file itself."""

from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow as pa
import pyarrow.parquet as pq

from untold.releases.forms.batches import Batch, arrow_schema
from untold.releases.table import Table

_BATCHES = 8  # to a row group: many rows pack well, and a fixed number of them gives the same bytes


class ParquetForm:
    """A Parquet file that is being written; a context manager, closed at the end."""

    def __init__(self, path: Path, table: Table) -> None:
        self._writer = pq.ParquetWriter(path, arrow_schema(table), compression="zstd")
        self._held: list[pa.RecordBatch] = []

    def write(self, batch: Batch) -> None:
        """Add some rows."""
        self._held.append(batch.arrow)
        if len(self._held) == _BATCHES:
            self._put()

    def _put(self) -> None:
        held = pa.Table.from_batches(self._held, self._writer.schema)
        self._writer.write_table(held, row_group_size=max(held.num_rows, 1))
        self._held.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._writer:
            if kind is None and self._held:
                self._put()
