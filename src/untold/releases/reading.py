"""A release read back: the records that its tables hold, exactly as they were published.

A table that can be looked at and not be taken in again is a picture of a
table. Read from the JSON lines, whose nulls, lists and numbers are what they
were, the records make the same release once more, byte for byte.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from untold.codebook.errors import BrokenRelease
from untold.releases.manifest import verify_release
from untold.releases.published import TABLES, PublishedRecord
from untold.releases.release import release_at


def records_of(folder: str | Path) -> Iterator[PublishedRecord]:
    """Yield what a release holds, table by table in the order of `TABLES`.

    Columns that were derived from other tables, and tables that this program
    does not know, are left out. Raises `BrokenRelease` for a folder that is no
    release, and for a line that is no row of its table.
    """
    held = {table.name for table in release_at(folder).tables}
    for name, (record, _) in TABLES.items():
        if name in held:
            yield from rows_of(folder, name, record)


def rows_of(folder: str | Path, table: str, kind: type[Any]) -> Iterator[Any]:
    """Yield the rows of one table as records of a kind, whose fields are some of its columns.

    Raises `BrokenRelease` where the table is missing, and for a line that is no such record.
    """
    decoder = msgspec.json.Decoder(kind)
    path = Path(folder, "jsonl", f"{table}.jsonl")
    remedy = "get the release again, and check it with untold release verify"
    try:
        lines = path.open("rb")
    except OSError:
        raise BrokenRelease(str(folder), f"holds no {path.name}", remedy) from None
    with lines:
        for number, line in enumerate(lines, 1):
            try:
                found = decoder.decode(line)
            except (msgspec.DecodeError, ValueError) as error:
                raise BrokenRelease(str(folder), f"{path.name} line {number}: {error}", remedy) from None
            yield found


def check_whole(folder: str | Path) -> None:
    """Raise `BrokenRelease` where a file of a release is not as it was published; the first is named."""
    faults = verify_release(folder)
    if faults:
        more = f", and {len(faults) - 1} more" if len(faults) > 1 else ""
        raise BrokenRelease(str(folder), f"{faults[0].message}{more}", "get the release again")
