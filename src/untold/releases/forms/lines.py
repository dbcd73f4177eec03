"""JSON Lines: one object a row, its keys the columns; what is not known is null, and no key is left out."""

from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from untold.releases.forms.batches import Batch
from untold.releases.table import Table


class JsonLinesForm:
    """A file of JSON lines that is being written; a context manager, closed at the end."""

    def __init__(self, path: Path, table: Table) -> None:
        self._names = table.names
        self._encoder = msgspec.json.Encoder()
        self._file = path.open("wb")

    def write(self, batch: Batch) -> None:
        """Add some rows."""
        names = self._names
        self._file.write(self._encoder.encode_lines([dict(zip(names, row, strict=True)) for row in batch.rows]))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()
