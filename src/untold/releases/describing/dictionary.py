"""The data dictionary: each column of each table, what it means, in what unit, and what it may hold."""

from collections.abc import Iterator, Sequence

from untold.releases.table import Column, Row, Table

DICTIONARY = Table(
    "dictionary",
    "Dictionary",
    "Every column of every table and what it means.",
    (
        Column("table", "string", "The table's name.", is_required=True),
        Column("column", "string", "The column's name.", is_required=True),
        Column("type", "string", "Its type; a date is an ISO prefix, an array JSON.", is_required=True),
        Column("description", "string", "What it means.", is_required=True),
        Column("unit", "string", "The unit of a quantity."),
        Column("required", "boolean", "Whether no cell is empty.", is_required=True),
        Column("values", "array", "All that a cell may hold, where a vocabulary says so."),
        Column("key", "boolean", "Whether it is part of what tells rows apart.", is_required=True),
        Column("references", "string", "The column of another table whose rows it names."),
        Column("hxl", "string", "Its tag in the Humanitarian Exchange Language."),
    ),
    (),
    ("table", "column"),
)  # fmt: skip


def dictionary_rows(tables: Sequence[Table]) -> Iterator[Row]:
    """Yield a row of the dictionary for each column of the tables."""
    for table in tables:
        leads_to = {each.column: f"{each.table}.{each.key}" for each in table.references}
        for column in table.columns:
            yield (
                *(table.name, column.name, column.type, column.description, column.unit, column.is_required),
                *(column.values, column.name in table.key, leads_to.get(column.name), column.hxl),
            )
