"""One SQLite file with every table, its keys and references: for Datasette, for SQL, and for who has neither.

The words of texts are indexed for searching; of Arabic words also the folded
spelling, because who searches for a village spells it in one of several ways.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from untold.codebook.errors import ReleaseRefused
from untold.codebook.folding import name_key
from untold.releases.forms.batches import portions
from untold.releases.table import Column, ColumnType, Row, Table, Value

_TYPES: dict[ColumnType, str] = {
    "string": "TEXT",
    "date": "TEXT",
    "array": "TEXT",  # JSON
    "integer": "INTEGER",
    "number": "REAL",
    "boolean": "INTEGER",
}
# Nothing is read back while it is written, and a release that breaks off is thrown away whole.
_PRAGMAS = ("page_size=4096", "journal_mode=OFF", "synchronous=OFF", "foreign_keys=OFF", "encoding='UTF-8'")


class Database:
    """An SQLite file that is being written, one table after the other; a context manager, finished at the end.

    A file that is there is added to.
    """

    def __init__(self, path: Path) -> None:
        self._tables: list[Table] = []
        self._link = sqlite3.connect(path, isolation_level=None)
        for pragma in _PRAGMAS:
            self._link.execute(f"PRAGMA {pragma}")
        self._link.create_function("spellings", 1, spellings, deterministic=True)
        self._link.execute("BEGIN")

    def add(self, table: Table) -> None:
        """Add a table with its rows."""
        self._tables.append(table)
        self._link.execute(create_statement(table))
        lists = [n for n, column in enumerate(table.columns) if column.type == "array"]
        insert = f"INSERT INTO {_quoted(table.name)} VALUES ({', '.join('?' * len(table.columns))})"  # noqa: S608
        for rows in portions(table):
            self._link.executemany(insert, _plain(rows, lists))

    def check_references(self) -> None:
        """Raise `ReleaseRefused` where a row names another that is not there: a number without its claim, say."""
        for table, row, parent, number in self._link.execute("PRAGMA foreign_key_check"):
            references = self._link.execute(f"PRAGMA foreign_key_list({_quoted(table)})")
            column = next(each[3] for each in references if each[0] == number)
            query = f"SELECT {_quoted(column)} FROM {_quoted(table)} WHERE rowid = ?"  # noqa: S608 - names of ours
            (named,) = self._link.execute(query, (row,)).fetchone()
            why = f"{table}: {column} {named!r} is not among the {parent} of the release"
            raise ReleaseRefused(why, "match the casebook again, and check it with untold check")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            if kind is None:
                self._finish()
        finally:
            self._link.close()

    def _finish(self) -> None:
        """Make what finds rows: an index for each reference, and one of words."""
        for table in self._tables:
            for statement in (*_index_statements(table), *_search_statements(table)):
                self._link.execute(statement)
        self._link.execute("COMMIT")


def create_statement(table: Table) -> str:
    """Return the SQL that makes a table with its key and its references."""
    lines = [_declared(column) for column in table.columns]
    if table.key:
        lines.append(f"PRIMARY KEY ({', '.join(map(_quoted, table.key))})")
    lines.extend(
        f"FOREIGN KEY ({_quoted(each.column)}) REFERENCES {_quoted(each.table)} ({_quoted(each.key)})"
        for each in table.references
    )
    return f"CREATE TABLE {_quoted(table.name)} (\n  " + ",\n  ".join(lines) + "\n)"


def _declared(column: Column) -> str:
    return f"{_quoted(column.name)} {_TYPES[column.type]}{' NOT NULL' if column.is_required else ''}"


def _index_statements(table: Table) -> Iterator[str]:
    """Yield an index for each reference that the key does not begin with: a link is followed from both ends."""
    for each in table.references:
        if table.key[:1] != (each.column,):
            name = _quoted(f"{table.name}_{each.column}")
            yield f"CREATE INDEX {name} ON {_quoted(table.name)} ({_quoted(each.column)})"


def spellings(text: str | None) -> str | None:
    """Return how a text is found: by itself, and beside letters that are not ASCII by its folded spelling.

    >>> spellings("in Ain Warda"), spellings("في الأحرار")
    ('in Ain Warda', 'في الأحرار في الاحرار')
    """
    return text if text is None or text.isascii() else f"{text} {name_key(text)}"


def _search_statements(table: Table) -> Iterator[str]:
    """Yield what indexes the words of the columns in which people look for some."""
    names = [_quoted(column.name) for column in table.columns if column.is_searched]
    if not names:
        return
    index, own = _quoted(f"{table.name}_fts"), _quoted(table.name)
    yield f"CREATE VIRTUAL TABLE {index} USING FTS5 ({', '.join(names)}, content={own})"
    found = ", ".join(f"spellings({name})" for name in names)
    yield f"INSERT INTO {index} (rowid, {', '.join(names)}) SELECT rowid, {found} FROM {own}"  # noqa: S608 - our names


def _plain(rows: Sequence[Row], lists: Sequence[int]) -> Iterator[Sequence[Value]] | Sequence[Row]:
    """Return rows as SQLite takes them, the cells of `lists` as JSON."""
    return (_with_json(row, lists) for row in rows) if lists else rows


def _with_json(row: Row, lists: Sequence[int]) -> list[Value]:
    cells = list(row)
    for n in lists:
        if cells[n] is not None:
            cells[n] = msgspec.json.encode(cells[n]).decode()
    return cells


def _quoted(name: str) -> str:
    escaped = name.replace('"', '""')
    return f'"{escaped}"'
