"""The rule run by DuckDB, inside this process, within a stated memory."""

from dataclasses import dataclass
from tempfile import TemporaryDirectory

import duckdb
import pyarrow as pa

from untold.incidents.matching.blocking import Blocking
from untold.incidents.matching.settings import Settings
from untold.incidents.matching.similarity import pairs_sql
from untold.incidents.matching.traits import Traits


@dataclass(frozen=True, slots=True)
class Resources:
    """What DuckDB may take: memory as it writes it ("3GB"), and threads; what does not fit goes to disk."""

    memory: str = "3GB"
    threads: int = 2


def pairs_on_duckdb(
    traits: Traits, blocking: Blocking, settings: Settings, resources: Resources | None = None
) -> pa.Table:
    """Return all kept pairs, in the order of their accounts."""
    given = resources or Resources()
    with TemporaryDirectory(prefix="untold-match-") as folder:
        options: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": given.memory,
            "threads": given.threads,
            "temp_directory": folder,
        }
        with duckdb.connect(config=options) as engine:
            engine.execute("SET preserve_insertion_order = false")
            tables = {
                "traits": traits.table,
                "meetings": traits.meetings,
                "homes": blocking.homes,
                "probes": blocking.probes,
            }
            for name, table in tables.items():
                engine.register(name, table)
            return engine.sql(f"{pairs_sql(settings)} ORDER BY a, b").to_arrow_table()
