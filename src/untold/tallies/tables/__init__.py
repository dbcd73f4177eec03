"""The tables of a record, as tallies ask them: Arrow in memory, Parquet on disk, every column described."""

from untold.tallies.tables.columns import schema_of, table_columns
from untold.tallies.tables.keeping import casebook_tables, read_tables, write_tables
from untold.tallies.tables.making import make_tables
from untold.tallies.tables.record import Tables

__all__ = ["Tables", "casebook_tables", "make_tables", "read_tables", "schema_of", "table_columns", "write_tables"]
