"""The engine: a record's tables in DuckDB, names that repeat as numbers, so that a million incidents answer at once."""

from collections.abc import Sequence
from glob import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

import duckdb
import pyarrow as pa

from untold.tallies.tables.columns import names_in
from untold.tallies.tables.record import TABLES, Kept, Tables

# What is asked in every question goes into DuckDB; ids, names and lists of claims stay where they are until wanted.
ASKED = {
    "incidents": (
        "n", "first_day", "last_day", "month", "year", "place", "country", "governorate", "grade", "strike_status",
        "parties", "actors",
    ),
    "parties": ("incident", "actor", "role"),
    "accounts": ("incident", "source", "publisher", "grade", "strike_status"),
    "places": ("incident", "key"),
    "means": ("incident", "means"),
    "infrastructure": ("incident", "infrastructure"),
}  # fmt: skip
_LISTS = frozenset({"actors"})
_MEMORY = "3GB"  # what does not fit goes to disk
_THREADS = 2


class Engine:
    """The tables of a record in a database of their own, in this process; a context manager.

    Each table is loaded when a question first needs it, under its name. Whole
    and not loaded it stands under `kept_` and its name: so do ranges, of which
    a question needs one group, once.
    """

    def __init__(self, tables: Tables, *, memory: str = _MEMORY, threads: int = _THREADS) -> None:
        self._tables = tables
        self._loaded: set[str] = set()
        self._attached = {*TABLES, "ranges"}
        self._made: dict[tuple[str, str], str] = {}
        self._folder = TemporaryDirectory(prefix="untold-tally-")  # for what does not fit into memory
        options: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": memory,
            "threads": threads,
            "temp_directory": self._folder.name,
        }
        self._connection = duckdb.connect(config=options)
        self._connection.execute("SET preserve_insertion_order = false")
        for name in (*TABLES, "ranges"):
            self._attach(name, tables.named(name))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._connection.close()
        self._folder.cleanup()

    def load(self, *names: str) -> None:
        """Load tables that are not loaded yet."""
        for name in names:
            if name not in self._loaded:
                self._load(name)
                self._loaded.add(name)

    def has(self, name: str) -> bool:
        """Return whether a table is there as `kept_` and that name."""
        return name in self._attached

    def attach(self, table: pa.Table, name: str) -> None:
        """Take in another table than the record's, as `kept_` and a name of its own."""
        self._attach(name, table)
        self._attached.add(name)

    def made(self, kind: str, sql: str, values: Sequence[object] = ()) -> str:
        """Return the name of a table of what a query gives, which is made on the first asking."""
        key = (sql, repr(values))
        if key not in self._made:
            name = f"{kind}_{len(self._made)}"
            self._connection.execute(f"CREATE TABLE {name} AS {sql}", list(values))
            self._made[key] = name
        return self._made[key]

    def ask(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return the rows that a query gives."""
        return self._connection.execute(sql, list(values)).fetchall()

    def columns(self, sql: str, values: Sequence[object] = ()) -> pa.Table:
        """Return what a query gives as a table of Arrow."""
        return self._connection.sql(sql, params=list(values)).to_arrow_table()

    def _attach(self, name: str, kept: Kept) -> None:
        if isinstance(kept, Path):
            # A folder may be called "[2016]*" or "year=2016": its name is a name, and no pattern and no column.
            self._connection.read_parquet(escape(str(kept)), hive_partitioning=False).create_view(f"kept_{name}")
        else:
            self._connection.register(f"kept_{name}", kept)

    def _load(self, name: str) -> None:
        """Load a table with each repeating name as a number of an enumeration."""
        repeating = set(names_in(name))
        chosen: list[str] = []
        for column in ASKED[name]:
            if column in repeating:
                chosen.append(f"{column}::{self._names(name, column, column)} AS {column}")
            elif column in _LISTS:  # who blames nobody blames one who is not known: the incident stays a row
                kind = self._names(name, column, f"unnest({column})")
                chosen.append(f"CASE WHEN len({column}) = 0 THEN [NULL] ELSE {column} END::{kind}[] AS {column}")
            else:
                chosen.append(column)
        self._connection.execute(f"CREATE TABLE {name} AS SELECT {', '.join(chosen)} FROM kept_{name}")

    def _names(self, name: str, column: str, each: str) -> str:
        """Make an enumeration of a column's names, and return what it is called."""
        kind = f"{name}_{column}"
        self._connection.execute(
            f"CREATE TYPE {kind} AS ENUM (SELECT DISTINCT name FROM (SELECT {each} AS name FROM kept_{name}) "
            "WHERE name IS NOT NULL ORDER BY name)"
        )
        return kind
