"""The tables of a record: everything that a tally asks, and nothing else, in columns."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from untold.tallies.ranging.hierarchy import Hierarchy
from untold.tallies.ranging.spoken import Copy
from untold.tallies.tally import RangeRule

TABLES = ("incidents", "parties", "accounts", "places", "means", "infrastructure", "claims")
Kept: TypeAlias = Any  # a table in memory (`pyarrow.Table`), or the `Path` of the Parquet file that holds it
Copies: TypeAlias = Mapping[int, Mapping[str, Copy]]  # by incident and account


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a record by name, as `columns.toml` describes them, with its ranges by one rule.

    Each is in memory or a file of Parquet. `copies` are the accounts that count
    as one source and `order` the order of sources: what `rule` needs to work
    out a range again from fewer sources.
    """

    incidents: Kept
    parties: Kept
    accounts: Kept
    places: Kept
    means: Kept
    infrastructure: Kept
    claims: Kept
    ranges: Kept
    rule: RangeRule = "widest"
    copies: Copies | None = None
    order: Hierarchy | None = None

    def named(self, name: str) -> Kept:
        """Return a table by its name."""
        return getattr(self, name)

    def in_memory(self, name: str) -> Any:
        """Return a table in memory, read where it is a file; columns of names that repeat are dictionaries."""
        import pyarrow.parquet as pq

        kept = self.named(name)
        return pq.ParquetFile(kept).read() if isinstance(kept, Path) else kept
