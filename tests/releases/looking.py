"""A release as others read it: each table from each form, by the reader that people have for it."""

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

from untold.releases.forms.comma_separated import unguarded_throughout
from untold.releases.table import Column

Rows = list[tuple[Any, ...]]


def from_csv(folder: Path, name: str, columns: tuple[Column, ...], *, has_hxl: bool = False) -> Rows:
    """Read CSV, which tells an empty text from none by its quotes; arrays that are empty have no cell."""
    table = pyarrow.csv.read_csv(
        folder / "csv" / f"{name}.csv",
        read_options=pyarrow.csv.ReadOptions(skip_rows_after_names=1 if has_hxl else 0),
        parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
        convert_options=pyarrow.csv.ConvertOptions(
            column_types={column.name: pa.string() for column in columns},
            strings_can_be_null=True, null_values=[""], quoted_strings_can_be_null=False,
        ),
    )  # fmt: skip
    assert tuple(table.column_names) == tuple(column.name for column in columns)
    cast = [[_of_csv(column, cell) for cell in table[column.name].to_pylist()] for column in columns]
    return list(zip(*cast, strict=True))


def _of_csv(column: Column, cell: str | None) -> Any:
    if cell is None:
        return () if column.type == "array" else None
    match column.type:
        case "integer":
            return int(cell)
        case "number":
            return float(cell)
        case "boolean":
            return {"true": True, "false": False}[cell]
        case "array":
            return tuple(json.loads(unguarded_throughout(cell)))
        case _:
            return unguarded_throughout(cell)


def csv_cells(path: Path) -> list[list[str]]:
    """Return every cell of a CSV file as a spreadsheet is given it."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


def from_parquet(folder: Path, name: str) -> Rows:
    table = pq.read_table(folder / "parquet" / f"{name}.parquet")
    return [tuple(map(_plain, row.values())) for row in table.to_pylist()]


def from_json_lines(folder: Path, name: str) -> Rows:
    lines = (folder / "jsonl" / f"{name}.jsonl").read_text("utf-8").split("\n")[:-1]
    return [tuple(map(_plain, json.loads(line, parse_constant=_refused).values())) for line in lines]


def from_geojson(folder: Path, name: str) -> Rows:
    whole = json.loads((folder / "geojson" / f"{name}.geojson").read_text("utf-8"), parse_constant=_refused)
    return [tuple(map(_plain, each["properties"].values())) for each in whole["features"]]


def from_database(folder: Path, name: str, columns: tuple[Column, ...]) -> Rows:
    with closing(sqlite3.connect(f"file:{folder / 'untold.sqlite'}?mode=ro", uri=True)) as link:
        rows = link.execute(f'SELECT * FROM "{name}" ORDER BY rowid').fetchall()  # noqa: S608 - a table's name
    return [tuple(_of_database(column, cell) for column, cell in zip(columns, row, strict=True)) for row in rows]


def _of_database(column: Column, cell: Any) -> Any:
    if cell is None:
        return None
    if column.type == "array":
        return tuple(json.loads(cell))
    return bool(cell) if column.type == "boolean" else cell


def _plain(cell: Any) -> Any:
    return tuple(cell) if isinstance(cell, list) else cell


def _refused(constant: str) -> None:
    raise AssertionError(f"{constant} is no JSON")
