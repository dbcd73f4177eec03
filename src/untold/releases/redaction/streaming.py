"""The records of a casebook one at a time, for what is too much to hold."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from untold.codebook.errors import CasebookError
from untold.reports.casebook import check_format
from untold.reports.replacing import newest

_Kind = TypeVar("_Kind")


def each_record(folder: str | Path, name: str, kind: type[_Kind]) -> Iterator[_Kind]:
    """Yield the records of one file of a casebook in order; a file that is not there yet holds none.

    `kind` may be a record of fewer fields, and only these are read. Raises
    `CasebookError` with the line that is broken.
    """
    check_format(folder)
    path = newest(Path(folder), name)
    if not path.exists():
        return
    decoder = msgspec.json.Decoder(kind)
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                found = decoder.decode(line)
            except msgspec.DecodeError as error:
                raise CasebookError(str(folder), f"{name} line {number}: {error}", "restore it from a backup") from None
            yield found
