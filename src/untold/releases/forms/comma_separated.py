"""CSV: the table for a spreadsheet, with no cell that a spreadsheet would run.

A claim is a stranger's sentence, and a cell that begins with an equals sign is
a formula wherever the file is opened, under the publisher's name. Where lists
are separated by semicolons, as in half of Europe, the words after a semicolon
are a cell too, so they are guarded as well. Every guard is taken away again by
`unguarded_throughout`, and a plain number stays one.
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

from untold.releases.forms.batches import Batch
from untold.releases.table import Column, Table, Value
from untold.reports.lists.guarding import guarded, unguarded

_SEPARATORS = re.compile("([;\t\n\r])")
# What may need a guard: the guard itself decides. Wider than it, and quick over a whole column.
_SUSPECT = "(^|[;\t\n\r])'*[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]"
_ARROW = {"integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}


def guarded_throughout(cell: str) -> str:
    """Return a cell of which no part is run, whatever separates the cells where it is opened.

    >>> guarded_throughout("=1+1"), guarded_throughout("see;=1+1"), guarded_throughout("-36.5")
    ("'=1+1", "see;'=1+1", '-36.5')
    """
    return guarded(_after_separators(cell, guarded))


def unguarded_throughout(cell: str) -> str:
    """Return a cell without its guards.

    >>> unguarded_throughout("see;'=1+1"), unguarded_throughout("'Ayn Issa")
    ('see;=1+1', "'Ayn Issa")
    """
    return _after_separators(unguarded(cell), unguarded)


def _after_separators(cell: str, change: Callable[[str], str]) -> str:
    parts = _SEPARATORS.split(cell)
    parts[2::2] = map(change, parts[2::2])
    return "".join(parts)


def header(columns: Sequence[Column], *, has_hxl: bool) -> str:
    r"""Return the line of names and, with HXL, the line of tags below it; a column without a tag has none.

    >>> header([Column("code", "string", "", hxl="#event+code")], has_hxl=True)
    'code\n#event+code\n'
    """
    lines = [[column.name for column in columns], *([[column.hxl or "" for column in columns]] if has_hxl else [])]
    return "".join(f"{','.join(line)}\n" for line in lines)


class CsvForm:
    """A CSV file that is being written; a context manager, closed at the end.

    A null and an empty array are an empty cell, an empty text is `""`. Any other array is JSON.
    """

    def __init__(self, path: Path, table: Table, *, has_hxl: bool = False) -> None:
        self._columns = table.columns
        schema = pa.schema([(column.name, _ARROW.get(column.type, pa.string())) for column in table.columns])
        self._file = path.open("wb")
        self._file.write(header(table.columns, has_hxl=has_hxl).encode())
        self._writer = pyarrow.csv.CSVWriter(
            self._file, schema, write_options=pyarrow.csv.WriteOptions(include_header=False, batch_size=4_096)
        )
        self._schema = schema

    def write(self, batch: Batch) -> None:
        """Add some rows."""
        arrays = [
            _array(column, cells, made)
            for column, cells, made in zip(self._columns, batch.columns, batch.arrow.columns, strict=True)
        ]
        self._writer.write_batch(pa.RecordBatch.from_arrays(arrays, schema=self._schema))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._file:
            self._writer.close()


def _array(column: Column, cells: Sequence[Value], made: pa.Array) -> pa.Array:
    """Return a column as CSV shows it; as Arrow holds it where nothing in it needs a guard."""
    if column.type in _ARROW:
        return made
    if column.type == "array":
        cells = [msgspec.json.encode(cell).decode() if cell else None for cell in cells]
        made = pa.array(cells, pa.string())
    if not pc.any(pc.match_substring_regex(made, _SUSPECT)).as_py():
        return made
    return pa.array([guarded_throughout(cell) if isinstance(cell, str) else None for cell in cells], pa.string())
