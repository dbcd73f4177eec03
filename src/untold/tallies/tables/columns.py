"""The tables' columns, as the list says that they are: their types in Arrow, with what each means beside it.

Somebody opens these files in ten years, without this program. So the meaning
of a column travels in the file, and the list that it comes from is what the
program itself reads.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Literal

import msgspec
import pyarrow as pa

ColumnType = Literal["text", "name", "whole", "number", "day", "truth", "texts"]
_ARROW: Mapping[ColumnType, pa.DataType] = MappingProxyType(
    {
        "text": pa.string(),
        "name": pa.dictionary(pa.int32(), pa.string()),
        "whole": pa.int32(),
        "number": pa.float64(),
        "day": pa.date32(),
        "truth": pa.bool_(),
        "texts": pa.list_(pa.string()),
    }
)


class Column(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One column: its type, and what it means in a line."""

    type: ColumnType
    meaning: str


class TableColumns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One table: what its rows are, and its columns in their order."""

    about: str
    columns: dict[str, Column]


@cache
def table_columns() -> Mapping[str, TableColumns]:
    """Return every table by name, in the order of the list.

    >>> list(table_columns())[:3]
    ['incidents', 'parties', 'accounts']
    """
    text = resources.files("untold.tallies.tables").joinpath("columns.toml").read_text(encoding="utf-8")
    return MappingProxyType(msgspec.convert(tomllib.loads(text), dict[str, TableColumns]))


@cache
def schema_of(table: str) -> pa.Schema:
    """Return a table's Arrow schema, with the meanings as metadata; raises `KeyError` for no table."""
    found = table_columns()[table]
    fields = [
        pa.field(name, _ARROW[column.type], metadata={"meaning": column.meaning})
        for name, column in found.columns.items()
    ]
    return pa.schema(fields, metadata={"about": found.about})


def names_in(table: str) -> tuple[str, ...]:
    """Return those columns of a table whose texts repeat.

    >>> names_in("means")
    ('means',)
    """
    return tuple(name for name, column in table_columns()[table].columns.items() if column.type == "name")


def table_of(name: str, rows: Mapping[str, list[object]]) -> pa.Table:
    """Return a table of that name from its columns."""
    schema = schema_of(name)
    arrays = [_array(rows[field.name], field.type) for field in schema]
    return pa.Table.from_arrays(arrays, schema=schema)


def _array(values: list[object], kind: pa.DataType) -> pa.Array:
    if pa.types.is_dictionary(kind):
        return pa.array(values, pa.string()).dictionary_encode()
    return pa.array(values, kind)
