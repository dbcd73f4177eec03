"""JSON Lines: one object a row, its keys the columns; what is not known is null, and no key is left out."""

from pathlib import Path
from types import TracebackType
from typing import Self

from untold.releases.forms.batches import Batch


class JsonLinesForm:
    """A file of JSON lines that is being written; a context manager, closed at the end."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb")

    def write(self, batch: Batch) -> None:
        """Add some rows."""
        self._file.write(b"\n".join((*batch.objects, b"")))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()
