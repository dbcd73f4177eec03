"""The shape of a table: its columns and what they mean, before there is a row.

A column is what its field in the published record is, said in the words of
`dictionary.toml`. A field without a word fails at once, so that no release
drops a field in silence or shows one that nobody described.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from operator import attrgetter
from typing import Any, Literal, get_args, get_origin, get_type_hints

from untold.codebook.errors import BrokenVocabulary
from untold.releases.table import Column, ColumnType, Reference, Row, Table

_FILE = "dictionary.toml"
_TYPES: dict[Any, ColumnType] = {str: "string", int: "integer", float: "number", bool: "boolean"}


@dataclass(frozen=True, slots=True)
class Shape:
    """A table without its rows; `order` names the columns by which the rows are sorted.

    `record` is what a row shows, null for a table that is derived from others.
    `derived` names the columns that no field of the record has: computed from
    other tables, they are left out when a release is read back.
    """

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    order: tuple[str, ...]
    key: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    point: tuple[str, str] | None = None
    record: type[Any] | None = None
    derived: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[int, ...]:
        """Return where the columns of the order stand in a row."""
        return tuple(map(self.place, self.order))

    @property
    def may_have_nulls(self) -> bool:
        """Return whether a column of the order may be null."""
        return not all(self.columns[place].is_required for place in self.places)

    @property
    def fields(self) -> tuple[str, ...]:
        """Return the columns that are fields of the record, in their order."""
        return tuple(column.name for column in self.columns if column.name not in self.derived)

    def place(self, column: str) -> int:
        """Return where a column stands in a row."""
        return [each.name for each in self.columns].index(column)

    def reader(self) -> Callable[[object], Row]:
        """Return what makes a row of a record's fields, without the derived columns."""
        return attrgetter(*self.fields)

    def table(self, rows: Iterable[Row]) -> Table:
        """Return the table of this shape that has these rows, in the order of its columns."""
        return Table(self.name, self.title, self.description, self.columns, rows, self.key, self.references, self.point)


def shape_of(
    name: str,
    record: type[Any] | None,
    *,
    order: tuple[str, ...],
    key: tuple[str, ...] = (),
    references: Mapping[str, str] | None = None,
    point: tuple[str, str] | None = None,
    derived: tuple[str, ...] = (),
    before: str | None = None,
) -> Shape:
    """Return the shape of a table whose columns are the record's fields, with the `derived` ones `before` one of them.

    `references` give for a column the table and the key whose rows it names (`incidents.code`).
    Raises `BrokenVocabulary` for a column that the dictionary does not describe.
    """
    words = _dictionary()[name]
    hints = get_type_hints(record) if record is not None else {}
    names = [field.name for field in fields(record)] if record is not None else []
    at = 0 if before is None else names.index(before)
    columns = tuple(_column(name, each, hints.get(each)) for each in (*names[:at], *derived, *names[at:]))
    return Shape(
        name=name,
        title=words["title"],
        description=words["description"],
        columns=columns,
        order=order,
        key=key,
        references=tuple(Reference(each, *to.split(".")) for each, to in (references or {}).items()),
        point=point,
        record=record,
        derived=derived,
    )


def described(table: str) -> tuple[str, ...]:
    """Return the columns that the dictionary describes for one table alone."""
    return tuple(_dictionary()[table]["columns"])


def _column(table: str, name: str, hint: Any) -> Column:
    known = _dictionary()
    words = known[table]["columns"].get(name) or known["shared"].get(name)
    if words is None:
        raise BrokenVocabulary(_FILE, f"table {table} has no words for the column {name}")
    kind, values, may_be_null = _kind(hint)
    return Column(
        name=name,
        type=words.get("type", kind),
        description=words["means"],
        hxl=words.get("hxl"),
        unit=words.get("unit"),
        is_required=words.get("required", False) if hint is None else not may_be_null,
        values=values,
        is_searched=words.get("search", False),
    )


def _kind(hint: Any) -> tuple[ColumnType, tuple[str, ...], bool]:
    """Return what a field's type makes of its column: type, the words that it may hold, whether it may be null.

    >>> _kind(int | None), _kind(tuple[str, ...]), _kind(Literal["rule", "person"])
    (('integer', (), True), ('array', (), True), ('string', ('rule', 'person'), False))
    """
    may_be_null = type(None) in get_args(hint)
    inner = next((each for each in get_args(hint) if each is not type(None)), hint) if may_be_null else hint
    if get_origin(inner) is tuple:
        return "array", (), True
    if get_origin(inner) is Literal:
        return "string", get_args(inner), may_be_null
    return _TYPES.get(inner, "string"), (), may_be_null


@cache
def _dictionary() -> dict[str, Any]:
    return tomllib.loads(resources.files("untold.releases.tables").joinpath(_FILE).read_text("utf-8"))
